import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import { anExportedTicket, aQuote, goingOutInPages } from '../../../test/builders/exported-ticket.ts'
import { unzippedText } from '../../../test/builders/unzip.ts'
import { columns } from './columns.ts'
import type { ColumnKey, FileLanguage } from './export-words.ts'
import { writeXlsx } from './xlsx-writer.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-xlsx-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const facts = { timeZone: 'Asia/Shanghai', writtenAt: '2026-09-18T04:00:00.000Z', ticketCount: 1, onProgress: () => {} }

async function written(rows: Iterable<ExportedTicket>, language: FileLanguage = 'zh'): Promise<ExcelJS.Worksheet> {
  const path = join(folder, 'a.xlsx')
  await writeXlsx(goingOutInPages(rows), { ...facts, path, language })
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(path)
  const sheet = book.worksheets[0]
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

const letterOf = (key: ColumnKey): string =>
  String.fromCharCode('A'.charCodeAt(0) + columns.findIndex((column) => column.key === key))

test('a long reference, leading zeros and a would-be formula are text cells with every character', async () => {
  const sheet = await written([
    anExportedTicket({ title: '=HYPERLINK("x")' }),
    anExportedTicket({ title: '＋1' }, { quotes: [aQuote({ callReference: '000123' })] }),
  ])
  const cells = [`${letterOf('title')}2`, `${letterOf('references')}2`, `${letterOf('references')}3`].map((address) =>
    sheet.getCell(address),
  )
  expect(cells.map((cell) => [cell.value, cell.type, cell.numFmt])).toEqual([
    ['=HYPERLINK("x")', ExcelJS.ValueType.String, '@'],
    ['330100199001011234', ExcelJS.ValueType.String, '@'],
    ['000123', ExcelJS.ValueType.String, '@'],
  ])
})

test('times are real dates on the clock of the room', async () => {
  const sheet = await written([anExportedTicket()])
  const cell = sheet.getCell(`${letterOf('openedAt')}2`)
  expect([cell.value, cell.numFmt]).toEqual([new Date('2026-09-18T09:05:30.000Z'), 'yyyy-mm-dd hh:mm'])
})

test.each([
  ['zh', '"P1 紧急,P2 高,P3 普通,P4 低"', '"待认领,处理中,待补充,待第三方,已解决,已回访,已关闭,已驳回"'],
  [
    'en',
    '"P1 Urgent,P2 High,P3 Normal,P4 Low"',
    '"Unclaimed,In progress,Awaiting information,Awaiting third party,Resolved,Called back,Closed,Rejected"',
  ],
] as const)('status and priority offer their list in the file language: %s', async (language, priorities, states) => {
  const sheet = await written([anExportedTicket()], language)
  const list = (key: ColumnKey) => sheet.getCell(`${letterOf(key)}2`).dataValidation
  expect([list('priority'), list('state')]).toMatchObject([
    { type: 'list', formulae: [priorities] },
    { type: 'list', formulae: [states] },
  ])
})

test('the header stays in sight and filters, long texts wrap', async () => {
  const sheet = await written([anExportedTicket()])
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(sheet.autoFilter).toBe('A1:U2')
  expect(sheet.getCell(`${letterOf('voice')}2`).alignment).toMatchObject({ wrapText: true, vertical: 'top' })
  expect(sheet.getColumn(letterOf('voice')).width).toBe(56)
})

test('the customer speaks right after the title; a page shows what can be read, with its header on every sheet of paper', async () => {
  const sheet = await written([anExportedTicket()])
  expect(columns.slice(0, 3).map(({ key }) => key)).toEqual(['number', 'title', 'voice'])
  expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 0, printArea: 'A1:H2' })
  expect(sheet.pageSetup.printTitlesRow).toBe('1:1')
  const printedWidth = columns.slice(0, 8).reduce((sum, { width }) => sum + width, 0)
  // About seven of the digits that measure a column fill an inch of paper at 10 points; A4 across is 11 inches.
  expect(printedWidth).toBeLessThan(165)
})

test('overdue is a rule of the sheet, which a paused and a solved ticket do not meet, and what was overdue when it was written stays so on a clock behind the room’s; filters have the name LibreOffice asks for', async () => {
  await written([anExportedTicket()])
  const inside = (name: string) => unzippedText(readFileSync(join(folder, 'a.xlsx')), name)
  expect(inside('xl/worksheets/sheet1.xml')).toContain(
    // Noon of 18 September in the room.
    'AND($F2&lt;MAX(NOW(),46283.5),OR($D2=&quot;待认领&quot;,$D2=&quot;处理中&quot;))',
  )
  expect(inside('xl/workbook.xml')).toContain(
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0">&apos;工单&apos;!$A$1:$U$2`,
  )
})

test('a row is as tall as its quotes need, up to what a spreadsheet allows', async () => {
  const heightOf = async (text: string) => {
    rmSync(join(folder, 'a.xlsx'), { force: true })
    return (await written([anExportedTicket({}, { quotes: [aQuote({ text })] })])).getRow(2).height
  }
  expect(await heightOf('一行')).toBe(18)
  expect(await heightOf('一\n二\n三')).toBe(48)
  expect(await heightOf('长'.repeat(60))).toBe(48)
  expect(await heightOf('\n很'.repeat(100))).toBe(405)
})

test('a text longer than a cell is cut with a word about it, and never inside a character', async () => {
  const sheet = await written([anExportedTicket({}, { quotes: [aQuote({ text: '😀'.repeat(20_000) })] })])
  const text = String(sheet.getCell(`${letterOf('voice')}2`).value)
  expect(text.length).toBeLessThan(32_767)
  expect([text.isWellFormed(), text.endsWith('全文见听线台）')]).toEqual([true, true])
})

test('a disk that refuses the bytes rejects', async () => {
  const path = join(folder, 'not-there', 'a.xlsx')
  await expect(writeXlsx(goingOutInPages([anExportedTicket()]), { ...facts, path, language: 'zh' })).rejects.toThrow(
    'ENOENT',
  )
})

test('characters that XML cannot hold are left out, and the rows behind them are there', async () => {
  const sheet = await written([
    anExportedTicket({ title: 'a\ufffeb\uffffc\u0001d', department: '物流\ufffe部', ownerName: '王\ud83d' }),
    anExportedTicket(
      { title: '后面的' },
      { remark: 'x\uffff', quotes: [aQuote({ text: '啊\ufffe', callReference: '\uffff1' })] },
    ),
  ])
  expect(sheet.getCell(`${letterOf('title')}2`).value).toBe('abcd')
  expect(sheet.getCell(`${letterOf('department')}2`).value).toBe('物流部')
  expect(sheet.getCell(`${letterOf('title')}3`).value).toBe('后面的')
  expect(sheet.getCell(`${letterOf('voice')}3`).value).toBe('02:14 啊')
})

test('what looks like a code of the format, and what a spreadsheet takes for a value, arrives as it was typed', async () => {
  const typed = [
    ...['_x0041_', '订单_x000D_号', '_x005F_x0041_', '_X0041_', '_x0041_x0042_', '__x00e9__', '_x41_', 'x0041_'],
    ...['11-11', '6/18', '1:30', '50%', 'TRUE', '1/2', '3E5', 'a;=1+1', "'=1", '3月5日'],
  ]
  const sheet = await written(
    typed.map((text) => anExportedTicket({ title: text, department: text, ownerName: text }, { remark: text })),
  )
  // As Excel does, run by run (ECMA-376, ST_Xstring). LibreOffice and exceljs read the runs as they stand.
  const runsOf = ({ value }: ExcelJS.Cell) =>
    typeof value === 'object' && value !== null && 'richText' in value
      ? value.richText.map((run) => run.text)
      : [String(value)]
  const decoded = (run: string) =>
    run.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number(`0x${hex}`)))
  for (const key of ['title', 'department', 'owner', 'remark'] as const) {
    const cells = typed.map((_, index) => sheet.getCell(`${letterOf(key)}${index + 2}`))
    expect(cells.map((cell) => runsOf(cell).map(decoded).join(''))).toEqual(typed)
    expect(cells.map((cell) => cell.text)).toEqual(typed)
    expect(new Set(cells.map((cell) => cell.numFmt))).toEqual(new Set(['@']))
    expect(cells.some((cell) => cell.formula !== undefined)).toBe(false)
  }
})
