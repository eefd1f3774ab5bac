import ExcelJS from 'exceljs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aDutyHouse, type DutyHouse, trip } from '../../builders/duty.ts'
import { accepted } from '../../builders/outcomes.ts'
import { unzippedText } from '../../builders/unzip.ts'

let house: DutyHouse['house']
let passports: DutyHouse['passports']
let listen: DutyHouse['listen']
let chen: string
let coordinator: { personId: string }
beforeEach(async () => {
  ;({ house, passports, listen, chen, coordinator } = await aDutyHouse())
})
afterEach(() => house.close())

test('what all owe and have done goes out as a workbook, with what shows it and how the year will come out', async () => {
  const wei = await house.aPerson('=1+1', { employeeNumber: '00123' })
  await accepted(passports.recordTrip({ ...trip, evidence: '_x0041_ 照片.jpg' }, { personId: wei }))
  await listen(chen, 40)
  const { fileName, base64 } = await accepted(passports.sheet({ year: 2026, language: 'zh' }, coordinator))
  expect(fileName).toBe('听线履责_2026_2026-09-18_0940_01.xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(base64, 'base64') as never)
  const rowsOf = (name: string) =>
    Array.from(book.getWorksheet(name)?.getSheetValues() ?? [], (row) => (row as unknown[] | undefined)?.slice(1) ?? [])
  expect(book.worksheets.map(({ name }) => name)).toEqual(['各人', '凭据', '预计'])
  const people = rowsOf('各人')
  expect(people[1]).toEqual([
    ...[
      '姓名',
      '工号',
      '部门',
      '听线 应',
      '听线 已',
      '接线 应',
      '接线 已',
      '下一线 应',
      '下一线 已',
      '还欠',
      '状态',
      '上次提醒',
    ],
  ])
  expect(people.find((row) => row[0] === '=1+1')).toMatchObject([
    '=1+1',
    '00123',
    '客服部',
    1,
    0,
    1,
    0,
    1,
    1,
    '听线 1、接线 1',
    '还欠',
  ])
  expect(people.find((row) => row[0] === '陈思远')?.slice(3, 5)).toEqual([1, 1])
  const evidence = rowsOf('凭据')
  expect(evidence.find((row) => row[0] === '陈思远')?.slice(3, 8)).toEqual([
    new Date('2026-09-18'),
    '听线',
    undefined,
    40,
    1,
  ])
  expect(evidence.find((row) => row[0] === '=1+1')?.slice(8, 10)).toEqual(['仓库拣货', '亚洲一号仓'])
  const forecast = new Map(rowsOf('预计').map((row) => [row[0], row[1]]))
  const { placesLeft } = await accepted(passports.overview({ year: 2026 }, coordinator))
  expect(forecast.get('今年还剩的席位')).toBe(placesLeft)
  expect(forecast.get('还欠的人')).toBe(2)
})

test('every column of the workbook says what stands in it, in both languages', async () => {
  const headings = async (language: 'zh' | 'en') => {
    const { base64 } = await accepted(passports.sheet({ year: 2026, language }, coordinator))
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(base64, 'base64') as never)
    // Room for the arrow of the filter beside it.
    for (const { columns } of book.worksheets)
      for (const { width = 0, values } of columns) expect(width).toBeGreaterThan(String(values?.[1]).length + 2)
    return book.worksheets.map((sheet) =>
      Array.from({ length: sheet.columnCount }, (_, at) => sheet.getCell(1, at + 1).text),
    )
  }
  const [people, evidence, forecast] = await headings('en')
  expect(people?.slice(-3)).toEqual(['Still owes', 'State', 'Last reminder'])
  expect(evidence).toHaveLength(12)
  expect(forecast).toEqual(['What', 'Figure'])
  for (const row of [...(await headings('zh')), ...(await headings('en'))])
    expect(row.filter((each) => !each)).toEqual([])
})

test('on paper the workbook has all columns side by side, with their names on every page; nothing written by hand is cut', async () => {
  const evidence = '照片 仓库.jpg，'.repeat(20)
  await accepted(passports.recordTrip({ ...trip, evidence }, { personId: chen }))
  const { base64 } = await accepted(passports.sheet({ year: 2026, language: 'zh' }, coordinator))
  const bytes = Buffer.from(base64, 'base64')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  for (const { pageSetup } of book.worksheets) {
    expect(pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToWidth: 1, fitToHeight: 0 })
    expect(pageSetup.printTitlesRow).toBe('1:1')
  }
  expect(book.worksheets[0]?.autoFilter).toBe('A1:L2')
  expect(unzippedText(bytes, 'xl/workbook.xml')).toContain(
    `<definedName name="_xlnm._FilterDatabase" localSheetId="1">&apos;凭据&apos;!$A$1:$L$2`,
  )
  const written = book.worksheets[1]?.getRow(2)
  expect(written?.getCell(11).alignment).toMatchObject({ wrapText: true })
  expect(written?.height).toBeGreaterThan(60)
})
