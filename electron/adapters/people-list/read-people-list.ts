import type { BadRow, ListField, PeopleListRefusal, RowReason } from '../../../shared/contract/house/people.ts'
import type { PlainDate } from '../../../shared/contract/values.ts'
import type { ListRow } from '../../../shared/domain/house/people-list.ts'
import { dayIn as dayInOrder, dayOrderIn } from '../../../shared/domain/seats/booking-list/read-days.ts'
import { dateOf } from '../calendar/day-words.ts'
import type { TextEncoding } from '../reading/decode.ts'
import {
  cellFault,
  cellText,
  hasOddQuote,
  isReckoned,
  nameText,
  oneLine,
  orNothing,
  SPOILED,
  withoutBlanks,
} from './cells.ts'
import { type Columns, columnsOf, defaultColumns, isOfHeading, kindColumn } from './headings.ts'
import { isNobody } from './nobody.ts'
import { roleOf } from './roles.ts'
import type { TableRow } from './table.ts'
import { tableOf } from './table-of-file.ts'
import { saysWhatSomebodyIs } from './what-somebody-is.ts'

export interface ReadList {
  encoding: TextEncoding | 'xlsx'
  /** Of a workbook: which sheet was read, and which others hold something. */
  sheet: { name: string; others: string[] } | null
  /** Where the heading stands, the titles above it, which are nobody, and columns that nothing is read from; null for a list without one. */
  heading: { row: number; titles: number[]; unused: string[] } | null
  rows: ListRow[]
  bad: BadRow[]
}

export type PeopleList = ReadList | PeopleListRefusal

/** How many cells a row may have. */
interface Width {
  least: number
  most: number
}

const LONGEST_SHOWN = 200
const LONGEST_HEADING_SHOWN = 40
const COUNTS_ROWS = /^(?:序号|序號|编号|編號|no\.?|id|#)$/iu
/** A heading stands below a few titles, not below people. */
const MOST_ROWS_ABOVE_HEADING = 20

/**
 * Reads the bytes of a pasted table, a CSV file or a workbook. Looks only at the shape of rows; what they mean is the domain's.
 * Every row that is not blank, no heading and no title is in `rows` or in `bad`.
 */
export async function readPeopleList(bytes: Buffer): Promise<PeopleList> {
  const table = await tableOf(bytes)
  if ('code' in table) return table
  const filled = table.rows
    .map((each) => ({ ...each, cells: each.cells.map(cellText) }))
    .filter(({ cells }) => cells.some((cell) => cell !== '') && !cells.every(isRule))
  const first = filled.slice(0, MOST_ROWS_ABOVE_HEADING)
  const { at, cells: heads } = headingOf(first)
  const heading = columnsOf(heads)
  if (heading.kind === 'two_columns') {
    const { field, first, second } = heading
    return { code: 'two_columns', detail: { field, first, second } }
  }
  if (heading.kind === 'no_name') return { code: 'no_name_column', detail: {} }

  const above = filled.slice(0, Math.max(0, at))
  const below = filled.slice(at + 1)
  if (below.length === 0) return { code: 'empty', detail: {} }
  const columns = heading.kind === 'heading' ? heading.columns : defaultColumns
  const people = withDaysInOrder(below, columns)
  const widest = filled.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const width = {
    least: leastWidth(columns, widest),
    // Without a heading nobody knows what the fifth column is, so it may be there.
    most: heading.kind === 'heading' ? lastFilled(heads) : Number.POSITIVE_INFINITY,
  }
  const list: ReadList = {
    encoding: table.encoding,
    sheet: table.sheet,
    heading:
      heading.kind === 'heading'
        ? { row: filled[at]?.row ?? 1, titles: titlesOf(above, first), unused: unusedOf(heads, columns, below) }
        : null,
    rows: [],
    bad: [],
  }
  const refuse = ({ row, cells }: TableRow, reason: RowReason) =>
    list.bad.push({ row, reasons: [reason], text: shown(cells), knownName: null })
  for (const row of above) if (!isTitle(row) && !isHeadingAmong(row, first)) refuse(row, 'above_heading')
  for (const [index, row] of people.entries()) {
    const isCut = table.isCut && index === people.length - 1
    const reason = isCut ? 'cut_off' : shapeFault(row, columns, width)
    if (reason === null) list.rows.push(listRow(row, columns))
    else refuse(row, reason)
  }
  return list
}

/** The row that names a column for people; without one the first that names any. `at` -1: none does. */
function headingOf(rows: readonly TableRow[]): { at: number; cells: readonly string[] } {
  const kinds = rows.map((row) => (saysWhatSomebodyIs(row, rows) ? 'none' : columnsOf(row.cells).kind))
  const named = kinds.findIndex((kind) => kind === 'heading' || kind === 'two_columns')
  const at = named < 0 ? kinds.indexOf('no_name') : named
  const { cells = [] } = rows[at] ?? {}
  const below = rows[at + 1]
  if (named < 0 || below === undefined || !isSecondHeading(below)) return { at, cells }
  // A heading of two rows: groups of columns above, their names below.
  const both = cells.map((cell, column) => below.cells[column] || cell)
  return { at: at + 1, cells: [...both, ...below.cells.slice(cells.length)] }
}

const isSecondHeading = (row: TableRow): boolean => {
  const filled = row.cells.filter((cell) => cell !== '')
  return isHeading(row) && filled.length > 1 && filled.every(isOfHeading)
}

const isHeading = ({ cells }: TableRow): boolean => columnsOf(cells).kind === 'heading'

const isHeadingAmong = (row: TableRow, rows: readonly TableRow[]): boolean =>
  isHeading(row) && !saysWhatSomebodyIs(row, rows)

/** Why a row cannot be read as one person; null when it can. */
function shapeFault(row: TableRow, columns: Columns, width: Width): RowReason | null {
  const { cells } = row
  const cellOf = (field: ListField) => cells[columns[field] ?? -1] ?? ''
  const name = cellOf('name')
  // A date is what a spreadsheet makes of days by right, and what is none is told as that.
  const named = (Object.keys(columns) as ListField[]).filter((field) => field !== 'joinedOn').map(cellOf)
  if (row.hasStrayQuote || named.some(hasOddQuote)) return 'stray_quote'
  // In another column such a word says what somebody is.
  const isOfSomebody = (kindColumn(cells) ?? columns.name) !== columns.name
  if ((isHeading(row) && !isOfSomebody) || isOfHeading(name)) return 'heading_again'
  const fault = named.map(cellFault).find((each) => each !== null)
  if (fault !== undefined) return fault
  if (isReckoned(cellOf('employeeNumber'))) return 'spoiled_cell'
  if (isNobody(name) || isNobodyAtAll(cells)) return 'nobody'
  if (/[\r\n\u2028\u2029]/.test(name)) return 'line_break'
  if (row.isShifted || cells.length < width.least || !isApart(name)) return 'too_few_columns'
  if (lastFilled(cells) > width.most) return 'too_many_columns'
  if (columns === defaultColumns && !isInPlace(orNothing(cellOf('employeeNumber')), cellOf('department')))
    return 'wrong_column'
  return null
}

/** Cells of somebody that say something, and nobody knows what. */
function cellFaults(role: string, joinedOn: string): RowReason[] {
  const faults: RowReason[] = dayIn(joinedOn) === undefined ? ['bad_joined_on'] : []
  if (orNothing(role) !== '' && roleOf(role) === null) faults.push('unknown_role')
  return faults
}

/** 合计, Total: in the first cell with anything in it, whatever column that is. */
const isNobodyAtAll = (cells: readonly string[]): boolean => {
  const first = cells.find((cell) => cell !== '') ?? ''
  return /\p{L}/u.test(first) && isNobody(first)
}

/** «王敏，E1001，销售部», «王敏 E1001», «王敏 物流部»: these part nothing here, and nobody is called so. */
const isApart = (name: string): boolean =>
  !/[，；、;:：|｜│┃^~～<>=@#\\{}]|\/[^/]*\d|\s\S*\d{2}/u.test(name) && !name.split(/\s+/u).some(isDepartmentBeside)

/** A part of a name has two signs at most where its last one ends departments too. */
const isDepartmentBeside = (part: string, _: number, { length }: readonly string[]): boolean =>
  length > 1 && (/.[部组組]$/u.test(part) || /..(?:中心|[处處科室队隊店仓倉]|公司|集团|集團)$/u.test(part))

/** Without a heading the order is a guess: a number has a digit, and no department has an address. */
const isInPlace = (employeeNumber: string, department: string): boolean =>
  (employeeNumber === '' || /\d/.test(employeeNumber)) && !department.includes('@')

function listRow({ row, cells }: TableRow, columns: Columns): ListRow {
  const cellOf = (field: ListField) => cells[columns[field] ?? -1] ?? ''
  return {
    row,
    name: nameText(cellOf('name')),
    employeeNumber: withoutBlanks(orNothing(cellOf('employeeNumber'))),
    department: oneLine(orNothing(cellOf('department'))),
    email: withoutBlanks(orNothing(cellOf('email'))).replace(/^mailto:/i, ''),
    role: roleOf(cellOf('role')),
    joinedOn: dayIn(cellOf('joinedOn')) ?? null,
    faults: cellFaults(cellOf('role'), cellOf('joinedOn')),
    text: shown(cells),
  }
}

/** A day as a sheet itself counts it, where the column was no column of dates: 45992 as 2025-12-01. */
const SHEET_DAY = /^\d{5}(?:\.\d+)?$/

/** What stands there without its year tells the order all the same. */
const ANY_DAY = '2000-01-01'

/** 25/12/2025 as 2025-12-25, where the column as a whole says which of day and month comes first. */
function withDaysInOrder<Row extends TableRow>(rows: readonly Row[], { joinedOn }: Columns): readonly Row[] {
  const order =
    joinedOn === undefined
      ? null
      : dayOrderIn(
          rows.map(({ cells }) => cells[joinedOn] ?? ''),
          ANY_DAY,
        )
  if (joinedOn === undefined || order === null) return rows
  return rows.map((row) => {
    const day = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(row.cells[joinedOn] ?? '')
      ? dayInOrder(row.cells[joinedOn] ?? '', '', order)
      : null
    return day === null ? row : { ...row, cells: row.cells.map((cell, at) => (at === joinedOn ? day : cell)) }
  })
}

/** Null: the cell says none. Undefined: it says something that is no day. */
function dayIn(cell: string): PlainDate | null | undefined {
  const written = orNothing(cell.replaceAll(SPOILED, ''))
  if (SHEET_DAY.test(written)) return dayInOrder(written, '') ?? undefined
  const read = written === '' ? { date: null } : dateOf(written)
  return 'date' in read ? read.date : undefined
}

/** A line drawn with signs: |---|, +----+, ┌──┬──┐. */
const isRule = (cell: string): boolean => /^(?:[-+=_*:|\u2500-\u257f]{2,}|[\u2500-\u257f]+)?$/.test(cell)

const shown = (cells: readonly string[]): string => cells.join(' | ').replaceAll(SPOILED, '').slice(0, LONGEST_SHOWN)

/** One thing said above a heading names the list. */
const isTitle = ({ cells }: TableRow): boolean => cells.filter((cell) => cell !== '').length === 1

const titlesOf = (above: readonly TableRow[], rows: readonly TableRow[]): number[] =>
  above.filter((row) => isTitle(row) || isHeadingAmong(row, rows)).map(({ row }) => row)

/** What stands below a heading that says nothing of a person here: whoever meant it for something is told. */
const unusedOf = (heads: readonly string[], columns: Columns, rows: readonly TableRow[]): string[] =>
  heads.flatMap((head, at) => {
    const isUsed = Object.values(columns).includes(at)
    const name = oneLine(head).replaceAll(SPOILED, '').slice(0, LONGEST_HEADING_SHOWN)
    return isUsed || name === '' || COUNTS_ROWS.test(name) || rows.every(({ cells }) => (cells[at] ?? '') === '')
      ? []
      : [name]
  })

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== '') + 1

/** Only the e-mail and the role may be missing at the end of a row; a list of nothing but names is a list too. */
function leastWidth({ name, employeeNumber, department }: Columns, width: number): number {
  return Math.min(width, 1 + Math.max(name ?? 0, employeeNumber ?? 0, department ?? 0))
}
