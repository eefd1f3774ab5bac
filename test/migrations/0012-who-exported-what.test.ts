import { afterEach, expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

let before: ReturnType<typeof aDatabaseOfVersion>
afterEach(() => before.remove())

const at = (minute: string) => `'2026-09-18T02:${minute}:00.000Z'`

test('nobody is made up for old files, their tickets know of them, and they stand where they were made', () => {
  const file = (id: string, state: string, sha256: string) =>
    `('${id}', 'csv', '/nowhere', '${id}.csv', '${state}', '{"ticketNumbers":[1,2]}', '全部', 'zh', 2, ${sha256}, ${at('20')})`
  before = aDatabaseOfVersion(11, (db) => {
    db.exec(`
      INSERT INTO session (id, purpose, started_at) VALUES ('s', 'listen', ${at('00')});
      INSERT INTO call (id, session_id, number, started_at, session_ms) VALUES ('c', 's', 1, ${at('00')}, 0);
      INSERT INTO note (id, call_id, kind, text, offset_ms, created_at) VALUES ('n', 'c', 'voice', '券', 0, ${at('01')});
      INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, opened_at, due_at)
        VALUES ('t', '券', 'coupon', 4, 'hours', 3, 'unclaimed', '营销部', ${at('02')}, ${at('50')});
      INSERT INTO ticket_event (id, ticket_id, at, what) VALUES
        ('t1', 't', ${at('10')}, 'opened'), ('t2', 't', ${at('20')}, 'moved'), ('t3', 't', ${at('21')}, 'exported');
      INSERT INTO note_event (id, note_id, call_id, at, what) VALUES ('n2', 'n', 'c', ${at('30')}, 'edited');
      INSERT INTO export_record (id, format, folder, file_name, state, selection_json, scope, language, ticket_count, sha256, created_at)
        VALUES ${file('gone', 'delivered', "'ab'")}, ${file('waits', 'waiting', "'ab'")}, ${file('unmade', 'waiting', 'NULL')};
    `)
  })
  const db = openForWriting(before.path)
  const columns = 'id, exported_by, choice_json, last_ticket_event_id, last_note_event_id, told_tickets'
  expect(db.prepare(`SELECT ${columns} FROM export_record ORDER BY rowid`).raw().all()).toEqual([
    ['gone', null, null, 't2', '', 2],
    ['waits', null, null, 't2', '', 0],
    ['unmade', null, null, null, null, 0],
  ])
  expect(db.prepare("SELECT name FROM sqlite_master WHERE name LIKE '%_event_by_time'").pluck().all()).toEqual([
    'booking_event_by_time',
  ])
  db.close()
})
