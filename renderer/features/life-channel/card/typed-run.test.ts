import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Manner, makeTypedRun } from './typed-run.ts'

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

const KEYS: Record<string, Manner> = { 1: 'step', 3: 'step', 5: 'step', 8: 'step', w: 'ends', c: 'field' }
/** As the card hears them; what it does not take is told. */
function keys(text: string): string[] {
  return [...text].filter((key) => {
    const manner = KEYS[key]
    return !run.press(key, manner === undefined ? null : () => void done.push(key), manner)
  })
}
const rest = () => vi.runAllTimers()

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
  run.settle((manner) => manner === 'step')
  keys('w')
  run.settle((manner) => manner === 'step')
  rest()
  expect(done).toEqual(['w', '3'])
})
