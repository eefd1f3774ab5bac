import { expect, test } from 'vitest'
import type { Person } from '../../contract/house/people.ts'
import { isLikelyGone, leaversOf, whyPartial } from './leavers.ts'
import { type ListRow, planList } from './people-list.ts'

const person = (name: string, employeeNumber: string | null, department = '客服部'): Person => ({
  ...{ id: `${name} ${employeeNumber}`, name, department, role: 'listener', employeeNumber, email: null },
  ...{ joinedOn: null, version: 0 },
})
const row = (name: string, employeeNumber = '', department = '客服部'): ListRow => ({
  ...{
    row: 2,
    faults: [],
    name,
    employeeNumber,
    department,
    email: '',
    role: null,
    joinedOn: null,
    text: `${name} | ${employeeNumber}`,
  },
})
const leavers = (known: readonly Person[], rows: readonly ListRow[], unread: string[] = [], exceptId = '') =>
  leaversOf(known, planList(rows, known), { rows, unread }, exceptId).map(({ id }) => id)

test('whoever the list does not name leaves; a number names somebody, also in a row that is left out or cannot be read', () => {
  const known = [person('王敏', 'E1'), person('李强', 'E2'), person('赵云', 'E3'), person('孙悦', 'E4')]
  expect(leavers(known, [row('王敏', 'E1')])).toEqual(['李强 E2', '赵云 E3', '孙悦 E4'])
  expect(leavers(known, [row('王敏', 'e1'), row('李刚', 'E2')])).toEqual(['赵云 E3', '孙悦 E4'])
  expect(leavers(known, [row('王敏', 'E1')], ['"李强 | E2 | x', '赵云，E9'])).toEqual(['孙悦 E4'])
  expect(leavers(known, [row('王敏', 'E1')], [], '李强 E2')).toEqual(['赵云 E3', '孙悦 E4'])
})

test('a name names who has no number, or stands without one; another number with the same name is somebody else', () => {
  const known = [person('王敏', 'E1'), person('李强', null), person('赵云', 'E3')]
  expect(leavers(known, [row('王敏'), row('李强', 'E7', '市场部')])).toEqual(['赵云 E3'])
  expect(leavers(known, [row('王敏', 'E8'), row('李强')])).toEqual(['王敏 E1', '赵云 E3'])
})

test.each([
  ['one of ten is missing', 10, 9, {}, null],
  ['two of four are missing: too few to tell', 4, 2, {}, null],
  ['three of ten are missing', 10, 7, {}, 'few'],
  ['forty of a house of thousands', 3_000, 40, {}, 'few'],
  ['nobody is missing, whatever the file looks like', 10, 10, { isCut: true, otherSheets: 2 }, null],
  ['the file ends inside a row', 10, 9, { isCut: true }, 'cut_off'],
  ['there are other sheets', 10, 9, { otherSheets: 1 }, 'other_sheets'],
])('%s', (_name, house, file, facts, why) => {
  const known = Array.from({ length: house }, (_, at) =>
    person(`人${at}`, `E${at}`, at % 2 === 0 ? '客服部' : '销售部'),
  )
  const rows = known
    .slice(0, file)
    .map(({ name, employeeNumber, department }) => row(name, employeeNumber ?? '', department))
  const plan = planList(rows, known)
  expect(whyPartial(known, house - file, plan, { isCut: false, otherSheets: 0, ...facts })).toBe(why)
})

test('a list of one department is told as that', () => {
  const known = Array.from({ length: 10 }, (_, at) => person(`人${at}`, `E${at}`, at < 5 ? '客服部' : '销售部'))
  const plan = planList([row('人0', 'E0'), row('人1', 'E1')], known)
  expect(whyPartial(known, 8, plan, { isCut: false, otherSheets: 0 })).toBe('one_department')
})

test('coordinators, whoever has no number and whoever has something before them are looked at first', () => {
  const nothing = { bookings: [], waits: [], offers: [], draws: [], rooms: [] }
  const draw = { id: 'd1', closesAt: '2026-09-21T02:00:00.000Z' }
  expect(isLikelyGone(person('王敏', 'E1'), nothing)).toBe(true)
  expect(isLikelyGone(person('王敏', null), nothing)).toBe(false)
  expect(isLikelyGone(person('王敏', 'E1'), { ...nothing, draws: [draw] })).toBe(false)
  expect(isLikelyGone({ ...person('王敏', 'E1'), role: 'coordinator' }, nothing)).toBe(false)
})
