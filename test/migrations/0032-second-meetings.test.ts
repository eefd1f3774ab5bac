import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

test('a ticket withdrawn long ago loses its words, and so does its story; one that stands keeps its own', () => {
  const before = aDatabaseOfVersion(31, (db) => {
    const ticket =
      db.prepare(`INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department,
        owner_name, opened_at, due_at, withdrawn_at)
      VALUES (?, '他说他想跳下去', 'coupon', 4, 'hours', 1, 'unclaimed', '营销部', '李雷', '2026-09-18T01:00:00.000Z', '2026-09-18T05:00:00.000Z', ?)`)
    const event = db.prepare(`INSERT INTO ticket_event (id, ticket_id, at, actor_name, what, remark, before_json)
      VALUES (?, ?, '2026-09-18T01:00:00.000Z', '王敏', 'moved', '他说他想跳下去', '{"title":"他说他想跳下去"}')`)
    ticket.run('gone', '2026-09-18T02:00:00.000Z')
    ticket.run('stands', null)
    event.run('a', 'gone')
    event.run('b', 'stands')
  })
  const db = openForWriting(before.path)
  expect(db.prepare('SELECT id, title, owner_name FROM ticket ORDER BY id').all()).toEqual([
    { id: 'gone', title: '—', owner_name: null },
    { id: 'stands', title: '他说他想跳下去', owner_name: '李雷' },
  ])
  expect(db.prepare('SELECT id, actor_name, remark, before_json FROM ticket_event ORDER BY id').all()).toEqual([
    { id: 'a', actor_name: '王敏', remark: null, before_json: null },
    { id: 'b', actor_name: '王敏', remark: '他说他想跳下去', before_json: '{"title":"他说他想跳下去"}' },
  ])
  for (const table of ['meeting_alias', 'conversation_taken'])
    expect(db.prepare(`SELECT * FROM ${table}`).all()).toEqual([])
  db.close()
  before.remove()
})
