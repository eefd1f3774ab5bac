import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, write } from '../engine/query.ts'
import { emptyCall, wordsOfCall } from '../life-channel/call-words.ts'
import { dropSealed, keepSealed } from '../life-channel/sealed.ts'
import { sealTicketsOf } from '../life-channel/sealed-tickets.ts'
import { forgetInSearch } from '../listening/sealed-calls.ts'
import type { LifeRows } from './heard-rows.ts'

const CASE = `INSERT INTO life_case (id, session_id, call_id, origin, grade, raised_at, raised_by)
  VALUES (:id, :session_id, :call_id, :origin, :grade, :raised_at, :raised_by) ON CONFLICT (id) DO NOTHING`
const EVENT = `INSERT INTO life_event (id, case_id, at, actor_id, what, which, remark)
  VALUES (:id, :case_id, :at, :actor_id, :what, :which, :remark) ON CONFLICT (id) DO NOTHING`
const CALL = `INSERT INTO sealed_call (call_id, case_id, sealed_at, emptied_at)
  VALUES (:call_id, :case_id, :sealed_at, :emptied_at)
  ON CONFLICT (call_id) DO UPDATE SET emptied_at = coalesce(sealed_call.emptied_at, excluded.emptied_at)`

interface Laying {
  readonly at: Instant
  newId(): Id
}

/** Cases as they came up, each row once; a call that its desk sealed is sealed here too, and emptied once it was there. */
export function* layLifeRows(rows: { [T in keyof LifeRows]: readonly LifeRows[T][] }, laying: Laying): Query<void> {
  for (const row of rows.life_case) yield* write(CASE, row)
  for (const row of rows.life_event) yield* write(EVENT, row)
  for (const { case_id: caseId, is_encrypted: isEncrypted, ...row } of rows.life_sealed)
    yield* keepSealed({ ...row, caseId, isEncrypted })
  for (const row of rows.sealed_call) yield* seal(row, laying)
}

function* seal(row: LifeRows['sealed_call'], { at, newId }: Laying): Query<void> {
  const { call_id: callId, case_id: caseId } = row
  yield* write(CALL, row)
  yield* forgetInSearch(callId)
  yield* sealTicketsOf(callId, { at, actorId: null }, newId)
  if (row.emptied_at === null) return
  // What others made of it here since it came up is kept beside what its desk put away.
  const words = yield* wordsOfCall(callId)
  const payload = JSON.stringify(words)
  if (words.notes.length > 0) yield* keepSealed({ id: newId(), caseId, at, what: 'call', isEncrypted: 0, payload })
  yield* emptyCall(callId, words, { at, newId })
}

const FORGET_WORDS = `DELETE FROM life_sealed WHERE what = 'call'
  AND case_id = (SELECT case_id FROM sealed_call WHERE call_id = ?)`
const OPEN = 'DELETE FROM sealed_call WHERE call_id = ?'

/** It was a wrong alarm: the words come up again with their rows. */
export function* takeSealAway(table: 'life_sealed' | 'sealed_call', key: Id): Query<void> {
  if (table === 'life_sealed') yield* dropSealed(key)
  else for (const sql of [FORGET_WORDS, OPEN]) yield* write(sql, [key])
}
