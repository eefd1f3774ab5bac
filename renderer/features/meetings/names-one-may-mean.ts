import type { Person } from '../../../shared/contract/house/people.ts'
import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import { peopleNames } from '../../lib/people-options.ts'

/** Whom a line of this meeting may name: whoever is there, and everybody of the house as they are called and as they are told apart. */
export const namesOneMayMean = ({ attendees }: Pick<Meeting, 'attendees'>, people: readonly Person[]): string[] => [
  ...new Set([...attendees, ...people.map(({ name }) => name), ...peopleNames(people)]),
]
