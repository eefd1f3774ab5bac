import { expect, test } from 'vitest'
import { defaultIssueTypes } from '../../../test/builders/issue-types.ts'
import type { TimeLimit } from '../../contract/tickets/tickets.ts'
import { defaultCalendar } from '../house/default-calendar.ts'
import { answerBy, limitToWorkingMs, resolveBy } from './deadlines.ts'

const limitOf = (id: string): TimeLimit => {
  const found = defaultIssueTypes.find((type) => type.id === id)
  if (!found) throw new Error(id)
  return found.limit
}

test.each<[TimeLimit, number]>([
  [{ amount: 30, unit: 'minutes' }, 1_800_000],
  [{ amount: 4, unit: 'hours' }, 14_400_000],
  [{ amount: 2, unit: 'days' }, 54_000_000],
])('%o of working time', (limit, workingMs) => {
  expect(limitToWorkingMs(limit, defaultCalendar)).toBe(workingMs)
})

test.each([
  ['coupon', '2026-09-18T09:30:00.000Z', '2026-09-20T06:00:00.000Z'],
  ['unclear_description', '2026-09-30T08:00:00.000Z', '2026-10-09T08:00:00.000Z'],
  ['delivery', '2026-11-20T09:00:00.000Z', '2026-11-23T09:00:00.000Z'],
  ['packaging', '2026-11-23T01:00:00.000Z', '2026-12-11T10:00:00.000Z'],
])('%s opened at %s is due at %s', (id, openedAt, dueAt) => {
  expect(resolveBy(limitOf(id), openedAt, defaultCalendar).at).toBe(dueAt)
})

test('re-classifying keeps the credit of earlier pauses', () => {
  const openedAt = '2026-09-24T03:30:00.000Z'
  expect(resolveBy(limitOf('coupon'), openedAt, defaultCalendar, 3_600_000).at).toBe('2026-09-24T10:00:00.000Z')
})

test('only P1 has an answer clock, and it runs through the night', () => {
  const lateEvening = '2026-09-25T15:30:00.000Z'
  expect(answerBy(1, lateEvening)).toBe('2026-09-25T17:30:00.000Z')
  expect([answerBy(2, lateEvening), answerBy(3, lateEvening), answerBy(4, lateEvening)]).toEqual([null, null, null])
})
