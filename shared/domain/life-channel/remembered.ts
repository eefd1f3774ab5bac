import type { Ear } from './ear.ts'
import type { Passage } from './passage.ts'

/** More than the lines and keys of a long call; then what has not been asked for longest is forgotten. */
const MOST = 1_000
/** A key longer than a note is not kept. */
const LONGEST_KEY = 2_000

const memories = new WeakMap<Ear, Map<string, Passage>>()

/** What an ear made of these words before, or makes of them now. */
export function remembered(ear: Ear, key: string, look: () => Passage): Passage {
  const memory = memories.get(ear) ?? new Map<string, Passage>()
  memories.set(ear, memory)
  const passage = memory.get(key) ?? look()
  if (key.length > LONGEST_KEY) return passage
  memory.delete(key)
  memory.set(key, passage)
  const [oldest] = memory.keys()
  if (memory.size > MOST && oldest !== undefined) memory.delete(oldest)
  return passage
}
