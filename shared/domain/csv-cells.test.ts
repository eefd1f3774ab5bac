import { expect, test } from 'vitest'
import { csvCell, hasLeadingZero, isLongNumber } from './csv-cells.ts'

test.each(['=1+1', '+8613800000000', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠甲'])(
  '%j is marked so that it cannot run',
  (text) => {
    expect(csvCell(text)).toBe(`'${text}`)
  },
)

test.each(['1234567890123456', '202611210900000001', '00123', '010', '12E5', '3e10', '1.5E+10', '2e-3'])(
  '%s stays text',
  (text) => {
    expect(csvCell(text)).toBe(`${text}\t`)
  },
)

test.each([
  '',
  '0',
  '0.5',
  '15',
  '123456789012345',
  '138****5678',
  '客户说「=1」',
  '优惠券用不了',
  "'=1",
  '3-4天',
  'E5',
])('%j is left alone', (text) => {
  expect(csvCell(text)).toBe(text)
})

test('a cell that was guarded once is not guarded again', () => {
  for (const text of ['=1', '202611210900000001', '00123', '你好']) expect(csvCell(csvCell(text))).toBe(csvCell(text))
})

test('long numbers begin where a spreadsheet loses digits', () => {
  expect([
    isLongNumber('123456789012345'),
    isLongNumber('1234567890123456'),
    isLongNumber('12345678901234567元'),
  ]).toEqual([false, true, false])
  expect([hasLeadingZero('0'), hasLeadingZero('007'), hasLeadingZero('0.5'), hasLeadingZero('100')]).toEqual([
    false,
    true,
    false,
    false,
  ])
})
