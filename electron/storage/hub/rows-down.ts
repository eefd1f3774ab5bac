import type { Id, Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, type Value } from '../engine/query.ts'
import { FEED_LOT, type FeedPlace, feedPlace, feedSince, isKnownPlace } from './feed.ts'

/** The tables that desks keep a copy of, in the order in which they refer to each other, and what names a row of each. */
const KEYS = {
  person: 'id',
  room: 'id',
  seat: 'id',
  issue_type: 'id',
  calendar_year: 'year',
  masking_rules: 'only_row',
  life_words: 'only_row',
  jargon_terms: 'only_row',
  agent_key: 'day',
  agent: 'id',
  booking: 'id',
  retention_rules: 'only_row',
  retention_keep: 'session_id',
  words_gone: 'id',
  conversation_taken: 'call_id',
  raised_elsewhere: 'case_id',
} as const
export type KeptTable = keyof typeof KEYS
const keptTables = Object.keys(KEYS) as KeptTable[]
export const isKept = (what: string): what is KeptTable => Object.hasOwn(KEYS, what)

/** By its columns, which both databases have alike. */
export type KeptRow = Readonly<Record<string, string | number | null>>

interface Told {
  readonly table: KeptTable
  readonly row: KeptRow
}

export interface RowsDown {
  /** Where to go on from. */
  readonly cursor: string
  /** The first lot of everything: what the desk has, and no lot up to the last one brings, is gone. */
  readonly isAnew: boolean
  readonly hasMore: boolean
  /** As they are now, which may be later than the change that is told. */
  readonly rows: readonly Told[]
  /** The same, each for the desks alone that it concerns. */
  readonly forSome: readonly (Told & { readonly deskIds: readonly Id[] })[]
  /** Rows that changed and are there no more. */
  readonly gone: readonly { readonly table: KeptTable; readonly key: string }[]
}

/** Older bookings, and agents of earlier days, are asked for when somebody looks at them. */
const REACH_BACK_DAYS = 7
const DAY_MS = 24 * 3_600_000

/** What says how old a row is, of tables that are not copied whole. A day before an instant of it, as text. */
const DATED: Partial<Record<KeptTable, string>> = { booking: 'ends_at', agent: 'day' }

/** A place in the feed, and, where everything is being read, the row up to which it was. */
interface Cursor {
  readonly place: FeedPlace
  readonly read: { readonly table: KeptTable; readonly key: string } | null
}

/**
 * For a desk that keeps copies: what changed since its cursor, or everything in lots, where it has none or one that is too old. In a question that
 * reads one moment (`engine.read`). What is told twice is told as it is now, so nothing is lost by reading on from an earlier cursor.
 */
export function* rowsSince(cursor: string | null, at: Instant): Query<RowsDown> {
  return yield* setApart(yield* lotSince(cursor, at))
}

type Lot = Omit<RowsDown, 'forSome'>

function* lotSince(cursor: string | null, at: Instant): Query<Lot> {
  const since = cursor === null ? null : parsed(cursor)
  if (since?.read) return yield* everything(since, at)
  const lot = since === null ? null : yield* feedSince(since.place)
  if (lot === null) return yield* everything({ place: yield* feedPlace(), read: null }, at)
  const told: Told[] = []
  const gone: RowsDown['gone'][number][] = []
  for (const table of keptTables) {
    const keys = new Set(lot.rows.filter(({ what }) => what === table).map(({ rowId }) => rowId))
    if (keys.size === 0) continue
    for (const { named_by: key, ...row } of yield* rowsOf(table, [...keys])) {
      keys.delete(String(key))
      if (isInReach(table, row, at)) told.push({ table, row })
    }
    gone.push(...[...keys].map((key) => ({ table, key })))
  }
  return { cursor: texted({ place: lot.place, read: null }), isAnew: false, hasMore: lot.hasMore, rows: told, gone }
}

/** The next lot of all rows. What changes while they are read stands in the feed after the place at which that began. */
function* everything({ place, read }: Cursor, at: Instant): Query<Lot> {
  const told: Told[] = []
  let last = read
  for (const table of keptTables.slice(read === null ? 0 : keptTables.indexOf(read.table))) {
    const after = read?.table === table ? read.key : ''
    for (const { named_by: key, ...row } of yield* rowsAfter(table, after, FEED_LOT - told.length, at)) {
      told.push({ table, row })
      last = { table, key: String(key) }
    }
    if (told.length >= FEED_LOT) break
  }
  const hasMore = told.length >= FEED_LOT
  const cursor = texted({ place, read: hasMore ? last : null })
  return { cursor, isAnew: read === null, hasMore, rows: told, gone: [] }
}

/** The desk that heard the call of a case, and those of whoever raised it. */
const CONCERNED = inEach(
  (say) => `SELECT case_id AS caseId, session.desk_id AS deskId FROM raised_elsewhere JOIN call ON call.id = call_id
      JOIN session ON session.id = call.session_id WHERE session.desk_id IS NOT NULL AND ${say(among('case_id', 'text', ':ids'))}
    UNION SELECT case_id, desk.id FROM raised_elsewhere JOIN person raiser ON raiser.id = raised_by
      JOIN person named ON coalesce(named.merged_into, named.id) = coalesce(raiser.merged_into, raiser.id)
      JOIN desk ON desk.person_id = named.id WHERE ${say(among('case_id', 'text', ':ids'))}`,
)

/** That a case was raised, about which call and how grave it is, is no concern of the desks beside. None of those rows is ever taken back: one that is named and not there was not of its call yet. */
function* setApart(lot: Lot): Query<RowsDown> {
  const isApart = ({ table }: { readonly table: KeptTable }) => table === 'raised_elsewhere'
  const apart = lot.rows.filter(isApart)
  const gone = lot.gone.filter((one) => !isApart(one))
  if (apart.length === 0) return { ...lot, gone, forSome: [] }
  const ids = JSON.stringify(apart.map(({ row }) => row.case_id))
  const concerned = yield* rows<{ readonly caseId: Id; readonly deskId: Id }>(CONCERNED, { ids })
  const forSome = apart.map((one) => ({
    ...one,
    deskIds: concerned.filter(({ caseId }) => caseId === one.row.case_id).map(({ deskId }) => deskId),
  }))
  return { ...lot, gone, rows: lot.rows.filter((one) => !isApart(one)), forSome }
}

/** Not `key`: a table may have a column of that name, and would be told without it. */
type Keyed = KeptRow & { readonly named_by: Value }

const keyOf = (table: KeptTable) => `CAST(${KEYS[table]} AS plain)`

const rowsOf = (table: KeptTable, keys: readonly string[]): Query<Keyed[]> =>
  rows<Keyed>(
    inEach((say) => `SELECT *, ${keyOf(table)} AS named_by FROM ${table} WHERE ${say(among(keyOf(table)))}`),
    [JSON.stringify(keys)],
  )

function rowsAfter(table: KeptTable, key: string, most: number, at: Instant): Query<Keyed[]> {
  const dated = DATED[table]
  const reach = dated === undefined ? '' : `AND ${dated} >= :from`
  return rows<Keyed>(
    `SELECT *, ${keyOf(table)} AS named_by FROM ${table} WHERE ${keyOf(table)} > :key ${reach} ORDER BY ${keyOf(table)} LIMIT ${most}`,
    { key, from: reachFrom(at) },
  )
}

const reachFrom = (at: Instant): Instant => addMs(at, -REACH_BACK_DAYS * DAY_MS)

const isInReach = (table: KeptTable, row: KeptRow, at: Instant): boolean =>
  DATED[table] === undefined || String(row[DATED[table]]) >= reachFrom(at)

const texted = ({ place, read }: Cursor): string =>
  JSON.stringify([
    place.history,
    place.mark,
    place.xid,
    place.what,
    place.rowId,
    ...(read === null ? [] : [read.table, read.key]),
  ])

/** Whether a desk with this cursor is told all rows, lot by lot, and not only what changed. */
export const isOfEverything = (cursor: string | null): boolean => cursor === null || parsed(cursor)?.read != null

/** Whether whoever goes on from there is told what changed, and need not read everything anew. */
export function* isGoneOnFrom(cursor: string): Query<boolean> {
  const since = parsed(cursor)
  return since !== null && (yield* isKnownPlace(since.place))
}

/** Null for what no hub of this kind gave: everything is read then. */
function parsed(cursor: string): Cursor | null {
  let parts: unknown
  try {
    parts = JSON.parse(cursor)
  } catch {
    return null
  }
  if (!Array.isArray(parts) || !parts.every((part) => typeof part === 'string')) return null
  const [history = '', mark = '', xid = '', what = '', rowId = '', table, key] = parts as string[]
  if (!/^\d{1,19}$/.test(xid) || !/^(\d{1,19}@.*)?$/.test(mark)) return null
  const place = { history, mark, xid, what, rowId }
  if (table === undefined || key === undefined) return { place, read: null }
  return isKept(table) ? { place, read: { table, key } } : null
}
