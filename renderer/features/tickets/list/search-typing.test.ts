import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SEARCH_WAIT_MS, searchTyping } from './search-typing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function aField() {
  const asked: string[] = []
  return { asked, typing: searchTyping((text) => asked.push(text)) }
}

test('asks once the hands rest, with the last words only', () => {
  const { asked, typing } = aField()
  typing.typed('v', false)
  vi.advanceTimersByTime(SEARCH_WAIT_MS - 1)
  typing.typed('vip', false)
  vi.advanceTimersByTime(SEARCH_WAIT_MS - 1)
  expect(asked).toEqual([])
  vi.advanceTimersByTime(1)
  expect(asked).toEqual(['vip'])
})

test('words that were picked or pasted are whole, and asked at once, one time', () => {
  const { asked, typing } = aField()
  typing.typed('v', false)
  typing.typed('v尿不湿', false)
  expect(asked).toEqual(['v尿不湿'])
  vi.advanceTimersByTime(10_000)
  expect(asked).toEqual(['v尿不湿'])
})

test('never asks for the letters of an input method, not even for what was typed just before', () => {
  const { asked, typing } = aField()
  typing.typed('a', false)
  typing.typed('an', true)
  typing.typed("an'n", true)
  vi.advanceTimersByTime(10_000)
  expect(asked).toEqual([])
  typing.typed('a尿', false)
  vi.advanceTimersByTime(SEARCH_WAIT_MS)
  expect(asked).toEqual(['a尿'])
})

test('a composition whose end was never told holds up neither the next words nor leaving the field', () => {
  const { asked, typing } = aField()
  typing.typed('尿', true)
  typing.flush()
  typing.typed('尿b', true)
  typing.typed('尿不湿', false)
  vi.advanceTimersByTime(SEARCH_WAIT_MS)
  expect(asked).toEqual(['尿', '尿不湿'])
})

test('asks at once when told to, and then not a second time', () => {
  const { asked, typing } = aField()
  typing.typed('vip', false)
  typing.flush()
  expect(asked).toEqual(['vip'])
  vi.advanceTimersByTime(10_000)
  expect(asked).toEqual(['vip'])
})
