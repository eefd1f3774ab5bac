import { describe, expect, test } from 'vitest'
import { everyDay } from '../../../test/builders/every-day.ts'
import { msOf } from '../instants.ts'
import { dateOf, instantAt, timeOf } from '../wall-clock.ts'
import { isShownTwice } from '../zone-shifts.ts'
import { decideReschedule, decideReservation } from './bookings.ts'
import { freeNeighbours } from './free-neighbours.ts'
import { type OpeningHours, slotsOfDay } from './slots.ts'

const roundTheClock = { opensAt: '00:00', closesAt: '24:00' }
const longAgo = '2000-01-01T00:00:00.000Z'

/** zone, date, slot length, how many slots, and how long in hours the day really is */
const days: [timeZone: string, date: string, slotMinutes: number, count: number, hours: number][] = [
  ['Europe/Berlin', '2026-10-25', 60, 25, 25],
  ['Europe/Berlin', '2026-10-25', 30, 50, 25],
  ['Europe/Berlin', '2026-10-25', 15, 100, 25],
  ['Europe/Berlin', '2026-03-29', 60, 23, 23],
  ['Europe/Berlin', '2026-03-29', 15, 92, 23],
  ['Australia/Lord_Howe', '2026-04-05', 15, 98, 24.5],
  ['Australia/Lord_Howe', '2026-04-05', 30, 49, 24.5],
  ['Australia/Lord_Howe', '2026-04-05', 60, 24, 24.5],
  ['Australia/Lord_Howe', '2026-10-04', 30, 47, 23.5],
  ['Australia/Lord_Howe', '2026-10-04', 60, 24, 23.5],
  ['America/Santiago', '2026-09-06', 60, 23, 23],
  ['America/Santiago', '2026-04-04', 60, 25, 25],
  ['Africa/Cairo', '2026-04-24', 60, 23, 23],
  ['Africa/Cairo', '2026-10-29', 60, 25, 25],
  ['America/Havana', '2026-11-01', 60, 25, 25],
  ['Asia/Shanghai', '2026-10-25', 30, 48, 24],
  ['Pacific/Apia', '2011-12-29', 60, 24, 24],
  ['Pacific/Apia', '2011-12-30', 60, 0, 0],
  ['Pacific/Apia', '2011-12-31', 60, 24, 24],
]

describe.each(days)('%s %s in slots of %i minutes', (timeZone, date, slotMinutes, count, hours) => {
  const room: OpeningHours = { ...roundTheClock, slotMinutes, timeZone }
  const slots = slotsOfDay(date, room)

  test('fills the whole day without a gap, every slot on the clock of the room', () => {
    expect(slots).toHaveLength(count)
    const lengthsMs = slots.map((slot) => msOf(slot.endsAt) - msOf(slot.startsAt))
    expect(lengthsMs.reduce((sum, lengthMs) => sum + lengthMs, 0)).toBe(hours * 3_600_000)
    for (const [index, slot] of slots.entries()) {
      expect(dateOf(slot.startsAt, timeZone)).toBe(date)
      if (index > 0) expect(slot.startsAt).toBe(slots[index - 1]?.endsAt)
    }
    if (count > 0) expect(slots.at(-1)?.endsAt).toBe(instantAt(date, '24:00', timeZone))
  })

  test('slots around a change can be booked, the last one too, the whole afternoon and evening, and the whole day', () => {
    const facts = { now: longAgo, seat: everyDay(room) }
    // Clocks change early or at the very end of a day; every other hour of it is like the next.
    for (const slot of new Set([...slots.slice(0, 16), ...slots.slice(-8)]))
      expect(decideReservation(facts, slot)).toBeNull()
    if (count === 0) return
    const evening = { startsAt: instantAt(date, '12:00', timeZone), endsAt: instantAt(date, '24:00', timeZone) }
    expect(decideReservation(facts, evening)).toBeNull()
    const wholeDay = { startsAt: slots[0]?.startsAt ?? '', endsAt: slots.at(-1)?.endsAt ?? '' }
    expect(decideReservation(facts, wholeDay)).toBeNull()
  })

  test('what is offered nearby can be booked', () => {
    const wish = slots[3]
    if (wish === undefined) return
    const long = { seatId: 'a', startsAt: wish.startsAt, endsAt: slots[5]?.endsAt ?? wish.endsAt }
    for (const offered of freeNeighbours({ ...long, seatIds: ['a'], bookings: [long], slots }))
      expect(decideReservation({ now: longAgo, seat: everyDay(room) }, offered)).toBeNull()
  })
})

const timesOf = (date: string, room: OpeningHours) =>
  slotsOfDay(date, room).map((slot) => timeOf(slot.startsAt, room.timeZone))

test('an hour that comes twice is there twice, one that is skipped is not there', () => {
  const berlin = { opensAt: '01:00', closesAt: '04:00', slotMinutes: 30, timeZone: 'Europe/Berlin' }
  expect(timesOf('2026-10-25', berlin)).toEqual([
    '01:00',
    '01:30',
    '02:00',
    '02:30',
    '02:00',
    '02:30',
    '03:00',
    '03:30',
  ])
  expect(timesOf('2026-03-29', berlin)).toEqual(['01:00', '01:30', '03:00', '03:30'])
})

test('after a change by half an hour the slots of an hour are on the hour again', () => {
  const room = { opensAt: '00:00', closesAt: '05:00', slotMinutes: 60, timeZone: 'Australia/Lord_Howe' }
  expect(timesOf('2026-04-05', room)).toEqual(['00:00', '01:00', '02:00', '03:00', '04:00'])
  expect(timesOf('2026-10-04', room)).toEqual(['00:00', '01:00', '02:30', '03:00', '04:00'])
})

test.each([
  // What was found for one zone is not believed of another.
  ['Asia/Shanghai', '2026-10-25T01:30:00.000Z', false],
  ['Europe/Berlin', '2026-10-25T00:30:00.000Z', true],
  ['Europe/Berlin', '2026-10-25T01:30:00.000Z', true],
  ['Europe/Berlin', '2026-10-24T23:59:59.999Z', false],
  ['Europe/Berlin', '2026-10-25T02:00:00.000Z', false],
  ['Europe/Berlin', '2026-03-29T01:30:00.000Z', false],
  ['Australia/Lord_Howe', '2026-04-04T14:45:00.000Z', true],
  ['Australia/Lord_Howe', '2026-04-04T15:15:00.000Z', true],
  ['Australia/Lord_Howe', '2026-04-04T15:30:00.000Z', false],
  ['Asia/Shanghai', '2026-10-25T00:30:00.000Z', false],
])('%s %s is shown twice: %s', (timeZone, at, expected) => {
  expect(isShownTwice(at, timeZone)).toBe(expected)
})

describe('a booking from before the slots or hours were changed', () => {
  const at = (time: string) => instantAt('2026-09-18', time, 'Asia/Shanghai')
  const held = { seatId: 'a', startsAt: at('10:15'), endsAt: at('11:45'), state: 'booked' as const }
  const room = { opensAt: '09:00', closesAt: '21:00', slotMinutes: 60, timeZone: 'Asia/Shanghai' }
  const decide = (
    now: string,
    wish: { from?: string; to?: string; seatId?: string },
    change: Partial<OpeningHours> = {},
  ) =>
    decideReschedule({ now: at(now), seat: everyDay({ ...room, ...change }) }, held, {
      seatId: wish.seatId ?? 'a',
      startsAt: wish.from === undefined ? held.startsAt : at(wish.from),
      endsAt: wish.to === undefined ? held.endsAt : at(wish.to),
    })

  test('is shortened and made longer to an edge of today while it runs', () => {
    expect(decide('10:20', { to: '11:00' })).toBeNull()
    expect(decide('10:20', { to: '13:00' })).toBeNull()
    expect(decide('10:20', { to: '11:10' })).toBe('not_on_slots')
    expect(decide('10:20', { to: '22:00' })).toBe('outside_opening_hours')
    expect(decide('11:00', { to: '11:00' })).toBe('in_the_past')
    expect(decide('10:20', { from: '10:00' })).toBe('already_started')
  })

  test('is shortened where the room closes earlier now, or opens later', () => {
    expect(decide('10:20', { to: '11:00' }, { closesAt: '10:00' })).toBeNull()
    expect(decide('10:20', { to: '11:30' }, { opensAt: '12:00', slotMinutes: 30 })).toBeNull()
    expect(decide('10:20', { to: '12:00' }, { closesAt: '10:00' })).toBe('outside_opening_hours')
  })

  test('before it began, changes seat at its own time, keeps its start when its end moves, and lies right once moved', () => {
    expect(decide('08:00', { seatId: 'b' })).toBeNull()
    expect(decide('08:00', { to: '12:00' })).toBeNull()
    expect(decide('08:00', { from: '14:00', to: '15:00' })).toBeNull()
    expect(decide('08:00', { from: '14:15', to: '15:45' })).toBe('not_on_slots')
    expect(decide('08:00', { from: '09:00' })).toBeNull()
  })

  test('an end before the start is never taken', () => {
    expect(decide('08:00', { to: '10:15' })).toBe('not_on_slots')
    expect(decide('08:00', { to: '10:00' })).toBe('not_on_slots')
  })
})
