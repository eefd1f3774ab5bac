import type { ExportSelection } from '../../../shared/contract/exports/exports.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement } from '../database.ts'
import { pageQuery } from '../tickets/ticket-list.ts'

const BY_IDS = `SELECT t.number FROM json_each(?) wanted JOIN ticket t ON t.id = wanted.value
  WHERE t.withdrawn_at IS NULL GROUP BY t.number ORDER BY min(wanted.key)`

/**
 * Which tickets belong in the file, each once: chosen ones in the order in which they were chosen, those of a filter by number.
 * Numbers and not whole tickets, so that a company's whole archive is a list of a few megabytes.
 */
export function selectedTicketNumbers(db: ReadableDb, selection: ExportSelection, now: Instant): number[] {
  const { sql, values } =
    selection.by === 'ids'
      ? { sql: BY_IDS, values: [JSON.stringify(selection.ticketIds)] }
      : pageQuery(selection.filter, 'number', now, -1, 0)
  const rows = statement(db, sql).all(...values) as { number: number }[]
  return rows.map((row) => row.number)
}
