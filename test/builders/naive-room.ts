import type { Limit, RoomRules } from '../../shared/contract/house/room-rules.ts'

/** Minutes since 1970 on the wall of a room in Shanghai, where nobody sets the clocks. */
export type Wall = number

const DAY = 1_440
const ZONE_MINUTES = 8 * 60

export const wallOf = (instant: string): Wall => Date.parse(instant) / 60_000 + ZONE_MINUTES
export const instantOf = (wall: Wall): string => new Date((wall - ZONE_MINUTES) * 60_000).toISOString()
export const dayOfWall = (wall: Wall): number => Math.floor(wall / DAY)
export const dateOfDay = (day: number): string => new Date(day * DAY * 60_000).toISOString().slice(0, 10)

/** A seat of a room of the house, by their numbers; rooms are counted from 0. */
export interface Place {
  readonly room: number
  readonly seat: number
  readonly from: Wall
  readonly to: Wall
}
export interface NaiveBooking {
  /** Empty until the console has said what it is called there. */
  id: string
  place: Place
  person: string
  companion: string | null
  state: 'booked' | 'checked_in' | 'no_show' | 'excused' | 'cancelled'
  /** When it got its place. */
  heldSince: Wall
  /** When it was seen last that nobody had come. */
  missedAt?: Wall
  version: number
  /** What it held from when on; null: nothing. */
  readonly stood: { readonly at: Wall; readonly place: Place | null }[]
  readonly walkUpOf: string | null
  /** Who sits there instead; nobody, unless it is told. */
  standIn?: string | null
  /** The same for all that were made together. */
  readonly seriesId: string | null
  readonly had: Place[]
}
/** A place that is held for somebody who waits. */
export interface NaiveHeld {
  readonly person: string
  readonly place: Place
  state: 'open' | 'accepted' | 'declined' | 'expired' | 'withdrawn'
}
/** What all rooms of a house share. */
export interface NaiveHouse {
  now: Wall
  readonly bookings: NaiveBooking[]
  readonly offers: NaiveHeld[]
  /** What nobody may touch, because it is drawn. */
  readonly drawn: Place[]
  readonly rooms: NaiveRoom[]
}
export interface NaiveOpening {
  readonly from: Wall
  readonly to: Wall
  readonly slots: [Wall, Wall][]
}
export interface NaiveVersion {
  readonly fromDay: number
  readonly rules: RoomRules
  /** In words: of the days in it those that nobody had written down earlier. */
  readonly own: readonly string[]
}

const reaches = (days: string, day: number) => JSON.parse(days).to >= dateOfDay(day)
const inWords = ({ days }: RoomRules) => days.map((one) => JSON.stringify(one))
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
type Span = Pick<Place, 'from' | 'to'>
export const holds = ({ state }: NaiveBooking) => state === 'booked' || state === 'checked_in'
export const isMissed = ({ state }: NaiveBooking) => state === 'no_show' || state === 'excused'
export const meet = (a: Span, b: Span) => a.from < b.to && b.from < a.to
export const onSameSeat = (a: Place, b: Place) => a.room === b.room && a.seat === b.seat
export const isSame = (a: Place, b: Place) => onSameSeat(a, b) && a.from === b.from && a.to === b.to

/**
 * The rules of a room as one would do them on paper: minute by minute, by lists that are looked through from end to end, and with none of the
 * rule book's functions. What it answers is what the console has to answer.
 */
export class NaiveRoom {
  versions: NaiveVersion[]
  readonly house: NaiveHouse
  readonly #laidOut = new WeakMap<NaiveVersion[], Map<string, NaiveOpening | null>>()
  constructor(rules: RoomRules, house: NaiveHouse) {
    this.versions = [{ fromDay: 0, rules, own: inWords(rules) }]
    this.house = house
    house.rooms.push(this)
  }
  private get now(): Wall {
    return this.house.now
  }

  rulesOn(day: number, versions = this.versions): RoomRules {
    const found = versions.filter(({ fromDay }) => fromDay <= day).at(-1)
    if (found === undefined) throw new Error('no rules')
    return found.rules
  }

  /** With other rules from a day on. A day that they close or leave open is so by later rules, too, once these count on it. */
  withRules(fromDay: number, rules: RoomRules): NaiveVersion[] {
    const here = this.versions.find((one) => one.fromDay === fromDay)
    const before = this.versions.findLast((one) => one.fromDay < fromDay)
    const own = inWords(rules).filter((days) => {
      if (here !== undefined && inWords(here.rules).includes(days)) return here.own.includes(days)
      return before === undefined || !reaches(days, fromDay) || !inWords(before.rules).includes(days)
    })
    const later = this.laterWith(fromDay, inWords(this.rulesOn(fromDay)), inWords(rules))
    return [...this.versions.filter((one) => one.fromDay < fromDay), { fromDay, rules, own }, ...later]
  }

  /** Without the rules of that day, which are there and not the first. */
  withoutRules(fromDay: number): NaiveVersion[] {
    const earlier = this.versions.filter((one) => one.fromDay < fromDay)
    const then = inWords(this.rulesOn(fromDay, earlier))
    return [...earlier, ...this.laterWith(fromDay, inWords(this.rulesOn(fromDay)), then)]
  }

  /** Each day is carried from one to the next: struck out until somebody had written it there themselves, written in until it is there already. */
  private laterWith(fromDay: number, were: readonly string[], are: readonly string[]): NaiveVersion[] {
    const later = this.versions.filter((one) => one.fromDay > fromDay)
    const written = later.map(({ rules }) => inWords(rules))
    for (const days of were.filter((one) => !are.includes(one)))
      for (const [index, one] of later.entries()) {
        if (one.own.includes(days) || !reaches(days, one.fromDay)) break
        written[index] = (written[index] ?? []).filter((other) => other !== days)
      }
    for (const days of are.filter((one) => !were.includes(one)))
      for (const [index, one] of later.entries()) {
        if (written[index]?.includes(days) || !reaches(days, one.fromDay)) break
        written[index]?.push(days)
      }
    return later.map((one, index) => ({
      ...one,
      rules: { ...one.rules, days: (written[index] ?? []).map((days) => JSON.parse(days)) },
    }))
  }

  /** When a seat is open that day; null: not. */
  private hours(seat: number, day: number, versions: NaiveVersion[]): { from: Wall; to: Wall } | null {
    const rules = this.rulesOn(day, versions)
    const date = dateOfDay(day)
    const isClosed = rules.days.some(
      (days) =>
        days.kind === 'closed' && days.from <= date && date <= days.to && (days.seatNumbers?.includes(seat) ?? true),
    )
    // 1970-01-01 was a Thursday.
    const hours = rules.week[(day + 3) % 7] ?? null
    if (isClosed || seat > rules.seatCount || hours === null) return null
    const [opens, closes] = [minutesOf(hours.opensAt), minutesOf(hours.closesAt)]
    return { from: day * DAY + opens, to: day * DAY + closes + (closes > opens ? 0 : DAY) }
  }

  /** Laid out once: it is asked for all the time. */
  opening(seat: number, day: number, versions = this.versions): NaiveOpening | null {
    const known = this.#laidOut.get(versions) ?? new Map<string, NaiveOpening | null>()
    this.#laidOut.set(versions, known)
    const key = `${seat} ${day}`
    const found = known.get(key) ?? (known.has(key) ? null : this.laidOut(seat, day, versions))
    known.set(key, found)
    return found
  }

  private laidOut(seat: number, day: number, versions: NaiveVersion[]): NaiveOpening | null {
    const open = this.hours(seat, day, versions)
    if (open === null) return null
    const length = this.rulesOn(day, versions).slotMinutes
    const slots: [Wall, Wall][] = []
    for (let at = open.from; at + length <= open.to; at += length) slots.push([at, at + length])
    const before = this.hours(seat, day - 1, versions)
    const isNewMorning = this.rulesOn(day, versions) !== this.rulesOn(day - 1, versions)
    if (!isNewMorning || before === null || before.to <= open.from) return { ...open, slots }
    const rest = slots.filter(([from]) => from >= before.to)
    return rest[0] === undefined ? null : { from: rest[0][0], to: open.to, slots: rest }
  }

  dayOf(seat: number, at: Wall, versions = this.versions): number {
    const night = this.opening(seat, dayOfWall(at) - 1, versions)
    return night !== null && at < night.to ? dayOfWall(at) - 1 : dayOfWall(at)
  }

  openings({ seat, from, to }: Place, versions = this.versions) {
    const days = Array.from({ length: dayOfWall(to) - dayOfWall(from) + 2 }, (_, index) => dayOfWall(from) - 1 + index)
    return days.flatMap((day) => this.opening(seat, day, versions) ?? [])
  }

  /** Why a place is none; `taken`: what of it is new. */
  offTimetable(place: Place, taken: Place = place, versions = this.versions): string | null {
    const openings = this.openings(place, versions)
    for (let minute = taken.from; minute < taken.to; minute += 5)
      if (!openings.some(({ from, to }) => from <= minute && minute < to)) return 'outside_opening_hours'
    const slots = openings.flatMap((opening) => opening.slots)
    const isStart = taken.from > place.from || slots.some(([from]) => from === place.from)
    return isStart && slots.some(([, to]) => to === place.to) ? null : 'not_on_slots'
  }

  /** The same with a closed day by its name. */
  placeRefusal(place: Place, taken?: Place): string | null {
    const off = this.offTimetable(place, taken)
    if (off !== 'outside_opening_hours') return off
    for (let day = this.dayOf(place.seat, place.from); day <= dayOfWall(place.to - 1); day += 1) {
      const date = dateOfDay(day)
      for (const days of this.rulesOn(day).days)
        if (days.kind === 'closed' && days.from <= date && date <= days.to)
          if (days.seatNumbers?.includes(place.seat) ?? true) return 'closed_day'
    }
    return off
  }

  isPast({ seat, from }: Pick<Place, 'seat' | 'from'>): boolean {
    return from <= this.now - this.rulesOn(this.dayOf(seat, from)).slotMinutes
  }

  dayRefusal({ seat, from }: Place): string | null {
    const day = this.dayOf(seat, from)
    const { noticeDays, aheadDays } = this.rulesOn(day)
    const ahead = day - dayOfWall(this.now)
    if (noticeDays > 0 && ahead < noticeDays) return 'too_soon'
    return aheadDays !== null && ahead > aheadDays ? 'too_far_ahead' : null
  }

  private isSameWindow(per: Exclude<Limit['per'], 'to_come'>, one: number, other: number): boolean {
    if (per === 'week') return Math.floor((one + 3) / 7) === Math.floor((other + 3) / 7)
    const length = { day: 10, month: 7, year: 4 }[per]
    return dateOfDay(one).slice(0, length) === dateOfDay(other).slice(0, length)
  }

  /** `own`: what is moved, or was given back; while it has a place, that one uses nothing more up. */
  isOverLimit(place: Place, person: string, own?: NaiveBooking): boolean {
    const day = this.dayOf(place.seat, place.from)
    return this.rulesOn(day).limits.some(({ count, per }) => {
      const counts = ({ place: { room, seat, from, to } }: NaiveBooking) =>
        per === 'to_come'
          ? to > this.now
          : this.isSameWindow(per, this.house.rooms[room]?.dayOf(seat, from) ?? this.dayOf(seat, from), day)
      if (own !== undefined && own.state !== 'cancelled' && counts(own)) return false
      const isCounted = ({ state, walkUpOf }: NaiveBooking) =>
        state !== 'cancelled' && state !== 'excused' && walkUpOf === null
      const used = this.house.bookings.filter(
        (one) => one !== own && one.person === person && isCounted(one) && counts(one),
      )
      return used.length >= count
    })
  }

  bufferAt({ seat, from }: Pick<Place, 'seat' | 'from'>): number {
    return this.rulesOn(this.dayOf(seat, from)).bufferMinutes
  }

  /** What in another's way is told of, by what stands there; several are possible where several stand there. */
  takenBy(place: Place, who: readonly (string | null)[], own?: NaiveBooking): string[] {
    const buffer = this.bufferAt(place)
    const held = own !== undefined && own.state !== 'cancelled' && onSameSeat(own.place, place) ? own.place : undefined
    const isOwnEnd = held !== undefined && place.to <= held.to
    const isOwnStart = held !== undefined && place.from >= held.from
    const alone = { from: place.from - buffer, to: place.to + buffer }
    const wide = { from: isOwnStart ? place.from : alone.from, to: isOwnEnd ? place.to : alone.to }
    const others = this.house.bookings.filter((one) => one !== own && holds(one))
    const isHeld = this.house.offers.some(
      (offer) =>
        offer.state === 'open' && offer.person !== who[0] && onSameSeat(offer.place, place) && meet(offer.place, alone),
    )
    return [
      ...(others.some((one) => onSameSeat(one.place, place) && meet(wide, one.place)) ? ['seat_taken'] : []),
      ...(this.isElsewhere(place, who, others) ? ['person_taken'] : []),
      ...(isHeld ? ['place_held'] : []),
      ...(this.isDrawn(place) ? ['to_be_drawn'] : []),
    ]
  }
  isDrawn(place: Place): boolean {
    return this.house.drawn.some((other) => onSameSeat(other, place) && meet(other, place))
  }
  isElsewhere(span: Span, who: readonly (string | null)[], among = this.house.bookings.filter(holds)): boolean {
    const isWho = ({ person, companion }: NaiveBooking) =>
      who.includes(person) || (companion !== null && who.includes(companion))
    return among.some((one) => meet(span, one.place) && isWho(one))
  }

  /** The answers that may be given; none: it is taken. */
  reserve(place: Place, person: string, companion: string | null): string[] {
    if (this.isPast(place)) return ['in_the_past']
    const refusal = this.placeRefusal(place) ?? this.dayRefusal(place)
    if (refusal !== null) return [refusal]
    if (this.isOverLimit(place, person)) return ['over_limit']
    return this.takenBy(place, companion === null ? [person] : [person, companion])
  }

  /** To a place that is new on all sides, or to another end. Somebody who leads a booking back to a place it had is asked less. */
  move(booking: NaiveBooking, place: Place, mayBeBack = true): string[] {
    if (booking.state === 'cancelled') return ['not_found']
    if (isMissed(booking) || booking.place.to <= this.now) return ['already_over']
    const { from, to } = booking.place
    const isOtherEnd = onSameSeat(place, booking.place) && place.from === from
    const hasStarted = from <= this.now || booking.state === 'checked_in'
    if (hasStarted && !isOtherEnd) return ['already_started']
    if (hasStarted ? place.to <= this.now : this.isPast(place)) return ['in_the_past']
    const isBack = mayBeBack && booking.had.some((earlier) => isSame(earlier, place))
    const taken = isOtherEnd ? { ...place, from: Math.min(to, place.to) } : place
    const isDayKept = this.dayOf(place.seat, from) === this.dayOf(place.seat, place.from)
    const refusal =
      (isBack ? null : this.placeRefusal(place, taken)) ?? (isBack || isDayKept ? null : this.dayRefusal(place))
    if (refusal !== null) return [refusal]
    if (this.isOverLimit(place, booking.person, booking)) return ['over_limit']
    const isLonger = booking.state === 'checked_in' && place.to > to
    if (isLonger && this.isSeated(booking.standIn ?? booking.person, { from: to, to: place.to }, booking))
      return ['person_taken']
    return this.takenBy(place, [booking.person, booking.companion], booking)
  }

  restore(booking: NaiveBooking): string[] {
    if (booking.state !== 'cancelled') return []
    if (booking.place.to <= this.now) return ['in_the_past']
    if (this.isOverLimit(booking.place, booking.person, booking)) return ['over_limit']
    return this.takenBy(booking.place, [booking.person, booking.companion], booking)
  }

  /** One body is on one chair, whoever it was booked for. */
  isSeated(who: string, span: Span, but?: NaiveBooking): boolean {
    const isThere = ({ state, standIn, person, place }: NaiveBooking) =>
      state === 'checked_in' && (standIn ?? person) === who && place.to > this.now
    return this.house.bookings.some((one) => one !== but && isThere(one) && meet(one.place, span))
  }

  isLate({ state, place, heldSince }: NaiveBooking): boolean {
    const { checkIn } = this.rulesOn(this.dayOf(place.seat, place.from))
    return state === 'booked' && this.now >= Math.max(place.from, heldSince) + checkIn.graceMinutes
  }

  /** Who fits before and does not fit after. */
  hitBy(versions: NaiveVersion[], index: number): string[] {
    const toCome = this.house.bookings
      .filter((one) => one.place.room === index && holds(one) && one.place.to > this.now)
      .sort((a, b) => a.place.from - b.place.from)
    const misfits = ({ place }: NaiveBooking, all: NaiveVersion[]) => {
      const rules = this.rulesOn(this.dayOf(place.seat, place.from, all), all)
      if (place.seat > rules.seatCount || this.offTimetable(place, place, all) !== null) return true
      const before = toCome.filter((one) => one.place.seat === place.seat && one.place.from < place.from).at(-1)
      return before !== undefined && place.from - before.place.to < rules.bufferMinutes
    }
    return toCome.filter((one) => misfits(one, versions) && !misfits(one, this.versions)).map(({ id }) => id)
  }
}
