import { parse } from 'csv-parse/sync'
import type { BadRow } from '../../../shared/contract/people.ts'
import type { ListRow } from '../../../shared/domain/people-list.ts'
import { decodeText, type Encoding } from './decode.ts'
import { type Columns, columnsOf, defaultColumns, type Field } from './headings.ts'

export type PeopleList =
  | { encoding: Encoding; rows: ListRow[]; bad: BadRow[] }
  /** `empty`: nothing but blank rows and a heading. `unreadable`: no text in an encoding we know. */
  | { refusal: 'empty' | 'unreadable' }

const LONGEST_SHOWN = 200

/** Reads the bytes of a pasted table or a CSV file. Looks only at the shape of rows; what they mean is the domain's. */
export function readPeopleList(bytes: Uint8Array): PeopleList {
  const decoded = decodeText(bytes)
  if (decoded === null) return { refusal: 'unreadable' }
  const filled = tableOf(decoded.text)
    .map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const headed = columnsOf(filled[0]?.cells ?? [])
  const people = headed === null ? filled : filled.slice(1)
  if (people.length === 0) return { refusal: 'empty' }

  const columns = headed ?? defaultColumns
  const leastCells = leastWidth(columns, Math.max(...filled.map(({ cells }) => cells.length)))
  const list = { encoding: decoded.encoding, rows: [] as ListRow[], bad: [] as BadRow[] }
  for (const { row, cells } of people) {
    const text = cells.join(' | ').slice(0, LONGEST_SHOWN)
    const cellOf = (field: Field) => cells[columns[field] ?? -1] ?? ''
    const [name, employeeNumber, department, email] = [
      cellOf('name'),
      cellOf('employeeNumber'),
      cellOf('department'),
      cellOf('email'),
    ]
    // «王敏，E1001，销售部»: the full-width comma parts nothing, and nobody is called so.
    if (cells.length < leastCells || name.includes('，')) list.bad.push({ row, reason: 'too_few_columns', text })
    else list.rows.push({ row, name, employeeNumber, department, email, text })
  }
  return list
}

/** Only the e-mail may be missing at the end of a row; a list of nothing but names is a list too. */
function leastWidth({ name, employeeNumber, department }: Columns, width: number): number {
  return Math.min(width, 1 + Math.max(name ?? 0, employeeNumber ?? 0, department ?? 0))
}

/** Rows of cells, blank rows included, so that a row's place is its number in a spreadsheet. */
function tableOf(text: string): string[][] {
  const options = { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true, bom: true }
  try {
    return parse(text, options)
  } catch {
    // A quote that is never closed: the signs are taken as they stand.
    return parse(text, { ...options, quote: false })
  }
}

/** The sign that parts cells in most of the first rows; tab before comma before semicolon where it is undecided. */
function delimiterOf(text: string): string {
  const sample = text.split(/\r\n|\n|\r/, 20)
  const count = (sign: string) => sample.filter((line) => line.includes(sign)).length
  return ['\t', ',', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
