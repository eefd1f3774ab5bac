import { expect, test } from 'vitest'
import { aRoom } from '../../../../test/builders/board.ts'
import { readRow } from './read-row.ts'

const person = { id: 'wang', name: '王敏' }
const facts = {
  now: '2026-09-18T02:00:00.000Z',
  rooms: [{ ...aRoom(), id: 'room' }],
  who: () => person,
  dayOrder: null,
}
const faultsOf = (cells: readonly string[], columns: Parameters<typeof readRow>[1]) => {
  const read = readRow({ row: 2, cells }, columns, facts as unknown as Parameters<typeof readRow>[2])
  return Array.isArray(read)
    ? read.map(({ code, detail }) => [code, 'said' in detail ? detail.said : ''])
    : 'a whole row'
}

test('of one cell with a day and a time both are named where neither is one', () => {
  const columns = { day: 0, from: 0, to: 1, person: 2, seat: 3 }
  const row = (...cells: string[]) => faultsOf([...cells, '王敏', '1'], columns)
  expect(row('2月30日 25点', '')).toEqual([
    ['bad_day', '2月30日 25点'],
    ['bad_time', '25点'],
  ])
  expect(row('2月30日 9点-10点', '')).toEqual([['bad_day', '2月30日 9点-10点']])
  expect(row('2月30日 9点', '26点')).toEqual([
    ['bad_day', '2月30日 9点'],
    ['bad_time', '26点'],
  ])
  expect(row('9月21日 9点', '10点')).toBe('a whole row')
  expect(row('哪天都行', '')).toEqual([['bad_day', '哪天都行']])
})

test('of a beginning, an end and a length each that is none is named', () => {
  const columns = { day: 0, from: 1, to: 2, length: 3, person: 4, seat: 5 }
  const row = (...cells: string[]) => faultsOf([...cells, '王敏', '1'], columns)
  expect(row('2月30日', '25点', '26点', '')).toEqual([
    ['bad_day', '2月30日'],
    ['bad_time', '25点'],
    ['bad_time', '26点'],
  ])
  expect(row('9月21日', '25点', '', '很久')).toEqual([
    ['bad_time', '25点'],
    ['bad_length', '很久'],
  ])
  expect(row('9月21日', '9点', '', '')).toEqual([['no_end', '']])
  expect(row('9月21日', '10点', '9点', '')).toEqual([['bad_time', '10点 – 9点']])
  expect(row('9月21日', '9点', '', '60分钟')).toBe('a whole row')
})

test('an hour that the clocks of the room skip is said not to be of that day', () => {
  const rooms = [{ ...facts.rooms[0], timeZone: 'Europe/Berlin' }]
  const columns = { day: 0, from: 1, to: 2, person: 3, seat: 4 }
  const row = (...cells: string[]) => {
    const all = { ...facts, rooms } as unknown as Parameters<typeof readRow>[2]
    const read = readRow({ row: 2, cells: [...cells, '王敏', '1'] }, columns, all)
    return Array.isArray(read) ? read : 'a whole row'
  }
  const noSuch = (said: string) => [{ code: 'no_such_time', detail: { said, day: '2027-03-28' } }]
  expect(row('2027-03-28', '02:30', '04:00')).toEqual(noSuch('02:30'))
  expect(row('2027-03-27', '23:00', '02:15')).toEqual(noSuch('02:15'))
  expect(row('2027-03-28', '03:00', '04:00')).toBe('a whole row')
  expect(row('2027-10-31', '02:30', '04:00')).toBe('a whole row')
  expect(row('2027-03-27', '22:00', '24:00')).toBe('a whole row')
})
