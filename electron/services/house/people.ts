import type { Person, PersonWish } from '../../../shared/contract/house/people.ts'
import type { Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type ListPlan, planList } from '../../../shared/domain/house/people-list.ts'
import { isTooLargeFile, readFile } from '../../adapters/reading/read-file.ts'
import { inTransaction } from '../../storage/database.ts'
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
import type { ServiceParts } from '../parts.ts'
import { refuse } from '../refuse.ts'

export function peopleService({ db, clock, settings, emit }: ServiceParts): Service<'people'> {
  const save = (person: Person, write: typeof insertPerson) => {
    if (write(db, person) === 'saved') return { ok: true, value: person } as const
    const holder = personByEmployeeNumber(db, person.employeeNumber ?? '')
    return { ok: false, code: 'employee_number_taken', detail: { name: holder?.name ?? '' } } as const
  }

  /** All of them or none: what the plan says and what is stored must be the same. */
  const keep = (plan: ListPlan) => {
    for (const { person, knownId } of plan.good) {
      const write = knownId === null ? insertPerson : updatePerson
      if (write(db, { id: knownId ?? clock.newId(), ...person }) !== 'saved')
        throw new Error('a planned row was refused')
    }
  }

  return {
    list: () => ({ ok: true, value: allPeople(db) }),

    add: (wish) => save(personOf(clock.newId(), wish), insertPerson),

    edit: ({ personId, wish }) =>
      personById(db, personId) === null ? refuse('not_found') : save(personOf(personId, wish), updatePerson),

    remove: ({ personId }) => {
      const person = personById(db, personId)
      if (person === null) return refuse('not_found')
      const count = upcomingOf(db, personId, clock.now()).length
      if (count > 0) return { ok: false, code: 'has_bookings', detail: { count } }
      removePerson(db, personId, clock.now())
      if (settings.read().me === personId) {
        settings.save({ me: null })
        emit({ kind: 'changed', topics: ['settings'] })
      }
      return { ok: true, value: person }
    },

    putBack: ({ personId }) => {
      const person = removedPersonById(db, personId)
      return person === null ? refuse('not_found') : save(person, putBackPerson)
    },

    readList: async ({ base64, isDryRun }) => {
      if (isTooLargeFile(base64)) return refuse('file_too_large')
      const list = (await readFile('people', base64)) ?? { code: 'unreadable' as const, detail: {} }
      if ('code' in list) return { ok: false, ...list }
      const plan = planList(list.rows, allPeople(db))
      if (!isDryRun) inTransaction(db, () => keep(plan))
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

/** What was left empty is not known, rather than an empty number that the next person would share. */
const personOf = (id: Id, wish: PersonWish): Person => ({
  id,
  ...wish,
  employeeNumber: wish.employeeNumber || null,
  email: wish.email || null,
})
