import type { IssueType, ListedIssueType, TimeLimit } from '../../../shared/contract/tickets/tickets.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, row, rows, write } from '../engine/query.ts'
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
const IN_USE_BESIDES = inEach(
  (say) => `SELECT id FROM issue_type WHERE NOT ${say(among('id'))}
  AND EXISTS (SELECT 1 FROM ticket WHERE ticket.issue_type_id = issue_type.id AND ticket.withdrawn_at IS NULL)
  ORDER BY digit`,
)

/** By digit. */
export function* allIssueTypes(): Query<ListedIssueType[]> {
  return (yield* rows<StoredType>(ALL)).map(fromRow)
}

export function* findIssueType(id: string): Query<IssueType | null> {
  const found = yield* row<StoredType>(BY_ID, [id])
  return found === null ? null : fromRow(found)
}

/** Types that tickets use and that are not among `keptIds`. */
export function* usedIssueTypesBesides(keptIds: readonly string[]): Query<string[]> {
  return (yield* rows<{ id: string }>(IN_USE_BESIDES, [JSON.stringify(keptIds)])).map(({ id }) => id)
}

/** The list's name among the versions. */
export const ISSUE_TYPES = 'issue_types'

/** The version of the whole list, which each of its rows bears. */
export const listVersion = (types: readonly ListedIssueType[]): number => types[0]?.version ?? 0

/**
 * Inside a transaction that holds the room: all rows go and come back, because two types that swap their digits would meet on the
 * unique index. Throws `StaleChange`.
 */
export function* replaceIssueTypes(
  before: readonly ListedIssueType[],
  issueTypes: readonly IssueType[],
  by: By,
): Query<void> {
  const version = listVersion(before)
  const change = [{ version, issueTypes: before.map(({ version: _, ...type }) => type) }, { issueTypes }] as const
  yield* guarded(ISSUE_TYPES, change, by, write(DELETE_ALL, [version]))
  for (const { id, nameZh, nameEn, digit, limit, department } of issueTypes)
    yield* write(INSERT, [id, nameZh, nameEn, digit, limit.amount, limit.unit, department, version + 1])
}
