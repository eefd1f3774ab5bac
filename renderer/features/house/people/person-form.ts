import type { Person, PersonWish } from '../../../../shared/contract/house/people.ts'
import type { Role } from '../../../../shared/contract/who.ts'
import { isBlank } from '../../../../shared/text/characters.ts'

/** Every role there is, in the order they are shown. */
export const ROLES: readonly Role[] = ['listener', 'note_taker', 'coordinator']

/** What stands in the fields; of texts nothing is null there. */
export interface PersonForm {
  name: string
  department: string
  role: Role
  employeeNumber: string
  email: string
  joinedOn: string | null
}

export const emptyPerson: PersonForm = {
  name: '',
  department: '',
  role: 'listener',
  employeeNumber: '',
  email: '',
  joinedOn: null,
}

export const formOfPerson = (person: Person): PersonForm => ({
  name: person.name,
  department: person.department,
  role: person.role,
  employeeNumber: person.employeeNumber ?? '',
  email: person.email ?? '',
  joinedOn: person.joinedOn,
})

export const wishOfForm = (form: PersonForm): PersonWish => ({
  name: form.name.trim(),
  department: form.department.trim(),
  role: form.role,
  employeeNumber: form.employeeNumber.trim() || null,
  email: form.email.trim() || null,
  joinedOn: form.joinedOn,
})

export type PersonFault = 'nameMissing' | 'badEmail'

/** What keeps the person from being saved; the same measure for an e-mail as for lists. */
export function faultOfPerson(form: PersonForm): PersonFault | null {
  if (isBlank(form.name)) return 'nameMissing'
  const email = form.email.trim()
  return email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? null : 'badEmail'
}
