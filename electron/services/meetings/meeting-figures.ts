import type { ListedMeeting, MonthOfMeetings } from '../../../shared/contract/meetings/meetings.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { isSolvedOnTheSpot } from '../../../shared/domain/meetings/solved-on-the-spot.ts'
import { isOpen } from '../../../shared/domain/tickets/ticket-states.ts'
import { dateOf, instantAt } from '../../../shared/domain/wall-clock.ts'
import type { Query } from '../../storage/engine/query.ts'
import { readRoom } from '../../storage/house/room.ts'
import { type MeetingFacts, meetingsSince } from '../../storage/meetings/meeting-list.ts'
import { accept } from '../refuse.ts'

export function listedMeeting(facts: MeetingFacts): ListedMeeting {
  const { hungUpAt: _, openLines, tickets, attendees, ...told } = facts
  return {
    ...told,
    attendees: [...attendees],
    openCount: openLines + tickets.filter(({ state }) => isOpen(state)).length,
    isSolvedOnTheSpot: isSolvedOnTheSpot(facts),
  }
}

/** By the months of the room in which the meetings began; those of a call that is still heard do not count yet. */
export function* monthsOfMeetings(now: Instant): Query<{ ok: true; value: MonthOfMeetings[] }> {
  const { timeZone } = yield* readRoom()
  const [year = 0, month = 1] = dateOf(now, timeZone).split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10)
  const months = new Map<string, { month: string; meetings: number; solved: number }>()
  for (const facts of yield* meetingsSince(instantAt(first, '00:00', timeZone))) {
    const isSolved = isSolvedOnTheSpot(facts)
    if (isSolved === null) continue
    const name = dateOf(facts.startedAt, timeZone).slice(0, 7)
    const known = months.get(name) ?? { month: name, meetings: 0, solved: 0 }
    months.set(name, { ...known, meetings: known.meetings + 1, solved: known.solved + (isSolved ? 1 : 0) })
  }
  return accept([...months.values()])
}
