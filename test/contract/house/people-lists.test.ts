import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonWish } from '../../../shared/contract/house/people.ts'
import { LIST_LIMIT_BYTES } from '../../../shared/contract/limits.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { readAndKept } from '../../builders/people-list.ts'
import { anOpenRoom, nobody } from '../../builders/seats.ts'
import { aZip } from '../../builders/zip.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
})
afterEach(() => house.close())

const everybody = () => accepted(house.people.list({}, nobody))
const read = (list: string | Uint8Array) => readAndKept(house.people, list)
const wang: PersonWish = {
  name: '王敏',
  department: '销售部',
  role: 'listener',
  employeeNumber: 'E1001',
  email: 'wang@example.com',
}
/** `姓名,工号,部门` 王敏 E1001 销售部, as Excel on Chinese Windows saves it. */
const gb18030 = Buffer.from(
  'd0d5c3fb2cb9a4bac52cb2bfc3c50d0acdf5c3f42c45313030312ccffacadbb2bf0d0a'.replaceAll(' ', ''),
  'hex',
)

/** What a list is read as, whatever keeps it. */
test.each<[string, string | Uint8Array, string]>([
  ['UTF-8', '姓名,工号,部门\r\n王敏,E1001,销售部\r\n', 'utf-8'],
  ['UTF-8 with a mark', '\uFEFF姓名,工号,部门\n王敏,E1001,销售部', 'utf-8'],
  ['GB18030', gb18030, 'gb18030'],
  ['Excel’s Unicode text', Buffer.from('\uFEFF姓名\t工号\t部门\r\n王敏\tE1001\t销售部', 'utf16le'), 'utf-16'],
  [
    'semicolons and English headings in another order',
    'Department;E-Mail;Employee Number;Name\n销售部;;E1001;王敏',
    'utf-8',
  ],
  ['no heading, pasted from a sheet', '王敏\tE1001\t销售部\t\n', 'utf-8'],
  ['quotes', '姓名,工号,部门\n"王敏",E1001,"销售部"', 'utf-8'],
  ['a quote never closed', '姓名,工号,部门\n王敏,E1001,销售部\n"李强,00123,客服部', 'utf-8'],
])('%s', async (_name, list, encoding) => {
  const answer = await accepted(read(list))
  expect(answer.encoding).toBe(encoding)
  expect(answer.good[0]).toMatchObject({ fate: 'new', person: { ...wang, email: null } })
  expect((await everybody()).find(({ employeeNumber }) => employeeNumber === 'E1001')).toMatchObject({ name: '王敏' })
})

test('a row with a line break in a cell is one row', async () => {
  const answer = await accepted(read('姓名,工号,部门\n王敏,E1001,"销售部\n一组"\n,E1002,销售部'))
  expect(answer.bad.map(({ row }) => row)).toEqual([3])
})

test('a list tells on which day somebody came, however it writes days, and takes it back', async () => {
  const known = await accepted(house.people.add({ ...wang, joinedOn: '2019-03-01' }, nobody))
  const joined = async () =>
    Object.fromEntries((await everybody()).map(({ name, joinedOn }) => [name, joinedOn] as const))
  const answer = await accepted(
    read(
      '姓名,工号,入职日期\n王敏,E1001,2026/3/2\n李强,E1002,2026年7月1日\n赵倩,E1003,-\n孙悦,E1004,2026-02-30\n马骏,E1005,去年',
    ),
  )
  expect(await joined()).toEqual({ 王敏: '2026-03-02', 李强: '2026-07-01', 赵倩: null })
  expect(answer.bad.map(({ row, reasons }) => `${row} ${reasons}`)).toEqual(['5 bad_joined_on', '6 bad_joined_on'])
  await accepted(read('Name,Employee No.,Hire date\n王敏,E1001,'))
  expect(await joined()).toMatchObject({ 王敏: '2026-03-02' })
  await accepted(house.people.takeBackList({ changes: answer.changes }, nobody))
  expect(await joined()).toEqual({ 王敏: '2019-03-01' })
  const now = (await everybody())[0]
  await accepted(house.people.edit({ personId: known.id, seenVersion: now?.version ?? 0, wish: wang }, nobody))
  expect(await joined(), 'a program that knows of no such day leaves it').toEqual({ 王敏: '2019-03-01' })
})

test.each<[string, string | Uint8Array, string]>([
  ['nothing', '', 'empty'],
  ['only a heading and blank rows', '姓名,工号\n\n ,\n', 'empty'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0), 'unreadable'],
  ['bytes of no encoding', Uint8Array.of(0xff, 0xff, 0xff, 0x20), 'unreadable'],
  ['a web page under the name of a sheet', '<html><table><tr><td>王敏</td></tr></table>', 'unreadable'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old_workbook'],
  ['an archive that is no workbook', Buffer.from('504b0304000000', 'hex'), 'unreadable'],
  ['a heading without a name', '工号,部门\nE1001,销售部', 'no_name_column'],
  ['one byte too many', '王敏\n'.repeat(1 + LIST_LIMIT_BYTES / 7), 'file_too_large'],
])('%s is refused', async (_name, list, code) => {
  expect(await refused(read(list))).toMatchObject({ code })
  expect(await everybody()).toEqual([])
})

test('two columns for one field are named, whichever is right is for the person to say', async () => {
  expect(await refused(read('姓名,工号,员工编号\n王敏,E1001,E2002'))).toEqual({
    ok: false,
    code: 'two_columns',
    detail: { field: 'employeeNumber', first: '工号', second: '员工编号' },
  })
})

test('a workbook made to burst is given up, and notes could be kept meanwhile', async () => {
  const bomb = await aZip({ 'xl/worksheets/sheet1.xml': Buffer.alloc(60_000_000, ' ') })
  expect(bomb.length).toBeLessThan(LIST_LIMIT_BYTES)
  expect(await refused(read(bomb))).toMatchObject({ code: 'unreadable' })
})
