import { describe, expect, test, vi } from 'vitest'
import type { Person } from '../../shared/contract/house/people.ts'
import { findPeople, peopleNamed } from './people-search.ts'

const person = (name: string, department: string, employeeNumber: string | null = null): Person => ({
  id: `${name} ${department}`,
  name,
  department,
  role: 'listener',
  employeeNumber,
  email: employeeNumber === null ? null : `E${employeeNumber}@Example.com`,
  joinedOn: null,
  version: 0,
})
const people = [person('王敏', '客户服务部', '00100385'), person('王敏', '采销部'), person('Anna Li', '营销部', '77')]
const names = (found: readonly Person[]) => found.map((one) => one.id)

describe('finding people', () => {
  test.each([
    ['', ['王敏 客户服务部', '王敏 采销部', 'Anna Li 营销部']],
    ['敏', ['王敏 客户服务部', '王敏 采销部']],
    ['王敏 采销', ['王敏 采销部']],
    ['0038', ['王敏 客户服务部']],
    ['anna', ['Anna Li 营销部']],
    ['e77@EXAMPLE', ['Anna Li 营销部']],
    ['min 采销', ['王敏 采销部']],
    ['没有这个人', []],
  ])('«%s»', (typed, expected) => {
    expect(names(findPeople(people, typed, new Map([['敏', ['min']]])))).toEqual(expected)
  })
  test('for nothing typed no name is read: of thousands that would be felt before the list is seen', () => {
    const folding = vi.spyOn(String.prototype, 'normalize')
    expect(findPeople([...people], ' ', new Map())).toEqual(people)
    expect(folding).not.toHaveBeenCalled()
    folding.mockRestore()
  })
  test('words do not run over the border of two fields', () => {
    expect(findPeople(people, '敏客户', new Map())).toEqual([])
  })
})

describe('who is meant by a name', () => {
  const named = (name: string, department: string) => peopleNamed(people, name, department).map(({ id }) => id)
  test('name and department', () => {
    expect(named(' 王敏 ', '采销部')).toEqual(['王敏 采销部'])
    expect(named('王敏', '财务部')).toEqual([])
  })
  test('a name alone means everybody who bears it', () => {
    expect(named('Anna Li', '')).toEqual(['Anna Li 营销部'])
    expect(named('王敏', '').length).toBeGreaterThan(1)
  })
})
