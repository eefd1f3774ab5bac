import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, row, rows, value, write } from '../engine/query.ts'
import { NO_WORDS } from '../no-words.ts'

const SEAL = `INSERT INTO sealed_call (call_id, case_id, sealed_at) VALUES (?, ?, ?)
  ON CONFLICT (call_id) DO UPDATE SET sealed_at = sealed_call.sealed_at`

/**
 * From now on nothing tells of this call. A second case of it changes nothing, and the hub is told of the seal once more: there somebody may have said of the first one that
 * it was a wrong alarm.
 */
export const sealCall = (callId: Id, caseId: Id, at: Instant): Query<number> => write(SEAL, [callId, caseId, at])

const OPEN = 'DELETE FROM sealed_call WHERE call_id = ?'

export const openCallAgain = (callId: Id): Query<number> => write(OPEN, [callId])

export interface SealedCall {
  readonly callId: Id
  readonly caseId: Id
}

const OF_CALL = 'SELECT call_id AS callId, case_id AS caseId FROM sealed_call WHERE call_id = ?'

/** By which case it was sealed, where it is. */
export const sealOf = (callId: Id): Query<SealedCall | null> => row<SealedCall>(OF_CALL, [callId])

const ALL = 'SELECT call_id AS value FROM sealed_call'

export function* everySealedCall(): Query<Id[]> {
  return (yield* rows<{ value: Id }>(ALL)).map(({ value }) => value)
}

const HAS_DRAFT = `(EXISTS (SELECT 1 FROM draft WHERE draft.call_id = call.id) OR EXISTS (SELECT 1 FROM meeting_draft
  JOIN meeting ON meeting.id = meeting_draft.meeting_id WHERE meeting.call_id = call.id))`
/** Nobody hears it any more, and something of it lies where it may be read. A company's database holds nothing half done. */
const hasWords = (hasDraft: string) => `SELECT sealed_call.call_id AS callId, sealed_call.case_id AS caseId
  FROM sealed_call JOIN call ON call.id = sealed_call.call_id
  WHERE call.ended_at IS NOT NULL AND (call.reference IS NOT NULL OR emptied_at IS NULL OR ${hasDraft}
    OR EXISTS (SELECT 1 FROM note WHERE note.call_id = call.id AND note.text <> '${NO_WORDS}')
    OR EXISTS (SELECT 1 FROM conversation WHERE conversation.call_id = call.id)
    OR EXISTS (SELECT 1 FROM meeting JOIN meeting_line ON meeting_line.meeting_id = meeting.id
      WHERE meeting.call_id = call.id AND meeting_line.text <> '${NO_WORDS}')
    OR EXISTS (SELECT 1 FROM meeting WHERE meeting.call_id = call.id AND CAST(attendees_json AS text) <> '[]')
    OR EXISTS (SELECT 1 FROM silver_hair WHERE silver_hair.call_id = call.id))`
const TO_EMPTY = { sqlite: hasWords(HAS_DRAFT), postgres: hasWords('false') }

/** Two at once would keep the same words twice. */
const HOLD = { sqlite: null, postgres: 'SELECT 1 FROM sealed_call ORDER BY call_id FOR NO KEY UPDATE' }

/** Nobody else empties them before the transaction that asked is over. */
export function* callsToEmpty(): Query<SealedCall[]> {
  yield* rows(HOLD)
  return yield* rows<SealedCall>(TO_EMPTY)
}

const SET_EMPTIED = 'UPDATE sealed_call SET emptied_at = coalesce(emptied_at, ?) WHERE call_id = ?'

export const markEmptied = (callId: Id, at: Instant): Query<number> => write(SET_EMPTIED, [at, callId])

const PUT_AWAY = `SELECT coalesce(group_concat(named.id, ' '), '') AS value FROM (
  SELECT call_id AS id FROM sealed_call WHERE emptied_at IS NOT NULL
  UNION ALL SELECT id || ' ' || is_encrypted FROM life_sealed WHERE EXISTS (SELECT 1 FROM sealed_call)
  UNION ALL SELECT id FROM life_event WHERE what = 'dismissed') named`

/** At a desk: a name of all that is put away now, and of the wrong alarms, with which more went; '' where there is nothing. */
export function* whatIsSealed(): Query<string> {
  return (yield* value<string>({ sqlite: PUT_AWAY, postgres: null })) ?? ''
}
