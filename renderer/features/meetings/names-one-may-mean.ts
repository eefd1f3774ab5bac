import type { Person } from '../../../shared/contract/house/people.ts'
import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import { peopleNames } from '../../lib/people-options.ts'

/** Whom a line of this meeting may name: whoever is there, whoever a line names already, and everybody of the house as they are called and as they are told apart. */
export const namesOneMayMean = (
  { attendees, lines }: Pick<Meeting, 'attendees' | 'lines'>,
  people: readonly Person[],
): string[] => [
  ...new Set([
    ...attendees,
    ...lines.flatMap(({ ownerName }) => ownerName ?? []),
    ...people.map(({ name }) => name),
    ...peopleNames(people),
  ]),
]
