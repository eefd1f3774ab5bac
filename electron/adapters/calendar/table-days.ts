import { cellFault, cellText, oneLine, SPOILED } from '../people-list/cells.ts'
import type { Table } from '../people-list/table-of-file.ts'
import { dateOf, kindOf } from './day-words.ts'
import type { ReadDay } from './read-day.ts'

const WORDS = {
  date: ['date', 'day', '日期', '日子', '时间'],
  kind: ['kind', 'type', '类型', '类别', '种类', '性质'],
  name: ['name', 'holiday', '名称', '节日', '节假日', '说明', '备注'],
}
type Field = keyof typeof WORDS

/** Date, kind, name; in another order where a heading says so. */
export function daysOfTable({ rows, isCut }: Pick<Table, 'rows' | 'isCut'>): ReadDay[] {
  const filled = rows
    // What a workbook keeps as a date is one here, not spoiled as a number of a person would be.
    .map((row) => ({ ...row, cells: row.cells.map((cell) => cellText(cell.replace(/^\u{10fffe}(?=\d{4}-)/u, ''))) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const heading = columnsOf(filled.map(({ cells }) => cells))
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
    const kind = kindOf(cell('kind')) ?? (cell('kind') === '' ? kindOf(cell('name')) : null)
    return kind === null
      ? { ...about, reason: 'kind_unknown' }
      : { ...about, ...day, kind, name: oneLine(cell('name')) }
  })
}

/** Null where the first row is no heading. A kind under a heading of other words («放假或上班») is known by what stands below it. */
function columnsOf([head = [], ...below]: readonly (readonly string[])[]): Partial<Record<Field, number>> | null {
  const heads = head.map((cell) => cell.toLowerCase().replace(/[^\p{L}]/gu, ''))
  const at = (field: Field) => heads.findIndex((word) => WORDS[field].includes(word))
  const [date, kind, name] = [at('date'), at('kind'), at('name')]
  if (date === -1) return null
  const isKinds = (column: number) =>
    ![date, name].includes(column) &&
    below.some((cells) => cells[column]) &&
    below.every((cells) => !cells[column] || kindOf(cells[column]) !== null)
  return { date, kind: kind === -1 ? heads.findIndex((_, column) => isKinds(column)) : kind, name }
}
