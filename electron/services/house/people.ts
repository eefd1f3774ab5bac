import type { Person, PersonWish } from '../../../shared/contract/house/people.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type ListPlan, planList } from '../../../shared/domain/house/people-list.ts'
import { isTooLargeFile, readFile } from '../../adapters/reading/read-file.ts'
import { GoneMeanwhile } from '../../storage/engine/engine.ts'
import { afterwards, type Query } from '../../storage/engine/query.ts'
import {
  allPeople,
  insertPerson,
  personByEmployeeNumber,
  personToHold,
  putBackPerson,
  removedPersonById,
  removePerson,
  type Saved,
  updatePerson,
} from '../../storage/house/people.ts'
import { upcomingOf } from '../../storage/seats/bookings.ts'
import { type By, mustBeAsSeen } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'

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
      emit({ kind: 'changed', topics: ['settings'] })
    } catch (error) {
      log.error('who sits here was not forgotten', 'SETTINGS', error)
    }
  }

  /** All of them or none: what the plan says and what is stored must be the same. */
  function* keep(plan: ListPlan, by: By): Query<void> {
    for (const { person, knownId } of plan.good) {
      const known = knownId === null ? null : yield* personToHold(knownId)
      if (known !== null && isAlready(known, person)) continue
      const outcome =
        known === null
          ? yield* insertPerson({ id: clock.newId(), ...person, version: 0 })
          : yield* updatePerson(known, { id: known.id, ...person }, by)
      // Another hub keeps the same list in the same moment: planned anew, who is new here is known.
      if (outcome !== 'saved') throw new GoneMeanwhile('a planned row was refused')
    }
  }

  return {
    list: () =>
      engine.read(function* () {
        return accept(yield* allPeople())
      }),

    add: (wish) =>
      engine.transact(function* () {
        const person = { ...personOf(clock.newId(), wish), version: 0 }
        return yield* saved(person, yield* insertPerson(person))
      }),

    edit: ({ personId, seenVersion, wish }, asker) =>
      engine.transact(function* () {
        const before = yield* personToHold(personId)
        if (before === null) return refuse('not_found')
        yield* mustBeAsSeen(personId, before, seenVersion)
        const after = personOf(personId, wish)
        const outcome = yield* updatePerson(before, after, byNow(asker))
        return yield* saved({ ...after, version: before.version + 1 }, outcome)
      }),

    remove: ({ personId, seenVersion }, asker) =>
      engine.transact(function* () {
        const person = yield* personToHold(personId)
        if (person === null) return refuse('not_found')
        yield* mustBeAsSeen(personId, person, seenVersion)
        const count = (yield* upcomingOf(personId, clock.now())).length
        if (count > 0) return { ok: false, code: 'has_bookings', detail: { count } } as const
        yield* removePerson(person, byNow(asker))
        yield* afterwards(() => forgetMe(personId))
        return accept({ ...person, version: person.version + 1 })
      }),

    putBack: ({ personId }, asker) =>
      engine.transact(function* () {
        const person = yield* removedPersonById(personId)
        if (person === null) return refuse('not_found')
        const outcome = yield* putBackPerson(person, byNow(asker))
        return yield* saved({ ...person, version: person.version + 1 }, outcome)
      }),

    readList: async ({ base64, isDryRun }, asker) => {
      if (isTooLargeFile(base64)) return refuse('file_too_large')
      const list = (await readFile('people', base64)) ?? { code: 'unreadable' as const, detail: {} }
      if ('code' in list) return { ok: false, ...list }
      const { rows } = list
      function* planned() {
        const plan = planList(rows, yield* allPeople())
        if (!isDryRun) yield* keep(plan, byNow(asker))
        return plan
      }
      const plan = await engine.transact(planned)
      return accept({
        ...{ encoding: list.encoding, sheet: list.sheet, heading: list.heading },
        good: plan.good.map(({ row, person, knownId }) => ({ row, person, isUpdate: knownId !== null })),
        bad: [...list.bad, ...plan.bad].sort((a, b) => a.row - b.row),
      })
    },
  }
}

/** A list is read again and again: whoever stands in it as before is not changed by it, and nobody's open form grows stale. */
const isAlready = (known: Person, wish: PersonWish): boolean =>
  (['name', 'department', 'role', 'employeeNumber', 'email'] as const).every((field) => known[field] === wish[field])

/** What was left empty is not known, rather than an empty number that the next person would share. */
const personOf = (id: Id, wish: PersonWish): Omit<Person, 'version'> => ({
  id,
  ...wish,
  employeeNumber: wish.employeeNumber || null,
  email: wish.email || null,
})
