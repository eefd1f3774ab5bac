import { expect, test } from 'vitest'
import { IssueType } from '../../../../shared/contract/tickets/tickets.ts'
import { defaultIssueTypes } from '../../../../test/builders/issue-types.ts'
import { freeDigits, isFittingAmount, newTypeId, withChange, withDigit } from './issue-type-rows.ts'

const digitsOf = (types: readonly IssueType[]) => Object.fromEntries(types.map((type) => [type.id, type.digit]))

test('the digits left', () => {
  expect(freeDigits(defaultIssueTypes)).toEqual([8, 9])
})

test('a digit that is taken is swapped, and the list stands by digit', () => {
  const swapped = withDigit(defaultIssueTypes, 'packaging', 1)
  expect(digitsOf(swapped)).toMatchObject({ packaging: 1, coupon: 5 })
  expect(swapped.map((type) => type.digit)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('a free digit moves the type alone', () => {
  const moved = withDigit(defaultIssueTypes, 'coupon', 9)
  expect(digitsOf(moved)).toEqual({ ...digitsOf(defaultIssueTypes), coupon: 9 })
  expect(moved.at(-1)?.id).toBe('coupon')
})

test('one type changes, the others stay', () => {
  const changed = withChange(defaultIssueTypes, 'coupon', { limit: { amount: 6, unit: 'hours' } })
  expect(changed.filter((type, index) => type !== defaultIssueTypes[index]).map((type) => type.id)).toEqual(['coupon'])
})

test('a new id fits the contract', () => {
  const id = newTypeId(new Uint8Array([0, 25, 26, 255, 7, 8, 9, 10, 11, 12]))
  expect(IssueType.shape.id.parse(id)).toBe('own_azavhijklm')
})

test.each([
  [1, true],
  [400, true],
  [0, false],
  [401, false],
  [1.5, false],
  [Number.NaN, false],
])('a limit of %s fits: %s', (amount, fits) => {
  expect(isFittingAmount(amount)).toBe(fits)
})
