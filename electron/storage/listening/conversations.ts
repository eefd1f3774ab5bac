import type { Conversation, Line } from '../../../shared/contract/listening/conversations.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement, type WritableDb } from '../database.ts'
import { isRefusedBy } from '../engine/refused-by.ts'

interface ConversationRow {
  call_id: string
  title: string
  pace: 'recorded' | 'estimated'
  lines_json: string
}

const OF_CALL = 'SELECT call_id, title, pace, lines_json FROM conversation WHERE call_id = ?'

const STORE = `INSERT INTO conversation (call_id, title, pace, lines_json) VALUES (?, ?, ?, ?)
  ON CONFLICT (call_id) DO UPDATE SET title = excluded.title, pace = excluded.pace, lines_json = excluded.lines_json`

const DELETE = 'DELETE FROM conversation WHERE call_id = ?'

export function conversationOfCall(db: ReadableDb, callId: Id): Conversation | null {
  const row = statement(db, OF_CALL).get(callId) as ConversationRow | undefined
  if (row === undefined) return null
  return { callId: row.call_id, title: row.title, pace: row.pace, lines: JSON.parse(row.lines_json) as Line[] }
}

/** One conversation per call: replaces the earlier one. */
export function storeConversation(db: WritableDb, conversation: Conversation): 'saved' | 'call_not_found' {
  try {
    const { callId, title, pace, lines } = conversation
    statement(db, STORE).run(callId, title, pace, JSON.stringify(lines))
    return 'saved'
  } catch (error) {
    if (isRefusedBy(error, 'FOREIGN KEY')) return 'call_not_found'
    throw error
  }
}

export function deleteConversation(db: WritableDb, callId: Id): void {
  statement(db, DELETE).run(callId)
}
