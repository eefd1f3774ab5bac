import type { Ahead } from '../../../shared/contract/house/leaving.ts'
import type { KeptPerson, ListChange, Person, PersonWish } from '../../../shared/contract/house/people.ts'
import type { Id, PlainDate } from '../../../shared/contract/values.ts'
import { isSittingNow } from '../../../shared/domain/house/ahead.ts'
import { isAlready, type ListPlan } from '../../../shared/domain/house/people-list.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { GoneMeanwhile } from '../../storage/engine/engine.ts'
import type { Query } from '../../storage/engine/query.ts'
import { insertPerson, onceKnownToHold, personToHold, removePerson, updatePerson } from '../../storage/house/people.ts'
import type { By } from '../../storage/versions.ts'
import type { Clock } from '../parts.ts'
import { giveBack, giveUp, holdLeavers, putBackWithWaits } from './leaving.ts'

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

/** Takes somebody off the list, whom a seat does not wait for: comes to the bookings that are in the way. */
type TakeOff = (person: Person, by: By) => Query<number>

/** Each as it was before, or once more as the list made it. */
export function* takeBack(
  changes: readonly ListChange[],
  by: By,
  { takeOff, clock }: { readonly takeOff: TakeOff; readonly clock: Pick<Clock, 'newId'> },
): Query<{ changes: ListChange[]; kept: KeptPerson[] }> {
  const done: ListChange[] = []
  const kept: KeptPerson[] = []
  const leaving = changes.filter(({ left }) => left !== undefined)
  const given = leaving.flatMap(({ left }) => left?.gaveUp ?? [])
  const ahead =
    leaving.length === 0
      ? null
      : yield* holdLeavers(
          leaving.map(({ personId }) => personId),
          by.at,
          given,
        )
  const goingAgain: { id: Id; person: Known; ahead: Ahead; reason: string }[] = []
  for (const { personId, seenVersion, before, left } of changes) {
    const now = yield* onceKnownToHold(personId)
    if (now?.version !== seenVersion) {
      kept.push({ name: now?.name ?? before?.name ?? '', why: 'changed_since' })
      continue
    }
    if (before === null && left !== undefined && ahead !== null) {
      if (isSittingNow(ahead(personId))) kept.push({ name: now.name, why: 'has_bookings' })
      else goingAgain.push({ id: personId, person: now, ahead: ahead(personId), reason: left.reason })
      continue
    }
    const why = yield* backTo(before, now, by, takeOff)
    if (why !== null) {
      kept.push({ name: now.name, why })
      continue
    }
    const stayed = left?.gaveUp == null ? 0 : yield* giveBack(personId, left.gaveUp, by, clock)
    if (stayed > 0) kept.push({ name: now.name, why: 'not_all_back' })
    const again = left === undefined ? {} : { left: { reason: left.reason, gaveUp: null } }
    const was = now.removedAt === null ? wishOf(now) : null
    done.push({ personId, seenVersion: seenVersion + 1, before: was, ...again })
  }
  const [first] = goingAgain
  if (first === undefined) return { changes: done, kept }
  const gaveUp = yield* giveUp(goingAgain, { ...by, reason: maskText(first.reason).text }, clock)
  for (const { id, person, reason } of goingAgain) {
    yield* removePerson(person, by)
    const left = { reason, gaveUp: gaveUp.get(id) ?? null }
    done.push({ personId: id, seenVersion: person.version + 1, before: wishOf(person), left })
  }
  return { changes: done, kept }
}

function* backTo(
  before: PersonWish | null,
  { removedAt, ...now }: Known,
  by: By,
  takeOff: TakeOff,
): Query<KeptPerson['why'] | null> {
  if (before === null) return (yield* takeOff(now, by)) > 0 ? 'has_bookings' : null
  // Who was taken off the list is still as they were on it.
  const outcome = yield* removedAt === null
    ? updatePerson(now, { id: now.id, ...before, joinedOn: joinedOnOf(before, now) }, by)
    : putBackWithWaits(now, by)
  return outcome === 'saved' ? null : 'number_taken'
}

/** A wish that says nothing of it, from a program that does not know of it, leaves it as it is. */
export const joinedOnOf = ({ joinedOn }: PersonWish, known: Person | null): PlainDate | null =>
  joinedOn === undefined ? (known?.joinedOn ?? null) : joinedOn

type Known = NonNullable<ReturnType<typeof onceKnownToHold> extends Query<infer Found> ? Found : never>

export const wishOf = ({ name, department, role, employeeNumber, email, joinedOn }: Person): PersonWish => ({
  ...{ name, department, role, employeeNumber, email, joinedOn },
})
