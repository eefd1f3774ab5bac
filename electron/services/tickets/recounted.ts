import type { Asker } from '../../../shared/contract/services.ts'
import { type Recounted, recount } from '../../../shared/domain/tickets/recount.ts'
import { makeWallClock } from '../../adapters/exports/wall-clock.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { personName } from '../../storage/house/people.ts'
import { readRoom } from '../../storage/house/room.ts'
import { moveDeadlines } from '../../storage/tickets/moved-deadlines.ts'
import { openTickets } from '../../storage/tickets/ticket-list.ts'
import type { StoredTicket } from '../../storage/tickets/tickets.ts'
import type { CountedByCalendar } from '../house/calendar.ts'
import type { ServiceParts } from '../parts.ts'

/** The deadlines of open tickets follow the work calendar. */
export const openDeadlines = (parts: ServiceParts): CountedByCalendar => ({
  movedBy: (before, after) => {
    const recounted = recount(openTickets(parts.db), before, after, parts.clock.now())
    return {
      moves: recounted.map(({ ticket, to, isLate }) => ({
        ...{ ticketId: ticket.id, number: ticket.number, title: ticket.title },
        ...{ from: ticket.dueAt, to, isLate },
      })),
      move: (asker) => moveAll(parts, asker, recounted),
    }
  },
})

/** The histories say so, in the time of the room. */
function moveAll({ db, clock }: ServiceParts, { personId }: Asker, recounted: readonly Recounted<StoredTicket>[]) {
  const wall = makeWallClock(runOn(db, readRoom()).timeZone)
  const moved = recounted.map(({ ticket, to }) => ({
    ...{ ticketId: ticket.id, version: ticket.version, dueAt: to, eventId: clock.newId() },
    remark: `${wall.text(ticket.dueAt)} → ${wall.text(to)}`,
  }))
  moveDeadlines(db, moved, { at: clock.now(), actorId: personId, actorName: runOn(db, personName(personId)) })
}
