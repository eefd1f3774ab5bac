import type { Id } from '../../../shared/contract/values.ts'
import type { Row } from '../../team/wire.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { keepCame } from './brought.ts'
import { insert } from './brought-back.ts'
import { type AtHub, halfDoneForMember, heardForHub } from './held-rows.ts'
import { personHere } from './mirror.ts'

const IS_HERE = 'SELECT 1 FROM session WHERE id = ?'
const HAND_OVER = 'INSERT INTO handed_over (session_id) VALUES (?) ON CONFLICT DO NOTHING'
/** It is up already. */
const NOTHING_WAITS = 'DELETE FROM journal WHERE group_id = ?'

/**
 * Lays down in a member's database what is half done in a session that came along: with the session as the hub was told of it, as if it had been heard here and had gone up.
 * Once: what was saved or thrown away here since then does not come back. Answers whether anything was laid down.
 */
export function keepHalfDone(from: ReadableDb, to: WritableDb, sessionId: Id, at: AtHub): boolean {
  const drafts = halfDoneForMember(from, sessionId, at)
  if (drafts.length === 0 || statement(to, IS_HERE).get(sessionId) !== undefined) return false
  inTransaction(to, () => {
    // How long it is kept comes with what the hub tells, as everywhere.
    for (const { table, row } of heardForHub(from, sessionId, at))
      insert(to, table, withKnownListener(to, row), 'DO NOTHING')
    for (const { table, row } of drafts) insert(to, table, row, 'DO NOTHING')
    keepCame(
      to,
      'half_done',
      drafts.map(({ row }) => String(row.id)),
    )
    statement(to, HAND_OVER).run(sessionId)
    statement(to, NOTHING_WAITS).run(sessionId)
  })
  return true
}

/** Whoever was added to the hub a moment ago may not be among this desk's copies yet; the hub knows whose session it is. */
function withKnownListener(to: WritableDb, row: Row): Row {
  const { listener_id: id } = row
  return typeof id === 'string' && personHere(to, id) === null ? { ...row, listener_id: null } : row
}
