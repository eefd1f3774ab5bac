import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetKeptAnswers, openKeptAnswers } from './kept-answers.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-kept-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = '2026-11-26T10:42:00.000Z'
const answer = (value: unknown) => ({ value, at })

test('an answer is found by its question, in whatever order its fields stand, also by the next run', () => {
  const first = openKeptAnswers(folder)
  first.asked('tickets.list', { limit: 10, filter: { text: '', states: [] } })(answer([1]))
  first.asked('tickets.list', { limit: 10, filter: { text: '', states: [] } })(answer([2]))
  first.close()
  const kept = openKeptAnswers(folder)
  expect(kept.find('tickets.list', { filter: { states: [], text: '' }, limit: 10 })).toEqual(answer([2]))
  expect(kept.find('tickets.list', { filter: { states: [], text: '' }, limit: 11 })).toBeNull()
  expect(kept.find('tickets.get', { filter: { states: [], text: '' }, limit: 10 })).toBeNull()
  expect(kept.lastAt()).toBe(at)
  kept.close()
})

test('what was asked with a telephone number is not written down, however deep it stands', () => {
  const kept = openKeptAnswers(folder)
  kept.asked('search.everywhere', { text: '客户 13812345678', limit: 10 })(answer([]))
  kept.asked('tickets.list', { filter: { text: '138-1234-5678' } })(answer([]))
  kept.asked('tickets.list', { filter: { text: '券', openedFrom: at } })(answer([1]))
  kept.asked('tickets.get', { ticketId: '01a21935-1381-7123-8456-138123456789' })(answer(2))
  expect(kept.find('tickets.list', { filter: { text: '券', openedFrom: at } })).toEqual(answer([1]))
  expect(kept.find('tickets.get', { ticketId: '01a21935-1381-7123-8456-138123456789' })).toEqual(answer(2))
  kept.close()
  for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name), 'latin1')).not.toMatch(/1234-?5678\b/)
})

test('there are never too many, nor too large ones: the oldest go, and what is asked again is young', () => {
  const kept = openKeptAnswers(folder, { mostAnswers: 20, mostBytes: 3_000, longestBytes: 500 })
  kept.asked('a.long', {})(answer('x'.repeat(600)))
  expect(kept.find('a.long', {})).toBeNull()
  kept.asked('a.first', {})(answer(0))
  for (let number = 0; number < 100; number += 1) {
    kept.asked('a.call', { number })(answer('y'.repeat(200)))
    kept.asked('a.first', {})(answer(number))
  }
  const left = Array.from({ length: 100 }, (_, number) => number).filter(
    (number) => kept.find('a.call', { number }) !== null,
  )
  // Of three thousand bytes at most, a tenth may be free.
  expect(left.length).toBeGreaterThan(10)
  expect(left.length).toBeLessThanOrEqual(15)
  expect(left.at(-1)).toBe(99)
  expect(kept.find('a.first', {})).toEqual(answer(99))
  for (let number = 0; number < 100; number += 1) kept.asked('b.call', { number })(answer(1))
  expect(kept.find('b.call', { number: 79 })).toBeNull()
  expect(kept.find('b.call', { number: 99 })).not.toBeNull()
  kept.close()
})

test('a file that cannot be read is begun anew, and forgotten it is gone', () => {
  writeFileSync(join(folder, 'kept-answers.db'), 'no database '.repeat(100))
  const kept = openKeptAnswers(folder)
  kept.asked('a.call', {})(answer(1))
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0)
  expect(kept.find('a.call', {})).toEqual(answer(1))
  kept.close()
  forgetKeptAnswers(folder)
  expect(readdirSync(folder)).toEqual([])
})

test('what quotes a call is forgotten, on the disk too, and what tells of seats and people stays', () => {
  const kept = openKeptAnswers(folder)
  kept.asked('notes.ofCall', { callId: 'c' })(answer(['紫檀木匣子']))
  kept.asked('tickets.list', { limit: 10 })(answer(['紫檀木匣子']))
  kept.asked('search.everywhere', { text: '匣子' })(answer(['紫檀木匣子']))
  kept.asked('bookings.list', { day: '2026-11-26' })(answer(['3号席']))
  kept.forgetWords()
  expect(kept.find('notes.ofCall', { callId: 'c' })).toBeNull()
  expect(kept.find('bookings.list', { day: '2026-11-26' })).toEqual(answer(['3号席']))
  for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/匣子/)
  kept.close()
})
