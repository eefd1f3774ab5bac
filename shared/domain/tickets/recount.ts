import type { Ticket, TimeLimit } from '../../contract/tickets/tickets.ts'
import { deadlineCounter } from '../house/deadline-counter.ts'
import type { WorkCalendar } from '../house/work-calendar.ts'
import type { Instant } from '../instants.ts'
import { limitToWorkingMs } from './deadlines.ts'

type Counted = Pick<Ticket, 'number' | 'openedAt' | 'dueAt' | 'pausedAt' | 'pausedWorkingMs'> & {
  limit: TimeLimit
  /** A meeting agreed on the day: no calendar moves it. */
  agreedDueAt?: Instant | null
}

export interface Recounted<T> {
  readonly ticket: T
  readonly to: Instant
  /** Overdue by the new deadline and not by the old one. */
  readonly isLate: boolean
}

export interface ChangeOfCalendar {
  readonly before: WorkCalendar
  readonly after: WorkCalendar
  readonly now: Instant
  /** No ticket was opened before. */
  readonly earliest: Instant
}

/**
 * Finds the open tickets whose deadline is another one by the new calendar; asked for some of them at a time. The rule: limit and pause
 * credit stay what they are, only the days on which they count differ. A ticket that the change does not touch keeps its deadline,
 * however it came by it.
 */
export function recounting({ before, after, now, earliest }: ChangeOfCalendar) {
  const [dueBefore, dueAfter] = [deadlineCounter(before, earliest), deadlineCounter(after, earliest)]
  return <T extends Counted>(tickets: readonly T[]): Recounted<T>[] =>
    tickets.flatMap((ticket) => {
      if (ticket.agreedDueAt != null) return []
      const workingMs = (calendar: WorkCalendar) => limitToWorkingMs(ticket.limit, calendar) + ticket.pausedWorkingMs
      const to = dueAfter(ticket.openedAt, workingMs(after))
      if (to === dueBefore(ticket.openedAt, workingMs(before)) || to === ticket.dueAt) return []
      // The clock of a paused ticket stands: it is as late as it was when it was paused.
      const clock = ticket.pausedAt ?? now
      return [{ ticket, to, isLate: to < clock && ticket.dueAt >= clock }]
    })
}
