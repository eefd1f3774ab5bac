import type { Person } from '../../shared/contract/house/people.ts'
import { LONGEST } from '../../shared/contract/limits.ts'
import { onceFor } from './once-for.ts'

/** «王伟 · 家电部 · 80012»: two people may share a name, and even a department. */
export const personLabel = ({ name, department, employeeNumber }: Person): string =>
  [name, department, employeeNumber ?? ''].filter((part) => part !== '').join(' · ')

/** For every list in which somebody is chosen: the same options for the same list. Found as everywhere, by the mail address too. */
export const peopleOptions = onceFor((people: readonly Person[]) =>
  people.map((person) => ({ value: person.id, label: personLabel(person), alsoFoundBy: person.email ?? '' })),
)

/** Of the name alone, with the department, and with the number too, the first that nobody else on the list is told by, if it is no longer than a name may be. */
export const nameToWrite = onceFor((people: readonly Person[]): ((person: Person) => string) => {
  const bearers = new Map<string, number>()
  for (const person of people) for (const way of waysToWrite(person)) bearers.set(way, (bearers.get(way) ?? 0) + 1)
  return (person) =>
    waysToWrite(person).find((way) => (bearers.get(way) ?? 0) <= 1 && way.length <= LONGEST.personName) ?? person.name
})

function waysToWrite(person: Person): string[] {
  const { name, department } = person
  return [...new Set([name, department === '' ? name : `${name} · ${department}`, personLabel(person)])]
}

/** For fields in which somebody is named who need not be on the list: two of one name stand there with what tells them apart. */
export const peopleNames = onceFor((people: readonly Person[]) => [...new Set(people.map(nameToWrite(people)))])
