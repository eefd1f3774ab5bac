import type { Hours, RoomDays, RoomRules, RulesVersion } from '../../contract/house/room-rules.ts'
import { weekdayOf } from '../wall-clock.ts'
import { CHECK_IN_BEFORE_MS } from './check-in.ts'

/** Before every day that anybody asks about. */
export const FROM_THE_FIRST_DAY = '0001-01-01'

export const EVERY_DAY_CHECK_IN = { beforeMinutes: CHECK_IN_BEFORE_MS / 60_000, graceMinutes: 10 }

/** Four working hours. */
export const EVERY_DAY_HOLD_MINUTES = 240

/** The rules of a room that is open from and to the same hour each day and asks for nothing more: what every room begins with. */
export function everyDayRules(
  { opensAt, closesAt, slotMinutes }: Hours & Pick<RoomRules, 'slotMinutes'>,
  seatCount: number,
): RoomRules {
  return {
    seatCount,
    slotMinutes,
    week: Array.from({ length: 7 }, () => ({ opensAt, closesAt })),
    seatWeeks: [],
    bufferMinutes: 0,
    aheadDays: null,
    noticeDays: 0,
    limits: [],
    checkIn: EVERY_DAY_CHECK_IN,
    holdMinutes: EVERY_DAY_HOLD_MINUTES,
    days: [],
  }
}

function versionOn(versions: readonly RulesVersion[], date: string): RulesVersion {
  const version = versions.findLast(({ validFrom }) => validFrom <= date) ?? versions[0]
  if (version === undefined) throw new Error('a room has rules')
  return version
}

/** The rules that count on a day; `versions` are in order, and before the first one its own count. */
export const rulesOn = (versions: readonly RulesVersion[], date: string): RoomRules => versionOn(versions, date).rules

/** The day on which those began. */
export const rulesBeganOn = (versions: readonly RulesVersion[], date: string): string =>
  versionOn(versions, date).validFrom

/**
 * The versions with one more, or with another in place of the one that begins on the same day. In order. Days it puts in or takes out that reach
 * into later ones are so by those too: a seat that is closed for a week is closed, whichever rules begin in that week.
 */
export function withVersion(versions: readonly RulesVersion[], added: RulesVersion): RulesVersion[] {
  const others = versions.filter(({ validFrom }) => validFrom !== added.validFrom)
  const before = versions.length === 0 ? added.rules : rulesOn(versions, added.validFrom)
  const days = ofEarlierMarked(versions, added)
  return inOrder([
    { ...added, rules: { ...added.rules, days } },
    ...withDaysOf(others, added.validFrom, before.days, days),
  ])
}

/** The versions without the one that begins on that day; days that it alone had are taken out of later ones as well. */
export function withoutVersion(versions: readonly RulesVersion[], validFrom: string): RulesVersion[] {
  const others = versions.filter((one) => one.validFrom !== validFrom)
  if (others.length === 0) return []
  return inOrder(withDaysOf(others, validFrom, rulesOn(versions, validFrom).days, rulesOn(others, validFrom).days))
}

/** Taken back, or done again: those that begin on that day, and all that begin later, word by word. */
export const asTheyStood = (
  versions: readonly RulesVersion[],
  { validFrom, rules }: { readonly validFrom: string; readonly rules: RoomRules | null },
  later: readonly RulesVersion[],
): RulesVersion[] =>
  inOrder([
    ...versions.filter((one) => one.validFrom < validFrom),
    ...(rules === null ? [] : [{ validFrom, rules }]),
    ...later.filter((one) => one.validFrom > validFrom),
  ])

const inOrder = (versions: readonly RulesVersion[]): RulesVersion[] =>
  [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))

/** Whoever writes rules sees the days of earlier ones among them and says nothing of whose they are: as it was known, else those before have it. */
function ofEarlierMarked(versions: readonly RulesVersion[], { validFrom, rules }: RulesVersion): RoomDays[] {
  const replaced = versions.find((one) => one.validFrom === validFrom)?.rules.days ?? []
  const earlier = versions.findLast((one) => one.validFrom < validFrom)?.rules.days ?? []
  return rules.days.map(({ isOfEarlier: _, ...one }) => {
    const known = replaced.find((other) => isSame(one, other))
    const isOfEarlier = known === undefined ? one.to >= validFrom && isIn(earlier, one) : known.isOfEarlier === true
    return isOfEarlier ? { ...one, isOfEarlier } : one
  })
}

/**
 * Those that begin later, each with what became of the days that reach into it and that it can have. What one of them had by itself stays, and it is
 * that one from which those behind it have it.
 */
function withDaysOf(
  versions: readonly RulesVersion[],
  from: string,
  before: readonly RoomDays[],
  after: readonly RoomDays[],
): RulesVersion[] {
  let gone = before.filter((one) => !isIn(after, one))
  let put = after.filter((one) => !isIn(before, one))
  return inOrder(versions).map((version) => {
    const { validFrom, rules } = version
    if (validFrom <= from) return version
    const reaching = (one: RoomDays) => (one.to >= validFrom ? asPossible(rules, one) : [])
    const stays = (one: RoomDays) => rules.days.some((own) => own.isOfEarlier !== true && isSame(own, one))
    gone = gone.filter((one) => !reaching(one).some(stays))
    put = put.filter((one) => !reaching(one).some((other) => isIn(rules.days, other)))
    const out = gone.flatMap(reaching).filter((one) => isIn(rules.days, one))
    const left = rules.days.filter((one) => !isIn(out, one))
    const more = put.flatMap(reaching).filter((one) => !isSecondPeak(left, one))
    if (out.length + more.length === 0) return version
    return { validFrom, rules: { ...rules, days: [...left, ...more.map((one) => ({ ...one, isOfEarlier: true }))] } }
  })
}

const isIn = (all: readonly RoomDays[], one: RoomDays): boolean => all.some((other) => isSame(one, other))

const isSame = (one: RoomDays, other: RoomDays): boolean =>
  JSON.stringify(inFull(one)) === JSON.stringify(inFull(other))

const inFull = (days: RoomDays) =>
  days.kind === 'closed'
    ? [days.kind, days.from, days.to, days.name.zh, days.name.en, days.seatNumbers]
    : [days.kind, days.from, days.to, days.name.zh, days.name.en, days.seatCount]

/** Seats that those rules do not have are none that they could close. */
function asPossible(rules: RoomRules, one: RoomDays): RoomDays[] {
  if (one.kind === 'peak' || one.seatNumbers === null) return [one]
  const seatNumbers = one.seatNumbers.filter((number) => number <= mostSeats(rules))
  return seatNumbers.length === 0 ? [] : [{ ...one, seatNumbers }]
}

/** Of two peaks on one day the one that those rules have stays. */
const isSecondPeak = (days: readonly RoomDays[], one: RoomDays): boolean =>
  one.kind === 'peak' && days.some(({ kind, from, to }) => kind === 'peak' && from <= one.to && one.from <= to)

/** How many seats there are that day. */
export function seatsOn(rules: RoomRules, date: string): number {
  const peak = rules.days.find((days) => days.kind === 'peak' && isWithin(days, date))
  return peak?.kind === 'peak' ? peak.seatCount : rules.seatCount
}

/** As many seats as the room has on its fullest day. */
export const mostSeats = (rules: RoomRules): number =>
  Math.max(rules.seatCount, ...rules.days.map((days) => (days.kind === 'peak' ? days.seatCount : 0)))

/** As many seats as the room has on its fullest day from this one on. */
export const mostSeatsFrom = (versions: readonly RulesVersion[], date: string): number =>
  Math.max(
    ...[rulesOn(versions, date), ...versions.filter((one) => one.validFrom > date).map(({ rules }) => rules)].map(
      mostSeats,
    ),
  )

/** Why the seat is closed all that day, if it is for a reason with a name. */
export const closedDays = (rules: RoomRules, seatNumber: number, date: string): ClosedDays | null =>
  rules.days.find(
    (days): days is ClosedDays =>
      days.kind === 'closed' && isWithin(days, date) && (days.seatNumbers?.includes(seatNumber) ?? true),
  ) ?? null

export type ClosedDays = Extract<RoomDays, { kind: 'closed' }>

/** When the seat is open that day; null: it is not, or there is no such seat. */
export function hoursOn(rules: RoomRules, seatNumber: number, date: string): Hours | null {
  if (seatNumber > seatsOn(rules, date) || closedDays(rules, seatNumber, date) !== null) return null
  const week = rules.seatWeeks.find((own) => own.seatNumber === seatNumber)?.week ?? rules.week
  return week[weekdayOf(date) - 1] ?? null
}

const isWithin = ({ from, to }: Pick<RoomDays, 'from' | 'to'>, date: string): boolean => from <= date && date <= to
