import type { TicketFilter } from '../../../../shared/contract/tickets/tickets.ts'
import type { Instant } from '../../../../shared/contract/values.ts'
import { dateOf, instantAt, weekOf } from '../../../../shared/domain/wall-clock.ts'

/** Opened today, in this week (Monday first), in this month, or ever. */
export type Range = 'today' | 'week' | 'month' | 'all'
export const ranges: readonly Range[] = ['today', 'week', 'month', 'all']

/** The filter of tickets opened in the range, by the room's days. */
export function openedRange(range: Range, now: Instant, timeZone: string): TicketFilter {
  const everything: TicketFilter = {
    text: '',
    states: [],
    priorities: [],
    issueTypeIds: [],
    departments: [],
    openedFrom: null,
    openedTo: null,
    isOverdue: false,
  }
  if (range === 'all') return everything
  const today = dateOf(now, timeZone)
  const first = range === 'today' ? today : range === 'week' ? (weekOf(today)[0] ?? today) : `${today.slice(0, 7)}-01`
  return { ...everything, openedFrom: instantAt(first, '00:00', timeZone) }
}
