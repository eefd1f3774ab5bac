import type { IssueType } from '../../../../shared/contract/tickets/tickets.ts'

export const MOST_ISSUE_TYPES = 9

/** Digits no type has yet, in order. */
export const freeDigits = (types: readonly IssueType[]): number[] =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((digit) => !types.some((type) => type.digit === digit))

/** Gives a type this digit; the type that had it takes the other's, so that a digit is never there twice. */
export function withDigit(types: readonly IssueType[], id: string, digit: number): IssueType[] {
  const before = types.find((type) => type.id === id)?.digit ?? digit
  return byDigit(
    types.map((type) =>
      type.id === id ? { ...type, digit } : type.digit === digit ? { ...type, digit: before } : type,
    ),
  )
}

export const withChange = (types: readonly IssueType[], id: string, change: Partial<IssueType>): IssueType[] =>
  byDigit(types.map((type) => (type.id === id ? { ...type, ...change } : type)))

const byDigit = (types: readonly IssueType[]): IssueType[] => [...types].sort((a, b) => a.digit - b.digit)

/** An id of small letters for a type somebody made, from random bytes: never one that was used before. */
export const newTypeId = (random: Uint8Array): string =>
  `own_${[...random].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')}`

/** A limit that is a whole number from 1 to 400, as the contract asks. */
export const isFittingAmount = (amount: number): boolean => Number.isInteger(amount) && amount >= 1 && amount <= 400
