import type { BadRow, Person, PersonWish } from '../contract/people.ts'
import { isBlank, oddCharacterIn } from '../text/characters.ts'

/** A row of a list as it was read: trimmed text, empty where the list says nothing. */
export interface ListRow {
  /** From 1, as a spreadsheet shows it. */
  row: number
  name: string
  employeeNumber: string
  department: string
  email: string
  /** The whole row, to show when it is bad. */
  text: string
}

export interface ListPlan {
  /** `knownId`: the person this row updates; null for somebody new. */
  good: { row: number; person: PersonWish; knownId: string | null }[]
  bad: BadRow[]
}

const LONGEST = { name: 60, employeeNumber: 40, department: 80, email: 120 } as const

/**
 * What a list would do to the people known. An employee number that is known updates that person; where the list or the
 * console has no number, the same name in the same department does. An empty cell never wipes out what is known.
 */
export function planList(rows: readonly ListRow[], known: readonly Person[]): ListPlan {
  const plan: ListPlan = { good: [], bad: [] }
  const seen = new Set<string>()
  const updated = new Set<string>()
  const byNumber = new Map(known.map((person) => [person.employeeNumber, person]))
  const namesakes = Map.groupBy(known, placeOf)
  for (const row of rows) {
    const reason = faultOf(row, seen)
    if (reason !== null) {
      plan.bad.push({ row: row.row, reason, text: row.text })
      continue
    }
    if (row.employeeNumber !== '') seen.add(row.employeeNumber)
    const match = byNumber.get(row.employeeNumber) ?? namesakeOf(row, namesakes.get(placeOf(row)) ?? [], updated)
    if (match !== undefined) updated.add(match.id)
    plan.good.push({
      row: row.row,
      knownId: match?.id ?? null,
      person: {
        name: row.name,
        department: row.department || (match?.department ?? ''),
        role: match?.role ?? 'listener',
        employeeNumber: row.employeeNumber || (match?.employeeNumber ?? null),
        email: row.email || (match?.email ?? null),
      },
    })
  }
  return plan
}

function faultOf(row: ListRow, seen: ReadonlySet<string>): BadRow['reason'] | null {
  if (isBlank(row.name)) return 'name_missing'
  if ([row.name, row.employeeNumber, row.department, row.email].some((text) => oddCharacterIn(text) !== null))
    return 'odd_character'
  if (Object.entries(LONGEST).some(([field, longest]) => row[field as keyof typeof LONGEST].length > longest))
    return 'too_long'
  if (row.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(row.email)) return 'bad_email'
  return seen.has(row.employeeNumber) ? 'repeated_employee_number' : null
}

/** Neither a name nor a department holds a line break. */
const placeOf = (person: { name: string; department: string }): string => `${person.name}\n${person.department}`

/** Each known person answers to one row: a second row of the same name is somebody else. */
const namesakeOf = (row: ListRow, namesakes: readonly Person[], updated: ReadonlySet<string>): Person | undefined =>
  namesakes.find((person) => (row.employeeNumber === '' || person.employeeNumber === null) && !updated.has(person.id))
