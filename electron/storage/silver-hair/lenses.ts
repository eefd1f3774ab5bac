import type { Lens } from '../../../shared/contract/silver-hair/lens.ts'
import type { SilverCall } from '../../../shared/contract/silver-hair/silver-hair.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { NamedCall } from '../../../shared/domain/agents/least-agents.ts'
import { type Query, row, rows, value, write } from '../engine/query.ts'
import { notSealed } from '../listening/sealed-calls.ts'

type LensRow = Omit<Lens, 'toldFirst' | 'jargon'> & { readonly toldFirst: number | null; readonly jargon: string }

const COLUMNS = `silver_hair.call_id AS callId, mark, origin, marked_at AS markedAt, pace, tone, volume, dialect, effort, operation,
  help, told_first AS toldFirst, jargon_json AS jargon`
const OF_CALL = `SELECT ${COLUMNS} FROM silver_hair WHERE call_id = ?`
const OF_SESSION = `SELECT ${COLUMNS} FROM silver_hair JOIN call ON call.id = silver_hair.call_id
  WHERE call.session_id = ? AND ${notSealed('call.id')} ORDER BY call.number`
const STORE = `INSERT INTO silver_hair (call_id, mark, origin, marked_at, pace, tone, volume, dialect, effort, operation, help,
    told_first, jargon_json, version)
  VALUES (:callId, :mark, :origin, :markedAt, :pace, :tone, :volume, :dialect, :effort, :operation, :help,
    :toldFirst, :jargon, 0)`
const REPLACE = `SET mark = excluded.mark, origin = excluded.origin, marked_at = excluded.marked_at, pace = excluded.pace,
  tone = excluded.tone, volume = excluded.volume, dialect = excluded.dialect, effort = excluded.effort,
  operation = excluded.operation, help = excluded.help, told_first = excluded.told_first,
  jargon_json = excluded.jargon_json, version = silver_hair.version + 1`

const lensOf = ({ toldFirst, jargon, ...rest }: LensRow): Lens => ({
  ...rest,
  toldFirst: toldFirst === null ? null : toldFirst === 1,
  jargon: JSON.parse(jargon) as Lens['jargon'],
})
const valuesOf = ({ toldFirst, jargon, ...rest }: Lens) => ({
  ...rest,
  toldFirst: toldFirst === null ? null : Number(toldFirst),
  jargon: JSON.stringify(jargon),
})

export function* lensOfCall(callId: Id): Query<Lens | null> {
  const found = yield* row<LensRow>(OF_CALL, [callId])
  return found === null ? null : lensOf(found)
}

export function* lensesOfSession(sessionId: Id): Query<Lens[]> {
  return (yield* rows<LensRow>(OF_SESSION, [sessionId])).map(lensOf)
}

/** In place of the one that is there. Throws for property that was touched for the caller: the database is the referee. */
export const storeLens = (lens: Lens): Query<number> =>
  write(`${STORE} ON CONFLICT (call_id) DO UPDATE ${REPLACE}`, valuesOf(lens))

/** One that is there stays. */
export const putLensBack = (lens: Lens): Query<number> =>
  write(`${STORE} ON CONFLICT (call_id) DO NOTHING`, valuesOf(lens))

export const deleteLens = (callId: Id): Query<number> => write('DELETE FROM silver_hair WHERE call_id = ?', [callId])

const WITHIN = `call.started_at >= :from AND call.started_at < :before AND ${notSealed('call.id')}`
const MARKED = `SELECT silver_hair.call_id AS callId, call.session_id AS sessionId, call.number, call.started_at AS startedAt,
    (SELECT seat.room_id FROM session JOIN booking ON booking.id = session.booking_id JOIN seat ON seat.id = booking.seat_id
      WHERE session.id = call.session_id) AS roomId, effort, operation, help, told_first AS toldFirst, jargon_json AS jargon
  FROM silver_hair JOIN call ON call.id = silver_hair.call_id WHERE mark = 'marked' AND ${WITHIN}
  ORDER BY call.started_at DESC, call.id DESC`

type SilverCallRow = Omit<SilverCall, 'toldFirst' | 'jargon'> & Pick<LensRow, 'toldFirst' | 'jargon'>

interface Within {
  readonly from: Instant
  readonly before: Instant
}

/** Newest first. */
export function* markedCalls(within: Within): Query<SilverCall[]> {
  return (yield* rows<SilverCallRow>(MARKED, { ...within })).map(({ toldFirst, jargon, ...call }) => ({
    ...call,
    toldFirst: toldFirst === null ? null : toldFirst === 1,
    jargon: JSON.parse(jargon) as SilverCall['jargon'],
  }))
}

const ANSWERED = `SELECT min(call.started_at) AS startedAt, call_agent.agent_id AS agentId
  FROM silver_hair JOIN call ON call.id = silver_hair.call_id LEFT JOIN call_agent ON call_agent.call_id = call.id
  WHERE mark = 'marked' AND call.started_at < ? AND ${notSealed('call.id')}
  GROUP BY call.session_id, call_agent.agent_id ORDER BY 1`

/** By whom marked calls were answered before, as far as somebody said it, once for each session; oldest first. Told to nobody. */
export const answeredCalls = (before: Instant): Query<(Omit<NamedCall, 'day'> & { readonly startedAt: Instant })[]> =>
  rows(ANSWERED, [before])

const ALL = `SELECT count(*) AS value FROM call WHERE ${WITHIN}`

export function* countCalls(within: Within): Query<number> {
  return (yield* value<number>(ALL, { ...within })) ?? 0
}
