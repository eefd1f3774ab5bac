import type { ExportRecord, ExportState, WaitReason } from '../../../shared/contract/exports/exports.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { ledgerName } from '../../../shared/domain/exports/export-names.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'

/** What the ledger knows beyond the contract's record: enough to make the same file again after a crash. */
export interface ExportPlan {
  readonly record: ExportRecord
  readonly language: 'zh' | 'en'
  /** Numbers of the tickets that belong in the file, in the order of the file. */
  readonly ticketNumbers: readonly number[]
}

const SELECT = `SELECT id, format, folder, file_name AS fileName, state, reason, ticket_count AS ticketCount, sha256,
  size_bytes AS sizeBytes, created_at AS createdAt, delivered_at AS deliveredAt, tries FROM export_record`

/** All files of one wish, or none. */
export function insertExports(
  db: WritableDb,
  records: readonly ExportRecord[],
  wish: { scope: string; language: 'zh' | 'en'; ticketNumbers: readonly number[] },
): void {
  const selection = JSON.stringify({ ticketNumbers: wish.ticketNumbers })
  inTransaction(db, () => {
    for (const record of records)
      statement(
        db,
        `INSERT INTO export_record (id, format, folder, file_name, state, reason, selection_json, scope, language, ticket_count,
           sha256, size_bytes, created_at, delivered_at, tries)
         VALUES (:id, :format, :folder, :fileName, :state, :reason, :selection, :scope, :language, :ticketCount,
           :sha256, :sizeBytes, :createdAt, :deliveredAt, :tries)`,
      ).run({ ...record, selection, scope: wish.scope, language: wish.language })
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
  const rest = statement(db, 'SELECT language, selection_json AS selection FROM export_record WHERE id = ?').get(id) as
    | { language: 'zh' | 'en'; selection: string }
    | undefined
  if (record === null || rest === undefined) return null
  const { ticketNumbers } = JSON.parse(rest.selection) as { ticketNumbers: number[] }
  return { record, language: rest.language, ticketNumbers }
}

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
  made: { sha256: string; sizeBytes: number; ticketNumbers: readonly number[] },
): void {
  statement(
    db,
    `UPDATE export_record SET state = 'delivering', reason = NULL, sha256 = :sha256, size_bytes = :sizeBytes,
       ticket_count = :ticketCount, selection_json = :selection WHERE id = :id AND state = 'preparing'`,
  ).run({
    id,
    sha256: made.sha256,
    sizeBytes: made.sizeBytes,
    ticketCount: made.ticketNumbers.length,
    selection: JSON.stringify({ ticketNumbers: made.ticketNumbers }),
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

/**
 * The file lies whole in the folder: the ledger and the story of every ticket in it say so together, or neither does. Also
 * when it was cancelled meanwhile: a drive may answer only after the person stopped waiting, and the file is there.
 */
export function saveDelivered(
  db: WritableDb,
  id: Id,
  delivery: { fileName: string; at: Instant; actorName: string | null; newEventId: () => Id },
): void {
  inTransaction(db, () => {
    const plan = exportPlan(db, id)
    if (plan === null || !['delivering', 'cancelled'].includes(plan.record.state)) return
    statement(
      db,
      `UPDATE export_record SET state = 'delivered', reason = NULL, file_name = ?, delivered_at = ? WHERE id = ?`,
    ).run(delivery.fileName, delivery.at, id)
    statement(
      db,
      `INSERT INTO ticket_event (id, ticket_id, at, actor_name, what, remark)
       SELECT wanted.value ->> 'id', t.id, :at, :actorName, 'exported', :fileName
       FROM json_each(:events) wanted JOIN ticket t ON t.number = wanted.value ->> 'number'`,
    ).run({
      at: delivery.at,
      actorName: delivery.actorName,
      fileName: delivery.fileName,
      events: JSON.stringify(plan.ticketNumbers.map((number) => ({ id: delivery.newEventId(), number }))),
    })
  })
}
