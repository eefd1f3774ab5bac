import type { Note, NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { FoundCall, FoundNote } from '../../../shared/contract/search/search.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, value } from '../engine/query.ts'
import { NOTE_COLUMNS } from '../listening/notes.ts'
import { HOLDS_WORDS } from './words-on-postgres.ts'

type FoundRow = Note & Omit<FoundNote, 'note'>

const WHERE_HEARD = `call.session_id AS sessionId, call.number AS callNumber, call.started_at AS callStartedAt,
  person.name AS listenerName`
const JOIN_HEARD = `JOIN call ON call.id = note.call_id JOIN session ON session.id = call.session_id
  LEFT JOIN person ON person.id = session.listener_id`

/** SQLite asks for kinds and words in one: `{praise risk} : ("没 人")`. */
const HOLDING = {
  sqlite: 'FROM note_search WHERE note_search MATCH :matching',
  postgres: inEach(
    (say) => `FROM note_search, (SELECT CAST(:question AS TEXT) AS question) AS asked
    WHERE ${say(among('kind', 'text', ':kinds'))} AND ${HOLDS_WORDS}`,
  ).postgres,
}

// The index gives its rows by number: the newest few are read without looking at the others.
const FOUND = {
  sqlite: `SELECT ${WHERE_HEARD}, ${NOTE_COLUMNS} ${JOIN_HEARD}
  JOIN searched_note ON searched_note.note_id = note.id
  WHERE searched_note.number IN (SELECT rowid ${HOLDING.sqlite} ORDER BY rowid DESC LIMIT :limit)
    AND note.removed_at IS NULL ORDER BY searched_note.number DESC`,
  postgres: `SELECT ${WHERE_HEARD}, ${NOTE_COLUMNS} ${JOIN_HEARD}
  WHERE note.rowid IN (SELECT number ${HOLDING.postgres} ORDER BY number DESC LIMIT :limit)
    AND note.removed_at IS NULL ORDER BY note.rowid DESC`,
}

const COUNT = inEach((say) => `SELECT count(*) AS value FROM (SELECT 1 ${say(HOLDING)} LIMIT :limit) AS found`)

// A note of a kind is never far from the end, so the newest are looked through rather than sorted.
const NEWEST = inEach(
  (say) => `SELECT ${WHERE_HEARD}, ${NOTE_COLUMNS} ${JOIN_HEARD}
  WHERE note.removed_at IS NULL AND ${say(among('note.kind'))} ORDER BY note.rowid DESC LIMIT ?`,
)

const CALLS = `SELECT call.id AS callId, call.session_id AS sessionId, call.number, call.reference,
    call.started_at AS startedAt, person.name AS listenerName
  FROM call JOIN session ON session.id = call.session_id LEFT JOIN person ON person.id = session.listener_id
  WHERE call.reference >= :from AND call.reference < :below ORDER BY call.started_at DESC LIMIT :limit`

const COUNT_CALLS = `SELECT count(*) AS value FROM
  (SELECT 1 FROM call WHERE reference >= :from AND reference < :below LIMIT :limit) AS found`

const asked = (kinds: readonly NoteKind[], question: string, limit: number) => ({
  ...{ question, limit, kinds: JSON.stringify(kinds) },
  matching: `{${kinds.join(' ')}} : (${question})`,
})

/** Notes of these kinds that hold what is asked for (`searchQuestion`), newest first. */
export function* findNotes(kinds: readonly NoteKind[], question: string, limit: number): Query<FoundNote[]> {
  return (yield* rows<FoundRow>(FOUND, asked(kinds, question, limit))).map(fromRow)
}

export function* countNotes(kinds: readonly NoteKind[], question: string, atMost: number): Query<number> {
  return (yield* value<number>(COUNT, asked(kinds, question, atMost))) ?? 0
}

/** The last notes of these kinds, newest first. */
export function* newestNotes(kinds: readonly NoteKind[], limit: number): Query<FoundNote[]> {
  return (yield* rows<FoundRow>(NEWEST, [JSON.stringify(kinds), limit])).map(fromRow)
}

/** Calls whose reference begins with this, newest first. */
export const findCalls = (reference: string, limit: number): Query<FoundCall[]> =>
  rows<FoundCall>(CALLS, { ...beginningWith(reference), limit })

export function* countCalls(reference: string, atMost: number): Query<number> {
  return (yield* value<number>(COUNT_CALLS, { ...beginningWith(reference), limit: atMost })) ?? 0
}

/** As a range, which the index of references answers; `LIKE` would read every call. */
const beginningWith = (reference: string) => ({ from: reference, below: `${reference}\u{10ffff}` })

const fromRow = ({ sessionId, callNumber, callStartedAt, listenerName, ...note }: FoundRow): FoundNote => ({
  ...{ note, sessionId, callNumber, callStartedAt, listenerName },
})
