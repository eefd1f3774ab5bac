import type { IssueType, ListedIssueType, TimeLimit } from '../../../shared/contract/tickets/tickets.ts'
import { type ReadableDb, statement, type WritableDb } from '../database.ts'
import { write } from '../engine/query.ts'
import { runOn } from '../engine/sqlite.ts'
import { type By, guarded } from '../versions.ts'

interface StoredType {
  id: string
  name_zh: string
  name_en: string
  digit: number
  limit_amount: number
  limit_unit: TimeLimit['unit']
  department: string
  version: number
}

const fromRow = (row: StoredType): ListedIssueType => ({
  id: row.id,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  digit: row.digit,
  limit: { amount: row.limit_amount, unit: row.limit_unit },
  department: row.department,
  version: row.version,
})

const COLUMNS = 'id, name_zh, name_en, digit, limit_amount, limit_unit, department, version FROM issue_type'
const ALL = `SELECT ${COLUMNS} ORDER BY digit`
const BY_ID = `SELECT ${COLUMNS} WHERE id = ?`
const DELETE_ALL = 'DELETE FROM issue_type WHERE version = ?'
const INSERT = `INSERT INTO issue_type (id, name_zh, name_en, digit, limit_amount, limit_unit, department, version)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
const IN_USE_BESIDES = `SELECT id FROM issue_type WHERE id NOT IN (SELECT value FROM json_each(?))
  AND EXISTS (SELECT 1 FROM ticket WHERE ticket.issue_type_id = issue_type.id AND ticket.withdrawn_at IS NULL)
  ORDER BY digit`

/** By digit. */
export const allIssueTypes = (db: ReadableDb): ListedIssueType[] =>
  (statement(db, ALL).all() as StoredType[]).map(fromRow)

export function findIssueType(db: ReadableDb, id: string): IssueType | null {
  const row = statement(db, BY_ID).get(id) as StoredType | undefined
  return row === undefined ? null : fromRow(row)
}

/** Types that tickets use and that are not among `keptIds`. */
export const usedIssueTypesBesides = (db: ReadableDb, keptIds: readonly string[]): string[] =>
  (statement(db, IN_USE_BESIDES).all(JSON.stringify(keptIds)) as { id: string }[]).map((row) => row.id)

/** The list's name among the versions. */
export const ISSUE_TYPES = 'issue_types'

/** The version of the whole list, which each of its rows bears. */
export const listVersion = (types: readonly ListedIssueType[]): number => types[0]?.version ?? 0

/**
 * Inside a transaction: all rows go and come back, because two types that swap their digits would meet on the unique index. Throws
 * `StaleChange`.
 */
export function replaceIssueTypes(
  db: WritableDb,
  before: readonly ListedIssueType[],
  issueTypes: readonly IssueType[],
  by: By,
): void {
  const version = listVersion(before)
  const change = [{ version, issueTypes: before.map(({ version: _, ...type }) => type) }, { issueTypes }] as const
  runOn(db, guarded(ISSUE_TYPES, change, by, write(DELETE_ALL, [version])))
  for (const type of issueTypes)
    statement(db, INSERT).run(
      type.id,
      type.nameZh,
      type.nameEn,
      type.digit,
      type.limit.amount,
      type.limit.unit,
      type.department,
      version + 1,
    )
}
