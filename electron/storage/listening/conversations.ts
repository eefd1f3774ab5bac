import type { Conversation, Line } from '../../../shared/contract/listening/conversations.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { inEach } from '../engine/in-each.ts'
import { type Query, row, step, value, write } from '../engine/query.ts'
import { pointsNowhere } from '../engine/refused-by.ts'
import { notSealed } from './sealed-calls.ts'

type ConversationRow = Omit<Conversation, 'lines'> & { readonly lines: string }

const OF_CALL = 'SELECT call_id AS callId, title, pace, lines_json AS lines FROM conversation WHERE call_id = ?'

/** The seat goes on with the conversation of a call that is sealed while it is heard; to a company nothing tells of it. */
const IS_TOLD = { sqlite: 'true', postgres: notSealed('conversation.call_id') }
const TOLD_OF_CALL = inEach((say) => `${OF_CALL} AND ${say(IS_TOLD)}`)

const STORE = `INSERT INTO conversation (call_id, title, pace, lines_json) VALUES (?, ?, ?, ?)
  ON CONFLICT (call_id) DO UPDATE SET title = excluded.title, pace = excluded.pace, lines_json = excluded.lines_json`

const DELETE = 'DELETE FROM conversation WHERE call_id = ?'

export function* conversationOfCall(callId: Id): Query<Conversation | null> {
  return readRow(yield* row<ConversationRow>(OF_CALL, [callId]))
}

/** The same for whoever asks: nothing of a call that is sealed. */
export function* conversationToTell(callId: Id): Query<Conversation | null> {
  return readRow(yield* row<ConversationRow>(TOLD_OF_CALL, [callId]))
}

const readRow = (found: ConversationRow | null): Conversation | null =>
  found === null ? null : { ...found, lines: JSON.parse(found.lines) as Line[] }

/** One conversation per call: replaces the earlier one. */
export function* storeConversation({ callId, title, pace, lines }: Conversation): Query<'saved' | 'call_not_found'> {
  try {
    yield* step(write(STORE, [callId, title, pace, JSON.stringify(lines)]))
    return 'saved'
  } catch (error) {
    if (pointsNowhere(error)) return 'call_not_found'
    throw error
  }
}

export const deleteConversation = (callId: Id): Query<number> => write(DELETE, [callId])

const MARK_TAKEN = `INSERT INTO conversation_taken (call_id) SELECT id FROM call WHERE id = ? ON CONFLICT DO NOTHING`
const UNMARK_TAKEN = 'DELETE FROM conversation_taken WHERE call_id = ?'
const IS_TAKEN = 'SELECT 1 AS value FROM conversation_taken WHERE call_id = ?'

/** Somebody takes it from its call: no copy of it, put away or at a desk, comes back by itself. */
export function* takeConversation(callId: Id): Query<void> {
  yield* deleteConversation(callId)
  yield* write(MARK_TAKEN, [callId])
}

/** Somebody puts this one beside the call: whatever was taken from it before. */
export function* attachConversation(conversation: Conversation): Query<'saved' | 'call_not_found'> {
  const outcome = yield* storeConversation(conversation)
  if (outcome === 'saved') yield* write(UNMARK_TAKEN, [conversation.callId])
  return outcome
}

export function* isConversationTaken(callId: Id): Query<boolean> {
  return (yield* value<number>(IS_TAKEN, [callId])) !== null
}
