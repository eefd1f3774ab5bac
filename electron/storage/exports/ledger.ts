import type { ExportRecord } from '../../../shared/contract/exports/exports.ts'
import { type ReadableDb, statement } from '../database.ts'
import { RECORD_COLUMNS } from './exports.ts'

/** A line of the ledger as it is searched. */
export interface LedgerLine {
  readonly row: number
  readonly record: ExportRecord
  readonly scope: string
  /** Numbers of the tickets in the file; read only where they are needed. */
  ticketNumbers(): readonly number[]
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
  WHERE rowid < ? ORDER BY rowid DESC LIMIT ?`

const SELECTION = 'SELECT selection_json FROM export_record WHERE rowid = ?'

const TICKET = `SELECT ticket.id, ticket.number, title, owner_name AS owner, ticket.department, name_zh AS nameZh, name_en AS nameEn
  FROM ticket LEFT JOIN issue_type ON issue_type.id = ticket.issue_type_id WHERE ticket.number = ?`

const QUOTES = `SELECT note.text, call.reference, person.name AS listener
  FROM ticket_quote JOIN note ON note.id = ticket_quote.note_id JOIN call ON call.id = note.call_id
  JOIN session ON session.id = call.session_id LEFT JOIN person ON person.id = session.listener_id
  WHERE ticket_quote.ticket_id = ? ORDER BY ticket_quote.position`

/** The next lines below this row, newest first. */
export const ledgerLines = (db: ReadableDb, below: number, count: number): LedgerLine[] =>
  (statement(db, LINES).all(below, count) as (ExportRecord & { row: number; scope: string })[]).map(
    ({ row, scope, ...record }) => ({
      ...{ row, record, scope },
      ticketNumbers: () => {
        const selection = String(statement(db, SELECTION).pluck().get(row))
        return (JSON.parse(selection) as { ticketNumbers: number[] }).ticketNumbers
      },
    }),
  )

/** Also of a withdrawn ticket, which has no quotes any more. */
export function foundTicket(db: ReadableDb, number: number): FoundTicket | null {
  const row = statement(db, TICKET).get(number) as
    | ({ id: string; number: number; title: string; owner: string | null; department: string } & {
        nameZh: string | null
        nameEn: string | null
      })
    | undefined
  if (row === undefined) return null
  const { id, nameZh, nameEn, ...ticket } = row
  const quotes = statement(db, QUOTES).all(id) as FoundTicket['quotes']
  return { ...ticket, issueTypes: [nameZh, nameEn].filter((name) => name !== null), quotes }
}
