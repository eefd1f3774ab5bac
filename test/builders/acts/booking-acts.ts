import { dayOfWall, holds, isMissed, type NaiveBooking, onSameSeat, type Place } from '../naive-room.ts'
import { nobody } from '../seats.ts'
import type { World } from './world.ts'

/** Reserve, move, cancel, take back, sit down. */
export function bookingActs(world: World) {
  const { house, model, random, one, people, roomOf, compare, somePlace, somebody, wish, booked, change } = world

  async function reserve() {
    // Few places are held for whoever waits: now and then it is one of those that others want.
    const held = model.offers.filter(({ state }) => state === 'open')
    const place = held.length > 0 && random(3) === 0 ? one(held).place : somePlace()
    const { person, companion } = somebody()
    const asked = { ...wish(place), personId: person, companionId: companion, purpose: 'listen' as const }
    const said = await house.bookings.reserve(asked, nobody)
    const allowed = roomOf(place).reserve(place, person, companion)
    if (compare('reserve', said, allowed, { place, person, companion }) && said.ok)
      booked(said.value.id, place, person, companion)
  }

  async function move(booking: NaiveBooking) {
    const place = one([somePlace, () => otherEnd(booking), () => one(booking.had)])()
    if (place === null) return
    const isOtherEnd = onSameSeat(place, booking.place) && place.from === booking.place.from
    // An edge that stays by chance is not asked about, which no other act of these asks.
    if (!isOtherEnd && (place.from === booking.place.from || place.to === booking.place.to)) return
    if (isOtherEnd && place.to === booking.place.to) return
    const said = await house.bookings.reschedule({ bookingId: booking.id, seenVersion: null, ...wish(place) }, nobody)
    if (compare('move', said, roomOf(place).move(booking, place), { booking, place })) change(booking, { place })
  }
  function otherEnd({ place }: NaiveBooking): Place | null {
    const ends = [-1, 0, 1]
      .flatMap((days) => roomOf(place).opening(place.seat, dayOfWall(place.from) + days)?.slots ?? [])
      .map(([, to]) => to)
    const fit = ends.filter((to) => to > place.from && to < place.from + 300)
    return fit.length === 0 ? null : { ...place, to: one(fit) }
  }

  async function cancel(booking: NaiveBooking) {
    const { state, place } = booking
    const isOver = state !== 'cancelled' && (place.to <= model.now || (state !== 'booked' && state !== 'checked_in'))
    const seated = state === 'checked_in' ? ['already_started'] : []
    const said = await house.cancel(booking.id)
    if (compare('cancel', said, isOver ? ['already_over'] : seated, booking) && state !== 'cancelled')
      change(booking, { state: 'cancelled' })
  }

  async function restore(booking: NaiveBooking) {
    const said = await house.bookings.restore({ bookingId: booking.id }, nobody)
    if (compare('restore', said, roomOf(booking.place).restore(booking), booking) && booking.state === 'cancelled')
      change(booking, { state: 'booked' })
  }

  function whyNotIn(booking: NaiveBooking, standIn: string | null): string[] {
    const { place, person, companion } = booking
    const room = roomOf(place)
    if (booking.state === 'cancelled') return ['not_found']
    if (place.to <= model.now) return ['already_over']
    const { beforeMinutes } = room.rulesOn(room.dayOf(place.seat, place.from)).checkIn
    if (model.now < place.from - beforeMinutes) return ['too_early']
    const isThere = booking.state === 'checked_in' && standIn === (booking.standIn ?? null)
    if (!isThere && room.isSeated(standIn ?? person, place, booking)) return ['person_taken']
    // Whoever comes late is placed anew.
    return isMissed(booking) ? room.takenBy(place, [person, companion], booking) : []
  }
  async function checkIn(booking: NaiveBooking) {
    const other = one([null, null, one(people)])
    // Whoever booked it, or was to sit beside, is there for nobody else.
    const standIn = other === booking.person || other === booking.companion ? null : other
    const said = await house.bookings.checkIn({ bookingId: booking.id, standInId: other }, nobody)
    const act = holds(booking) ? (standIn === null ? 'checkIn' : 'standIn') : 'late'
    if (!compare(act, said, whyNotIn(booking, standIn), { booking, other })) return
    const isSame = booking.state === 'checked_in' && (booking.standIn ?? null) === standIn
    booking.standIn = standIn
    if (!isSame) change(booking, { state: 'checked_in' })
  }

  return { reserve, move, cancel, restore, checkIn }
}
