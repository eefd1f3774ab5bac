import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import { fitted } from './cell-limit.ts'
import { type Cell, columns, headings } from './columns.ts'
import { type ColumnKey, exportWords, type FileLanguage } from './export-words.ts'
import { makeWallClock, type WallClock } from './wall-clock.ts'
import { counted, openForBytes, PROGRESS_EVERY, type WriteExport } from './writing.ts'

const DATE_FORMAT = 'yyyy-mm-dd hh:mm'
/** «Text»: the cell stays text even after somebody edits it. */
const TEXT_FORMAT = '@'
/** Lists stay on for rows that the department adds below. */
const ROWS_BELOW = 500

/** Points; the most that Excel allows is 409. */
const LINE_HEIGHT = 15
const TALLEST_ROW = 405

/** One object per look: exceljs recognises a style by its object, and looking up equal ones would take longer than writing. */
const TEXT: Partial<ExcelJS.Style> = { numFmt: TEXT_FORMAT, alignment: { vertical: 'top' } }
const LONG_TEXT: Partial<ExcelJS.Style> = { numFmt: TEXT_FORMAT, alignment: { vertical: 'top', wrapText: true } }
const DATE: Partial<ExcelJS.Style> = { numFmt: DATE_FORMAT, alignment: { vertical: 'top', horizontal: 'left' } }

const HEADER_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDF1F3' } }
const HEADER_LINE: Partial<ExcelJS.Borders> = { bottom: { style: 'thin', color: { argb: 'FF8A9AA3' } } }

/** exceljs has this on its streaming sheets too, its types forgot it. */
type WithValidations = { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } }

/** Row by row into the file: real dates on the room's clock, everything else as text, lists on status and priority. */
export const writeXlsx: WriteExport = async (rows, facts) => {
  const bytes = openForBytes(facts.path)
  const written = finished(bytes)
  // Awaited below; until then a full disk must not count as an unhandled rejection.
  written.catch(() => {})
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: bytes, useStyles: true, useSharedStrings: false })
  book.creator = 'Earshot'
  const sheet = addSheet(book, facts.language)
  const clock = makeWallClock(facts.timeZone)
  let done = 0
  for await (const row of counted(rows, facts.onProgress)) {
    addTicket(sheet, row, facts.language, clock)
    done += 1
    // exceljs ignores back pressure: give the zip and the disk their turn, and stop when the disk has refused.
    if (done % PROGRESS_EVERY === 0) await setImmediate()
    if (bytes.errored) throw bytes.errored
  }
  addLists(sheet, done, facts.language)
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: done + 1, column: columns.length } }
  await Promise.race([book.commit(), written])
  await written
}

function addSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, language: FileLanguage): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(exportWords[language].sheet, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.columns = columns.map(({ width }) => ({ width }))
  const header = sheet.addRow(headings(language))
  header.height = 22
  header.eachCell((cell) => {
    cell.font = { name: 'Calibri', size: 11, family: 2, bold: true, color: { argb: 'FF2B3A42' } }
    cell.fill = HEADER_FILL
    cell.border = HEADER_LINE
    cell.alignment = { vertical: 'middle' }
    cell.numFmt = TEXT_FORMAT
  })
  header.commit()
  return sheet
}

function addTicket(sheet: ExcelJS.Worksheet, ticket: ExportedTicket, language: FileLanguage, clock: WallClock): void {
  const row = sheet.addRow(columns.map((column) => cellValue(column.cell(ticket, language), language, clock)))
  for (const [index, column] of columns.entries()) {
    const cell = row.getCell(index + 1)
    cell.style = cell.value instanceof Date ? DATE : column.isLong ? LONG_TEXT : TEXT
  }
  row.height = heightOf(row)
  row.commit()
}

/** Counted here, because LibreOffice shows one line of a wrapped cell when a file does not say how tall its row is. */
function heightOf(row: ExcelJS.Row): number {
  const lines = columns.map((column, index) => (column.isLong ? linesOf(row.getCell(index + 1).text, column.width) : 1))
  return Math.min(TALLEST_ROW, Math.max(...lines) * LINE_HEIGHT + 3)
}

/** A Chinese character is as wide as two digits, the measure of a column; one is kept free for the cell's margins. */
function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => {
    const wide = line.match(/[\u2E80-\uFFFF]/g)?.length ?? 0
    return lines + Math.max(1, Math.ceil((line.length + wide) / (width - 1)))
  }, 0)
}

function cellValue(cell: Cell, language: FileLanguage, clock: WallClock): ExcelJS.CellValue {
  if (cell === null) return null
  if ('at' in cell) return clock.date(cell.at)
  return withoutCodes(fitted(cell.text, language))
}

/**
 * Excel reads `_x0041_` as A. The standard's escape for it is shown as it stands by LibreOffice and other readers; parted into
 * two runs of one text it is a code for nobody.
 */
function withoutCodes(text: string): string | ExcelJS.CellRichTextValue {
  const runs = text.split(/(?<=_)(?=x[0-9a-f]{4}_)/i)
  return runs.length === 1 ? text : { richText: runs.map((run) => ({ text: run })) }
}

function addLists(sheet: ExcelJS.Worksheet, ticketCount: number, language: FileLanguage): void {
  const { priorities, states, notInList } = exportWords[language]
  const { dataValidations } = sheet as ExcelJS.Worksheet & WithValidations
  const addList = (key: ColumnKey, choices: readonly string[]) => {
    const letter = sheet.getColumn(columns.findIndex((column) => column.key === key) + 1).letter
    dataValidations.add(`${letter}2:${letter}${ticketCount + 1 + ROWS_BELOW}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`"${choices.join(',')}"`],
      showErrorMessage: true,
      errorStyle: 'warning',
      error: notInList,
    })
  }
  addList('priority', Object.values(priorities))
  addList('state', Object.values(states))
}
