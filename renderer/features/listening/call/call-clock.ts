import type { Call } from '../../../../shared/contract/listening/sessions.ts'
import type { Id } from '../../../../shared/contract/values.ts'

type Measured = Pick<Call, 'id' | 'endedAt' | 'elapsedMs'>

/**
 * When each call began, on this window's own clock (`performance.now()`): main says how far a call is, and from there the window
 * goes on alone, whatever is done to the wall clock. The earliest start that an answer speaks for is the true one: answers come
 * a little late, and a window that slept has missed time. So a call never runs backwards.
 */
const starts = new Map<Id, number>()

function startOf(call: Measured, nowMs: number): number {
  const startMs = Math.min(starts.get(call.id) ?? Number.POSITIVE_INFINITY, nowMs - call.elapsedMs)
  starts.set(call.id, startMs)
  return startMs
}

/** Milliseconds of the call so far; a call that is over stands still at its length. */
export const elapsedMs = (call: Measured, nowMs = performance.now()): number =>
  call.endedAt === null ? nowMs - startOf(call, nowMs) : call.elapsedMs

/** Where a key pressed now falls in the call: what was heard is `reactionLagMs` older than the key. */
export const markMs = (call: Measured, reactionLagMs: number, nowMs = performance.now()): number =>
  Math.max(0, elapsedMs(call, nowMs) - (call.endedAt === null ? reactionLagMs : 0))
