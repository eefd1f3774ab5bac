import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, rows, value, write } from '../engine/query.ts'

/** What is sealed of a case, as it lies in the database: readable by whoever has the key. */
export interface SealedRow {
  readonly id: Id
  readonly caseId: Id
  readonly at: Instant
  readonly what: 'evidence' | 'details' | 'call' | 'follow_up'
  readonly isEncrypted: number
  readonly payload: string
}

const COLUMNS = 'id, case_id AS caseId, at, what, is_encrypted AS isEncrypted, payload'
/** The words of a call lie with the case that sealed it first. */
const OF_CASE = `SELECT ${COLUMNS} FROM life_sealed WHERE case_id = :caseId OR (what = 'call' AND case_id IN
    (SELECT sealed_call.case_id FROM sealed_call JOIN life_case ON life_case.call_id = sealed_call.call_id WHERE life_case.id = :caseId))
  ORDER BY at, id`
const PLAIN = `SELECT ${COLUMNS} FROM life_sealed WHERE is_encrypted = 0 ORDER BY id`
const KEEP = `INSERT INTO life_sealed (id, case_id, at, what, is_encrypted, payload)
  VALUES (:id, :caseId, :at, :what, :isEncrypted, :payload) ON CONFLICT (id) DO NOTHING`
const LAST_DETAILS = `SELECT max(at) AS value FROM life_sealed WHERE case_id = ? AND what = 'details'`
const ENCRYPT = 'UPDATE life_sealed SET is_encrypted = 1, payload = ? WHERE id = ?'
const DROP = 'DELETE FROM life_sealed WHERE id = ?'

/** In the order in which it was sealed. */
export const sealedOf = (caseId: Id): Query<SealedRow[]> => rows<SealedRow>(OF_CASE, { caseId })

/** When what the crisis team needs was changed last; null: nothing was written. */
export const lastDetailsAt = (caseId: Id): Query<Instant | null> => value<Instant>(LAST_DETAILS, [caseId])

export const keepSealed = (sealed: SealedRow): Query<number> => write(KEEP, { ...sealed })

/** What was sealed while no key was at hand. */
export const plainlySealed = (): Query<SealedRow[]> => rows<SealedRow>(PLAIN)

export const encryptSealed = (id: Id, payload: string): Query<number> => write(ENCRYPT, [payload, id])

/** Its words are back where they were, or others stand in its place. */
export const dropSealed = (id: Id): Query<number> => write(DROP, [id])
