import type { EarshotEvent } from '../../../shared/contract/events.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { ToldInLine } from '../../adapters/transcripts/told-in-lines.ts'
import type { Engine } from '../../storage/engine/engine.ts'
import { makeCallMemory } from './call-memory.ts'

/**
 * Numbers and addresses of the lines beside a call that goes on, as they were said: a card that opens for it seals them, and the lines have their stars. In memory
 * alone: nothing of it is stored or logged, and it goes with its call or with its conversation.
 */
export interface ToldLines {
  /** In the place of what an earlier conversation told; nothing where there is none any more. */
  keep(callId: Id, told: readonly ToldInLine[]): void
  /** What was told in as many lines, without what was taken out of a card: that is forgotten. */
  upTo(callId: Id, lineCount: number, takenOut: readonly string[]): Omit<ToldInLine, 'line'>
  heard(event: EarshotEvent): void
}

export function makeToldLines(parts: { readonly engine: Engine }): ToldLines {
  const memory = makeCallMemory<readonly ToldInLine[]>(parts)
  return {
    keep: (callId, told) => (told.length > 0 ? memory.keep(callId, told) : memory.forget(callId)),
    upTo: (callId, lineCount, takenOut) => {
      const isLeft = (value: string) => !takenOut.includes(value)
      const told = memory.of(callId)
      const left = (told ?? []).map(({ line, callbacks, addresses }) => ({
        ...{ line, callbacks: callbacks.filter(isLeft), addresses: addresses.filter(isLeft) },
      }))
      if (told !== undefined) memory.keep(callId, left)
      const played = left.filter(({ line }) => line < lineCount)
      return {
        callbacks: grown(played.flatMap(({ callbacks }) => callbacks)),
        addresses: grown(played.flatMap(({ addresses }) => addresses)),
      }
    },
    heard: memory.heard,
  }
}

/** What is told in pieces stands there once, as long as it was told by then. */
const grown = (values: readonly string[]): string[] =>
  values.filter((each) => !values.some((other) => other !== each && other.startsWith(each)))
