import { describe, expect, test } from 'vitest'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import { aBoard, aBookingOf, aHeldPlace, aRoom, at } from '../../../../test/builders/board.ts'
import {
  areaOf,
  type DayBoard,
  earliestFor,
  firstBookable,
  freeRange,
  heldAt,
  heldInTheWay,
  holderAt,
  inTheWay,
  isBookable,
  isDayOver,
  isUnderPresent,
  layDay,
  layDays,
  shareOfDay,
  spanOf,
} from './board-layout.ts'
import { proposedCell } from './proposed-cell.ts'

const morning = at('09:00')

describe('the day', () => {
  test('has a row for each slot and a column for each seat', () => {
    const board = aBoard([aBookingOf({ seat: 2 })])
    expect([board.slots.length, board.seats.length]).toEqual([24, 4])
    expect(holderAt(board, { seat: 1, slot: 2 })).toMatchObject({
      firstSlot: 2,
      endSlot: 4,
      freeBefore: 0,
      freeAfter: 0,
    })
    expect(holderAt(board, { seat: 1, slot: 4 })).toBeUndefined()
    expect(holderAt(board, { seat: 0, slot: 2 })).toBeUndefined()
  })

  test('shows a booking made when the room opened earlier, in rows that cannot be booked', () => {
    const board = aBoard([aBookingOf({ from: '08:00', to: '09:30' })])
    expect(board.slots.length).toBe(26)
    expect(board.slots[0]).toMatchObject({ startsAt: at('08:00') })
    expect(board.offers[0]?.[0]).toBeUndefined()
    expect(holderAt(board, { seat: 0, slot: 0 })).toMatchObject({ firstSlot: 0, endSlot: 3 })
    expect(isBookable(board, { seat: 1, slot: 1 }, at('07:00'))).toBe(false)
    expect(isBookable(board, { seat: 1, slot: 2 }, at('07:00'))).toBe(true)
  })

  test('keeps the true length of a booking made under shorter slots', () => {
    const board = aBoard([aBookingOf({ from: '10:15', to: '10:45' })], { slotMinutes: 60 })
    expect(board.placed[0]).toMatchObject({ firstSlot: 1, endSlot: 2, freeBefore: 0.25, freeAfter: 0.25 })
  })

  test('of a room that never closes shows only its own part of a booking through the night', () => {
    const room = aRoom({ opensAt: '00:00', closesAt: '24:00' })
    const night = { ...aBookingOf({ from: '23:00' }), endsAt: at('01:00', '2026-11-22') }
    expect(layDay('2026-11-21', room, [night]).placed[0]).toMatchObject({ firstSlot: 46, endSlot: 48 })
    expect(layDay('2026-11-22', room, [night]).placed[0]).toMatchObject({ firstSlot: 0, endSlot: 2, freeBefore: 0 })
  })

  test('leaves out a seat that is gone', () => {
    expect(aBoard([aBookingOf({ seatId: 'seat-9' })]).placed).toEqual([])
  })
})

describe('what is free', () => {
  test('counts the slot that is running, and none before it', () => {
    const board = aBoard()
    const earliest = earliestFor(at('10:10'), board)
    expect(isBookable(board, { seat: 0, slot: 1 }, earliest)).toBe(false)
    expect(isBookable(board, { seat: 0, slot: 2 }, earliest)).toBe(true)
  })

  test('is found soonest first, the wished seat before the others', () => {
    const board = aBoard([aBookingOf({ seat: 3, from: '09:00', to: '10:00' })])
    expect(firstBookable(board, morning, { seat: 1, slot: 0 })).toEqual({ seat: 1, slot: 0 })
    expect(firstBookable(board, morning, { seat: 2, slot: 0 })).toEqual({ seat: 3, slot: 0 })
    expect(firstBookable(board, at('21:00'))).toBeNull()
  })

  test('is drawn up to what is in the way, down and up', () => {
    const board = aBoard([aBookingOf({ from: '12:00', to: '13:00' }), aBookingOf({ from: '09:30', to: '10:00' })])
    expect(freeRange(board, 0, 3, 20, morning)).toEqual({ from: 3, end: 6 })
    expect(freeRange(board, 0, 3, 0, morning)).toEqual({ from: 2, end: 4 })
    expect(freeRange(board, 0, 10, 10, morning)).toEqual({ from: 10, end: 11 })
    expect(freeRange(board, 0, 22, 40, morning)).toEqual({ from: 22, end: 24 })
  })
})

describe('a place', () => {
  test('is named by its rows and found again on the board', () => {
    const board = aBoard()
    const place = spanOf(board, 1, 2, 4)
    expect(place).toEqual({ seatId: 'seat-2', startsAt: at('10:00'), endsAt: at('11:00') })
    expect(spanOf(board, 9, 2, 4)).toBeNull()
    expect(areaOf(board, { seatId: 'seat-2', startsAt: at('09:00'), endsAt: at('12:00') })).toEqual({
      left: 0.25,
      width: 0.25,
      top: 0,
      height: 0.25,
    })
    expect(
      areaOf(board, { seatId: 'seat-2', startsAt: at('09:00', '2026-11-22'), endsAt: at('10:00', '2026-11-22') }),
    ).toBeNull()
  })

  test('tells who is in the way, but never the booking itself', () => {
    const held = aBookingOf({ seat: 3 })
    const wish = { seatId: 'seat-3', startsAt: at('10:30'), endsAt: at('11:30') }
    expect(inTheWay(aBoard([held]), wish, 'another')).toEqual(held)
    expect(inTheWay(aBoard([held]), wish, held.id)).toBeUndefined()
    expect(inTheWay(aBoard([held]), { ...wish, startsAt: at('11:00') }, 'another')).toBeUndefined()
  })

  test('of the present is a share of the day', () => {
    expect(shareOfDay(aBoard(), at('15:00'))).toBe(0.5)
    expect(shareOfDay(aBoard(), at('08:00'))).toBeLessThan(0)
  })
})

test.each([24, 38, 52])(
  'at %i px a row no time that stands touches the chip of the present, and most stand',
  (cellHeight) => {
    const board = aBoard([])
    for (let minute = 0; minute < 60; minute++) {
      const now = at(`10:${String(minute).padStart(2, '0')}`)
      const chip = shareOfDay(board, now) * board.slots.length * cellHeight
      const standing = board.slots
        .map((_, slot) => slot)
        .filter((slot) => !isUnderPresent(board, slot, now, cellHeight))
      // Half a chip, and half a line of twelve pixels.
      for (const slot of standing) expect(Math.abs(slot * cellHeight + 11 - chip)).toBeGreaterThan(8.5 + 6)
      expect(standing.length).toBeGreaterThanOrEqual(board.slots.length - 2)
    }
  },
)

describe('by the rules of the room', () => {
  const name = { zh: '双11', en: '' }
  const monday = Array.from({ length: 7 }, (_, index) => (index === 0 ? { opensAt: '09:00', closesAt: '21:00' } : null))

  test('a night is one day, and what lies after midnight stands on the board of the day that opened', () => {
    const room = aRoom({ opensAt: '21:00', closesAt: '02:00' })
    const late = { ...aBookingOf(), startsAt: at('01:00', '2026-11-22'), endsAt: at('02:00', '2026-11-22') }
    const [first, next] = layDays(['2026-11-21', '2026-11-22'], room, [late])
    expect(first?.slots.length).toBe(10)
    expect(first?.placed[0]).toMatchObject({ firstSlot: 8, endSlot: 10 })
    expect(next?.placed).toEqual([])
    expect(next?.slots.length).toBe(10)
  })

  test('also a booking over midnight, where another day of the week has hours by day', () => {
    const room = aRoom({ opensAt: '21:00', closesAt: '02:00' })
    const over = { ...aBookingOf(), startsAt: at('21:30', '2026-11-21'), endsAt: at('01:30', '2026-11-22') }
    const [first, next] = layDays(['2026-11-21', '2026-11-22'], room, [over])
    expect([first?.slots.length, first?.placed[0]?.firstSlot, first?.placed[0]?.endSlot]).toEqual([10, 1, 9])
    expect([next?.slots.length, next?.placed]).toEqual([10, []])
    const week = [0, 1, 2, 3, 4, 5, 6].map((day) =>
      day < 5 ? { opensAt: '09:00', closesAt: '21:00' } : { opensAt: '21:00', closesAt: '02:00' },
    )
    const mixed = layDays(['2026-11-20', '2026-11-21', '2026-11-22'], aRoom({ week }), [over])
    expect(mixed.map(({ placed }) => placed.length)).toEqual([0, 1, 0])
    expect(mixed.map(({ slots }) => slots.length)).toEqual([34, 34, 34])
  })

  test('a seat with hours of its own is closed for the others’ rows, and drawn by its own slots', () => {
    const own = Array.from({ length: 7 }, () => ({ opensAt: '10:15', closesAt: '12:15' }))
    const board = aBoard([], { slotMinutes: 60, seatWeeks: [{ seatNumber: 2, week: own }] })
    const row = board.slots.findIndex(({ startsAt }) => startsAt === at('10:15'))
    expect(isBookable(board, { seat: 1, slot: 0 }, morning)).toBe(false)
    expect(isBookable(board, { seat: 0, slot: 0 }, morning)).toBe(true)
    expect(spanOf(board, 1, row, row + 1)).toEqual({ seatId: 'seat-2', startsAt: at('10:15'), endsAt: at('11:15') })
    expect(spanOf(board, 0, row, row + 1)).toEqual({ seatId: 'seat-1', startsAt: at('10:00'), endsAt: at('11:00') })
  })

  test('a closed day keeps its hours in sight and nothing can be had on it', () => {
    const board = aBoard([], { week: monday })
    expect(board.slots.length).toBe(24)
    expect(firstBookable(board, morning)).toBeNull()
  })

  test('a peak day has its seats, another only those that somebody still has', () => {
    const seats = [1, 2, 3, 4, 5, 6].map((number) => ({ id: `seat-${number}`, number }))
    const peak = { kind: 'peak' as const, from: '2026-11-21', to: '2026-11-21', name, seatCount: 6 }
    const room = aRoom({ seats, seatCount: 4, days: [peak] })
    const held = { ...aBookingOf({ seat: 6 }), startsAt: at('10:00', '2026-11-22'), endsAt: at('11:00', '2026-11-22') }
    const numbers = (date: string) => layDay(date, room, [held]).seats.map(({ number }) => number)
    expect(numbers('2026-11-21')).toEqual([1, 2, 3, 4, 5, 6])
    expect(numbers('2026-11-22')).toEqual([1, 2, 3, 4, 6])
    expect(numbers('2026-11-23')).toEqual([1, 2, 3, 4])
  })

  test('what is left free beside a booking cannot be had, and a day too soon or too far not at all', () => {
    const board = aBoard([aBookingOf()], { bufferMinutes: 15 })
    expect([1, 4, 5].map((slot) => isBookable(board, { seat: 0, slot }, morning))).toEqual([false, false, true])
    const soon = aBoard([], { noticeDays: 1, aheadDays: 7 })
    const canBook = (now: string) => firstBookable(soon, earliestFor(now, soon)) !== null
    expect([at('08:00'), at('20:00', '2026-11-20'), at('08:00', '2026-11-13')].map(canBook)).toEqual([
      false,
      true,
      false,
    ])
  })

  test('a slot that is about to end is proposed only where no other is', () => {
    const board = aBoard([])
    expect(proposedCell(board, at('09:20'), null)).toEqual({ seat: 0, slot: 0 })
    expect(proposedCell(board, at('09:29'), null)).toEqual({ seat: 0, slot: 1 })
    expect(proposedCell(board, at('09:29'), null, { seat: 2, slot: 0 })).toEqual({ seat: 2, slot: 1 })
    expect(proposedCell(board, at('20:59'), null)).toEqual({ seat: 0, slot: 23 })
    expect(proposedCell(board, at('21:00'), null)).toBeNull()
  })

  test('days of a week with other hours share one scale', () => {
    const week = monday.map((hours, index) => (index === 5 ? { opensAt: '21:00', closesAt: '02:00' } : hours))
    const boards = layDays(['2026-11-16', '2026-11-21', '2026-11-22'], aRoom({ week }), [])
    expect(boards.map(({ slots }) => slots.length)).toEqual([34, 34, 34])
    expect(boards[1]?.slots[0]?.startsAt).toBe(at('09:00'))
  })
})

describe('the time between two bookings in a room that never closes', () => {
  const room = aRoom({ opensAt: '00:00', closesAt: '24:00', bufferMinutes: 30 })
  const [first, next] = ['2026-11-21', '2026-11-22'] as const
  const evening = { ...aBookingOf({ from: '23:00' }), endsAt: at('24:00') }
  const early = { ...aBookingOf(), id: 'early', startsAt: at('00:00', next), endsAt: at('01:00', next) }
  /** Whether the slots around that midnight can be booked. */
  const aroundMidnight = ([one, other]: DayBoard[]) => [
    one && isBookable(one, { seat: 0, slot: 47 }, morning),
    other && isBookable(other, { seat: 0, slot: 0 }, morning),
  ]

  test('goes on over midnight, in a week and on a day that knows what lies beside it', () => {
    expect(aroundMidnight(layDays([first, next], room, []))).toEqual([true, true])
    expect(aroundMidnight(layDays([first, next], room, [evening]))).toEqual([false, false])
    expect(aroundMidnight(layDays([first, next], room, [early]))).toEqual([false, false])
    const beside = (booking: Booking) => ({ bookings: [booking], held: [] })
    const days = [layDay(first, room, [], [], beside(early)), layDay(next, room, [], [], beside(evening))]
    expect(aroundMidnight(days)).toEqual([false, false])
  })

  test('is on no other seat, not beside a place that nobody came to, and nowhere in a room that leaves none', () => {
    const elsewhere = { ...early, seatId: 'seat-2' }
    const missed = { ...early, state: 'no_show' as const }
    expect(aroundMidnight(layDays([first, next], room, [elsewhere]))).toEqual([true, true])
    expect(aroundMidnight(layDays([first, next], room, [missed]))[0]).toBe(true)
    const without = aRoom({ opensAt: '00:00', closesAt: '24:00' })
    expect(aroundMidnight([layDay(first, without, [early])])[0]).toBe(true)
  })
})

describe('what is held for somebody who waits', () => {
  const held = aHeldPlace({ seat: 2, from: '10:00', to: '11:00' })
  const board = layDay('2026-11-21', aRoom(), [], [held])

  test('is nobody else’s: not free, not drawn over, not counted, and in the way of what is carried', () => {
    expect([1, 2, 3, 4].map((slot) => isBookable(board, { seat: 1, slot }, morning))).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect(heldAt(board, { seat: 1, slot: 3 })).toBe(held)
    expect(heldAt(board, { seat: 0, slot: 3 })).toBeUndefined()
    expect(freeRange(board, 1, 0, 8, morning)).toEqual({ from: 0, end: 2 })
    const place = { seatId: 'seat-2', startsAt: at('10:30'), endsAt: at('11:30') }
    expect(heldInTheWay(board, place)).toBe(held)
    expect(heldInTheWay(board, { ...place, startsAt: at('11:00') })).toBeUndefined()
    const day = aHeldPlace({ seat: 1, from: '09:00', to: '21:00' })
    const oneSeat = aRoom({ seats: [{ id: 'seat-1', number: 1 }] })
    expect(firstBookable(layDay('2026-11-21', oneSeat, [], [day]), morning)).toBeNull()
  })

  test('has the time between two bookings around it', () => {
    const spaced = layDay('2026-11-21', aRoom({ bufferMinutes: 30 }), [], [held])
    expect([0, 1, 4, 5].map((slot) => isBookable(spaced, { seat: 1, slot }, morning))).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  test('can be booked by whom it is held for, and is in nobody’s way then', () => {
    const mine = layDay('2026-11-21', aRoom({ bufferMinutes: 30 }), [], [{ ...held, isMine: true }])
    expect([1, 2, 3, 4].map((slot) => isBookable(mine, { seat: 1, slot }, morning))).toEqual([true, true, true, true])
    expect(heldInTheWay(mine, held)).toBeUndefined()
  })

  test('is left out where its seat has no column, or its time no row', () => {
    const others = [aHeldPlace({ seat: 9 }), aHeldPlace({ from: '22:00', to: '23:00' })]
    expect(layDay('2026-11-21', aRoom(), [], others).heldPlaces).toEqual([])
    expect(layDays(['2026-11-20', '2026-11-21'], aRoom(), [], [held]).map(({ heldPlaces }) => heldPlaces)).toEqual([
      [],
      [held],
    ])
  })
})

test('a day is over with the last slot that anybody could have, though its rows go on for the sake of others', () => {
  const board = aBoard([])
  const closed = board.slots.length - 4
  const early: DayBoard = {
    ...board,
    offers: board.offers.map((row) => row.map((offer, slot) => (slot < closed ? offer : undefined))),
  }
  const closing = early.slots[closed]?.startsAt ?? ''
  expect(isDayOver(board, closing)).toBe(false)
  expect(isDayOver(early, closing)).toBe(true)
  const ofOne: DayBoard = {
    ...board,
    offers: board.offers.map((row, seat) => (seat === 0 ? (early.offers[0] ?? []) : row)),
  }
  expect([isDayOver(ofOne, closing), isDayOver(ofOne, closing, 0), isDayOver(ofOne, closing, 1)]).toEqual([
    false,
    true,
    false,
  ])
})
