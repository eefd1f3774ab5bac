import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { readCalendar } from '../../electron/storage/house/calendar.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { defaultCalendar } from '../../shared/domain/house/default-calendar.ts'
import { aFolder } from '../builders/console.ts'

test('nobody has entered a year: deadlines are counted as before', () => {
  const folder = aFolder()
  const path = join(folder.path, 'earshot.db')
  copyFileSync(join(import.meta.dirname, 'fixtures/v10.db'), path)
  const db = openForWriting(path)
  expect(db.prepare('SELECT * FROM calendar_year').all()).toEqual([])
  expect(runOn(db, readCalendar())).toEqual(defaultCalendar)
  db.close()
  folder.remove()
})
