import { describe, expect, test } from 'vitest'
import { exportFileName, foldedName, ledgerName, markedName, safeNamePart } from './export-names.ts'

const facts = {
  scope: '采销部',
  language: 'zh',
  at: '2026-11-21T10:05:30.000Z',
  timeZone: 'Asia/Shanghai',
  sequence: 1,
  extension: 'xlsx',
} as const

test('the name says what, when and which', () => {
  expect(exportFileName(facts)).toBe('听线工单_采销部_2026-11-21_1805_01.xlsx')
  expect(exportFileName({ ...facts, sequence: 112, extension: '.CSV', at: '2026-11-21T16:00:00.000Z' })).toBe(
    '听线工单_采销部_2026-11-22_0000_112.csv',
  )
})

test('an English file has an English name', () => {
  expect(exportFileName({ ...facts, scope: 'Returns', language: 'en' })).toBe(
    'Earshot-tickets_Returns_2026-11-21_1805_01.xlsx',
  )
  expect(exportFileName({ ...facts, scope: '…', language: 'en' })).not.toMatch(/[一-鿿]/)
  expect(exportFileName({ ...facts, scope: '', language: 'en' })).toBe('Earshot-tickets_All_2026-11-21_1805_01.xlsx')
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
  ['订单CON', '订单CON'],
  ['lpt9.2026.11', '-lpt9.2026.11'],
  ['con机', 'con机'],
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

test('a part has 40 characters unless told', () => {
  expect(safeNamePart('长'.repeat(50))).toBe('长'.repeat(40))
})

test('cutting leaves no dot or blank before the date', () => {
  expect(safeNamePart(`${'家'.repeat(39)}. 电`)).toBe('家'.repeat(39))
})

test('a device name that fills its place gives up its last character for the mark', () => {
  expect(safeNamePart('nul.1234', 8)).toBe('-nul.123')
})

describe('the console’s mark', () => {
  test.each([
    ['听线工单_全部_2026-11-21_1805_01.xlsx', '听线工单_全部_2026-11-21_1805_01_k7qf.xlsx'],
    ['听线工单_v1.2_2026-11-21_1805_112.csv', '听线工单_v1.2_2026-11-21_1805_112_k7qf.csv'],
  ])('%s becomes %s, and is the same name to the ledger', (plain, marked) => {
    expect(markedName(plain, 'k7qf')).toBe(marked)
    expect(ledgerName(marked)).toBe(plain)
    expect(ledgerName(plain)).toBe(plain)
  })

  test.each([
    ['of another length', '听线工单_全部_2026-11-21_1805_01_k7q.xlsx'],
    ['of other signs', '听线工单_全部_2026-11-21_1805_01_k7-f.xlsx'],
    ['not behind minute and number', '听线工单_全部_k7qf.xlsx'],
    ['not at the end', '听线工单_全部_2026-11-21_1805_01_k7qf.xlsx.part'],
    ['without an ending behind it', '听线工单_全部_2026-11-21_1805_01_k7qf'],
  ])('what looks like a mark but is %s stays', (_, name) => {
    expect(ledgerName(name)).toBe(name)
  })
})

test('names that are one on some drive are one to the ledger', () => {
  expect(foldedName('E\u0301quipe_01.XLSX')).toBe('\u00e9quipe_01.xlsx')
  expect(ledgerName('E\u0301quipe_2026-11-21_1805_01_K7QF.XLSX')).toBe('\u00e9quipe_2026-11-21_1805_01.xlsx')
})
