import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, row, rows, value, write } from '../engine/query.ts'
import { makeAllAnew } from '../exports/exports.ts'
import { forgetLookedFor } from '../exports/forgotten-words.ts'
import { type CallWords, emptyCall, fillCall, onlyTickets, wordsOfCall } from '../life-channel/call-words.ts'
import { caseAsItIs, casesOfCall } from '../life-channel/cases.ts'
import { fillTickets } from '../life-channel/filled-tickets.ts'
import { dropSealed, keepSealed, type SealedRow, sealedOf } from '../life-channel/sealed.ts'
import { openCallAgain, type SealedCall, sealOf } from '../life-channel/sealed-calls.ts'
import { sealTicketsOf, type TicketWords } from '../life-channel/sealed-tickets.ts'
import { holdCall } from '../listening/calls.ts'
import { conversationOfCall } from '../listening/conversations.ts'
import { forgetInSearch } from '../listening/sealed-calls.ts'
import { fillMeeting, type MeetingWords, wordsOfMeeting } from '../meetings/meeting-words.ts'
import { NO_WORDS } from '../no-words.ts'
import { storeLens } from '../silver-hair/lenses.ts'
import { forgetAnswersAbout, forgetQuotingAnswers } from './commands.ts'
import type { LifeRows } from './heard-rows.ts'

const CASE = `INSERT INTO life_case (id, session_id, call_id, origin, grade, raised_at, raised_by, named_call_id)
  VALUES (:id, :session_id, :call_id, :origin, :grade, :raised_at, :raised_by, :named_call_id) ON CONFLICT (id) DO NOTHING`
const EVENT = `INSERT INTO life_event (id, case_id, at, actor_id, what, which, remark)
  VALUES (:id, :case_id, :at, :actor_id, :what, :which, :remark) ON CONFLICT (id) DO NOTHING`
const CALL = `INSERT INTO sealed_call (call_id, case_id, sealed_at, emptied_at)
  VALUES (:call_id, :case_id, :sealed_at, :emptied_at)
  ON CONFLICT (call_id) DO UPDATE SET emptied_at = coalesce(sealed_call.emptied_at, excluded.emptied_at)`

interface Laying {
  readonly at: Instant
  newId(): Id
}

/** The desk that heard the session of a case; of one without a session, or about a call that it did not have, the desk that asks, where its person raised it. */
export const CASE_OWNERS = inEach(
  (say) => `SELECT life_case.id, session.handed_over_at AS handedOverAt,
      CASE WHEN session.id IS NOT NULL AND (named_call_id IS NULL OR session.desk_id = :deskId) THEN session.desk_id ELSE (SELECT desk.id FROM desk
        JOIN person named ON named.id = desk.person_id JOIN person raiser ON raiser.id = life_case.raised_by
        WHERE desk.id = :deskId AND coalesce(named.merged_into, named.id) = coalesce(raiser.merged_into, raiser.id)) END AS deskId
    FROM life_case LEFT JOIN session ON session.id = life_case.session_id WHERE ${say(among('life_case.id', 'text', ':ids'))}`,
)

/** Answers those that were not there yet. */
export function* layCases(
  cases: readonly LifeRows['life_case'][],
  { personId }: { readonly personId: Id },
): Query<Id[]> {
  const added: Id[] = []
  for (const row of cases) {
    // Without a session it is known by its raiser whose it is.
    const raisedBy = row.session_id === null ? (row.raised_by ?? personId) : row.raised_by
    if ((yield* write(CASE, { ...row, raised_by: raisedBy })) === 1) added.push(row.id)
  }
  return added
}

const JOIN = `UPDATE life_case SET call_id = call.id, session_id = call.session_id FROM call
  WHERE call.id = :callId AND life_case.id = :caseId AND call_id IS NULL`

/** It came up before its call was there. From then on it is of that call for good. */
export const joinCase = (caseId: Id, callId: Id): Query<number> => write(JOIN, { caseId, callId })

/** What was done about cases that are there, each row once; a call that its desk sealed is sealed here too, and emptied once it was there. */
export function* layLifeRows(
  life: Omit<{ [T in keyof LifeRows]: readonly LifeRows[T][] }, 'life_case'>,
  laying: Laying,
): Query<void> {
  for (const row of life.life_event) yield* write(EVENT, row)
  for (const { case_id: caseId, is_encrypted: isEncrypted, at, ...row } of life.life_sealed) {
    const startedAt = row.what === 'call' ? yield* emptiedSince(caseId) : null
    yield* keepSealed({ ...row, at: startedAt ?? at, caseId, isEncrypted })
  }
  for (const row of life.sealed_call) yield* seal(row, laying)
}

const EMPTIED = `SELECT call.started_at AS value FROM life_case JOIN sealed_call ON sealed_call.call_id = life_case.call_id
  JOIN call ON call.id = sealed_call.call_id JOIN session ON session.id = call.session_id
  WHERE life_case.id = ? AND emptied_at IS NOT NULL AND handed_over_at IS NOT NULL`

/** When the call of a case began, where it is the hub's and was emptied here already: what its desk puts away is older than what was kept here, whenever it comes. */
const emptiedSince = (caseId: Id): Query<Instant | null> => value<Instant>(EMPTIED, [caseId])

const keepOfCall = (caseId: Id, words: CallWords, { at, newId }: Laying): Query<number> =>
  keepSealed({ id: newId(), caseId, at, what: 'call', isEncrypted: 0, payload: JSON.stringify(words) })

/** As its desk seals it: out of everything that tells of calls, with its tickets, and emptied where that says so. */
export function* seal(row: LifeRows['sealed_call'], { at, newId }: Laying): Query<void> {
  const { call_id: callId, case_id: caseId } = row
  yield* holdCall(callId)
  // A desk that is older says by its seal alone which call it is.
  yield* joinCase(caseId, callId)
  // It was opened here since, and its desk tells once more how it was.
  const cases = yield* casesOfCall(callId)
  if (cases.length > 0 && cases.every(({ state }) => state === 'dismissed')) return
  yield* forgetAnswersAbout(callId)
  yield* write(CALL, row)
  yield* forgetInSearch(callId)
  const lost = yield* sealTicketsOf(callId, { at, actorId: null }, newId)
  if (lost.length > 0) yield* keepOfCall(caseId, onlyTickets(lost), { at, newId })
  yield* makeAllAnew()
  yield* forgetLookedFor(callId, at)
  // What was answered to commands may quote the call.
  yield* forgetQuotingAnswers(at)
  if (row.emptied_at === null) return
  // What others made of it here since it came up is kept beside what its desk put away.
  const words = yield* wordsOfCall(callId)
  if (saysSomething(words)) yield* keepOfCall(caseId, words, { at, newId })
  yield* emptyCall(callId, words, { at, newId })
}

/** Whether there is anything to put away. */
export const saysSomething = ({ notes, earlier = [], reference, conversation, lens, meeting }: CallWords): boolean =>
  notes.length + earlier.length > 0 ||
  (reference ?? conversation ?? lens ?? null) !== null ||
  (meeting != null && (meeting.lines.length > 0 || meeting.attendees.length > 0))

const CASE_OF_WORDS = `SELECT case_id AS caseId, what FROM life_sealed WHERE id = ?`

/** Of words that their desk took out of what is sealed: their case; null where there are none by this id, or they stay. */
export function* caseOfWords(sealedId: Id): Query<Id | null> {
  const found = yield* row<{ readonly caseId: Id; readonly what: SealedRow['what'] }>(CASE_OF_WORDS, [sealedId])
  if (found === null || found.what === 'call') return found?.caseId ?? null
  // The rest goes with a wrong alarm alone; somebody here may have said since that it was none.
  return (yield* caseAsItIs(found.caseId))?.state === 'dismissed' ? found.caseId : null
}

/** What of a meeting's words that are put away stands nowhere else. */
function* missingOf(callId: Id, { attendees, lines }: MeetingWords, isHandedOver: boolean): Query<MeetingWords> {
  const now = yield* wordsOfMeeting(callId)
  const standing = new Set(isHandedOver ? [] : now?.lines.map(({ id }) => id))
  const isNamed = !isHandedOver && now !== null && now.attendees.length > 0
  return { attendees: isNamed ? [] : attendees, lines: lines.filter(({ id }) => !standing.has(id)), drafts: [] }
}

const SILENT = 'SELECT id FROM note WHERE call_id = ? AND text = ?'
/** Whoever named the call here did so after its desk. */
const KEEP_REFERENCE = 'UPDATE call SET reference = ? WHERE id = ?'
const SEARCH_AGAIN = 'INSERT INTO note_to_search (number) SELECT rowid FROM note WHERE call_id = ?'

/**
 * It was a wrong alarm: the desk's own words came up again with their rows, and what it had put away is gone; what is still put away was written here,
 * and is put back where nothing else stands by now. In a session that was handed over it is put back whatever the desk sent: the desk knows how a note was
 * before others changed it here.
 */
export function* openHere(callId: Id, isHandedOver: boolean, made: Laying): Query<void> {
  const seal = yield* sealOf(callId)
  if (seal === null) return
  const notes = new Map<Id, CallWords['notes'][number]>()
  const earlier: NonNullable<CallWords['earlier']>[number][] = []
  let reference: string | null = null
  let conversation = yield* conversationOfCall(callId)
  let lens: CallWords['lens'] = null
  const meetings: MeetingWords[] = []
  const tickets: TicketWords[] = []
  for (const { id, what, payload } of yield* sealedOf(seal.caseId)) {
    const words = what === 'call' ? (JSON.parse(payload) as CallWords) : null
    if (words === null) continue
    for (const note of words.notes) notes.set(note.id, note)
    earlier.push(...(words.earlier ?? []))
    reference = words.reference ?? reference
    if (isHandedOver || conversation === null) conversation = words.conversation ?? conversation
    lens = words.lens ?? lens
    if (words.meeting != null) meetings.push(words.meeting)
    tickets.push(...(words.tickets ?? []))
    yield* dropSealed(id)
  }
  const silent = new Set((yield* rows<{ id: Id }>(SILENT, [callId, NO_WORDS])).map(({ id }) => id))
  const filled = [...notes.values()].filter(({ id }) => isHandedOver || silent.has(id))
  yield* fillCall(callId, { notes: filled, earlier, reference: null, conversation, lens, drafts: [] }, made)
  if (isHandedOver && lens != null) yield* storeLens(lens)
  for (const meeting of meetings) yield* fillMeeting(callId, yield* missingOf(callId, meeting, isHandedOver))
  if (reference !== null) yield* write(KEEP_REFERENCE, [reference, callId])
  yield* openCallAgain(callId)
  const keep = (standing: SealedCall, one: TicketWords) => keepOfCall(standing.caseId, onlyTickets([one]), made)
  yield* fillTickets(tickets, { ...made, open: ({ payload }) => payload, keep })
  yield* write(SEARCH_AGAIN, [callId])
}

/** A call whose session is this hub's, sealed or opened here. */
export const sealsHere = {
  *itsOwn(caseIds: readonly Id[]): Query<Id[]> {
    const asked = { ids: JSON.stringify(caseIds), deskId: '' }
    const owners = yield* rows<{ id: Id; handedOverAt: Instant | null }>(CASE_OWNERS, asked)
    return owners.filter(({ handedOverAt }) => handedOverAt !== null).map(({ id }) => id)
  },
  *sealed(callId: Id, at: Instant): Query<void> {
    yield* forgetAnswersAbout(callId)
    yield* forgetQuotingAnswers(at)
  },
  open: (callId: Id, made: Laying): Query<void> => openHere(callId, true, made),
}
