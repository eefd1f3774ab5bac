import { Temporal } from 'temporal-polyfill'
import type { Asker } from '../../../shared/contract/services.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { readRoom } from '../../storage/house/room.ts'
import { type StoredTicket, updateTicket } from '../../storage/tickets/tickets.ts'
import type { ServiceParts } from '../parts.ts'
import { recordEvent } from './ticket-history.ts'

/** Another work calendar gives the ticket this deadline; its history says so. Inside the transaction that changes the calendar. */
export function recountTicket(parts: ServiceParts, asker: Asker, before: StoredTicket, dueAt: Instant): void {
  const { db, clock } = parts
  const at = clock.now()
  updateTicket(db, before, { ...before, dueAt }, { at, actorId: asker.personId })
  const { timeZone } = readRoom(db)
  const shown = (instant: Instant) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  const remark = `${shown(before.dueAt)} → ${shown(dueAt)}`.replaceAll('T', ' ')
  recordEvent(parts, asker, before.id, at, { what: 'recounted', remark })
}
