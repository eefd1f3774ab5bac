import type { ExportKind, ExportRecord } from '../../../shared/contract/exports/exports.ts'
import { type Query, row, rows, value } from '../engine/query.ts'
import { IS_TOLD, numbersIn, RECORD_COLUMNS } from './exports.ts'

/** A line of the ledger as it is searched. */
export interface LedgerLine {
  readonly row: number
  readonly record: ExportRecord
  readonly scope: string
}

/** What a ticket may have been found by. */
export interface FoundTicket {
  readonly number: number
  readonly title: string
  readonly owner: string | null
  readonly department: string
  readonly issueTypes: readonly string[]
  readonly quotes: readonly { text: string; reference: string | null; listener: string | null }[]
}

const LINES = `SELECT ${RECORD_COLUMNS}, rowid AS row, scope FROM export_record
  WHERE rowid < :below AND (kind = :kind OR :kind = '') AND ${IS_TOLD} ORDER BY rowid DESC LIMIT :count`

const SELECTION = 'SELECT selection_json AS value FROM export_record WHERE rowid = ?'

const TICKET = `SELECT ticket.id, ticket.number, title, owner_name AS owner, ticket.department, name_zh AS nameZh, name_en AS nameEn
  FROM ticket LEFT JOIN issue_type ON issue_type.id = ticket.issue_type_id WHERE ticket.number = ?`

const QUOTES = `SELECT note.text, call.reference, person.name AS listener
  FROM ticket_quote JOIN note ON note.id = ticket_quote.note_id JOIN call ON call.id = note.call_id
  JOIN session ON session.id = call.session_id LEFT JOIN person ON person.id = session.listener_id
  WHERE ticket_quote.ticket_id = ? ORDER BY ticket_quote.position`

/** The next lines below this row, newest first; of one kind, or of all (null). */
export function* ledgerLines(below: number, count: number, kind: ExportKind | null): Query<LedgerLine[]> {
  const wish = { below, count, kind: kind ?? '' }
  const lines = yield* rows<ExportRecord & { row: number; scope: string }>(LINES, wish)
  return lines.map(({ row: at, scope, ...record }) => ({ row: at, record, scope }))
}

/** Numbers of the tickets in the file of a line; asked only where they are needed. */
export function* numbersOfLine({ row: at }: LedgerLine): Query<readonly number[]> {
  return numbersIn((yield* value<string>(SELECTION, [at])) ?? '{"ticketNumbers":[]}')
}

interface TicketRow {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly owner: string | null
  readonly department: string
  readonly nameZh: string | null
  readonly nameEn: string | null
}

/** Also of a withdrawn ticket, which has no quotes any more. */
export function* foundTicket(number: number): Query<FoundTicket | null> {
  const found = yield* row<TicketRow>(TICKET, [number])
  if (found === null) return null
  const { id, nameZh, nameEn, ...ticket } = found
  const quotes = yield* rows<FoundTicket['quotes'][number]>(QUOTES, [id])
  return { ...ticket, issueTypes: [nameZh, nameEn].filter((name) => name !== null), quotes }
}
