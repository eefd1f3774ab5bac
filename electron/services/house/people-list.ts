import type { KeptPerson, ListChange, Person, PersonWish } from '../../../shared/contract/house/people.ts'
import type { Id, PlainDate } from '../../../shared/contract/values.ts'
import type { ListPlan } from '../../../shared/domain/house/people-list.ts'
import { GoneMeanwhile } from '../../storage/engine/engine.ts'
import type { Query } from '../../storage/engine/query.ts'
import { insertPerson, onceKnownToHold, personToHold, putBackPerson, updatePerson } from '../../storage/house/people.ts'
import type { By } from '../../storage/versions.ts'

/** All of them or none: what the plan says and what is stored must be the same. Comes to what was changed. */
export function* keepPlan({ good }: ListPlan, newId: () => Id, by: By): Query<ListChange[]> {
  const changes: ListChange[] = []
  for (const { person, knownId } of good) {
    const known = knownId === null ? null : yield* personToHold(knownId)
    if (known !== null && isAlready(known, person)) continue
    const after = { id: known?.id ?? newId(), ...person, joinedOn: joinedOnOf(person, known) }
    const outcome = yield* known === null ? insertPerson({ ...after, version: 0 }) : updatePerson(known, after, by)
    // Another hub keeps the same list in the same moment: planned anew, who is new here is known.
    if (outcome !== 'saved') throw new GoneMeanwhile('a planned row was refused')
    changes.push(
      known === null
        ? { personId: after.id, seenVersion: 0, before: null }
        : { personId: after.id, seenVersion: known.version + 1, before: wishOf(known) },
    )
  }
  return changes
}

/** `takeOff` comes to the bookings that are in the way. */
export function* takeBack(
  changes: readonly ListChange[],
  by: By,
  takeOff: (person: Person, by: By) => Query<number>,
): Query<{ changes: ListChange[]; kept: KeptPerson[] }> {
  const done: ListChange[] = []
  const kept: KeptPerson[] = []
  for (const { personId, seenVersion, before } of changes) {
    const now = yield* onceKnownToHold(personId)
    const why = now?.version === seenVersion ? yield* backTo(before, now, by, takeOff) : 'changed_since'
    if (why !== null) kept.push({ name: now?.name ?? before?.name ?? '', why })
    else done.push({ personId, seenVersion: seenVersion + 1, before: now?.removedAt === null ? wishOf(now) : null })
  }
  return { changes: done, kept }
}

function* backTo(
  before: PersonWish | null,
  { removedAt, ...now }: Known,
  by: By,
  takeOff: (person: Person, by: By) => Query<number>,
): Query<KeptPerson['why'] | null> {
  if (before === null) return (yield* takeOff(now, by)) > 0 ? 'has_bookings' : null
  // Who was taken off the list is still as they were on it.
  const outcome = yield* removedAt === null
    ? updatePerson(now, { id: now.id, ...before, joinedOn: joinedOnOf(before, now) }, by)
    : putBackPerson(now, by)
  return outcome === 'saved' ? null : 'number_taken'
}

/** A wish that says nothing of it, from a program that does not know of it, leaves it as it is. */
export const joinedOnOf = ({ joinedOn }: PersonWish, known: Person | null): PlainDate | null =>
  joinedOn === undefined ? (known?.joinedOn ?? null) : joinedOn

type Known = NonNullable<ReturnType<typeof onceKnownToHold> extends Query<infer Found> ? Found : never>

const FIELDS = ['name', 'department', 'role', 'employeeNumber', 'email', 'joinedOn'] as const

/** A list is read again and again: whoever stands in it as before is not changed by it, and nobody's open form grows stale. */
const isAlready = (known: Person, wish: PersonWish): boolean => FIELDS.every((field) => known[field] === wish[field])

const wishOf = ({ name, department, role, employeeNumber, email, joinedOn }: Person): PersonWish => ({
  ...{ name, department, role, employeeNumber, email, joinedOn },
})
