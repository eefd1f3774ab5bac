import { expect, test } from 'vitest'
import type { Person, PersonWish } from '../../../../shared/contract/house/people.ts'
import { fatesOf } from './list-changes.ts'

const wang: Person = {
  ...{ id: '01990000-0000-7000-8000-000000000001', name: '王敏', department: '物流部', role: 'listener' },
  ...{ employeeNumber: 'E1', email: null, joinedOn: '2020-03-01', version: 0 },
}
const said = (change: Partial<PersonWish>): PersonWish => ({
  ...{ name: '王敏', department: '物流部', role: 'listener', employeeNumber: 'E1', email: null },
  ...change,
})
const fates = (...people: PersonWish[]) =>
  fatesOf(
    people.map((person, at) => ({ row: at + 2, person, isUpdate: person.employeeNumber === 'E1' })),
    [wang],
  ).map(({ row, fate }) => [row, fate])

test.each([
  ['just so, with no day said', {}, 'same'],
  ['just so, with the day', { joinedOn: '2020-03-01' }, 'same'],
  ['another department', { department: '采销部' }, 'update'],
  ['another role', { role: 'coordinator' }, 'update'],
  ['another day', { joinedOn: '2021-03-01' }, 'update'],
  ['somebody the house does not have', { employeeNumber: 'E2' }, 'new'],
] as const)('%s', (_what, change, fate) => expect(fates(said(change))).toEqual([[2, fate]]))

test('what changes anything comes first', () => {
  expect(fates(said({}), said({ employeeNumber: 'E2' }))).toEqual([
    [3, 'new'],
    [2, 'same'],
  ])
})

test('who has no number is known by name and department', () => {
  const row = { row: 2, person: said({ employeeNumber: null }), isUpdate: true }
  expect(fatesOf([row], [{ ...wang, employeeNumber: null }]).map(({ fate }) => fate)).toEqual(['same'])
})

test('somebody back on the list, whom the house does not show, is changed', () => {
  const [row] = fatesOf([{ row: 2, person: said({}), isUpdate: true }], [])
  expect(row?.fate).toBe('update')
})
