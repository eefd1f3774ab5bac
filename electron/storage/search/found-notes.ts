import type { Note, NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { FoundCall, FoundNote } from '../../../shared/contract/search/search.ts'
import { type ReadableDb, statement } from '../database.ts'
import { NOTE_COLUMNS } from '../listening/notes.ts'

type FoundRow = Note & Omit<FoundNote, 'note'>

const WHERE_HEARD = `call.session_id AS sessionId, call.number AS callNumber, call.started_at AS callStartedAt,
  person.name AS listenerName`
const JOIN_HEARD = `JOIN call ON call.id = note.call_id JOIN session ON session.id = call.session_id
  LEFT JOIN person ON person.id = session.listener_id`

// The index gives its rows by number: the newest few are read without looking at the others.
const FOUND = `SELECT ${WHERE_HEARD}, ${NOTE_COLUMNS} ${JOIN_HEARD}
  JOIN searched_note ON searched_note.note_id = note.id
  WHERE searched_note.number IN (SELECT rowid FROM note_search WHERE note_search MATCH ? ORDER BY rowid DESC LIMIT ?)
    AND note.removed_at IS NULL ORDER BY searched_note.number DESC`

const COUNT = 'SELECT count(*) FROM (SELECT 1 FROM note_search WHERE note_search MATCH ? LIMIT ?)'

// A note of a kind is never far from the end, so the newest are looked through rather than sorted.
const NEWEST = `SELECT ${WHERE_HEARD}, ${NOTE_COLUMNS} ${JOIN_HEARD}
  WHERE note.removed_at IS NULL AND note.kind IN (SELECT value FROM json_each(?)) ORDER BY note.rowid DESC LIMIT ?`

const CALLS = `SELECT call.id AS callId, call.session_id AS sessionId, call.number, call.reference,
    call.started_at AS startedAt, person.name AS listenerName
  FROM call JOIN session ON session.id = call.session_id LEFT JOIN person ON person.id = session.listener_id
  WHERE call.reference >= :from AND call.reference < :below ORDER BY call.started_at DESC LIMIT :limit`

const COUNT_CALLS = `SELECT count(*) FROM
  (SELECT 1 FROM call WHERE reference >= :from AND reference < :below LIMIT :limit)`

/** Column filter and question together are one MATCH: `{praise risk} : ("没 人")`. */
const matching = (kinds: readonly NoteKind[], question: string): string => `{${kinds.join(' ')}} : (${question})`

/** Notes of these kinds that hold what is asked for (`searchQuestion`), newest first. */
export function findNotes(db: ReadableDb, kinds: readonly NoteKind[], question: string, limit: number): FoundNote[] {
  return (statement(db, FOUND).all(matching(kinds, question), limit) as FoundRow[]).map(fromRow)
}

export const countNotes = (db: ReadableDb, kinds: readonly NoteKind[], question: string, atMost: number): number =>
  Number(statement(db, COUNT).pluck().get(matching(kinds, question), atMost))

/** The last notes of these kinds, newest first. */
export const newestNotes = (db: ReadableDb, kinds: readonly NoteKind[], limit: number): FoundNote[] =>
  (statement(db, NEWEST).all(JSON.stringify(kinds), limit) as FoundRow[]).map(fromRow)

/** Calls whose reference begins with this, newest first. */
export function findCalls(db: ReadableDb, reference: string, limit: number): FoundCall[] {
  return statement(db, CALLS).all({ ...beginningWith(reference), limit }) as FoundCall[]
}

export const countCalls = (db: ReadableDb, reference: string, atMost: number): number =>
  Number(
    statement(db, COUNT_CALLS)
      .pluck()
      .get({ ...beginningWith(reference), limit: atMost }),
  )

/** As a range, which the index of references answers; `LIKE` would read every call. */
const beginningWith = (reference: string) => ({ from: reference, below: `${reference}\u{10ffff}` })

const fromRow = ({ sessionId, callNumber, callStartedAt, listenerName, ...note }: FoundRow): FoundNote => ({
  ...{ note, sessionId, callNumber, callStartedAt, listenerName },
})
