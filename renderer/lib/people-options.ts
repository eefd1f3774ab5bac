import type { Person } from '../../shared/contract/house/people.ts'

/** «王伟 · 家电部 · 80012»: two people may share a name, and even a department. Found by any part of it. */
export const personLabel = ({ name, department, employeeNumber }: Person): string =>
  [name, department, employeeNumber ?? ''].filter((part) => part !== '').join(' · ')

/** For every list in which somebody is chosen. */
export const peopleOptions = (people: readonly Person[]): { value: string; label: string }[] =>
  people.map((person) => ({ value: person.id, label: personLabel(person) }))
