import type { Id } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, write } from '../engine/query.ts'

/** Held: what one of them is laying down is laid down first. */
const FORMER = inEach(
  (say) => `SELECT id FROM desk WHERE ${say(among('token_hash', 'text', ':hashes'))} AND id <> :deskId
    ORDER BY id FOR NO KEY UPDATE`,
)
const ofThem = (table: string) =>
  inEach((say) => `UPDATE ${table} SET desk_id = :deskId WHERE ${say(among('desk_id', 'text', ':former'))}`)
/** Those that were handed over too: whose journal is lost tells of them once more, and may add to them. */
const SESSIONS = ofThem('session')
/** Delivered ones too: the files lie where that desk stands. */
const EXPORTS = ofThem('export_record')

/**
 * The desk goes on with what was begun here before it joined anew: sessions and files. `tokenHashes`: of the tokens with
 * which it asked before, whether they still count or not.
 */
export function* succeedDesks(deskId: Id, tokenHashes: readonly string[]): Query<void> {
  if (tokenHashes.length === 0) return
  const found = yield* rows<{ id: Id }>(FORMER, { deskId, hashes: JSON.stringify(tokenHashes) })
  if (found.length === 0) return
  const named = { deskId, former: JSON.stringify(found.map(({ id }) => id)) }
  yield* write(SESSIONS, named)
  yield* write(EXPORTS, named)
}
