import { decodeText, type TextEncoding } from '../reading/decode.ts'
import { rowsOfText, type TableRow } from './table.ts'
import { rowsOfWorkbook, type SheetReading } from './workbook.ts'

export interface Table {
  encoding: TextEncoding | 'xlsx'
  /** Of a workbook: which sheet was read, and which others hold something. */
  sheet: { name: string; others: string[] } | null
  rows: TableRow[]
  /** The last character is only half there. */
  isCut: boolean
}

export interface NoTable {
  code: 'old_workbook' | 'unreadable'
  detail: Record<string, never>
}

/** The rows of a file that holds a table, whatever wrote it: CSV in any usual encoding, or .xlsx; without `reading` one of people. */
export async function tableOf(bytes: Buffer, reading?: SheetReading): Promise<Table | NoTable> {
  // «PK»: a zip file, as .xlsx is. The other is what .xls and workbooks with a password begin with.
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') return { code: 'old_workbook', detail: {} }
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
    const sheet = await rowsOfWorkbook(bytes, reading)
    if (sheet === null) return { code: 'unreadable', detail: {} }
    const { rows, name, others } = sheet
    return { rows, encoding: 'xlsx', sheet: { name, others }, isCut: false }
  }
  const decoded = decodeText(bytes)
  // A page, a card or another document under the name of a sheet.
  if (decoded === null || /^\s*(?:<(?:!doctype|html|table|\?xml)|[[{]|%PDF-|BEGIN:)/i.test(decoded.text))
    return { code: 'unreadable', detail: {} }
  const { text, encoding, isCut } = decoded
  return { rows: rowsOfText(text), encoding, sheet: null, isCut }
}
