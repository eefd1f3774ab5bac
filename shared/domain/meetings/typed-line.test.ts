import { expect, test } from 'vitest'
import { defaultCalendar } from '../house/default-calendar.ts'
import { lineAsTyped, sentenceOf } from './said-line.ts'
import { nameBeingTyped, saidLine } from './typed-line.ts'

const facts = { today: '2026-09-18', calendar: defaultCalendar }
const names = ['李雷', '李雷雨', 'Anna Berg']
const said = (typed: string) => saidLine(typed, names, facts)

test.each([
  ['@李雷 改退款页文案 周三前', { ownerName: '李雷', text: '改退款页文案', dueOn: '2026-09-23' }],
  ['@李雷改退款页文案', { ownerName: '李雷', text: '改退款页文案', dueOn: null }],
  ['@李雷雨 改文案', { ownerName: '李雷雨', text: '改文案', dueOn: null }],
  ['请＠李雷，明天给客户回电', { ownerName: '李雷', text: '请 ，明天给客户回电', dueOn: null }],
  [
    '@Anna Berg rewrites the page by Monday',
    { ownerName: 'Anna Berg', text: 'rewrites the page', dueOn: '2026-09-21' },
  ],
  // Whom nobody here knows has one word: of a task in English the first has a capital too.
  ['@Tom Call the customer back by Friday', { ownerName: 'Tom', text: 'Call the customer back', dueOn: '2026-09-18' }],
  ['@Tom Refund Mr Li', { ownerName: 'Tom', text: 'Refund Mr Li', dueOn: null }],
  ['@Tom Friday: a new box', { ownerName: 'Tom', text: 'a new box', dueOn: '2026-09-18' }],
  ['@anna berg Call them', { ownerName: 'Anna Berg', text: 'Call them', dueOn: null }],
  ['@Zhang Wei sends a new box', { ownerName: 'Zhang Wei', text: 'sends a new box', dueOn: null }],
  ['@Wang Xiaoming Call them', { ownerName: 'Wang Xiaoming', text: 'Call them', dueOn: null }],
  ['@Li Change the page', { ownerName: 'Li', text: 'Change the page', dueOn: null }],
  ['@Li Chase the courier', { ownerName: 'Li', text: 'Chase the courier', dueOn: null }],
  ['@Li Share prices with them', { ownerName: 'Li', text: 'Share prices with them', dueOn: null }],
  ['@Wang Da the box', { ownerName: 'Wang', text: 'Da the box', dueOn: null }],
  ['@Li Send the box', { ownerName: 'Li', text: 'Send the box', dueOn: null }],
  ['@Anna Berg Call them', { ownerName: 'Anna Berg', text: 'Call them', dueOn: null }],
  ['@Anna Bergmann calls them', { ownerName: 'Anna', text: 'Bergmann calls them', dueOn: null }],
  ['@Anna Berg改文案', { ownerName: 'Anna Berg', text: '改文案', dueOn: null }],
  ['明天 @韩梅梅 给客户回电', { ownerName: '韩梅梅', text: '给客户回电', dueOn: '2026-09-19' }],
  ['写到 a@b.com 去', { ownerName: null, text: '写到 a@b.com 去', dueOn: null }],
  ['@李雷 明天', { ownerName: '李雷', text: '', dueOn: '2026-09-19' }],
  ['第一行\n第二行', { ownerName: null, text: '第一行\n第二行', dueOn: null }],
])('%s', (typed, line) => {
  expect(said(typed)).toEqual(line)
})

test('a day that is meant as it stands stays where it is', () => {
  expect(saidLine('今天降价没通知', names, { ...facts, plainly: true })).toEqual({
    ...{ ownerName: null, text: '今天降价没通知', dueOn: null },
  })
})

test('a line that is taken up again says what it said', () => {
  for (const typed of ['@李雷 改文案 周三前', '补差价 2 wd', '@Anna Berg rewrites the page', '只是一个决定']) {
    const line = said(typed)
    expect(saidLine(lineAsTyped(line), [...names, line.ownerName ?? ''].filter(Boolean), facts)).toEqual(line)
  }
})

test('the name at the caret is told while it is written', () => {
  expect(nameBeingTyped('请 @li', 5)).toEqual({ from: 2, to: 5, typed: 'li' })
  expect(nameBeingTyped('@', 1)).toEqual({ from: 0, to: 1, typed: '' })
  expect(nameBeingTyped('@李雷 改', 5)).toBe(null)
  expect(nameBeingTyped('a@b', 3)).toBe(null)
  expect(nameBeingTyped('改文案', 3)).toBe(null)
})

test.each([
  ['@Ann sends a new box by Friday', 'Ann sends a new box'],
  ['sends a new box by Friday', 'sends a new box'],
  ['@王敏 改文案 周五前', '改文案'],
])('%s says to whoever reads it alone: %s', (typed, sentence) => {
  expect(sentenceOf(said(typed))).toBe(sentence)
})
