/// <reference path="./exceljs-writer.d.ts" />
import { finished } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type ExcelJS from 'exceljs'
import WorkbookWriter from 'exceljs/lib/stream/xlsx/workbook-writer.js'
import { isOpen, isPaused, ticketStates } from '../../../shared/domain/tickets/ticket-states.ts'
import { fitted } from './cell-limit.ts'
import { columns, headings, PRINTED_COLUMNS } from './columns.ts'
import { type ColumnKey, exportWords, type FileLanguage } from './export-words.ts'
import type { GoingOut } from './masked-going-out.ts'
import { addHeader, filterAndPrint, heightOf, linesOf, sheetOptions, withoutCodes } from './sheet-look.ts'
import { type ColumnLook, type SheetRows, serialOf, sheetRows } from './sheet-rows.ts'
import { makeWallClock, type WallClock } from './wall-clock.ts'
import { counted, openForBytes, type WriteExport } from './writing.ts'

const DATE_FORMAT = 'yyyy-mm-dd hh:mm'
/** «Text»: the cell stays text even after somebody edits it. */
const TEXT_FORMAT = '@'
/** Lists stay on for rows that the department adds below. */
const ROWS_BELOW = 500

/** Of wrapped rows it is seen where one ends. */
const ROW_LINE: Partial<ExcelJS.Borders> = { bottom: { style: 'hair', color: { argb: 'FFC3CDD2' } } }

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
const LOOKS: readonly ColumnLook[] = columns.map(({ isLong }) => ({ text: isLong ? LONG_TEXT : TEXT, date: DATE }))
const HEADER_ROW = 1

/** Of a rule: spreadsheets take its colour from the background. */
const OVERDUE_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFDECEA' } }

/** Whose clock runs: a paused one is not overdue. */
const RUNNING = ticketStates.filter((state) => isOpen(state) && !isPaused(state))

/** exceljs has this on its streaming sheets too, its types forgot it. */
type WithValidations = { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } }

/** Row by row into the file: real dates on the room's clock, everything else as text, lists on status and priority. */
export const writeXlsx: WriteExport = async (pages, facts) => {
  const bytes = openForBytes(facts.path)
  const written = finished(bytes)
  // Awaited below; until then a full disk must not count as an unhandled rejection.
  written.catch(() => {})
  const book = new WorkbookWriter({ stream: bytes, useStyles: true, useSharedStrings: false })
  book.creator = 'Earshot'
  const sheet = addSheet(book, facts.language)
  const clock = makeWallClock(facts.timeZone)
  const tickets = sheetRows(book, sheet, LOOKS, HEADER_ROW + 1)
  let done = 0
  for await (const page of counted(pages, facts.onProgress)) {
    for (const row of page) addTicket(tickets, row, facts.language, clock)
    done += page.length
    // exceljs ignores back pressure: give the zip and the disk their turn, and stop when the disk has refused.
    await setImmediate()
    if (bytes.errored) throw bytes.errored
  }
  tickets.end()
  addLists(sheet, done, facts.language)
  filterAndPrint(book, [{ sheet, columnCount: columns.length, printedCount: PRINTED_COLUMNS, lastRow: done + 1 }])
  markOverdue(sheet, done + 1, facts.language, clock.date(facts.writtenAt))
  await Promise.race([book.commit(), written])
  await written
}

function addSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, language: FileLanguage): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(exportWords[language].sheet, sheetOptions(language))
  sheet.columns = columns.map(({ width }) => ({ width }))
  addHeader(sheet, headings(language))
  return sheet
}

function addTicket(sheet: SheetRows, ticket: GoingOut, language: FileLanguage, clock: WallClock): void {
  let lines = 1
  const values = columns.map(({ cell, isLong, width }) => {
    const text = cell(ticket, language, clock)
    if (text === null || 'at' in text) return text === null ? null : clock.in(text.timeZone).date(text.at)
    const shown = fitted(text.text, language)
    if (isLong) lines = Math.max(lines, linesOf(shown, width))
    return withoutCodes(shown)
  })
  sheet.add(values, heightOf([lines]))
}

/**
 * Red by a rule and not by the hand of this day: the sheet tells what is overdue on the day it is opened. NOW is the reader's clock, which may be
 * hours behind the room's: what was overdue when it was written stays so.
 */
function markOverdue(sheet: ExcelJS.Worksheet, lastRow: number, language: FileLanguage, written: Date): void {
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
        formulae: [`AND($${due}2<MAX(NOW(),${roughly(serialOf(written))}),OR(${isRunning}))`],
        style: { font: { color: { argb: 'FF9C1C1C' } }, fill: OVERDUE_FILL },
      },
    ],
  })
}

/** Down to a tenth of a second. */
const roughly = (serial: number): number => Number(serial.toFixed(6))

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
