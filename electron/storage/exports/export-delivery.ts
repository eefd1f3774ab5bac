import type { Id, Instant } from '../../../shared/contract/values.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { type ExportPlan, exportPlan } from './exports.ts'

/** So many tickets hear of a delivery in one transaction: whoever saves a note meanwhile waits for one, not for all. */
export const TOLD_AT_ONCE = 500

const DELIVERED = `UPDATE export_record SET state = 'delivered', reason = NULL, file_name = ?, delivered_at = ?
  WHERE id = ? AND state IN ('delivering', 'cancelled')`

const UNTOLD = `SELECT id FROM export_record WHERE state = 'delivered' AND told_tickets < ticket_count ORDER BY rowid`
const TOLD = 'SELECT told_tickets FROM export_record WHERE id = ?'
const SET_TOLD = 'UPDATE export_record SET told_tickets = ? WHERE id = ?'

const TELL = `INSERT INTO ticket_event (id, ticket_id, at, actor_name, what, remark)
  SELECT wanted.value ->> 'id', t.id, :at, :actorName, 'exported', :fileName
  FROM json_each(:events) wanted JOIN ticket t ON t.number = wanted.value ->> 'number'`

/**
 * The file lies whole in the folder: the ledger and the first tickets in it say so together; `tellTickets` tells the others. Also when it was
 * cancelled meanwhile: a drive may answer only after the person stopped waiting, and the file is there.
 */
export function saveDelivered(
  db: WritableDb,
  id: Id,
  { fileName, at, newId }: { fileName: string; at: Instant; newId: () => Id },
): void {
  inTransaction(db, () => {
    const { changes } = statement(db, DELIVERED).run(fileName, at, id)
    const plan = changes === 0 ? null : exportPlan(db, id)
    if (plan !== null) tellSome(db, plan, newId)
  })
}

/** Delivered files that not every ticket in them has in its story yet. */
export const untoldExports = (db: ReadableDb): Id[] => statement(db, UNTOLD).pluck().all() as Id[]

/** The other tickets of a delivered file get it into their story, some at each step. What is left at the end of the program is told after the next start. */
export function* tellTickets(db: WritableDb, id: Id, newId: () => Id): Generator<void> {
  const plan = exportPlan(db, id)
  if (plan === null) return
  while (toldTickets(db, id) < plan.ticketNumbers.length) {
    inTransaction(db, () => tellSome(db, plan, newId))
    yield
  }
}

const toldTickets = (db: ReadableDb, id: Id): number => Number(statement(db, TOLD).pluck().get(id))

function tellSome(db: WritableDb, { record, ticketNumbers }: ExportPlan, newId: () => Id): void {
  const told = toldTickets(db, record.id)
  const next = ticketNumbers.slice(told, told + TOLD_AT_ONCE)
  statement(db, TELL).run({
    at: record.deliveredAt,
    actorName: record.exportedBy,
    fileName: record.fileName,
    events: JSON.stringify(next.map((number) => ({ id: newId(), number }))),
  })
  statement(db, SET_TOLD).run(told + next.length, record.id)
}
