import { expect, test } from 'vitest'
import { aBoard, aBookingOf, at } from '../../../../test/builders/board.ts'
import { endsFrom, movedStart, startsOf } from './time-choices.ts'

const board = aBoard([aBookingOf({ from: '11:00', to: '20:00' })])
const morning = at('09:00')

test('starts are what is free, ends go up to what is in the way', () => {
  expect(startsOf(board, 0, morning)).toEqual(
    ['09:00', '09:30', '10:00', '10:30', '20:00', '20:30'].map((time) => at(time)),
  )
  expect(endsFrom(board, 0, at('10:00'), morning)).toEqual([at('10:30'), at('11:00')])
  expect(endsFrom(board, 0, at('12:00'), morning)).toEqual([])
})

test('a new start keeps the length, cut where something is in the way', () => {
  const place = { seatId: 'seat-1', startsAt: at('09:00'), endsAt: at('10:00') }
  expect(movedStart(board, 0, place, at('09:30'), morning)).toEqual({
    ...place,
    startsAt: at('09:30'),
    endsAt: at('10:30'),
  })
  expect(movedStart(board, 0, place, at('10:30'), morning)).toEqual({
    ...place,
    startsAt: at('10:30'),
    endsAt: at('11:00'),
  })
})
