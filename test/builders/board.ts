import { layDay } from '../../renderer/features/seats/board/board-layout.ts'
import type { RoomRules } from '../../shared/contract/house/room-rules.ts'
import type { HouseRoom } from '../../shared/contract/house/rooms.ts'
import type { Booking } from '../../shared/contract/seats/bookings.ts'
import type { HeldPlace } from '../../shared/contract/seats/waitlist.ts'
import { addMs } from '../../shared/domain/instants.ts'
import { everyDayRules, FROM_THE_FIRST_DAY } from '../../shared/domain/seats/room-rules.ts'
import { instantAt } from '../../shared/domain/wall-clock.ts'

/** `at('10:00')`: that time in Shanghai on 2026-11-21, the day of these boards. */
export const at = (time: string, date = '2026-11-21') => instantAt(date, time, 'Asia/Shanghai')

export interface RoomFacts extends Partial<RoomRules> {
  opensAt?: string
  closesAt?: string
  timeZone?: string
  seats?: HouseRoom['seats']
}

/** Four seats, 09:00-21:00, half hours: 24 rows. */
export function aRoom({
  opensAt = '09:00',
  closesAt = '21:00',
  timeZone = 'Asia/Shanghai',
  ...change
}: RoomFacts = {}): HouseRoom {
  const {
    slotMinutes = 30,
    seats = [1, 2, 3, 4].map((number) => ({ id: `seat-${number}`, number })),
    ...others
  } = change
  const rules = { ...everyDayRules({ opensAt, closesAt, slotMinutes }, seats.length), ...others }
  const versions = [{ validFrom: FROM_THE_FIRST_DAY, rules }]
  const facts = { id: 'room', name: '', site: '', coordinatorId: null, closedFrom: null, version: 0 }
  return { ...facts, timeZone, seats, rules: versions }
}

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
    satById: null,
    satByName: null,
    walkUpOf: null,
    drawnAt: null,
    version: 0,
    checkInOpensAt: addMs(at(from), -15 * 60_000),
    checkInClosesAt: addMs(at(from), 10 * 60_000),
    ...change,
  }
}

/** A place on seat 1, 10:00-11:00, unless told, that is held for somebody else until nine. */
export const aHeldPlace = ({ seat = 1, from = '10:00', to = '11:00', ...change }: HeldFacts = {}): HeldPlace => ({
  ...{ seatId: `seat-${seat}`, startsAt: at(from), endsAt: at(to), until: at('09:00') },
  ...{ isMine: false, personName: null, ...change },
})

interface HeldFacts extends Partial<Omit<HeldPlace, 'startsAt' | 'endsAt'>> {
  seat?: number
  from?: string
  to?: string
}

export const aBoard = (bookings: readonly Booking[] = [], room: RoomFacts = {}) =>
  layDay('2026-11-21', aRoom(room), bookings)
