import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows } from '../engine/query.ts'

const OF_CALLS = inEach(
  (say) =>
    `SELECT count_day('session:' || session_id) FROM (SELECT DISTINCT session_id FROM call WHERE ${say(among('id'))}) late`,
)

/** Words of these calls arrived in sessions that are the hub's already: whatever the rest is, they are new here, and the age of the session counts from today. */
export const countAnew = (callIds: readonly Id[]): Query<unknown[]> => rows(OF_CALLS, [JSON.stringify(callIds)])

/** A session that goes on ended with the last that is known of it. */
const TAKE_OVER = `UPDATE session SET handed_over_at = :at, ended_at = coalesce(session.ended_at, (SELECT max(known.at) FROM
    (SELECT session.started_at AS at UNION ALL SELECT started_at FROM call WHERE session_id = session.id
      UNION ALL SELECT ended_at FROM call WHERE session_id = session.id
      UNION ALL SELECT note.created_at FROM note JOIN call ON call.id = note.call_id WHERE call.session_id = session.id) known))
  FROM desk WHERE desk.id = session.desk_id AND desk.revoked_at < :before AND session.handed_over_at IS NULL RETURNING session.id`
const COUNT = inEach((say) => `SELECT count_day('session:' || id) FROM session WHERE ${say(among('id'))}`)

/**
 * A desk that was sent away before then, and did not come back, hands nothing over any more: its sessions are the hub's, and age from today. Of them it still adds whatever the hub
 * does not know. Tells how many.
 */
export function* takeOverOfSentAway(before: Instant, at: Instant): Query<number> {
  const taken = yield* rows<{ id: Id }>({ sqlite: null, postgres: TAKE_OVER }, { before, at })
  if (taken.length > 0) yield* rows(COUNT, [JSON.stringify(taken.map(({ id }) => id))])
  return taken.length
}
