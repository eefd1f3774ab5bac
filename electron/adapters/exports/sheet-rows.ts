import type ExcelJS from 'exceljs'

/** What exceljs has on its streaming sheets and books, and its types leave out. */
interface SheetInternals {
  readonly stream: { write(xml: string): void }
}
interface BookInternals {
  readonly styles: { addStyleModel(style: Partial<ExcelJS.Style>): number }
}

/** One object per look: exceljs knows a style again by its object. */
export interface ColumnLook {
  /** Of a text, and of an empty cell, in which somebody may write. */
  readonly text: Partial<ExcelJS.Style>
  readonly date: Partial<ExcelJS.Style>
}

export type RowValue = string | ExcelJS.CellRichTextValue | Date | null

export interface SheetRows {
  /** `height`: points. */
  add(values: readonly RowValue[], height: number): void
  /** Whatever is not handed to the sheet yet. Nothing comes behind it. */
  end(): void
}

/** UTF-16 units. */
const WRITTEN_AT_ONCE = 64_000
const DAY_MS = 86_400_000
/** 1 January 1970 among the days that spreadsheets count. */
const FIRST_DAY = 25_569

/** What a spreadsheet stores of a date whose UTC fields are the wall clock's. */
export const serialOf = (date: Date): number => FIRST_DAY + date.getTime() / DAY_MS

/**
 * Rows below those that the sheet has committed, written straight into its XML. exceljs itself makes some objects for each cell on the way there, a fifth
 * of the time of a whole file; these are the very bytes it would write.
 */
export function sheetRows(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  sheet: ExcelJS.Worksheet,
  looks: readonly ColumnLook[],
  firstRow: number,
): SheetRows {
  const { styles } = book as ExcelJS.stream.xlsx.WorkbookWriter & BookInternals
  const { stream } = sheet as ExcelJS.Worksheet & SheetInternals
  const ofTexts = looks.map(({ text }) => styles.addStyleModel(text))
  const columns = looks.map(({ date }, index) => ({
    letter: sheet.getColumn(index + 1).letter,
    ofText: ofTexts[index],
    ofDate: styles.addStyleModel(date),
  }))
  let row = firstRow
  let xml = ''
  const end = () => {
    if (xml !== '') stream.write(xml)
    xml = ''
  }
  return {
    add: (values, height) => {
      xml += `<row r="${row}" ht="${height}" customHeight="1" spans="1:${columns.length}" x14ac:dyDescent="0.25">`
      for (const [index, { letter, ofText, ofDate }] of columns.entries()) {
        const value = values[index] ?? null
        const cell = `<c r="${letter}${row}" s="${value instanceof Date ? ofDate : ofText}"`
        if (value === null) xml += `${cell}/>`
        else if (typeof value === 'string') xml += `${cell} t="str"><v>${escaped(value)}</v></c>`
        else if (value instanceof Date) xml += `${cell}><v>${serialOf(value)}</v></c>`
        else xml += `${cell} t="inlineStr"><is>${value.richText.map(run).join('')}</is></c>`
      }
      xml += '</row>'
      row += 1
      if (xml.length >= WRITTEN_AT_ONCE) end()
    },
    end,
  }
}

/** A run that begins or ends with a blank keeps it. */
const run = ({ text }: ExcelJS.RichText): string =>
  `<r><t${/^\s|\n|\s$/.test(text) ? ' xml:space="preserve"' : ''}>${escaped(text)}</t></r>`

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  "'": '&apos;',
  '"': '&quot;',
}

/** DEL is left out, as exceljs does. Columns leave out the controls that XML cannot hold. */
const escaped = (text: string): string => text.replace(/[<>&'"\x7f]/g, (sign) => ESCAPES[sign] ?? '')
