import type { Service } from '../../../shared/contract/services.ts'
import { arrivals } from '../../../shared/contract/team/arrivals.ts'
import { meetPeople } from '../../../shared/domain/team/meet-people.ts'
import { allPeople, personByEmployeeNumber } from '../../storage/house/people.ts'
import { everKnown, layPerson, ticketsKnown, wholeSessions } from '../../storage/hub/arrived.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { layTicket } from './arriving-tickets.ts'

/** Takes in what desks held alone. Sent twice it is there once, as every row keeps its id. */
export function arrivalsService(parts: HouseParts): Service<'arrivals'> {
  const { engine } = parts
  return {
    meetPeople: ({ people }) =>
      engine.read(function* () {
        const ever = new Set(yield* everKnown(people.map(({ id }) => id)))
        const meetings = meetPeople(people, yield* allPeople())
        return accept(
          meetings.map((one) => (ever.has(one.id) ? { ...one, how: 'there' as const, candidates: [] } : one)),
        )
      }),

    addPeople: ({ people }) =>
      engine.transact(function* () {
        const arrived = []
        for (const person of people) {
          const { id } = person
          const how = yield* layPerson(person)
          const holder = how === 'number_taken' ? yield* personByEmployeeNumber(person.employeeNumber ?? '') : null
          arrived.push(how === 'number_taken' ? { id, how, name: holder?.name ?? '' } : { id, how })
        }
        return accept(arrived)
      }),

    knownSessions: ({ ids }) =>
      engine.read(function* () {
        return accept(yield* wholeSessions(ids))
      }),

    knownTickets: ({ ids }) =>
      engine.read(function* () {
        return accept(yield* ticketsKnown(ids))
      }),

    layTickets: ({ tickets }, asker) =>
      engine.transact(function* () {
        const arrived = []
        for (const ticket of tickets) arrived.push(yield* layTicket(parts, ticket, asker))
        return accept(arrived)
      }),
  }
}

/** A desk alone; and windows, which ask for none of it. */
export const noArrivals = (): Service<'arrivals'> =>
  Object.fromEntries(
    Object.keys(arrivals).map((name) => [name, () => refuse('no_hub')]),
  ) as unknown as Service<'arrivals'>
