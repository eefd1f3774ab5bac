import type { Person, PersonWish } from '../../../shared/contract/house/people.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type ListPlan, planList } from '../../../shared/domain/house/people-list.ts'
import { isTooLargeFile, readFile } from '../../adapters/reading/read-file.ts'
import { afterCommit, inTransaction } from '../../storage/database.ts'
import {
  allPeople,
  insertPerson,
  personByEmployeeNumber,
  personById,
  putBackPerson,
  removedPersonById,
  removePerson,
  updatePerson,
} from '../../storage/house/people.ts'
import { upcomingOf } from '../../storage/seats/bookings.ts'
import { type By, mustBeAsSeen } from '../../storage/versions.ts'
import type { ServiceParts } from '../parts.ts'
import { refuse } from '../refuse.ts'

export function peopleService({ db, clock, settings, emit, log }: ServiceParts): Service<'people'> {
  const byNow = (asker: Asker): By => ({ at: clock.now(), actorId: asker.personId })
  const saved = (person: Person, outcome: ReturnType<typeof insertPerson>) => {
    if (outcome === 'saved') return { ok: true, value: person } as const
    const holder = personByEmployeeNumber(db, person.employeeNumber ?? '')
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
  const keep = (plan: ListPlan, by: By) => {
    for (const { person, knownId } of plan.good) {
      const known = knownId === null ? null : personById(db, knownId)
      if (known !== null && isAlready(known, person)) continue
      const outcome =
        known === null
          ? insertPerson(db, { id: clock.newId(), ...person, version: 0 })
          : updatePerson(db, known, { id: known.id, ...person }, by)
      if (outcome !== 'saved') throw new Error('a planned row was refused')
    }
  }

  return {
    list: () => ({ ok: true, value: allPeople(db) }),

    add: (wish) => {
      const person = { ...personOf(clock.newId(), wish), version: 0 }
      return saved(person, insertPerson(db, person))
    },

    edit: ({ personId, seenVersion, wish }, asker) =>
      inTransaction(db, () => {
        const before = personById(db, personId)
        if (before === null) return refuse('not_found')
        mustBeAsSeen(db, personId, before, seenVersion)
        const after = personOf(personId, wish)
        return saved({ ...after, version: before.version + 1 }, updatePerson(db, before, after, byNow(asker)))
      }),

    remove: ({ personId, seenVersion }, asker) =>
      inTransaction(db, () => {
        const person = personById(db, personId)
        if (person === null) return refuse('not_found')
        mustBeAsSeen(db, personId, person, seenVersion)
        const count = upcomingOf(db, personId, clock.now()).length
        if (count > 0) return { ok: false, code: 'has_bookings', detail: { count } } as const
        removePerson(db, person, byNow(asker))
        afterCommit(db, () => forgetMe(personId))
        return { ok: true, value: { ...person, version: person.version + 1 } } as const
      }),

    putBack: ({ personId }, asker) =>
      inTransaction(db, () => {
        const person = removedPersonById(db, personId)
        if (person === null) return refuse('not_found')
        return saved({ ...person, version: person.version + 1 }, putBackPerson(db, person, byNow(asker)))
      }),

    readList: async ({ base64, isDryRun }, asker) => {
      if (isTooLargeFile(base64)) return refuse('file_too_large')
      const list = (await readFile('people', base64)) ?? { code: 'unreadable' as const, detail: {} }
      if ('code' in list) return { ok: false, ...list }
      const plan = inTransaction(db, () => {
        const planned = planList(list.rows, allPeople(db))
        if (!isDryRun) keep(planned, byNow(asker))
        return planned
      })
      return {
        ok: true,
        value: {
          ...{ encoding: list.encoding, sheet: list.sheet, heading: list.heading },
          good: plan.good.map(({ row, person, knownId }) => ({ row, person, isUpdate: knownId !== null })),
          bad: [...list.bad, ...plan.bad].sort((a, b) => a.row - b.row),
        },
      }
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
