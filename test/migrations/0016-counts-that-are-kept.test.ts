import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ReadableDb } from '../../electron/storage/database.ts'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { checkIntegrity } from '../../electron/storage/file/integrity.ts'
import { rebuildDatabase } from '../../electron/storage/file/repair.ts'
import { countSessions, everySession } from '../../electron/storage/listening/session-list.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { countTickets } from '../../electron/storage/tickets/ticket-list.ts'
import { refillTicketSearch } from '../../electron/storage/tickets/ticket-search.ts'
import { departments } from '../../electron/storage/tickets/tickets.ts'
import { TicketFilter } from '../../shared/contract/tickets/tickets.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

const at = "'2026-09-18T01:02:00.000Z'"

const older = () =>
  aDatabaseOfVersion(15, (db) =>
    db.exec(`
      DELETE FROM issue_type;
      INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, opened_at, due_at, withdrawn_at)
      VALUES ('a', '券', 'coupon', 4, 'hours', 3, 'unclaimed', '营销部', ${at}, ${at}, NULL),
        ('b', '券', 'coupon', 4, 'hours', 3, 'closed', '物流部', ${at}, ${at}, NULL),
        ('c', '券', 'coupon', 4, 'hours', 1, 'closed', '物流部', ${at}, ${at}, NULL),
        ('d', '券', 'coupon', 4, 'hours', 3, 'unclaimed', '包装中心', ${at}, ${at}, ${at});
      INSERT INTO person (id, name, department, role) VALUES ('p', '陈思远', '', 'listener');
      INSERT INTO session (id, listener_id, purpose, started_at, ended_at)
      VALUES ('s', 'p', 'listen', ${at}, ${at}), ('t', NULL, 'listen', ${at}, ${at}), ('u', 'p', 'listen', ${at}, ${at});
    `),
  )

const now = '2026-09-18T01:02:00.000Z'
const counted = (db: ReadableDb) => [
  runOn(db, countTickets(TicketFilter.parse({}), now)),
  runOn(db, countTickets(TicketFilter.parse({ states: ['closed'], priorities: [1, 2] }), now)),
  runOn(db, countSessions(everySession)),
  runOn(db, countSessions({ ...everySession, listenerIds: ['p'] })),
]

test('old tickets and sessions are counted, withdrawn ones left out, and new ones on top', () => {
  const before = older()
  const db = openForWriting(before.path)
  expect(counted(db)).toEqual([3, 1, 3, 2])
  expect(runOn(db, departments()).sort()).toEqual(['物流部', '营销部'].sort())
  db.exec(`INSERT INTO session (id, listener_id, purpose, started_at) VALUES ('v', 'p', 'listen', ${at});
    UPDATE ticket SET state = 'closed', priority = 2 WHERE id = 'a'; UPDATE ticket SET withdrawn_at = NULL WHERE id = 'd'`)
  expect(counted(db)).toEqual([4, 2, 4, 3])
  db.close()
  before.remove()
})

test('a count that was changed is found, and mended with the indexes', () => {
  const before = older()
  const db = openForWriting(before.path)
  refillTicketSearch(db)
  expect(checkIntegrity(db)).toBe('ok')
  db.exec(`UPDATE ticket_tally SET tickets = 7 WHERE state = 'closed'; DELETE FROM session_tally`)
  expect(checkIntegrity(db)).toBe('indexes')
  db.close()
  const target = `${before.path}.rebuilt`
  expect(rebuildDatabase(before.path, target)).toBe(true)
  const mended = openForWriting(target)
  expect(counted(mended)).toEqual([3, 1, 3, 2])
  mended.close()
  rmSync(target)
  before.remove()
})
