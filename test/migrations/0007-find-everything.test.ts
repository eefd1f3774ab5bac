import { afterEach, expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { advanceNoteSearch } from '../../electron/storage/search/note-search.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

let before: ReturnType<typeof aDatabaseOfVersion>
afterEach(() => before.remove())

test('notes taken before there was a search are found after it, those removed are not, and nothing of them changes', () => {
  before = aDatabaseOfVersion(6, (db) =>
    db.exec(`
      INSERT INTO session (id, purpose, started_at) VALUES ('s', 'listen', '2026-09-18T01:00:00.000Z');
      INSERT INTO call (id, session_id, number, started_at) VALUES ('c', 's', 1, '2026-09-18T01:00:30.000Z');
      INSERT INTO note (id, call_id, kind, text, offset_ms, created_at, removed_at) VALUES
        ('n1', 'c', 'voice', '没人管我', 1000, '2026-09-18T01:00:40.000Z', NULL),
        ('n2', 'c', 'view', '没人接手', 2000, '2026-09-18T01:00:41.000Z', NULL),
        ('n3', 'c', 'voice', '没人在', 3000, '2026-09-18T01:00:42.000Z', '2026-09-18T01:00:50.000Z');
      INSERT INTO note_event (id, note_id, call_id, at, what) VALUES
        ('e1', 'n1', 'c', '2026-09-18T01:00:40.000Z', 'added'),
        ('e2', 'n2', 'c', '2026-09-18T01:00:41.000Z', 'added'),
        ('e3', 'n3', 'c', '2026-09-18T01:00:42.000Z', 'added'),
        ('e4', 'n3', 'c', '2026-09-18T01:00:50.000Z', 'removed');
    `),
  )
  const db = openForWriting(before.path)
  const notes = () => db.prepare('SELECT * FROM note ORDER BY id').raw().all()
  const as = notes()
  const found = (question: string) =>
    db
      .prepare(
        `SELECT note_id FROM note_search JOIN searched_note ON number = note_search.rowid
          WHERE note_search MATCH ? ORDER BY number`,
      )
      .pluck()
      .all(question)
  expect(found('"没 人"')).toEqual([])
  expect(advanceNoteSearch(db, 3)).toBe(false)
  expect(advanceNoteSearch(db, 3)).toBe(true)
  expect(found('"没 人"')).toEqual(['n1', 'n2'])
  expect(found('view : ("没 人")')).toEqual(['n2'])
  expect(notes()).toEqual(as)
  db.close()
})
