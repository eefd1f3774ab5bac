import { holds, isMissed, meet, type NaiveBooking, onSameSeat, type Place } from '../naive-room.ts'
import { nobody } from '../seats.ts'
import type { World } from './world.ts'

/** Somebody does not come, is excused, and others sit down. */
export function missedActs({ house, model, one, people, roomOf, seatId, compare, booked, change, tell }: World) {
  /** Nobody who began before the first look is late. */
  let since: number | null = null

  async function look() {
    since ??= model.now
    const late = model.bookings.filter((one) => one.place.from >= (since ?? 0) && roomOf(one.place).isLate(one))
    const count = await house.watch.look()
    if (count !== late.length) throw new Error(`${count} are late, not ${late.map(({ id }) => id).join()}`)
    for (const booking of late) {
      change(booking, { state: 'no_show' })
      booking.missedAt = model.now
      tell('look', 'no_show')
    }
    awaitThoseAhead()
  }
  /** A clock that ran more than an hour ahead took them for missed, and was set back. */
  function awaitThoseAhead() {
    const isAhead = ({ state, place, missedAt = 0 }: NaiveBooking) =>
      state === 'no_show' && place.from > model.now && missedAt > model.now + 60
    const ahead = model.bookings.filter(isAhead)
    for (const booking of ahead.sort((a, b) => a.place.from - b.place.from || (a.id < b.id ? -1 : 1))) {
      const { place, person, companion } = booking
      if (roomOf(place).takenBy(place, [person, companion], booking).length > 0) continue
      change(booking, { state: 'booked' })
      tell('look', 'restored')
    }
  }

  /** What is left of it; null: nothing, or somebody is there. */
  function left({ place, state }: NaiveBooking): Place | null {
    if ((state !== 'no_show' && state !== 'excused') || model.now < place.from) return null
    const open = model.offers.filter((offer) => offer.state === 'open')
    const held = [...[...model.bookings.filter(holds), ...open].map((other) => other.place), ...model.drawn]
    const others = held.filter((other) => onSameSeat(other, place) && meet(other, place))
    if (others.some(({ from, to }) => from <= model.now && model.now < to)) return null
    const to = Math.min(place.to, ...others.map(({ from }) => from).filter((from) => from > model.now))
    return to - model.now < 5 ? null : { ...place, from: model.now, to }
  }

  async function walkUp(booking: NaiveBooking) {
    const person = one(people)
    const said = await house.walkUps.take({ bookingId: booking.id, personId: person, purpose: 'listen' }, nobody)
    const place = left(booking)
    const room = roomOf(booking.place)
    const isElsewhere = place !== null && (room.isElsewhere(place, [person]) || room.isSeated(person, place))
    const allowed = place === null ? ['gone'] : isElsewhere ? ['person_taken'] : []
    if (compare('walkUp', said, allowed, { booking, place, person }) && said.ok && place !== null)
      booked(said.value.id, place, person, null, { walkUpOf: booking.id })
  }

  /** What is told to be free. */
  async function freeNow() {
    await look()
    const said = await house.walkUps.open({}, nobody)
    const free = model.bookings.flatMap((booking) => {
      const place = left(booking)
      return place === null ? [] : [seatId(place)]
    })
    const told = said.ok ? said.value.map((seat) => seat.seatId) : []
    if (JSON.stringify(told.sort()) !== JSON.stringify([...new Set(free)].sort()))
      throw new Error(`free now: ${told.join()}, not ${free.join()}`)
    tell('freeNow', told.length > 0 ? 'some' : 'none')
  }

  async function leave(booking: NaiveBooking) {
    const said = await house.walkUps.leave({ bookingId: booking.id }, nobody)
    const isThere = booking.state === 'checked_in' || booking.state === 'cancelled'
    const allowed = booking.walkUpOf === null ? ['not_found'] : isThere ? [] : ['in_use']
    if (compare('leave', said, allowed, booking) && booking.state === 'checked_in')
      change(booking, { state: 'cancelled' })
  }

  async function excuse(booking: NaiveBooking) {
    const said = await house.noShows.excuse({ bookingId: booking.id, reason: '堵车' }, nobody)
    if (compare('excuse', said, isMissed(booking) ? [] : ['not_missed'], booking) && booking.state === 'no_show')
      change(booking, { state: 'excused' })
  }
  async function countAgain(booking: NaiveBooking) {
    const said = await house.noShows.countAgain({ bookingId: booking.id }, nobody)
    if (compare('countAgain', said, isMissed(booking) ? [] : ['not_missed'], booking) && booking.state === 'excused')
      change(booking, { state: 'no_show' })
  }

  return { look, freeNow, walkUp, leave, excuse, countAgain }
}
