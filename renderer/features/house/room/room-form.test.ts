import { describe, expect, test } from 'vitest'
import { slotsOfDay } from '../../../../shared/domain/seats/slots.ts'
import { type RoomForm, readRoomForm, slotsInDay } from './room-form.ts'

const form: RoomForm = { seatCount: 4, opensAt: '8', closesAt: '22:00', slotMinutes: 30 }

describe('the fields of the room', () => {
  test('give a room', () => {
    expect(readRoomForm(form)).toEqual({
      ok: true,
      room: { seatCount: 4, opensAt: '08:00', closesAt: '22:00', slotMinutes: 30 },
    })
  })
  test('give a room that is open over midnight, where it opens in the evening', () => {
    expect(readRoomForm({ ...form, opensAt: '22', closesAt: '6' })).toEqual({
      ok: true,
      room: { seatCount: 4, opensAt: '22:00', closesAt: '06:00', slotMinutes: 30 },
    })
  })
  test.each<[Partial<RoomForm>, string]>([
    [{ seatCount: null }, 'seats_out_of_range'],
    [{ seatCount: 0 }, 'seats_out_of_range'],
    [{ seatCount: 100 }, 'seats_out_of_range'],
    [{ seatCount: 2.5 }, 'seats_out_of_range'],
    [{ opensAt: 'x' }, 'opens_unreadable'],
    [{ closesAt: '' }, 'closes_unreadable'],
    // Who writes nine to six means the evening, not the next morning.
    [{ opensAt: '9', closesAt: '6' }, 'closes_before_it_opens'],
    [{ opensAt: '22', closesAt: '22' }, 'closes_before_it_opens'],
    [{ opensAt: '8', closesAt: '8' }, 'closes_before_it_opens'],
  ])('%o is refused: %s', (change, fault) => {
    expect(readRoomForm({ ...form, ...change })).toEqual({ ok: false, fault })
  })
})

test.each([
  ['08:00', '22:00', 30, 28],
  ['00:00', '24:00', 15, 96],
  ['09:00', '09:50', 60, 0],
  ['09:10', '11:00', 30, 3],
  ['22:00', '06:00', 30, 16],
  ['18:00', '00:00', 60, 6],
] as const)(
  '%s to %s in slots of %i minutes: %i, as the board counts them',
  (opensAt, closesAt, slotMinutes, count) => {
    expect(slotsInDay({ opensAt, closesAt, slotMinutes })).toBe(count)
    expect(slotsOfDay('2026-11-21', { opensAt, closesAt, slotMinutes, timeZone: 'Asia/Shanghai' })).toHaveLength(count)
  },
)
