import type { Service } from '../../../shared/contract/services.ts'
import { arrivals, type BookingArrival } from '../../../shared/contract/team/arrivals.ts'
import { meetPeople } from '../../../shared/domain/team/meet-people.ts'
import { allPeople, personByEmployeeNumber, removedPeople } from '../../storage/house/people.ts'
import { everKnown, layPerson, ticketsKnown, wholeSessions } from '../../storage/hub/arrived.ts'
import { notesChangedSince } from '../../storage/hub/changed-since.ts'
import { commandsKnown } from '../../storage/hub/commands.ts'
import { keepTroubles } from '../../storage/hub/troubles.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { layBooking } from './arriving-bookings.ts'
import { layTicket } from './arriving-tickets.ts'

/** Thrown where all was only tried: whatever was laid down is taken back. */
class OnlyTried extends Error {
  readonly arrived: readonly BookingArrival[]
  constructor(arrived: readonly BookingArrival[]) {
    super('only tried')
    this.arrived = arrived
  }
}

/** Takes in what desks held alone. Sent twice it is there once, as every row keeps its id. */
export function arrivalsService(parts: HouseParts): Service<'arrivals'> {
  const { engine } = parts
  return {
    meetPeople: ({ people }) =>
      engine.read(function* () {
        const ever = new Set(yield* everKnown(people.map(({ id }) => id)))
        const meetings = meetPeople(people, yield* allPeople(), yield* removedPeople())
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

    knownCommands: ({ ids }) =>
      engine.read(function* () {
        return accept(yield* commandsKnown(ids))
      }),

    tellTroubles: (troubles, { deskId }) =>
      engine.transact(function* () {
        if (deskId === undefined) return refuse('no_hub')
        yield* keepTroubles(deskId, troubles)
        return accept({})
      }),

    changedNotes: ({ after }, { deskId }) =>
      engine.read(function* () {
        return deskId === undefined ? refuse('no_hub') : accept(yield* notesChangedSince(deskId, after))
      }),

    layTickets: ({ tickets }, asker) =>
      engine.transact(function* () {
        const arrived = []
        for (const ticket of tickets) arrived.push(yield* layTicket(parts, ticket, asker))
        return accept(arrived)
      }),

    tryBookings: async ({ people, bookings }, asker) => {
      try {
        await engine.transact(function* () {
          for (const person of people) yield* layPerson(person)
          const arrived = []
          for (const booking of bookings) arrived.push(yield* layBooking(parts, booking, asker))
          throw new OnlyTried(arrived)
        })
      } catch (error) {
        if (error instanceof OnlyTried) return accept([...error.arrived])
        throw error
      }
      throw new Error('what is only tried is never done')
    },

    layBookings: ({ bookings }, asker) =>
      engine.transact(function* () {
        const arrived = []
        for (const booking of bookings) arrived.push(yield* layBooking(parts, booking, asker))
        return accept(arrived)
      }),
  }
}

/** A desk alone; and windows, which ask for none of it. */
export const noArrivals = (): Service<'arrivals'> =>
  Object.fromEntries(
    Object.keys(arrivals).map((name) => [name, () => refuse('no_hub')]),
  ) as unknown as Service<'arrivals'>
