import type { Person, PersonWish } from '../../../../shared/contract/house/people.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { peopleNamed } from '../../../lib/people-search.ts'

export interface WhoForm {
  name: string
  department: string
  role: Person['role']
  /** Who of the list was chosen, or that it is none of them; null: the fields alone say it. */
  chosen: Id | 'none' | null
}

/** Whom of the list the fields may mean; nobody where it was said that it is none of them. */
export function whoIsMeant(people: readonly Person[], { name, department, chosen }: WhoForm): readonly Person[] {
  if (chosen === 'none') return []
  const one = people.find(({ id }) => id === chosen)
  return one === undefined ? peopleNamed(people, name, department) : [one]
}

/**
 * Who the fields of the first step mean, once it is known which of several: somebody on the list already, the person this step made before (one step back
 * and forth again makes nobody twice), or somebody new. `wish` is null when the list has it all.
 */
export function whoToSave(
  people: readonly Person[],
  form: WhoForm,
  madeId: Id | null,
): { personId: Id | null; wish: PersonWish | null } {
  const typed = { name: form.name.trim(), department: form.department.trim(), role: form.role }
  const named = whoIsMeant(people, form)
  const meant = named.length === 1 ? named[0] : people.find((person) => person.id === madeId)
  if (meant === undefined) return { personId: null, wish: { ...typed, employeeNumber: null, email: null } }
  const { id, ...known } = meant
  const wish = { ...known, ...typed, department: typed.department || known.department }
  const isKnown = wish.name === known.name && wish.department === known.department && wish.role === known.role
  return { personId: id, wish: isKnown ? null : wish }
}
