import type { DutyCounts, PassportGroup } from '../../../../shared/contract/duty/passports.ts'
import type { Person } from '../../../../shared/contract/house/people.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { isFulfilled, missingOf } from '../../../../shared/domain/duty/duty-kinds.ts'
import type { Readings } from '../../../../shared/domain/house/name-sounds.ts'
import { onceFor } from '../../../lib/once-for.ts'
import { findPeople } from '../../../lib/people-search.ts'

/** One person who owes something, with what is left of it. */
export interface DutyRow extends Omit<PassportGroup, 'personIds'> {
  readonly person: Person
  readonly missing: DutyCounts
}

export interface DutyFilter {
  readonly state: 'owes' | 'done' | 'everyone'
  /** Null: all of them. */
  readonly department: string | null
  readonly typed: string
}

export const everyoneOwing: DutyFilter = { state: 'owes', department: null, typed: '' }

/** In the list's order; the same rows for the same lists. */
export const dutyRows = (people: readonly Person[], groups: readonly PassportGroup[]): readonly DutyRow[] =>
  rowsOf(groups)(people)

const rowsOf = onceFor((groups: readonly PassportGroup[]) =>
  onceFor((people: readonly Person[]) => rowsFor(people, groups)),
)

function rowsFor(people: readonly Person[], groups: readonly PassportGroup[]): DutyRow[] {
  const factsOf = new Map<Id, Omit<DutyRow, 'person'>>()
  for (const { personIds, ...alike } of groups) {
    const facts = { ...alike, missing: missingOf(alike.owed, alike.done) }
    for (const id of personIds) factsOf.set(id, facts)
  }
  const rows: DutyRow[] = []
  for (const person of people) {
    const facts = factsOf.get(person.id)
    // Field by field: a company's rows are made while somebody waits, and spreading costs three times as much.
    if (facts !== undefined)
      rows.push({ owed: facts.owed, done: facts.done, remindedAt: facts.remindedAt, missing: facts.missing, person })
  }
  return rows
}

/** In their order. `readings`: how the names are said, as far as that is known. */
export function filtered(
  rows: readonly DutyRow[],
  { state, department, typed }: DutyFilter,
  readings: Readings,
): DutyRow[] {
  const isWanted = ({ missing, person }: DutyRow) =>
    (department === null || person.department === department) &&
    (state === 'everyone' || isFulfilled(missing) === (state === 'done'))
  const wanted = rows.filter(isWanted)
  if (typed.trim() === '') return wanted
  const found = new Set(findPeople(peopleIn(rows), typed, readings))
  return wanted.filter(({ person }) => found.has(person))
}

/** The same list for the same rows: thousands of names are folded once, not at every key. */
const peopleIn = onceFor((rows: readonly DutyRow[]) => rows.map(({ person }) => person))

/** How many still owe, and how many sittings of it need a seat. */
export function forecastOf(rows: readonly DutyRow[]): { readonly people: number; readonly seats: number } {
  const owing = rows.filter(({ missing }) => !isFulfilled(missing))
  return {
    people: owing.length,
    seats: owing.reduce((sum, { missing }) => sum + missing.listen + missing.answer, 0),
  }
}

/** Each once, in alphabetical order. */
export const departmentsOf = (rows: readonly DutyRow[]): string[] =>
  [...new Set(rows.map(({ person }) => person.department).filter((name) => name !== ''))].sort()
