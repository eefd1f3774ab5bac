import type { Acknowledged } from '../../team/wire.ts'
import { type Query, value } from '../engine/query.ts'
import { commandsKnown } from './commands.ts'

const MARK = `CAST(xid AS text) || '@' || CAST(extract(epoch FROM at) AS text)`
/** Rows that came twice change nothing: then what was written before them stands for them. */
const LOT_MARK = `SELECT coalesce(
  (SELECT ${MARK} FROM hub_feed WHERE xid = pg_current_xact_id_if_assigned() LIMIT 1),
  (SELECT ${MARK} FROM hub_feed ORDER BY hub_feed.xid DESC LIMIT 1)) AS value`

/** In the transaction that laid the lot down. */
export function* lotMark(): Query<string | undefined> {
  return (yield* value<string>(LOT_MARK)) ?? undefined
}

const MISSING = `SELECT count(*) AS value FROM (
    SELECT CAST(split_part(mark, '@', 1) AS xid8) AS xid, split_part(mark, '@', 2) AS at
    FROM jsonb_array_elements_text(CAST(? AS jsonb)) AS given (mark)) AS marked
  WHERE xid > (SELECT feed_swept FROM hub)
    AND NOT EXISTS (SELECT 1 FROM hub_feed WHERE hub_feed.xid = marked.xid AND CAST(extract(epoch FROM hub_feed.at) AS text) = marked.at)`

/** Whether this database has all of it, as far as its feed reaches back. A place in the feed does not say so of what was not read yet. */
export function* hasAcknowledged({ commands, lots }: Acknowledged): Query<boolean> {
  if (commands.length > 0 && (yield* commandsKnown(commands)).length < new Set(commands).size) return false
  return lots.length === 0 || Number(yield* value(MISSING, [JSON.stringify(lots)])) === 0
}
