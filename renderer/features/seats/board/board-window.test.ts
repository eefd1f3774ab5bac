import { expect, test } from 'vitest'
import { aBoard, aBookingOf, aRoom } from '../../../../test/builders/board.ts'
import { covers, drawnRows, type View, windowOf } from './board-window.ts'

const seats = Array.from({ length: 60 }, (_, index) => ({ id: `seat-${index + 1}`, number: index + 1 }))
const room = { opensAt: '00:00', closesAt: '24:00', slotMinutes: 15, seats } as const
const board = aBoard([aBookingOf({ seat: 12, from: '08:00', to: '11:00' })], room)
/** 09:00 at the top, seat 11 at the left, ten rows and five seats seen. */
const view: View = { left: 1000, top: 720, width: 500, height: 200, cellWidth: 100, cellHeight: 20 }
const drawn = windowOf(board, view)
const top = { seat: 0, slot: 0 }

test('draws what is seen and a margin around it, and no more', () => {
  expect(drawn).toEqual({ firstSlot: 28, endSlot: 54, firstSeat: 6, endSeat: 19 })
  expect(windowOf(board, { ...view, left: 5_600, top: 1_800 })).toMatchObject({ endSlot: 96, endSeat: 60 })
  expect(windowOf(aBoard([], aRoom()), { ...view, cellWidth: 0 })).toEqual({
    ...{ firstSlot: 0, endSlot: 24, firstSeat: 0, endSeat: 4 },
  })
})

test('is enough until what is seen comes near its edge', () => {
  expect(covers(board, drawn, view)).toBe(true)
  expect(covers(board, drawn, { ...view, top: view.top + 120 })).toBe(true)
  expect(covers(board, drawn, { ...view, top: view.top + 140 })).toBe(false)
  expect(covers(board, drawn, { ...view, left: view.left - 400 })).toBe(false)
})

test('draws a booking that reaches into it from above, once, in the row where it begins', () => {
  const late = { ...drawn, firstSlot: 36 }
  const rows = drawnRows(board, late, { seat: 8, slot: 40 })
  expect(rows[0]).toMatchObject({ slot: 32, cells: [{ seat: 11 }] })
  expect(rows[1]?.slot).toBe(36)
  expect(rows.flatMap(({ cells }) => cells).filter(({ placed }) => placed !== undefined)).toHaveLength(1)
  expect(rows.find(({ slot }) => slot === 40)?.cells.map(({ seat }) => seat)).not.toContain(11)
})

test('keeps the cell with the focus, however far it was scrolled away', () => {
  const rows = drawnRows(board, drawn, top)
  expect(rows[0]).toEqual({ slot: 0, cells: [{ seat: 0, placed: undefined }] })
  expect(rows).toHaveLength(27)
})
