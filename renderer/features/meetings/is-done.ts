import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'

/** Closed, here or by somebody else, and nothing was written since: there is nothing left to close. */
export const isDone = ({ closedAt, lines }: Pick<Meeting, 'closedAt' | 'lines'>): boolean =>
  closedAt !== null && lines.every(({ outcome }) => outcome !== null)
