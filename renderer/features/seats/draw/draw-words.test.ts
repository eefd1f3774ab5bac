import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aRoom } from '../../../../test/builders/board.ts'
import { seatRoomOf } from '../../../lib/seat-rooms.ts'
import { wishName } from './draw-words.ts'

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-20T02:00:00.000Z'), toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const house = { language: 'zh', timeZone: 'Asia/Shanghai' } as const
const slot = (roomId: string) => ({
  ...{ id: `${roomId} 1`, roomId, startsAt: '2026-12-01T23:00:00.000Z', endsAt: '2026-12-02T00:00:00.000Z' },
  ...{ capacity: 4, runEndsAt: '2026-12-02T00:00:00.000Z' },
})

test('a wish in one of several rooms is named with its room, by the day and the clock there', () => {
  const rooms = [aRoom(), { ...aRoom({ timeZone: 'Europe/Berlin' }), id: 'berlin', name: '柏林室' }]
  const among = (all: typeof rooms) => (at: Parameters<typeof seatRoomOf>[1]) => seatRoomOf(all, at, house)
  expect(wishName(slot('berlin'), 60, among(rooms))).toBe('柏林室 12月2日 周三 00:00–01:00 (UTC+1)')
  expect(wishName(slot('room'), 60, among(rooms.slice(0, 1)))).toBe('12月2日 周三 07:00–08:00')
})
