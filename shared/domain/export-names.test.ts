import { expect, test } from 'vitest'
import { exportFileName, safeNamePart } from './export-names.ts'

const facts = {
  scope: '采销部',
  at: '2026-11-21T10:05:30.000Z',
  timeZone: 'Asia/Shanghai',
  sequence: 1,
  extension: 'xlsx',
}

test('the name says what, when and which', () => {
  expect(exportFileName(facts)).toBe('听线工单_采销部_2026-11-21_1805_01.xlsx')
  expect(exportFileName({ ...facts, sequence: 112, extension: '.CSV', at: '2026-11-21T16:00:00.000Z' })).toBe(
    '听线工单_采销部_2026-11-22_0000_112.csv',
  )
})

test.each([
  ['采销部/家电:大件?', '采销部-家电-大件-'],
  ['a\\b<c>d|e*f"g_h', 'a-b-c-d-e-f-g-h'],
  ['../../etc/passwd', '-..-etc-passwd'],
  ['第一周...  ', '第一周'],
  [' .隐藏', '隐藏'],
  ['~$锁定', '锁定'],
  ['CON', '-CON'],
  ['nul.txt', '-nul.txt'],
  ['COM¹', '-COM¹'],
  ['Console', 'Console'],
  ['换\n行\t与\u3000空白', '换 行 与 空白'],
  ['发票\u202Excod.exe', '发票xcod.exe'],
  ['e\u0301quipe', '\u00e9quipe'],
  ['', '全部'],
  ['...', '全部'],
  ['\ud83d', '全部'],
])('%j becomes %j', (scope, part) => {
  expect(safeNamePart(scope)).toBe(part)
})

test('a long scope is cut between characters, never inside one, and the name stays within 80', () => {
  for (let length = 30; length < 60; length++) {
    const name = exportFileName({ ...facts, scope: `${'长'.repeat(length)}😀😀😀` })
    expect(name.length).toBeLessThanOrEqual(80)
    expect(name.isWellFormed()).toBe(true)
    expect(name.endsWith('_2026-11-21_1805_01.xlsx')).toBe(true)
  }
})

test('cutting leaves no dot or blank before the date', () => {
  expect(safeNamePart(`${'家'.repeat(39)}. 电`)).toBe('家'.repeat(39))
})
