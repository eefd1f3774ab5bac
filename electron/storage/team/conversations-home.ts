import { createHash } from 'node:crypto'
import type { Id } from '../../../shared/contract/values.ts'
import type { Row } from '../../team/wire.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { keepCame } from './brought.ts'

const OF_CALL = 'call_id IN (SELECT id FROM call WHERE session_id = ?)'
const BESIDE = `SELECT * FROM conversation WHERE ${OF_CALL}`
const TAKEN = `SELECT * FROM conversation_taken WHERE ${OF_CALL}`
const KNOWN = `SELECT row_id FROM call JOIN brought ON what = 'conversation_home' AND row_id > call.id AND row_id < call.id || '~' WHERE session_id = ?`
const FORGET = `DELETE FROM brought WHERE what = 'conversation_home' AND row_id = ?`
const LAY = `INSERT INTO conversation (call_id, title, pace, lines_json) VALUES (:call_id, :title, :pace, :lines_json)
  ON CONFLICT (call_id) DO UPDATE SET title = excluded.title, pace = excluded.pace, lines_json = excluded.lines_json`
const MARK = 'INSERT INTO conversation_taken (call_id) VALUES (?) ON CONFLICT DO NOTHING'
const TAKE = 'DELETE FROM conversation WHERE call_id = ?'
const IS_TAKEN = 'SELECT 1 FROM conversation_taken WHERE call_id = ?'
const IS_KNOWN = `SELECT 1 FROM brought WHERE what = 'conversation_home' AND row_id = ?`

const wordOf = (row: Row) => `${row.call_id} ${createHash('sha256').update(JSON.stringify(row)).digest('hex')}`
const takenWord = (callId: unknown) => `${callId} taken`

/**
 * What a member's database says of the conversations of a session comes into the one the desk held alone, each word once: neither a conversation nor that somebody took one bears a time, and
 * somebody may have laid another one beside the call since the desk was alone again. The member's database remembers which words came.
 */
export function bringBackConversations(from: WritableDb, to: WritableDb, sessionId: Id): void {
  const known = new Set(statement(from, KNOWN).pluck().all(sessionId) as string[])
  const beside = statement(from, BESIDE).all(sessionId) as Row[]
  const taken = statement(from, TAKEN).all(sessionId) as Row[]
  inTransaction(to, () => {
    for (const row of beside)
      if (!known.has(wordOf(row)) && statement(to, IS_TAKEN).get(row.call_id) === undefined) statement(to, LAY).run(row)
    for (const row of taken) if (!known.has(takenWord(row.call_id))) takeAway(to, row)
  })
  const said = [...beside.map(wordOf), ...taken.map(({ call_id }) => takenWord(call_id))]
  keepCame(from, 'conversation_home', said)
  // It may be said anew one day.
  for (const word of known) if (!said.includes(word)) statement(from, FORGET).run(word)
}

function takeAway(to: WritableDb, row: Row): void {
  statement(to, MARK).run(row.call_id)
  statement(to, TAKE).run(row.call_id)
}

/** The same of a call of a session that was brought along, of which the member's database has that word alone. */
export function bringBackTaken(from: WritableDb, to: WritableDb, row: Row): void {
  const word = takenWord(row.call_id)
  if (statement(from, IS_KNOWN).get(word) !== undefined) return
  takeAway(to, row)
  keepCame(from, 'conversation_home', [word])
}

/** Somebody put one beside the call again at the hub: taken another time, it is told another time. */
export function forgetTaken(db: WritableDb, callId: string): void {
  if (hasBrought(db)) statement(db, FORGET).run(takenWord(callId))
}

const hasBrought = (db: ReadableDb): boolean =>
  statement(db, `SELECT 1 FROM sqlite_schema WHERE name = 'brought'`).get() !== undefined
