import type { peopleService } from '../../electron/services/house/people.ts'
import { accept } from '../../electron/services/refuse.ts'
import { nobody } from './seats.ts'

/** Reads a list and keeps its good rows, as the window does it: what it said beforehand, with what was done. */
export async function readAndKept(people: ReturnType<typeof peopleService>, list: string | Uint8Array) {
  const wish = { base64: Buffer.from(list).toString('base64') }
  const plan = await people.readList(wish, nobody)
  if (!plan.ok) return plan
  const kept = await people.keepList(wish, nobody)
  return kept.ok ? accept({ ...plan.value, ...kept.value }) : kept
}
