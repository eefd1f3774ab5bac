import type { ExportChoice, ExportRecord, ExportState, WaitReason } from '../../../shared/contract/exports/exports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { ledgerName } from '../../../shared/domain/exports/export-names.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'

/** What the ledger knows beyond the contract's record: enough to make the same file again after a crash. */
export interface ExportPlan {
  readonly record: ExportRecord
  readonly scope: string
  readonly language: 'zh' | 'en'
  /** Null: exported before this was kept. */
  readonly choice: ExportChoice | null
  /** Numbers of the tickets that belong in the file, in the order of the file. */
  readonly ticketNumbers: readonly number[]
}

/** The last events that a file tells of; empty where none had happened. */
export interface LastEvents {
  readonly ticketEventId: Id | ''
  readonly noteEventId: Id | ''
}

export const RECORD_COLUMNS = `id, format, folder, file_name AS fileName, state, reason, ticket_count AS ticketCount, sha256,
  size_bytes AS sizeBytes, created_at AS createdAt, delivered_at AS deliveredAt, tries,
  exported_by AS exportedBy`
const SELECT = `SELECT ${RECORD_COLUMNS} FROM export_record`

/** All files of one wish, or none. */
export function insertExports(
  db: WritableDb,
  records: readonly ExportRecord[],
  wish: { scope: string; language: 'zh' | 'en'; choice: ExportChoice; ticketNumbers: readonly number[] },
): void {
  const selection = JSON.stringify({ ticketNumbers: wish.ticketNumbers })
  const choice = JSON.stringify(wish.choice)
  inTransaction(db, () => {
    for (const record of records)
      statement(
        db,
        `INSERT INTO export_record (id, format, folder, file_name, state, reason, selection_json, scope, language, ticket_count,
           sha256, size_bytes, created_at, delivered_at, tries, exported_by, choice_json)
         VALUES (:id, :format, :folder, :fileName, :state, :reason, :selection, :scope, :language, :ticketCount,
           :sha256, :sizeBytes, :createdAt, :deliveredAt, :tries, :exportedBy, :choice)`,
      ).run({ ...record, selection, choice, scope: wish.scope, language: wish.language })
  })
}

/** Newest first: by rowid, because the order of happening must survive a clock that is set back. */
export function listExports(db: ReadableDb, limit: number): ExportRecord[] {
  return statement(db, `${SELECT} ORDER BY rowid DESC LIMIT ?`).all(limit) as ExportRecord[]
}

export function exportById(db: ReadableDb, id: Id): ExportRecord | null {
  return (statement(db, `${SELECT} WHERE id = ?`).get(id) as ExportRecord | undefined) ?? null
}

/** Oldest first, so that a queue is worked off in the order in which it was made. */
export function exportsInStates(db: ReadableDb, states: readonly ExportState[]): ExportRecord[] {
  return statement(db, `${SELECT} WHERE state IN (SELECT value FROM json_each(?)) ORDER BY rowid`).all(
    JSON.stringify(states),
  ) as ExportRecord[]
}

export function exportPlan(db: ReadableDb, id: Id): ExportPlan | null {
  const record = exportById(db, id)
  const rest = statement(db, PLAN).get(id) as
    | { scope: string; language: 'zh' | 'en'; selection: string; choice: string | null }
    | undefined
  if (record === null || rest === undefined) return null
  return {
    record,
    scope: rest.scope,
    language: rest.language,
    choice: rest.choice === null ? null : (JSON.parse(rest.choice) as ExportChoice),
    ticketNumbers: numbersIn(rest.selection),
  }
}

const PLAN = `SELECT scope, language, selection_json AS selection, choice_json AS choice FROM export_record WHERE id = ?`
const numbersIn = (selection: string) => (JSON.parse(selection) as { ticketNumbers: number[] }).ticketNumbers

/** `ledgerName`s that other files of the ledger have in this folder or are on their way to. */
export function namesInLedger(db: ReadableDb, folder: string, exceptId: Id | null): Set<string> {
  const rows = statement(
    db,
    `SELECT file_name AS fileName FROM export_record WHERE folder = ? AND id IS NOT ? AND state NOT IN ('cancelled', 'failed')`,
  ).all(folder, exceptId) as { fileName: string }[]
  return new Set(rows.map(({ fileName }) => ledgerName(fileName)))
}

/** The bytes are whole; the selection becomes what the file really holds. */
export function saveMade(
  db: WritableDb,
  id: Id,
  made: { sha256: string; sizeBytes: number; ticketNumbers: readonly number[]; lastEvents: LastEvents },
): void {
  statement(
    db,
    `UPDATE export_record SET state = 'delivering', reason = NULL, sha256 = :sha256, size_bytes = :sizeBytes,
       ticket_count = :ticketCount, selection_json = :selection, last_ticket_event_id = :ticketEventId,
       last_note_event_id = :noteEventId WHERE id = :id AND state = 'preparing'`,
  ).run({
    id,
    sha256: made.sha256,
    sizeBytes: made.sizeBytes,
    ticketCount: made.ticketNumbers.length,
    selection: JSON.stringify({ ticketNumbers: made.ticketNumbers }),
    ...made.lastEvents,
  })
}

export function saveTry(db: WritableDb, id: Id): void {
  statement(db, 'UPDATE export_record SET tries = tries + 1 WHERE id = ?').run(id)
}

export function saveWaiting(db: WritableDb, id: Id, reason: WaitReason): void {
  const sql = `UPDATE export_record SET state = 'waiting', reason = ? WHERE id = ? AND state IN ('preparing', 'delivering', 'waiting')`
  statement(db, sql).run(reason, id)
}

/** Back on its way, perhaps to another folder and name; its bytes are made first when they are not there yet. */
export function saveDeliveringAgain(db: WritableDb, id: Id, to: { folder: string; fileName: string }): void {
  statement(
    db,
    `UPDATE export_record SET state = iif(sha256 IS NULL, 'preparing', 'delivering'), reason = NULL, folder = ?, file_name = ?
     WHERE id = ? AND state = 'waiting'`,
  ).run(to.folder, to.fileName, id)
}

export function saveEnded(db: WritableDb, id: Id, state: 'cancelled' | 'failed'): void {
  statement(
    db,
    `UPDATE export_record SET state = ?, reason = NULL WHERE id = ? AND state NOT IN ('delivered', 'cancelled')`,
  ).run(state, id)
}
