import type {
  DrawOutcome,
  DrawPlan,
  DrawState,
  DrawWindow,
  OfferedSlot,
} from '../../../../shared/contract/seats/draws.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import type { DrawPlace } from '../../../../shared/domain/seats/draw/offer.ts'
import { type Query, row, rows, type Sql, value, write } from '../../engine/query.ts'
import { type By, guarded } from '../../versions.ts'

/** A window as it is stored. Its seed is not told before it is drawn. */
export interface StoredWindow {
  readonly id: Id
  readonly plan: DrawPlan
  readonly openedAt: Instant
  readonly closesAt: Instant
  readonly seed: string
  readonly commitment: string
  readonly state: DrawState
  readonly reason: string | null
  readonly version: number
}

interface Row extends Omit<StoredWindow, 'plan'> {
  readonly planJson: string
}

const ONE = `SELECT id, plan_json AS planJson, opened_at AS openedAt, closes_at AS closesAt, seed, commitment, state, reason, version
  FROM draw_window WHERE id = ?`

/** Whoever relies on a window, and whoever changes it, one after the other. */
const TO_RELY_ON: Sql = { sqlite: ONE, postgres: `${ONE} FOR SHARE` }
const TO_CHANGE: Sql = { sqlite: ONE, postgres: `${ONE} FOR UPDATE` }

export const windowById = (id: Id): Query<StoredWindow | null> => windowBy(ONE, id)

/** The window, which stays as it is until the transaction that asked is over. */
export const windowToRelyOn = (id: Id): Query<StoredWindow | null> => windowBy(TO_RELY_ON, id)

/** The window, which nobody else relies on or changes until the transaction that asked is over. */
export const windowToChange = (id: Id): Query<StoredWindow | null> => windowBy(TO_CHANGE, id)

function* windowBy(sql: Sql, id: Id): Query<StoredWindow | null> {
  const found = yield* row<Row>(sql, [id])
  if (found === null) return null
  const { planJson, ...rest } = found
  return { ...rest, plan: JSON.parse(planJson) as DrawPlan }
}

/** A window as it is told, without the names of its rooms. */
export type ToldWindow = Omit<DrawWindow, 'rooms'> & Pick<DrawPlan, 'roomIds'>

interface ToldRow extends Omit<Row, 'seed'> {
  readonly openedByName: string | null
  readonly slotCount: number
  readonly placeCount: number
  readonly requestCount: number
  readonly seed: string
  readonly drawnAt: Instant | null
  readonly drawnCount: number | null
  readonly seatsUsed: number | null
  readonly fileDigest: string | null
}

const TOLD = `SELECT draw_window.id, plan_json AS planJson, opened_at AS openedAt, closes_at AS closesAt, commitment, state, reason,
    draw_window.version, person.name AS openedByName, slot_count AS slotCount, place_count AS placeCount,
    (SELECT count(*) FROM draw_request WHERE window_id = draw_window.id AND withdrawn_at IS NULL) AS requestCount,
    seed, drawn_at AS drawnAt, drawn_count AS drawnCount, seats_used AS seatsUsed, file_digest AS fileDigest
  FROM draw_window LEFT JOIN person ON person.id = opened_by LEFT JOIN draw_outcome ON draw_outcome.window_id = draw_window.id`

/** Open ones, soonest closing first; then those that closed since, newest first. */
export function* windowsSince(since: Instant): Query<ToldWindow[]> {
  const open = yield* rows<ToldRow>(`${TOLD} WHERE state = 'open' ORDER BY closes_at, draw_window.id`)
  const ended = yield* rows<ToldRow>(
    `${TOLD} WHERE state <> 'open' AND closes_at > ? ORDER BY closes_at DESC, draw_window.id DESC`,
    [since],
  )
  return [...open, ...ended].map(told)
}

export function* toldWindow(id: Id): Query<ToldWindow> {
  const found = yield* row<ToldRow>(`${TOLD} WHERE draw_window.id = ?`, [id])
  if (found === null) throw new Error('a window just stored is not there')
  return told(found)
}

function told({ planJson, seed, drawnAt, drawnCount, seatsUsed, fileDigest, ...rest }: ToldRow): ToldWindow {
  const outcome: DrawOutcome | null =
    drawnAt === null
      ? null
      : { drawnAt, seed, drawnCount: drawnCount ?? 0, seatsUsed: seatsUsed ?? 0, fileDigest: fileDigest ?? '' }
  return { ...rest, ...(JSON.parse(planJson) as DrawPlan), outcome }
}

/** The slots that were offered when the window opened, by room and time. */
export function* slotsOfWindow(id: Id): Query<OfferedSlot[] | null> {
  const json = yield* value<string>('SELECT slots_json AS value FROM draw_window WHERE id = ?', [id])
  return json === null ? null : (JSON.parse(json) as OfferedSlot[])
}

const INSERT = `INSERT INTO draw_window (id, plan_json, slots_json, slot_count, place_count, opened_at, opened_by, closes_at, seed, commitment, state)
  VALUES (:id, :planJson, :slotsJson, :slotCount, :placeCount, :openedAt, :openedBy, :closesAt, :seed, :commitment, 'open')`

const PLACES: Sql = {
  sqlite: `INSERT INTO draw_place (window_id, seat_id, starts_at, ends_at, held_from, held_to)
    SELECT :windowId, value ->> 'seatId', value ->> 'startsAt', value ->> 'endsAt', value ->> 'heldFrom', value ->> 'heldTo'
    FROM json_each(:places)`,
  postgres: `INSERT INTO draw_place (window_id, seat_id, starts_at, ends_at, held_from, held_to)
    SELECT :windowId, value ->> 'seatId', value ->> 'startsAt', value ->> 'endsAt', value ->> 'heldFrom', value ->> 'heldTo'
    FROM jsonb_array_elements(CAST(:places AS jsonb)) AS given (value)`,
}

export function* insertWindow(
  window: StoredWindow,
  slots: readonly OfferedSlot[],
  places: readonly DrawPlace[],
  openedBy: Id | null,
): Query<void> {
  const { id, openedAt, closesAt, seed, commitment } = window
  yield* write(INSERT, {
    ...{ id, openedAt, openedBy, closesAt, seed, commitment },
    planJson: JSON.stringify(window.plan),
    slotsJson: JSON.stringify(slots),
    slotCount: slots.length,
    placeCount: slots.reduce((sum, { capacity }) => sum + capacity, 0),
  })
  yield* write(PLACES, { windowId: id, places: JSON.stringify(places) })
}

const UPDATE = `UPDATE draw_window SET closes_at = :closesAt, state = :state, reason = :reason, version = version + 1
  WHERE id = :id AND version = :version`

/** Inside a transaction that holds the window. Once it is not open any more, its places can be booked. Throws `StaleChange`. */
export function* updateWindow(
  before: StoredWindow,
  change: Partial<Pick<StoredWindow, 'closesAt' | 'state' | 'reason'>>,
  by: By,
): Query<void> {
  const { id, version, closesAt, state, reason } = { ...before, ...change }
  yield* guarded(id, [before, change], by, write(UPDATE, { id, version, closesAt, state, reason }))
  if (state !== 'open') yield* write('DELETE FROM draw_place WHERE window_id = ?', [id])
}

const DUE = `SELECT id AS value FROM draw_window WHERE state = 'open' AND closes_at <= ? ORDER BY closes_at, id LIMIT 1`

/** A window whose closing time has come. */
export const dueWindow = (now: Instant): Query<Id | null> => value<Id>(DUE, [now])

const NEXT = `SELECT min(closes_at) AS value FROM draw_window WHERE state = 'open'`

/** When the next window closes. */
export const nextClosing = (): Query<Instant | null> => value<Instant>(NEXT)
