import type { Person, PersonWish } from '../../../../shared/contract/house/people.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { personNamed } from '../../../lib/people-search.ts'

export interface WhoForm {
  name: string
  department: string
  role: Person['role']
}

/**
 * Who the fields of the first step mean: somebody on the list already, the person this step made before (one step back
 * and forth again makes nobody twice), or somebody new. `wish` is null when the list has it all.
 */
export function whoToSave(
  people: readonly Person[],
  form: WhoForm,
  madeId: Id | null,
): { personId: Id | null; wish: PersonWish | null } {
  const typed = { name: form.name.trim(), department: form.department.trim(), role: form.role }
  const meant = personNamed(people, typed.name, typed.department) ?? people.find((person) => person.id === madeId)
  if (meant === undefined) return { personId: null, wish: { ...typed, employeeNumber: null, email: null } }
  const { id, ...known } = meant
  const wish = { ...known, ...typed, department: typed.department || known.department }
  const isKnown = wish.name === known.name && wish.department === known.department && wish.role === known.role
  return { personId: id, wish: isKnown ? null : wish }
}
