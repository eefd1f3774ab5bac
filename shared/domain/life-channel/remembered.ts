import type { Ear } from './ear.ts'
import type { Passage } from './passage.ts'
import type { Token } from './tokens.ts'

/** More than the lines and keys of the longest call, two passages each; then what has not been asked for longest is forgotten. */
const MOST = 12_000
/** A key longer than a note is not kept. */
const LONGEST_KEY = 4_000

interface Memory {
  readonly tokens: Map<string, readonly Token[]>
  readonly passages: Map<string, Passage>
}

const memories = new WeakMap<Ear, Memory>()

function memoryOf(ear: Ear): Memory {
  const memory = memories.get(ear) ?? { tokens: new Map(), passages: new Map() }
  memories.set(ear, memory)
  return memory
}

/** What an ear made of these words before, or makes of them now. */
export const passageRemembered = (ear: Ear, key: string, look: () => Passage): Passage =>
  remembered(memoryOf(ear).passages, key, look)

export const tokensRemembered = (ear: Ear, key: string, read: () => readonly Token[]): readonly Token[] =>
  remembered(memoryOf(ear).tokens, key, read)

function remembered<T>(memory: Map<string, T>, key: string, make: () => T): T {
  const made = memory.get(key) ?? make()
  if (key.length > LONGEST_KEY) return made
  memory.delete(key)
  memory.set(key, made)
  const [oldest] = memory.keys()
  if (memory.size > MOST && oldest !== undefined) memory.delete(oldest)
  return made
}
