import { expect } from 'vitest'
import type { RoomRules } from '../../../shared/contract/house/room-rules.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { lottery } from '../lottery.ts'
import {
  dayOfWall,
  holds,
  instantOf,
  type NaiveBooking,
  type NaiveHouse,
  NaiveRoom,
  type Place,
  type Wall,
  wallOf,
} from '../naive-room.ts'
import { accepted } from '../outcomes.ts'
import { anOpenRoom, nobody } from '../seats.ts'

export type Said = { ok: boolean; code?: string }

/** How somebody came to their booking. */
interface Made {
  readonly walkUpOf?: string | null
  readonly seriesId?: string | null
}

/** A house with two rooms of four seats, the same on paper, and a lottery that decides what is done in it. */
export type World = Awaited<ReturnType<typeof aWorld>>

export async function aWorld(seed: number) {
  const house = await anOpenRoom()
  const random = lottery(seed)
  const one = <T>(of: readonly T[]): T => of[random(of.length)] as T
  const people = await Promise.all([...'甲乙丙丁戊己庚辛'].map((name) => house.aPerson(name)))
  const [first] = await accepted(house.rooms.list({}, nobody))
  if (first === undefined) throw new Error('no room')
  const second = await accepted(house.roomKeeping.add({ name: '西厅', site: '', likeRoomId: first.id }, nobody))
  const seats = [first, second].map((room) => new Map(room.seats.map(({ number, id }) => [number, id])))
  const model: NaiveHouse = { now: wallOf(house.clock.now()), bookings: [], offers: [], drawn: [], rooms: [] }
  const rules = await house.rulesWith({})
  const rooms = [new NaiveRoom(rules, model), new NaiveRoom(rules, model)] as const
  const seen = new Map<string, number>()

  const roomOf = ({ room }: Pick<Place, 'room'>): NaiveRoom => rooms[room] ?? rooms[0]
  const seatId = ({ room, seat }: Pick<Place, 'room' | 'seat'>): Id => seats[room]?.get(seat) ?? ''
  const tell = (act: string, code: string) => seen.set(`${act} ${code}`, (seen.get(`${act} ${code}`) ?? 0) + 1)

  return {
    ...{ house, random, one, people, model, rooms, roomIds: [first.id, second.id], seen, roomOf, seatId, tell },

    /** The answer is one of those the model allows; none: it is accepted. */
    compare(act: string, said: Said, allowed: readonly string[], about: unknown): boolean {
      const code = said.ok ? 'done' : (said.code ?? '')
      const wanted = allowed.length === 0 ? ['done'] : allowed
      expect(wanted, `${act} at ${instantOf(model.now)}: ${code}, ${JSON.stringify(about)}`).toContain(code)
      tell(act, code)
      return said.ok
    },

    /** Mostly on slots and near, sometimes anywhere, now and then where something is held or drawn. */
    somePlace(): Place {
      const kept = [...model.offers.filter(({ state }) => state === 'open').map(({ place }) => place), ...model.drawn]
      if (kept.length > 0 && random(12) === 0) return one(kept)
      const [room, seat] = [random(2), 1 + random(4)]
      const day = dayOfWall(model.now) + random(random(4) === 0 ? 14 : 3)
      const slots = roomOf({ room }).opening(seat, day)?.slots ?? []
      const from = random(8) === 0 || slots.length === 0 ? quarter(model.now) + random(200) * 15 : one(slots)[0]
      return { room, seat, from, to: from + one([30, 30, 60, 60, 60, 120, 45]) }
    },

    /** Perhaps with another beside them. */
    somebody() {
      const [person, other] = [one(people), one([null, null, ...people])]
      return { person, companion: other === person ? null : other }
    },

    someBooking: (): NaiveBooking | null => (model.bookings.length === 0 ? null : one(model.bookings.slice(-50))),

    wish: (place: Place) => ({
      ...{ seatId: seatId(place), startsAt: instantOf(place.from), endsAt: instantOf(place.to) },
    }),

    booked(
      id: string,
      place: Place,
      person: string,
      companion: string | null,
      { walkUpOf = null, seriesId = null }: Made = {},
    ) {
      const state = walkUpOf === null ? ('booked' as const) : ('checked_in' as const)
      const booking: NaiveBooking = {
        ...{ id, place, person, companion, state, heldSince: model.now, version: 0, walkUpOf, had: [place] },
        seriesId,
        stood: [{ at: model.now, place }],
      }
      model.bookings.push(booking)
      return booking
    },

    /** The booking is something else now. */
    change(booking: NaiveBooking, { place, state }: { place?: Place; state?: NaiveBooking['state'] }) {
      const isAnew =
        place !== undefined || (state === 'booked' && (booking.state === 'cancelled' || booking.state === 'no_show'))
      if (isAnew) booking.heldSince = model.now
      if (place !== undefined) {
        booking.place = place
        booking.had.push(place)
      }
      booking.state = state ?? booking.state
      booking.version += 1
      booking.stood.push({ at: model.now, place: holds(booking) ? booking.place : null })
    },

    placeOf({ seatId: id, startsAt, endsAt }: { seatId: Id; startsAt: Instant; endsAt: Instant }): Place {
      const room = seats.findIndex((numbers) => [...numbers.values()].includes(id))
      const seat = [...(seats[room] ?? [])].find(([, one]) => one === id)?.[0] ?? 0
      return { room, seat, from: wallOf(startsAt), to: wallOf(endsAt) }
    },

    pass(minutes: number) {
      house.clock.step(minutes * 60_000)
      model.now += minutes
    },
  }
}

export const quarter = (at: Wall): Wall => at - (at % 15)

export type Rules = RoomRules
