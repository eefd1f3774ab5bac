import { describe, expect, test } from 'vitest'
import type { Person } from '../../contract/house/people.ts'
import { type ListRow, planList } from './people-list.ts'

const row = (change: Partial<ListRow> = {}): ListRow => ({
  ...{ row: 2, name: '王敏', employeeNumber: '', department: '', email: '', role: null, joinedOn: null, text: '王敏' },
  faults: [],
  ...change,
})
const known = (change: Partial<Person> = {}): Person => ({
  ...{
    id: 'wang',
    name: '王敏',
    department: '客服部',
    role: 'coordinator' as const,
    employeeNumber: '7',
    email: 'w@a.cn',
    joinedOn: null,
    version: 0,
  },
  ...change,
})
const planned = (rows: ListRow[], people: Person[] = []) => planList(rows, people)

describe('a row that is good', () => {
  test('somebody new listens, with nothing where the list says nothing', () => {
    expect(planned([row({ employeeNumber: '8', department: '营销部', email: 'm@a.cn' })])).toEqual({
      good: [
        {
          row: 2,
          knownId: null,
          fate: 'new',
          person: {
            ...{ name: '王敏', department: '营销部', role: 'listener', employeeNumber: '8', email: 'm@a.cn' },
            joinedOn: null,
          },
        },
      ],
      bad: [],
    })
    expect(planned([row()]).good[0]?.person).toEqual({
      ...{ name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null },
      joinedOn: null,
    })
  })

  test('a number that lost its zeros in a spreadsheet is that of the one of this name who has them, and they keep it', () => {
    const wang = known({ employeeNumber: '00100042' })
    const told = (change: Partial<ListRow>, people = [wang]) =>
      planned([row({ employeeNumber: '100042', ...change })], people).good.map(({ knownId, person }) => [
        ...[knownId, person.employeeNumber],
      ])
    expect(told({})).toEqual([['wang', '00100042']])
    expect(told({ name: '李强' })).toEqual([[null, '100042']])
    const two = [wang, known({ id: 'other', employeeNumber: '0100042' })]
    expect(told({}, two)).toEqual([[null, '100042']])
    const numbered = [wang, known({ id: 'bare', name: '李强', employeeNumber: '100042' })]
    expect(told({ name: '李强' }, numbered)).toEqual([['bare', '100042']])
    const rows = [row({ employeeNumber: '00100042' }), row({ row: 3, employeeNumber: '100042' })]
    expect(planned(rows, [wang]).bad).toMatchObject([{ row: 3, reasons: ['repeated_employee_number'] }])
  })

  test('a known number under its own name is that person; an empty cell wipes nothing out, a role is taken', () => {
    const same = row({ employeeNumber: '7' })
    expect(planned([same], [known()]).good).toEqual([
      {
        row: 2,
        knownId: 'wang',
        fate: 'same',
        person: {
          ...{ name: '王敏', department: '客服部', role: 'coordinator', employeeNumber: '7', email: 'w@a.cn' },
          joinedOn: null,
        },
      },
    ])
    const told = { ...same, role: 'note_taker' as const, department: '营销部', email: 'm@a.cn' }
    expect(planned([told], [known()]).good[0]?.person).toMatchObject({
      ...{ role: 'note_taker', department: '营销部', email: 'm@a.cn' },
    })
  })

  test('without a number it is not taken for somebody else who has none', () => {
    const { good, bad } = planned([row({ name: '李强' })], [known({ employeeNumber: null })])
    expect([good.map(({ knownId }) => knownId), bad]).toEqual([[null], []])
  })

  test('a known number under another name makes nobody of somebody else', () => {
    expect(planned([row({ name: '李强', employeeNumber: '7' })], [known()])).toEqual({
      good: [],
      bad: [{ row: 2, reasons: ['number_of_another'], text: '王敏', knownName: '王敏' }],
    })
  })

  test('without a number on one side the same name in the same department is that person, and only there', () => {
    const same = row({ department: '客服部' })
    expect(planned([same], [known()]).good[0]?.knownId).toBe('wang')
    expect(planned([row({ department: '营销部' })], [known()]).good[0]?.knownId).toBeNull()
    const other = { ...same, employeeNumber: '9' }
    expect(planned([other], [known()]).good[0]?.knownId).toBeNull()
    expect(planned([other], [known({ employeeNumber: null })]).good[0]).toMatchObject({
      knownId: 'wang',
      person: { employeeNumber: '9' },
    })
  })

  test.each([
    ['just so', {}, 'same'],
    ['another department', { department: '采销部' }, 'update'],
    ['another role', { role: 'listener' }, 'update'],
    ['another day', { joinedOn: '2021-03-01' }, 'update'],
    ['their number in other letters', { employeeNumber: 'E7' }, 'update'],
    ['somebody the house does not have', { employeeNumber: '8' }, 'new'],
  ] as const)('%s: what becomes of them', (_what, change, fate) => {
    const one = row({ employeeNumber: 'e7', ...change })
    expect(planned([one], [known({ employeeNumber: 'e7', joinedOn: '2020-03-01' })]).good[0]?.fate).toBe(fate)
  })

  test('of two namesakes the one who is changed is told as changed, though the other has it just so', () => {
    const people = [known({ employeeNumber: null, email: null }), known({ id: 'wang-2', employeeNumber: null })]
    const [one] = planned([row({ department: '客服部', email: 'w@a.cn' })], people).good
    expect(one).toMatchObject({ knownId: 'wang', fate: 'update' })
  })

  test('a known person answers to one row: the second namesake is somebody else', () => {
    const twice = [row({ department: '客服部' }), row({ row: 3, department: '客服部' })]
    expect(planned(twice, [known()]).good.map(({ knownId }) => knownId)).toEqual(['wang', null])
    const two = [known(), known({ id: 'wang-2', employeeNumber: '8' })]
    expect(planned(twice, two).good.map(({ knownId }) => knownId)).toEqual(['wang', 'wang-2'])
  })

  test.each([
    ['the same address', 'w@a.cn', 'w@a.cn', 'wang'],
    ['the same address in other letters', 'W@A.cn', 'w@a.CN', 'wang'],
    ['no address in the list', '', 'w@a.cn', 'wang'],
    ['no address in the console', 'w@a.cn', null, 'wang'],
    ['another address', 'm@a.cn', 'w@a.cn', null],
  ])('a namesake with %s', (_what, email, knownEmail, knownId) => {
    const same = row({ department: '客服部', email })
    expect(planned([same], [known({ email: knownEmail })]).good[0]?.knownId).toBe(knownId)
  })

  test('whose number stands in the list is not found by name as well, in whatever letters', () => {
    const rows = [row({ department: '客服部' }), row({ row: 3, department: '客服部', employeeNumber: 'e7' })]
    const plan = planned(rows, [known({ employeeNumber: 'E7' })])
    expect(plan.good.map(({ knownId }) => knownId)).toEqual([null, 'wang'])
  })

  test('blanks and capitals make no other name', () => {
    const same = row({ name: 'anna  Lee', department: '客服部' })
    expect(planned([same], [known({ name: 'Anna Lee' })]).good[0]?.knownId).toBe('wang')
    const numbered = row({ name: 'ANNALEE', employeeNumber: '7' })
    expect(planned([numbered], [known({ name: 'Anna Lee' })]).bad).toEqual([])
  })
})

describe('a row that is bad', () => {
  test.each<[string, Partial<ListRow>, string]>([
    ['no name', { name: '' }, 'name_missing'],
    ['a name of nothing to see', { name: '\u200b ' }, 'name_missing'],
    ['a character that cannot be kept', { department: 'a\u0000b' }, 'odd_character'],
    ['a name too long', { name: '长'.repeat(61) }, 'too_long'],
    ['a number too long', { employeeNumber: '1'.repeat(41) }, 'too_long'],
    ['a department too long', { department: '部'.repeat(81) }, 'too_long'],
    ['an address too long', { email: `${'a'.repeat(115)}@b.com` }, 'too_long'],
    ['no at sign', { email: 'a.b.cn' }, 'bad_email'],
    ['two at signs', { email: 'a@@b.cn' }, 'bad_email'],
    ['a blank in the address', { email: 'a b@c.cn' }, 'bad_email'],
    ['words behind the address', { email: 'a@b.cn 王敏' }, 'bad_email'],
    ['no dot behind the at sign', { email: 'a@b' }, 'bad_email'],
    ['nothing behind the dot', { email: 'a@b.' }, 'bad_email'],
  ])('%s: %o', (_what, change, reason) => {
    const bad = row(change)
    expect(planned([bad])).toEqual({ good: [], bad: [{ row: 2, reasons: [reason], text: bad.text, knownName: null }] })
  })

  test('a row with several mistakes names all of them', () => {
    const wrong = row({ employeeNumber: '7', email: 'no address', faults: ['bad_joined_on'] })
    const other = known({ name: '李强', employeeNumber: '7' })
    expect(planned([wrong], [other]).bad).toEqual([
      {
        ...{ row: 2, text: wrong.text, knownName: '李强' },
        reasons: ['bad_joined_on', 'bad_email', 'number_of_another'],
      },
    ])
  })

  test('as long as allowed is good', () => {
    const longest = {
      name: '长'.repeat(60),
      employeeNumber: '1'.repeat(40),
      department: '部'.repeat(80),
      email: `${'a'.repeat(115)}@b.cn`,
    }
    expect(planned([row(longest)]).bad).toEqual([])
  })

  test('a number a second time, though many have none', () => {
    const rows = [row({ employeeNumber: '7' }), row(), row(), row({ row: 5, name: '李强', employeeNumber: '7' })]
    expect(planned(rows).bad).toEqual([
      { row: 5, reasons: ['repeated_employee_number'], text: '王敏', knownName: null },
    ])
    expect(planned(rows).good).toHaveLength(3)
  })

  test('the number of a bad row is free for a good one', () => {
    const rows = [row({ name: '', employeeNumber: '7' }), row({ row: 3, employeeNumber: '7' })]
    expect(planned(rows).good.map((one) => one.row)).toEqual([3])
  })
})
