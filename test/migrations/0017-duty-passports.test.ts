import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dutyPeople, lastReminders } from '../../electron/storage/duty/duty-people.ts'
import { recordsOfYear } from '../../electron/storage/duty/duty-records.ts'
import { readDutyRules } from '../../electron/storage/duty/duty-rules.ts'
import { endedSessions } from '../../electron/storage/duty/heard-sessions.ts'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { USUAL_RULES } from '../../shared/domain/duty/duties.ts'
import { aFolder } from '../builders/console.ts'

test('what was heard before is there for the passports, and nobody has joined, or been entered twice', () => {
  const folder = aFolder()
  const path = join(folder.path, 'earshot.db')
  copyFileSync(join(import.meta.dirname, 'fixtures/v16.db'), path)
  const db = openForWriting(path)
  expect(runOn(db, readDutyRules(2026))).toEqual({ rules: USUAL_RULES, version: 0 })
  expect(runOn(db, recordsOfYear(2026, null))).toEqual([])
  const people = runOn(db, dutyPeople())
  expect(people.map(({ joinedOn }) => joinedOn)).toEqual(people.map(() => null))
  expect(runOn(db, lastReminders(2026))).toEqual(new Map())
  const year = { from: '2026-01-01T00:00:00.000Z', before: '2027-01-01T00:00:00.000Z' }
  expect(runOn(db, endedSessions(year, null))).toMatchObject([{ heardMs: 270_000, noteCount: 6, standsInFor: null }])
  const add = db.prepare(`INSERT INTO duty_record (id, person_id, duty, date, place, evidence, written_at)
    VALUES (?, ?, 'trip', ?, '', '照片', '2026-09-18T01:02:00.000Z')`)
  expect(() => add.run('a', 'nobody', '2026-09-18')).toThrow(/FOREIGN KEY/)
  expect(() => add.run('b', people[0]?.ids[0], 'yesterday')).toThrow(/CHECK/)
  db.close()
  folder.remove()
})
