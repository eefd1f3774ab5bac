import { expect, test } from 'vitest'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { departments } from '../../electron/storage/tickets/tickets.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

const at = "'2026-09-18T01:02:00.000Z'"

test('departments and owners of old tickets stand in their indexes; withdrawn tickets offer no department', () => {
  const before = aDatabaseOfVersion(14, (db) =>
    db.exec(`
      DELETE FROM issue_type;
      INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, owner_name, opened_at, due_at, withdrawn_at)
      VALUES ('a', '券', 'coupon', 4, 'hours', 3, 'unclaimed', '营销部', NULL, ${at}, ${at}, NULL),
        ('b', '券', 'coupon', 4, 'hours', 3, 'in_progress', '物流部', '王敏', ${at}, ${at}, NULL),
        ('c', '券', 'coupon', 4, 'hours', 3, 'in_progress', '物流部', '王敏', ${at}, ${at}, NULL),
        ('d', '券', 'coupon', 4, 'hours', 3, 'unclaimed', '包装中心', NULL, ${at}, ${at}, ${at});
    `),
  )
  const db = openForWriting(before.path)
  expect(runOn(db, departments()).sort()).toEqual(['物流部', '营销部'].sort())
  const names = db
    .prepare("SELECT id FROM ticket INDEXED BY ticket_by_owner WHERE owner_name = '王敏' ORDER BY id")
    .pluck()
  expect(names.all()).toEqual(['b', 'c'])
  const open =
    "withdrawn_at IS NULL AND state IN ('unclaimed', 'in_progress', 'awaiting_information', 'awaiting_third_party')"
  const numbers = db.prepare(`SELECT number FROM ticket INDEXED BY ticket_open_by_due WHERE ${open}`).pluck()
  expect(numbers.all()).toEqual([1, 2, 3])
  db.close()
  before.remove()
})
