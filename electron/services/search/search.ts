import type { NoteKind } from '../../../shared/contract/listening/notes.ts'
import { COUNTED_AT_MOST } from '../../../shared/contract/search/counted.ts'
import type { Findings, FoundGroup, FoundNote } from '../../../shared/contract/search/search.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import { TicketFilter } from '../../../shared/contract/tickets/tickets.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { typedDay } from '../../../shared/domain/house/typed-day.ts'
import { readSpan, wholeDays } from '../../../shared/domain/seats/find/read-span.ts'
import { dateOf, instantAt } from '../../../shared/domain/wall-clock.ts'
import { searchQuestion } from '../../../shared/text/search-characters.ts'
import { readingsOf } from '../../adapters/sounds/readings.ts'
import { type Query, together } from '../../storage/engine/query.ts'
import { readRoom } from '../../storage/house/room.ts'
import { countSessions, everySession, listSessions, type SessionFilter } from '../../storage/listening/session-list.ts'
import { type BookingWanted, countBookings, findBookings } from '../../storage/search/found-bookings.ts'
import { callsFound } from '../../storage/search/found-calls.ts'
import { countNotes, findNotes, newestNotes } from '../../storage/search/found-notes.ts'
import { upcomingOf } from '../../storage/seats/bookings.ts'
import { newestHolding } from '../../storage/tickets/found-tickets.ts'
import { listTickets } from '../../storage/tickets/ticket-list.ts'
import { type HeldWords, heldBy } from '../../storage/tickets/ticket-words.ts'
import { ticketsByNumbers } from '../../storage/tickets/tickets.ts'
import { type PeopleMeant, peopleMeant } from '../house/people-meant.ts'
import { toldInList } from '../listening/told-sessions.ts'
import type { HouseParts } from '../parts.ts'
import { accept } from '../refuse.ts'
import { namesAlike } from '../tickets/names-alike.ts'
import type { SearchIndex } from './search-index.ts'
import { nothingTyped, type TypedWords, told } from './tickets-told.ts'

const nothing = { hits: [], total: 0 }
const NOTHING: Found = {
  ...{ people: nothing, bookings: nothing, sessions: nothing, calls: nothing },
  ...{ voices: nothing, views: nothing, remarks: nothing, tickets: nothing },
}

/** No praise: what is found is one call and another, and of fewer than five agents nothing is told. It stands among the thanks. */
const KINDS = { voices: ['voice'], views: ['view'], remarks: ['risk'] } as const satisfies Partial<
  Record<FoundGroup, readonly NoteKind[]>
>

type Found = Omit<Findings, 'isIndexing'>

export function searchService(
  parts: Pick<HouseParts, 'engine' | 'clock' | 'log'>,
  index: SearchIndex,
): Service<'search'> {
  const noSounds = (error: unknown) => parts.log.error('words have no sound now', 'SEARCH', error)
  return {
    everywhere: async ({ text, limit, only }, asker) => {
      const { engine, clock } = parts
      const now = clock.now()
      if (text === '') return accept({ ...(await engine.read(() => newest(now, asker, limit))), isIndexing: false })
      const people = await peopleMeant(parts, text)
      if (only === 'people') {
        const { onList } = await engine.read(() => whatIsMeant(now, text, people))
        return accept({ ...NOTHING, people: firstOf(onList, limit), isIndexing: false })
      }
      const isIndexing = !(await index.catchUp())
      const alike = await namesAlike(parts, text)
      const typed = { text, alike, readings: await readingsOf([], noSounds) }
      return accept({ ...(await engine.readInTurns(() => find(now, typed, people, asker, limit))), isIndexing })
    },

    sounds: async ({ names }) => {
      const known = await readingsOf(names, noSounds)
      const said = [...new Set(names.join(''))].flatMap((character) => {
        const readings = known.get(character)
        return readings === undefined ? [] : [[character, [...readings]] as [string, string[]]]
      })
      return accept(Object.fromEntries(said))
    },
  }
}

/** What somebody is likely to want who has typed nothing yet. */
function* newest(now: Instant, asker: Asker, limit: number): Query<Found> {
  const { personId } = asker
  const bookings = personId === null ? [] : (yield* upcomingOf(personId, now)).slice(0, limit)
  const sessions = yield* toldInList(yield* listSessions(everySession, limit, 0), asker)
  return {
    ...{ people: nothing, calls: nothing },
    bookings: all(bookings.map((booking) => ({ booking, nameRange: null }))),
    sessions: all(sessions.map((session) => ({ session, nameRange: null }))),
    voices: all(yield* newestNotes(KINDS.voices, limit)),
    views: all(yield* newestNotes(KINDS.views, limit)),
    remarks: all(yield* newestNotes(KINDS.remarks, limit)),
    tickets: all(yield* told(yield* listTickets(TicketFilter.parse({}), 'newest', now, limit, 0), nothingTyped)),
  }
}

function* find(now: Instant, typed: TypedWords, people: PeopleMeant, asker: Asker, limit: number): Query<Found> {
  const { text } = typed
  const { byName } = people
  const rangeOf = (personId: Id | null) => (personId === null ? null : (byName.get(personId) ?? null))
  const { span, onList } = yield* whatIsMeant(now, text, people)
  const bookings: BookingWanted = span ?? { people: [...byName.keys()] }
  const sessions: SessionFilter =
    span === null
      ? { ...everySession, listenerIds: [...byName.keys()] }
      : { ...everySession, startedFrom: span.from, startedBefore: span.before }
  const held = yield* heldBy(text)
  const [foundBookings, bookingCount, foundSessions, sessionCount, calls, notes, tickets] = yield* together(
    findBookings(bookings, now, limit),
    countBookings(bookings, COUNTED_AT_MOST),
    sessionsFound(sessions, asker, limit),
    countSessions(sessions),
    callsFound(text, { limit, atMost: COUNTED_AT_MOST }, held.get(text)),
    notesFound(searchQuestion(text), limit),
    ticketsFound(typed, held, now, limit),
  )
  return {
    people: firstOf(onList, limit),
    bookings: {
      hits: foundBookings.map((booking) => ({ booking, nameRange: rangeOf(booking.personId) })),
      total: bookingCount,
    },
    sessions: {
      hits: foundSessions.map((session) => ({ session, nameRange: rangeOf(session.listenerId) })),
      total: Math.min(COUNTED_AT_MOST, sessionCount),
    },
    calls,
    ...notes,
    tickets,
  }
}

/** The day that was typed, and whoever is meant: a day that is nobody's name may stand in a number or an address of many. */
function* whatIsMeant(now: Instant, text: string, { onList, byName }: PeopleMeant) {
  const span = yield* typedSpan(text, now, byName.size > 0)
  return { span, onList: span !== null && byName.size === 0 ? [] : onList }
}

const firstOf = <Hit>(found: readonly Hit[], limit: number) => ({ hits: found.slice(0, limit), total: found.length })

function* sessionsFound(filter: SessionFilter, asker: Asker, limit: number) {
  return yield* toldInList(yield* listSessions(filter, limit, 0), asker)
}

function* ticketsFound(typed: TypedWords, held: HeldWords, now: Instant, limit: number): Query<Found['tickets']> {
  const { text, alike } = typed
  const numbers = yield* newestHolding({ ...TicketFilter.parse({ text, alike }), held }, now, COUNTED_AT_MOST)
  return { hits: yield* told(yield* ticketsByNumbers(numbers.slice(0, limit)), typed), total: numbers.length }
}

function* notesFound(question: string | null, limit: number): Query<Pick<Found, keyof typeof KINDS>> {
  const [voices, views, remarks] = yield* together(
    notesOfKinds(KINDS.voices, question, limit),
    notesOfKinds(KINDS.views, question, limit),
    notesOfKinds(KINDS.remarks, question, limit),
  )
  return { voices, views, remarks }
}

function* notesOfKinds(
  kinds: readonly NoteKind[],
  question: string | null,
  limit: number,
): Query<{ hits: FoundNote[]; total: number }> {
  if (question === null) return nothing
  const [hits, total] = yield* together(findNotes(kinds, question, limit), countNotes(kinds, question, COUNTED_AT_MOST))
  return { hits, total }
}

/** The day that was typed, or the days or part of a day that words mean, by the clock of the room. `isName`: words that somebody is called by are no day: «May». */
function* typedSpan(text: string, now: Instant, isName: boolean): Query<{ from: Instant; before: Instant } | null> {
  const { timeZone } = yield* readRoom()
  const today = dateOf(now, timeZone)
  const day = typedDay(text, today)
  const span = day !== null ? wholeDays({ from: day, to: day }) : isName ? null : readSpan(text, today)
  if (span === null) return null
  return {
    from: instantAt(span.from, span.fromTime, timeZone),
    before: instantAt(span.to, span.toTime, timeZone),
  }
}

const all = <Hit>(hits: Hit[]) => ({ hits, total: hits.length })
