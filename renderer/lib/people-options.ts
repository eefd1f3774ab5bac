import type { Person } from '../../shared/contract/house/people.ts'
import { onceFor } from './once-for.ts'

/** «王伟 · 家电部 · 80012»: two people may share a name, and even a department. */
export const personLabel = ({ name, department, employeeNumber }: Person): string =>
  [name, department, employeeNumber ?? ''].filter((part) => part !== '').join(' · ')

/** For every list in which somebody is chosen: the same options for the same list. Found as everywhere, by the mail address too. */
export const peopleOptions = onceFor((people: readonly Person[]) =>
  people.map((person) => ({ value: person.id, label: personLabel(person), alsoFoundBy: person.email ?? '' })),
)

/** For fields in which somebody is named who need not be on the list. */
export const peopleNames = onceFor((people: readonly Person[]) => [...new Set(people.map(({ name }) => name))])
