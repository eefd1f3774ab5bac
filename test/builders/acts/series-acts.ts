import { seriesService } from '../../../electron/services/seats/series.ts'
import { holds, type NaiveBooking, type Place } from '../naive-room.ts'
import { accepted } from '../outcomes.ts'
import { nobody } from '../seats.ts'
import type { World } from './world.ts'

const DAY = 1_440

/** Several days at once: all or none are made; of what is cancelled or moved together each goes by itself. */
export function seriesActs(world: World) {
  const { house, model, random, one, roomOf, compare, somePlace, somebody, wish, booked, change, tell } = world
  const series = seriesService(house.parts)

  async function make() {
    const [first, count, step] = [somePlace(), 2 + random(3), one([1, 1, 7])]
    const { person, companion } = somebody()
    const places = Array.from({ length: count }, (_, index) => later(first, index * step * DAY))
    const wishes = places.map((place) => ({
      ...{ ...wish(place), personId: person, companionId: companion, purpose: 'listen' as const },
    }))
    const said = await series.make({ wishes, isSeries: true }, nobody)
    const seriesId = said.ok ? (said.value[0]?.seriesId ?? null) : null
    const before = model.bookings.length
    let refused: string[] = []
    for (const [index, place] of places.entries()) {
      refused = roomOf(place).reserve(place, person, companion)
      if (refused.length > 0) {
        if (!said.ok && said.code === 'not_free' && said.detail.index !== index)
          throw new Error(`day ${said.detail.index} is refused, not ${index}: ${JSON.stringify(places)}`)
        break
      }
      booked('', place, person, companion, { seriesId })
    }
    const made = model.bookings.splice(before)
    const answer = !said.ok && said.code === 'not_free' ? { ok: false, code: said.detail.misfit.code } : said
    if (!compare('series', answer, refused, { places, person, companion }) || !said.ok) return
    for (const [index, booking] of made.entries()) booking.id = said.value[index]?.id ?? ''
    model.bookings.push(...made)
  }

  /** One of a series, and those of it that somebody may still come to. */
  function some(): { booking: NaiveBooking; meant: NaiveBooking[]; scope: 'all' | 'later' } | null {
    const among = model.bookings.filter(({ seriesId }) => seriesId !== null).slice(-20)
    if (among.length === 0) return null
    const [booking, scope] = [one(among), one(['all', 'later'] as const)]
    const meant = model.bookings
      .filter(
        ({ seriesId, state, place }) => seriesId === booking.seriesId && state === 'booked' && place.to > model.now,
      )
      .filter(({ place }) => scope === 'all' || place.from >= booking.place.from)
      .sort((a, b) => a.place.from - b.place.from || a.place.seat - b.place.seat)
    return { booking, meant, scope }
  }

  /** Does it to each, again while it helps; how many stay. */
  function each(bookings: readonly NaiveBooking[], act: (booking: NaiveBooking) => boolean): number {
    let left = [...bookings]
    for (let tried = Number.POSITIVE_INFINITY; left.length > 0 && left.length < tried; ) {
      tried = left.length
      left = left.filter((booking) => !act(booking))
    }
    return left.length
  }

  async function cancel() {
    const found = some()
    if (found === null) return
    const said = await accepted(series.cancel({ bookingId: found.booking.id, scope: found.scope }, nobody))
    const kept = each(found.meant.filter(holds), (booking) => {
      change(booking, { state: 'cancelled' })
      return true
    })
    count('cancelled', said.keptCount, kept, found)
  }

  /** By days and hours. An edge that stays by chance is not asked about, which no other act of these asks. */
  async function move() {
    const found = some()
    if (found === null) return
    const by = one([-DAY, DAY, 7 * DAY, 0]) + one([-180, 180, 240])
    const target: Place = { ...later(found.booking.place, by), seat: 1 + random(4) }
    const days = Math.floor(target.from / DAY) - Math.floor(found.booking.place.from / DAY)
    const alike = ({ place }: NaiveBooking): Place => {
      const from = (Math.floor(place.from / DAY) + days) * DAY + (target.from % DAY)
      return { ...target, from, to: from + target.to - target.from }
    }
    const keepsAnEdge = (booking: NaiveBooking) =>
      alike(booking).from === booking.place.from || alike(booking).to === booking.place.to
    if (found.meant.some(keepsAnEdge)) return
    const asked = { bookingId: found.booking.id, scope: found.scope, from: null, ...wish(target) }
    const said = await accepted(series.move(asked, nobody))
    const kept = each(found.meant, (booking) => {
      const place = alike(booking)
      if (roomOf(place).move(booking, place, false).length > 0) return false
      change(booking, { place })
      return true
    })
    count('moved', said.keptCount, kept, { found, target })
  }

  function count(act: string, said: number, kept: number, about: unknown) {
    if (said !== kept) throw new Error(`${said} stay, not ${kept}: ${JSON.stringify(about)}`)
    tell(`series ${act}`, kept > 0 ? 'some stay' : 'done')
  }

  return { make, cancel, move }
}

const later = (place: Place, by: number): Place => ({ ...place, from: place.from + by, to: place.to + by })
