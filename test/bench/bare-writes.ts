import { v7 } from 'uuid'
import type { Desk } from './desk.ts'
import { sentence } from './words.ts'

/** The wishes that windows would send, made beforehand: an id is the window's work, not the console's. */
export const noteWishes = (callId: string, count: number) =>
  Array.from({ length: count }, (_, number) => ({
    noteId: v7(),
    callId,
    kind: 'voice' as const,
    text: sentence(number),
    offsetMs: 1_000 * number,
    issueTypeId: null,
  }))

export type NoteWish = ReturnType<typeof noteWishes>[number]

export const draftWish = (callId: string, count: number) => {
  const text = sentence(count)
  const rest = { kind: 'voice' as const, offsetMs: 1_000, issueTypeId: null }
  return { draftId: callId, callId, noteId: null, text, caret: text.length, ...rest }
}

/** What no note can do without: one prepared insert, committed with synchronous=FULL. */
export function bareNoteInsert({ parts, callId }: Desk): (wish: NoteWish | undefined) => void {
  const insert = parts.db.prepare(
    'INSERT INTO note (id, call_id, kind, text, offset_ms, issue_type_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const at = parts.clock.now()
  return (wish) => {
    if (wish !== undefined) insert.run(wish.noteId, callId, wish.kind, wish.text, wish.offsetMs, null, at)
  }
}

/** One prepared upsert, committed with synchronous=FULL. */
export function bareDraftUpsert({ parts, callId }: Desk): (count: number) => void {
  const upsert =
    parts.db.prepare(`INSERT INTO draft (id, call_id, note_id, kind, text, caret, offset_ms, issue_type_id, stored_at)
    VALUES (?, ?, NULL, 'voice', ?, ?, 1000, NULL, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text,
    caret = excluded.caret, stored_at = excluded.stored_at`)
  const at = parts.clock.now()
  return (count) => {
    const { text, caret } = draftWish(callId, count)
    upsert.run(callId, callId, text, caret, at)
  }
}
