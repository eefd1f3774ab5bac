import type { Limit, RoomRules } from '../../shared/contract/house/room-rules.ts'

/** Minutes since 1970 on the wall of a room in Shanghai, where nobody sets the clocks. */
export type Wall = number

const DAY = 1_440
const ZONE_MINUTES = 8 * 60

export const wallOf = (instant: string): Wall => Date.parse(instant) / 60_000 + ZONE_MINUTES
export const instantOf = (wall: Wall): string => new Date((wall - ZONE_MINUTES) * 60_000).toISOString()
export const dayOfWall = (wall: Wall): number => Math.floor(wall / DAY)
export const dateOfDay = (day: number): string => new Date(day * DAY * 60_000).toISOString().slice(0, 10)

export interface NaiveBooking {
  readonly id: string
  seat: number
  person: string
  companion: string | null
  from: Wall
  to: Wall
  state: 'booked' | 'checked_in' | 'cancelled'
  readonly had: { seat: number; from: Wall; to: Wall }[]
}
export type Place = Pick<NaiveBooking, 'seat' | 'from' | 'to'>
export interface NaiveOpening {
  readonly from: Wall
  readonly to: Wall
  readonly slots: [Wall, Wall][]
}
export interface NaiveVersion {
  readonly fromDay: number
  readonly rules: RoomRules
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const holds = ({ state }: NaiveBooking) => state !== 'cancelled'
const meet = (a: Omit<Place, 'seat'>, b: Omit<Place, 'seat'>) => a.from < b.to && b.from < a.to

/**
 * The rules of a room as one would do them on paper: minute by minute, by lists that are looked through from end to end, and with none of the
 * rule book's functions. What it answers is what the console has to answer.
 */
export class NaiveRoom {
  versions: NaiveVersion[]
  readonly bookings: NaiveBooking[] = []
  readonly #laidOut = new WeakMap<NaiveVersion[], Map<string, NaiveOpening | null>>()
  now: Wall
  constructor(rules: RoomRules, now: Wall) {
    this.versions = [{ fromDay: 0, rules }]
    this.now = now
  }

  rulesOn(day: number, versions = this.versions): RoomRules {
    const found = versions.filter(({ fromDay }) => fromDay <= day).at(-1)
    if (found === undefined) throw new Error('no rules')
    return found.rules
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

  private openings({ seat, from, to }: Place, versions = this.versions) {
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
  private placeRefusal(place: Place, taken?: Place): string | null {
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

  isPast({ seat, from }: Place): boolean {
    return from <= this.now - this.rulesOn(this.dayOf(seat, from)).slotMinutes
  }

  private dayRefusal({ seat, from }: Place): string | null {
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

  private isOverLimit(place: Place, person: string, own?: NaiveBooking): boolean {
    const day = this.dayOf(place.seat, place.from)
    return this.rulesOn(day).limits.some(({ count, per }) => {
      const counts = ({ from, to }: NaiveBooking, seat: number) =>
        per === 'to_come' ? to > this.now : this.isSameWindow(per, this.dayOf(seat, from), day)
      if (own !== undefined && own.state !== 'cancelled' && counts(own, place.seat)) return false
      const used = this.bookings.filter(
        (one) => one !== own && one.person === person && holds(one) && counts(one, one.seat),
      )
      return used.length >= count
    })
  }

  /** What in another's way is told of, by what stands there; several are possible where several stand there. */
  private takenBy(place: Place, who: (string | null)[], own?: NaiveBooking, held?: Place): string[] {
    const buffer = this.rulesOn(this.dayOf(place.seat, place.from)).bufferMinutes
    const isOwnEnd = held !== undefined && place.to <= held.to
    const isOwnStart = held !== undefined && place.from >= held.from
    const wide = { from: place.from - (isOwnStart ? 0 : buffer), to: place.to + (isOwnEnd ? 0 : buffer) }
    const others = this.bookings.filter((one) => one !== own && holds(one))
    const isWho = ({ person, companion }: NaiveBooking) =>
      who.includes(person) || (companion !== null && who.includes(companion))
    return [
      ...(others.some((one) => one.seat === place.seat && meet(wide, one)) ? ['seat_taken'] : []),
      ...(others.some((one) => meet(place, one) && isWho(one)) ? ['person_taken'] : []),
    ]
  }

  /** The answers that may be given; none: it is taken. */
  reserve(place: Place, person: string, companion: string | null): string[] {
    if (this.isPast(place)) return ['in_the_past']
    const refusal = this.placeRefusal(place) ?? this.dayRefusal(place)
    if (refusal !== null) return [refusal]
    if (this.isOverLimit(place, person)) return ['over_limit']
    return this.takenBy(
      place,
      [person, companion].filter((one) => one !== null),
    )
  }

  /** To a place that is new on all sides, or to another end. */
  move(booking: NaiveBooking, place: Place): string[] {
    if (booking.state === 'cancelled') return ['not_found']
    if (booking.to <= this.now) return ['already_over']
    const isOtherEnd = place.seat === booking.seat && place.from === booking.from
    const hasStarted = booking.from <= this.now || booking.state === 'checked_in'
    if (hasStarted && !isOtherEnd) return ['already_started']
    if (hasStarted ? place.to <= this.now : this.isPast(place)) return ['in_the_past']
    const isBack = booking.had.some(
      ({ seat, from, to }) => seat === place.seat && from === place.from && to === place.to,
    )
    const taken = isOtherEnd ? { ...place, from: Math.min(booking.to, place.to) } : place
    const isDayKept = this.dayOf(place.seat, booking.from) === this.dayOf(place.seat, place.from)
    const refusal =
      (isBack ? null : this.placeRefusal(place, taken)) ?? (isBack || isDayKept ? null : this.dayRefusal(place))
    if (refusal !== null) return [refusal]
    if (this.isOverLimit(place, booking.person, booking)) return ['over_limit']
    const held = place.seat === booking.seat ? { ...booking } : undefined
    return this.takenBy(place, [booking.person, booking.companion], booking, held)
  }

  restore(booking: NaiveBooking): string[] {
    if (booking.state !== 'cancelled') return []
    if (booking.to <= this.now) return ['in_the_past']
    if (this.isOverLimit(booking, booking.person, booking)) return ['over_limit']
    return this.takenBy(booking, [booking.person, booking.companion], booking)
  }

  /** Who fits before and does not fit after. */
  hitBy(versions: NaiveVersion[]): string[] {
    const toCome = this.bookings.filter((one) => holds(one) && one.to > this.now).sort((a, b) => a.from - b.from)
    const misfits = (booking: NaiveBooking, all: NaiveVersion[]) => {
      const day = this.dayOf(booking.seat, booking.from, all)
      const rules = this.rulesOn(day, all)
      if (booking.seat > rules.seatCount || this.offTimetable(booking, booking, all) !== null) return true
      const before = toCome.filter((one) => one.seat === booking.seat && one.from < booking.from).at(-1)
      return before !== undefined && booking.from - before.to < rules.bufferMinutes
    }
    return toCome.filter((one) => misfits(one, versions) && !misfits(one, this.versions)).map(({ id }) => id)
  }
}
