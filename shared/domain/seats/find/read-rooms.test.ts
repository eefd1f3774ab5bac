import { expect, test } from 'vitest'
import { readWish } from './read-wish.ts'

const rooms = [
  { id: 'east', name: '东厅', site: '上海' },
  { id: 'east 2', name: '东厅二层', site: '上海' },
  { id: 'ulm', name: 'Hall 3', site: 'Ulm' },
  { id: 'plain', name: '', site: '' },
]
const read = (words: string) => {
  const { roomIds, times, seatNumber, rest } = readWish(words, '2026-09-18', rooms)
  return { roomIds, from: times?.from ?? null, seatNumber, rest }
}

test.each([
  ['上海 下周三上午', ['east', 'east 2'], 480],
  ['东厅下周三上午', ['east'], 480],
  ['明天上午 东厅二层', ['east 2'], 480],
  ['tomorrow morning in ULM', ['ulm'], 480],
  ['hall 3 tomorrow at 10', ['ulm'], 600],
  ['上海 东厅 明天10点', ['east'], 600],
  ['东厅或Ulm 明天10点', ['east'], 600],
  ['下周三上午', null, 480],
] as const)('«%s»', (words, roomIds, from) => {
  expect(read(words)).toMatchObject({ roomIds, from, seatNumber: null })
})

test('a name within a longer word is none, and what no room is called stays unknown', () => {
  expect(read('Ulmer tomorrow')).toMatchObject({ roomIds: null, rest: ['ulmer'] })
  expect(read('西厅 3号席')).toMatchObject({ roomIds: null, seatNumber: 3, rest: ['西厅'] })
})
