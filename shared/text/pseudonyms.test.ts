import { expect, test } from 'vitest'
import { freePlace } from '../domain/agents/free-place.ts'
import { namesAgent, PSEUDONYMS, pseudonymOf } from './pseudonyms.ts'

test('every pseudonym is another one, in both languages, also beyond the list', () => {
  for (const language of ['zh', 'en'] as const) {
    const all = Array.from({ length: 2 * PSEUDONYMS }, (_, place) => pseudonymOf(place, language))
    expect(new Set(all).size).toBe(all.length)
  }
  expect(pseudonymOf(0, 'zh')).toBe('坐席·青松')
  expect(pseudonymOf(0, 'en')).toBe('Agent Amber Cedar')
  expect(pseudonymOf(PSEUDONYMS, 'zh')).toBe('坐席·青松 2')
})

test('a place that is taken is not given again, not even when all are', () => {
  const id = '00000003ffffffffffffffffffffffff'
  expect(freePlace(id, new Set())).toBe(3)
  expect(freePlace(id, new Set([3, 4]))).toBe(5)
  expect(freePlace(id, new Set(Array.from({ length: PSEUDONYMS }, (_, place) => place)))).toBe(PSEUDONYMS + 3)
})

test.each([
  '坐席·青松',
  '坐席 青松',
  '青松',
  '坐席・青松 2',
  '退款 青松',
  'Agent Amber Cedar',
  'amber cedar',
  'AGENT AMBER CEDAR 2',
  '今天坐席青松很好',
])('%s looks for an agent', (text) => expect(namesAgent(text)).toBe(true))

test.each([
  '',
  '松',
  '松木床',
  '坐席态度好',
  '青松岭旅游',
  'cedar',
  'amber',
  'agent',
  'agents are nice',
  '退款',
  '刘青松',
  '2026-09-18',
])('%s looks for something else', (text) => expect(namesAgent(text)).toBe(false))

test('every pseudonym is known as one', () => {
  for (let place = 0; place < PSEUDONYMS; place += 1)
    for (const language of ['zh', 'en'] as const) expect(namesAgent(pseudonymOf(place, language))).toBe(true)
})
