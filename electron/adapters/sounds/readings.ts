import type { Readings } from '../../../shared/domain/house/name-sounds.ts'
import { startThread } from '../threads/start-thread.ts'

const HAN = /\p{Script=Han}/u

/** How a character is said never changes, so it is asked once in the life of the program. */
const known = new Map<string, readonly string[]>()
let asking: Promise<void> = Promise.resolve()

/**
 * How the Chinese characters of these names may be said, as far as that is known: `failed` hears why it is not. What is not known yet is looked up in a thread of its own: the
 * dictionary takes a fifth of a second to load, and no note shall wait for it. That thread ends with its answer.
 */
export async function readingsOf(names: readonly string[], failed: (error: unknown) => void): Promise<Readings> {
  asking = asking.then(() => learn(names)).catch(failed)
  await asking
  return known
}

async function learn(names: readonly string[]): Promise<void> {
  const unknown = new Set<string>()
  for (const name of names)
    for (const character of name) if (!known.has(character) && HAN.test(character)) unknown.add(character)
  if (unknown.size === 0) return
  for (const [character, readings] of await lookUp([...unknown])) known.set(character, readings)
}

function lookUp(characters: readonly string[]): Promise<[string, string[]][]> {
  return new Promise((resolve, reject) => {
    const worker = startThread('sounds-worker', { workerData: characters, execArgv: [] })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`sounds worker ended with ${code}`)))
  })
}
