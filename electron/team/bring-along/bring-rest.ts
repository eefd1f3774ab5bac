import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  type ArrivingBooking,
  type ArrivingPerson,
  type ArrivingTicket,
  type BookingArrival,
  MOST_BOOKINGS_AT_ONCE,
  MOST_TICKETS_AT_ONCE,
  type TicketArrival,
} from '../../../shared/contract/team/arrivals.ts'
import type { Standing } from '../../../shared/contract/team/bring-along.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { ReadableDb } from '../../storage/database.ts'
import { type AtHub, ticketForHub } from '../../storage/team/held-rows.ts'
import { type AskArrivals, HubRefused } from './ask-arrivals.ts'
import { piecesOf } from './look.ts'
import type { Became } from './plan.ts'

export interface BringParts {
  readonly ask: AskArrivals
  /** What became of some of them. */
  became(all: readonly (readonly [id: string, what: Became])[]): void
  goesOn(): boolean
}

const MOST_PEOPLE = 100
const MOST_BYTES = 500_000

/** Refused whole for what is in it: a text that no field takes, a row of megabytes. Which it is, smaller parts tell. */
const UNFIT = new Set(['bad_input', 'text_too_long', 'odd_character', 'too_large'])

/**
 * Does the work for all of them, or, where the hub refuses that for what is in them, for ever fewer. `needs`: what is said where whoever sits here may not do it any more.
 */
async function inParts<T extends { readonly id: string }>(
  some: readonly T[],
  parts: BringParts,
  needs: Standing,
  work: (some: T[]) => Promise<(readonly [string, Became])[]>,
): Promise<void> {
  if (some.length === 0 || !parts.goesOn()) return
  const all = (how: Standing) => parts.became(some.map(({ id }) => [id, { how }]))
  try {
    parts.became(await work([...some]))
  } catch (error) {
    if (!(error instanceof HubRefused)) throw error
    if (error.code === 'not_allowed') return all(needs)
    if (!UNFIT.has(error.code)) throw error
    if (some.length === 1) return all('refused')
    for (const part of piecesOf(some, Math.ceil(some.length / 2))) await inParts(part, parts, needs, work)
  }
}

export async function bringPeople(parts: BringParts, people: readonly ArrivingPerson[]): Promise<void> {
  for (const some of piecesOf(people, MOST_PEOPLE))
    await inParts(some, parts, 'needs_coordinator', async (asked) =>
      (await parts.ask('arrivals', 'addPeople', { people: asked })).map((one) => {
        if (one.how === 'number_taken') return [one.id, { how: one.how, name: one.name }]
        return [one.id, { how: one.how === 'added' ? 'came' : 'there' }]
      }),
    )
}

/** In the order of their numbers, so that those at the hub have the same. */
export async function bringTickets(
  parts: BringParts,
  from: ReadableDb,
  ticketIds: readonly Id[],
  at: AtHub,
): Promise<void> {
  let lot: ArrivingTicket[] = []
  let bytes = 0
  const send = async () => {
    await inParts(lot, parts, 'needs_note_taker', async (tickets) =>
      (await parts.ask('arrivals', 'layTickets', { tickets })).map((one) => [one.id, becameOf(one)]),
    )
    lot = []
    bytes = 0
  }
  for (const ticketId of ticketIds) {
    if (!parts.goesOn()) return
    const ticket = ticketForHub(from, ticketId, at)
    const size = Buffer.byteLength(JSON.stringify(ticket))
    if (lot.length === MOST_TICKETS_AT_ONCE || (lot.length > 0 && bytes + size > MOST_BYTES)) await send()
    lot.push(ticket)
    bytes += size
    await nextTurn()
  }
  await send()
}

/** The rules of whoever books at the hub decide; what they refuse can be tried again. */
export async function bringBookings(parts: BringParts, bookings: readonly ArrivingBooking[]): Promise<void> {
  for (const some of piecesOf(bookings, MOST_BOOKINGS_AT_ONCE))
    await inParts(some, parts, 'refused', async (asked) =>
      (await parts.ask('arrivals', 'layBookings', { bookings: asked })).map((one) => [one.id, becameOfBooking(one)]),
    )
}

/** What the hub would say to these bookings now, with these people on its list. */
export async function tryBookings(
  ask: AskArrivals,
  people: readonly ArrivingPerson[],
  bookings: readonly ArrivingBooking[],
): Promise<ReadonlyMap<string, Became>> {
  const said = new Map<string, Became>()
  for (const some of piecesOf(bookings, MOST_BOOKINGS_AT_ONCE)) {
    const named = new Set(some.flatMap(({ personId, companionId }) => [personId, companionId]))
    const coming = people.filter(({ id }) => named.has(id))
    for (const one of await ask('arrivals', 'tryBookings', { people: coming, bookings: some }))
      said.set(one.id, one.how === 'laid' ? { how: 'will' } : becameOfBooking(one))
  }
  return said
}

const becameOfBooking = (arrival: BookingArrival): Became => {
  if ('taken' in arrival) return { how: arrival.how, taken: arrival.taken }
  return { how: arrival.how === 'laid' ? 'came' : arrival.how }
}

function becameOf(arrival: TicketArrival): Became {
  switch (arrival.how) {
    case 'laid':
      return { how: 'came', number: arrival.number }
    case 'there':
    case 'already_quoted':
      return { how: arrival.how, number: arrival.number }
    case 'notes_missing':
      return { how: 'notes_wait' }
    case 'unknown_issue_type':
      return { how: 'type_waits' }
  }
}
