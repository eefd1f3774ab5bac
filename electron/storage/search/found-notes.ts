import type { Note, NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { FoundNote } from '../../../shared/contract/search/search.ts'
import { among, inEach } from '../engine/in-each.ts'
import { HOLDS_WORDS } from '../engine/postgres-words.ts'
import { type Query, rows, value } from '../engine/query.ts'
import { HEARD_ZONE } from '../listening/calls.ts'
import { NOTE_COLUMNS } from '../listening/notes.ts'
import { notSealed } from '../listening/sealed-calls.ts'

type FoundRow = Note & Omit<FoundNote, 'note'>

const WHERE_HEARD = `call.session_id AS sessionId, call.number AS callNumber, call.started_at AS callStartedAt,
  person.name AS listenerName, ${HEARD_ZONE}`
const JOIN_HEARD = `JOIN call ON call.id = note.call_id JOIN session ON session.id = call.session_id
  LEFT JOIN person ON person.id = session.listener_id`

/** Of a company's notes the newest are looked through first: most words have been heard lately, and those that were not are few in the index. */
const LATELY = 20_000

/** SQLite asks for kinds and words in one: `{praise risk} : ("没 人")`. */
const HOLDING = {
  sqlite: 'FROM note_search WHERE note_search MATCH :matching',
  postgres: inEach(
    (say) => `FROM note_search, (SELECT CAST(:question AS TEXT) AS question) AS asked
    WHERE ${say(among('kind', 'text', ':kinds'))} AND ${HOLDS_WORDS}`,
  ).postgres,
}

/** Numbers of the newest, newest first. SQLite's index gives them in this order, so that no others are looked at. */
const NEWEST_HOLDING = {
  sqlite: `SELECT rowid ${HOLDING.sqlite} ORDER BY rowid DESC LIMIT :limit`,
  // The second half is begun only where the first does not fill the page. `+ 0`: by the index of words, not from note to note.
  postgres: `SELECT number FROM (
    (SELECT number ${HOLDING.postgres} AND number > (SELECT max(number) - ${LATELY} FROM note_search) ORDER BY number DESC LIMIT :limit)
    UNION ALL
    (SELECT number ${HOLDING.postgres} AND number <= (SELECT max(number) - ${LATELY} FROM note_search) ORDER BY number + 0 DESC LIMIT :limit)
  ) AS newest LIMIT :limit`,
}

const FOUND = {
  sqlite: `SELECT ${WHERE_HEARD}, ${NOTE_COLUMNS} ${JOIN_HEARD}
  JOIN searched_note ON searched_note.note_id = note.id
  WHERE searched_note.number IN (${NEWEST_HOLDING.sqlite}) AND note.removed_at IS NULL ORDER BY searched_note.number DESC`,
  postgres: `SELECT ${WHERE_HEARD}, ${NOTE_COLUMNS} ${JOIN_HEARD}
  WHERE note.rowid IN (${NEWEST_HOLDING.postgres}) AND note.removed_at IS NULL AND ${notSealed('note.call_id')}
  ORDER BY note.rowid DESC`,
}

/** Sealed while its notes were being taken in, a call may stand in the index until it is emptied. */
const NOT_SEALED = {
  sqlite: 'true',
  postgres: 'number NOT IN (SELECT note.rowid FROM note JOIN sealed_call ON sealed_call.call_id = note.call_id)',
}

const COUNT = inEach(
  (say) => `SELECT count(*) AS value FROM (${say(NEWEST_HOLDING)}) AS found WHERE ${say(NOT_SEALED)}`,
)

// A note of a kind is never far from the end, so the newest are looked through rather than sorted.
const NEWEST = inEach(
  (say) => `SELECT ${WHERE_HEARD}, ${NOTE_COLUMNS} ${JOIN_HEARD}
  WHERE note.removed_at IS NULL AND ${notSealed('note.call_id')} AND ${say(among('note.kind'))} ORDER BY note.rowid DESC LIMIT ?`,
)

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

const fromRow = ({ sessionId, callNumber, callStartedAt, listenerName, heardZone, ...note }: FoundRow): FoundNote => ({
  ...{ note, sessionId, callNumber, callStartedAt, listenerName, heardZone },
})
