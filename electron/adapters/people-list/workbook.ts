import type ExcelJS from 'exceljs'
import { SPOILED } from './cells.ts'
import { columnsOf } from './headings.ts'
import { shownNumber } from './number-format.ts'
import { isSmallZip } from './small-zip.ts'
import type { TableRow } from './table.ts'

export interface SheetRows {
  rows: TableRow[]
  name: string
  /** Sheets with something in them that were not read. */
  others: string[]
}

const MOST_COLUMNS = 100

/** What kind of list a sheet holds: how its heading is known, and what its own days and numbers are there. */
export interface SheetReading {
  isHeading(cells: readonly string[]): boolean
  ofDate(at: Date): string
  ofNumber(value: number, format: string): string
}

/** Of people a sheet keeps no days, and a number that it has rounded is nobody's. */
const ofPeople: SheetReading = {
  isHeading: (cells) => columnsOf(cells).kind === 'heading',
  ofDate: (at) => `${SPOILED}${Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10)}`,
  ofNumber: (value, format) => shownNumber(value, format) ?? `${SPOILED}${value}`,
}

/** The rows of the sheet that holds the list: the first with a heading, else the first with anything in it. Null when it is no workbook. */
export async function rowsOfWorkbook(bytes: Buffer, reading = ofPeople): Promise<SheetRows | null> {
  if (!isSmallZip(bytes)) return null
  // Fetched when needed: exceljs is 30 MB and a quarter of a second.
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  try {
    // exceljs' own Buffer type is that of an older Node.
    await book.xlsx.load(bytes as unknown as ArrayBuffer as Parameters<typeof book.xlsx.load>[0])
  } catch {
    return null
  }
  // A hidden sheet holds what others choose from, or a list of last year: only where nothing else does.
  const sheets = [...book.worksheets]
    .sort((one, other) => Number(one.state !== 'visible') - Number(other.state !== 'visible'))
    .map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet, reading) }))
    .filter(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell.trim() !== '')))
  const list = sheets.find(({ rows }) => rows.some(({ cells }) => reading.isHeading(cells))) ?? sheets[0]
  if (list === undefined) return { rows: [], name: '', others: [] }
  return { ...list, others: sheets.filter((sheet) => sheet !== list).map(({ name }) => name) }
}

/** Every row as wide as the sheet: a workbook does not keep the empty cells at the end of one. */
function rowsOf(sheet: ExcelJS.Worksheet, reading: SheetReading): TableRow[] {
  const rows: TableRow[] = []
  const width = Math.min(sheet.columnCount, MOST_COLUMNS)
  sheet.eachRow((row, number) => {
    const cells = Array.from({ length: width }, (_, index) => cellOf(row.getCell(index + 1), reading))
    rows.push({ row: number, cells, hasStrayQuote: false, isShifted: false })
  })
  return rows
}

/** exceljs gives every cell of a merged block its value. Down a column that is meant, a department of many; along a row it is one title. */
function cellOf(cell: ExcelJS.Cell, reading: SheetReading): string {
  const isRepeated = cell.isMerged && cell.master.address !== cell.address && cell.master.row === cell.row
  return isRepeated ? '' : textOf(cell.value, cell, reading)
}

/** As the sheet shows it. What the sheet itself has made of a text — a date, a rounded number, a fault — is spoiled. */
function textOf(value: ExcelJS.CellValue, cell: ExcelJS.Cell, reading: SheetReading): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return reading.ofNumber(value, cell.numFmt ?? '')
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return reading.ofDate(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('hyperlink' in value) return textOf(value.text, cell, reading)
  if ('formula' in value || 'sharedFormula' in value)
    return value.result === undefined ? SPOILED : textOf(value.result, cell, reading)
  return SPOILED
}
