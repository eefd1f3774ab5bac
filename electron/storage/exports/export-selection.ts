import type { ExportSelection } from '../../../shared/contract/exports/exports.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement } from '../database.ts'
import { allQuery, OPEN_FIRST } from '../tickets/ticket-list.ts'

const BY_IDS = `SELECT number FROM ticket WHERE id IN (SELECT value FROM json_each(?)) AND withdrawn_at IS NULL ORDER BY ${OPEN_FIRST}`

/**
 * Which tickets belong in the file, each once: what is still to be done first, and of that what is due soonest.
 * Numbers and not whole tickets, so that a company's whole archive is a list of a few megabytes.
 */
export function selectedTicketNumbers(db: ReadableDb, selection: ExportSelection, now: Instant): number[] {
  const { sql, values } =
    selection.by === 'ids'
      ? { sql: BY_IDS, values: [JSON.stringify(selection.ticketIds)] }
      : allQuery(selection.filter, now)
  const rows = statement(db, sql).all(...values) as { number: number }[]
  return rows.map((row) => row.number)
}
