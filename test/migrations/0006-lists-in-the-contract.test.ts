import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { schemaOfVersion } from '../../electron/storage/file/schema-check.ts'
import { migrations } from '../../electron/storage/migrations/migrations.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { LONGEST_BOOKING_MS } from '../../shared/domain/seats/longest-booking.ts'
import { aFolder } from '../builders/console.ts'
import { columnsOf, rowsOf, tablesOf } from './rows-of.ts'

let folder: ReturnType<typeof aFolder>
let path: string
beforeEach(() => {
  folder = aFolder()
  path = join(folder.path, 'earshot.db')
  copyFileSync(join(import.meta.dirname, 'fixtures/v5.db'), path)
})
afterEach(() => folder.remove())

const openSix = () => openForWriting(path, () => {}, migrations.slice(0, 6))

/** What left the tables, as it stood there; «…IN» stands for a list of words. */
const gone: Readonly<Record<string, readonly string[]>> = {
  person: ['role'],
  room: ['slot_minutes'],
  booking: ['purpose', 'state'],
  booking_event: ['what'],
  session: ['purpose'],
  note: ['kind'],
  note_event: ['what'],
  draft: ['kind'],
  conversation: ['pace'],
  issue_type: ['limit_unit'],
  ticket: ['state'],
  ticket_event: ['what'],
  export_record: ['format', 'state', 'language'],
}

test('the schema is the old one without the closed lists, and with a day of 25 hours: nothing else differs', () => {
  const expected = [...schemaOfVersion(5)].map(([entry, sql]) => {
    const name = entry.slice('table '.length)
    const lists = (entry.startsWith('table ') && gone[name]) || []
    let text = plain(sql)
    for (const column of lists) {
      const without = text.replace(
        new RegExp(`(\\b${column} (?:TEXT|INTEGER) NOT NULL) CHECK \\(${column} IN \\([^)]*\\)\\)`),
        '$1',
      )
      expect(without, `${name}.${column}`).not.toBe(text)
      text = without
    }
    if (entry === 'table ticket')
      text = text.replace(/, CHECK \(\(paused_at IS NOT NULL\) = .*\)\) \) STRICT/, ' ) STRICT')
    return [entry, text.replaceAll(`'+1 day'`, `'+25 hours'`).replaceAll(`'-1 day'`, `'-25 hours'`)]
  })
  const found = [...schemaOfVersion(6)].map(([entry, sql]) => [entry, plain(sql)])
  expect(found.sort()).toEqual(expected.sort())
  expect(found.filter(([, sql]) => /CHECK \([^)]*\bIN \(/.test(sql ?? ''))).toEqual([])
})

/** Without comments, line breaks, and the quotes that a renamed table gets. */
const plain = (sql: string): string =>
  sql
    .replace(/--.*$/gm, '')
    .replace(/^CREATE TABLE "(\w+)"/, 'CREATE TABLE $1')
    .replace(/\s+/g, ' ')
    .replace(/\( /g, '(')
    .replace(/ ?\) STRICT/, ' ) STRICT')
    // Columns that an earlier step added stand behind the last one, written as that step wrote them.
    .replace(/ ,/g, ',')

test('every row of every table is byte for byte what it was, under the number it had', () => {
  const before = new Database(path)
  const rows = tablesOf(before).map((table) => ({ table, rows: rowsOf(before, table, columnsOf(before, table)) }))
  const sequence = before.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get('ticket')
  before.close()
  const db = openSix()
  expect(tablesOf(db).map((table) => ({ table, rows: rowsOf(db, table, columnsOf(db, table)) }))).toEqual(rows)
  expect(db.prepare('SELECT name, seq FROM sqlite_sequence').all()).toEqual([{ name: 'ticket', seq: sequence }])
  expect(db.pragma('foreign_key_check')).toEqual([])
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  db.close()
})

test.each(Object.entries(gone))('%s takes a new word without another step', (table, columns) => {
  const db = openSix()
  for (const column of columns) {
    const word = column === 'slot_minutes' ? 20 : 'a new one'
    db.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = (SELECT max(rowid) FROM ${table})`).run(word)
  }
  db.close()
})

test('what others refer to is still referred to, and cannot go', () => {
  const db = openSix()
  for (const table of ['person', 'seat', 'booking', 'session', 'call', 'note', 'ticket'])
    expect(() => db.exec(`DELETE FROM ${table}`), table).toThrow('FOREIGN KEY')
  db.close()
})

test('a booking may fill the longest day there is and not a millisecond more; it is met in its last minute', () => {
  const db = openSix()
  const [seatId, otherSeatId] = db.prepare('SELECT id FROM seat ORDER BY rowid').pluck().all()
  const [personId, otherId] = db.prepare('SELECT id FROM person ORDER BY rowid').pluck().all()
  const after = (ms: number) => new Date(Date.parse('2026-10-24T22:00:00.000Z') + ms).toISOString()
  const insert = (id: string, seat: unknown, person: unknown, fromMs: number, toMs: number) => () =>
    db
      .prepare(
        `INSERT INTO booking (id, seat_id, person_id, purpose, starts_at, ends_at, state) VALUES (?, ?, ?, 'listen', ?, ?, 'booked')`,
      )
      .run(id, seat, person, after(fromMs), after(toMs))
  expect(insert('a', seatId, personId, 0, LONGEST_BOOKING_MS + 1)).toThrow('CHECK')
  insert('b', seatId, personId, 0, LONGEST_BOOKING_MS)()
  expect(insert('c', seatId, otherId, LONGEST_BOOKING_MS - 60_000, LONGEST_BOOKING_MS + 60_000)).toThrow('seat_taken')
  expect(insert('d', otherSeatId, personId, LONGEST_BOOKING_MS - 60_000, LONGEST_BOOKING_MS)).toThrow('person_taken')
  insert('e', otherSeatId, otherId, 0, 60_000)()
  expect(() =>
    db
      .prepare(`UPDATE booking SET seat_id = ?, starts_at = ?, ends_at = ? WHERE id = 'e'`)
      .run(seatId, after(LONGEST_BOOKING_MS - 1), after(LONGEST_BOOKING_MS)),
  ).toThrow('seat_taken')
  db.close()
})
