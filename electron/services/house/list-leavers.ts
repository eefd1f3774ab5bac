import type { ListChange, Person } from '../../../shared/contract/house/people.ts'
import { MOST_AT_ONCE } from '../../../shared/contract/limits.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { aheadMark, isSittingNow } from '../../../shared/domain/house/ahead.ts'
import { isLikelyGone, leaversOf, whyPartial } from '../../../shared/domain/house/leavers.ts'
import type { ListPlan } from '../../../shared/domain/house/people-list.ts'
import type { ReadList } from '../../adapters/people-list/read-people-list.ts'
import { aheadOf } from '../../storage/house/ahead.ts'
import { removePeople } from '../../storage/house/people-lots.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { Clock } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { giveUp, holdLeavers, type Leave } from './leaving.ts'
import { wishOf } from './people-list.ts'

/** A list that was read, and what it would do to whom. */
export interface PlannedList {
  readonly list: Pick<ReadList, 'rows' | 'bad' | 'sheet'>
  readonly plan: ListPlan
  readonly known: readonly Person[]
}

const leaversIn = ({ list: { rows, bad }, plan, known }: PlannedList, askerId: Id | null): Person[] =>
  leaversOf(known, plan, { rows, unread: bad.map(({ text }) => text) }, askerId)

/** Whom the list says nothing of, with what they have before them, and why it may not be the whole house. */
export function* leaversTold(planned: PlannedList, askerId: Id | null, now: Instant) {
  const { list, plan, known } = planned
  const leavers = leaversIn(planned, askerId)
  const isCut = list.bad.some(({ reasons }) => reasons.includes('cut_off'))
  const otherSheets = list.sheet?.others.length ?? 0
  const partial = whyPartial(known, leavers.length, plan, { isCut, otherSheets })
  const ahead = yield* aheadOf(null, now)
  const told = leavers.map((person) => {
    const theirs = ahead(person.id)
    const isGone = partial === null && isLikelyGone(person, theirs)
    return { person, ahead: theirs, mark: aheadMark(theirs), isLikelyGone: isGone }
  })
  // Places that come free again are what is to be seen.
  told.sort((one, other) => other.mark.length - one.mark.length)
  return { leavers: told.slice(0, MOST_AT_ONCE), leaverCount: leavers.length, houseCount: known.length, partial }
}

interface Chosen {
  readonly personId: Id
  readonly seenVersion: number
  readonly mark: string
}

/** Takes off the list whom it names, with what they have before them, in a transaction that planned it; a refusal where one of them is not as shown. */
export function* takeOffLeavers(
  planned: PlannedList,
  chosen: readonly Chosen[],
  leave: Leave,
  { askerId, clock }: { readonly askerId: Id | null; readonly clock: Pick<Clock, 'newId'> },
) {
  if (chosen.length === 0) return { ok: true, value: [] as ListChange[] } as const
  const people = new Map(leaversIn(planned, askerId).map((person) => [person.id, person]))
  const ahead = yield* holdLeavers(
    chosen.map(({ personId }) => personId),
    leave.at,
  )
  const leavers: { id: Id; person: Person; ahead: ReturnType<typeof ahead> }[] = []
  for (const { personId, seenVersion, mark } of chosen) {
    const person = people.get(personId)
    if (person === undefined) return refuse('leaver_is_back')
    yield* mustBeAsSeen(personId, person, seenVersion)
    const theirs = ahead(personId)
    if (isSittingNow(theirs)) return { ok: false, code: 'is_sitting', detail: { name: person.name } } as const
    if (aheadMark(theirs) !== mark)
      return { ok: false, code: 'has_other_ahead', detail: { name: person.name } } as const
    leavers.push({ id: personId, person, ahead: theirs })
  }
  const given = yield* giveUp(leavers, leave, clock)
  yield* removePeople(
    leavers.map(({ person }) => person),
    leave,
  )
  const changes = leavers.map(({ id, person }): ListChange => {
    const left = { reason: leave.reason, gaveUp: given.get(id) ?? null }
    return { personId: id, seenVersion: person.version + 1, before: wishOf(person), left }
  })
  return { ok: true, value: changes } as const
}
