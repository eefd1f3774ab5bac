import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type ClockRun, countedDay, countedOn, daySeen } from '../../../shared/domain/retention/clock-runs.ts'
import { dateOf, daysAfter } from '../../../shared/domain/wall-clock.ts'
import { type Query, rows, value, write } from '../engine/query.ts'
import { readRoom } from '../house/room.ts'

const RUNS = `SELECT number, first_day AS firstDay, last_day AS lastDay, days_seen AS daysSeen, offset_days AS offsetDays,
    granted_days AS grantedDays, gap_days AS gapDays FROM clock_run ORDER BY number`
/** Several hubs look at once: one after the other. */
const HOLD = { sqlite: null, postgres: 'LOCK TABLE clock_run IN SHARE ROW EXCLUSIVE MODE' }
const PUT = `INSERT INTO clock_run (number, first_day, last_day, counted_on, days_seen, offset_days, granted_days, gap_days)
  VALUES (:number, :firstDay, :lastDay, :countedOn, :daysSeen, :offsetDays, :grantedDays, :gapDays)
  ON CONFLICT (number) DO UPDATE SET last_day = excluded.last_day, counted_on = excluded.counted_on, days_seen = excluded.days_seen,
    offset_days = excluded.offset_days, granted_days = excluded.granted_days`
const OF_RUN = 'SELECT id, day FROM counted_day WHERE run = ?'
const SET = 'UPDATE counted_day SET day = :day WHERE id = :id'

/** When somebody last listened, booked, worked at a ticket or did something about a case. */
const LAST_ACT = `SELECT max(at) AS value FROM (SELECT max(coalesce(ended_at, started_at)) AS at FROM session UNION ALL SELECT max(at) FROM booking_event
  UNION ALL SELECT max(at) FROM ticket_event UNION ALL SELECT max(at) FROM life_event) acts`

/** The days on which the program was seen running, in their order. */
export const clockRuns = (): Query<ClockRun[]> => rows<ClockRun>(RUNS)

const put = (run: ClockRun): Query<number> => write(PUT, { ...run, countedOn: countedOn(run) })

/** Inside a transaction: the program runs today, by this clock. Writes once a day, and where it jumped; and from when what is half done here counts its age. */
export function* seeDay(now: Instant): Query<void> {
  const { timeZone } = yield* readRoom()
  const today = dateOf(now, timeZone)
  let runs = yield* clockRuns()
  const lastAct = runs.length > 0 ? null : yield* value<Instant>(LAST_ACT)
  const lastDay = lastAct === null ? null : dateOf(lastAct, timeZone)
  if (daySeen(runs, today, lastDay) !== null) {
    yield* rows(HOLD)
    runs = yield* clockRuns()
  }
  const [last, seen] = [runs.at(-1) ?? null, daySeen(runs, today, lastDay)]
  if (seen?.revoked) yield* revoke(seen.revoked, last?.grantedDays ?? 0)
  if (seen) yield* put(seen.run)
  const run = seen?.run ?? last
  if (run !== null) yield* countHalfDone(seen?.revoked ?? last, run, timeZone)
}

/** The clock was wrong by which these days were granted. */
function* revoke(run: ClockRun, grantedDays: number): Query<void> {
  yield* put(run)
  for (const { id, day } of yield* rows<{ id: string; day: string }>(OF_RUN, [run.number]))
    yield* write(SET, { id, day: daysAfter(day, -grantedDays) })
}

const HALF_DONE = 'SELECT id, stored_at FROM draft UNION ALL SELECT id, stored_at FROM meeting_draft'
const NOT_COUNTED = {
  sqlite: `SELECT half_done.id, half_done.stored_at AS storedAt FROM (${HALF_DONE}) half_done
    LEFT JOIN counted_day ON counted_day.id = 'draft:' || half_done.id WHERE counted_day.at IS NOT half_done.stored_at`,
  postgres: null,
}
const COUNT = `INSERT INTO counted_day (id, run, day, at) VALUES (:id, :run, :day, :at)
  ON CONFLICT (id) DO UPDATE SET run = excluded.run, day = excluded.day, at = excluded.at`
const FORGET = {
  sqlite: `DELETE FROM counted_day WHERE id >= 'draft:' AND id < 'draft;' AND substr(id, 7) NOT IN (SELECT id FROM (${HALF_DONE}))`,
  postgres: null,
}

/** What is typed is looked at afterwards: the key that types it has no time for it. */
function* countHalfDone(before: ClockRun | null, run: ClockRun, timeZone: string): Query<void> {
  yield* write(FORGET)
  for (const { id, storedAt } of yield* rows<{ id: Id; storedAt: Instant }>(NOT_COUNTED)) {
    const counted = countedDay(dateOf(storedAt, timeZone), before, run)
    yield* write(COUNT, { id: `draft:${id}`, ...counted, at: storedAt })
  }
}
