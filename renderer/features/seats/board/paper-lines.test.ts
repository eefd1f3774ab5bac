import { expect, test } from 'vitest'
import type { DayBoard } from './board-layout.ts'
import { linesOf } from './paper-lines.ts'

test('paper leaves out a place that nobody came to, as it is free for others, and stands in the order of the day', () => {
  const placed = (['no_show', 'excused', 'booked', 'checked_in'] as const).map((state, at) => ({
    booking: { id: state, seatId: 'a', state, startsAt: `2026-11-30T0${8 - at}:00:00.000Z` },
  }))
  const board = { placed, heldPlaces: [{ id: 'held', seatId: 'a', until: '', startsAt: '2026-11-30T05:30:00.000Z' }] }
  const lines = linesOf(board as unknown as DayBoard, 'a')
  expect(lines.map((line) => ('state' in line ? line.state : 'held'))).toEqual(['checked_in', 'held', 'booked'])
})
