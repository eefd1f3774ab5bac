import type { Person } from '../../contract/house/people.ts'
import type { ArrivingPerson, Meeting } from '../../contract/team/arrivals.ts'
import { nameKey, numberKey } from '../house/people-list.ts'

/** More that look alike nobody compares. */
const MOST_CANDIDATES = 5

/**
 * Whom of a hub's people somebody of a desk may be. The same employee number under the same name is the same person; so is the only one of that
 * name and department, unless both have a number. Where a number, a name or an address alone agree, it is for a person to say: nobody
 * is made somebody else. Of those off the list (`removed`) too: whether somebody who is to be added is one of them.
 */
export function meetPeople(
  arriving: readonly ArrivingPerson[],
  known: readonly Person[],
  removed: readonly Person[],
): Meeting[] {
  const byId = new Map(known.map((person) => [person.id, person]))
  const byNumber = grouped(known, numberOf)
  const byName = grouped(known, ({ name }) => nameKey(name))
  const byEmail = grouped(known, emailOf)
  const goneByNumber = grouped(removed, numberOf)
  const goneByName = grouped(removed, ({ name }) => nameKey(name))
  return arriving.map((one): Meeting => {
    const { id } = one
    if (byId.has(id)) return { id, how: 'there', candidates: [] }
    const numbered = byNumber.get(numberOf(one) ?? '') ?? []
    const [holder] = numbered
    if (holder !== undefined && nameKey(holder.name) === nameKey(one.name))
      return { id, how: 'same_number', candidates: [candidateOf(holder)] }
    const namesakes = (byName.get(nameKey(one.name)) ?? []).filter((other) => mayBe(one, other))
    const neighbours = namesakes.filter(({ department }) => department === one.department)
    const [only] = neighbours
    if (only !== undefined && neighbours.length === 1 && numbered.length === 0 && isAddressAlike(one, only))
      return { id, how: 'same_place', candidates: [candidateOf(only)] }
    const addressed = (byEmail.get(emailOf(one) ?? '') ?? []).filter((other) => mayBe(one, other))
    const likely = new Set([...numbered, ...neighbours, ...addressed, ...namesakes])
    const gone = new Set([
      ...(goneByNumber.get(numberOf(one) ?? '') ?? []),
      ...(goneByName.get(nameKey(one.name)) ?? []).filter((other) => mayBe(one, other)),
    ])
    const offered = [
      ...[...likely].map(candidateOf),
      ...[...gone].map((person) => ({ ...candidateOf(person), isRemoved: true as const })),
    ]
    const candidates = offered.slice(0, MOST_CANDIDATES)
    return { id, how: candidates.length === 0 ? 'new' : 'likely', candidates }
  })
}

/** Two numbers are two people. */
const mayBe = (one: ArrivingPerson, other: Person): boolean =>
  numberOf(one) === null || numberOf(other) === null || numberOf(one) === numberOf(other)

const isAddressAlike = (one: ArrivingPerson, other: Person): boolean =>
  emailOf(one) === null || emailOf(other) === null || emailOf(one) === emailOf(other)

type Known = Pick<Person, 'employeeNumber' | 'email'>
const numberOf = ({ employeeNumber }: Known): string | null => (employeeNumber ? numberKey(employeeNumber) : null)
const emailOf = ({ email }: Known): string | null => (email ? email.toLowerCase() : null)

const candidateOf = ({ id, name, department, employeeNumber, email }: Person): Meeting['candidates'][number] => ({
  ...{ personId: id, name, department, employeeNumber, email },
})

function grouped(known: readonly Person[], keyOf: (person: Person) => string | null): ReadonlyMap<string, Person[]> {
  const groups = Map.groupBy(known, keyOf)
  groups.delete(null)
  return groups as Map<string, Person[]>
}
