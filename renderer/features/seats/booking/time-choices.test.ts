import { expect, test } from 'vitest'
import { aBoard, aBookingOf, aRoom, at } from '../../../../test/builders/board.ts'
import { layDay } from '../board/board-layout.ts'
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

test('in a room that never closes the ends go on over midnight, up to what is in the way on the next day', () => {
  const always = { opensAt: '00:00', closesAt: '24:00' }
  const next = (time: string) => at(time, '2026-11-22')
  const taken = { ...aBookingOf(), startsAt: next('01:00'), endsAt: next('02:00') }
  const after = layDay('2026-11-22', aRoom(always), [taken])
  const night = [at('23:30'), next('00:00'), next('00:30'), next('01:00')]
  expect(endsFrom(aBoard([], always), 0, at('23:00'), morning, after)).toEqual(night)
  const place = { seatId: 'seat-1', startsAt: at('20:00'), endsAt: at('21:00') }
  expect(movedStart(aBoard([], always), 0, place, at('23:30'), morning, after).endsAt).toBe(next('00:30'))
  const evening = aBoard([aBookingOf({ from: '23:00', to: '23:30' })], always)
  expect(endsFrom(evening, 0, at('22:30'), morning, after)).toEqual([at('23:00')])
})
