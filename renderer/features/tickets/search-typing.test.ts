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
  typing.typed('尿')
  vi.advanceTimersByTime(SEARCH_WAIT_MS - 1)
  typing.typed('尿不湿')
  vi.advanceTimersByTime(SEARCH_WAIT_MS - 1)
  expect(asked).toEqual([])
  vi.advanceTimersByTime(1)
  expect(asked).toEqual(['尿不湿'])
})

test('never asks for the letters of an input method, not even for what was typed just before', () => {
  const { asked, typing } = aField()
  typing.typed('a')
  typing.compositionStarted()
  typing.typed('an')
  typing.typed("an'n")
  typing.flush()
  vi.advanceTimersByTime(10_000)
  expect(asked).toEqual([])
  typing.compositionEnded('a尿')
  vi.advanceTimersByTime(SEARCH_WAIT_MS)
  expect(asked).toEqual(['a尿'])
})

test('asks at once when told to, and then not a second time', () => {
  const { asked, typing } = aField()
  typing.typed('尿')
  typing.flush()
  expect(asked).toEqual(['尿'])
  vi.advanceTimersByTime(10_000)
  expect(asked).toEqual(['尿'])
})
