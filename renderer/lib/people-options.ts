import type { Person } from '../../shared/contract/house/people.ts'

/** «王伟 · 家电部 · 80012»: two people may share a name, and even a department. Found by any part of it. */
export const personLabel = ({ name, department, employeeNumber }: Person): string =>
  [name, department, employeeNumber ?? ''].filter((part) => part !== '').join(' · ')

type PersonOption = Readonly<{ value: string; label: string }>

/** Everybody there is, which is asked for by each screen and changes rarely, is many thousands. */
const made = new WeakMap<readonly Person[], readonly PersonOption[]>()

/** For every list in which somebody is chosen: the same options for the same list. */
export function peopleOptions(people: readonly Person[]): readonly PersonOption[] {
  const options = made.get(people) ?? people.map((person) => ({ value: person.id, label: personLabel(person) }))
  made.set(people, options)
  return options
}
