import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aFolder } from '../../../test/builders/console.ts'
import type { ReadableDb, WritableDb } from '../database.ts'
import { runOn } from '../engine/sqlite.ts'
import { openForReading, openForWriting } from '../open.ts'
import { advanceTicketSearch, refreshTicketSearch } from '../tickets/ticket-search.ts'
import { checkIntegrity } from './integrity.ts'
import { lossAgainst } from './loss.ts'

let folder: ReturnType<typeof aFolder>
let db: WritableDb
let reader: ReadableDb
let written: number
beforeEach(() => {
  folder = aFolder()
  const path = join(folder.path, 'earshot.db')
  db = openForWriting(path)
  written = 0
  for (let ticket = 0; ticket < 400; ticket++) write()
  while (!advanceTicketSearch(db, 100));
  reader = openForReading(path)
})
afterEach(() => {
  reader.close()
  db.close()
  folder.remove()
})

/** Somebody at work: a ticket is opened, a session begun. */
function write() {
  written += 1
  const at = "'2026-09-18T01:02:00.000Z'"
  db.exec(`INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, opened_at, due_at)
      VALUES ('t${written}', '券${written * 7919} 退款没有到账', (SELECT min(id) FROM issue_type), 4, 'hours', 3, 'unclaimed', '市场部', ${at}, ${at});
    INSERT INTO session (id, listener_id, purpose, started_at, ended_at) VALUES ('s${written}', NULL, 'listen', ${at}, ${at})`)
  runOn(db, refreshTicketSearch(`t${written}`))
}

/** Something is stored before each statement of the reader. */
function meanwhile() {
  const prepare = reader.prepare.bind(reader)
  reader.prepare = ((sql: string) => {
    write()
    return prepare(sql)
  }) as typeof reader.prepare
}

test('a sound database is found sound, however much is stored while it is looked through', () => {
  meanwhile()
  expect(checkIntegrity(reader)).toBe('ok')
  expect(written).toBeGreaterThan(405)
})

test('what a copy lacks is counted and shown as of one moment', () => {
  const copy = join(folder.path, 'copy.db')
  db.prepare('VACUUM INTO ?').run(copy)
  write()
  meanwhile()
  const { counts, tickets } = lossAgainst(reader, copy)
  expect(tickets).toHaveLength(counts.newTickets)
  expect(written).toBeGreaterThan(405)
})

test('a full disk is told as that, though the temporary tables go with it', () => {
  reader.pragma('temp.max_page_count = 8')
  expect(() => checkIntegrity(reader)).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }))
})
