import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { advanceNoteSearch } from '../../electron/storage/search/note-search.ts'
import { advanceTicketSearch, searchAgrees } from '../../electron/storage/tickets/ticket-search.ts'
import { searchQuestion } from '../../shared/text/search-characters.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

/** As the rule of that time left them: words are found, pictures are not. */
const rows = `
  INSERT INTO session (id, purpose, started_at) VALUES ('s', 'listen', '2026-09-18T01:00:00.000Z');
  INSERT INTO call (id, session_id, number, started_at) VALUES ('c', 's', 1, '2026-09-18T01:00:00.000Z');
  INSERT INTO note (id, call_id, offset_ms, kind, text, created_at) VALUES ('n', 'c', 0, 'voice', '退货😡', '2026-09-18T01:01:00.000Z');
  INSERT INTO note_event (id, note_id, call_id, at, what) VALUES ('e', 'n', 'c', '2026-09-18T01:01:00.000Z', 'added');
  INSERT INTO searched_note (number, note_id) VALUES (1, 'n');
  INSERT INTO note_search (rowid, voice) VALUES (1, '退 货');
  INSERT INTO note_search_mark (only_row, event_row, event_id) SELECT 1, rowid, id FROM note_event;
  INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, opened_at, due_at)
    SELECT 't' || value, '没人管😡', 'coupon', 4, 'hours', 3, 'unclaimed', '营销部', '2026-09-18T01:02:00.000Z', '2026-09-18T06:00:00.000Z'
    FROM json_each('[1, 2, 3]');
  INSERT INTO ticket_search (rowid, characters) SELECT number, '没 人 管' FROM ticket;
`

test('what an earlier rule made findable stays so, and is made anew by today’s: newest first, some at a time', () => {
  const before = aDatabaseOfVersion(13, (db) => db.exec(rows))
  const db = openForWriting(before.path)
  const found = (typed: string) =>
    db
      .prepare('SELECT rowid FROM ticket_search WHERE ticket_search MATCH ? ORDER BY rowid')
      .pluck()
      .all(searchQuestion(typed))
  expect([found('没人'), found('😡')]).toEqual([[1, 2, 3], []])
  // The words of another rule are no damage.
  expect(searchAgrees(db)).toBe(true)
  expect(advanceTicketSearch(db, 2)).toBe(false)
  expect([found('没人'), found('😡')]).toEqual([
    [1, 2, 3],
    [2, 3],
  ])
  expect(advanceTicketSearch(db, 2)).toBe(true)
  expect([found('没人'), found('😡'), searchAgrees(db)]).toEqual([[1, 2, 3], [1, 2, 3], true])

  const notes = db.prepare('SELECT count(*) FROM note_search WHERE note_search MATCH ?').pluck()
  expect([notes.get(searchQuestion('😡')), advanceNoteSearch(db, 9), notes.get(searchQuestion('😡'))]).toEqual([
    0,
    true,
    1,
  ])
  db.close()
  before.remove()
})
