import { describe, expect, test } from 'vitest'
import { decideReservation } from '../../../shared/domain/seats/bookings.ts'
import { instantAt } from '../../../shared/domain/wall-clock.ts'
import { aBookingOf, aRoom } from '../../../test/builders/board.ts'
import { everyDay } from '../../../test/builders/every-day.ts'
import { endTime, type Place, timeOfDay, timeRange } from '../../lib/formats.ts'
import { areaOf, holderAt, isBookable, layDay, shareOfDay, spanOf } from './board/board-layout.ts'
import { isUnmoved, landingOf, lifted, resizedTo } from './board/drag-geometry.ts'
import { endsFrom, movedStart, startsOf } from './booking/time-choices.ts'

const longAgo = '2000-01-01T00:00:00.000Z'
const days = [
  ['Europe/Berlin', '2026-10-25', 30],
  ['Europe/Berlin', '2026-10-25', 60],
  ['Europe/Berlin', '2026-03-29', 30],
  ['Australia/Lord_Howe', '2026-04-05', 60],
  ['Australia/Lord_Howe', '2026-04-05', 15],
  ['Australia/Lord_Howe', '2026-10-04', 60],
  ['America/Santiago', '2026-09-06', 60],
  ['Africa/Cairo', '2026-10-29', 60],
] as const

describe.each(days)('the board of %s on %s in slots of %i minutes', (timeZone, date, slotMinutes) => {
  const hours = { opensAt: '00:00', closesAt: '24:00', slotMinutes, timeZone }
  const room = aRoom(hours)
  const place: Place = { language: 'zh', timeZone }
  const board = layDay(date, room, [])
  const last = board.slots.length - 1

  test('names every slot differently, and the last one ends at 24:00', () => {
    const names = board.slots.map((slot) => timeRange(slot.startsAt, slot.endsAt, place))
    expect(new Set(names).size).toBe(names.length)
    expect(names.at(-1)?.endsWith('–24:00')).toBe(true)
    const ends = endsFrom(board, 0, board.slots[0]?.startsAt ?? '', longAgo)
    const endNames = ends.map((end) => endTime(board.slots[0]?.startsAt ?? '', end, place))
    expect(new Set(endNames).size).toBe(endNames.length)
  })

  test('offers every start to the last, and draws each slot in its own row', () => {
    expect(startsOf(board, 0, longAgo)).toHaveLength(board.slots.length)
    expect(board.slots.every((_, slot) => isBookable(board, { seat: 0, slot }, longAgo))).toBe(true)
    for (const [row, slot] of board.slots.entries()) {
      const area = areaOf(board, { seatId: 'seat-2', ...slot })
      expect(area?.top).toBeCloseTo(row / board.slots.length, 9)
      expect(area?.height).toBeCloseTo(1 / board.slots.length, 9)
    }
    expect(shareOfDay(board, instantAt(date, '24:00', timeZone))).toBe(1)
  })

  test('a range drawn to the end, a booking carried to it and one drawn to it can all be booked', () => {
    const drawn = spanOf(board, 0, last - 3, last + 1)
    const morning = spanOf(board, 0, 0, 3)
    if (drawn === null || morning === null) throw new Error('not on the board')
    const facts = { now: longAgo, seat: everyDay(hours) }
    expect(decideReservation(facts, drawn)).toBeNull()
    const booking = { ...aBookingOf(), ...morning }
    const held = layDay(date, room, [booking])
    const placed = held.placed[0]
    if (placed === undefined) throw new Error('nothing is placed')
    expect(placed).toMatchObject({ firstSlot: 0, endSlot: 3, freeBefore: 0, freeAfter: 0 })
    for (let slot = 0; slot + 3 <= held.slots.length; slot += 1) {
      const to = landingOf(held, booking, { seat: 1, firstSlot: slot, length: 3 }, 'move')
      if (to === null) throw new Error('not on the board')
      expect(decideReservation(facts, to)).toBeNull()
    }
    const end = landingOf(held, booking, resizedTo(held, lifted(held, placed, 'resize'), last + 1), 'resize')
    expect(end?.endsAt).toBe(instantAt(date, '24:00', timeZone))
    const moved = movedStart(board, 0, morning, board.slots[last - 1]?.startsAt ?? '', longAgo)
    expect(decideReservation(facts, moved)).toBeNull()
  })
})

test('an hour that comes twice is told apart by its offset, everything else is named as ever', () => {
  const berlin: Place = { language: 'en', timeZone: 'Europe/Berlin' }
  const first = '2026-10-25T00:30:00.000Z'
  const second = '2026-10-25T01:30:00.000Z'
  expect([timeOfDay(first, berlin), timeOfDay(second, berlin)]).toEqual(['02:30 (UTC+2)', '02:30 (UTC+1)'])
  expect(timeRange(first, second, berlin)).toBe('02:30 (UTC+2)–02:30 (UTC+1)')
  expect(timeOfDay('2026-10-25T02:00:00.000Z', berlin)).toBe('03:00')
  expect(
    timeRange('2026-09-06T02:00:00.000Z', '2026-09-06T04:00:00.000Z', { language: 'zh', timeZone: 'America/Santiago' }),
  ).toBe('22:00–24:00')
})

describe('a booking made under another slot length', () => {
  const room = aRoom({ slotMinutes: 60, timeZone: 'Asia/Shanghai' })
  const booking = aBookingOf({ from: '10:15', to: '11:45' })
  const board = layDay('2026-11-21', room, [booking])
  const placed = holderAt(board, { seat: 0, slot: 1 })

  test('has its end drawn to a slot’s edge by the rows it lies on, and is left alone when nothing was drawn', () => {
    if (placed === undefined) throw new Error('nothing is placed')
    const inHand = lifted(board, placed, 'resize')
    expect(inHand).toEqual({ seat: 0, firstSlot: 1, length: 2 })
    expect(isUnmoved(board, placed, 'resize', inHand)).toBe(true)
    const shorter = landingOf(board, booking, resizedTo(board, inHand, 2), 'resize')
    expect(shorter).toEqual({
      seatId: 'seat-1',
      startsAt: booking.startsAt,
      endsAt: instantAt('2026-11-21', '11:00', 'Asia/Shanghai'),
    })
  })
})

test('a booking through the night keeps its length while its end is in the hand', () => {
  const room = aRoom({ opensAt: '00:00', closesAt: '24:00' })
  const night = { ...aBookingOf({ from: '23:00' }), endsAt: instantAt('2026-11-22', '01:00', 'Asia/Shanghai') }
  const board = layDay('2026-11-21', room, [night])
  const placed = board.placed[0]
  if (placed === undefined) throw new Error('nothing is placed')
  expect(landingOf(board, night, lifted(board, placed, 'resize'), 'resize')?.endsAt).toBe(night.endsAt)
})
