import type { Ahead } from '../../contract/house/leaving.ts'
import type { Person } from '../../contract/house/people.ts'
import { hasNothingAhead } from './ahead.ts'
import { type ListPlan, nameKey, numberKey } from './people-list.ts'

/** Why a list seems to hold only a part of the house: then nobody is taken for gone unless somebody says so. */
export type PartialWhy =
  /** The file ends inside a row. */
  | 'cut_off'
  /** Other sheets of the workbook hold something, perhaps the others. */
  | 'other_sheets'
  /** All of it is of one department, and the house has others. */
  | 'one_department'
  /** More than every fifth would go. */
  | 'few'

/** Fewer than these are no sign of a list that holds only a part. */
const FEW = 3
const MOST_SHARE = 0.2

interface FileFacts {
  readonly rows: readonly { readonly name: string; readonly employeeNumber: string }[]
  /** Words of rows that could not be read. */
  readonly unread: readonly string[]
}

/**
 * Who is in the house and not in the list, in the order of the house. A row that is left out, for whatever reason, still names somebody: whose number or name
 * stands anywhere in the file is no leaver. `exceptId`: whoever reads it does not take themselves off.
 */
export function leaversOf(
  known: readonly Person[],
  plan: ListPlan,
  { rows, unread }: FileFacts,
  exceptId: string | null,
): Person[] {
  const updated = new Set(plan.good.map(({ knownId }) => knownId))
  const words = [...plan.bad.map(({ text }) => text), ...unread].flatMap((text) => text.split(PARTS))
  const numbers = new Set([...rows.map(({ employeeNumber }) => numberKey(employeeNumber)), ...words.map(numberKey)])
  // Who stands in the list by name alone, or is known so, may be meant by the name.
  const unnumbered = rows.filter(({ employeeNumber }) => employeeNumber === '').map(({ name }) => nameKey(name))
  const [names, loose] = [
    new Set(rows.map(({ name }) => nameKey(name))),
    new Set([...unnumbered, ...words.map(nameKey)]),
  ]
  const isNamed = ({ name, employeeNumber }: Person): boolean =>
    employeeNumber === null
      ? names.has(nameKey(name)) || loose.has(nameKey(name))
      : numbers.has(numberKey(employeeNumber)) || loose.has(nameKey(name))
  return known.filter((person) => person.id !== exceptId && !updated.has(person.id) && !isNamed(person))
}

const PARTS = /[\s|,;、，；:：()（）]+/

/** Null: it seems to be the whole house. */
export function whyPartial(
  known: readonly Person[],
  leaverCount: number,
  plan: ListPlan,
  { isCut, otherSheets }: { readonly isCut: boolean; readonly otherSheets: number },
): PartialWhy | null {
  if (leaverCount === 0) return null
  if (isCut) return 'cut_off'
  if (leaverCount >= FEW && leaverCount > known.length * MOST_SHARE) {
    const isOneDepartment = departmentsOf(plan.good.map(({ person }) => person)) === 1 && departmentsOf(known) > 1
    return isOneDepartment ? 'one_department' : 'few'
  }
  return otherSheets > 0 ? 'other_sheets' : null
}

const departmentsOf = (people: readonly { department: string }[]): number =>
  new Set(people.map(({ department }) => department)).size

/**
 * Ticked at first where the list seems whole: who has a number that the list does not know, and nothing before them that would be cancelled unseen. A
 * coordinator is looked at first.
 */
export const isLikelyGone = ({ role, employeeNumber }: Person, ahead: Ahead): boolean =>
  employeeNumber !== null && role !== 'coordinator' && hasNothingAhead(ahead)
