import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { Begun } from '../../team/wire.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, write } from '../engine/query.ts'
import { calledAsBefore } from './desks.ts'
import { keepSeen } from './troubles.ts'

/** Held: what one of them is laying down is laid down first. */
const FORMER = inEach(
  (say) => `SELECT id, name FROM desk WHERE ${say(among('token_hash', 'text', ':hashes'))} AND id <> :deskId
    ORDER BY id FOR NO KEY UPDATE`,
)
const ofThem = (table: string) =>
  inEach((say) => `UPDATE ${table} SET desk_id = :deskId WHERE ${say(among('desk_id', 'text', ':former'))}`)
/** Those that were handed over too: whose journal is lost tells of them once more, and may add to them. */
const SESSIONS = ofThem('session')
/** Delivered ones too: the files lie where that desk stands. */
const EXPORTS = ofThem('export_record')
/** It tells of them anew under its new name; what its person has seen to elsewhere stays seen to. */
const SEEN = inEach((say) => `SELECT seen_json FROM hub_trouble WHERE ${say(among('desk_id', 'text', ':former'))}`)
const TROUBLES = inEach((say) => `DELETE FROM hub_trouble WHERE ${say(among('desk_id', 'text', ':former'))}`)
/** One computer is one desk: whoever has their tokens is there once more. */
const GONE = inEach(
  (say) => `UPDATE desk SET revoked_at = :at WHERE ${say(among('id', 'text', ':former'))} AND revoked_at IS NULL`,
)

/**
 * The desk goes on with what was begun here before it joined anew: sessions, files and its name. `tokenHashes`: of the tokens with
 * which it asked before, whether they still count or not; from now on they do not.
 */
export function* succeedDesks(deskId: Id, tokenHashes: readonly string[], at: Instant): Query<void> {
  if (tokenHashes.length === 0) return
  const found = yield* rows<{ id: Id; name: string }>(FORMER, { deskId, hashes: JSON.stringify(tokenHashes) })
  if (found.length === 0) return
  const named = { deskId, former: JSON.stringify(found.map(({ id }) => id)) }
  yield* write(SESSIONS, named)
  yield* write(EXPORTS, named)
  const seen = yield* rows<{ seen_json: string }>(SEEN, { former: named.former })
  yield* write(TROUBLES, { former: named.former })
  if (seen.length > 0)
    yield* keepSeen(
      deskId,
      seen.flatMap((one) => JSON.parse(one.seen_json) as Id[]),
    )
  yield* write(GONE, { at, former: named.former })
  yield* calledAsBefore(
    deskId,
    found.map(({ name }) => name),
  )
}

/** Nothing of a token that is nobody's, nothing that other desks began, and not what was handed over: of that all is here. */
const TAKE = inEach(
  (say) => `UPDATE session SET desk_id = :deskId WHERE desk_id IN (SELECT desk.id FROM desk
    WHERE token_hash = :token AND desk.id <> :deskId) AND handed_over_at IS NULL AND ${say(among('session.id', 'text', ':sessions'))}`,
)

/** The desk goes on with these sessions, which it began while it had the token of another one; that one goes on with all others. */
export function* takeBegun(deskId: Id, { token, sessions }: Begun): Query<void> {
  yield* write(TAKE, { deskId, token, sessions: JSON.stringify(sessions) })
}
