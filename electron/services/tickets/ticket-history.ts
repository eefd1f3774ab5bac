import type { Asker } from '../../../shared/contract/services.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personName } from '../../storage/house/people.ts'
import { appendTicketEvent, type NewTicketEvent } from '../../storage/tickets/ticket-events.ts'
import type { HouseParts } from '../parts.ts'

type Happened = Pick<NewTicketEvent, 'what'> & Partial<Omit<NewTicketEvent, 'id' | 'at' | 'actorName' | 'what'>>

/** Writes one line of a ticket's history, in the name of who asks; gives its id. Inside the transaction of what happened. */
export function* recordEvent(
  { clock }: Pick<HouseParts, 'clock'>,
  asker: Asker,
  ticketId: Id,
  at: Instant,
  happened: Happened,
): Query<Id> {
  const id = clock.newId()
  const nothingMore = { action: null, from: null, to: null, remark: null, undoesEventId: null, before: null }
  const actorName = yield* personName(asker.personId)
  yield* appendTicketEvent(ticketId, { id, at, actorName, ...nothingMore, ...happened })
  return id
}
