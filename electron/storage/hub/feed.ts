import type { Instant } from '../../../shared/contract/values.ts'
import { type Query, row, rows, value, write } from '../engine/query.ts'

/** A row that changed, as the triggers of a hub's database wrote it down; of what only windows show, `rowId` is ''. */
export interface FedRow {
  readonly what: string
  readonly rowId: string
}

/**
 * A place in the feed: everything before it is known. In one history of the database: another begins where it is restored, or where a standby
 * takes over, and there the same number may be another transaction's.
 */
export interface FeedPlace {
  readonly history: string
  /** The last row of the feed before `xid`, and when it was written; '' where there is none. A copy of the files of a database goes on in the same history, and with others. */
  readonly mark: string
  readonly xid: string
  /** Where one transaction was read up to here; '' before its first row. */
  readonly what: string
  readonly rowId: string
}

/** As many as are read at once. */
export const FEED_LOT = 500

/** `hasMore`: there is more already. */
export interface FeedLot {
  readonly rows: readonly FedRow[]
  readonly place: FeedPlace
  readonly hasMore: boolean
}

/** How long it can be gone on from a place; whoever was away for longer reads everything anew. */
export const FEED_KEPT_DAYS = 7

/** `next`: the id of the transaction that begins after this moment. `isQuiet`: none goes on that began before. */
const NOW = `SELECT system_identifier || '.' || left(pg_walfile_name(pg_current_wal_lsn()), 8) AS history,
  CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS next, CAST(feed_swept AS text) AS swept,
  NOT EXISTS (SELECT 1 FROM pg_snapshot_xip(pg_current_snapshot())) AS isQuiet FROM pg_control_system(), hub`

const MARK = `SELECT CAST(xid AS text) || '@' || CAST(extract(epoch FROM at) AS text) AS value FROM hub_feed
  WHERE xid < CAST(? AS xid8) ORDER BY hub_feed.xid DESC LIMIT 1`

/** Only of a place before which all transactions have ended: no row comes before it any more. */
function* markBefore(xid: string): Query<string> {
  return (yield* value<string>(MARK, [xid])) ?? ''
}

/** What came before this place is what came before it when it was told, as far as the feed reaches back. */
function* isPlaceOfHere({ mark, xid }: FeedPlace, swept: string): Query<boolean> {
  const [marked = ''] = mark.split('@')
  if (mark !== '' && BigInt(marked) <= BigInt(swept)) return true
  return (yield* markBefore(xid)) === mark
}

/**
 * The oldest transaction that went on at this moment, from a place on, without those of the server's other databases. Which one it is of is known
 * while it goes on and holds the lock on its own id; one that has ended since then is taken for ours, and is not there the next time.
 */
const OLDEST = `SELECT CAST(min(xip) AS text) AS value FROM pg_snapshot_xip(pg_current_snapshot()) AS running (xip)
  WHERE xip >= CAST(? AS xid8) AND CAST(xip AS xid) NOT IN (
    SELECT transactionid FROM pg_locks JOIN pg_stat_activity ON pg_stat_activity.pid = pg_locks.pid
    WHERE locktype = 'transactionid' AND granted AND mode = 'ExclusiveLock' AND transactionid IS NOT NULL
      AND datid <> (SELECT oid FROM pg_database WHERE datname = current_database()))`

const SINCE = `SELECT CAST(xid AS text) AS xid, what, row_id AS rowId FROM hub_feed
  WHERE (xid, what, row_id) > (CAST(:xid AS xid8), :what, :rowId) AND xid < CAST(:until AS xid8)
  ORDER BY hub_feed.xid, what, row_id LIMIT ${FEED_LOT + 1}`

interface Now {
  readonly history: string
  readonly next: string
  readonly swept: string
  readonly isQuiet: 0 | 1
}

function* now(): Query<Now> {
  const found = yield* row<Now>(NOW)
  if (found === null) throw new Error('no hub')
  return found
}

/**
 * Up to where all transactions of this database have ended, and are seen by whoever asks now. Never before the place from which it is asked: what still goes
 * on before that is no concern of ours.
 */
function* endedUpTo({ next, isQuiet }: Now, from: string): Query<string> {
  return isQuiet === 1 ? next : ((yield* value<string>(OLDEST, [from])) ?? next)
}

/** Where the feed is now: what is read after this, in the same question or later, holds all that was before it. */
export function* feedPlace(): Query<FeedPlace> {
  const moment = yield* now()
  const xid = yield* endedUpTo(moment, '0')
  return { history: moment.history, mark: yield* markBefore(xid), xid, what: '', rowId: '' }
}

function* isKnownNow(place: FeedPlace, { history, next, swept }: Now): Query<boolean> {
  const isWithin = BigInt(place.xid) > BigInt(swept) && BigInt(place.xid) <= BigInt(next)
  return place.history === history && isWithin && (yield* isPlaceOfHere(place, swept))
}

/** Whether what changed since then can be told. */
export function* isKnownPlace(place: FeedPlace): Query<boolean> {
  return yield* isKnownNow(place, yield* now())
}

/**
 * What changed since then, by the order of the transactions' ids, each row once a transaction. Null where that cannot be told: it was in
 * another history, or longer ago than the feed reaches. In a question that reads one moment (`engine.read`).
 */
export function* feedSince(place: FeedPlace): Query<FeedLot | null> {
  const moment = yield* now()
  const { history } = moment
  if (!(yield* isKnownNow(place, moment))) return null
  const xid = yield* endedUpTo(moment, place.xid)
  const { what, rowId } = place
  const found = yield* rows<FedRow & { xid: string }>(SINCE, { xid: place.xid, what, rowId, until: xid })
  const lot = found.slice(0, FEED_LOT)
  const last = lot.at(-1)
  const hasMore = found.length > FEED_LOT
  const read = hasMore && last !== undefined ? last : { xid, what: '', rowId: '' }
  const mark = read.xid === place.xid ? place.mark : yield* markBefore(read.xid)
  const next = { history, mark, ...read }
  return { rows: lot.map(({ what, rowId }) => ({ what, rowId })), place: next, hasMore }
}

const LAST_BEFORE = `SELECT CAST(xid AS text) AS value FROM hub_feed WHERE at < CAST(? AS timestamptz)
  ORDER BY at DESC, hub_feed.xid DESC LIMIT 1`

/** Forgets what changed before then, and up to where that was; tells how many rows. */
export function* sweepFeed(before: Instant): Query<number> {
  const last = yield* value<string>(LAST_BEFORE, [before])
  if (last === null) return 0
  yield* write('UPDATE hub SET feed_swept = CAST(:last AS xid8) WHERE feed_swept < CAST(:last AS xid8)', { last })
  return yield* write('DELETE FROM hub_feed WHERE xid <= CAST(? AS xid8)', [last])
}
