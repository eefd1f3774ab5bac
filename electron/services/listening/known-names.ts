import type { EarshotEvent } from '../../../shared/contract/events.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { MOST_NAMES, withoutName } from '../../../shared/domain/listening/masking/known-names.ts'
import { makeCallMemory } from './call-memory.ts'

/**
 * The names that notes and lines of a call that goes on have told: said again without a word that tells a name, they are hidden all the same. In memory alone,
 * as with what is told in pieces.
 */
export interface KnownNames {
  of(callId: Id): readonly string[]
  /** With those that were forgotten: what they hid stands in notes still. */
  onceOf(callId: Id): readonly string[]
  isAnyKnown(): boolean
  learn(callId: Id, names: readonly string[]): void
  /** Somebody at the seat said that it is none. */
  forget(callId: Id, words: string): void
  heard(event: EarshotEvent): void
}

/** What was hidden is told again only where somebody takes it back. */
const MOST_ONCE = 200
const NONE: readonly string[] = []

export function makeKnownNames(parts: Parameters<typeof makeCallMemory>[0]): KnownNames {
  const memory = makeCallMemory<{ readonly known: readonly string[]; readonly once: readonly string[] }>(parts)
  const of = (callId: Id) => memory.of(callId)?.known ?? NONE
  const onceOf = (callId: Id) => memory.of(callId)?.once ?? NONE
  return {
    of,
    onceOf,
    isAnyKnown: () => memory.isAny(),
    learn: (callId, names) => {
      if (names.length === 0) return
      // Whoever is told again is spoken of: forgotten are those of whom nothing was said for longest.
      const withThem = (before: readonly string[]) => [
        ...before.filter((name) => !names.includes(name)),
        ...new Set(names),
      ]
      const [known, once] = [withThem(of(callId)).slice(-MOST_NAMES), withThem(onceOf(callId)).slice(-MOST_ONCE)]
      memory.keep(callId, { known, once })
    },
    forget: (callId, words) => memory.keep(callId, { known: withoutName(of(callId), words), once: onceOf(callId) }),
    heard: memory.heard,
  }
}

/** Where no call goes on: on a hub, which has the notes of calls that are over. */
export const nobodyKnown: KnownNames = {
  ...{ of: () => NONE, onceOf: () => NONE, isAnyKnown: () => false },
  ...{ learn: () => {}, forget: () => {}, heard: () => {} },
}
