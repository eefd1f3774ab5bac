import { topics } from '../../../shared/contract/entry.ts'
import type { ListChange, Person, PersonWish } from '../../../shared/contract/house/people.ts'
import { MOST_AT_ONCE } from '../../../shared/contract/limits.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { aheadMark } from '../../../shared/domain/house/ahead.ts'
import { planList } from '../../../shared/domain/house/people-list.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import type { ReadList } from '../../adapters/people-list/read-people-list.ts'
import { isTooLargeList, readFile } from '../../adapters/reading/read-file.ts'
import { afterwards, type Query } from '../../storage/engine/query.ts'
import { aheadOf } from '../../storage/house/ahead.ts'
import { importToTurn, insertImport, listImports, turnImport } from '../../storage/house/list-imports.ts'
import { mergedNumbers } from '../../storage/house/merges.ts'
import {
  allPeople,
  formerPeople,
  insertPerson,
  peopleMark,
  personByEmployeeNumber,
  personById,
  personToHold,
  removedPersonById,
  removePerson,
  type Saved,
  updatePerson,
} from '../../storage/house/people.ts'
import { upcomingOf } from '../../storage/seats/bookings.ts'
import { type By, mustBeAsSeen } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { putBackWithWaits, tellRequestsBeside, tellWaitsBeside } from './leaving.ts'
import { letGo } from './letting-go.ts'
import { leaversTold, type PlannedList, takeOffLeavers } from './list-leavers.ts'
import { joinedOnOf, keepPlan, takeBack } from './people-list.ts'

export function peopleService({ engine, clock, settings, emit, log }: HouseParts): Service<'people'> {
  const byNow = (asker: Asker): By => ({ at: clock.now(), actorId: asker.personId })
  function* saved(person: Person, outcome: Saved) {
    if (outcome === 'saved') return accept(person)
    const holder = yield* personByEmployeeNumber(person.employeeNumber ?? '')
    return { ok: false, code: 'employee_number_taken', detail: { name: holder?.name ?? '' } } as const
  }

  /**
   * The settings are a file of their own. The person is removed even where it finds no room: who «me» names is then nobody, and every
   * window shows it so.
   */
  const forgetMe = (personId: Id) => {
    if (settings.read().me !== personId) return
    try {
      settings.save({ me: null })
      emit({ kind: 'changed', topics })
    } catch (error) {
      log.error('who sits here was not forgotten', 'SETTINGS', error)
    }
  }

  /** Off the list, unless a seat waits for them: comes to the bookings that are in the way. */
  function* takeOff(person: Person, by: By): Query<number> {
    const count = (yield* upcomingOf(person.id, by.at)).length
    if (count > 0) return count
    yield* removePerson(person, by)
    yield* tellWaitsBeside([person.id], by)
    yield* tellRequestsBeside([person.id], by)
    yield* afterwards(() => forgetMe(person.id))
    return 0
  }

  let listed: { mark: string | null; people: Person[] } = { mark: null, people: [] }

  return {
    list: () =>
      engine.read(function* () {
        // A company's are megabytes, and many desks ask for them in the same moment: read once after each change.
        const mark = yield* peopleMark()
        if (listed.mark !== mark) listed = { mark, people: yield* allPeople() }
        return accept(listed.people)
      }),

    add: (wish) =>
      engine.transact(function* () {
        const person = { ...personOf(clock.newId(), wish, null), version: 0 }
        return yield* saved(person, yield* insertPerson(person))
      }),

    edit: ({ personId, seenVersion, wish }, asker) =>
      engine.transact(function* () {
        const before = yield* personToHold(personId)
        if (before === null) return refuse('not_found')
        yield* mustBeAsSeen(personId, before, seenVersion)
        const after = personOf(personId, wish, before)
        const outcome = yield* updatePerson(before, after, byNow(asker))
        return yield* saved({ ...after, version: before.version + 1 }, outcome)
      }),

    remove: ({ personId, seenVersion }, asker) =>
      engine.transact(function* () {
        const person = yield* personToHold(personId)
        if (person === null) return refuse('not_found')
        yield* mustBeAsSeen(personId, person, seenVersion)
        const count = yield* takeOff(person, byNow(asker))
        if (count > 0) return { ok: false, code: 'has_bookings', detail: { count } } as const
        return accept({ ...person, version: person.version + 1 })
      }),

    former: () =>
      engine.read(function* () {
        return accept((yield* formerPeople()).map(({ removedAt, ...person }) => ({ person, removedAt })))
      }),

    ahead: ({ personId }) =>
      engine.read(function* () {
        if ((yield* personById(personId)) === null) return refuse('not_found')
        const ahead = (yield* aheadOf(personId, clock.now()))(personId)
        return accept({ ahead, mark: aheadMark(ahead) })
      }),

    letGo: (wish, asker) =>
      engine.transact(function* () {
        const done = yield* letGo(wish, { ...byNow(asker), reason: maskText(wish.reason).text }, clock)
        if (done.ok && done.value.isRemoved) yield* afterwards(() => forgetMe(wish.personId))
        return done
      }),

    putBack: ({ personId }, asker) =>
      engine.transact(function* () {
        const person = yield* removedPersonById(personId)
        if (person === null) return refuse('not_found')
        const outcome = yield* putBackWithWaits(person, byNow(asker))
        return yield* saved({ ...person, version: person.version + 1 }, outcome)
      }),

    readList: async ({ base64 }, asker) => {
      const list = await listIn(base64)
      if (!list.ok) return list
      const { encoding, sheet, heading } = list.value
      const { plan, told } = await engine.read(function* () {
        const planned = yield* plannedBy(list.value)
        return { plan: planned.plan, told: yield* leaversTold(planned, asker.personId, clock.now()) }
      })
      return accept({
        ...{ encoding, sheet, heading, ...told },
        good: plan.good.map(({ row, person, fate }) => ({ row, person, fate })),
        bad: [...list.value.bad, ...plan.bad].sort((a, b) => a.row - b.row),
      })
    },

    keepList: async ({ base64, leavers = null }, asker) => {
      const list = await listIn(base64)
      if (!list.ok) return list
      return engine.transact(function* () {
        const planned = yield* plannedBy(list.value)
        const [by, askerId] = [byNow(asker), asker.personId]
        const leave = { ...by, reason: maskText(leavers?.reason ?? '').text }
        const left = yield* takeOffLeavers(planned, leavers?.people ?? [], leave, { askerId, clock })
        if (!left.ok) return left
        for (const { personId } of left.value) yield* afterwards(() => forgetMe(personId))
        const kept = yield* keepPlan(planned.plan, clock.newId, by)
        const changes = [...left.value, ...kept]
        const importId = changes.length === 0 ? null : clock.newId()
        if (importId !== null) yield* insertImport(importId, 'people', changes, by)
        return accept({ count: planned.plan.good.length, leftCount: left.value.length, changes, importId })
      })
    },

    imports: () =>
      engine.read(function* () {
        return accept(yield* listImports('people'))
      }),

    turnImport: ({ importId, seenState }, asker) =>
      engine.transact(function* () {
        const stored = yield* importToTurn<ListChange>(importId, 'people')
        if (stored === null) return refuse('not_found')
        if (stored.state !== seenState) return refuse('turned_already')
        const by = byNow(asker)
        const now = stored.todo.slice(0, MOST_AT_ONCE)
        const { changes, kept } = yield* takeBack(now, by, { gone: forgetMe, clock })
        const todo = stored.todo.slice(now.length)
        const back = [...changes, ...stored.back]
        yield* turnImport(importId, stored, { todo, back }, now.length - changes.length, by)
        return accept({ count: changes.length, kept, leftCount: todo.length })
      }),

    takeBackList: ({ changes }, asker) =>
      engine.transact(function* () {
        return accept(yield* takeBack(changes, byNow(asker), { gone: forgetMe, clock }))
      }),
  }
}

function* plannedBy(list: ReadList): Query<PlannedList> {
  const known = yield* allPeople()
  return { list, known, plan: planList(list.rows, known, yield* mergedNumbers()) }
}

async function listIn(base64: string) {
  if (isTooLargeList(base64)) return refuse('file_too_large')
  const list = (await readFile('people', base64)) ?? { code: 'unreadable' as const, detail: {} }
  return 'code' in list ? ({ ok: false, ...list } as const) : accept(list)
}

/** What was left empty is not known, rather than an empty number that the next person would share. */
const personOf = (id: Id, wish: PersonWish, before: Person | null): Omit<Person, 'version'> => ({
  id,
  ...wish,
  employeeNumber: wish.employeeNumber || null,
  email: wish.email || null,
  joinedOn: joinedOnOf(wish, before),
})
