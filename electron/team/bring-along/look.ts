import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Meeting } from '../../../shared/contract/team/arrivals.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { Role } from '../../../shared/contract/who.ts'
import type { ReadableDb } from '../../storage/database.ts'
import {
  type HeldSession,
  type HeldTicket,
  heldBookings,
  heldPeople,
  heldSessions,
  heldTickets,
  heldTotal,
  heldTypes,
  pastBookings,
} from '../../storage/team/held-alone.ts'
import type { AskArrivals } from './ask-arrivals.ts'
import type { Facts } from './plan.ts'

/** Read at once, a few milliseconds: a key that is pressed meanwhile waits no longer than that. */
const PIECE = 100

export interface LookParts {
  readonly from: ReadableDb
  readonly ask: AskArrivals
  readonly role: Role
  readonly now: Instant
  progress(done: number, total: number): void
}

export type Looked = Facts & { readonly pastBookings: number }

/** Reads what the desk holds, and asks the hub what it has of it. Changes nothing anywhere. */
export async function lookAtAll({ from, ask, role, now, progress }: LookParts): Promise<Looked> {
  const total = heldTotal(from)
  let done = 0
  const told = (more: number) => {
    done += more
    progress(done, total)
  }
  told(0)
  const people = heldPeople(from, now)
  const meetings = new Map<Id, Meeting>()
  for (const some of piecesOf(people, 500)) {
    const asked = some.map(({ sessions: _, merged: __, ...person }) => person)
    for (const one of await ask('arrivals', 'meetPeople', { people: asked })) meetings.set(one.id, one)
  }
  const sessions: HeldSession[] = []
  const knownSessions = new Set<Id>()
  for await (const some of pages((after: HeldSession | undefined) => heldSessions(from, after?.place ?? 0, PIECE))) {
    sessions.push(...some)
    for (const id of await ask('arrivals', 'knownSessions', { ids: some.map((one) => one.id) })) knownSessions.add(id)
    told(some.length)
  }
  const tickets: HeldTicket[] = []
  const knownTickets = new Map<Id, number>()
  for await (const some of pages((after: HeldTicket | undefined) => heldTickets(from, after?.number ?? 0, PIECE))) {
    tickets.push(...some)
    const known = await ask('arrivals', 'knownTickets', { ids: some.map((one) => one.id) })
    for (const { id, number } of known) knownTickets.set(id, number)
    told(some.length)
  }
  return {
    ...{ people, meetings, sessions, knownSessions, tickets, knownTickets },
    types: heldTypes(from),
    hubTypes: await ask('tickets', 'issueTypes', {}),
    bookings: heldBookings(from, now),
    pastBookings: pastBookings(from, now),
    mayAddPeople: role === 'coordinator',
    mayBringTickets: role !== 'listener',
  }
}

async function* pages<T>(next: (after: T | undefined) => T[]): AsyncGenerator<T[]> {
  for (let some = next(undefined); some.length > 0; some = next(some.at(-1))) {
    yield some
    await nextTurn()
  }
}

export function* piecesOf<T>(all: readonly T[], most: number): Generator<T[]> {
  for (let from = 0; from < all.length; from += most) yield all.slice(from, from + most)
}
