import { expect, test } from 'vitest'
import { csvCell } from './csv-cells.ts'

test.each([
  ...['=1+1', '+8613800000000', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠甲'],
  ...[' =1+1', '\u00a0=1', '\u3000＝1', '\u200b=1', '\ufeff@x', '-1+cmd|calc', '+', '\t11-11'],
])('%j is marked so that it cannot run', (text) => {
  expect(csvCell(text)).toBe(`'${text}`)
})

test.each([
  ['a;=1+1', "a;'=1+1"],
  ['a; =1+1', "a; '=1+1"],
  ['优惠券|@SUM(A1)', "优惠券|'@SUM(A1)"],
  ['a\t-1', "a\t'-1"],
  ['第一句\n=1+1', "第一句\n'=1+1"],
  ['第一句\r\n+86', "第一句\r\n'+86"],
  ['a;＝1;－2', "a;'＝1;'－2"],
  ['=1;=2', "'=1;'=2"],
  ['\n=1', "'\n=1"],
  ['a\n\u200b=1', "a\n\u200b'=1"],
  ['a;b=1', 'a;b=1'],
  ['3-4天; 好', '3-4天; 好'],
])('%j begins no formula where another sign parts the cells', (text, cell) => {
  expect(csvCell(text)).toBe(cell)
})

test.each([
  ...['1234567890123456', '202611210900000001', '00123', '010', '123456789012'],
  ...['12E5', '3e10', '1.5E+10', '2e-3', '3E5', '1D5', '1.10', '1.0', '.5', '5.', '1.5'],
  ...['11-11', '6/18', '1/2', '1 1/2', '2026-11-21', '2026/6/18', '11.11.2026', '2026.6.18', '6\\18'],
  ...['1:30', '1：30', '1:30 PM', '3 pm', '3p', '下午3:30', '10:30:15.5', '2026-11-21 09:00', '2026-11-21T09:00:00Z'],
  ...['Mar-3', 'mar 3', '3-Mar', '21 Nov 2026', 'November 21, 2026', 'Jan-26', 'Sat 3/5', 'MAY1', 'sept2', 'DEC 1'],
  ...['3月5日', '2026年3月', '3月', '十一月十一日', '2026年3月5日 星期四', '9时30分', '3点5分'],
  ...['50%', '50 %', '5‰', '(5)', '（5）', '$5', '¥5', '￥5', '5€', '€ 5', '5-', '1,234', '1 234', "1'234", '1,5'],
  ...['TRUE', 'false', 'True', 'WAHR', '٣', '१२', '#N/A', '#REF!', '#DIV/0!'],
  ...['１１－１１', '５０％', '００１２３', 'ＴＲＵＥ', '６/１８', '１１月１１日'],
  ...[' 11-11 ', '11-11\n', ' TRUE ', '#N/A '],
])('%j stays text', (text) => {
  expect(csvCell(text)).toBe(`${text}\t`)
})

test.each([
  ...['', '0', '0.5', '15', '12345678901', '138****5678', '客户说「=1」', '优惠券用不了', "'=1", '3-4天', 'E5'],
  ...[
    'ES-000007',
    'P2 高',
    '02:14 我的券用不了',
    '第 3 通',
    '双11',
    '618',
    'May',
    'March',
    '十',
    '一二',
    'T恤',
    '50%的券',
  ],
  ...['A-1029', 'iPhone 15', '3号楼没电梯', '1对1', '真', '〇', '真的吗？', 'truly', 'am', 'e'],
  ...['untrue', 'true story', '见 #N/A', '#N/A 是什么'],
])('%j is left alone', (text) => {
  expect(csvCell(text)).toBe(text)
})

test('a cell that was guarded once is not guarded again, and taking the marks off gives the text back', () => {
  const texts = [
    '=1',
    '202611210900000001',
    '00123',
    '你好',
    '11-11',
    'a;=1+1',
    '一\n-2',
    ' =1',
    'TRUE',
    '=1;11-11',
    '5-',
  ]
  for (const text of texts) {
    expect(csvCell(csvCell(text))).toBe(csvCell(text))
    expect(
      csvCell(text)
        .replace(/\t$/, '')
        .replace(/(^|[;|\t\r\n])(\s*)'(?=\s*[=+\-@])/g, '$1$2'),
    ).toBe(text)
  }
})

test('a long text made to be slow is read in time that grows with its size, or this test would not end', () => {
  for (const text of [
    '1'.repeat(200_000),
    `${' '.repeat(200_000)}x`,
    `a${'\n'.repeat(200_000)}x`,
    `a${' '.repeat(100_000)}=`,
    ';\u00a0'.repeat(100_000),
    `${'may'.repeat(60_000)}x`,
  ])
    expect(csvCell(text).length).toBeLessThan(500_000)
})
