import { expect, test } from 'vitest'
import type { Person } from '../../shared/contract/house/people.ts'
import { optionsFor } from '../ui/options-for.ts'
import { peopleNames, peopleOptions } from './people-options.ts'

const aPerson = (id: string, change: Partial<Person> = {}): Person => ({
  ...{ id, name: '王伟', department: '家电部', role: 'listener', employeeNumber: null, email: null },
  joinedOn: null,
  version: 0,
  ...change,
})

test('two of one name are told apart by department and number, and found by either', () => {
  const options = peopleOptions([
    aPerson('one', { employeeNumber: '80012' }),
    aPerson('two', { employeeNumber: '80013' }),
    aPerson('three', { department: '' }),
  ])
  expect(options.map(({ label }) => label)).toEqual(['王伟 · 家电部 · 80012', '王伟 · 家电部 · 80013', '王伟'])
  expect(optionsFor(options, '王伟 80013', new Map()).map(({ value }) => value)).toEqual(['two'])
})

test('the options of one list are made once', () => {
  const people = [aPerson('one'), aPerson('two')]
  expect(peopleOptions(people)).toBe(peopleOptions(people))
  expect(peopleOptions([...people])).not.toBe(peopleOptions(people))
})

test('where a name is written, only those who share it stand there with what tells them apart', () => {
  const names = peopleNames([
    aPerson('one', { employeeNumber: '80012' }),
    aPerson('two', { employeeNumber: '80013' }),
    aPerson('three', { department: '物流部' }),
    aPerson('four', { name: '王敏' }),
  ])
  expect(names).toEqual(['王伟 · 家电部 · 80012', '王伟 · 家电部 · 80013', '王伟 · 物流部', '王敏'])
})

test('nobody is written longer than a name may be', () => {
  const department = '家电'.repeat(30)
  expect(peopleNames([aPerson('one', { department }), aPerson('two', { department: '物流部' })])).toEqual([
    '王伟',
    '王伟 · 物流部',
  ])
})
