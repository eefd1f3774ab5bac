import { expect, test } from 'vitest'
import { aBoard, aBookingOf, aHeldPlace, aRoom, at } from '../../../../test/builders/board.ts'
import { addDays, dateFrom } from '../../../lib/plain-dates.ts'
import { daysToLookAt, nextFree } from './next-free.ts'

const oneSeat = aRoom({ seats: [{ id: 'seat-1', number: 1 }] })
const fullDay = aBookingOf({ from: '09:00', to: '21:00' })

test('the next free place skips full days', () => {
  const tomorrow = { ...aBookingOf(), startsAt: at('09:00', '2026-11-22'), endsAt: at('09:30', '2026-11-22') }
  expect(nextFree(['2026-11-21', '2026-11-22'], oneSeat, [fullDay, tomorrow], at('08:00'), null)).toEqual({
    date: '2026-11-22',
    seatId: 'seat-1',
    seatNumber: 1,
    startsAt: at('09:30', '2026-11-22'),
  })
})

test('nothing is offered where all is full', () => {
  expect(nextFree(['2026-11-21'], oneSeat, [fullDay], at('08:00'), null)).toBeNull()
})

test('days go over the end of a month, and an address that is no date is none', () => {
  expect(addDays('2026-11-30', 1)).toBe('2026-12-01')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  expect([dateFrom('2026-02-30'), dateFrom('today'), dateFrom(null), dateFrom('2026-11-21')]).toEqual([
    null,
    null,
    null,
    '2026-11-21',
  ])
})

test('what is held for somebody who waits is not offered', () => {
  const held = aHeldPlace({ from: '09:00', to: '20:30' })
  expect(nextFree(['2026-11-21'], oneSeat, [], at('08:00'), null, [held])).toMatchObject({ startsAt: at('20:30') })
})

test('a place that is to be drawn is not offered', () => {
  const drawn = [{ seatIds: ['seat-1'], startsAt: at('09:00'), endsAt: at('21:00') }]
  const drawnOn = (day: string) => (day === '2026-11-21' ? drawn : [])
  const days = ['2026-11-21', '2026-11-22']
  expect(nextFree(days, oneSeat, [], at('08:00'), null, [], drawnOn)).toMatchObject({ date: '2026-11-22' })
})

test('of a day that cannot be booked yet the last days that can are looked at, the nearest first', () => {
  const board = aBoard([], { aheadDays: 7 })
  const days = (now: string) => daysToLookAt(board, now).slice(0, 2)
  expect(days(at('08:00', '2026-11-10'))).toEqual(['2026-11-17', '2026-11-16'])
  expect(days(at('08:00', '2026-11-20'))).toEqual(['2026-11-22', '2026-11-23'])
})

test('no hour is offered at which the person has a place, beside somebody or on another seat', () => {
  const two = aRoom({ seats: [1, 2].map((number) => ({ id: `seat-${number}`, number })) })
  const own = aBookingOf({ seat: 1, from: '09:00', to: '10:00' })
  const beside = aBookingOf({ seat: 1, from: '10:00', to: '11:30', personId: 'person-li', companionId: 'person-wang' })
  const offered = (person: string) => nextFree(['2026-11-21'], two, [own, beside], at('08:00'), person)
  expect(offered('person-wang')).toMatchObject({ seatNumber: 1, startsAt: at('11:30') })
  expect(offered('person-li')).toMatchObject({ seatNumber: 2, startsAt: at('09:00') })
})
