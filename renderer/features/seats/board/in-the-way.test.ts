import { describe, expect, test } from 'vitest'
import { aBoard, aBookingOf, at } from '../../../../test/builders/board.ts'
import { wayOf } from './in-the-way.ts'

const inHand = aBookingOf({ seat: 1, from: '10:00', to: '11:00', id: 'in-hand', personId: 'person-li' })
const other = aBookingOf({ seat: 2, from: '10:00', to: '11:30' })
const board = aBoard([inHand, other])
const on = (seat: number, from: string, to: string) => ({ seatId: `seat-${seat}`, startsAt: at(from), endsAt: at(to) })
const early = at('08:00')

describe('a booking in the hand', () => {
  test('runs into whoever sits there, and is told when that seat is free for so long', () => {
    expect(wayOf(board, on(2, '10:30', '11:30'), inHand, early)).toEqual({ why: 'taken', by: other, next: at('11:30') })
    expect(wayOf(board, on(2, '11:30', '12:30'), inHand, early)).toBeNull()
  })

  test('keeps the time that stays free between two bookings', () => {
    const resting = aBoard([inHand, other], { bufferMinutes: 15 })
    const way = wayOf(resting, on(2, '11:30', '12:30'), inHand, early)
    expect(way).toEqual({ why: 'taken', by: other, next: at('12:00') })
  })

  test('does not run into a place that nobody came to', () => {
    const missed = aBoard([inHand, { ...other, state: 'no_show' }])
    expect(wayOf(missed, on(2, '10:30', '11:30'), inHand, early)).toBeNull()
  })

  test('cannot lie in hours that are over, nor where its person sits elsewhere', () => {
    expect(wayOf(board, on(1, '09:00', '10:00'), inHand, at('09:30'))).toEqual({ why: 'past' })
    const same = { ...other, personId: 'person-li' }
    expect(wayOf(aBoard([inHand, same]), on(3, '11:00', '12:00'), inHand, early)).toEqual({ why: 'person', by: same })
  })

  test('is told of no next time where that day has none', () => {
    const late = aBookingOf({ seat: 2, from: '10:00', to: '21:00' })
    expect(wayOf(aBoard([inHand, late]), on(2, '20:00', '21:00'), inHand, early)).toMatchObject({ next: null })
  })

  test('does not go where a draw decides, and is told when that seat is free again', () => {
    const drawn = [{ seatIds: ['seat-3'], startsAt: at('12:00'), endsAt: at('14:00') }]
    const way = wayOf({ ...board, drawn }, on(3, '11:30', '12:30'), inHand, early)
    expect(way).toEqual({ why: 'drawn', next: at('14:00') })
    expect(wayOf({ ...board, drawn }, on(2, '12:00', '13:00'), inHand, early)).toBeNull()
  })

  test('may always be made shorter', () => {
    expect(wayOf(board, on(1, '10:30', '11:00'), inHand, at('12:00'))).toBeNull()
  })
})
