import { expect, test } from 'vitest'
import type { Person } from '../../../../shared/contract/house/people.ts'
import { departmentsOf, dutyRows, everyoneOwing, filtered, forecastOf } from './duty-rows.ts'

const person = (id: string, name: string, department: string): Person => ({
  ...{ id, name, department, role: 'listener', employeeNumber: null, email: null, joinedOn: null, version: 0 },
})
const owed = { listen: 1, answer: 1, trip: 1 }
const group = (personIds: string[], done: Partial<typeof owed>) => ({
  ...{ personIds, owed, done: { listen: 0, answer: 0, trip: 0, ...done }, remindedAt: null },
})
const people = [person('a', '陈思远', '物流部'), person('b', '李强', '营销部'), person('c', '王敏', '物流部')]
const rows = dutyRows(people, [group(['c'], { listen: 1 }), group(['a'], { listen: 2, answer: 1, trip: 1 })])
const names = (filter: Partial<typeof everyoneOwing>) =>
  filtered(rows, { ...everyoneOwing, ...filter }, new Map([['思', ['si']]])).map(({ person: { name } }) => name)

test('whoever owes something stands there in the order of the list of people', () => {
  expect(rows.map(({ person: { name } }) => name)).toEqual(['陈思远', '王敏'])
  expect(departmentsOf(rows)).toEqual(['物流部'])
})

test('rows are found by state, department and words', () => {
  expect(names({})).toEqual(['王敏'])
  expect(names({ state: 'done' })).toEqual(['陈思远'])
  expect(names({ state: 'everyone' })).toEqual(['陈思远', '王敏'])
  expect(names({ state: 'everyone', department: '营销部' })).toEqual([])
  expect(names({ state: 'everyone', typed: '思远' })).toEqual(['陈思远'])
  expect(names({ state: 'everyone', typed: 'si' })).toEqual(['陈思远'])
})

test('more of one duty makes up for nothing, and a trip needs no seat', () => {
  expect(forecastOf(rows)).toEqual({ people: 1, seats: 1 })
})
