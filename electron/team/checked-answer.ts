import { z } from 'zod'
import type { DoorRefusal, Entry } from '../../shared/contract/entry.ts'
import type { LooseAnswer } from '../door.ts'

/** What a door may say to any call. */
const DOOR_CODES: Readonly<Record<DoorRefusal['code'], true>> = {
  connection_lost: true,
  unknown_call: true,
  not_allowed: true,
  offline: true,
  hub_busy: true,
  other_version: true,
  still_listening: true,
  bad_input: true,
  text_too_long: true,
  odd_character: true,
  names_agent: true,
  stale: true,
  too_large: true,
  workspace_closed: true,
  file_exchanged: true,
  disk_full: true,
  disk_failed: true,
  file_held: true,
  unexpected: true,
}

const Accepted = z.object({ ok: z.literal(true), value: z.unknown() })
const Refused = z.object({ ok: z.literal(false), code: z.string(), detail: z.record(z.string(), z.unknown()) })

/** What a hub said, if it is an answer to this call by the contract; null: it is none, and nothing of it goes on to a window. */
export function checkedAnswer({ output, refusals }: Entry, said: unknown): LooseAnswer | null {
  const accepted = Accepted.safeParse(said)
  if (accepted.success) {
    const value = checkedValue(output, accepted.data.value)
    return value.success ? { ok: true, value: value.data } : null
  }
  const refused = Refused.safeParse(said)
  if (!refused.success) return null
  const { code, detail } = refused.data
  const own = Object.hasOwn(refusals, code) ? refusals[code] : undefined
  if (own === undefined) return Object.hasOwn(DOOR_CODES, code) ? refused.data : null
  const known = own.safeParse(detail)
  return known.success ? { ok: false, code, detail: known.data } : null
}

/** A longer list is not looked through: 25,000 people take as long as three pictures on a screen, and somebody may be typing. */
const LONGEST_WHOLE = 1_000
const SAMPLES = 200

function checkedValue(output: z.ZodType, value: unknown): { success: true; data: unknown } | { success: false } {
  if (!(output instanceof z.ZodArray) || !Array.isArray(value) || value.length <= LONGEST_WHOLE)
    return output.safeParse(value)
  const step = value.length / SAMPLES
  const samples = Array.from({ length: SAMPLES }, (_, number) => value[Math.floor(number * step)])
  return output.safeParse([...samples, value.at(-1)]).success ? { success: true, data: value } : { success: false }
}
