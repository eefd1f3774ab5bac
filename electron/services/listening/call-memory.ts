import type { EarshotEvent } from '../../../shared/contract/events.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Engine } from '../../storage/engine/engine.ts'
import { findCall } from '../../storage/listening/calls.ts'

/** What is remembered of calls that go on, in memory alone: nothing of it is stored or logged, and it goes with its call. */
export interface CallMemory<Told> {
  of(callId: Id): Told | undefined
  isAny(): boolean
  keep(callId: Id, told: Told): void
  forget(callId: Id): void
  heard(event: EarshotEvent): void
}

export function makeCallMemory<Told>({ engine }: { readonly engine: Engine }): CallMemory<Told> {
  const ofCalls = new Map<Id, Told>()
  const forgetEnded = async () => {
    for (const callId of [...ofCalls.keys()]) {
      const call = await engine.read(() => findCall(callId))
      if (call?.endedAt !== null) ofCalls.delete(callId)
    }
  }
  return {
    of: (callId) => ofCalls.get(callId),
    isAny: () => ofCalls.size > 0,
    keep: (callId, told) => {
      ofCalls.set(callId, told)
    },
    forget: (callId) => {
      ofCalls.delete(callId)
    },
    heard: (event) => {
      if (ofCalls.size === 0 || event.kind !== 'changed') return
      // Where it cannot be told whether the call goes on it is asked again with the next event.
      if (event.topics.includes('sessions')) forgetEnded().catch(() => {})
    },
  }
}
