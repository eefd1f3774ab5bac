import type { Ahead } from '../../../shared/contract/house/leaving.ts'
import type { KeptPerson, ListChange, Person, PersonWish } from '../../../shared/contract/house/people.ts'
import type { Id, PlainDate } from '../../../shared/contract/values.ts'
import { isSittingNow } from '../../../shared/domain/house/ahead.ts'
import { isAlready, type ListPlan } from '../../../shared/domain/house/people-list.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { GoneMeanwhile } from '../../storage/engine/engine.ts'
import { afterwards, type Query } from '../../storage/engine/query.ts'
import type { Saved } from '../../storage/house/people.ts'
import {
  everyOnceKnownToHold,
  insertPeople,
  type OnceKnown,
  type PersonChange,
  removePeople,
  updatePeople,
} from '../../storage/house/people-lots.ts'
import { whoHasUpcoming } from '../../storage/seats/bookings.ts'
import type { By } from '../../storage/versions.ts'
import type { Clock } from '../parts.ts'
import { giveBack, giveUp, holdLeavers, putAllBackWithWaits, tellRequestsBeside, tellWaitsBeside } from './leaving.ts'

/** All of them or none: what the plan says and what is stored must be the same. Comes to what was changed. */
export function* keepPlan({ good }: ListPlan, newId: () => Id, by: By): Query<ListChange[]> {
  const held = yield* everyOnceKnownToHold(good.flatMap(({ knownId }) => knownId ?? []))
  const changes: ListChange[] = []
  const added: Person[] = []
  const changed: PersonChange[] = []
  for (const { person, knownId } of good) {
    const known = onList(held.get(knownId ?? ''))
    if (known !== null && isAlready(known, person)) continue
    const after = { id: known?.id ?? newId(), ...person, joinedOn: joinedOnOf(person, known) }
    if (known === null) {
      added.push({ ...after, version: 0 })
      changes.push({ personId: after.id, seenVersion: 0, before: null })
    } else {
      changed.push({ before: known, after })
      changes.push({ personId: after.id, seenVersion: known.version + 1, before: wishOf(known) })
    }
  }
  const outcomes = [yield* updatePeople(changed, by), yield* insertPeople(added)]
  // Another hub keeps the same list in the same moment: planned anew, who is new here is known.
  if (outcomes.some((outcome) => outcome !== 'saved')) throw new GoneMeanwhile('a planned row was refused')
  return changes
}

/** Somebody who was read with those that are off the list; null where they are. */
function onList(known: OnceKnown | undefined): Person | null {
  if (known === undefined || known.removedAt !== null) return null
  const { removedAt: _, ...person } = known
  return person
}

interface Back {
  readonly clock: Pick<Clock, 'newId'>
  /** They are off the list. */
  readonly gone: (personId: Id) => void
}

/** Each as it was before, or once more as the list made it. */
export function* takeBack(
  changes: readonly ListChange[],
  by: By,
  { clock, gone }: Back,
): Query<{ changes: ListChange[]; kept: KeptPerson[] }> {
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
  const held = yield* everyOnceKnownToHold(changes.map(({ personId }) => personId))
  const goingAgain: { id: Id; person: Person; ahead: Ahead; reason: string }[] = []
  const turning = new Map<ListChange, Turning>()
  const staying = new Map<ListChange, KeptPerson['why']>()
  const seen = new Set<Id>()
  for (const change of changes) {
    const { personId, seenVersion, before, left } = change
    const now = held.get(personId)
    if (now?.version !== seenVersion || seen.has(personId)) {
      staying.set(change, 'changed_since')
      continue
    }
    seen.add(personId)
    if (before !== null || left === undefined || ahead === null) turning.set(change, { now, before })
    else if (isSittingNow(ahead(personId))) staying.set(change, 'has_bookings')
    else goingAgain.push({ id: personId, person: now, ahead: ahead(personId), reason: left.reason })
  }
  const refused = yield* turnEach([...turning.values()], by, gone)
  const done: ListChange[] = []
  const kept: KeptPerson[] = []
  for (const change of changes) {
    const { personId, seenVersion, before, left } = change
    const name = held.get(personId)?.name ?? before?.name ?? ''
    const now = turning.get(change)?.now
    const why = staying.get(change) ?? (now === undefined ? undefined : refused.get(personId))
    if (why !== undefined) kept.push({ name, why })
    if (why !== undefined || now === undefined) continue
    const stayed = left?.gaveUp == null ? 0 : yield* giveBack(personId, left.gaveUp, by, clock)
    if (stayed > 0) kept.push({ name, why: 'not_all_back' })
    const again = left === undefined ? {} : { left: { reason: left.reason, gaveUp: null } }
    const was = now.removedAt === null ? wishOf(now) : null
    done.push({ personId, seenVersion: seenVersion + 1, before: was, ...again })
  }
  const [first] = goingAgain
  if (first === undefined) return { changes: done, kept }
  const gaveUp = yield* giveUp(goingAgain, { ...by, reason: maskText(first.reason).text }, clock)
  yield* removePeople(
    goingAgain.map(({ person }) => person),
    by,
  )
  for (const { id, person, reason } of goingAgain) {
    yield* afterwards(() => gone(id))
    const left = { reason, gaveUp: gaveUp.get(id) ?? null }
    done.push({ personId: id, seenVersion: person.version + 1, before: wishOf(person), left })
  }
  return { changes: done, kept }
}

/** Somebody who is held, and as they were before. */
interface Turning extends Pick<ListChange, 'before'> {
  readonly now: OnceKnown
}

/** Turns all but those it comes to, with why. Whoever goes makes their number free for the others. */
function* turnEach(turning: readonly Turning[], by: By, gone: Back['gone']): Query<Map<Id, KeptPerson['why']>> {
  const staying = new Map<Id, KeptPerson['why']>()
  const going = turning.flatMap(({ now, before }) => (before === null ? [now] : []))
  const busy = yield* whoHasUpcoming(
    going.map(({ id }) => id),
    by.at,
  )
  for (const id of busy) staying.set(id, 'has_bookings')
  const free = going.filter(({ id }) => !busy.has(id))
  yield* removePeople(free, by)
  const ids = free.map(({ id }) => id)
  yield* tellWaitsBeside(ids, by)
  yield* tellRequestsBeside(ids, by)
  for (const id of ids) yield* afterwards(() => gone(id))

  // Who was taken off the list is still as they were on it.
  const returning = turning.flatMap(({ now, before }) => (before === null || now.removedAt === null ? [] : [now]))
  const changed = turning.flatMap(({ now, before }): PersonChange[] => {
    if (before === null || now.removedAt !== null) return []
    return [{ before: now, after: { id: now.id, ...before, joinedOn: joinedOnOf(before, now) } }]
  })
  const refused = [
    ...(yield* allOrEach(changed, (some) => updatePeople(some, by))).map(({ before }) => before),
    ...(yield* allOrEach(returning, (some) => putAllBackWithWaits(some, by))),
  ]
  for (const { id } of refused) staying.set(id, 'number_taken')
  return staying
}

/** All at once; where the number of one is taken, each by itself. Comes to those that were refused. */
function* allOrEach<One>(all: readonly One[], save: (some: readonly One[]) => Query<Saved>): Query<One[]> {
  if (all.length === 0 || (yield* save(all)) === 'saved') return []
  const refused: One[] = []
  for (const one of all) if ((yield* save([one])) !== 'saved') refused.push(one)
  return refused
}

/** A wish that says nothing of it, from a program that does not know of it, leaves it as it is. */
export const joinedOnOf = ({ joinedOn }: PersonWish, known: Person | null): PlainDate | null =>
  joinedOn === undefined ? (known?.joinedOn ?? null) : joinedOn

export const wishOf = ({ name, department, role, employeeNumber, email, joinedOn }: Person): PersonWish => ({
  ...{ name, department, role, employeeNumber, email, joinedOn },
})
