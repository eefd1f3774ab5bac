import { expect, test } from 'vitest'
import type { RoomRules } from '../../../../../shared/contract/house/room-rules.ts'
import { everyDayRules } from '../../../../../shared/domain/seats/room-rules.ts'
import { textsIn } from '../../../../../test/builders/texts-in.ts'
import { sentencesOf } from './rules-words.ts'

const usual = everyDayRules({ opensAt: '09:00', closesAt: '18:00', slotMinutes: 30 }, 3)

function said(language: 'zh' | 'en', rules: Partial<RoomRules>, about: string): string | undefined {
  const place = { language, timeZone: 'Asia/Shanghai' }
  const sentences = sentencesOf(textsIn(language, 'rooms'), { ...usual, ...rules }, place)
  return sentences.find((sentence) => sentence.about === about)?.text
}

test('check-in at 0 minutes is said as a person says it', () => {
  const both = (beforeMinutes: number, graceMinutes: number) => {
    const rules = { checkIn: { beforeMinutes, graceMinutes } }
    return [said('zh', rules, 'checkIn'), said('en', rules, 'checkIn')]
  }
  expect(both(15, 10)).toEqual([
    '开始前 15 分钟起可签到，晚到 10 分钟以上算迟到',
    'Check-in opens 15 min before; more than 10 min after the start is late',
  ])
  expect(both(0, 0)).toEqual([
    '开始时起可签到，开始后才到就算迟到',
    'Check-in opens at the start; whoever comes after the start is late',
  ])
})

test('a room that can be booked for the same day alone has no «0 days ahead»', () => {
  expect(said('zh', { aheadDays: 0 }, 'window')).toBe('当场也能约，只能约当天')
  expect(said('en', { aheadDays: 0 }, 'window')).toBe('Can be booked on the spot, for the same day only')
})

test('one seat that is closed is one seat', () => {
  const closed = (seatNumbers: number[]): Partial<RoomRules> => ({
    days: [{ kind: 'closed', from: '2026-11-11', to: '2026-11-11', name: { zh: '', en: '' }, seatNumbers }],
  })
  const about = 'closed 2026-11-11 2026-11-11'
  expect(said('en', closed([1]), about)).toMatch(/: seat 1 closed$/)
  expect(said('en', closed([1, 3]), about)).toMatch(/: seats 1, 3 closed$/)
  expect(said('zh', closed([1, 3]), about)).toMatch(/不开放 1、3号席$/)
})
