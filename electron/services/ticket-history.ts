import type { Asker } from '../../shared/contract/services.ts'
import type { TicketEvent } from '../../shared/contract/tickets.ts'
import type { Id, Instant } from '../../shared/contract/values.ts'
import { personName } from '../storage/sessions.ts'
import { appendTicketEvent } from '../storage/ticket-events.ts'
import type { ServiceParts } from './parts.ts'

type Happened = Pick<TicketEvent, 'what'> & Partial<Pick<TicketEvent, 'action' | 'from' | 'to' | 'remark'>>

/** Writes one line of a ticket's history, in the name of who asks. Inside the transaction of what happened. */
export function recordEvent(
  { db, clock }: ServiceParts,
  asker: Asker,
  ticketId: Id,
  at: Instant,
  happened: Happened,
): void {
  const nothingMore = { action: null, from: null, to: null, remark: null }
  const actorName = personName(db, asker.personId)
  appendTicketEvent(db, ticketId, { id: clock.newId(), at, actorName, ...nothingMore, ...happened })
}
