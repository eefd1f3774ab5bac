import { expect, test } from 'vitest'
import { percentOf } from './shares.ts'

test.each([
  [0, 60, 0],
  [1, 6000, 1],
  [30, 60, 50],
  [5999, 6000, 99],
  [61, 60, 100],
  [5, 0, 0],
])('%d of %d minutes are %d per cent', (part, whole, percent) => expect(percentOf(part, whole)).toBe(percent))
