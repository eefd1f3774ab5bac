import type { ExportRange } from '../../contract/exports/exports.ts'
import type { TicketFilter } from '../../contract/tickets/tickets.ts'
import type { Instant } from '../instants.ts'
import { dateOf, instantAt, weekOf } from '../wall-clock.ts'

const everyTicket: TicketFilter = {
  text: '',
  states: [],
  priorities: [],
  issueTypeIds: [],
  departments: [],
  openedFrom: null,
  openedTo: null,
  isOverdue: false,
}

/** The filter of tickets opened in the range, by the room's days and as seen now: «this week» is another one next week. */
export function openedRange(range: ExportRange, now: Instant, timeZone: string): TicketFilter {
  if (range === 'all') return everyTicket
  const today = dateOf(now, timeZone)
  const first = range === 'today' ? today : range === 'week' ? (weekOf(today)[0] ?? today) : `${today.slice(0, 7)}-01`
  return { ...everyTicket, openedFrom: instantAt(first, '00:00', timeZone) }
}
