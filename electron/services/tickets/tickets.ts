import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Ticket } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { maskReference } from '../../../shared/domain/listening/masking/mask-text.ts'
import { actionsFrom } from '../../../shared/domain/tickets/ticket-states.ts'
import { deadlinesOf, explainDeadline } from '../../../shared/domain/tickets/tickets.ts'
import { inTransaction } from '../../storage/database.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { callsWithReference, countCallsWithReference } from '../../storage/tickets/calls-by-reference.ts'
import { ticketPage } from '../../storage/tickets/found-tickets.ts'
import { allIssueTypes, findIssueType } from '../../storage/tickets/issue-types.ts'
import { eventsOfTicket, wasTouched } from '../../storage/tickets/ticket-events.ts'
import { quotesOfTicket } from '../../storage/tickets/ticket-quotes.ts'
import { removeFromTicketSearch } from '../../storage/tickets/ticket-search.ts'
import { departments, findTicket, type StoredTicket, withdrawTicket } from '../../storage/tickets/tickets.ts'
import { type By, mustBeAsSeen } from '../../storage/versions.ts'
import type { ServiceParts } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { saveIssueTypes } from './issue-types.ts'
import { editTicket, moveTicket, undoChange } from './ticket-changes.ts'
import { recordEvent } from './ticket-history.ts'
import { openTicket } from './ticket-opening.ts'

export function ticketsService(parts: ServiceParts): Service<'tickets'> {
  const { db, clock } = parts
  const byNow = (asker: Asker): By => ({ at: clock.now(), actorId: asker.personId })
  return {
    issueTypes: () => ({ ok: true, value: allIssueTypes(db) }),
    saveIssueTypes: (wish, asker) => inTransaction(db, () => saveIssueTypes(db, wish, byNow(asker))),

    proposeDeadline: ({ issueTypeId, priority }) => {
      const type = findIssueType(db, issueTypeId)
      if (type === null) return { ok: false, code: 'unknown_issue_type', detail: {} }
      return { ok: true, value: deadlinesOf(type.limit, priority, clock.now(), parts.calendar()) }
    },

    callsByReference: ({ reference, exceptCallId, limit }) => {
      const stored = maskReference(reference)
      // Two different numbers leave the same stars: they are not the same customer.
      if (stored.includes('*')) return { ok: true, value: { calls: [], total: 0 } }
      const calls = callsWithReference(db, stored, exceptCallId, limit)
      return { ok: true, value: { calls, total: countCallsWithReference(db, stored, exceptCallId) } }
    },

    open: (wish, asker) => inTransaction(db, () => openTicket(parts, wish, asker)),

    withdraw: ({ ticketId }, asker) =>
      inTransaction(db, () => {
        const ticket = findTicket(db, ticketId)
        if (ticket === null) return { ok: false, code: 'not_found', detail: {} }
        if (wasTouched(db, ticketId)) return { ok: false, code: 'already_touched', detail: {} }
        const at = clock.now()
        withdrawTicket(db, ticket, byNow(asker))
        removeFromTicketSearch(db, ticket.number)
        recordEvent(parts, asker, ticketId, at, { what: 'withdrawn' })
        return { ok: true, value: { ...ticketOf(ticket), quoteCount: 0 } }
      }),

    edit: ({ ticketId, seenVersion, ...wish }, asker) =>
      inTransaction(db, () => {
        const before = findTicket(db, ticketId)
        if (before === null) return refuse('not_found')
        runOn(db, mustBeAsSeen(ticketId, before, seenVersion))
        const edited = editTicket(parts, asker, before, wish)
        return edited.ok ? changed(edited) : refuse(edited.code)
      }),

    move: ({ ticketId, seenVersion, ...move }, asker) =>
      inTransaction(db, () => {
        const before = findTicket(db, ticketId)
        if (before === null) return refuse('not_found')
        runOn(db, mustBeAsSeen(ticketId, before, seenVersion))
        const moved = moveTicket(parts, asker, before, move)
        if (moved.ok) return changed(moved)
        if (moved.code === 'not_from_here') return { ok: false, code: 'not_from_here', detail: { state: before.state } }
        return refuse(moved.code)
      }),

    undo: ({ ticketId, eventId }, asker) =>
      inTransaction(db, () => {
        const now = findTicket(db, ticketId)
        if (now === null) return refuse('not_found')
        const back = undoChange(parts, asker, now, eventId)
        return back.ok ? changed(back) : refuse(back.code)
      }),

    get: ({ ticketId }) => {
      const ticket = findTicket(db, ticketId)
      if (ticket === null) return { ok: false, code: 'not_found', detail: {} }
      return {
        ok: true,
        value: {
          ticket: ticketOf(ticket),
          quotes: quotesOfTicket(db, ticketId),
          events: eventsOfTicket(db, ticketId),
          actions: actionsFrom(ticket.state),
          deadline: explainDeadline(ticket, parts.calendar()),
        },
      }
    },

    list: ({ filter, sort, limit, offset }) => {
      const now = clock.now()
      const { tickets, ...rest } = ticketPage(db, filter, sort, now, { limit, offset })
      return { ok: true, value: { tickets: tickets.map(({ limit: _, ...ticket }) => ticket), ...rest } }
    },

    departments: () => ({ ok: true, value: departments(db) }),
  }
}

const changed = ({ after, eventId }: { after: StoredTicket; eventId: Id | null }) => ({
  ok: true as const,
  value: { ...ticketOf(after), eventId },
})

const ticketOf = ({ limit: _, ...ticket }: StoredTicket): Ticket => ticket
