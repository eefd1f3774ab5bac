import { type Query, value } from '../../electron/storage/engine/query.ts'

/** Every lock of the server is seen from everywhere, and other tests have databases of their own on it. */
const WAITING = `SELECT count(DISTINCT waiting.pid) AS value FROM pg_locks AS waiting JOIN pg_locks AS its USING (pid)
  WHERE NOT waiting.granted AND its.database = (SELECT oid FROM pg_database WHERE datname = current_database())`

/** How many connections of this PostgreSQL database wait now for what another one holds; seen anew at each asking, also inside a transaction. */
export function* waitingHere(): Query<number> {
  return (yield* value<number>(WAITING)) ?? 0
}
