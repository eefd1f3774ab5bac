import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WritableDb } from '../../electron/storage/database.ts'
import { forgetMountPoint, mountPointIn, saveMountPoint } from '../../electron/storage/exports/export-folders.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { aDatabaseOfVersion } from '../builders/databases.ts'

let old: ReturnType<typeof aDatabaseOfVersion>
let db: WritableDb
beforeEach(() => {
  old = aDatabaseOfVersion(3, (first) => {
    first.exec(`INSERT INTO export_record (id, format, folder, file_name, state, selection_json, scope, language, ticket_count,
      created_at) VALUES ('e', 'csv', '/share', 'a_01.csv', 'waiting', '{}', '全部', 'zh', 1, '2026-09-18T01:00:00.000Z')`)
  })
  db = openForWriting(old.path)
})
afterEach(() => {
  db.close()
  old.remove()
})

test('exports of the first version go on waiting, and nothing is known of their folder', () => {
  expect(db.prepare('SELECT folder, state FROM export_record').all()).toEqual([{ folder: '/share', state: 'waiting' }])
  expect(mountPointIn(db, '/share')).toBe(null)
})

test('the drive of a folder is kept, replaced, and forgotten', () => {
  saveMountPoint(db, '/mnt/share/a', '/mnt/share')
  saveMountPoint(db, '/mnt/share/a', '/mnt/share/a')
  saveMountPoint(db, '/elsewhere', '/')
  expect([mountPointIn(db, '/mnt/share/a'), mountPointIn(db, '/elsewhere')]).toEqual(['/mnt/share/a', '/'])
  forgetMountPoint(db, '/mnt/share/a')
  expect([mountPointIn(db, '/mnt/share/a'), mountPointIn(db, '/elsewhere')]).toEqual([null, '/'])
})
