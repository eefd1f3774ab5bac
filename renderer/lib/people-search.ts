import { useMemo } from 'react'
import type { Person } from '../../shared/contract/house/people.ts'
import type { Readings } from '../../shared/domain/house/name-sounds.ts'
import { meantOf, namedBy } from '../../shared/domain/house/named-things.ts'
import { onceFor } from './once-for.ts'
import { useReadings } from './use-readings.ts'

const namesOf = onceFor((people: readonly Person[]) =>
  people.map(({ name, department, employeeNumber, email }) =>
    namedBy(name, department, employeeNumber ?? '', email ?? ''),
  ),
)

/** The people who are meant, by the one rule there is for it, the nearest first; all of them for nothing typed. */
export function findPeople(people: readonly Person[], typed: string, readings: Readings): readonly Person[] {
  // Thousands of names are folded when the first is looked for, not before the list is seen.
  if (typed.trim() === '') return people
  const names = namesOf(people)
  return meantOf(people, (_person, index) => names[index] ?? namedBy(''), typed, readings)
}

/** The same for a list on screen: who sounds like it follows when it is known how the names are said. */
export function usePeopleFound(people: readonly Person[], typed: string): readonly Person[] {
  const isTyped = typed.trim() !== ''
  const names = useMemo(() => (isTyped ? people.map(({ name }) => name) : []), [people, isTyped])
  const { readings } = useReadings(names, typed)
  return useMemo(() => findPeople(people, typed, readings), [people, typed, readings])
}

/** Whom of the list these words mean: same name, and the same department where one is given. Several may be of one name, and of one department. */
export function peopleNamed(people: readonly Person[], name: string, department: string): readonly Person[] {
  const namesakes = people.filter((person) => person.name === name.trim())
  return department.trim() === '' ? namesakes : namesakes.filter((person) => person.department === department.trim())
}
