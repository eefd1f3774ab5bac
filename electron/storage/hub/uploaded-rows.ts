import type { Id, Instant } from '../../../shared/contract/values.ts'
import { isMissed } from '../../../shared/domain/seats/no-shows.ts'
import type { goneTables, KeepingTable, LifeTable, UploadedRow } from '../../team/wire.ts'
import { placeAgent } from '../agents/call-agents.ts'
import { GoneMeanwhile } from '../engine/engine.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, step, value, write } from '../engine/query.ts'
import { casesToChange } from '../life-channel/cases.ts'
import { dropSealed } from '../life-channel/sealed.ts'
import { isConversationTaken } from '../listening/conversations.ts'
import { bookingToChange, PlaceTaken, updateBooking } from '../seats/bookings.ts'
import { refreshTicketSearch } from '../tickets/ticket-search.ts'
import { asDoneBy } from './actors.ts'
import { databaseFault, isBusy } from './database-faults.ts'
import { deskToHear, type Unwelcome } from './desks.ts'
import { withoutGone, withoutGoneCases } from './gone-words.ts'
import { type HeardRows, heardRows, type KeepingRows, keepingRows, type LifeRows, lifeRows } from './heard-rows.ts'
import { heardTexts, SAID_BEFORE } from './heard-texts.ts'
import { fittedCalls } from './laid-calls.ts'
import { layKeeping } from './laid-keeping.ts'
import { layMeetings } from './laid-meetings.ts'
import { CALL_OWNERS, findOwners, type Laying, lay, NotLaidDown, type Owner, SESSION_OWNERS } from './laying.ts'
import { CASE_OWNERS, caseOfWords, joinCase, layCases, layLifeRows, openHere } from './life-rows.ts'
import { isKeptSealed, settleNamed } from './named-calls.ts'
import { sealAgain } from './sealed-again.ts'

const forms = { ...heardRows, ...lifeRows, ...keepingRows }

/**
 * `not_yours`: it belongs to what another desk heard; `refused`: it is not of its form, or the database said no; `failed`: nobody foresaw why. `at`: the
 * first such row.
 */
export type LaidDown =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: Unwelcome | 'superseded' | 'not_yours' | 'refused'; readonly at: number }
  | { readonly ok: false; readonly code: 'failed'; readonly at: number; readonly error: unknown }

interface Heard {
  readonly deskId: Id
  readonly generation: number
  readonly entries: readonly UploadedRow[]
  /** By the hub's clock. */
  readonly at: Instant
  newId(): Id
}

/**
 * Lays down what was heard at a desk, in the order in which it came: all of it, or nothing. What comes twice is laid down once. Of a session that
 * was handed over only what the hub does not know yet is taken: a desk that was restored from a copy tells of it again, and may have heard
 * more in it, and what the hub's people made of the rest since then stays. One transaction.
 */
export function* layDown({ deskId, generation, entries: told, at, newId }: Heard): Query<LaidDown> {
  const desk = yield* deskToHear(deskId, generation)
  if (typeof desk === 'string') return { ok: false, code: desk, at: 0 }
  const entries = yield* asDoneBy(desk, told)
  const personId = desk.person.id
  const caseIds = casesNamed(entries)
  let index = 0
  function* all(pieces: Iterable<readonly UploadedRow[]>): Query<void> {
    index = 0
    if (caseIds.length > 0) yield* casesToChange(caseIds)
    const laying = { deskId, personId, at, newId, owners: new Map<Id, Owner>() }
    for (const piece of pieces) {
      yield* layPiece(piece, laying)
      index += piece.length
    }
    yield* sealAgain(entries, laying)
    const changed = entries.flatMap((entry) => (entry.table === 'note' && 'row' in entry ? [entry.row.id] : []))
    for (const ticketId of yield* ticketsQuoting(changed)) yield* refreshTicketSearch(ticketId)
  }
  try {
    yield* step(all(piecesOf(entries)))
    return { ok: true }
  } catch (error) {
    if (isPassing(error)) throw error
  }
  // Once more, one by one: which it was is to be told.
  try {
    yield* step(all(entries.map((entry) => [entry])))
    return { ok: true }
  } catch (error) {
    if (isPassing(error)) throw error
    if (error instanceof NotLaidDown) return { ok: false, code: error.code, at: index }
    if (isDataRefused(error)) return { ok: false, code: 'refused', at: index }
    return { ok: false, code: 'failed', at: index, error }
  }
}

/** The cases that something is told of; of what is gone, nothing is known yet. */
const casesNamed = (entries: readonly UploadedRow[]): string[] =>
  entries.flatMap((entry) => {
    const id = 'row' in entry ? (entry.table === 'life_case' ? entry.row.id : entry.row.case_id) : null
    return typeof id === 'string' ? [id] : []
  })

/** Nothing about the rows: they may be laid down as they are, now or later. */
const isPassing = (error: unknown): boolean =>
  error instanceof GoneMeanwhile || isBusy(error) || databaseFault(error) !== null

/** Classes 22 and 23 of PostgreSQL: what does not fit a column, and what a constraint refuses. */
const isDataRefused = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code))

/**
 * Cuts the rows so that each piece can be laid down table by table, parents first, and comes to the same as one by one: what is more than a
 * row stands alone, and a row that came before begins another piece.
 */
function piecesOf(entries: readonly UploadedRow[]): UploadedRow[][] {
  const pieces: UploadedRow[][] = []
  let known = new Set<string>()
  let isOpen = false
  for (const entry of entries) {
    const key = keyOf(entry)
    if (key === null || known.has(key) || !isOpen) {
      pieces.push([])
      known = new Set()
    }
    if (key !== null) known.add(key)
    pieces.at(-1)?.push(entry)
    isOpen = key !== null
  }
  return pieces
}

/** One row a call, named by it. */
const OF_ONE_CALL: ReadonlySet<string> = new Set([
  ...(['conversation', 'conversation_taken', 'silver_hair', 'call_agent', 'sealed_call'] as const),
])

/** Null for what is done and not laid down. */
function keyOf(entry: UploadedRow): string | null {
  if (!('row' in entry) || entry.table === 'booking_event') return null
  const { id, session_id, from_ms, call_id } = entry.row
  if (entry.table === 'retention_keep') return `${entry.table} ${session_id}`
  if (entry.table === 'listening_gap') return `${entry.table} ${session_id} ${from_ms}`
  return `${entry.table} ${OF_ONE_CALL.has(entry.table) ? call_id : id}`
}

function* layPiece(piece: readonly UploadedRow[], laying: Laying): Query<void> {
  const rows: Heards = {
    ...{ session: [], call: [], listening_gap: [], note: [], note_event: [], conversation: [] },
    ...{ conversation_taken: [], silver_hair: [], meeting: [], meeting_line: [], booking_event: [] },
    ...{ call_agent: [], thanks: [] },
  }
  const life: { [T in LifeTable]: LifeRows[T][] } = { life_case: [], life_event: [], life_sealed: [], sealed_call: [] }
  const keeping: { [T in KeepingTable]: KeepingRows[T][] } = { retention_keep: [], words_gone: [] }
  const all: Readonly<Record<string, unknown[]>> = { ...rows, ...life, ...keeping }
  for (const entry of piece) {
    if ('handedOver' in entry) return yield* handOver(entry.handedOver, laying)
    if ('gone' in entry) {
      if (entry.table === 'life_sealed') return yield* takeWordsAway(entry.gone, laying)
      if (entry.table !== 'sealed_call') return yield* takeAway(entry.table, entry.gone, laying)
      yield* findOwners(CALL_OWNERS, [entry.gone], laying)
      if (yield* isKeptSealed(entry.gone)) return
      return yield* openHere(entry.gone, laying.owners.get(entry.gone) === 'handed_over', laying)
    }
    const parsed = forms[entry.table].safeParse(entry.row)
    if (!parsed.success) throw new NotLaidDown('refused')
    all[entry.table]?.push(parsed.data)
  }
  yield* layRows(yield* withoutGone(rows), yield* withoutGoneCases(life), laying)
  yield* layKeeping(keeping, laying)
}

type Heards = { [T in keyof HeardRows]: HeardRows[T][] }

/** Table by table, parents first. */
function* layRows(rows: Heards, life: { [T in LifeTable]: LifeRows[T][] }, laying: Laying): Query<void> {
  for (const event of rows.booking_event) yield* layBookingEvent(event)
  yield* laySessions(rows.session, laying)
  const { call, listening_gap: gaps, note, note_event: events, conversation, conversation_taken: taken } = rows
  const { silver_hair: lenses, call_agent: agents, thanks } = rows
  const ofSession = ({ session_id }: { session_id: Id }) => session_id
  const ofCall = ({ call_id }: { call_id: Id }) => call_id
  yield* findOwners(SESSION_OWNERS, [...call, ...gaps].map(ofSession), laying)
  yield* lay('call', yield* fittedCalls(call), ofSession, laying)
  yield* lay('listening_gap', gaps, ofSession, laying)
  const ofCalls = [...note, ...events, ...conversation, ...taken, ...lenses, ...agents, ...thanks]
  yield* findOwners(CALL_OWNERS, ofCalls.map(ofCall), laying)
  yield* lay('note', note, ofCall, laying)
  yield* lay('note_event', events, ofCall, laying)
  const said = events.filter((row) => row.before_json !== null)
  if (said.length > 0) yield* write(SAID_BEFORE, { rows: JSON.stringify(said) })
  yield* lay('conversation', yield* notTakenSince(conversation, laying), ofCall, laying)
  // What the desk took before it was handed over: here somebody may have put one beside the call again.
  yield* lay(
    'conversation_taken',
    taken.filter(({ call_id: id }) => laying.owners.get(id) === 'mine'),
    ofCall,
    laying,
  )
  yield* lay('silver_hair', lenses, ofCall, laying)
  yield* layMeetings(rows, laying)
  yield* lay('call_agent', agents, ofCall, laying)
  for (const { day, agent_id, before_id } of agents)
    for (const agentId of [agent_id, before_id]) if (agentId !== null) yield* placeAgent(agentId, day)
  yield* lay('thanks', thanks, ofCall, laying)
  yield* layLife(life, laying)
  const told = [...life.life_case.map(({ id }) => id), ...life.life_event.map((row) => row.case_id)]
  yield* settleNamed({ cases: told, calls: call.map(({ id }) => id) }, laying)
}

/**
 * A conversation comes with its session, before that is handed over; later it comes with words that were sealed until now, and from a desk that was sent away. Whoever took it from its call here
 * meanwhile did so for good.
 */
function* notTakenSince(all: readonly HeardRows['conversation'][], { owners }: Laying) {
  const kept: HeardRows['conversation'][] = []
  for (const row of all) {
    const { call_id: callId } = row
    if (owners.get(callId) === 'mine' || !(yield* isConversationTaken(callId))) kept.push(row)
  }
  return kept
}

/** A case is its session's desk's; one without a session is of the desk of whoever raised it. */
function* layLife(life: { [T in LifeTable]: LifeRows[T][] }, laying: Laying): Query<void> {
  const { life_case: cases, sealed_call: seals } = life
  const named = (ids: readonly (Id | null)[]) => ids.filter((id) => id !== null)
  yield* findOwners(SESSION_OWNERS, named(cases.map((row) => row.session_id)), laying)
  yield* findOwners(CALL_OWNERS, named([...cases, ...seals].map((row) => row.call_id)), laying)
  for (const id of yield* layCases(cases, laying)) laying.owners.set(id, 'mine')
  const ofCase = [...life.life_event, ...life.life_sealed, ...seals].map((row) => row.case_id)
  yield* findOwners(CASE_OWNERS, [...cases.map(({ id }) => id), ...ofCase], laying)
  for (const { id, call_id: callId } of cases) if (callId !== null) yield* joinCase(id, callId)
  yield* layLifeRows(life, laying)
}

function* takeWordsAway(sealedId: Id, laying: Laying): Query<void> {
  const caseId = yield* caseOfWords(sealedId)
  if (caseId === null) return
  yield* findOwners(CASE_OWNERS, [caseId], laying)
  yield* dropSealed(sealedId)
}

function* takeAway(table: Exclude<(typeof goneTables)[number], LifeTable>, callId: Id, laying: Laying): Query<void> {
  yield* findOwners(CALL_OWNERS, [callId], laying)
  if (laying.owners.get(callId) === 'mine') yield* write(`DELETE FROM ${table} WHERE call_id = ?`, [callId])
}

function* laySessions(sessions: readonly HeardRows['session'][], laying: Laying): Query<void> {
  if (sessions.length === 0) return
  const { insert, update } = heardTexts.session
  const parameters = { rows: JSON.stringify(sessions), deskId: laying.deskId }
  const laid = yield* write(`${insert} DO UPDATE ${update}`, parameters)
  if (laid < sessions.length)
    yield* findOwners(
      SESSION_OWNERS,
      sessions.map(({ id }) => id),
      laying,
    )
}

const HAND_OVER =
  'UPDATE session SET handed_over_at = ? WHERE id = ? AND handed_over_at IS NULL AND ended_at IS NOT NULL'

function* handOver(sessionId: Id, laying: Laying): Query<void> {
  yield* findOwners(SESSION_OWNERS, [sessionId], laying)
  if (laying.owners.get(sessionId) === 'handed_over') return
  if ((yield* write(HAND_OVER, [laying.at, sessionId])) === 0) throw new NotLaidDown('refused')
  laying.owners.clear()
}

const HAS_EVENT = 'SELECT 1 AS value FROM booking_event WHERE id = ?'

/**
 * Done to the booking where that is still as the session found it; what others decided about it since then stands. Of a no-show it is
 * told late that somebody came: it is none. Where others sit by now, it held the place no longer than until they came.
 */
function* layBookingEvent(event: HeardRows['booking_event']): Query<void> {
  const { id, booking_id: bookingId, at, actor_id: actorId, what } = event
  const booking = yield* bookingToChange(bookingId)
  if (booking === null) throw new NotLaidDown('refused')
  if ((yield* value(HAS_EVENT, [id])) !== null) return
  const said = { id, at, actorId, what }
  if (what === 'checked_in' && (booking.state === 'booked' || isMissed(booking))) {
    const came = { checkedInAt: at, satById: satByIn(event) }
    try {
      yield* updateBooking(booking, { state: 'checked_in', ...came }, said)
    } catch (error) {
      if (!(error instanceof PlaceTaken)) throw error
      yield* updateBooking(booking, { state: 'done', ...came }, said)
    }
  }
  if (what === 'done' && booking.state === 'checked_in') yield* updateBooking(booking, { state: 'done' }, said)
}

function satByIn({ after_json: after }: HeardRows['booking_event']): Id | null {
  return after === undefined ? null : ((JSON.parse(after) as { satById?: Id | null }).satById ?? null)
}

const QUOTING = inEach((say) => `SELECT DISTINCT ticket_id AS id FROM ticket_quote WHERE ${say(among('note_id'))}`)

function* ticketsQuoting(noteIds: readonly unknown[]): Query<Id[]> {
  if (noteIds.length === 0) return []
  return (yield* rows<{ id: Id }>(QUOTING, [JSON.stringify(noteIds)])).map(({ id }) => id)
}
