import type { Outcome } from '../../../shared/contract/entry.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type {
  KeptTicket,
  ManyChanged,
  manyTickets,
  TicketChange,
} from '../../../shared/contract/tickets/many-tickets.ts'
import type { IssueType } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { missingWords } from '../../../shared/domain/tickets/tickets.ts'
import { inTransaction } from '../../storage/database.ts'
import { findIssueType } from '../../storage/tickets/issue-types.ts'
import { findTicket, type StoredTicket } from '../../storage/tickets/tickets.ts'
import type { ServiceParts } from '../parts.ts'
import { type Changed, editTicket, moveTicket, undoChange } from './ticket-changes.ts'

type Why = KeptTicket['why']

export function manyTicketsService(parts: ServiceParts): Service<'manyTickets'> {
  const { db } = parts
  return {
    change: ({ tickets, change }, asker) =>
      inTransaction(db, (): Outcome<typeof manyTickets.change> => {
        const type = change.what === 'issueType' ? findIssueType(db, change.issueTypeId) : null
        if (change.what === 'issueType' && type === null) return { ok: false, code: 'unknown_issue_type', detail: {} }
        const missing = change.what === 'move' ? missingWords(change) : null
        if (missing !== null) return { ok: false, code: missing, detail: {} }
        const seen = new Map(tickets.map(({ ticketId, seenVersion }) => [ticketId, seenVersion]))
        const one = (ticket: StoredTicket): Changed<Why> => {
          const version = seen.get(ticket.id) ?? null
          if (version !== null && version !== ticket.version) return { ok: false, code: 'changed_since' }
          return changeOne(parts, asker, ticket, change, type)
        }
        return { ok: true, value: each(parts, [...seen.keys()], one) }
      }),

    undo: ({ changes }, asker) =>
      inTransaction(db, () => {
        const made = new Map(changes.map(({ ticketId, eventId }) => [ticketId, eventId]))
        const one = (ticket: StoredTicket) => undoChange(parts, asker, ticket, made.get(ticket.id) ?? '')
        return { ok: true, value: each(parts, [...made.keys()], one) }
      }),
  }
}

function changeOne(
  parts: ServiceParts,
  asker: Asker,
  ticket: StoredTicket,
  change: TicketChange,
  type: IssueType | null,
): Changed<Why> {
  if (change.what !== 'move') {
    const { what: _, ...wish } = change
    if (!('takesDepartment' in wish)) return editTicket(parts, asker, ticket, wish)
    const department = wish.takesDepartment && type?.department ? type.department : ticket.department
    return editTicket(parts, asker, ticket, { issueTypeId: wish.issueTypeId, department })
  }
  const moved = moveTicket(parts, asker, ticket, change)
  if (moved.ok) return moved
  // The words were looked at before the first ticket: only its state can be in the way here.
  return { ok: false, code: 'not_from_here' }
}

/** Every ticket is named in the answer once: as changed, or as kept with the reason. */
function each(
  { db }: ServiceParts,
  ticketIds: readonly Id[],
  one: (ticket: StoredTicket) => Changed<Why>,
): ManyChanged {
  const answer: ManyChanged = { changed: [], kept: [] }
  for (const ticketId of ticketIds) {
    const ticket = findTicket(db, ticketId)
    const result = ticket === null ? ({ ok: false, code: 'not_found' } as const) : one(ticket)
    if (result.ok && result.eventId !== null) answer.changed.push({ ticketId, eventId: result.eventId })
    else
      answer.kept.push({
        ticketId,
        number: ticket?.number ?? null,
        title: ticket?.title ?? '',
        state: ticket?.state ?? null,
        why: result.ok ? 'already_so' : result.code,
      })
  }
  return answer
}
