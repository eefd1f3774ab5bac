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
  })
})
