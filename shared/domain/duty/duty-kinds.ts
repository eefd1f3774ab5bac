import type { DutyCounts, DutyKind } from '../../contract/duty/passports.ts'

/** The three duties of a manager's year, 一去两听, in the order in which joiners owe them: a listening can be booked soonest. */
export const dutyKinds: readonly DutyKind[] = ['listen', 'answer', 'trip']

/** How many of each, worked out one by one. */
export const countEach = (of: (kind: DutyKind) => number): DutyCounts => ({
  listen: of('listen'),
  answer: of('answer'),
  trip: of('trip'),
})

/** How many of each are still owed; more of one does not make up for another. */
export const missingOf = (owed: DutyCounts, done: DutyCounts): DutyCounts =>
  countEach((kind) => Math.max(0, owed[kind] - done[kind]))

/** Whether nothing is owed any more. */
export const isFulfilled = (missing: DutyCounts): boolean => dutyKinds.every((kind) => missing[kind] === 0)
