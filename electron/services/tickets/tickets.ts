import type { Service } from '../../../shared/contract/services.ts'
import type { Ticket } from '../../../shared/contract/tickets/tickets.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { answerBy } from '../../../shared/domain/tickets/deadlines.ts'
import { actionsFrom } from '../../../shared/domain/tickets/ticket-states.ts'
import { deadlinesOf, decideMove, explainDeadline, reclassify } from '../../../shared/domain/tickets/tickets.ts'
import { inTransaction } from '../../storage/database.ts'
import { allIssueTypes, findIssueType } from '../../storage/tickets/issue-types.ts'
import { eventsOfTicket, lastChange, wasTouched } from '../../storage/tickets/ticket-events.ts'
import { countTickets, listTickets } from '../../storage/tickets/ticket-list.ts'
import { quotesOfTicket } from '../../storage/tickets/ticket-quotes.ts'
import { refreshTicketSearch, removeFromTicketSearch } from '../../storage/tickets/ticket-search.ts'
import {
  departments,
  findTicket,
  type StoredTicket,
  updateTicket,
  withdrawTicket,
} from '../../storage/tickets/tickets.ts'
import type { ServiceParts } from '../parts.ts'
import { saveIssueTypes } from './issue-types.ts'
import { describeChange } from './ticket-change.ts'
import { recordEvent } from './ticket-history.ts'
import { openTicket } from './ticket-opening.ts'

export function ticketsService(parts: ServiceParts): Service<'tickets'> {
  const { db, clock, calendar } = parts
  return {
    issueTypes: () => ({ ok: true, value: allIssueTypes(db) }),
    saveIssueTypes: ({ issueTypes }) => inTransaction(db, () => saveIssueTypes(db, issueTypes)),

    proposeDeadline: ({ issueTypeId, priority }) => {
      const type = findIssueType(db, issueTypeId)
      if (type === null) return { ok: false, code: 'unknown_issue_type', detail: {} }
      return { ok: true, value: deadlinesOf(type.limit, priority, clock.now(), calendar) }
    },

    open: (wish, asker) => inTransaction(db, () => openTicket(parts, wish, asker)),

    withdraw: ({ ticketId }, asker) =>
      inTransaction(db, () => {
        const ticket = findTicket(db, ticketId)
        if (ticket === null) return { ok: false, code: 'not_found', detail: {} }
        if (wasTouched(db, ticketId)) return { ok: false, code: 'already_touched', detail: {} }
        const at = clock.now()
        withdrawTicket(db, ticketId, at)
        removeFromTicketSearch(db, ticket.number)
        recordEvent(parts, asker, ticketId, at, { what: 'withdrawn' })
        return { ok: true, value: { ...ticketOf(ticket), quoteCount: 0 } }
      }),

    edit: ({ ticketId, issueTypeId, priority, ...wish }, asker) =>
      inTransaction(db, () => {
        const before = findTicket(db, ticketId)
        if (before === null) return { ok: false, code: 'not_found', detail: {} }
        const type = findIssueType(db, issueTypeId)
        if (type === null) return { ok: false, code: 'unknown_issue_type', detail: {} }
        const isReclassified = issueTypeId !== before.issueTypeId
        const after: StoredTicket = {
          ...before,
          title: maskText(wish.title).text,
          issueTypeId,
          priority,
          department: maskText(wish.department).text,
          limit: isReclassified ? type.limit : before.limit,
          dueAt: isReclassified ? reclassify(before, type.limit, calendar) : before.dueAt,
          answerBy: answerBy(priority, before.openedAt),
        }
        const { language } = parts.settings.read()
        const change = describeChange(before, after, allIssueTypes(db), language)
        if (change === null) return { ok: true, value: { ...ticketOf(before), eventId: null } }
        updateTicket(db, after)
        const eventId = recordEvent(parts, asker, ticketId, clock.now(), { what: 'edited', remark: change, before })
        if (after.title !== before.title) refreshTicketSearch(db, ticketId)
        return { ok: true, value: { ...ticketOf(after), eventId } }
      }),

    move: ({ ticketId, action, ...wish }, asker) =>
      inTransaction(db, () => {
        const before = findTicket(db, ticketId)
        if (before === null) return { ok: false, code: 'not_found', detail: {} }
        const at = clock.now()
        const ownerName = masked(wish.ownerName)
        const remark = masked(wish.remark)
        const decision = decideMove(before, { action, ownerName, remark }, at, calendar)
        if (!decision.ok)
          return decision.code === 'not_from_here'
            ? { ok: false, code: 'not_from_here', detail: { state: before.state } }
            : { ok: false, code: decision.code, detail: {} }
        const after: StoredTicket = { ...before, ...decision.moved }
        updateTicket(db, after)
        const eventId = recordEvent(parts, asker, ticketId, at, {
          what: 'moved',
          action,
          from: before.state,
          to: after.state,
          remark,
          before,
        })
        return { ok: true, value: { ...ticketOf(after), eventId } }
      }),

    undo: ({ ticketId, eventId }, asker) =>
      inTransaction(db, () => {
        const now = findTicket(db, ticketId)
        if (now === null) return { ok: false, code: 'not_found', detail: {} }
        const change = lastChange(db, ticketId)
        if (change?.id !== eventId) return { ok: false, code: 'changed_since', detail: {} }
        if (findIssueType(db, change.before.issueTypeId) === null)
          return { ok: false, code: 'unknown_issue_type', detail: {} }
        // Quotes come and go by themselves; everything else is what it was.
        const after: StoredTicket = { ...change.before, quoteCount: now.quoteCount }
        updateTicket(db, after)
        const isMove = change.what === 'moved'
        const undoing = recordEvent(parts, asker, ticketId, clock.now(), {
          what: change.what,
          from: isMove ? now.state : null,
          to: isMove ? after.state : null,
          remark: isMove ? null : describeChange(now, after, allIssueTypes(db), parts.settings.read().language),
          undoesEventId: eventId,
          before: now,
        })
        if (after.title !== now.title) refreshTicketSearch(db, ticketId)
        return { ok: true, value: { ...ticketOf(after), eventId: undoing } }
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
          deadline: explainDeadline(ticket, calendar),
        },
      }
    },

    list: ({ filter, sort, limit, offset }) => {
      const now = clock.now()
      const tickets = listTickets(db, filter, sort, now, limit, offset).map(ticketOf)
      return { ok: true, value: { tickets, total: countTickets(db, filter, now) } }
    },

    departments: () => ({ ok: true, value: departments(db) }),
  }
}

/** Null for what was left empty. */
const masked = (text: string | null): string | null => (text ? maskText(text).text : null)

const ticketOf = ({ limit: _, ...ticket }: StoredTicket): Ticket => ticket
