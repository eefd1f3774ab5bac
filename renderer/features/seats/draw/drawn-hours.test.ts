import { expect, test } from 'vitest'
import { shanghai } from '../../../../test/builders/seats.ts'
import { drawnOn } from './drawn-hours.ts'

test('of what the windows of all rooms hold a board shows its own seats alone', () => {
  const room = { timeZone: 'Asia/Shanghai', seats: [{ id: 'here' }] } as Parameters<typeof drawnOn>[1]
  const hours = { startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
  const drawn = [
    { ...hours, seatIds: ['here', 'there'] },
    { ...hours, seatIds: ['there'] },
  ] as Parameters<typeof drawnOn>[0]
  expect(drawnOn(drawn, room, '2026-09-18')).toEqual([{ ...hours, seatIds: ['here'] }])
  expect(drawnOn(drawn, room, '2026-09-20')).toEqual([])
})
