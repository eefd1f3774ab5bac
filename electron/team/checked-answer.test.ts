import { expect, test } from 'vitest'
import { people } from '../../shared/contract/house/people.ts'
import { bookings } from '../../shared/contract/seats/bookings.ts'
import { desks } from '../../shared/contract/team/desks.ts'
import { checkedAnswer } from './checked-answer.ts'

const id = '019a0000-0000-7000-8000-000000000001'
const person = {
  ...{
    id,
    name: '王敏',
    department: '',
    role: 'listener',
    employeeNumber: null,
    email: null,
    joinedOn: null,
    version: 0,
  },
}

test('of a hub that says a field more, a desk reads what it knows', () => {
  const said = { ok: true, value: [{ ...person, nickname: '敏' }] }
  expect(checkedAnswer(people.list, said)).toEqual({ ok: true, value: [person] })
})

test('an answer without a field that the desk knows, or with a value that no list of its has, is none', () => {
  const { version: _, ...older } = person
  expect(checkedAnswer(people.list, { ok: true, value: [older] })).toBeNull()
  expect(checkedAnswer(people.list, { ok: true, value: [{ ...person, role: 'director' }] })).toBeNull()
  expect(checkedAnswer(bookings.cancel, { ok: false, code: 'needs_two_people', detail: {} })).toBeNull()
})

test('that a hub does not know a call is an answer to it', () => {
  const said = { ok: false, code: 'unknown_call', detail: { call: 'desks.troublesElsewhere' } }
  expect(checkedAnswer(desks.troublesElsewhere, said)).toEqual(said)
})

test('of a desk that asks with a field more than the hub knows, the hub takes what it knows: that is why it is another version', () => {
  const wish = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null, nickname: '敏' }
  expect(people.add.input.parse(wish)).not.toHaveProperty('nickname')
})
