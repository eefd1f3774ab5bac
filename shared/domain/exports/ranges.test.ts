import { expect, test } from 'vitest'
import { openedRange } from './ranges.ts'

// Sunday 2026-11-22 07:34 in Shanghai: the UTC day is still Saturday.
const now = '2026-11-21T23:34:00.000Z'

test.each([
  ['today', '2026-11-21T16:00:00.000Z'],
  ['week', '2026-11-15T16:00:00.000Z'],
  ['month', '2026-10-31T16:00:00.000Z'],
  ['all', null],
] as const)('%s begins where the room’s own calendar says', (range, openedFrom) => {
  expect(openedRange(range, now, 'Asia/Shanghai').openedFrom).toBe(openedFrom)
})
