import type { Difference, FindWish, FoundSeat } from '../../../contract/seats/find-seats.ts'
import { type Instant, msOf } from '../../instants.ts'
import { daysAfter, timeOf, weekdayOf } from '../../wall-clock.ts'
import { earliestStart } from '../bookings.ts'
import type { SeatSpan } from '../free-neighbours.ts'
import type { Fits } from '../misfit.ts'
import { minutesOf, type Span } from '../slots.ts'
import { type Opening, slotsFrom } from '../timetable.ts'

/** So many that fit are shown. */
export const MOST_FITS = 8
const MOST_NEAR = 5
/** Further off nobody takes it for the same time. */
const NEAR_MINUTES = 120

/** The days that are meant, in order; `most`: no more of them. */
export function datesFrom(
  { from, to, weekdays, isWorkday }: Pick<FindWish, 'from' | 'to' | 'weekdays' | 'isWorkday'>,
  isWorked: (date: string) => boolean,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const isMeant = (date: string) =>
    (weekdays?.includes(weekdayOf(date)) ?? true) && (isWorkday !== true || isWorked(date))
  const dates: string[] = []
  for (let date = from; date <= to && dates.length < most; date = daysAfter(date, 1))
    if (isMeant(date)) dates.push(date)
  return dates
}

type Wish = Pick<FindWish, 'times' | 'lengthMinutes' | 'people' | 'seatNumber'>

/** A time of a day at which a seat may be had, and how far it is from what was wished. */
interface Candidate extends Span {
  readonly date: string
  readonly differs: readonly Difference[]
  /** Too far off for anybody to take it for the same time. */
  readonly isFar: boolean
}

/**
 * What fits, what is to be shown first in front, and what nearly does. `dates`: those that are meant, in order; `nearDates`: those beside them.
 */
export function findSeats(fits: Fits, wish: Wish, { dates, nearDates, timeZone }: Days): Found {
  const found: FoundSeat[] = []
  const near: FoundSeat[] = []
  const others: Candidate[] = []
  const far: Candidate[] = []
  const minuteOf = minutesBy(timeZone)
  const asWished: Candidate[][] = []
  for (const date of dates) {
    const all = candidatesOn(fits, wish, date, minuteOf)
    asWished.push(all.filter(({ differs }) => differs.length === 0))
    others.push(...all.filter(({ differs, isFar }) => differs.length > 0 && !isFar))
    far.push(...all.filter(({ isFar }) => isFar))
  }
  const takenWhole = (candidate: Candidate): FoundSeat | null => {
    const seats = seatsAt(fits, wish, candidate)
    if (seats === null || seats.differs.length === 0) return seats
    near.push(seats)
    return null
  }
  const ofDays = asWished.map((ofDay) => spread(ofDay, takenWhole, { minuteOf, now: fits.facts.now }))
  for (const seats of inTurn(ofDays)) {
    found.push(seats)
    if (found.length >= MOST_FITS) return { fits: found, near: [] }
  }
  for (const date of nearDates)
    for (const candidate of candidatesOn(fits, wish, date, minuteOf))
      if (candidate.differs.length === 0) others.push({ ...candidate, differs: [{ kind: 'day' }] })
  for (const candidate of others.sort((a, b) => costOf(a.differs) - costOf(b.differs)).slice(0, MOST_TRIED)) {
    const seats = seatsAt(fits, wish, candidate)
    if (seats !== null && !isHalfOfOne(seats, [...found, ...near])) near.push(seats)
    if (near.length >= MOST_TRIED) break
  }
  // A seat is named because it is that one: it is worth another hour that nobody would take for any other.
  const ofNamed: FoundSeat[] = []
  for (const candidate of far.sort((a, b) => costOf(a.differs) - costOf(b.differs))) {
    if (wish.seatNumber === null || ofNamed.length >= MOST_NAMED) break
    const seats = seatsAt(fits, wish, candidate)
    if (seats !== null && isWhereMeant(seats) && !isHalfOfOne(seats, ofNamed)) ofNamed.push(seats)
  }
  return { fits: found, near: fewOf([...near, ...ofNamed]) }
}

/** Half of what can be had whole from the same minute on, by as many and where they mean it as much, nearly fits nobody. */
const isHalfOfOne = (half: FoundSeat, known: readonly FoundSeat[]): boolean =>
  known.some((whole) => {
    const [[first], [mine]] = [whole.places, half.places]
    const isLonger = first !== undefined && first.startsAt === mine?.startsAt && first.endsAt > mine.endsAt
    return isLonger && whole.differs.filter(isOfPlace).every((one) => isSoOrWorse(half, one))
  })

const isOfPlace = ({ kind }: Difference): boolean => kind === 'seat' || kind === 'apart' || kind === 'beside'

const isSoOrWorse = ({ differs }: FoundSeat, one: Difference): boolean =>
  differs.some((other) => other.kind === one.kind && minutesFor(other) >= minutesFor(one))

/** So many of the seat or room that was named are shown, whatever else would be less different. */
const MOST_NAMED = 2

const isWhereMeant = ({ differs }: FoundSeat): boolean =>
  !differs.some(({ kind }) => kind === 'seat' || kind === 'room')

/** The few that are shown of those that nearly fit, the least different first. */
function fewOf(near: FoundSeat[]): FoundSeat[] {
  const sorted = near.sort(leastDifferent)
  const named = new Set(sorted.filter(isWhereMeant).slice(0, MOST_NAMED))
  const others = sorted.filter((one) => !named.has(one)).slice(0, MOST_NEAR - named.size)
  return sorted.filter((one) => named.has(one) || others.includes(one))
}

/** So many are looked at for the few that are shown. */
const MOST_TRIED = 60

/** What was found in several rooms, as one list; `elsewhere`: in rooms that were not named. */
export function foundTogether(rooms: readonly { found: Found; isElsewhere: boolean }[]): Found {
  const fits = [...inTurn(rooms.map(({ found, isElsewhere }) => (isElsewhere ? [] : found.fits)))].slice(0, MOST_FITS)
  fits.sort((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0))
  if (fits.length >= MOST_FITS) return { fits, near: [] }
  const near = rooms.flatMap(({ found, isElsewhere }) =>
    isElsewhere
      ? [...found.fits, ...found.near].map((one) => ({ ...one, differs: [...one.differs, { kind: 'room' } as const] }))
      : found.near,
  )
  return { fits, near: fewOf(near) }
}

/** Whoever names no time means one of these minutes of the day. */
const DAYTIME = { from: 9 * 60, to: 18 * 60 }

/**
 * What can be had of one day so that a few of it stand for all: whole times one after another before those that begin in the middle of one, and
 * by day before the night. Four o'clock in the morning comes first for nobody. Only what can be had pushes others aside, and not what is running.
 */
function* spread(
  ofDay: readonly Candidate[],
  seatsOf: (one: Candidate) => FoundSeat | null,
  { minuteOf, now }: { readonly minuteOf: (at: Instant) => number; readonly now: Instant },
): Generator<FoundSeat> {
  const isByDay = ({ startsAt, endsAt }: Candidate): boolean => {
    const start = minuteOf(startsAt)
    return start >= DAYTIME.from && start + (msOf(endsAt) - msOf(startsAt)) / 60_000 <= DAYTIME.to
  }
  const between: Candidate[] = []
  for (const times of [ofDay.filter(isByDay), ofDay.filter((one) => !isByDay(one))]) {
    let lastEnd = ''
    for (const one of times) {
      if (one.startsAt < lastEnd) {
        between.push(one)
        continue
      }
      const seats = seatsOf(one)
      if (seats === null) continue
      yield seats
      if (one.startsAt > now) lastEnd = one.endsAt
    }
  }
  for (const one of between) {
    const seats = seatsOf(one)
    if (seats !== null) yield seats
  }
}

/** The first of each list, then the second of each, and so on; no more of them is looked at than is asked for. */
function* inTurn<T>(lists: readonly Iterable<T>[]): Generator<T> {
  let open = lists.map((list) => list[Symbol.iterator]())
  while (open.length > 0) {
    const more: typeof open = []
    for (const list of open) {
      const next = list.next()
      if (next.done === true) continue
      yield next.value
      more.push(list)
    }
    open = more
  }
}

export interface Found {
  readonly fits: FoundSeat[]
  readonly near: FoundSeat[]
}

export interface Days {
  readonly dates: readonly string[]
  readonly nearDates: readonly string[]
  readonly timeZone: string
}

const leastDifferent = (a: FoundSeat, b: FoundSeat): number =>
  costOf(a.differs) - costOf(b.differs) || (startOf(a) < startOf(b) ? -1 : 1)

const startOf = ({ places }: FoundSeat): Instant => places[0]?.startsAt ?? ''

/** How much is otherwise, in minutes that somebody would put up with for it. */
const costOf = (differs: readonly Difference[]): number =>
  differs.map(minutesFor).reduce((sum, minutes) => sum + minutes, 0)

function minutesFor(one: Difference): number {
  switch (one.kind) {
    case 'later':
    case 'earlier':
      return one.minutes
    case 'shorter':
      return 20 + one.minutes
    case 'apart':
      return 20 + 5 * one.between
    case 'beside':
      return 40
    case 'seat':
      return 10
    case 'room':
      return 60
    case 'day':
      return 200
  }
}

/** The clock of the room is asked once for each time, not for each seat. */
function minutesBy(timeZone: string): (at: Instant) => number {
  const known = new Map<Instant, number>()
  return (at) => {
    const minutes = known.get(at) ?? minutesOf(timeOf(at, timeZone))
    known.set(at, minutes)
    return minutes
  }
}

/** Each time at which any seat of the room begins a slot that day, as long as wished or a slot shorter. */
function candidatesOn({ facts }: Fits, wish: Wish, date: string, minuteOf: (at: Instant) => number): Candidate[] {
  const seen = new Map<string, Candidate>()
  const asked: (readonly [Opening, Opening | null])[] = []
  for (const { number } of facts.seats) {
    const seat = facts.timetable.seat(number)
    const opening = seat.openingOn(date)
    const next = seat.openingOn(daysAfter(date, 1))
    // Most seats of a room open alike, and then by the very same day of the timetable.
    if (opening === null || asked.some((one) => one[0] === opening && one[1] === next)) continue
    asked.push([opening, next])
    const { slots } = opening
    const ends = new Map(slotsFrom(seat, date).map(({ endsAt }) => [msOf(endsAt), endsAt]))
    const earliest = earliestStart(facts.now, seat.rulesOn(date).slotMinutes)
    // Hours that are over take nobody's turn.
    for (const { startsAt } of slots.filter((slot) => slot.startsAt >= earliest))
      for (const lengthMinutes of lengthsOf(wish)) {
        const endsAt = ends.get(msOf(startsAt) + lengthMinutes * 60_000)
        const key = `${startsAt} ${lengthMinutes}`
        if (endsAt === undefined || seen.has(key)) continue
        seen.set(key, { date, startsAt, endsAt, ...timeDiffers(wish, minuteOf(startsAt), lengthMinutes) })
      }
  }
  return [...seen.values()].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
}

/** As long as wished, and half as long, where that is worth coming for. */
const lengthsOf = ({ lengthMinutes }: Wish): number[] =>
  lengthMinutes >= 60 ? [lengthMinutes, lengthMinutes / 2] : [lengthMinutes]

function timeDiffers(
  { times, lengthMinutes }: Wish,
  start: number,
  length: number,
): Pick<Candidate, 'differs' | 'isFar'> {
  const differs: Difference[] = length < lengthMinutes ? [{ kind: 'shorter', minutes: lengthMinutes - length }] : []
  if (times === null) return { differs, isFar: false }
  const late = times.isExact ? start - times.from : start + length - times.to
  const early = times.from - start
  const isFar = late > NEAR_MINUTES || early > NEAR_MINUTES
  if (late > 0) return { differs: [...differs, { kind: 'later', minutes: late }], isFar }
  if (early > 0) return { differs: [...differs, { kind: 'earlier', minutes: early }], isFar }
  return { differs, isFar }
}

/** The best seats at that time: the one that is meant, two side by side, else two apart, else one with the second beside. Null: none. */
function seatsAt(fits: Fits, { people, seatNumber }: Wish, { startsAt, endsAt, differs }: Candidate): FoundSeat | null {
  const { seats } = fits.facts
  const free = seats
    .map(({ id, number }, index) => ({ index, number, place: { seatId: id, startsAt, endsAt } }))
    .filter(({ place }) => fits.isFree(place))
    // Nobody sits on a seat that is closed, and yet nobody can.
    .filter(({ place }) => fits.misfitOf(place) === null)
  const found = (chosen: readonly { place: SeatSpan }[], more: readonly Difference[]): FoundSeat => ({
    places: chosen.map(({ place }) => fits.named(place)),
    othersFree: free.length - chosen.length,
    differs: [...differs, ...more],
  })
  const wished = free.find((one) => one.number === seatNumber)
  const first = wished ?? free[0]
  if (first === undefined) return null
  const otherSeat: Difference[] = seatNumber === null || wished !== undefined ? [] : [{ kind: 'seat' }]
  if (people === 1) return found([first], otherSeat)
  // Who may have no seat of their own any more can still sit beside.
  const each = fits.isForBoth(first.place) ? free : []
  const pairs = each.flatMap((one, at) =>
    each.slice(at + 1).map((other) => ({ one, other, between: other.index - one.index - 1 })),
  )
  const isMeant = ({ one, other }: (typeof pairs)[number]) => wished === undefined || one === wished || other === wished
  const [pair] = pairs.filter(isMeant).sort((a, b) => a.between - b.between || a.one.index - b.one.index)
  if (pair === undefined) return found([first], [...otherSeat, { kind: 'beside' }])
  const apart: Difference[] = pair.between === 0 ? [] : [{ kind: 'apart', between: pair.between }]
  return found([pair.one, pair.other], [...otherSeat, ...apart])
}
