import type { BadRow, Person, PersonWish, RowFate, RowReason } from '../../contract/house/people.ts'
import type { PlainDate } from '../../contract/values.ts'
import type { Role } from '../../contract/who.ts'
import { isBlank, oddCharacterIn } from '../../text/characters.ts'
import { withLostZeros } from './lost-zeros.ts'

/** A row of a list as it was read: trimmed text, empty where the list says nothing. */
export interface ListRow {
  /** From 1, as a spreadsheet shows it. */
  row: number
  name: string
  employeeNumber: string
  department: string
  email: string
  /** Null where the list says nothing. */
  role: Role | null
  joinedOn: PlainDate | null
  /** Cells that say something, and nobody knows what. */
  faults: readonly RowReason[]
  /** The whole row, to show when it is bad. */
  text: string
}

export interface ListPlan {
  /** `knownId`: the person this row updates; null for somebody new. */
  good: { row: number; person: PersonWish; knownId: string | null; fate: RowFate }[]
  bad: BadRow[]
}

const LONGEST = { name: 60, employeeNumber: 40, department: 80, email: 120 } as const

/**
 * What a list would do to the people known. An employee number that is known updates that person when the name is theirs, and is
 * refused otherwise: a list never makes somebody of somebody else. Where the list or the console has no number, the same name in
 * the same department does. An empty cell never wipes out what is known.
 * A number that lost the zeros in front of it on its way through a spreadsheet is that of the person of this name who has them.
 * `merged`: numbers of records that were merged into somebody's; such a row would bring back who is there already.
 */
export function planList(
  read: readonly ListRow[],
  known: readonly Person[],
  merged: readonly { readonly employeeNumber: string; readonly intoName: string }[] = [],
): ListPlan {
  const plan: ListPlan = { good: [], bad: [] }
  const rows = withTheirZeros(read, known)
  const seen = new Set<string>()
  const updated = new Set<string>()
  const byNumber = new Map(known.map((person) => [numberKey(person.employeeNumber ?? ''), person]))
  const listed = new Set(rows.map((row) => numberKey(row.employeeNumber)))
  // Whose number stands in the list is not looked for by name as well.
  const unnamed = known.filter(
    ({ employeeNumber }) => employeeNumber === null || !listed.has(numberKey(employeeNumber)),
  )
  const namesakes = Map.groupBy(unnamed, placeOf)
  const mergedInto = new Map(merged.map((one) => [numberKey(one.employeeNumber), one.intoName]))
  for (const row of rows) {
    const holder = row.employeeNumber === '' ? undefined : byNumber.get(numberKey(row.employeeNumber))
    const intoName = holder === undefined ? mergedInto.get(numberKey(row.employeeNumber)) : undefined
    const reasons = faultsOf(row, seen, holder)
    if (intoName !== undefined) reasons.push('number_of_merged')
    if (reasons.length > 0) {
      const knownName = reasons.includes('number_of_another') ? (holder?.name ?? null) : (intoName ?? null)
      plan.bad.push({ row: row.row, reasons, text: row.text, knownName })
      continue
    }
    if (row.employeeNumber !== '') seen.add(numberKey(row.employeeNumber))
    const match = holder ?? namesakeOf(row, namesakes.get(placeOf(row)) ?? [], updated)
    if (match !== undefined) updated.add(match.id)
    const person = {
      name: row.name,
      department: row.department || (match?.department ?? ''),
      role: row.role ?? match?.role ?? 'listener',
      employeeNumber: row.employeeNumber || (match?.employeeNumber ?? null),
      email: row.email || (match?.email ?? null),
      joinedOn: row.joinedOn ?? match?.joinedOn ?? null,
    }
    plan.good.push({ row: row.row, knownId: match?.id ?? null, person, fate: fateOf(person, match) })
  }
  return plan
}

const fateOf = (person: PersonWish, known: Person | undefined): RowFate => {
  if (known === undefined) return 'new'
  return isAlready(known, person) ? 'same' : 'update'
}

const FIELDS = ['name', 'department', 'role', 'employeeNumber', 'email', 'joinedOn'] as const

/** A list is read again and again: whoever stands in it as before is not changed by it, and nobody's open form grows stale. */
export const isAlready = (known: Person, wish: PersonWish): boolean =>
  FIELDS.every((field) => known[field] === wish[field])

function withTheirZeros(rows: readonly ListRow[], known: readonly Person[]): ListRow[] {
  const zeroed = withLostZeros(known)
  return rows.map((row) => {
    const [one, other] = zeroed(row.employeeNumber).filter(({ name }) => nameKey(name) === nameKey(row.name))
    return one?.employeeNumber == null || other !== undefined ? row : { ...row, employeeNumber: one.employeeNumber }
  })
}

function faultsOf(row: ListRow, seen: ReadonlySet<string>, holder: Person | undefined): RowReason[] {
  const faults = [...row.faults]
  if (isBlank(row.name)) faults.push('name_missing')
  if ([row.name, row.employeeNumber, row.department, row.email].some((text) => oddCharacterIn(text) !== null))
    faults.push('odd_character')
  if (Object.entries(LONGEST).some(([field, longest]) => row[field as keyof typeof LONGEST].length > longest))
    faults.push('too_long')
  if (row.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(row.email)) faults.push('bad_email')
  if (seen.has(numberKey(row.employeeNumber))) faults.push('repeated_employee_number')
  // Whose number it is, is told of somebody who has a name.
  else if (holder !== undefined && !isBlank(row.name) && nameKey(holder.name) !== nameKey(row.name))
    faults.push('number_of_another')
  return faults
}

/** E1001 and e1001 are one number. */
export const numberKey = (employeeNumber: string): string => employeeNumber.toUpperCase()

/** Anna Lee and anna  lee are one name. */
export const nameKey = (name: string): string => name.replace(/\s+/g, '').toLowerCase()

/** Neither a name nor a department holds a line break. */
const placeOf = (person: { name: string; department: string }): string =>
  `${nameKey(person.name)}\n${person.department}`

/** Each known person answers to one row: a second row of the same name is somebody else, and so is one with another address. */
const namesakeOf = (row: ListRow, namesakes: readonly Person[], updated: ReadonlySet<string>): Person | undefined =>
  namesakes.find(
    ({ id, employeeNumber, email }) =>
      (row.employeeNumber === '' || employeeNumber === null) &&
      (row.email === '' || email === null || email.toLowerCase() === row.email.toLowerCase()) &&
      !updated.has(id),
  )
