import type { Credit, DutyCounts, DutyRecord, DutyRules } from '../../contract/duty/passports.ts'
import type { Purpose } from '../../contract/seats/bookings.ts'
import type { Instant } from '../instants.ts'
import { countEach } from './duty-kinds.ts'

/** A session that has ended, as far as a passport asks. */
export interface HeardSession {
  readonly id: string
  readonly purpose: Purpose
  /** The date it began by the clock of its room: a session over the turn of the year counts where it began. */
  readonly date: string
  readonly startedAt: Instant
  readonly endedAt: Instant
  /** Time on calls. */
  readonly heardMs: number
  /** That were taken in it, by whomever, and stand. */
  readonly noteCount: number
  /** Who the seat was booked for, where that is somebody else: whoever stands in for a manager does no duty, theirs or the manager's. */
  readonly standsInFor: string | null
}

/** A trip, or a listening elsewhere, as far as a passport asks. */
export type WrittenDuty = Pick<DutyRecord, 'id' | 'duty' | 'date'>

/** Why a session or record does not count. `same_again`: another one of that time, or of that day, counts already. */
export type NoCredit = NonNullable<Credit['why']>

/** What a session (`isByHand` false) or a record comes to; `why` null: it counts. */
export type Judged = Pick<Credit, 'id' | 'duty' | 'date' | 'why'> & { readonly isByHand: boolean }

/**
 * What each session and record of one person's year comes to, in the order of days. Two records of one person that are read together, after they
 * were entered twice, give no double credit: of sessions that overlap one counts, and of one duty on one day what was written by hand counts
 * once, and not beside a session.
 */
export function creditsOf(
  sessions: readonly HeardSession[],
  records: readonly WrittenDuty[],
  rules: Pick<DutyRules, 'leastMinutes' | 'leastNotes'>,
): Judged[] {
  const counted: HeardSession[] = []
  const bySession = [...sessions].sort(byTime).map((session): Judged => {
    const { id, purpose: duty, date } = session
    const own = whyNot(session, rules)
    const why = own ?? (counted.some((other) => isSameTime(other, session)) ? 'same_again' : null)
    if (why === null) counted.push(session)
    return { id, isByHand: false, duty, date, why }
  })
  const taken = new Set(bySession.filter(({ why }) => why === null).map(dayOf))
  const byHand = [...records].sort(byDate).map(({ id, duty, date }): Judged => {
    const day = dayOf({ duty, date })
    const why = taken.has(day) ? 'same_again' : null
    taken.add(day)
    return { id, isByHand: true, duty, date, why }
  })
  return [...bySession, ...byHand].sort(byDate)
}

/** Why a session does not count by itself; null: it does. */
export function whyNot(
  session: Pick<HeardSession, 'purpose' | 'heardMs' | 'noteCount' | 'standsInFor'>,
  rules: Pick<DutyRules, 'leastMinutes' | 'leastNotes'>,
): NoCredit | null {
  const { purpose, heardMs, noteCount, standsInFor } = session
  if (standsInFor !== null) return 'stand_in'
  if (heardMs < rules.leastMinutes[purpose] * 60_000) return 'too_short'
  return noteCount < rules.leastNotes[purpose] ? 'too_few_notes' : null
}

/** How many of each count. */
export const doneOf = (credits: readonly Pick<Credit, 'duty' | 'why'>[]): DutyCounts =>
  countEach((kind) => credits.filter(({ duty, why }) => duty === kind && why === null).length)

const isSameTime = (one: HeardSession, other: HeardSession): boolean =>
  one.startedAt < other.endedAt && other.startedAt < one.endedAt
const dayOf = ({ duty, date }: Pick<Credit, 'duty' | 'date'>): string => `${duty} ${date}`
const byTime = (one: HeardSession, other: HeardSession): number =>
  one.startedAt < other.startedAt || (one.startedAt === other.startedAt && one.id < other.id) ? -1 : 1
const byDate = (one: { date: string; id: string }, other: { date: string; id: string }): number =>
  one.date < other.date || (one.date === other.date && one.id < other.id) ? -1 : 1
