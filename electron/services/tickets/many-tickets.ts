import type { Outcome } from '../../../shared/contract/entry.ts'
import type { Service } from '../../../shared/contract/services.ts'
import type {
  KeptTicket,
  ManyChanged,
  manyTickets,
  TicketChange,
} from '../../../shared/contract/tickets/many-tickets.ts'
import type { IssueType } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { missingWords } from '../../../shared/domain/tickets/tickets.ts'
import type { Query } from '../../storage/engine/query.ts'
import { calendarToRelyOn } from '../../storage/house/calendar.ts'
import { findIssueType } from '../../storage/tickets/issue-types.ts'
import { type StoredTicket, ticketsToChange } from '../../storage/tickets/tickets.ts'
import type { HouseParts } from '../parts.ts'
import { accept } from '../refuse.ts'
import { type Changed, type Changing, editTicket, moveTicket, undoChange } from './ticket-changes.ts'

type Why = KeptTicket['why']

export function manyTicketsService(parts: HouseParts): Service<'manyTickets'> {
  const { engine } = parts
  return {
    change: ({ tickets, change }, asker) =>
      engine.transact(function* (): Query<Outcome<typeof manyTickets.change>> {
        const changing = { parts, asker, calendar: yield* calendarToRelyOn() }
        const type = change.what === 'issueType' ? yield* findIssueType(change.issueTypeId) : null
        if (change.what === 'issueType' && type === null) return { ok: false, code: 'unknown_issue_type', detail: {} }
        const missing = change.what === 'move' ? missingWords(change) : null
        if (missing !== null) return { ok: false, code: missing, detail: {} }
        const seen = new Map(tickets.map(({ ticketId, seenVersion }) => [ticketId, seenVersion]))
        function* one(ticket: StoredTicket): Query<Changed<Why>> {
          const version = seen.get(ticket.id) ?? null
          if (version !== null && version !== ticket.version) return { ok: false, code: 'changed_since' }
          return yield* changeOne(changing, ticket, change, type)
        }
        return { ok: true, value: yield* each([...seen.keys()], one) }
      }),

    undo: ({ changes }, asker) =>
      engine.transact(function* () {
        const changing = { parts, asker, calendar: yield* calendarToRelyOn() }
        const made = new Map(changes.map(({ ticketId, eventId }) => [ticketId, eventId]))
        const one = (ticket: StoredTicket) => undoChange(changing, ticket, made.get(ticket.id) ?? '')
        return accept(yield* each([...made.keys()], one))
      }),
  }
}

function* changeOne(
  changing: Changing,
  ticket: StoredTicket,
  change: TicketChange,
  type: IssueType | null,
): Query<Changed<Why>> {
  if (change.what !== 'move') {
    const { what: _, ...wish } = change
    if (!('takesDepartment' in wish)) return yield* editTicket(changing, ticket, wish)
    const department = wish.takesDepartment && type?.department ? type.department : ticket.department
    return yield* editTicket(changing, ticket, { issueTypeId: wish.issueTypeId, department })
  }
  const moved = yield* moveTicket(changing, ticket, change)
  if (moved.ok) return moved
  // The words were looked at before the first ticket: only its state can be in the way here.
  return { ok: false, code: 'not_from_here' }
}

/** Every ticket is named in the answer once: as changed, or as kept with the reason. */
function* each(ticketIds: readonly Id[], one: (ticket: StoredTicket) => Query<Changed<Why>>): Query<ManyChanged> {
  const answer: ManyChanged = { changed: [], kept: [] }
  const tickets = new Map((yield* ticketsToChange(ticketIds)).map((ticket) => [ticket.id, ticket]))
  for (const ticketId of ticketIds) {
    const ticket = tickets.get(ticketId) ?? null
    const result = ticket === null ? ({ ok: false, code: 'not_found' } as const) : yield* one(ticket)
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
