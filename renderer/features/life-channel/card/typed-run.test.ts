import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeTypedRun } from './typed-run.ts'

let written: string
let done: string[]
let run: ReturnType<typeof makeTypedRun>
beforeEach(() => {
  vi.useFakeTimers()
  written = ''
  done = []
  run = makeTypedRun((text) => {
    written += text
  })
})
afterEach(() => void vi.useRealTimers())

const KEYS: Record<string, 'again' | 'rests' | 'field'> = {
  1: 'again',
  3: 'again',
  5: 'again',
  8: 'again',
  w: 'rests',
  c: 'field',
}
/** As the card hears them; what it does not take is told. */
function keys(text: string): string[] {
  return [...text].filter((key) => {
    const manner = KEYS[key]
    return !run.press(key, manner === undefined ? null : () => void done.push(key), manner)
  })
}
const rest = () => vi.runAllTimers()

test('a figure is done at once, a letter once nothing is typed on', () => {
  keys('35')
  expect(done).toEqual(['3', '5'])
  keys('w')
  expect(done).toEqual(['3', '5'])
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

test('a figure that was done is done once more where it begins words: then it never was', () => {
  keys('3lou')
  rest()
  expect([done, written]).toEqual([['3', '3'], '3lou'])
})

test('a number that is told is written, and nobody is called by it', () => {
  keys('1381')
  expect([done, written]).toEqual([['1', '3', '8', '8', '3', '1'], '1381'])
  rest()
  done = []
  keys('1358')
  expect(done).toEqual(['1', '3', '5', '8'])
})

test('behind the key that leads into a field a figure goes there, and a letter makes a word of it', () => {
  expect(keys('c1')).toEqual(['1'])
  expect([done, written]).toEqual([['c'], ''])
  keys('co')
  expect([done, written]).toEqual([['c'], 'co'])
})

test('what waits is done at once as another key settles it, or never', () => {
  keys('w')
  run.settle()
  expect(done).toEqual(['w'])
  keys('w')
  run.end()
  rest()
  expect(done).toEqual(['w'])
})
