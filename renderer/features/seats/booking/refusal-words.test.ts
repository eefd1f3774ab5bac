import i18next, { type TFunction } from 'i18next'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import en from '../../../../resources/locales/en/seats.json'
import zh from '../../../../resources/locales/zh/seats.json'
import { aRoom, at } from '../../../../test/builders/board.ts'
import { theRooms } from '../../../lib/common-queries.ts'
import { queryClient } from '../../../lib/query-client.ts'
import { freePlacesIn, placeName, refusalWords, type SeatsRefusal } from './refusal-words.ts'

function texts(language: 'zh' | 'en'): TFunction<'seats'> {
  const own = i18next.createInstance()
  void own.init({
    lng: language,
    resources: { zh: { seats: zh }, en: { seats: en } },
    defaultNS: 'seats',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  return own.getFixedT(language, 'seats')
}
const boardDay = '2026-11-21'
const inZh = (refusal: SeatsRefusal, day = boardDay) =>
  refusalWords(refusal, texts('zh'), { language: 'zh', timeZone: 'Asia/Shanghai' }, day)
const inEn = (refusal: SeatsRefusal, day = boardDay) =>
  refusalWords(refusal, texts('en'), { language: 'en', timeZone: 'Asia/Shanghai' }, day)

beforeEach(() => void vi.setSystemTime(at('09:00')))
afterEach(() => void vi.useRealTimers())

const free = { seatId: 'seat-6', seatNumber: 6, startsAt: at('10:00'), endsAt: at('11:00') }
const seatTaken: Extract<SeatsRefusal, { code: 'seat_taken' }> = {
  ok: false,
  code: 'seat_taken',
  detail: { seatNumber: 7, startsAt: at('10:00'), personName: '王敏', bufferMinutes: 0, free: [free] },
}

describe('a taken seat', () => {
  test('is said with seat, time and person', () => {
    expect(inZh(seatTaken).title).toBe('7号席 10:00 已由 王敏 预约')
    expect(inEn(seatTaken).title).toBe('Seat 7 is booked at 10:00 by 王敏')
  })

  test('offers what is free nearby, and says so when nothing is', () => {
    expect(freePlacesIn(seatTaken)).toEqual([free])
    expect(placeName(texts('zh'), free, { language: 'zh', timeZone: 'Asia/Shanghai' })).toBe('6号席 10:00–11:00')
    const nothing: SeatsRefusal = { ...seatTaken, detail: { ...seatTaken.detail, free: [] } }
    expect(inZh(nothing).hint).toBe(zh.refused.nothingNear)
    expect(inZh(seatTaken).hint).toBe(zh.refused.freeNear)
  })
})

test('a person who sits elsewhere is said with that booking', () => {
  const detail = { personName: '李强', seatNumber: 2, isElsewhere: false, startsAt: at('10:00'), endsAt: at('11:30') }
  const refusal: SeatsRefusal = { ok: false, code: 'person_taken', detail }
  expect(inZh(refusal).title).toBe('李强 已约 2号席 10:00–11:30')
  expect(inEn(refusal).title).toBe('李强 already has seat 2, 10:00–11:30')
  expect(freePlacesIn(refusal)).toEqual([])
  const inAnotherRoom: SeatsRefusal = { ok: false, code: 'person_taken', detail: { ...detail, isElsewhere: true } }
  expect(inZh(inAnotherRoom).title).toBe('李强 在另一间已约 2号席 10:00–11:30')
})

test('too early says from when', () => {
  const refusal: SeatsRefusal = { ok: false, code: 'too_early', detail: { opensAt: at('09:45') } }
  expect(inZh(refusal).title).toBe('还早：09:45 起可以签到入座')
})

test('a time of another day than the one looked at is said with its day', () => {
  const tomorrow: SeatsRefusal = { ok: false, code: 'too_early', detail: { opensAt: at('10:15', '2026-11-22') } }
  expect(inZh(tomorrow).title).toBe('还早：11月22日 周日 10:15 起可以签到入座')
  expect(inEn(tomorrow).title).toContain('Sun 22 Nov 10:15')
  // On the board of that day, too: «early» is said from today.
  expect(inZh(tomorrow, '2026-11-22').title).toContain('11月22日')
  expect(inZh(seatTaken, '2026-11-22').title).toBe('7号席 11月21日 周六 10:00 已由 王敏 预约')
  const detail = { personName: '李强', seatNumber: 2, isElsewhere: false, startsAt: at('10:00'), endsAt: at('11:30') }
  const elsewhere: SeatsRefusal = { ok: false, code: 'person_taken', detail }
  expect(inEn(elsewhere, '2026-11-22').title).toBe('李强 already has seat 2, Sat 21 Nov 10:00–11:30')
})

test('a booking that comes too close says how long stays free between two', () => {
  const close: SeatsRefusal = { ...seatTaken, detail: { ...seatTaken.detail, bufferMinutes: 10 } }
  expect(inZh(close).title).toBe('7号席 10:00 有 王敏 的预约，两场之间要空出 10 分钟')
  expect(inEn(close).title).toContain('10 min between two bookings')
})

test('what the rules of the room refuse is said with what they allow', () => {
  const name = { zh: '双11', en: '' }
  const closed: SeatsRefusal = { ok: false, code: 'closed_day', detail: { from: '2026-11-22', to: '2026-11-23', name } }
  expect(inZh(closed).title).toBe('11月22日 周日–11月23日 周一不开放：双11')
  expect(inEn(closed).title).toBe('Closed Sun 22 Nov–Mon 23 Nov: 双11')
  const soon: SeatsRefusal = { ok: false, code: 'too_soon', detail: { firstDate: '2026-11-23' } }
  expect(inZh(soon).hint).toBe('现在最早可约 11月23日 周一。')
  const far: SeatsRefusal = { ok: false, code: 'too_far_ahead', detail: { lastDate: '2026-11-29' } }
  expect(inEn(far).hint).toBe('The last day you can book now is Sun 29 Nov.')
  const used = { id: 'b', seatNumber: 3, startsAt: at('10:00'), endsAt: at('11:00') }
  const over = (bookings: (typeof used)[]): SeatsRefusal => ({
    ...{ ok: false, code: 'over_limit' },
    detail: { count: 1, per: 'week', personName: '王敏', bookings },
  })
  expect(inZh(over([used]))).toEqual({
    title: '王敏 当周已有 1 场，不能再约',
    hint: '已约：3号席 10:00–11:00。取消一场就能再约，改期不占名额。',
  })
  expect(inZh(over([used, used, used, used, used])).hint).toContain('等。')
})

const overWeek = (bookings: Extract<SeatsRefusal, { code: 'over_limit' }>['detail']['bookings']): SeatsRefusal => ({
  ...{ ok: false, code: 'over_limit', detail: { count: 1, per: 'week', personName: '王敏', bookings } },
})
const usedAt = (from: string, to: string, seatNumber = 3) => ({
  ...{ id: 'b', seatNumber, startsAt: at(from), endsAt: at(to) },
})

test('of a limit that is used up nobody is told to give up what has begun, and what can be given up is named first', () => {
  const begun = overWeek([usedAt('08:00', '08:30'), usedAt('08:30', '09:30')])
  expect(inZh(begun).hint).toBe('已约：3号席 08:00–08:30、3号席 08:30–09:30，都已经开始或过了。')
  expect(inEn(begun).hint).toBe('Booked: Seat 3 08:00–08:30, Seat 3 08:30–09:30. All of them have begun or are over.')
  const many = ['05:00', '05:30', '06:00', '06:30'].map((from) => usedAt(from, '07:00'))
  expect(inZh(overWeek([...many, usedAt('10:00', '11:00')])).hint).toBe(
    '已约：3号席 10:00–11:00等。取消一场就能再约，改期不占名额。',
  )
})

test('a limit counts bookings of all rooms, and each is told by its own room and clock', () => {
  const room = aRoom()
  queryClient.setQueryData(theRooms.queryKey, [
    { ...room, name: '听线室', seats: [{ id: 'seat-here', number: 2 }] },
    { ...room, id: 'berlin', name: '柏林', timeZone: 'Europe/Berlin', seats: [{ id: 'seat-there', number: 3 }] },
  ])
  const used = [
    { ...usedAt('10:00', '11:00', 2), seatId: 'seat-here' },
    { ...usedAt('17:00', '18:00'), seatId: 'seat-there' },
  ]
  // On the board in Berlin, where it is seven hours earlier.
  const place = { language: 'zh', timeZone: 'Europe/Berlin' } as const
  expect(refusalWords(overWeek(used), texts('zh'), place, boardDay).hint).toBe(
    '已约：听线室 2号席 10:00–11:00、柏林 3号席 10:00–11:00 (UTC+1)。取消一场就能再约，改期不占名额。',
  )
  queryClient.removeQueries({ queryKey: theRooms.queryKey })
})

type Detailed = 'seat_taken' | 'person_taken' | 'too_early' | 'already_listening' | 'reason_needed'
type OfRules = 'closed_day' | 'too_soon' | 'too_far_ahead' | 'over_limit'
const plain: Exclude<SeatsRefusal['code'], Detailed | OfRules>[] = [
  'in_the_past',
  'outside_opening_hours',
  'not_on_slots',
  'already_started',
  'already_over',
  'booking_over',
  'not_found',
  'booking_not_found',
]

test.each(plain)('%s has a sentence in both languages', (code) => {
  const refusal = { ok: false, code, detail: {} } as SeatsRefusal
  expect(inZh(refusal).title).toMatch(/\p{Script=Han}/u)
  expect(inZh(refusal).title).not.toMatch(/[a-z_.]{4,}/)
  expect(inEn(refusal).title).not.toMatch(/\p{Script=Han}|refused\./u)
})
