import { describe, expect, test } from 'vitest'
import { aBoard, aBookingOf, at } from '../../../../test/builders/board.ts'
import type { PlacedBooking } from './board-layout.ts'
import {
  carriedTo,
  cellAt,
  endDrawnTo,
  endStepped,
  endsBetween,
  isDrag,
  isSamePlace,
  isUnmoved,
  landingOf,
  lifted,
  momentAt,
  movedTo,
  resizedTo,
} from './drag-geometry.ts'

const frame = { left: 100, top: 50, width: 400, height: 480 }

function placedOn(board: ReturnType<typeof aBoard>): PlacedBooking {
  const placed = board.placed[0]
  if (placed === undefined) throw new Error('nothing is placed')
  return placed
}

describe('the pointer', () => {
  test('points at the cell under it', () => {
    expect(cellAt({ x: 100, y: 50 }, frame, aBoard())).toEqual({ seat: 0, slot: 0 })
    expect(cellAt({ x: 299, y: 50 + 45 }, frame, aBoard())).toEqual({ seat: 1, slot: 2 })
  })

  test('stays at the edge when it leaves the board', () => {
    expect(cellAt({ x: 5_000, y: 5_000 }, frame, aBoard())).toEqual({ seat: 3, slot: 23 })
    expect(cellAt({ x: -5, y: -5 }, frame, aBoard())).toEqual({ seat: 0, slot: 0 })
  })

  test('drags only after it has moved', () => {
    expect(isDrag({ x: 0, y: 0 }, { x: 2, y: 2 })).toBe(false)
    expect(isDrag({ x: 0, y: 0 }, { x: 0, y: 4 })).toBe(true)
  })
})

describe('a carried booking', () => {
  const board = aBoard([aBookingOf({ from: '10:00', to: '11:30' })])
  const placed = placedOn(board)

  test('keeps the row where it was grabbed under the pointer', () => {
    expect(carriedTo(board, placed, 4, { seat: 2, slot: 10 })).toEqual({ seat: 2, firstSlot: 8, length: 3 })
  })

  test('stays on the board with its whole length', () => {
    expect(carriedTo(board, placed, 2, { seat: 9, slot: 23 })).toEqual({ seat: 3, firstSlot: 21, length: 3 })
    expect(carriedTo(board, placed, 4, { seat: 0, slot: 0 })).toEqual({ seat: 0, firstSlot: 0, length: 3 })
  })

  test('is put down as the place to ask for', () => {
    const place = landingOf(board, placed.booking, { seat: 2, firstSlot: 8, length: 3 }, 'move')
    expect(place).toEqual({ seatId: 'seat-3', startsAt: at('13:00'), endsAt: at('14:30') })
  })

  test('put down where it was is no change', () => {
    const place = landingOf(board, placed.booking, lifted(board, placed), 'move')
    expect(place !== null && isSamePlace(placed.booking, place)).toBe(true)
  })

  test('of another slot length is rounded up to whole slots', () => {
    const hours = aBoard([aBookingOf({ from: '10:15', to: '11:30' })], { slotMinutes: 60 })
    expect(lifted(hours, placedOn(hours))).toEqual({ seat: 0, firstSlot: 1, length: 2 })
  })

  test('may run past midnight where it already did', () => {
    const untilMidnight = { opensAt: '10:00', closesAt: '24:00' }
    const night = aBoard([{ ...aBookingOf({ from: '22:00' }), endsAt: at('01:00', '2026-11-22') }], untilMidnight)
    const last = night.slots.length - 1
    expect(movedTo(night, placedOn(night), { seat: 0, firstSlot: last, length: 6 }).firstSlot).toBe(last)
    const evening = aBoard([aBookingOf({ from: '20:00', to: '23:00' })], untilMidnight)
    expect(movedTo(evening, placedOn(evening), { seat: 0, firstSlot: 27, length: 6 }).firstSlot).toBe(22)
  })

  test('runs past midnight in a room that never closes, and its end can be drawn there', () => {
    const always = aBoard([aBookingOf({ from: '20:00', to: '21:00' })], { opensAt: '00:00', closesAt: '24:00' })
    const one = placedOn(always)
    const late = movedTo(always, one, { seat: 0, firstSlot: 47, length: 2 })
    const overnight = { startsAt: at('23:30'), endsAt: at('00:30', '2026-11-22') }
    expect(landingOf(always, one.booking, late, 'move')).toMatchObject(overnight)
    expect(resizedTo(always, { seat: 0, firstSlot: 47, length: 1 }, 49).length).toBe(2)
  })
})

describe('the end edge', () => {
  const board = aBoard([aBookingOf()])
  const placed = placedOn(board)

  test('goes to the row under the pointer, keeps one slot and ends with the day', () => {
    expect(resizedTo(board, lifted(board, placed), 7).length).toBe(5)
    expect(resizedTo(board, lifted(board, placed), 0).length).toBe(1)
    expect(resizedTo(board, lifted(board, placed), 99).length).toBe(22)
  })

  test('never moves the start, wherever that lies', () => {
    const late = aBoard([aBookingOf({ from: '10:15', to: '11:00' })], { slotMinutes: 60 })
    const place = landingOf(late, placedOn(late).booking, { seat: 0, firstSlot: 1, length: 2 }, 'resize')
    expect(place).toEqual({ seatId: 'seat-1', startsAt: at('10:15'), endsAt: at('12:00') })
  })
})

describe('the end edge of a running booking that no slot of today ends earlier', () => {
  const hours = (from: string, to: string) => aBoard([aBookingOf({ from, to })], { slotMinutes: 60 })
  const board = hours('10:00', '11:00')
  const placed = placedOn(board)
  const now = at('10:20')
  const between = endsBetween(board, placed, now)
  const endOf = (to: ReturnType<typeof lifted>) => landingOf(board, placed.booking, to, 'resize')?.endsAt

  test('goes to the quarters of an hour that are still to come', () => {
    expect(between).toEqual([at('10:30'), at('10:45')])
    expect(endsBetween(board, placed, at('09:00'))).toEqual([])
    // There a slot ends it.
    const long = hours('10:00', '12:00')
    expect(endsBetween(long, placedOn(long), now)).toEqual([])
  })

  test('step by step, as far as there is one, and back to where it was', () => {
    const steps = [lifted(board, placed, 'resize')]
    for (const step of [-1, -1, -1, 1, 1]) {
      const last = steps.at(-1)
      if (last !== undefined) steps.push(endStepped(board, placed.booking, last, step, between))
    }
    expect(steps.map(endOf)).toEqual(['11:00', '10:45', '10:30', '10:30', '10:45', '11:00'].map((time) => at(time)))
    expect(steps.map((to) => isUnmoved(board, placed, 'resize', to))).toEqual([true, false, false, false, false, true])
  })

  test('and to the one under the pointer', () => {
    const drawn = (y: number) => {
      const moment = momentAt({ x: 100, y }, frame, board, 0) ?? now
      return endOf(endDrawnTo(board, placed.booking, lifted(board, placed, 'resize'), moment, between))
    }
    // Twelve hours on 480 pixels, from nine on.
    const pixels = (minutes: number) => frame.top + (minutes * 40) / 60
    expect([70, 82, 92, 106, 125].map((minutes) => drawn(pixels(minutes)))).toEqual(
      ['10:30', '10:30', '10:45', '11:00', '12:00'].map((time) => at(time)),
    )
  })
})
