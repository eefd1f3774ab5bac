import { expect, test } from 'vitest'
import { instantAt, timeOf } from '../wall-clock.ts'
import { freeNeighbours, type NeighbourFacts } from './free-neighbours.ts'
import { type Span, slotsOfDay } from './slots.ts'

const room = { opensAt: '09:00', closesAt: '12:00', slotMinutes: 30, timeZone: 'Asia/Shanghai' }
const span = (from: string, to: string): Span => ({
  startsAt: instantAt('2026-11-21', from, room.timeZone),
  endsAt: instantAt('2026-11-21', to, room.timeZone),
})
const offered = (facts: Partial<NeighbourFacts>): string[] =>
  freeNeighbours({
    ...span('10:00', '11:00'),
    seatId: '2号席',
    seatIds: ['1号席', '2号席', '3号席', '4号席'],
    bookings: [{ seatId: '2号席', ...span('10:00', '11:00') }],
    slots: slotsOfDay('2026-11-21', room),
    ...facts,
  }).map(
    ({ seatId, startsAt, endsAt }) => `${seatId} ${timeOf(startsAt, room.timeZone)}-${timeOf(endsAt, room.timeZone)}`,
  )

test('the same time on other seats, nearest seat first', () => {
  expect(offered({})).toEqual(['1号席 10:00-11:00', '3号席 10:00-11:00', '4号席 10:00-11:00'])
  expect(offered({ seatId: '4号席' })).toEqual(['3号席 10:00-11:00', '1号席 10:00-11:00', '4号席 10:30-11:30'])
})

test('then the same seat at the nearest time, the later of two', () => {
  expect(offered({ seatIds: ['2号席'] })).toEqual(['2号席 11:00-12:00', '2号席 09:00-10:00'])
})

test('a taken neighbour is not offered, one that only touches is', () => {
  const bookings = [
    { seatId: '2号席', ...span('10:00', '11:00') },
    { seatId: '1号席', ...span('10:30', '11:00') },
    { seatId: '3号席', ...span('09:00', '10:00') },
    { seatId: '4号席', ...span('09:30', '10:30') },
  ]
  expect(offered({ bookings })).toEqual(['3号席 10:00-11:00', '2号席 11:00-12:00', '2号席 09:00-10:00'])
})

const from = (time: string) => (place: Span) => place.startsAt >= instantAt('2026-11-21', time, room.timeZone)

test('nothing on top of the person’s own bookings, nothing in the past', () => {
  expect(offered({ alsoBusy: [span('10:30', '11:30')] })).toEqual(['2号席 09:00-10:00'])
  expect(offered({ seatIds: ['2号席'], isAllowed: from('09:45') })).toEqual(['2号席 11:00-12:00'])
  const now = { seatIds: ['2号席'], isAllowed: from('09:00') }
  expect(offered(now)).toEqual(['2号席 11:00-12:00', '2号席 09:00-10:00'])
})

test('no rules are asked about a place beyond the three that are offered', () => {
  const asked: string[] = []
  const isAllowed = ({ seatId }: { seatId: string }) => asked.push(seatId) > 1
  expect(offered({ isAllowed })).toHaveLength(3)
  expect(asked).toHaveLength(4)
})

test('a full room offers nothing', () => {
  const seatIds = ['1号席', '2号席']
  expect(offered({ seatIds, bookings: seatIds.map((seatId) => ({ seatId, ...span('09:00', '12:00') })) })).toEqual([])
})
