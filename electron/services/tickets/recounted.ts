import { Temporal } from 'temporal-polyfill'
import type { Asker } from '../../../shared/contract/services.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { recount } from '../../../shared/domain/tickets/recount.ts'
import { readRoom } from '../../storage/house/room.ts'
import { openTickets } from '../../storage/tickets/ticket-list.ts'
import { type StoredTicket, updateTicket } from '../../storage/tickets/tickets.ts'
import type { CountedByCalendar } from '../house/calendar.ts'
import type { ServiceParts } from '../parts.ts'
import { recordEvent } from './ticket-history.ts'

/** The deadlines of open tickets follow the work calendar. */
export const openDeadlines = (parts: ServiceParts): CountedByCalendar => ({
  movedBy: (before, after) => {
    const recounted = recount(openTickets(parts.db), before, after, parts.clock.now())
    return {
      moves: recounted.map(({ ticket, to, isLate }) => ({
        ...{ ticketId: ticket.id, number: ticket.number, title: ticket.title },
        ...{ from: ticket.dueAt, to, isLate },
      })),
      move: (asker) => {
        for (const { ticket, to } of recounted) moveDeadline(parts, asker, ticket, to)
      },
    }
  },
})

/** The ticket's history says so, in the time of the room. */
function moveDeadline(parts: ServiceParts, asker: Asker, before: StoredTicket, dueAt: Instant): void {
  const { db, clock } = parts
  const at = clock.now()
  updateTicket(db, before, { ...before, dueAt }, { at, actorId: asker.personId })
  const { timeZone } = readRoom(db)
  const shown = (instant: Instant) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  const remark = `${shown(before.dueAt)} → ${shown(dueAt)}`.replaceAll('T', ' ')
  recordEvent(parts, asker, before.id, at, { what: 'recounted', remark })
}
