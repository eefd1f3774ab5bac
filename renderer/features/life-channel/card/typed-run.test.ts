import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isOnTheWay, type Manner, makeTypedRun } from './typed-run.ts'

let written: string
let done: string[]
let run: ReturnType<typeof makeTypedRun>
let isOverField: boolean
let waiting: readonly string[]
beforeEach(() => {
  vi.useFakeTimers()
  written = ''
  done = []
  isOverField = false
  waiting = []
  run = makeTypedRun({
    write: (text) => {
      written += text
    },
    isOverField: () => isOverField,
    onWaiting: (keys) => {
      waiting = keys
    },
  })
})
afterEach(() => void vi.useRealTimers())

const KEYS: Record<string, Manner> = { 1: 'call', 3: 'call', 5: 'step', 6: 'step', 8: 'step', w: 'ends', c: 'field' }
/** As the card hears them; what it does not take is told. */
function keys(text: string): string[] {
  return [...text].filter((key) => {
    const manner = KEYS[key]
    return !run.press(key, manner === undefined ? null : () => void done.push(key), manner)
  })
}
const rest = () => vi.runAllTimers()
/** As long as between two groups of a number that is read out. */
const breath = () => vi.advanceTimersByTime(600)

test('a key alone, or steps one after the other, are done once nothing is typed on', () => {
  keys('35')
  expect(done).toEqual([])
  rest()
  expect(done).toEqual(['3', '5'])
  keys('w')
  rest()
  expect([done, written]).toEqual([['3', '5', 'w'], ''])
})

test('words that are typed on are written, from their first letter on, and end no case', () => {
  keys('was she 35')
  expect([done, written]).toEqual([[], 'was she 35'])
  rest()
  keys('w')
  rest()
  expect(done).toEqual(['w'])
})

test('a figure that begins words calls nobody', () => {
  keys('3lou')
  rest()
  expect([done, written]).toEqual([[], '3lou'])
})

test('a number that is told is written, and nobody is called by it', () => {
  keys('1381')
  expect([done, written]).toEqual([[], '1381'])
  rest()
  keys('1358')
  rest()
  expect(done).toEqual(['1', '3', '5', '8'])
})

test('behind the key that leads into a field a figure goes there, and a letter makes a word of it', () => {
  expect(keys('c1')).toEqual(['1'])
  expect([done, written]).toEqual([['c'], ''])
  keys('co')
  expect([done, written]).toEqual([['c'], 'co'])
})

test('another key settles what waits; the one that leads away ends no case on its way', () => {
  keys('w')
  run.settle()
  expect(done).toEqual(['w'])
  keys('3')
  run.settle(isOnTheWay)
  keys('w')
  run.settle(isOnTheWay)
  rest()
  expect(done).toEqual(['w', '3'])
})

test.each(['138 0000 8817', '1 3 8 0', '135 55', '8 1 3 5 8', '138 -0000'])(
  'over a field, a number that is read out in groups is written whole, and nobody is called: %s',
  (number) => {
    isOverField = true
    const groups = number.split(' ')
    for (const group of groups) {
      // Once something is written the field has the keys.
      if (written === '') keys(group)
      else written += group
      breath()
    }
    rest()
    expect([done, written]).toEqual([[], groups.join('')])
  },
)

test('over a field, a figure alone is done after a longer rest, and shown as waiting until then', () => {
  isOverField = true
  keys('3')
  breath()
  expect([done, waiting]).toEqual([[], ['3']])
  rest()
  expect([done, waiting, written]).toEqual([['3'], [], ''])
  keys('56')
  rest()
  expect(done).toEqual(['3', '5', '6'])
})

test('over a field, a letter of the card a while after a figure leaves the figure what it was', () => {
  isOverField = true
  keys('3')
  breath()
  keys('c')
  expect(done).toEqual(['3'])
  rest()
  expect([done, written]).toEqual([['3', 'c'], ''])
})
