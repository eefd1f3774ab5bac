import type { Id } from '../../../shared/contract/values.ts'
import type { Row } from '../../team/wire.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { runOn } from '../engine/sqlite.ts'
import { sessionWithWords } from '../retention/due.ts'
import { eraseConversations, eraseNotes } from '../retention/erase.ts'
import { insert } from './brought-back.ts'
import { waitsToGoUp } from './gone-here.ts'

const KINDS = { notes: eraseNotes, conversations: eraseConversations } as const

const GONE = `SELECT DISTINCT session_id FROM words_gone WHERE kind IN ('notes', 'conversations')`
const HERE = 'SELECT id FROM session WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id'

/** Sessions of the desk's own file of which its hub deleted words: heard as a member, or brought along. */
export function sessionsGoneAtHub(from: ReadableDb, to: ReadableDb): Id[] {
  const gone = statement(from, GONE).pluck().all()
  return statement(to, HERE).pluck().all(JSON.stringify(gone)) as Id[]
}

const OF_SESSION = `SELECT * FROM words_gone WHERE session_id = ? AND kind IN ('notes', 'conversations')`
const SUMS = ['voice', 'view', 'praise', 'risk', 'thanks', 'conversations', 'others']
/** What the desk itself deleted before was brought along, and is counted in it. */
const MORE = `(id) DO UPDATE SET gone_at = excluded.gone_at, kept_until = excluded.kept_until,
  ${SUMS.map((name) => `${name} = max(${name}, excluded.${name})`).join(', ')}`

/**
 * What the hub deleted while the desk belonged to it goes from the file that the desk held alone, too, and counts on there. Not while something of the session is half
 * done, and nothing that the hub never heard: then it stays, and the desk's own rules decide. Answers whether anything went.
 */
export function bringBackGone(from: ReadableDb, to: WritableDb, sessionId: Id): boolean {
  if (isWaiting(from, sessionId)) return false
  return inTransaction(to, () => {
    let hasGone = false
    for (const row of statement(from, OF_SESSION).all(sessionId) as (Row & { kind: keyof typeof KINDS })[]) {
      const words = runOn(to, sessionWithWords(row.kind, sessionId))
      if (words !== null && words.halfDone > 0) continue
      if (words !== null) runOn(to, KINDS[row.kind](sessionId))
      insert(to, 'words_gone', row, MORE)
      hasGone ||= words !== null
    }
    return hasGone
  })
}

const HAS_JOURNAL = `SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'journal')`

const isWaiting = (from: ReadableDb, sessionId: Id): boolean =>
  statement(from, HAS_JOURNAL).pluck().get() === 1 && waitsToGoUp(from, { sessionId, subjectId: sessionId })
