import type { IssueType, TimeLimit } from '../../../shared/contract/tickets/tickets.ts'
import { type ReadableDb, statement, type WritableDb } from '../database.ts'

interface IssueTypeRow {
  id: string
  name_zh: string
  name_en: string
  digit: number
  limit_amount: number
  limit_unit: TimeLimit['unit']
  department: string
}

const fromRow = (row: IssueTypeRow): IssueType => ({
  id: row.id,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  digit: row.digit,
  limit: { amount: row.limit_amount, unit: row.limit_unit },
  department: row.department,
})

const COLUMNS = 'id, name_zh, name_en, digit, limit_amount, limit_unit, department FROM issue_type'
const ALL = `SELECT ${COLUMNS} ORDER BY digit`
const BY_ID = `SELECT ${COLUMNS} WHERE id = ?`
const DELETE_ALL = 'DELETE FROM issue_type'
const INSERT = `INSERT INTO issue_type (id, name_zh, name_en, digit, limit_amount, limit_unit, department)
  VALUES (?, ?, ?, ?, ?, ?, ?)`
const IN_USE_BESIDES = `SELECT id FROM issue_type WHERE id NOT IN (SELECT value FROM json_each(?))
  AND EXISTS (SELECT 1 FROM ticket WHERE ticket.issue_type_id = issue_type.id AND ticket.withdrawn_at IS NULL)
  ORDER BY digit`

/** By digit. */
export const allIssueTypes = (db: ReadableDb): IssueType[] => (statement(db, ALL).all() as IssueTypeRow[]).map(fromRow)

export function findIssueType(db: ReadableDb, id: string): IssueType | null {
  const row = statement(db, BY_ID).get(id) as IssueTypeRow | undefined
  return row === undefined ? null : fromRow(row)
}

/** Types that tickets use and that are not among `keptIds`. */
export const usedIssueTypesBesides = (db: ReadableDb, keptIds: readonly string[]): string[] =>
  (statement(db, IN_USE_BESIDES).all(JSON.stringify(keptIds)) as { id: string }[]).map((row) => row.id)

/** Inside a transaction: all rows go and come back, because two types that swap their digits would meet on the unique index. */
export function replaceIssueTypes(db: WritableDb, issueTypes: readonly IssueType[]): void {
  statement(db, DELETE_ALL).run()
  for (const type of issueTypes)
    statement(db, INSERT).run(
      type.id,
      type.nameZh,
      type.nameEn,
      type.digit,
      type.limit.amount,
      type.limit.unit,
      type.department,
    )
}
