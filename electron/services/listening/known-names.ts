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
  learn(callId: Id, names: readonly string[]): void
  /** Somebody at the seat said that it is none. */
  forget(callId: Id, words: string): void
  heard(event: EarshotEvent): void
}

const NONE: readonly string[] = []

export function makeKnownNames(parts: Parameters<typeof makeCallMemory>[0]): KnownNames {
  const memory = makeCallMemory<readonly string[]>(parts)
  const of = (callId: Id) => memory.of(callId) ?? NONE
  return {
    of,
    learn: (callId, names) => {
      if (names.length > 0) memory.keep(callId, [...new Set([...of(callId), ...names])].slice(-MOST_NAMES))
    },
    forget: (callId, words) => memory.keep(callId, withoutName(of(callId), words)),
    heard: memory.heard,
  }
}

/** Where no call goes on: on a hub, which has the notes of calls that are over. */
export const nobodyKnown: KnownNames = { of: () => NONE, learn: () => {}, forget: () => {}, heard: () => {} }
