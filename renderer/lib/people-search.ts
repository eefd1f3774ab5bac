import type { Person } from '../../shared/contract/house/people.ts'

/** People whose name, department, employee number or e-mail holds every word typed; all of them for nothing typed. */
export function findPeople(people: readonly Person[], typed: string): Person[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return people.filter(({ name, department, employeeNumber, email }) => {
    const text = [name, department, employeeNumber ?? '', email ?? ''].join('\n').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** The person on the list that these words mean: same name, and the same department where one is given. */
export function personNamed(people: readonly Person[], name: string, department: string): Person | undefined {
  const namesakes = people.filter((person) => person.name === name.trim())
  if (department.trim() === '') return namesakes.length === 1 ? namesakes[0] : undefined
  return namesakes.find((person) => person.department === department.trim())
}
