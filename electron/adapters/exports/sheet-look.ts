import type ExcelJS from 'exceljs'
import { exportWords, type FileLanguage } from './export-words.ts'

/** Points; the most that Excel allows is 409. */
const LINE_HEIGHT = 15
const TALLEST_ROW = 405

const HEADER_FILL: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDF1F3' } }
const HEADER_LINE: Partial<ExcelJS.Borders> = { bottom: { style: 'thin', color: { argb: 'FF8A9AA3' } } }

/** Inches. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }

/** As all our sheets are seen and printed: the header and the first column stay, all columns stand side by side on a page, which has its number. */
export const sheetOptions = (language: FileLanguage): Partial<ExcelJS.AddWorksheetOptions> => ({
  views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
  pageSetup: {
    ...{ orientation: 'landscape', paperSize: 9, margins: MARGINS },
    ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  },
  headerFooter: { oddFooter: `&L&F&R${exportWords[language].page}` },
})

/** The line that stays in sight, as all our sheets have it. */
export function addHeader(sheet: ExcelJS.Worksheet, titles: readonly string[]): void {
  const header = sheet.addRow([...titles])
  header.height = 22
  header.eachCell((cell) => {
    cell.font = { name: 'Calibri', size: 11, family: 2, bold: true, color: { argb: 'FF2B3A42' } }
    cell.fill = HEADER_FILL
    cell.border = HEADER_LINE
    cell.alignment = { vertical: 'middle' }
    cell.numFmt = '@'
  })
  header.commit()
}

/** Of a row whose cells have so many lines. Counted, because LibreOffice shows one line of a wrapped cell when a file does not say how tall its row is. */
export const heightOf = (lines: readonly number[]): number =>
  Math.min(TALLEST_ROW, Math.max(1, ...lines) * LINE_HEIGHT + 3)

/** From here on characters are as wide as two digits, the measure of a column. */
const FIRST_WIDE = 0x2e80

/** Of a wrapped text. One digit is kept free for the cell's margins. Counted by hand: matching made a list of every Chinese character there is in the file. */
export function linesOf(text: string, width: number): number {
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

/**
 * Excel reads `_x0041_` as A. The standard's escape for it is shown as it stands by LibreOffice and other readers; parted into
 * two runs of one text it is a code for nobody.
 */
export function withoutCodes(text: string): string | ExcelJS.CellRichTextValue {
  if (!text.includes('_x') && !text.includes('_X')) return text
  const runs = text.split(/(?<=_)(?=x[0-9a-f]{4}_)/i)
  return runs.length === 1 ? text : { richText: runs.map((run) => ({ text: run })) }
}

export interface FilledSheet {
  readonly sheet: ExcelJS.Worksheet
  readonly columnCount: number
  /** From the first on; on paper the others are left out. */
  readonly printedCount: number
  lastRow: number
}

/** Arrows on the headers, and headers on every page. Excel takes the arrows from the sheet; LibreOffice wants the range by this name too. */
export function filterAndPrint(book: ExcelJS.stream.xlsx.WorkbookWriter, sheets: readonly FilledSheet[]): void {
  const names = sheets.flatMap(({ sheet, columnCount, printedCount, lastRow }, localSheetId) => {
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: lastRow, column: columnCount } }
    const area = (columns: number) => `'${sheet.name}'!$A$1:$${sheet.getColumn(columns).letter}$${lastRow}`
    return [
      { name: '_xlnm._FilterDatabase', localSheetId, ranges: [area(columnCount)] },
      { name: '_xlnm.Print_Area', localSheetId, ranges: [area(printedCount)] },
      { name: '_xlnm.Print_Titles', localSheetId, ranges: [`'${sheet.name}'!$1:$1`] },
    ]
  })
  // exceljs has no way to say these for one sheet; what it writes is what its own model says.
  Object.defineProperty(book.definedNames, 'model', { value: names })
}
