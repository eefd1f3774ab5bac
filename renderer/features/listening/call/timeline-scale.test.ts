import { expect, test } from 'vitest'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import { groupsOf, scaleFor } from './timeline-scale.ts'

const MINUTE_MS = 60_000
const minutes = (callMs: number) => scaleFor(callMs).ticksMs.map((ms) => ms / MINUTE_MS)

test('the figures of the line are round, whatever the call', () => {
  expect(minutes(0)).toEqual([0, 0.5, 1, 1.5, 2])
  expect(minutes(2.27 * MINUTE_MS)).toEqual([0, 0.5, 1, 1.5, 2, 2.5])
  expect(minutes(3.01 * MINUTE_MS)).toEqual([0, 1, 2, 3, 4])
  expect(minutes(11 * MINUTE_MS)).toEqual([0, 2, 4, 6, 8, 10, 12])
  expect(minutes(61 * MINUTE_MS)).toEqual([0, 15, 30, 45, 60, 75])
  expect(minutes(20 * 60 * MINUTE_MS)).toEqual([0, 240, 480, 720, 960, 1_200])
})

test('the line has room for the call and stands still between two steps', () => {
  for (let callMs = 1_000; callMs < 8 * 60 * MINUTE_MS; callMs += 7_700)
    expect(scaleFor(callMs).lengthMs).toBeGreaterThanOrEqual(callMs)
  expect(scaleFor(121_000)).toEqual(scaleFor(149_000))
})

test('notes that would hide each other share a mark; a thousand notes need no more marks than the line has room for', () => {
  const at = (offsetMs: number) => ({ offsetMs }) as Note
  const groups = groupsOf([at(0), at(1_000), at(2_400), at(2_600), at(60_000)], 120_000)
  expect(groups.map((group) => group.map(({ offsetMs }) => offsetMs))).toEqual([[0, 1_000, 2_400], [2_600], [60_000]])
  const many = Array.from({ length: 1_000 }, (_, number) => at(number * 1_000))
  expect(groupsOf(many, 1_000_000).length).toBeLessThanOrEqual(48)
})
