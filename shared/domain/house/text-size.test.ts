import { expect, test } from 'vitest'
import { textSizes } from '../../contract/house/text-sizes.ts'
import { steppedTextSize } from './text-size.ts'

test('the size goes one step at a time, stays at its ends and comes back to the usual one', () => {
  expect(textSizes.map((size) => steppedTextSize(textSizes, size, 'larger'))).toEqual([100, 115, 130, 150, 150])
  expect(textSizes.map((size) => steppedTextSize(textSizes, size, 'smaller'))).toEqual([90, 90, 100, 115, 130])
  expect(textSizes.map((size) => steppedTextSize(textSizes, size, 'usual'))).toEqual([100, 100, 100, 100, 100])
})
