import type { Priority, TimeLimit } from '../../contract/tickets/tickets.ts'
import { addWorkingMs, type WorkCalendar, type WorkingDeadline, workingDayMs } from '../house/work-calendar.ts'
import { addMs, type Instant } from '../instants.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** The floor's alarm clock: nobody with an urgent issue waits longer for a human answer, day or night. */
const URGENT_ANSWER_MS = 2 * HOUR_MS

/** A day of a time limit is one working day of the calendar, not 24 hours. */
export function limitToWorkingMs(limit: TimeLimit, calendar: WorkCalendar): number {
  switch (limit.unit) {
    case 'minutes':
      return limit.amount * MINUTE_MS
    case 'hours':
      return limit.amount * HOUR_MS
    case 'days':
      return limit.amount * workingDayMs(calendar)
  }
}

/** When a ticket opened at `openedAt` is to be resolved. `pausedWorkingMs`: credit for pauses so far, kept when it is re-classified. */
export function resolveBy(
  limit: TimeLimit,
  openedAt: Instant,
  calendar: WorkCalendar,
  pausedWorkingMs = 0,
): WorkingDeadline {
  return addWorkingMs(calendar, openedAt, limitToWorkingMs(limit, calendar) + pausedWorkingMs)
}

/** First human answer by, round the clock; null for all but P1. */
export const answerBy = (priority: Priority, openedAt: Instant): Instant | null =>
  priority === 1 ? addMs(openedAt, URGENT_ANSWER_MS) : null
