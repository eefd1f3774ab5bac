import type { Call } from '../../../shared/contract/sessions.ts'

/** Milliseconds of the call so far; a call that is over stands still at its length. */
export function elapsedMs(call: Pick<Call, 'startedAt' | 'endedAt'>, nowMs: number): number {
  const endMs = call.endedAt === null ? nowMs : Date.parse(call.endedAt)
  return Math.max(0, endMs - Date.parse(call.startedAt))
}

/** Where a key pressed now falls in the call: what was heard is `reactionLagMs` older than the key. */
export function markMs(call: Pick<Call, 'startedAt' | 'endedAt'>, nowMs: number, reactionLagMs: number): number {
  return Math.max(0, elapsedMs(call, nowMs) - (call.endedAt === null ? reactionLagMs : 0))
}
