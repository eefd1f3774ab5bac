import type { Id, Instant } from '../../../shared/contract/values.ts'
import { isNameless, namelessFile } from '../../../shared/domain/exports/export-names.ts'
import { handThanksOver } from '../agents/thanks.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, row, rows, write } from '../engine/query.ts'
import { type ExportPlan, exportPlan, type StoredChoice } from './exports.ts'

/** So many tickets hear of a delivery in one transaction: whoever saves a note meanwhile waits for one, not for all. */
export const TOLD_AT_ONCE = 500

/** What was to be made anew meanwhile has no hash any more: it is that of the bytes that lie there. */
const DELIVERED = `UPDATE export_record SET state = 'delivered', reason = NULL, file_name = :fileName, delivered_at = :at, sha256 = :sha256,
  size_bytes = :sizeBytes WHERE id = :id AND state IN ('preparing', 'delivering', 'cancelled')`

/** A call may be sealed at this moment, and the name forgotten: whoever comes second sees what the first did. */
const HOLD = { sqlite: null, postgres: 'SELECT 1 FROM export_record WHERE id = ? FOR NO KEY UPDATE' }

const OF_DESK = `state = 'delivered' AND told_tickets < ticket_count`
const UNTOLD = {
  sqlite: `SELECT id FROM export_record WHERE ${OF_DESK} ORDER BY rowid`,
  postgres: `SELECT id FROM export_record WHERE ${OF_DESK} AND desk_id IS NOT DISTINCT FROM :deskId ORDER BY rowid`,
}
const TOLD = `SELECT told_tickets AS told, file_name AS fileName, CAST(choice_json AS text) AS choice FROM export_record WHERE id = ?`
const TOLD_TO_CHANGE = { sqlite: TOLD, postgres: `${TOLD} FOR NO KEY UPDATE` }
const SET_TOLD = 'UPDATE export_record SET told_tickets = ? WHERE id = ?'
const SET_CHOICE = 'UPDATE export_record SET choice_json = ? WHERE id = ?'
const RETELL = inEach(
  (say) => `UPDATE ticket_event SET remark = :now WHERE what = 'exported' AND remark = :before
    AND ticket_id IN (SELECT id FROM ticket WHERE ${say(among('number', 'bigint', ':numbers'))})`,
)

const EVENT = 'INSERT INTO ticket_event (id, ticket_id, at, actor_name, what, remark)'
const TELL = {
  sqlite: `${EVENT} SELECT wanted.value ->> 'id', t.id, :at, :actorName, 'exported', :fileName
    FROM json_each(:events) wanted JOIN ticket t ON t.number = wanted.value ->> 'number'`,
  postgres: `${EVENT} SELECT wanted.value ->> 'id', t.id, :at, :actorName, 'exported', :fileName
    FROM jsonb_array_elements(CAST(:events AS jsonb)) AS wanted (value)
    JOIN ticket t ON t.number = CAST(wanted.value ->> 'number' AS bigint) ORDER BY t.number`,
}

/** As it lies there. */
export interface DeliveredFile {
  readonly fileName: string
  readonly sha256: string
  readonly sizeBytes: number
}

/**
 * The file lies whole in the folder: the ledger and the first tickets in it say so together (`tellSome` tells the others), and thanks are handed over with
 * their page. Also when it was cancelled meanwhile, or was to be made anew: a drive may answer only after the person stopped waiting, and the file is there.
 * Inside a transaction.
 */
export function* saveDelivered(
  id: Id,
  file: DeliveredFile,
  { at, newId }: { at: Instant; newId: () => Id },
): Query<void> {
  yield* rows(HOLD, [id])
  const known = yield* exportPlan(id)
  // Its name was forgotten while the drive took it.
  const isForgotten = known !== null && isNameless(known.record.fileName)
  const fileName = isForgotten ? namelessFile(file.fileName, known.language) : file.fileName
  const changed = yield* write(DELIVERED, { ...file, fileName, at, id })
  const plan = changed === 0 ? null : yield* exportPlan(id)
  if (plan === null) return
  if (plan.thanks === null) yield* tellSome(plan, newId)
  else yield* handThanksOver(plan.thanks.ids, plan.record, { at, actorId: plan.thanks.actorId })
}

/** Delivered files of this desk that not every ticket in them has in its story yet. */
export function* untoldExports(deskId: Id | null): Query<Id[]> {
  return (yield* rows<{ id: Id }>(UNTOLD, { deskId })).map(({ id }) => id)
}

/**
 * The next tickets of a delivered file get it into their story; false when all have it. Inside a transaction. What is left at the end of
 * the program is told after the next start.
 */
export function* tellSome({ record, ticketNumbers }: ExportPlan, newId: () => Id): Query<boolean> {
  // Its name may have been forgotten since the last ones were told.
  const now = yield* row<{ told: number; fileName: string; choice: string | null }>(TOLD_TO_CHANGE, [record.id])
  if (now === null) return false
  const { told, fileName } = now
  const next = ticketNumbers.slice(told, told + TOLD_AT_ONCE)
  if (next.length === 0) return false
  const { retell, ...choice } = JSON.parse(now.choice ?? '{}') as StoredChoice
  const again = next.slice(0, Math.max(0, (retell?.count ?? 0) - told))
  const fresh = next.slice(again.length)
  if (retell !== undefined && again.length > 0) yield* retellStories(again, { before: retell.before, now: fileName })
  if (fresh.length > 0)
    yield* write(TELL, {
      at: record.deliveredAt,
      actorName: record.exportedBy,
      fileName,
      events: JSON.stringify(fresh.map((number) => ({ id: newId(), number }))),
    })
  yield* write(SET_TOLD, [told + next.length, record.id])
  if (retell !== undefined && told + next.length >= retell.count)
    yield* write(SET_CHOICE, [JSON.stringify(choice), record.id])
  return true
}

/** The stories of these tickets say another name of a file. */
export const retellStories = (numbers: readonly number[], name: { before: string; now: string }): Query<number> =>
  write(RETELL, { ...name, numbers: JSON.stringify(numbers) })

/** All that is still to be told once more under another name, at once: for whom nobody waits. */
export function* retellAll(newId: () => Id): Query<void> {
  for (const id of yield* untoldExports(null)) {
    let plan = yield* exportPlan(id)
    while (plan?.isToRetell === true && (yield* tellSome(plan, newId))) plan = yield* exportPlan(id)
  }
}
