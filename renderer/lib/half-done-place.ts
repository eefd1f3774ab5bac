import type { HalfDone } from '../../shared/contract/listening/notes.ts'
import type { Id } from '../../shared/contract/values.ts'

/** Where a note that was begun is finished: on its call while its session runs, else in the review of its session. */
export const placeOfHalfDone = ({ sessionId, callId }: HalfDone, runningId: Id | null): string =>
  sessionId === runningId ? `/listen/${sessionId}?call=${callId}` : `/review/${sessionId}`
