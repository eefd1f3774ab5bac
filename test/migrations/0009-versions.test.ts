import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openForWriting } from '../../electron/storage/open.ts'
import { aFolder } from '../builders/console.ts'

test('what was there was never changed as far as is known, and a version is reached once', () => {
  const folder = aFolder()
  const path = join(folder.path, 'earshot.db')
  copyFileSync(join(import.meta.dirname, 'fixtures/v8.db'), path)
  const db = openForWriting(path)
  for (const table of ['person', 'room', 'note', 'issue_type', 'ticket'])
    expect(db.prepare(`SELECT DISTINCT version FROM ${table}`).pluck().all(), table).toEqual([0])
  const reach = () => db.exec(`INSERT INTO row_change (row_id, version, at, fields_json) VALUES ('a', 1, '', '[]')`)
  reach()
  expect(reach).toThrow('UNIQUE')
  db.close()
  folder.remove()
})
