import { cellFault, cellText, oneLine, SPOILED } from '../people-list/cells.ts'
import { isOneOf, wordOf } from '../people-list/headings.ts'
import type { Table } from '../people-list/table-of-file.ts'
import { answeredKind, dateOf, isYesOrNo, kindOf } from './day-words.ts'
import type { ReadDay } from './read-day.ts'

/** What a heading may be called; the dialog's own words are among them. */
const WORDS = {
  date: ['date', 'day', '日期', '日子', '时间'],
  kind: [
    ...['类型', '类别', '种类', '性质', '放假或上班', '上班或放假', '放假上班', '上班放假', '休息或上班', '安排'],
    ...['kind', 'type', 'holidayorworkday', 'workdayorholiday', 'dayofforworkday', 'holidayormakeupworkday'],
  ],
  name: ['name', 'holiday', 'holidayname', '名称', '节日', '节日名称', '节假日', '说明', '备注'],
}
type Field = keyof typeof WORDS
type Columns = Partial<Record<Field, number>>

/** Date, kind, name; in another order where a heading says so. */
export function daysOfTable({ rows, isCut }: Pick<Table, 'rows' | 'isCut'>): ReadDay[] {
  const filled = rows
    // What a workbook keeps as a date is one here, not spoiled as a number of a person would be.
    .map((row) => ({ ...row, cells: row.cells.map((cell) => cellText(cell.replace(/^\u{10fffe}(?=\d{4}-)/u, ''))) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const heading = headingOf(filled.map(({ cells }) => cells))
  const asked = heading === null ? '' : (filled[0]?.cells[heading.kind ?? -1] ?? '')
  const columns = heading ?? { date: 0, kind: 1, name: 2 }
  return filled.slice(heading === null ? 0 : 1).map(({ row, cells, hasStrayQuote }, index, all): ReadDay => {
    const cell = (field: Field) => cells[columns[field] ?? -1] ?? ''
    const about = { line: row, text: cells.join(' | ').replaceAll(SPOILED, '') }
    const fault = [cell('kind'), cell('name')].map(cellFault).find((each) => each !== null)
    if (isCut && index === all.length - 1) return { ...about, reason: 'cut_off' }
    if (hasStrayQuote) return { ...about, reason: 'stray_quote' }
    if (fault !== undefined) return { ...about, reason: fault === 'spoiled_cell' ? 'damaged_text' : fault }
    const day = dateOf(cell('date'))
    if ('reason' in day) return { ...about, ...day }
    // A table of two columns: the name alone may say which kind it is.
    const said = kindOf(cell('kind')) ?? answeredKind(asked, cell('kind'))
    const kind = said ?? (cell('kind') === '' ? kindOf(cell('name')) : null)
    return kind === null
      ? { ...about, reason: 'kind_unknown' }
      : { ...about, ...day, kind, name: oneLine(cell('name')) }
  })
}

/** Null where the first row is no heading. */
function headingOf([heads = [], ...below]: readonly (readonly string[])[]): Columns | null {
  const words = heads.map(wordOf)
  const named = (field: Field, taken: readonly (number | undefined)[] = []): number | undefined =>
    found(words.findIndex((word, column) => !taken.includes(column) && isOneOf(word, WORDS[field])))
  const date = named('date')
  if (date === undefined) return null
  const asking = named('kind') ?? askingColumn(heads, below)
  const name = named('name', [date, asking])
  const kind = asking ?? kindColumn([date, name], below)
  return { date, ...(kind === undefined ? {} : { kind }), ...(name === undefined ? {} : { name }) }
}

const found = (at: number): number | undefined => (at === -1 ? undefined : at)

const filledIn = (rows: readonly (readonly string[])[], column: number): string[] =>
  rows.map((cells) => cells[column] ?? '').filter((cell) => cell !== '')

/** «是否上班», «holiday?» above nothing but yes and no. */
function askingColumn(heads: readonly string[], rows: readonly (readonly string[])[]): number | undefined {
  const isAsking = (head: string, column: number): boolean => {
    const answers = filledIn(rows, column)
    return kindOf(head) !== null && answers.length > 0 && answers.every(isYesOrNo)
  }
  return found(heads.findIndex(isAsking))
}

/**
 * The kind under a heading that nobody knows: the first column beside the others that says one somewhere. Else a day that is worked for
 * another would be taken for a holiday by its name («春节调休»).
 */
function kindColumn(taken: readonly (number | undefined)[], rows: readonly (readonly string[])[]): number | undefined {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  return Array.from({ length: width }, (_, column) => column).find(
    (column) => !taken.includes(column) && filledIn(rows, column).some((cell) => kindOf(cell) !== null),
  )
}
