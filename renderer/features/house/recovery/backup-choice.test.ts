import { expect, test } from 'vitest'
import type { Backup } from '../../../../shared/contract/house/workspace.ts'
import { chosenBackup } from './backup-choice.ts'

const backup = (day: number, isGood: boolean): Backup => ({
  fileName: `earshot_2026-11-${day}_090000.db`,
  madeAt: `2026-11-${day}T09:00:00.000Z`,
  sizeBytes: 1,
  isGood,
  saysSealed: false,
  noteCount: isGood ? 3 : null,
  ticketCount: isGood ? 1 : null,
})
const backups = [backup(21, false), backup(20, true), backup(19, true)]

test.each([
  ['nobody chose: the newest that is good', null, 20],
  ['a chosen one', backups[2]?.fileName ?? '', 19],
  ['a bad one cannot be chosen', backups[0]?.fileName ?? '', 20],
  ['one that is gone', 'earshot_2026-11-01_090000.db', 20],
])('%s', (_, fileName, day) => {
  expect(chosenBackup(backups, fileName)?.fileName).toBe(`earshot_2026-11-${day}_090000.db`)
})

test('none to choose from', () => {
  expect(chosenBackup([backup(21, false)], null)).toBe(null)
})
