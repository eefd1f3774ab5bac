import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('what ended before counts by its own date; what ends now, or is changed, by the last day on which the program ran', () => {
  const before = aDatabaseOfVersion(34, (db) =>
    db.exec(`INSERT INTO session (id, purpose, started_at, ended_at) VALUES ('old', 'listen', '2026-09-01T01:00:00.000Z', '2026-09-01T02:00:00.000Z');
      INSERT INTO session (id, purpose, started_at) VALUES ('open', 'listen', '2019-01-01T01:00:00.000Z');
      INSERT INTO call (id, session_id, number, started_at, session_ms) VALUES ('call', 'open', 1, '2019-01-01T01:00:00.000Z', 0);`),
  )
  const db = openForWriting(before.path)
  const counted = () => db.prepare('SELECT id, run, day FROM counted_day ORDER BY id').all()
  const end = db.prepare('UPDATE session SET ended_at = ? WHERE id = ?')
  const run =
    db.prepare(`INSERT INTO clock_run (number, first_day, last_day, counted_on, days_seen, offset_days, granted_days, gap_days)
    VALUES (?, '2019-01-01', '2019-01-01', ?, 1, 0, 0, 0)`)
  db.prepare(`INSERT INTO conversation (call_id, title, pace, lines_json) VALUES ('call', 't', 'recorded', '[]')`).run()
  expect(counted()).toEqual([])
  run.run(1, '2026-11-26')
  run.run(2, '2026-11-27')
  end.run('2019-01-01T02:00:00.000Z', 'open')
  db.prepare(`UPDATE conversation SET title = 'u'`).run()
  expect(counted()).toEqual([
    { id: 'session:open', run: 2, day: '2026-11-27' },
    { id: 'touched:open', run: 2, day: '2026-11-27' },
  ])
  run.run(3, '2026-11-28')
  end.run('2019-01-01T02:00:00.000Z', 'open')
  expect(counted()).toMatchObject([{ run: 2 }, { run: 2 }])
  db.close()
  before.remove()
})
