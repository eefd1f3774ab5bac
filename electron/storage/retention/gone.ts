import type { GoneOfCall, LedgerLine } from '../../../shared/contract/retention/retention.ts'
import type { RetentionKind } from '../../../shared/contract/retention/rules.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, value, write } from '../engine/query.ts'

/** What went counted so much: figures go on from here. */
export interface GoneFigures {
  readonly voice: number
  readonly view: number
  readonly praise: number
  readonly risk: number
  /** Handed over to a leader. */
  readonly thanks: number
  readonly conversations: number
  /** References and meetings, which went with the notes. */
  readonly others: number
}

export const NO_FIGURES: GoneFigures = {
  ...{ voice: 0, view: 0, praise: 0, risk: 0 },
  ...{ thanks: 0, conversations: 0, others: 0 },
}

export interface Gone {
  readonly kind: RetentionKind
  /** The session, or of what was sealed the case. */
  readonly subjectId: Id
  readonly sessionId: Id | null
  readonly keptUntil: string
  readonly at: Instant
}

export const goneId = (kind: RetentionKind, subjectId: Id): string => `${kind}:${subjectId}`

const SUMS = ['voice', 'view', 'praise', 'risk', 'thanks', 'conversations', 'others'] as const
const REMEMBER = `INSERT INTO words_gone (id, kind, session_id, kept_until, gone_at, ${SUMS.join(', ')})
  VALUES (:id, :kind, :sessionId, :keptUntil, :at, ${SUMS.map((name) => `:${name}`).join(', ')})
  ON CONFLICT (id) DO UPDATE SET gone_at = excluded.gone_at,
    ${SUMS.map((name) => `${name} = words_gone.${name} + excluded.${name}`).join(', ')}`

/** In the transaction that deletes. What was written into it later and went, too, is added. */
export const rememberGone = (
  { kind, subjectId, sessionId, keptUntil, at }: Gone,
  figures: GoneFigures,
): Query<number> => write(REMEMBER, { id: goneId(kind, subjectId), kind, sessionId, keptUntil, at, ...figures })

const ENTER = `INSERT INTO retention_ledger (id, kind, days, begun_at, at, items, words) VALUES (:id, :kind, :days, :at, :at, :items, :words)
  ON CONFLICT (id) DO UPDATE SET at = excluded.at, items = retention_ledger.items + excluded.items,
    words = retention_ledger.words + excluded.words`

/** Figures alone, in the transaction that deletes: a line a day and a rule. */
export const enterInLedger = (
  line: { kind: RetentionKind; days: number; items: number; words: number },
  today: string,
  at: Instant,
): Query<number> => write(ENTER, { ...line, id: `${today} ${line.kind} ${line.days}`, at })

const LEDGER = `SELECT id, kind, days, begun_at AS begunAt, at, items, words FROM retention_ledger ORDER BY begun_at DESC, id LIMIT 100`

export const ledgerLines = (): Query<LedgerLine[]> => rows<LedgerLine>(LEDGER)

const OF_CALLS = inEach(
  (
    say,
  ) => `SELECT call.id AS callId, call.session_id AS sessionId, words_gone.kind, kept_until AS keptUntil, gone_at AS goneAt, conversations,
      voice + view + risk + others AS toldCount
    FROM call JOIN words_gone ON words_gone.session_id = call.session_id
    WHERE words_gone.kind IN ('notes', 'conversations') AND ${say(among('call.id'))} ORDER BY call.id, words_gone.kind`,
)

/** With how much of it was no praise. */
export type GoneRow = GoneOfCall & { readonly toldCount: number }

export const goneOfCalls = (callIds: readonly Id[]): Query<GoneRow[]> =>
  rows<GoneRow>(OF_CALLS, [JSON.stringify(callIds)])

const WHAT_WENT = `SELECT sum(CASE WHEN kind = 'conversations' THEN 1 ELSE voice + view + risk + others END) AS value
  FROM words_gone WHERE id IN (?, ?)`

/** What of the notes and conversations of a session went: praise alone, or more. */
export function* whatWent(sessionId: Id): Query<'nothing' | 'praise' | 'more'> {
  const others = yield* value<number>(WHAT_WENT, [goneId('notes', sessionId), goneId('conversations', sessionId)])
  if (others === null) return 'nothing'
  return others > 0 ? 'more' : 'praise'
}
