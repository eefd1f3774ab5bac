import { describe, expect, test } from 'vitest'
import { readPeopleList } from './read-people-list.ts'

/** Where the heading was found, who is read (`name number department`), and which rows are refused. */
async function read(list: string) {
  const answer = await readPeopleList(Buffer.from(list))
  if ('code' in answer) return { code: answer.code }
  return {
    heading: answer.heading?.row ?? null,
    people: answer.rows.map(({ name, employeeNumber, department }) => `${name} ${employeeNumber} ${department}`.trim()),
    bad: answer.bad.map(({ row, reasons }) => `${row} ${reasons}`),
  }
}
const both = ['王敏 E1001 销售部', '李强 00123 客服部']
const anna = ['Anna Lee E1001 Sales', 'Ben Wu E1002 Care']
const names = ['王敏', '李强']

describe('a first row that says what somebody is, is somebody', () => {
  test.each<[string, readonly string[]]>([
    ['王敏,E1001,销售部,,人员\n李强,00123,客服部,,主管', both],
    ['王敏,E1001,销售部,,人員\n李强,00123,客服部,,主管', both],
    ['王敏,E1001,销售部,,Employee\n李强,00123,客服部,,Manager', both],
    ['王敏,E1001,销售部,,employee\n李强,00123,客服部,,employee', both],
    ['王敏,E1001,销售部,,人员\n李强,00123,客服部,,人员', both],
    ['王敏,E1001,销售部,,,人员\n李强,00123,客服部,,,主管', both],
    ['Anna Lee,E1001,Sales,,Employee\nBen Wu,E1002,Care,,Employee', anna],
    ['Anna Lee,E1001,Sales,,Person\nBen Wu,E1002,Care,,Manager', anna],
    ['Anna Lee,E1001,Sales,,Employee\nBen Wu,E1002,Care,,', anna],
    ['王敏,,销售部,,人员\n李强,,客服部,,人员', ['王敏  销售部', '李强  客服部']],
    ['王敏,,销售部,,人员\n李强,,客服部,,主管\n赵云,,客服部,,人员', ['王敏  销售部', '李强  客服部', '赵云  客服部']],
    ['欧阳春晓,JD-88001,销售部,,人员\n李强,JD-88002,客服部,,', ['欧阳春晓 JD-88001 销售部', '李强 JD-88002 客服部']],
    ['王敏,80001234,销售部,,人员\n李强,80001235,客服部,,人员', ['王敏 80001234 销售部', '李强 80001235 客服部']],
    ['王敏,E1001,销售部,,听线人\n李强,00123,客服部,,记录人', both],
  ])('%j', async (list, people) => {
    expect(await read(list)).toEqual({ heading: null, people, bad: [] })
  })
})

describe('a first row whose name alone does not tell, is somebody where the rows below have their names there', () => {
  test.each<[string, readonly string[]]>([
    ['高翔,E1001,人员\n李强,E1002,主管\n周敏,E1003,人员', ['高翔 E1001 人员', '李强 E1002 主管', '周敏 E1003 人员']],
    ['高翔,E1001,销售部,,人员\n李强,E1002,客服部,,人员', ['高翔 E1001 销售部', '李强 E1002 客服部']],
    ['马超,E1001,销售部,,人员\n李强,E1002,客服部,,主管', ['马超 E1001 销售部', '李强 E1002 客服部']],
    ['于洋,E1001,销售部,,人員\n李强,E1002,客服部,,主管', ['于洋 E1001 销售部', '李强 E1002 客服部']],
    ['文静,E1001,销售部,,人员\n李强,E1002,客服部,,', ['文静 E1001 销售部', '李强 E1002 客服部']],
    ['温馨,E1001,销售部,,人员\n李强,E1002,客服部,,管理者', ['温馨 E1001 销售部', '李强 E1002 客服部']],
    ['常青,,销售部,,人员\n李强,,客服部,,人员', ['常青  销售部', '李强  客服部']],
    ['白杰,80001234,销售部,,人员\n王敏,80001235,客服部,,人员', ['白杰 80001234 销售部', '王敏 80001235 客服部']],
    ['高翔,E1001,销售部,,人员\n马超,E1002,客服部,,人员', ['高翔 E1001 销售部', '马超 E1002 客服部']],
    ['高翔,E1001,销售部,,人员\n马超,E1002,客服部,,主管', ['高翔 E1001 销售部', '马超 E1002 客服部']],
    ['王敏,,销售部,,人员\n马超,,客服部,,人员', ['王敏  销售部', '马超  客服部']],
    ['高翔,,销售部,,人员\n马超,,客服部,,人员', ['高翔  销售部', '马超  客服部']],
    [
      '高翔,E1001,销售部,,人员\n李强,E1002,客服部,,顾问\n周敏,E1003,客服部,,顾问',
      ['高翔 E1001 销售部', '李强 E1002 客服部', '周敏 E1003 客服部'],
    ],
    ['李小楼,E1001,销售部,,人员\n李强,E1002,客服部,,主管', ['李小楼 E1001 销售部', '李强 E1002 客服部']],
    ['扎西次仁,E1001,销售部,,人员\n李强,E1002,客服部,,主管', ['扎西次仁 E1001 销售部', '李强 E1002 客服部']],
    ['anna lee,E1001,Sales,,employee\nben wu,E1002,Care,,employee', ['anna lee E1001 Sales', 'ben wu E1002 Care']],
    ['anna lee,E1001,Sales,,Employee\nBen Wu,E1002,Care,,Manager', ['anna lee E1001 Sales', 'Ben Wu E1002 Care']],
    ['Amy Day,E1001,Sales,,Employee\nBen Wu,E1002,Care,,Employee', ['Amy Day E1001 Sales', 'Ben Wu E1002 Care']],
    ['Sue Line,E1001,Sales,,Person\nBen Wu,E1002,Care,,', ['Sue Line E1001 Sales', 'Ben Wu E1002 Care']],
  ])('%j', async (list, people) => {
    expect(await read(list)).toEqual({ heading: null, people, bad: [] })
  })
})

describe('a row of words over a column of people is a heading', () => {
  test.each<[string, readonly string[]]>([
    ['人员,2026年6月,2026年7月\n王敏,12,13\n李强,14,15', names],
    ['Employee,2026-06,2026-07\n王敏,12,13\n李强,14,15', names],
    ['人员,202606,202607\n王敏,12,13\n李强,14,15', names],
    ['人员,20260601,20260602\n王敏,早,晚\n李强,晚,早', names],
    ['人员,2026,2027\n王敏,12,13\n李强,14,15', names],
    ['人员,01,02,03\n王敏,早,早,休\n李强,休,晚,晚', names],
    ['人员,101,102,103\n王敏,早,早,休\n李强,休,晚,晚', names],
    ['人员,6/1,6/2\n王敏,早,晚\n李强,晚,早', names],
    ['人员,1日,2日,3日\n王敏,早,早,休\n李强,休,晚,晚', names],
    ['人员,周一,周二\n王敏,早,晚\n李强,晚,早', names],
    ['人员,早班,晚班\n王敏,9,8\n李强,7,6', names],
    ['Person,Mon,Tue\nAnna Lee,1,2\nBen Wu,3,4', ['Anna Lee', 'Ben Wu']],
    ['Employee,Week 23,Week 24\nAnna Lee,1,2\nBen Wu,3,4', ['Anna Lee', 'Ben Wu']],
    ['人员\n王敏\n李强', names],
    ['序号,人员,班次\n1,王敏,早班\n2,李强,晚班', names],
    ['序号,人员,岗位\n1,王敏,主管\n2,李强,人员', names],
    ['小组,人员,班次\n一组,王敏,早班\n一组,李强,晚班', names],
    ['销售一组,人员,电话\n1,王敏,13800000000\n2,李强,13900000000', names],
    ['区域,人员,2026年6月\n东区,王敏,12\n西区,李强,13', names],
    ['班组,人员,101,102\n甲,王敏,早,晚\n乙,李强,晚,早', names],
    ['日期,人员\n6月1日,王敏\n6月2日,李强', names],
    ['Team,Employee,Shift\nA,王敏,early\nB,李强,late', names],
    ['Week 23,Employee,Shift\nA,王敏,early\nB,李强,late', names],
    ['2026年6月,人员,班次\n1,王敏,早\n2,李强,晚', names],
    ['白班,人员,班长\n1,王敏,\n2,李强,', names],
    ['姓氏,人员,部门组\n王,王敏,\n李,李强,', names],
    ['人员姓名,编号,备注\n王敏,1,\n李强,2,', ['王敏 1', '李强 2']],
    ['姓名,工号,部门,岗位\n王敏,E1001,销售部,人员\n李强,00123,客服部,人员', both],
    ['姓名,工号,部门,Type\n王敏,E1001,销售部,Employee\n李强,00123,客服部,Person', both],
  ])('%j', async (list, people) => {
    expect(await read(list)).toEqual({ heading: 1, people, bad: [] })
  })
})

test.each([
  '白班,101,人员\n夜班,102,王敏',
  '早班,A101,人员\n晚班,A102,李强',
  '仓库,E1001,人员\n仓库,E1002,李强',
  '姓氏,1001,人员\n王,1002,王敏',
  '安全部,E1001,人员\n江南区,E1002,李强',
  '时段,101,人员\n上午,102,王敏',
  'Night Shift,101,Employee\nEarly Shift,102,王敏',
  'Sales Team,E1001,Employee\nCare Team,E1002,李强',
  '东楼,301,人员\n西楼,302,王敏',
  // Names in the first column, and beside them nothing as in the first row.
  '班长,人员\n王敏,李强\n周敏,赵云',
  '班长,101,102,人员\n王敏,早,晚,5\n李强,晚,早,6',
  '白班,人员\n王敏,3\n李强,2',
  '负责人,202606,人员\n王敏,12,5\n李强,14,6',
  '时段,101,人员\n白天,102,王敏\n全天,103,李强',
  '时段,101,人员\n白天,102,\n全天,103,\n夜里,104,王敏',
  '白班,101,人员\n常班,102,高翔',
  '仓库,E1001,人员\n成品仓,E1002,马超',
  '安全,101,人员\n金工,102,高翔',
  'north wing,101,employee\nsouth wing,102,anna lee',
  '仓库,101,人员\n全天,102,\n仓库,103,王敏',
  '东楼,101,人员\n安全,102,',
  '管理者,101,人员\n夜班,102,王敏',
  '高翔组,101,人员\n马超组,102,李强\n高翔组,103,周敏',
])('what stands first is nobody’s name, so it is a heading as before: %j', async (list) => {
  expect(await read(list)).toMatchObject({ heading: 1 })
})

test.each([
  ['人员,班次\n王敏,早班\n人员,班组\n李强,晚班', '3 heading_again'],
  ['序号,人员,班次\n1,王敏,早班\n序号,人员,班组\n2,李强,晚班', '3 heading_again'],
  ['小组,人员,班次\n1,王敏,早班\n班组,人员,班组\n2,李强,晚班', '3 heading_again'],
])('a roster of two parts has two headings, and the people of both are read: %j', async (list, again) => {
  expect(await read(list)).toEqual({ heading: 1, people: names, bad: [again] })
})

test.each([
  '王敏,,销售部,,人员\n李强,,客服部,,人员\n姓名,工号,部门,邮箱,角色\n赵云,E3,客服部,,听线人',
  '王敏,E1001,销售部,,人员\n李强,E1002,客服部,,人员\n姓名,工号,部门,邮箱,角色\n赵云,E3003,客服部,,听线人',
])('people above a heading are no titles of it: %j', async (list) => {
  const answer = await readPeopleList(Buffer.from(list))
  if ('code' in answer) throw new Error(answer.code)
  expect(answer.heading).toEqual({ row: 3, titles: [], unused: [] })
  expect(answer.bad.map(({ row, reasons }) => `${row} ${reasons}`)).toEqual(['1 above_heading', '2 above_heading'])
  expect(answer.rows.map(({ name }) => name)).toEqual(['赵云'])
})
