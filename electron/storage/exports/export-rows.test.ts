import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aFolder } from '../../../test/builders/console.ts'
import type { WritableDb } from '../database.ts'
import { openForWriting } from '../open.ts'
import { exportPages, ticketNumbers } from './export-rows.ts'

let folder: ReturnType<typeof aFolder>
let db: WritableDb
beforeEach(() => {
  folder = aFolder()
  db = openForWriting(join(folder.path, 'earshot.db'))
  const at = "'2026-09-18T01:02:00.000Z'"
  db.exec(`INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, opened_at, due_at)
    VALUES ('t', '退款没有到账', (SELECT min(id) FROM issue_type), 4, 'hours', 3, 'unclaimed', '市场部', ${at}, ${at})`)
})
afterEach(() => {
  db.close()
  folder.remove()
})

test('what went wrong while a file is written comes out, also where its snapshot went with it', () => {
  // Of several pages, so that there is more to be read.
  const numbers = [...ticketNumbers(db), ...Array.from({ length: 10_000 }, (_, at) => 1_000 + at)]
  const pages = exportPages(db, numbers)
  expect(pages.next().done).toBe(false)
  // As SQLite does by itself on a disk that is full or cannot be read; nothing can be read after it.
  db.exec('ROLLBACK; ALTER TABLE ticket RENAME TO ticket_gone')
  expect(() => pages.next()).toThrow('no such table: ticket')
})
