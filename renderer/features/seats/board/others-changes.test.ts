import { expect, test } from 'vitest'
import { aBookingOf, at } from '../../../../test/builders/board.ts'
import { changesBetween } from './others-changes.ts'

const one = aBookingOf({ seat: 1, id: 'one' })
const two = aBookingOf({ seat: 2, id: 'two' })

test('what came, went, moved or sat down is told, and nothing that is the same', () => {
  const moved = { ...one, startsAt: at('12:00'), endsAt: at('13:00'), version: one.version + 1 }
  expect(changesBetween([one, two], [one, { ...two }])).toEqual([])
  expect(changesBetween([one], [one, two])).toEqual([{ what: 'came', booking: two }])
  expect(changesBetween([one, two], [two])).toEqual([{ what: 'went', booking: one }])
  expect(changesBetween([one], [moved])).toEqual([{ what: 'moved', booking: moved }])
  const seated = { ...one, state: 'checked_in' as const, version: one.version + 1 }
  expect(changesBetween([one], [seated])).toEqual([{ what: 'state', booking: seated }])
  expect(changesBetween([one], [{ ...one, purpose: 'answer', version: one.version + 1 }])).toEqual([])
})
