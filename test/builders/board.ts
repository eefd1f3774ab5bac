import { layDay } from '../../renderer/features/seats/board/board-layout.ts'
import type { Room } from '../../shared/contract/house/room.ts'
import type { Booking } from '../../shared/contract/seats/bookings.ts'
import { instantAt } from '../../shared/domain/wall-clock.ts'

/** `at('10:00')`: that time in Shanghai on 2026-11-21, the day of these boards. */
export const at = (time: string, date = '2026-11-21') => instantAt(date, time, 'Asia/Shanghai')

/** Four seats, 09:00-21:00, half hours: 24 rows. */
export const aRoom = (change: Partial<Room> = {}): Room => ({
  opensAt: '09:00',
  closesAt: '21:00',
  slotMinutes: 30,
  timeZone: 'Asia/Shanghai',
  seats: [1, 2, 3, 4].map((number) => ({ id: `seat-${number}`, number })),
  version: 0,
  ...change,
})

export interface BookingFacts extends Partial<Omit<Booking, 'startsAt' | 'endsAt'>> {
  seat?: number
  from?: string
  to?: string
}

/** A booking of 王敏 on seat 1, 10:00-11:00, unless told. */
export function aBookingOf({ seat = 1, from = '10:00', to = '11:00', ...change }: BookingFacts = {}): Booking {
  return {
    id: `${seat} ${from}`,
    seatId: `seat-${seat}`,
    seatNumber: seat,
    personId: 'person-wang',
    personName: '王敏',
    companionId: null,
    companionName: null,
    purpose: 'listen',
    startsAt: at(from),
    endsAt: at(to),
    state: 'booked',
    checkedInAt: null,
    bookedById: null,
    bookedByName: null,
    seriesId: null,
    version: 0,
    ...change,
  }
}

export const aBoard = (bookings: readonly Booking[] = [], room: Partial<Room> = {}) =>
  layDay('2026-11-21', aRoom(room), bookings)
