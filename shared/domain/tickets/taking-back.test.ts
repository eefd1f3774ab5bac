import { expect, test } from 'vitest'
import type { TicketEvent } from '../../contract/tickets/tickets.ts'
import { changesToTakeBack, whatItDid } from './taking-back.ts'

/**
 * A history in short: `a` is a change, `-a` takes it back, `--a` does it again; `·` is something else that happened. In capitals: a change of which
 * nobody kept how the ticket was before.
 */
const history = (line: string) =>
  line.split(' ').map((id): Pick<TicketEvent, 'id' | 'what' | 'undoesEventId' | 'canGoBack'> => {
    const undoesEventId = id.startsWith('-') ? id.slice(1) : null
    return { id, what: id === '·' ? 'exported' : 'moved', undoesEventId, canGoBack: id === id.toLowerCase() }
  })

test.each([
  ['·', []],
  ['a', ['a']],
  ['a b', ['b']],
  ['a b ·', ['b']],
  ['a b -b', ['a', '-b']],
  ['a b -b -a', ['-a']],
  ['a b -b -a --a', ['-b', '--a']],
  ['a b -b -a --a --b', ['--b']],
  ['a b -b c', ['c']],
  ['a b -b c -c', ['a', '-b', '-c']],
  ['a -a --a', ['--a']],
  ['a -a --a ---a', ['---a']],
  ['A', []],
  ['A b', ['b']],
  ['A b -b', ['-b']],
])('of %s can be taken back: %j', (line, expected) => {
  expect(changesToTakeBack(history(line)).map(({ id }) => id)).toEqual(expected)
})

test('what took back a change that is not told of counts as a change of its own', () => {
  expect(changesToTakeBack(history('a -gone')).map(({ id }) => id)).toEqual(['-gone'])
})

test.each([
  ['a', 'a', 'done'],
  ['-a', 'a', 'taken_back'],
  ['--a', 'a', 'done_again'],
  ['---a', 'a', 'taken_back'],
])('%s is %s %s', (id, change, way) => {
  const events = history('a -a --a ---a')
  const event = events.find((one) => one.id === id)
  expect(event && whatItDid(event, events)).toMatchObject({ change: { id: change }, way })
})

test('an event that takes back what is not told of says nothing of it', () => {
  const [event] = history('-gone')
  expect(event && whatItDid(event, [event])).toBeNull()
})
