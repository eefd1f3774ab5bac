import type { Meeting, TheirBooking } from '../../contract/house/merges.ts'
import type { Person } from '../../contract/house/people.ts'
import { nameKey } from './people-list.ts'

/** What a record knows of a person. */
export type PersonFacts = Omit<Person, 'id' | 'version'>

/** As the record that stays will be: what it does not know is taken from the other, and nothing that it knows is changed. */
export function filledFrom(kept: PersonFacts, gone: PersonFacts): PersonFacts {
  return {
    ...kept,
    department: kept.department || gone.department,
    employeeNumber: kept.employeeNumber ?? gone.employeeNumber,
    email: kept.email ?? gone.email,
    joinedOn: kept.joinedOn ?? gone.joinedOn,
  }
}

/** Pairs of bookings, one of each record, at which one person cannot be both; soonest first. */
export const meetingsOf = (kept: readonly TheirBooking[], gone: readonly TheirBooking[]): Meeting[] =>
  gone.flatMap((theirs) =>
    kept
      .filter((own) => own.id !== theirs.id && own.startsAt < theirs.endsAt && own.endsAt > theirs.startsAt)
      .map((own) => ({ kept: own, gone: theirs })),
  )

/** Pairs of which neither is given up, or both are. */
export const undecided = (meetings: readonly Meeting[], givenUp: ReadonlySet<string>): Meeting[] =>
  meetings.filter(({ kept, gone }) => givenUp.has(kept.id) === givenUp.has(gone.id))

/** A pair of which the one that is given up has begun. Where both have, there is one whatever is given up. */
export const begunOf = (meetings: readonly Meeting[], givenUp: ReadonlySet<string>): Meeting | null =>
  meetings.find(({ kept, gone }) => [kept, gone].some((one) => one.isRunning && givenUp.has(one.id))) ?? null

interface Somebody {
  readonly id: string
  readonly name: string
  readonly department: string
  readonly employeeNumber: string | null
  readonly email: string | null
}

export type Likeness = 'number' | 'email' | 'name'

/** Two records that may be one person's, and what says so. */
export interface Twins<One extends Somebody> {
  readonly one: One
  readonly other: One
  readonly by: Likeness
}

/**
 * Who may stand on the list twice: the same employee number but for zeros in front, blanks and case, the same address, or the same name in the same department. Two who
 * have numbers of their own are not taken for one by their name. In the order of the list, each pair once.
 */
export function likelyTwins<One extends Somebody>(people: readonly One[]): Twins<One>[] {
  const found: Twins<One>[] = []
  const told = new Set<string>()
  for (const by of ['number', 'email', 'name'] as const) {
    const first = new Map<string, One>()
    for (const person of people) {
      const key = keyOf(person, by)
      const one = key === '' ? undefined : first.get(key)
      if (one === undefined) {
        if (key !== '') first.set(key, person)
        continue
      }
      const pair = `${one.id} ${person.id}`
      if (told.has(pair) || (by === 'name' && one.employeeNumber !== null && person.employeeNumber !== null)) continue
      told.add(pair)
      found.push({ one, other: person, by })
    }
  }
  return found
}

function keyOf({ name, department, employeeNumber, email }: Somebody, by: Likeness): string {
  if (by === 'number') return (employeeNumber ?? '').replace(/\s+/g, '').replace(/^0+/, '').toUpperCase()
  if (by === 'email') return (email ?? '').trim().toLowerCase()
  return department === '' ? '' : `${nameKey(name)}\n${department}`
}
