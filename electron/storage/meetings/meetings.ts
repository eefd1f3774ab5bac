import type { ListedMeeting } from '../../../shared/contract/meetings/meetings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { inEach } from '../engine/in-each.ts'
import { type Query, row, rows, write } from '../engine/query.ts'
import { isEmptied, notSealed } from '../listening/sealed-calls.ts'
import { type By, guarded } from '../versions.ts'
import { GONE, type GoneColumns, goneOf, JOIN_GONE } from './gone-meetings.ts'

/** A meeting as it is stored, with the call that it is about. */
export interface StoredMeeting {
  readonly id: Id
  readonly callId: Id
  readonly sessionId: Id
  readonly callNumber: number
  readonly callReference: string | null
  readonly startedAt: Instant
  readonly noteIds: readonly Id[]
  readonly attendees: readonly string[]
  readonly wordsGone: ListedMeeting['wordsGone']
  readonly solvedAt: Instant | null
  readonly version: number
}

type MeetingRow = Omit<StoredMeeting, 'noteIds' | 'attendees' | 'wordsGone'> &
  GoneColumns & { noteIds: string; attendees: string }

const SELECT = `SELECT meeting.id, meeting.call_id AS callId, call.session_id AS sessionId, call.number AS callNumber,
  call.reference AS callReference, meeting.started_at AS startedAt, note_ids_json AS noteIds, attendees_json AS attendees,
  solved_at AS solvedAt, meeting.version, ${GONE} FROM meeting JOIN call ON call.id = meeting.call_id ${JOIN_GONE}`
/** The seat goes on with its meeting until the words are put away with the call; to a company nothing tells of one that is sealed. */
const IS_TOLD = { sqlite: `NOT ${isEmptied('meeting.call_id')}`, postgres: notSealed('meeting.call_id') }
const OF_CALL = inEach((say) => `${SELECT} WHERE meeting.call_id = ? AND ${say(IS_TOLD)}`)
const OF_SESSION = inEach((say) => `${SELECT} WHERE call.session_id = ? AND ${say(IS_TOLD)} ORDER BY call.number`)
/** By its own name, or by that of a second one that was joined to it. */
const BY_NAME = inEach(
  (say) => `${SELECT} WHERE meeting.call_id = :callId AND ${say(IS_TOLD)} AND (meeting.id = :meetingId
    OR EXISTS (SELECT 1 FROM meeting_alias WHERE meeting_alias.id = :meetingId AND meeting_alias.meeting_id = meeting.id))`,
)
const HOLD = { sqlite: null, postgres: 'SELECT 1 FROM meeting WHERE call_id = ? FOR NO KEY UPDATE' }
const INSERT = `INSERT INTO meeting (id, call_id, started_at, actor_id, note_ids_json, attendees_json)
  VALUES (:id, :callId, :startedAt, :actorId, :noteIds, '[]') ON CONFLICT DO NOTHING`
const UPDATE = `UPDATE meeting SET attendees_json = ?, solved_at = ?, version = version + 1 WHERE id = ? AND version = ?`

const fromRow = ({ keptUntil, goneAt, ...found }: MeetingRow): StoredMeeting => ({
  ...found,
  wordsGone: goneOf({ keptUntil, goneAt }),
  noteIds: JSON.parse(found.noteIds) as Id[],
  attendees: JSON.parse(found.attendees) as string[],
})

export function* meetingOfCall(callId: Id): Query<StoredMeeting | null> {
  const found = yield* row<MeetingRow>(OF_CALL, [callId])
  return found === null ? null : fromRow(found)
}

/** By call. */
export function* meetingsOfSession(sessionId: Id): Query<StoredMeeting[]> {
  return (yield* rows<MeetingRow>(OF_SESSION, [sessionId])).map(fromRow)
}

export interface OfMeeting {
  readonly meetingId: Id
  readonly callId: Id
}

/** The meeting, which nobody else changes or closes before the transaction that asked is over. */
export function* meetingToChange({ meetingId, callId }: OfMeeting): Query<StoredMeeting | null> {
  yield* rows(HOLD, [callId])
  const found = yield* row<MeetingRow>(BY_NAME, { meetingId, callId })
  return found === null ? null : fromRow(found)
}

interface NewMeeting {
  readonly id: Id
  readonly callId: Id
  readonly startedAt: Instant
  readonly actorId: Id | null
  readonly noteIds: readonly Id[]
}

/** A call has one: `meeting_one_a_call` is the referee, and a second one comes to nothing. */
export const insertMeeting = ({ noteIds, ...meeting }: NewMeeting): Query<number> =>
  write(INSERT, { ...meeting, noteIds: JSON.stringify(noteIds) })

/** Inside a transaction. Throws `StaleChange`. */
export function* updateMeeting(
  before: StoredMeeting,
  change: Partial<Pick<StoredMeeting, 'attendees' | 'solvedAt'>>,
  by: By,
): Query<void> {
  const { attendees, solvedAt } = { ...before, ...change }
  const update = write(UPDATE, [JSON.stringify(attendees), solvedAt, before.id, before.version])
  yield* guarded(before.id, [before, change], by, update)
}
