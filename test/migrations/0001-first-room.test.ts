import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aDatabaseOfVersion } from '../builders/databases.ts'

let empty: ReturnType<typeof aDatabaseOfVersion>
let db: Database.Database
beforeEach(() => {
  // Of this step alone: what later steps add has tests of its own.
  empty = aDatabaseOfVersion(1)
  db = new Database(empty.path)
})
afterEach(() => {
  db.close()
  empty.remove()
})

const names = (type: string) =>
  db
    .prepare(`SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all(type) as string[]

test('an empty file becomes a room with every table; all of them check their types', () => {
  const tables = db
    .prepare(
      `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .all() as { name: string; strict: number }[]
  expect(tables.map(({ name }) => name).sort()).toEqual([
    ...[
      'booking',
      'booking_event',
      'call',
      'conversation',
      'draft',
      'export_record',
      'issue_type',
      'note',
      'note_event',
    ],
    ...['person', 'room', 'seat', 'session', 'ticket', 'ticket_event', 'ticket_quote'],
  ])
  expect(tables.filter(({ strict }) => strict !== 1)).toEqual([])
  expect(() => db.exec(`INSERT INTO seat (id, number) VALUES ('a', 'seven')`)).toThrow('cannot store TEXT value')
})

test('the referees of bookings are there', () => {
  expect(names('trigger')).toEqual(['booking_no_overlap_insert', 'booking_no_overlap_update'])
  expect(names('index')).toEqual(
    expect.arrayContaining(['booking_by_companion', 'booking_by_person', 'booking_by_seat', 'booking_by_start']),
  )
})

test('every reference between tables is enforced', () => {
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  expect(() => db.exec(`INSERT INTO call (id, session_id, number, started_at) VALUES ('a', 'nowhere', 1, '')`)).toThrow(
    'FOREIGN KEY',
  )
})

test('the seven issue types of the practice come with it, each on its own key', () => {
  expect(
    db.prepare(`SELECT digit, name_zh, limit_amount || ' ' || limit_unit FROM issue_type ORDER BY digit`).raw().all(),
  ).toEqual([
    [1, '优惠券', '4 hours'],
    [2, '商品说明不清', '2 days'],
    [3, '配送安装', '1 days'],
    [4, '商品优化', '15 days'],
    [5, '包装改善', '15 days'],
    [6, '服务政策', '30 days'],
    [7, '品牌方', '20 days'],
  ])
})

test('at most one session is open, at most one call in it, and one voice is quoted once', () => {
  db.exec(`INSERT INTO session (id, purpose, started_at) VALUES ('s', 'listen', 't')`)
  expect(() => db.exec(`INSERT INTO session (id, purpose, started_at) VALUES ('s2', 'listen', 't')`)).toThrow('UNIQUE')
  db.exec(`INSERT INTO call (id, session_id, number, started_at) VALUES ('c', 's', 1, 't')`)
  expect(() => db.exec(`INSERT INTO call (id, session_id, number, started_at) VALUES ('c2', 's', 2, 't')`)).toThrow(
    'UNIQUE',
  )
  db.exec(
    `INSERT INTO note (id, call_id, kind, text, offset_ms, created_at) VALUES ('n', 'c', 'voice', '原声', 0, 't')`,
  )
  for (const id of ['t1', 't2'])
    db.exec(`INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, opened_at, due_at)
      VALUES ('${id}', '标题', 'coupon', 4, 'hours', 3, 'unclaimed', '营销部', 't', 't')`)
  db.exec(`INSERT INTO ticket_quote (ticket_id, note_id, position) VALUES ('t1', 'n', 1)`)
  expect(() => db.exec(`INSERT INTO ticket_quote (ticket_id, note_id, position) VALUES ('t2', 'n', 1)`)).toThrow(
    'UNIQUE',
  )
})

test('one Chinese character finds a ticket', () => {
  db.exec(`INSERT INTO ticket_search (rowid, characters) VALUES (1, '尿 不 湿 换 码'), (2, '价 格 保 护')`)
  const find = (phrase: string) =>
    db.prepare('SELECT rowid FROM ticket_search WHERE ticket_search MATCH ?').pluck().all(`"${phrase}"`)
  expect([find('码'), find('价 格'), find('格 价')]).toEqual([[1], [2], []])
})
