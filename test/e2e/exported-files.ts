import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'

export const filesIn = (folder: string): string[] => readdirSync(folder).sort()

export const sha256Of = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

/** `听线工单_<scope>_<yyyy-MM-dd>_<HHmm>_<nn>.<extension>` */
export const nameLike = (scope: string, extension: string): RegExp =>
  new RegExp(`^听线工单_${scope}_\\d{4}-\\d{2}-\\d{2}_\\d{4}_\\d{2}\\.${extension}$`)

/** The rows as a spreadsheet would see them, headings first, after the bytes were held to BOM and CRLF. */
export function readCsv(folder: string, name: string): string[][] {
  const bytes = readFileSync(join(folder, name))
  expect([...bytes.subarray(0, 3)], 'byte order mark').toEqual([0xef, 0xbb, 0xbf])
  const text = bytes.toString('utf8').slice(1)
  expect(text.endsWith('\r\n'), 'last line ended').toBe(true)
  expect(text.replace(/"[^"]*"/g, ''), 'no bare line feed outside a cell').not.toMatch(/[^\r]\n/)
  return parse(text, { record_delimiter: '\r\n' })
}

/** Cell texts of the sheet, headings first; dates as ISO text. */
export async function readXlsx(folder: string, name: string): Promise<string[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(join(folder, name))
  const rows: string[][] = []
  book.worksheets[0]?.eachRow({ includeEmpty: false }, (row) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell) => {
      cells.push(cell.value instanceof Date ? cell.value.toISOString() : cell.text)
    })
    rows.push(cells)
  })
  return rows
}
