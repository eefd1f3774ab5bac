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

/** The versions with one more, or with another in place of the one that begins on the same day. In order. */
export const withVersion = (versions: readonly RulesVersion[], added: RulesVersion): RulesVersion[] =>
  [...versions.filter(({ validFrom }) => validFrom !== added.validFrom), added].sort((a, b) =>
    a.validFrom < b.validFrom ? -1 : 1,
  )

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
