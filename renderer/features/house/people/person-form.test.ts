import { expect, test } from 'vitest'
import { emptyPerson, faultOfPerson, wishOfForm } from './person-form.ts'

test('what is left empty is not known', () => {
  expect(wishOfForm({ ...emptyPerson, name: ' 王敏 ', employeeNumber: ' ' })).toEqual({
    name: '王敏',
    department: '',
    role: 'listener',
    employeeNumber: null,
    email: null,
    joinedOn: null,
  })
})

test.each([
  [{}, 'nameMissing'],
  [{ name: ' ' }, 'nameMissing'],
  [{ name: '王敏', email: 'wang' }, 'badEmail'],
  [{ name: '王敏', email: 'wang@example.com' }, null],
  [{ name: '王敏' }, null],
])('%o: %s', (change, fault) => {
  expect(faultOfPerson({ ...emptyPerson, ...change })).toBe(fault)
})
