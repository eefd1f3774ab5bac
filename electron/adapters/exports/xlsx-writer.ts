/// <reference path="./exceljs-writer.d.ts" />
import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type ExcelJS from 'exceljs'
import WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js'
import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import { isOpen, isPaused, ticketStates } from '../../../shared/domain/tickets/ticket-states.ts'
import { fitted } from './cell-limit.ts'
import { type Cell, columns, headings, PRINTED_COLUMNS } from './columns.ts'
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

/** Of wrapped rows it is seen where one ends. */
const ROW_LINE: Partial<ExcelJS.Borders> = { bottom: { style: 'hair', color: { argb: 'FFC3CDD2' } } }

/** One object per look: exceljs recognises a style by its object, and looking up equal ones would take longer than writing. */
const TEXT: Partial<ExcelJS.Style> = { numFmt: TEXT_FORMAT, alignment: { vertical: 'top' }, border: ROW_LINE }
const LONG_TEXT: Partial<ExcelJS.Style> = {
  numFmt: TEXT_FORMAT,
  alignment: { vertical: 'top', wrapText: true },
  border: ROW_LINE,
}
const DATE: Partial<ExcelJS.Style> = {
  numFmt: DATE_FORMAT,
  alignment: { vertical: 'top', horizontal: 'left' },
  border: ROW_LINE,
}

const HEADER_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDF1F3' } }
/** Of a rule: spreadsheets take its colour from the background. */
const OVERDUE_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFDECEA' } }
const HEADER_LINE: Partial<ExcelJS.Borders> = { bottom: { style: 'thin', color: { argb: 'FF8A9AA3' } } }

/** Inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }

/** Whose clock runs: a paused one is not overdue. */
const RUNNING = ticketStates.filter((state) => isOpen(state) && !isPaused(state))

/** exceljs has this on its streaming sheets too, its types forgot it. */
type WithValidations = { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } }

/** Row by row into the file: real dates on the room's clock, everything else as text, lists on status and priority. */
export const writeXlsx: WriteExport = async (rows, facts) => {
  const bytes = openForBytes(facts.path)
  const written = finished(bytes)
  // Awaited below; until then a full disk must not count as an unhandled rejection.
  written.catch(() => {})
  const book = new WorkbookWriter({ stream: bytes, useStyles: true, useSharedStrings: false })
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
  addFilter(book, sheet, done + 1)
  markOverdue(sheet, done + 1, facts.language)
  await Promise.race([book.commit(), written])
  await written
}

function addSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, language: FileLanguage): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(exportWords[language].sheet, {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGINS,
    },
    headerFooter: { oddFooter: `&L&F&R${exportWords[language].page}` },
  })
  sheet.columns = columns.map(({ width }) => ({ width }))
  addHeader(sheet, headings(language))
  return sheet
}

/** The line that stays in sight, as all our sheets have it. */
export function addHeader(sheet: ExcelJS.Worksheet, titles: readonly string[]): void {
  const header = sheet.addRow([...titles])
  header.height = 22
  header.eachCell((cell) => {
    cell.font = { name: 'Calibri', size: 11, family: 2, bold: true, color: { argb: 'FF2B3A42' } }
    cell.fill = HEADER_FILL
    cell.border = HEADER_LINE
    cell.alignment = { vertical: 'middle' }
    cell.numFmt = TEXT_FORMAT
  })
  header.commit()
}

function addTicket(sheet: ExcelJS.Worksheet, ticket: ExportedTicket, language: FileLanguage, clock: WallClock): void {
  const row = sheet.addRow(columns.map((column) => cellValue(column.cell(ticket, language, clock), language, clock)))
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

/** From here on characters are as wide as two digits, the measure of a column. */
const FIRST_WIDE = 0x2e80

/** One digit is kept free for the cell's margins. Counted by hand: matching made a list of every Chinese character there is in the file. */
function linesOf(text: string, width: number): number {
  let lines = 0
  let digits = 0
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at === text.length ? LINE_END : text.charCodeAt(at)
    if (unit !== LINE_END) digits += unit >= FIRST_WIDE ? 2 : 1
    else {
      lines += Math.max(1, Math.ceil(digits / (width - 1)))
      digits = 0
    }
  }
  return lines
}

const LINE_END = '\n'.charCodeAt(0)

function cellValue(cell: Cell, language: FileLanguage, clock: WallClock): ExcelJS.CellValue {
  if (cell === null) return null
  if ('at' in cell) return clock.in(cell.timeZone).date(cell.at)
  return withoutCodes(fitted(cell.text, language))
}

/**
 * Excel reads `_x0041_` as A. The standard's escape for it is shown as it stands by LibreOffice and other readers; parted into
 * two runs of one text it is a code for nobody.
 */
export function withoutCodes(text: string): string | ExcelJS.CellRichTextValue {
  if (!text.includes('_x') && !text.includes('_X')) return text
  const runs = text.split(/(?<=_)(?=x[0-9a-f]{4}_)/i)
  return runs.length === 1 ? text : { richText: runs.map((run) => ({ text: run })) }
}

/** Arrows on the header. Excel takes them from the sheet; LibreOffice wants the range by this name too. */
function addFilter(book: ExcelJS.stream.xlsx.WorkbookWriter, sheet: ExcelJS.Worksheet, lastRow: number): void {
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: lastRow, column: columns.length } }
  const lastColumn = sheet.getColumn(columns.length).letter
  const printed = sheet.getColumn(PRINTED_COLUMNS).letter
  const area = (letter: string) => `'${sheet.name}'!$A$1:$${letter}$${lastRow}`
  const names = [
    { name: '_xlnm._FilterDatabase', localSheetId: 0, ranges: [area(lastColumn)] },
    { name: '_xlnm.Print_Area', localSheetId: 0, ranges: [area(printed)] },
    { name: '_xlnm.Print_Titles', localSheetId: 0, ranges: [`'${sheet.name}'!$1:$1`] },
  ]
  // exceljs has no way to say these for one sheet; what it writes is what its own model says.
  Object.defineProperty(book.definedNames, 'model', { value: names })
}

/** Red by a rule and not by the hand of this day: the sheet tells what is overdue on the day it is opened. */
function markOverdue(sheet: ExcelJS.Worksheet, lastRow: number, language: FileLanguage): void {
  if (lastRow < 2) return
  const { states } = exportWords[language]
  const due = letterOf(sheet, 'dueAt')
  const isRunning = RUNNING.map((state) => `$${letterOf(sheet, 'state')}2="${states[state]}"`).join(',')
  sheet.addConditionalFormatting({
    ref: `A2:${sheet.getColumn(PRINTED_COLUMNS).letter}${lastRow}`,
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: [`AND($${due}2<NOW(),OR(${isRunning}))`],
        style: { font: { color: { argb: 'FF9C1C1C' } }, fill: OVERDUE_FILL },
      },
    ],
  })
}

const letterOf = (sheet: ExcelJS.Worksheet, key: ColumnKey): string =>
  sheet.getColumn(columns.findIndex((column) => column.key === key) + 1).letter

function addLists(sheet: ExcelJS.Worksheet, ticketCount: number, language: FileLanguage): void {
  const { priorities, states, notInList } = exportWords[language]
  const { dataValidations } = sheet as ExcelJS.Worksheet & WithValidations
  const addList = (key: ColumnKey, choices: readonly string[]) => {
    const letter = letterOf(sheet, key)
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
