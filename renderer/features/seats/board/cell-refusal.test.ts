import { expect, test } from 'vitest'
import { aBookingOf, aHeldPlace, aRoom, at } from '../../../../test/builders/board.ts'
import { layDay } from './board-layout.ts'
import { refusalOfCell } from './cell-refusal.ts'

test('of a time that is left free beside a place it is said whose place that is', () => {
  const board = layDay('2026-11-21', aRoom({ bufferMinutes: 30 }), [aBookingOf()], [aHeldPlace({ seat: 2 })])
  const why = (seat: number, slot: number) => refusalOfCell(board, { seat, slot }, at('08:00'), at('08:00'))
  const taken = { seatNumber: 1, startsAt: at('10:00'), personName: '王敏', bufferMinutes: 30, free: [] }
  // 09:30 and 11:00
  for (const slot of [1, 4]) expect(why(0, slot)).toEqual({ ok: false, code: 'seat_taken', detail: taken })
  const held = { seatNumber: 2, startsAt: at('10:00'), until: at('09:00'), free: [] }
  expect(why(1, 4)).toEqual({ ok: false, code: 'place_held', detail: held })
  expect(why(0, 5)).toBeNull()
})

test('beside a place of the day after it is said of that one', () => {
  const room = aRoom({ opensAt: '00:00', closesAt: '24:00', bufferMinutes: 30 })
  const early = aBookingOf({ personName: '李强' })
  const beside = { ...early, startsAt: at('00:00', '2026-11-22'), endsAt: at('01:00', '2026-11-22') }
  const board = layDay('2026-11-21', room, [], [], { bookings: [beside], held: [] })
  const refusal = refusalOfCell(board, { seat: 0, slot: 47 }, at('08:00'), at('08:00'))
  expect(refusal).toMatchObject({ code: 'seat_taken', detail: { startsAt: beside.startsAt, personName: '李强' } })
})
