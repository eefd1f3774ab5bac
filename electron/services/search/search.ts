import type { NoteKind } from '../../../shared/contract/listening/notes.ts'
import { COUNTED_AT_MOST } from '../../../shared/contract/search/counted.ts'
import type { Findings, FoundGroup, FoundNote, FoundTicket } from '../../../shared/contract/search/search.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import { TicketFilter } from '../../../shared/contract/tickets/tickets.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { typedDay } from '../../../shared/domain/house/typed-day.ts'
import { dateOf, instantAt } from '../../../shared/domain/wall-clock.ts'
import { foundRanges, searchQuestion } from '../../../shared/text/search-characters.ts'
import { readingsOf } from '../../adapters/sounds/readings.ts'
import type { ReadableDb } from '../../storage/database.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { readRoom } from '../../storage/house/room.ts'
import { countSessions, everySession, listSessions, type SessionFilter } from '../../storage/listening/session-list.ts'
import { type BookingWanted, countBookings, findBookings } from '../../storage/search/found-bookings.ts'
import { countCalls, countNotes, findCalls, findNotes, newestNotes } from '../../storage/search/found-notes.ts'
import { upcomingOf } from '../../storage/seats/bookings.ts'
import { newestHolding } from '../../storage/tickets/found-tickets.ts'
import { listTickets } from '../../storage/tickets/ticket-list.ts'
import { quotesOfTicket } from '../../storage/tickets/ticket-quotes.ts'
import { type StoredTicket, ticketsByNumbers } from '../../storage/tickets/tickets.ts'
import { peopleMeant } from '../house/people-meant.ts'
import type { ServiceParts } from '../parts.ts'
import type { SearchIndex } from './search-index.ts'

const nothing = { hits: [], total: 0 }

const KINDS = { voices: ['voice'], views: ['view'], remarks: ['praise', 'risk'] } as const satisfies Partial<
  Record<FoundGroup, readonly NoteKind[]>
>

type Found = Omit<Findings, 'isIndexing'>

export function searchService(parts: ServiceParts, index: SearchIndex): Service<'search'> {
  return {
    everywhere: async ({ text, limit }, asker) => {
      if (text === '') return { ok: true, value: { ...newest(parts, asker, limit), isIndexing: false } }
      const isIndexing = !(await index.catchUp())
      return { ok: true, value: { ...(await find(parts, text, limit)), isIndexing } }
    },

    sounds: async ({ names }) => {
      const known = await readingsOf(names, (error) => parts.log.error('words have no sound now', 'SEARCH', error))
      const said = [...new Set(names.join(''))].flatMap((character) => {
        const readings = known.get(character)
        return readings === undefined ? [] : [[character, [...readings]] as [string, string[]]]
      })
      return { ok: true, value: Object.fromEntries(said) }
    },
  }
}

/** What somebody is likely to want who has typed nothing yet. */
function newest({ db, clock }: ServiceParts, { personId }: Asker, limit: number): Found {
  const bookings = personId === null ? [] : runOn(db, upcomingOf(personId, clock.now())).slice(0, limit)
  const notes = (kinds: readonly NoteKind[]) => all(newestNotes(db, kinds, limit))
  return {
    ...{ people: nothing, calls: nothing },
    bookings: all(bookings.map((booking) => ({ booking, nameRange: null }))),
    sessions: all(runOn(db, listSessions(everySession, limit, 0)).map((session) => ({ session, nameRange: null }))),
    ...{ voices: notes(KINDS.voices), views: notes(KINDS.views), remarks: notes(KINDS.remarks) },
    tickets: all(told(db, runOn(db, listTickets(TicketFilter.parse({}), 'newest', clock.now(), limit, 0)), '')),
  }
}

async function find(parts: ServiceParts, text: string, limit: number): Promise<Found> {
  const { db, clock } = parts
  const now = clock.now()
  const { onList: people, byName: named } = await peopleMeant(parts, text)
  const rangeOf = (personId: Id | null) => (personId === null ? null : (named.get(personId) ?? null))
  const span = typedSpan(db, text, now)
  const bookings: BookingWanted = span ?? { people: [...named.keys()] }
  const sessions: SessionFilter =
    span === null
      ? { ...everySession, listenerIds: [...named.keys()] }
      : { ...everySession, startedFrom: span.from, startedBefore: span.before }
  return {
    people: {
      hits: people.slice(0, limit),
      total: people.length,
    },
    bookings: {
      hits: findBookings(db, bookings, now, limit).map((booking) => ({
        booking,
        nameRange: rangeOf(booking.personId),
      })),
      total: countBookings(db, bookings, COUNTED_AT_MOST),
    },
    sessions: {
      hits: runOn(db, listSessions(sessions, limit, 0)).map((session) => ({
        session,
        nameRange: rangeOf(session.listenerId),
      })),
      total: Math.min(COUNTED_AT_MOST, runOn(db, countSessions(sessions))),
    },
    calls: { hits: findCalls(db, text, limit), total: countCalls(db, text, COUNTED_AT_MOST) },
    ...notesFound(db, searchQuestion(text), limit),
    tickets: ticketsFound(db, text, now, limit),
  }
}

function ticketsFound(db: ReadableDb, text: string, now: Instant, limit: number): Found['tickets'] {
  const numbers = runOn(db, newestHolding(TicketFilter.parse({ text }), now, COUNTED_AT_MOST))
  return { hits: told(db, runOn(db, ticketsByNumbers(numbers.slice(0, limit))), text), total: numbers.length }
}

function notesFound(db: ReadableDb, question: string | null, limit: number) {
  const of = (kinds: readonly NoteKind[]): { hits: FoundNote[]; total: number } =>
    question === null
      ? nothing
      : { hits: findNotes(db, kinds, question, limit), total: countNotes(db, kinds, question, COUNTED_AT_MOST) }
  return { voices: of(KINDS.voices), views: of(KINDS.views), remarks: of(KINDS.remarks) }
}

/** Each with the quote that holds the words, when its title does not. */
function told(db: ReadableDb, tickets: readonly StoredTicket[], typed: string): FoundTicket[] {
  const isIn = (text: string) => foundRanges(text, typed).length > 0
  return tickets.map(({ limit: _, ...ticket }) => {
    if (typed === '' || isIn(ticket.title)) return { ticket, quote: null }
    const quote = runOn(db, quotesOfTicket(ticket.id)).find(({ text }) => isIn(text))
    return { ticket, quote: quote === undefined ? null : { kind: quote.kind, text: quote.text } }
  })
}

/** The day that was typed, from midnight to midnight in the room. */
function typedSpan(db: ReadableDb, text: string, now: Instant): { from: Instant; before: Instant } | null {
  const { timeZone } = runOn(db, readRoom())
  const day = typedDay(text, dateOf(now, timeZone))
  if (day === null) return null
  return { from: instantAt(day, '00:00', timeZone), before: instantAt(day, '24:00', timeZone) }
}

const all = <Hit>(hits: Hit[]) => ({ hits, total: hits.length })
