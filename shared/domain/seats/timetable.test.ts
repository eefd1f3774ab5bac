import { describe, expect, test } from 'vitest'
import type { RoomRules, RulesVersion } from '../../contract/house/room-rules.ts'
import { msOf } from '../instants.ts'
import { dateOf, daysAfter, instantAt, timeOf } from '../wall-clock.ts'
import { decideReschedule, decideReservation } from './bookings.ts'
import { everyDayRules, FROM_THE_FIRST_DAY, withVersion } from './room-rules.ts'
import { overlaps } from './slots.ts'
import { timetableIn, timetableOf } from './timetable.ts'

const zone = 'Asia/Shanghai'
const at = (time: string, date = '2026-09-18') => instantAt(date, time, zone)
const night = { opensAt: '21:00', closesAt: '02:00' }
const always = { opensAt: '00:00', closesAt: '24:00' }
const rules = (change: Partial<RoomRules> = {}): RoomRules => ({
  ...everyDayRules({ opensAt: '09:00', closesAt: '21:00', slotMinutes: 30 }, 4),
  ...change,
})
const everyDayOf = (hours: { opensAt: string; closesAt: string }) => Array.from({ length: 7 }, () => hours)
const versions = (...changes: Partial<RoomRules>[]): RulesVersion[] =>
  changes.map((change, index) => ({
    validFrom: index === 0 ? FROM_THE_FIRST_DAY : `2026-09-${18 + index}`,
    rules: rules(change),
  }))
const seatOf = (all: RulesVersion[], number = 1, timeZone = zone) =>
  timetableOf({ timeZone, versions: all }).seat(number)
const longAgo = '2000-01-01T00:00:00.000Z'

describe('a night', () => {
  const seat = seatOf(versions({ week: everyDayOf(night) }))

  test('belongs to the day that opened, on both sides of midnight', () => {
    const slots = seat.openingOn('2026-09-18')?.slots ?? []
    expect(slots.map(({ startsAt }) => timeOf(startsAt, zone))).toEqual(
      '21:00 21:30 22:00 22:30 23:00 23:30 00:00 00:30 01:00 01:30'.split(' '),
    )
    expect(seat.dayOf(at('01:59', '2026-09-19'))).toBe('2026-09-18')
    expect(seat.dayOf(at('02:00', '2026-09-19'))).toBe('2026-09-19')
    expect(seat.dayOf(at('12:00', '2026-09-19'))).toBe('2026-09-19')
  })

  test('is booked across midnight, and after it, and not beyond its end', () => {
    const decide = (from: string, to: string) =>
      decideReservation({ now: longAgo, seat }, { startsAt: from, endsAt: to })
    expect(decide(at('23:30'), at('00:30', '2026-09-19'))).toBeNull()
    expect(decide(at('01:00', '2026-09-19'), at('02:00', '2026-09-19'))).toBeNull()
    expect(decide(at('01:30', '2026-09-19'), at('02:30', '2026-09-19'))).toBe('outside_opening_hours')
    expect(decide(at('20:30'), at('21:30'))).toBe('outside_opening_hours')
  })
})

test('where one day closes as the next one opens a booking goes on, and where it does not, not', () => {
  const week = [always, always, always, always, always, null, always]
  const decide = (week: RoomRules['week']) => (from: string, to: string) =>
    decideReservation(
      { now: longAgo, seat: seatOf(versions({ week })) },
      { startsAt: at('23:00', from), endsAt: at('01:00', to) },
    )
  // 2026-09-18 is a Friday.
  expect(decide(week)('2026-09-17', '2026-09-18')).toBeNull()
  expect(decide(week)('2026-09-18', '2026-09-19')).toBe('outside_opening_hours')
  const late = everyDayOf({ opensAt: '09:00', closesAt: '24:00' })
  expect(decide(late)('2026-09-17', '2026-09-18')).toBe('outside_opening_hours')
})

describe('a seat', () => {
  const days = (kind: object) => [{ from: '2026-09-18', to: '2026-09-19', name: { zh: '', en: '' }, ...kind }] as never
  test('may have hours of its own', () => {
    const all = versions({ seatWeeks: [{ seatNumber: 2, week: everyDayOf({ opensAt: '08:00', closesAt: '09:00' }) }] })
    expect(seatOf(all, 2).openingOn('2026-09-18')?.slots).toHaveLength(2)
    expect(seatOf(all, 1).openingOn('2026-09-18')?.slots).toHaveLength(24)
  })
  test('is closed on a closed day, all of them or those that are named', () => {
    const closed = (seatNumbers: number[] | null) => versions({ days: days({ kind: 'closed', seatNumbers }) })
    expect(seatOf(closed(null), 3).openingOn('2026-09-19')).toBeNull()
    expect(seatOf(closed([3]), 3).openingOn('2026-09-19')).toBeNull()
    expect(seatOf(closed([3]), 2).openingOn('2026-09-19')).not.toBeNull()
    expect(seatOf(closed(null), 3).openingOn('2026-09-20')).not.toBeNull()
  })
  test('more is there on a peak day, and on no other', () => {
    const all = versions({ days: days({ kind: 'peak', seatCount: 6 }) })
    expect(seatOf(all, 6).openingOn('2026-09-18')).not.toBeNull()
    expect(seatOf(all, 7).openingOn('2026-09-18')).toBeNull()
    expect(seatOf(all, 5).openingOn('2026-09-20')).toBeNull()
  })
})

describe('rules that begin on a day', () => {
  const all = versions({ week: everyDayOf(night) }, { week: everyDayOf(always), slotMinutes: 60 })
  const seat = seatOf(all)
  test('count from then on, and those before until then', () => {
    expect(seat.rulesOn('2026-09-18').slotMinutes).toBe(30)
    expect(seat.rulesOn('2026-09-19').slotMinutes).toBe(60)
    expect(seat.rulesOn('2027-01-01').slotMinutes).toBe(60)
  })
  test('leave the last night of the earlier ones to its end', () => {
    const before = seat.openingOn('2026-09-18')
    const after = seat.openingOn('2026-09-19')
    expect(before?.endsAt).toBe(at('02:00', '2026-09-19'))
    expect(after?.slots[0]?.startsAt).toBe(at('02:00', '2026-09-19'))
    expect(seat.dayOf(at('01:00', '2026-09-19'))).toBe('2026-09-18')
  })
  test('stand in order, one for each day', () => {
    const dates = (all: RulesVersion[]) => all.map(({ validFrom }) => validFrom)
    const other = { validFrom: '2026-09-01', rules: rules({ seatCount: 9 }) }
    expect(dates(withVersion(all, other))).toEqual(['0001-01-01', '2026-09-01', '2026-09-19'])
    expect(withVersion(withVersion(all, other), { ...other, rules: rules() })[1]?.rules.seatCount).toBe(4)
  })
})

describe('a booking that was given', () => {
  const held = { seatId: 'a', startsAt: at('10:10'), endsAt: at('11:50'), state: 'booked' as const }
  const closed = [{ kind: 'closed', from: '2026-09-18', to: '2026-09-18', name: { zh: '', en: '' }, seatNumbers: null }]
  const shorten = (end: string, change: Partial<RoomRules>) =>
    decideReschedule({ now: at('10:20'), seat: seatOf(versions(change)) }, held, { ...held, endsAt: at(end) })

  test('can be ended earlier whatever became of slots and hours, by quarters of an hour from its start', () => {
    expect(shorten('10:25', { slotMinutes: 60 })).toBeNull()
    expect(shorten('11:00', { slotMinutes: 60 })).toBeNull()
    expect(shorten('10:30', { slotMinutes: 60 })).toBe('not_on_slots')
    expect(shorten('11:10', { days: closed as never })).toBeNull()
    expect(shorten('12:10', { days: closed as never })).toBe('outside_opening_hours')
  })
  test('on slots of today it ends on one of them', () => {
    const fit = { ...held, startsAt: at('10:00'), endsAt: at('11:00') }
    const seat = seatOf(versions({}))
    const end = (time: string) => decideReschedule({ now: at('10:05'), seat }, fit, { ...fit, endsAt: at(time) })
    expect([end('10:30'), end('10:15')]).toEqual([null, 'not_on_slots'])
  })
  test('that has no slot of today before its end can be ended by quarters of an hour while it runs, not before', () => {
    const fit = { ...held, startsAt: at('10:00'), endsAt: at('12:00') }
    const seat = seatOf(versions({ slotMinutes: 60 }))
    const end = (now: string, time: string) =>
      decideReschedule({ now: at(now), seat }, fit, { ...fit, endsAt: at(time) })
    expect([end('10:50', '11:15'), end('10:50', '11:00')]).toEqual(['not_on_slots', null])
    expect([end('11:00', '11:15'), end('11:20', '11:30'), end('11:20', '11:40')]).toEqual([null, null, 'not_on_slots'])
    const one = { ...fit, endsAt: at('11:00') }
    const shorter = (now: string, state: 'booked' | 'checked_in') =>
      decideReschedule({ now: at(now), seat }, { ...one, state }, { ...one, endsAt: at('10:30') })
    expect([shorter('09:50', 'booked'), shorter('09:50', 'checked_in'), shorter('10:05', 'booked')]).toEqual([
      'not_on_slots',
      null,
      null,
    ])
  })
  test('goes to another seat at its own times where that is open alike, and else by the hours there', () => {
    const own = (week: RoomRules['week']) => versions({ seatWeeks: [{ seatNumber: 2, week }] })
    const move = (all: RulesVersion[]) =>
      decideReschedule({ now: at('08:00'), seat: seatOf(all, 2) }, held, { ...held, seatId: 'b' }, [], seatOf(all, 1))
    expect(move(own(everyDayOf({ opensAt: '09:00', closesAt: '21:00' })))).toBeNull()
    expect(move(own(everyDayOf({ opensAt: '12:00', closesAt: '21:00' })))).toBe('outside_opening_hours')
  })
})

/** Rules by chance, of every sort that `faultOfRules` lets pass. */
function someRules(random: (below: number) => number): RoomRules {
  const slotMinutes = ([15, 30, 60] as const)[random(3)] ?? 30
  const hour = (value: number) => `${String(value).padStart(2, '0')}:${random(2) === 0 ? '00' : '30'}`
  const kinds = [
    () => ({ opensAt: hour(6 + random(6)), closesAt: hour(14 + random(8)) }),
    () => ({ opensAt: hour(14 + random(8)), closesAt: hour(random(6)) }),
    () => always,
  ]
  const kind = kinds[random(3)] ?? (() => always)
  const week = Array.from({ length: 7 }, () => (random(6) === 0 ? null : kind()))
  return rules({ slotMinutes, week })
}

test.each(['Asia/Shanghai', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago'])(
  'in %s, whatever the rules and whenever they change: slots never meet, lie in their opening, belong to its day, and can be booked',
  (timeZone) => {
    let chance = 7
    const random = (below: number) => {
      chance = (Math.imul(chance, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((chance / 2 ** 32) * below)
    }
    for (let round = 0; round < 12; round += 1) {
      const [march, autumn] = ['2026-03-26', '2026-10-22']
      const begin = [march, autumn][round % 2] ?? march
      const all = [
        { validFrom: FROM_THE_FIRST_DAY, rules: someRules(random) },
        { validFrom: daysAfter(begin, 2 + random(4)), rules: someRules(random) },
      ]
      const seat = seatOf(all, 1, timeZone)
      const days = Array.from({ length: 8 }, (_, index) => daysAfter(begin, index))
      const slots = days.flatMap((date) => {
        const opening = seat.openingOn(date)
        for (const slot of opening?.slots ?? []) {
          expect(slot.startsAt >= (opening?.startsAt ?? '') && slot.endsAt <= (opening?.endsAt ?? '')).toBe(true)
          expect(msOf(slot.endsAt)).toBeGreaterThan(msOf(slot.startsAt))
          expect(seat.dayOf(slot.startsAt)).toBe(date)
        }
        expect(opening === null || dateOf(opening.startsAt, timeZone) >= date).toBe(true)
        return opening?.slots ?? []
      })
      for (const [index, slot] of slots.entries())
        if (index > 0) expect(overlaps(slot, slots[index - 1] ?? slot)).toBe(false)
      for (const slot of slots.filter((_, index) => index % 5 === 0))
        expect(decideReservation({ now: longAgo, seat }, slot)).toBeNull()
    }
  },
)

test('the same rules, read again, are not worked out again; others are', () => {
  const room = { timeZone: zone, rules: versions({}), closedFrom: null }
  const read = () => structuredClone(room)
  expect(timetableIn(read())).toBe(timetableIn(read()))
  expect(timetableIn({ ...read(), timeZone: 'Asia/Tokyo' })).not.toBe(timetableIn(read()))
  expect(timetableIn({ ...read(), closedFrom: '2026-12-01' })).not.toBe(timetableIn(read()))
  expect(timetableIn({ ...read(), rules: versions({ bufferMinutes: 15 }) })).not.toBe(timetableIn(read()))
})
