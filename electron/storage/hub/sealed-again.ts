import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { UploadedRow } from '../../team/wire.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows } from '../engine/query.ts'
import { emptyCall, wordsOfCall } from '../life-channel/call-words.ts'
import { keepSealed } from '../life-channel/sealed.ts'
import { saysSomething } from './life-rows.ts'

const EMPTIED = inEach(
  (say) => `SELECT sealed_call.call_id AS callId, sealed_call.case_id AS caseId, call.started_at AS startedAt,
      session.handed_over_at AS handedOverAt
    FROM sealed_call JOIN call ON call.id = sealed_call.call_id JOIN session ON session.id = call.session_id
    WHERE sealed_call.emptied_at IS NOT NULL AND (${say(among('call.id', 'text', ':calls'))}
      OR call.id IN (SELECT meeting.call_id FROM meeting WHERE ${say(among('meeting.id', 'text', ':meetings'))}))
    ORDER BY sealed_call.call_id`,
)

/**
 * At the end of what a desk sent: words that it put into calls which were emptied here go where the others are. A desk that was put back from a copy older than the seal
 * tells of them as if nothing had been. In a session that was handed over they are kept as the earliest: whoever opens the call again finds what the hub's people made of
 * them. Of one that is the desk's still, its own words are the latest.
 */
export function* sealAgain(
  entries: readonly UploadedRow[],
  { at, newId }: { readonly at: Instant; newId(): Id },
): Query<void> {
  const [calls, meetings] = [namedBy(entries, 'call'), namedBy(entries, 'meeting')]
  if (calls.length === 0 && meetings.length === 0) return
  type Emptied = { callId: Id; caseId: Id; startedAt: Instant; handedOverAt: Instant | null }
  const named = { calls: JSON.stringify(calls), meetings: JSON.stringify(meetings) }
  for (const { callId, caseId, startedAt, handedOverAt } of yield* rows<Emptied>(EMPTIED, named)) {
    const words = yield* wordsOfCall(callId)
    const kept = {
      id: newId(),
      caseId,
      at: handedOverAt === null ? at : startedAt,
      what: 'call',
      isEncrypted: 0,
    } as const
    if (saysSomething(words)) yield* keepSealed({ ...kept, payload: JSON.stringify(words) })
    // What notes said before stands in their events, whatever they say now.
    yield* emptyCall(callId, words, { at, newId })
  }
}

/** The calls, or the meetings, that rows are of. */
const namedBy = (entries: readonly UploadedRow[], what: 'call' | 'meeting'): string[] =>
  entries.flatMap((entry) => {
    if (!('row' in entry)) return []
    const id = entry.table === what ? entry.row.id : entry.row[`${what}_id`]
    return typeof id === 'string' ? [id] : []
  })
