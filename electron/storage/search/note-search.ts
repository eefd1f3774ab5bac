import type { NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { indexedCharacters, SEARCH_RULE } from '../../../shared/text/search-characters.ts'
import {
  countAsUnimportant,
  inTransaction,
  type ReadableDb,
  statement,
  type WritableDb,
  writtenRows,
} from '../database.ts'
import { isSealed } from '../listening/sealed-calls.ts'

/** As the seventh migration makes it. */
const DEFINITION = `fts5 (voice, view, praise, risk, tokenize = "unicode61 remove_diacritics 0", content = '', contentless_delete = 1)`

const MARK = 'SELECT event_row AS row, event_id AS id FROM note_search_mark WHERE rule = ?'
const SET_MARK = `INSERT INTO note_search_mark (only_row, event_row, event_id, rule) VALUES (1, ?, ?, ?)
  ON CONFLICT (only_row) DO UPDATE SET event_row = excluded.event_row, event_id = excluded.event_id, rule = excluded.rule`
const LAST_EVENT = 'SELECT rowid AS row, id FROM note_event ORDER BY rowid DESC LIMIT 1'
const EVENT_AT = 'SELECT id FROM note_event WHERE rowid = ?'
const EVENTS_AFTER = 'SELECT rowid AS row, id, note_id AS noteId FROM note_event WHERE rowid > ? ORDER BY rowid LIMIT ?'
const WORDS = `SELECT kind, text, removed_at IS NOT NULL OR ${isSealed('note.call_id')} AS isLeftOut FROM note WHERE id = ?`
const GIVE_NUMBER = 'INSERT INTO searched_note (note_id) VALUES (?) ON CONFLICT DO NOTHING'
const NUMBER_OF = 'SELECT number FROM searched_note WHERE note_id = ?'
const DELETE = 'DELETE FROM note_search WHERE rowid = ?'

/** A column for each kind: another kind needs another table, by a migration. */
const COLUMN: Readonly<Record<NoteKind, string>> = { voice: 'voice', view: 'view', praise: 'praise', risk: 'risk' }
const insertOf = (kind: NoteKind) => `INSERT INTO note_search (rowid, ${COLUMN[kind]}) VALUES (?, ?)`

interface EventRow {
  readonly row: number
  readonly id: Id
}

const lastEvent = (db: ReadableDb): EventRow => (statement(db, LAST_EVENT).get() as EventRow | undefined) ?? NO_EVENT
const NO_EVENT: EventRow = { row: 0, id: '' }

/**
 * Where the index stands. Back at the beginning when another rule made it, or when the event there is another: a mended database
 * numbers its rows anew.
 */
function markOf(db: ReadableDb): EventRow {
  const mark = (statement(db, MARK).get(SEARCH_RULE) as EventRow | undefined) ?? NO_EVENT
  if (mark.row === 0) return mark
  const found = statement(db, EVENT_AT).get(mark.row) as { id: Id } | undefined
  return found?.id === mark.id ? mark : NO_EVENT
}

/** Whether every note is found as it stands now. */
export const isNoteSearchCurrent = (db: ReadableDb): boolean => markOf(db).row === lastEvent(db).row

/**
 * Takes the next events of notes, at most so many, into the index: what was added or edited is found by its words, what was removed
 * or undone no more. One transaction; no copy of the database is made for it. True when there are no more.
 */
export function advanceNoteSearch(db: WritableDb, events: number): boolean {
  const before = writtenRows(db)
  const mark = markOf(db)
  inTransaction(db, () => {
    if (mark.row === 0) emptyNoteSearch(db)
    const due = statement(db, EVENTS_AFTER).all(mark.row, events) as (EventRow & { noteId: Id })[]
    const last = due.at(-1)
    if (last === undefined) return
    for (const noteId of new Set(due.map((event) => event.noteId))) refresh(db, noteId)
    statement(db, SET_MARK).run(last.row, last.id, SEARCH_RULE)
  })
  countAsUnimportant(db, writtenRows(db) - before)
  return isNoteSearchCurrent(db)
}

function refresh(db: WritableDb, noteId: Id): void {
  const note = statement(db, WORDS).get(noteId) as { kind: NoteKind; text: string; isLeftOut: number }
  const isNew = statement(db, GIVE_NUMBER).run(noteId).changes === 1
  const { number } = statement(db, NUMBER_OF).get(noteId) as { number: number }
  if (!isNew) statement(db, DELETE).run(number)
  if (note.isLeftOut === 1) return
  statement(db, insertOf(note.kind)).run(number, indexedCharacters([note.text]))
}

/** Forgets the whole index; it fills again from the events. One that is damaged cannot be emptied otherwise. */
export function emptyNoteSearch(db: WritableDb): void {
  db.exec(`DROP TABLE note_search; CREATE VIRTUAL TABLE note_search USING ${DEFINITION};
    DELETE FROM searched_note; DELETE FROM note_search_mark`)
}
