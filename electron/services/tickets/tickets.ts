import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Ticket } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { maskKnown } from '../../../shared/domain/listening/masking/known-names.ts'
import { maskReference } from '../../../shared/domain/listening/masking/mask-reference.ts'
import { actionsFrom } from '../../../shared/domain/tickets/ticket-states.ts'
import { deadlinesOf, explainDeadline } from '../../../shared/domain/tickets/tickets.ts'
import type { Query } from '../../storage/engine/query.ts'
import { calendarToRelyOn, readCalendar } from '../../storage/house/calendar.ts'
import { roomToRelyOn } from '../../storage/house/room.ts'
import { callsWithReference, countCallsWithReference } from '../../storage/tickets/calls-by-reference.ts'
import { ticketPage } from '../../storage/tickets/found-tickets.ts'
import { allIssueTypes, findIssueType } from '../../storage/tickets/issue-types.ts'
import { eventsOfTicket, wasTouched } from '../../storage/tickets/ticket-events.ts'
import { isReadOffIndex } from '../../storage/tickets/ticket-list.ts'
import { quotesOfTicket } from '../../storage/tickets/ticket-quotes.ts'
import { removeFromTicketSearch } from '../../storage/tickets/ticket-search.ts'
import {
  departments,
  findTicket,
  type StoredTicket,
  ticketToChange,
  withdrawTicket,
} from '../../storage/tickets/tickets.ts'
import { type By, mustBeAsSeen } from '../../storage/versions.ts'
import { type KnownNames, nobodyKnown } from '../listening/known-names.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { saveIssueTypes } from './issue-types.ts'
import { namesAlike } from './names-alike.ts'
import { namesOfNotes, namesOfTicket } from './names-of-calls.ts'
import { type Changing, editTicket, moveTicket, undoChange } from './ticket-changes.ts'
import { recordEvent } from './ticket-history.ts'
import { openTicket } from './ticket-opening.ts'

/** `knownNames`: what calls that go on have told, for words that are typed meanwhile. */
export function ticketsService(parts: HouseParts, knownNames: KnownNames = nobodyKnown): Service<'tickets'> {
  const { engine, clock } = parts
  const byNow = (asker: Asker): By => ({ at: clock.now(), actorId: asker.personId })
  function* changing(asker: Asker): Query<Changing> {
    return { parts, asker, calendar: yield* calendarToRelyOn() }
  }
  return {
    issueTypes: () =>
      engine.read(function* () {
        return accept(yield* allIssueTypes())
      }),

    saveIssueTypes: (wish, asker) => engine.transact(() => saveIssueTypes(wish, byNow(asker))),

    proposeDeadline: ({ issueTypeId, priority }) =>
      engine.read(function* () {
        const type = yield* findIssueType(issueTypeId)
        if (type === null) return refuse('unknown_issue_type')
        return accept(deadlinesOf(type.limit, priority, clock.now(), yield* readCalendar()))
      }),

    callsByReference: ({ reference, exceptCallId, limit }) =>
      engine.read(function* () {
        const stored = maskReference(reference)
        // Two different numbers leave the same stars: they are not the same customer.
        if (stored.includes('*')) return accept({ calls: [], total: 0 })
        const calls = yield* callsWithReference(stored, exceptCallId, limit)
        return accept({ calls, total: yield* countCallsWithReference(stored, exceptCallId) })
      }),

    open: (wish, asker) =>
      engine.transact(function* () {
        const title = maskKnown(wish.title, yield* namesOfNotes(knownNames, wish.noteIds))
        return yield* openTicket(parts, { ...wish, title }, asker)
      }),

    withdraw: ({ ticketId }, asker) =>
      engine.transact(function* () {
        // Whoever counts deadlines anew holds the room: no ticket may come or go meanwhile.
        yield* roomToRelyOn()
        const ticket = yield* ticketToChange(ticketId)
        if (ticket === null) return refuse('not_found')
        if (yield* wasTouched(ticketId)) return refuse('already_touched')
        const at = clock.now()
        yield* withdrawTicket(ticket, byNow(asker))
        yield* removeFromTicketSearch(ticket.number)
        yield* recordEvent(parts, asker, ticketId, at, { what: 'withdrawn' })
        return accept({ ...ticketOf(ticket), quoteCount: 0 })
      }),

    edit: ({ ticketId, seenVersion, ...wish }, asker) =>
      engine.transact(function* () {
        const facts = yield* changing(asker)
        const before = yield* ticketToChange(ticketId)
        if (before === null) return refuse('not_found')
        yield* mustBeAsSeen(ticketId, before, seenVersion)
        const edited = yield* editTicket(facts, before, {
          ...wish,
          title: maskKnown(wish.title, yield* namesOfTicket(knownNames, ticketId)),
        })
        return edited.ok ? changed(edited) : refuse(edited.code)
      }),

    move: ({ ticketId, seenVersion, ...move }, asker) =>
      engine.transact(function* () {
        const facts = yield* changing(asker)
        const before = yield* ticketToChange(ticketId)
        if (before === null) return refuse('not_found')
        yield* mustBeAsSeen(ticketId, before, seenVersion)
        const moved = yield* moveTicket(facts, before, {
          ...move,
          remark: move.remark && maskKnown(move.remark, yield* namesOfTicket(knownNames, ticketId)),
        })
        if (moved.ok) return changed(moved)
        if (moved.code === 'not_from_here')
          return { ok: false, code: moved.code, detail: { state: before.state } } as const
        return refuse(moved.code)
      }),

    undo: ({ ticketId, eventId }, asker) =>
      engine.transact(function* () {
        const facts = yield* changing(asker)
        const now = yield* ticketToChange(ticketId)
        if (now === null) return refuse('not_found')
        const back = yield* undoChange(facts, now, eventId)
        return back.ok ? changed(back) : refuse(back.code)
      }),

    get: ({ ticketId }) =>
      engine.read(function* () {
        const ticket = yield* findTicket(ticketId)
        if (ticket === null) return refuse('not_found')
        return accept({
          ticket: ticketOf(ticket),
          quotes: yield* quotesOfTicket(ticketId),
          events: yield* eventsOfTicket(ticketId),
          actions: actionsFrom(ticket.state),
          deadline: explainDeadline(ticket, yield* readCalendar()),
        })
      }),

    list: async ({ filter, sort, limit, offset }) => {
      const alike = filter.alike ?? (await namesAlike(parts, filter.text))
      function* page() {
        const { tickets, ...rest } = yield* ticketPage({ ...filter, alike }, sort, clock.now(), { limit, offset })
        return accept({ tickets: tickets.map(ticketOf), ...rest, alike })
      }
      // Sooner read here than a thread could be asked for it.
      return isReadOffIndex(filter, sort, offset) ? engine.read(page) : engine.readInTurns(page)
    },

    departments: () =>
      engine.read(function* () {
        return accept(yield* departments())
      }),
  }
}

const changed = ({ after, eventId }: { after: StoredTicket; eventId: Id | null }) => ({
  ok: true as const,
  value: { ...ticketOf(after), eventId },
})

const ticketOf = ({ limit: _, agreedDueAt: __, ...ticket }: StoredTicket): Ticket => ticket
