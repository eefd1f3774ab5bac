import { describe, expect, test } from 'vitest'
import { defaultCalendar } from '../house/default-calendar.ts'
import { agreedDayIn } from './agreed-day.ts'

/** A Friday; the National Day week is off, and 10-10 is worked. */
const facts = { today: '2026-09-18', calendar: defaultCalendar }
const dayIn = (text: string, today = facts.today) => agreedDayIn(text, { ...facts, today })?.date ?? null

describe('a day that is agreed on', () => {
  test.each([
    ['今天回电', '2026-09-18'],
    ['明天给客户回电', '2026-09-19'],
    ['给客户回电，后天', '2026-09-20'],
    ['大后天前改好', '2026-09-21'],
    ['周五前改文案', '2026-09-18'],
    ['周三前改文案', '2026-09-23'],
    ['下周五改文案', '2026-09-25'],
    ['改文案 下下周一', '2026-09-28'],
    ['三天内补差价', '2026-09-21'],
    ['两个工作日内补差价', '2026-09-21'],
    ['2个工作日', '2026-09-21'],
    ['一周内给方案', '2026-09-25'],
    ['月底前上线', '2026-09-30'],
    ['下个月底上线', '2026-10-31'],
    ['30号前上线', '2026-09-30'],
    ['9月30日上线', '2026-09-30'],
    // The next month that has one.
    ['31号前上线', '2026-10-31'],
    ['上线 1-5。', '2027-01-05'],
    ['上线 1-5', '2027-01-05'],
    ['截止2026-12-01', '2026-12-01'],
    ['fix the page by Friday', '2026-09-18'],
    ['fix the page by next Friday', '2026-09-25'],
    ['call back tomorrow', '2026-09-19'],
    ['refund within 3 days', '2026-09-21'],
    ['refund within three days', '2026-09-21'],
    ['a plan in two weeks', '2026-10-02'],
    ['refund in ten working days', '2026-10-09'],
    ['refund, 2 wd', '2026-09-21'],
    ['refund in 10 working days', '2026-10-09'],
    ['new text by end of month', '2026-09-30'],
    ['new text by Nov 3rd', '2026-11-03'],
    ['new text by 3 November', '2026-11-03'],
    // The end of a day that is named, before the words or behind them.
    ['查箱子 下周三下班前', '2026-09-23'],
    ['周一下班前查箱子', '2026-09-21'],
    ['明天下班之前查箱子', '2026-09-19'],
    ['12月10日下班前', '2026-12-10'],
    ['下班前查箱子', '2026-09-18'],
    ['check the boxes by EOD Monday', '2026-09-21'],
    ['check the boxes by end of day tomorrow', '2026-09-19'],
    ['check the boxes by close of business on Tuesday', '2026-09-22'],
    ['check the boxes by Tuesday COB', '2026-09-22'],
    ['check the boxes by the end of next week', '2026-09-24'],
    // A month that is named.
    ['下个月5号前', '2026-10-05'],
    ['下月二十五号前', '2026-10-25'],
    ['本月25日前', '2026-09-25'],
    ['十二月十号前', '2026-12-10'],
    ['二十五号前', '2026-09-25'],
    ['12.10 前', '2026-12-10'],
    ['合同一份15号前寄出', '2026-10-15'],
    ['年底前', '2026-12-31'],
    ['季度末前', '2026-09-30'],
    ['call by the 25th', '2026-09-25'],
    ['call before the 3rd of next month', '2026-10-03'],
    ['call by the end of the year', '2026-12-31'],
    ['十月底前', '2026-10-31'],
    ['12月底前', '2026-12-31'],
    ['一个月内给方案', '2026-10-18'],
    ['a plan within a month', '2026-10-18'],
    ['a plan within a week', '2026-09-25'],
    // Before a week that is to come: in this one, whose Sunday is worked.
    ['下周前', '2026-09-20'],
    ['call before next week', '2026-09-20'],
    ['下个月前', '2026-09-30'],
    ['周末前', '2026-09-20'],
    // An hour of a day, which the line keeps.
    ['周一中午前回电', '2026-09-21'],
    ['请 下周三晚上8点前 回电', '2026-09-23'],
    ['请 后天上午十点半前 回电', '2026-09-20'],
    ['48小时内回电', '2026-09-20'],
    ['请 4小时内 回电', '2026-09-18'],
    ['call within 72 hours', '2026-09-21'],
    ['call within 24h', '2026-09-19'],
    ['24h内回电', '2026-09-19'],
  ])('%s → %s', (text, date) => {
    expect(dayIn(text)).toBe(date)
  })

  test.each([
    '周五的活动页改文案',
    '把今天降价的商品下架',
    '30号楼停水',
    '型号 A12-30 下架',
    '满 3/4 的客户',
    'the sunday team moves the tomorrowland page first',
    '2026-09-01 前上线',
    '改文案',
    '请 下班后 给他回电',
    '下班后给他回电',
    '售价 12.10 元',
    '把 12.10 改成 12.50',
    '三号线 停运',
    'fix the 3rd line of the page',
    'leave it on the 25th floor',
    '下个月的活动页',
    '二月三十号前',
    '九月三十一号前',
    '9月31日前',
    '9月 31日前',
    '二月 三十号前',
  ])('%s agrees on none', (text) => {
    expect(dayIn(text)).toBe(null)
  })

  test('a make-up workday counts, a holiday does not', () => {
    expect(dayIn('1 wd', '2026-09-30')).toBe('2026-10-08')
    expect(dayIn('3个工作日内', '2026-09-30')).toBe('2026-10-10')
  })

  test('the words that say so are told, so that they can be taken out', () => {
    expect(agreedDayIn('改文案 周三之前', facts)).toEqual({ date: '2026-09-23', from: 4, to: 8 })
    expect(agreedDayIn('fix it by Monday', facts)).toEqual({ date: '2026-09-21', from: 7, to: 16 })
    expect(agreedDayIn('改文案 周三下班前', facts)).toEqual({ date: '2026-09-23', from: 4, to: 9 })
    expect(agreedDayIn('fix it by EOD Monday', facts)).toEqual({ date: '2026-09-21', from: 7, to: 20 })
  })

  test('a shorter month ends before the day does', () => {
    expect(dayIn('一个月内', '2026-08-31')).toBe('2026-09-30')
  })

  test('words that say an hour stay', () => {
    expect(agreedDayIn('改文案 周三中午前', facts)).toEqual({ date: '2026-09-23', from: 4, to: 6 })
    expect(agreedDayIn('4小时内改文案', facts)).toEqual({ date: '2026-09-18', from: 0, to: 0 })
  })
})
