import { expect, test } from 'vitest'
import type { Quote } from '../../../../shared/contract/tickets/tickets.ts'
import { quoteCalls, splitByMatch } from './quote-calls.ts'

const quote = (noteId: string, callId: string, callNumber: number): Quote => ({
  noteId,
  kind: 'voice',
  text: noteId,
  offsetMs: 0,
  callId,
  callNumber,
  callReference: null,
  heardAt: '2026-11-21T01:00:00.000Z',
  heardBy: '李静',
})

test('quotes stand under their call, in the order they were heard', () => {
  const calls = quoteCalls([quote('a', 'x', 3), quote('b', 'y', 4), quote('c', 'x', 3)])
  expect(calls.map(({ number, quotes }) => [number, quotes.map(({ noteId }) => noteId)])).toEqual([
    [3, ['a', 'c']],
    [4, ['b']],
  ])
})

test('every second piece is what was searched, whatever signs it is made of', () => {
  expect(splitByMatch('买了尿不湿，尿不湿漏', '尿')).toEqual(['买了', '尿', '不湿，', '尿', '不湿漏'])
  expect(splitByMatch('Price (ABC) abc', ' abc ( ')).toEqual(['Price ', '(', '', 'ABC', ') ', 'abc', ''])
  expect(splitByMatch('原样', ' ')).toEqual(['原样'])
})
