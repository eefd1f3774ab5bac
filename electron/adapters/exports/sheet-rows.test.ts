import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { unzippedText } from '../../../test/builders/unzip.ts'
import { addHeader, withoutCodes } from './sheet-look.ts'
import { type ColumnLook, type RowValue, sheetRows } from './sheet-rows.ts'

const text: Partial<ExcelJS.Style> = { numFmt: '@', alignment: { vertical: 'top' } }
const long: Partial<ExcelJS.Style> = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } }
const date: Partial<ExcelJS.Style> = { numFmt: 'yyyy-mm-dd hh:mm' }
const looks: readonly ColumnLook[] = [
  { text: long, date },
  { text, date },
  { text, date },
]

const rows: readonly (readonly RowValue[])[] = [
  ['一句\n两行 ', null, new Date('2026-09-18T09:05:30.000Z')],
  [`<a href="x">'&'</a>\u007f\t\r\n]]>`, new Date('2026-02-28T23:59:59.000Z'), null],
  ['  \t前面有空白', '半个字\ud83d', new Date(-1)],
  ["'=1+1", '', new Date('1969-12-31T23:59:59.999Z')],
  [withoutCodes(' _x0041_ '), '\u0085\u00a0', '_x'],
  [withoutCodes('订单_x000D_号 _x0041_'), withoutCodes('_x0041_x0042_'), '😀'],
  ['长'.repeat(40_000), null, null],
  [null, null, null],
]

type Add = (book: ExcelJS.stream.xlsx.WorkbookWriter, sheet: ExcelJS.Worksheet) => void

async function written(add: Add): Promise<[sheet: string, styles: string]> {
  const out = new PassThrough()
  const bytes = buffer(out)
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const sheet = book.addWorksheet('工单')
  sheet.columns = looks.map(() => ({ width: 10 }))
  addHeader(sheet, ['甲', '乙', '丙'])
  add(book, sheet)
  await book.commit()
  const file = await bytes
  return [unzippedText(file, 'xl/worksheets/sheet1.xml'), unzippedText(file, 'xl/styles.xml')]
}

test('the bytes are those that exceljs itself would write', async () => {
  const ours = await written((book, sheet) => {
    const direct = sheetRows(book, sheet, looks, 2)
    for (const [index, values] of rows.entries()) direct.add(values, 18 + index)
    direct.end()
  })
  const theirs = await written((_, sheet) => {
    for (const [index, values] of rows.entries()) {
      const row = sheet.addRow([...values])
      for (const [at, look] of looks.entries())
        row.getCell(at + 1).style = values[at] instanceof Date ? look.date : look.text
      row.height = 18 + index
      row.commit()
    }
  })
  expect(ours).toEqual(theirs)
})
