import { expect, test } from 'vitest'
import type { Person } from '../../../../shared/contract/house/people.ts'
import { whoToSave } from './who-to-save.ts'

const wang: Person = {
  id: '0192f000-0000-7000-8000-000000000001',
  name: '王敏',
  department: '客户服务部',
  role: 'note_taker',
  employeeNumber: '00100385',
  email: 'wang@example.com',
  joinedOn: null,
  version: 0,
}
const { id: _, ...wangsWish } = wang

test('somebody new', () => {
  expect(whoToSave([wang], { name: ' 林岚 ', department: '', role: 'listener', chosen: null }, null)).toEqual({
    personId: null,
    wish: { name: '林岚', department: '', role: 'listener', employeeNumber: null, email: null },
  })
})

test('somebody on the list is not made twice', () => {
  const form = { name: '王敏', department: '', role: 'note_taker', chosen: null } as const
  expect(whoToSave([wang], form, null)).toEqual({ personId: wang.id, wish: null })
})

test('another role changes them and keeps number and e-mail', () => {
  const form = { name: '王敏', department: '客户服务部', role: 'coordinator', chosen: null } as const
  expect(whoToSave([wang], form, null)).toEqual({ personId: wang.id, wish: { ...wangsWish, role: 'coordinator' } })
})

test('the same name in another department is somebody else', () => {
  const form = { name: '王敏', department: '采销部', role: 'listener', chosen: null } as const
  expect(whoToSave([wang], form, null).personId).toBe(null)
})

test('a name put right after going back changes the person made before', () => {
  const form = { name: '王敏敏', department: '客户服务部', role: 'note_taker', chosen: null } as const
  expect(whoToSave([wang], form, wang.id)).toEqual({ personId: wang.id, wish: { ...wangsWish, name: '王敏敏' } })
})

test('of two in one department the one who was chosen, and somebody new where it is none of them', () => {
  const other = { ...wang, id: '0192f000-0000-7000-8000-000000000002', employeeNumber: '2000' }
  const form = { name: '王敏', department: '客户服务部', role: 'note_taker', chosen: other.id } as const
  expect(whoToSave([wang, other], form, null)).toEqual({ personId: other.id, wish: null })
  expect(whoToSave([wang, other], { ...form, chosen: 'none' }, null).personId).toBe(null)
})
