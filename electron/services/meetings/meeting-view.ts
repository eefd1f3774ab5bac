import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { msOf } from '../../../shared/domain/instants.ts'
import type { Query } from '../../storage/engine/query.ts'
import { lastClose } from '../../storage/meetings/meeting-closes.ts'
import { linesOfMeeting } from '../../storage/meetings/meeting-lines.ts'
import type { StoredMeeting } from '../../storage/meetings/meetings.ts'
import type { Clock } from '../parts.ts'

/** Measures meetings that run; what began before this process is counted on from what the wall clock says, once. */
export interface MeetingStopwatch {
  elapsedMs(meeting: Pick<StoredMeeting, 'id' | 'startedAt'>): number
}

/**
 * A meeting goes on while the console is closed: people sit and talk. So after a restart only the wall clock knows how long that was; from there on it is
 * measured by the clock that nobody sets. A wall clock that was set back before the start begins at nought.
 */
export function meetingStopwatch({ now, elapsedMs }: Pick<Clock, 'now' | 'elapsedMs'>): MeetingStopwatch {
  const zeros = new Map<Id, number>()
  return {
    elapsedMs: ({ id, startedAt }) => {
      const zero = zeros.get(id) ?? elapsedMs() - Math.max(0, msOf(now()) - msOf(startedAt))
      zeros.set(id, zero)
      return Math.max(0, Math.round(elapsedMs() - zero))
    },
  }
}

/** The meeting as windows see it. */
export function* meetingView(stored: StoredMeeting, stopwatch: MeetingStopwatch): Query<Meeting> {
  const close = yield* lastClose(stored.id)
  return {
    ...stored,
    noteIds: [...stored.noteIds],
    attendees: [...stored.attendees],
    elapsedMs: close === null ? stopwatch.elapsedMs(stored) : close.ranMs,
    closedAt: close?.closedAt ?? null,
    closeId: close?.id ?? null,
    ranMs: close?.ranMs ?? null,
    lines: yield* linesOfMeeting(stored.id),
  }
}
