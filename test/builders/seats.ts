import { peopleService } from '../../electron/services/house/people.ts'
import { roomKeepingService } from '../../electron/services/house/room-keeping.ts'
import { roomsService } from '../../electron/services/house/rooms.ts'
import { bookingsService } from '../../electron/services/seats/bookings.ts'
import { noShowWatch } from '../../electron/services/seats/no-show-watch.ts'
import { noShowsService } from '../../electron/services/seats/no-shows.ts'
import { makeRelay } from '../../electron/services/seats/relay.ts'
import { swapsService } from '../../electron/services/seats/swaps.ts'
import { waitlistService } from '../../electron/services/seats/waitlist.ts'
import { walkUpsService } from '../../electron/services/seats/walk-ups.ts'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { ensureRoom, FIRST_ROOM_ID, readRoom } from '../../electron/storage/house/room.ts'
import type { PersonWish } from '../../shared/contract/house/people.ts'
import type { RoomRules } from '../../shared/contract/house/room-rules.ts'
import type { Purpose } from '../../shared/contract/seats/bookings.ts'
import { instantAt } from '../../shared/domain/wall-clock.ts'
import { anEngine } from './engine.ts'
import { accepted } from './outcomes.ts'
import { someParts } from './parts.ts'

export const nobody = { personId: null }

/** `shanghai('10:00')`: that time on Friday 2026-09-18, the day on which test clocks start; another date may be given. */
export const shanghai = (time: string, date = '2026-09-18') => instantAt(date, time, 'Asia/Shanghai')

/** An open room of four seats, 09:00-21:00, and everything that can be asked of it. */
export async function anOpenRoom() {
  const { parts: deskParts, clock, events, close: closeDesk } = someParts()
  const { engine, url, close: closeEngine } = await anEngine(deskParts.db)
  const parts = { ...deskParts, engine }
  await engine.transact(() => ensureRoom(clock))
  // A desk's own file has one as well, whichever engine the house is on.
  runOn(deskParts.db, ensureRoom(clock))
  let seats = (await engine.read(readRoom)).seats
  const people = peopleService(parts)
  const bookings = bookingsService(parts)
  const waitlist = waitlistService(parts)
  const relay = makeRelay(parts)
  const watch = noShowWatch({ ...parts, marked: () => {} })
  const [swaps, noShows, walkUps] = [swapsService(parts), noShowsService(parts), walkUpsService({ ...parts, watch })]

  const seat = (number: number): string => {
    const found = seats.find((one) => one.number === number)
    if (found === undefined) throw new Error(`no seat ${number}`)
    return found.id
  }
  const aPerson = async (name: string, change: Partial<PersonWish> = {}): Promise<string> => {
    const wish = { name, department: '客服部', role: 'listener' as const, employeeNumber: null, email: null, ...change }
    return (await accepted(people.add(wish, nobody))).id
  }
  /** Asks for a seat; only what the sentence is about needs to be said. */
  const reserve = (wish: BookingWish) =>
    bookings.reserve(
      {
        seatId: seat(wish.seat ?? 1),
        personId: wish.person,
        companionId: wish.companion ?? null,
        purpose: wish.purpose ?? 'listen',
        startsAt: shanghai(wish.from ?? '10:00', wish.date),
        endsAt: shanghai(wish.to ?? '11:00', wish.date),
      },
      wish.by === undefined ? nobody : { personId: wish.by },
    )
  const aBooking = (wish: BookingWish) => accepted(reserve(wish))
  const move = (bookingId: string, to: { seat: number; from: string; to: string; date?: string }) =>
    bookings.reschedule(
      {
        seenVersion: null,
        bookingId,
        seatId: seat(to.seat),
        startsAt: shanghai(to.from, to.date),
        endsAt: shanghai(to.to, to.date),
      },
      nobody,
    )

  /** Cancels the booking whatever became of it. */
  const cancel = (bookingId: string, asker: { personId: string | null } = nobody, reason?: string) =>
    bookings.cancel({ bookingId, seenVersion: null, reason }, asker)

  const rooms = roomsService(parts)
  const roomKeeping = roomKeepingService(parts)
  /** The rules that are known last, with a change. */
  const rulesWith = async (change: Partial<RoomRules>): Promise<RoomRules> => {
    const last = (await accepted(rooms.list({}, nobody)))[0]?.rules.at(-1)
    if (last === undefined) throw new Error('no rules')
    return { ...last.rules, ...change }
  }
  /** Saves rules from a day on, today unless told; whatever they hit is kept. */
  async function newRules(change: Partial<RoomRules>, { validFrom = '2026-09-18' } = {}) {
    const known = { roomId: FIRST_ROOM_ID, seenVersion: null, validFrom, cancel: null, rules: await rulesWith(change) }
    const told = await rooms.saveRules({ ...known, toldHits: null }, nobody)
    const toldHits = !told.ok && told.code === 'hits_bookings' ? told.detail.mark : null
    const saved = toldHits === null ? told : await rooms.saveRules({ ...known, toldHits }, nobody)
    seats = (await engine.read(readRoom)).seats
    return (await accepted(Promise.resolve(saved))).room
  }
  const close = async () => {
    closeDesk()
    await closeEngine()
  }

  return {
    ...{ parts, clock, events, close, engine, url, db: parts.db },
    ...{ watch, swaps, noShows, walkUps },
    ...{ people, bookings, rooms, roomKeeping, rulesWith, newRules, waitlist, relay },
    ...{ seat, aPerson, aBooking, reserve, move, cancel },
  }
}

export interface BookingWish {
  person: string
  companion?: string | null
  seat?: number
  from?: string
  to?: string
  date?: string
  purpose?: Purpose
  /** Who books it; nobody who said who they are, unless it matters. */
  by?: string
}
