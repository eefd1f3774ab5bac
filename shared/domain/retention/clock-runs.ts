import type { ClockWait } from '../../contract/retention/retention.ts'
import { daysAfter, placeOfDate } from '../wall-clock.ts'
import { NOTICE_DAYS } from './what-goes.ts'

/**
 * Days of the room one after the other, as the clock told them while the program ran. A clock that jumps begins another run. `counted` days never go back: in a
 * house whose clock never jumped they are the days of the calendar.
 */
export interface ClockRun {
  readonly number: number
  readonly firstDay: string
  readonly lastDay: string
  /** On so many different days the program was seen running in it. */
  readonly daysSeen: number
  /** From a day of this clock to the counted one. */
  readonly offsetDays: number
  /** So many days before its first one count, though nobody saw them; taken back if the clock turns out wrong. */
  readonly grantedDays: number
  /** So far the clock jumped as it began, either way. Of the first one: so far it is ahead of the last that anybody did. */
  readonly gapDays: number
}

/** A step over a weekend and a day beside it is no jump. */
const STEP_DAYS = 3
/** Of an absence no more counts. What was heard by a clock that stood years back, or is deleted by one that is years ahead, is so many days too old at most. */
export const MOST_GRANTED_DAYS = 60
const WEEK = 7
const MONTH = 31

const daysBetween = (from: string, to: string): number => Math.round((placeOfDate(to) - placeOfDate(from)) / 86_400_000)

/** The longer the jump, the longer it is looked at: a week off asks for another day, two months for a week of days. */
const daysAsked = ({ gapDays }: ClockRun): number =>
  gapDays === 0 ? 0 : Math.min(NOTICE_DAYS, 1 + Math.ceil(gapDays / WEEK))

const isBelieved = (run: ClockRun): boolean => run.daysSeen >= daysAsked(run)

export const countedOn = ({ lastDay, offsetDays }: ClockRun): string => daysAfter(lastDay, offsetDays)

/** What is written when the program is seen running on a day: the run that begins or goes on, and the one before where its grant is taken back. */
export interface DaySeen {
  readonly run: ClockRun
  readonly revoked: ClockRun | null
}

/** Null: nothing new. `runs` in their order; `today` by the clock; `lastAct`: the day of the last that anybody did, asked of the first run alone. */
export function daySeen(runs: readonly ClockRun[], today: string, lastAct: string | null): DaySeen | null {
  const last = runs.at(-1)
  if (last === undefined) {
    const ahead = lastAct === null ? 0 : daysBetween(lastAct, today)
    const gapDays = ahead > STEP_DAYS ? ahead : 0
    const first = { number: 1, firstDay: today, lastDay: today, daysSeen: 1, offsetDays: 0, grantedDays: 0, gapDays }
    return { run: first, revoked: null }
  }
  const step = daysBetween(last.lastDay, today)
  // Several hubs around midnight, or a room in another zone.
  if (step === 0 || step === -1) return null
  const isNext = step > 0 && step <= STEP_DAYS
  // Who comes once a week, or a month, is away as long each time: that tells nothing new.
  const wasAway = last.firstDay > (runs.at(-2)?.lastDay ?? last.firstDay) && !isBelieved(last)
  const isAsBefore = wasAway && step > 0 && step <= Math.min(last.gapDays, MONTH)
  if (isNext || isAsBefore) return { run: { ...last, lastDay: today, daysSeen: last.daysSeen + 1 }, revoked: null }
  return jumped(runs, last, today, Math.abs(step))
}

function jumped(runs: readonly ClockRun[], last: ClockRun, today: string, gapDays: number): DaySeen {
  const { grantedDays: taken } = last
  const before = isBelieved(last) ? last : { ...last, offsetDays: last.offsetDays - taken, grantedDays: 0 }
  const withoutGap = daysBetween(today, countedOn(before))
  // By a clock that was believed and is agreed with, the days between are known: after one that stood years back they are few.
  const agreed = [...runs.slice(0, -1), before].filter((run) => isBelieved(run) && run.lastDay <= today)
  const calendar = agreed.length === 0 ? withoutGap : Math.min(...agreed.map(({ offsetDays }) => offsetDays))
  const grantedDays = Math.min(MOST_GRANTED_DAYS, Math.max(0, calendar - withoutGap))
  const run = {
    ...{ number: last.number + 1, firstDay: today, lastDay: today, daysSeen: 1, gapDays },
    ...{ offsetDays: withoutGap + grantedDays, grantedDays },
  }
  return { run, revoked: before === last || taken === 0 ? null : before }
}

/** As the clock stands today: from its days to counted ones, and what is waited for. */
export function clockToday(runs: readonly ClockRun[], today: string): { offsetDays: number; waits: ClockWait | null } {
  const now = daySeen(runs, today, null)?.run ?? runs.at(-1)
  if (now === undefined) return { offsetDays: 0, waits: null }
  const daysLeft = daysAsked(now) - now.daysSeen
  const before = runs.findLast(({ number }) => number < now.number)?.lastDay ?? daysAfter(now.firstDay, -now.gapDays)
  return { offsetDays: now.offsetDays, waits: daysLeft > 0 ? { before, since: now.firstDay, daysLeft } : null }
}

/** The counted day of what was typed by the clock of `before` and is seen by that of `now`: its own, where that can be, else the later one. And which clock says so. */
export function countedDay(own: string, before: ClockRun | null, now: ClockRun): { run: number; day: string } {
  const seen = { run: now.number, day: countedOn(now) }
  // The first look of all: whatever is here was before it. By a clock that is not believed nobody knows how long.
  if (before === null) return own > seen.day || now.gapDays > 0 ? seen : { ...seen, day: own }
  const [day, from] = [daysAfter(own, before.offsetDays), countedOn(before)]
  return day >= from && day <= daysAfter(from, STEP_DAYS) ? { run: before.number, day } : seen
}

/** The counted day of a file that a clock dated: by the run of which it is (the later one, where a clock told a day twice), or its own from before days were counted. What no clock that was seen can have dated counts from when it is seen. */
export function countedDayOfFile(own: string, runs: readonly ClockRun[]): { run: number; day: string } | null {
  const [first, last] = [runs[0], runs.at(-1)]
  if (first === undefined || last === undefined) return null
  const of = (run: ClockRun) => ({ run: run.number, day: daysAfter(own, run.offsetDays) })
  const dated = runs.filter(({ firstDay, lastDay }) => own >= firstDay && own <= lastDay).map(of)
  const [latest] = dated.sort((one, other) => (one.day < other.day ? 1 : -1))
  return latest ?? (own < first.firstDay ? of(first) : { run: last.number, day: countedOn(last) })
}
