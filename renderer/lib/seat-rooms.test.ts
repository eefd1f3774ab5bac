import { expect, test } from 'vitest'
import type { HouseRoom } from '../../shared/contract/house/rooms.ts'
import { roomHere, seatRoomOf } from './seat-rooms.ts'

const house = { language: 'zh', timeZone: 'Asia/Shanghai' } as const
const aRoom = (id: string, change: Partial<HouseRoom> = {}): HouseRoom => ({
  ...{
    id,
    name: '',
    site: '',
    timeZone: 'Asia/Shanghai',
    coordinatorId: null,
    rules: [],
    closedFrom: null,
    version: 0,
  },
  seats: [{ id: `${id} seat`, number: 1 }],
  ...change,
})
const startsAt = '2026-11-27T22:30:00.000Z'

test('a seat of a house with one room is named by its number alone, by the clock of the house', () => {
  const { place, named, path } = seatRoomOf([aRoom('a', { name: '东厅' })], { seatId: 'a seat', startsAt }, house)
  expect([place, named('3号席'), path]).toEqual([house, '3号席', '/seats?day=2026-11-28'])
})

test('among several a seat has its room in front, and the clock where it is another than that of the house', () => {
  const rooms = [
    aRoom('a', { site: '上海' }),
    aRoom('b', { name: '东厅' }),
    aRoom('c', { site: '柏林', timeZone: 'Europe/Berlin' }),
  ]
  const at = (seatId: string) => seatRoomOf(rooms, { seatId, startsAt }, house)
  expect(at('a seat').named('1号席')).toBe('上海 1号席')
  expect(at('b seat').named('1号席')).toBe('东厅 1号席')
  expect(at('c seat').named('1号席')).toBe('柏林 1号席 (UTC+1)')
  expect(at('c seat').named('1号席 02:30 (UTC+2)–02:30 (UTC+1)')).toBe('柏林 1号席 02:30 (UTC+2)–02:30 (UTC+1)')
  expect([at('b seat').timed('23:30'), at('c seat').timed('23:30')]).toEqual(['23:30', '23:30 (UTC+1)'])
  expect(at('c seat').place.timeZone).toBe('Europe/Berlin')
  expect([at('b seat').path, at('c seat').path]).toEqual([
    '/seats?day=2026-11-28&room=b',
    '/seats?day=2026-11-27&room=c',
  ])
  expect(at('gone').named('1号席')).toBe('1号席')
})

test('the board is that of the room in the address, else of the one looked at last, else of the first that is open', () => {
  const rooms = [aRoom('a', { closedFrom: '2026-11-01' }), aRoom('b'), aRoom('c')]
  const here = (named: string | null, last: string | null) => roomHere(rooms, named, last, startsAt).id
  expect([here('a', 'c'), here(null, 'c'), here('gone', 'gone'), here(null, 'a')]).toEqual(['a', 'c', 'b', 'b'])
})
