import { TicketFilter } from '../../shared/contract/tickets/tickets.ts'
import type { BenchDesk } from './hub-desks.ts'
import { DESKS, idOf, LEAST_SESSIONS, PEOPLE, SEATS } from './team-archive.ts'

/** Somewhere nobody sits yet. */
export interface Place {
  readonly seatId: string
  readonly personId: string
  readonly startsAt: string
  readonly endsAt: string
}

const DAY_MS = 86_400_000
const SLOT_MS = 1_800_000
const SLOTS = 24
/** The day of the board that everybody looks at. */
export const boardDate = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10)

/** Place after place: half an hour each, all seats before the next half hour; people whose desks are not among those that ask. */
export function places(seatIds: readonly string[]): () => Place {
  let taken = 0
  return () => {
    taken += 1
    const slot = Math.floor(taken / SEATS) % SLOTS
    const day = Math.floor(taken / (SEATS * SLOTS))
    const startsMs = Date.parse(boardDate) + day * DAY_MS + slot * SLOT_MS
    return {
      seatId: seatIds[taken % SEATS] ?? '',
      personId: idOf('a0', DESKS + (taken % (PEOPLE - DESKS))),
      startsAt: new Date(startsMs).toISOString(),
      endsAt: new Date(startsMs + SLOT_MS).toISOString(),
    }
  }
}

/** Of those that every archive has. */
export const sessionIdOf = (count: number): string => idOf('c0', (count * 37) % LEAST_SESSIONS)

export const openTickets = {
  filter: TicketFilter.parse({ states: ['unclaimed', 'in_progress'] }),
  sort: 'due_soonest',
  limit: 80,
  offset: 0,
} as const

export type Asking = (desk: BenchDesk, count: number) => Promise<unknown>

/** What windows ask a hub. */
export const reads = {
  'people.list': (desk) => desk.ask('people.list', {}),
  'bookings.board': (desk) => desk.ask('bookings.board', { from: boardDate, to: boardDate }),
  'tickets.list': (desk) => desk.ask('tickets.list', openTickets),
  'sessions.list': (desk) => desk.ask('sessions.list', { listener: '', from: null, to: null, limit: 50, offset: 0 }),
  'notes.ofSession': (desk, count) => desk.ask('notes.ofSession', { sessionId: sessionIdOf(count) }),
} as const satisfies Record<string, Asking>
export type Read = keyof typeof reads

export const reserve = (desk: BenchDesk, place: Place) =>
  desk.ask('bookings.reserve', { ...place, companionId: null, purpose: 'listen' })

export const openTicket = (desk: BenchDesk, noteIds: readonly string[]) =>
  desk.ask('tickets.open', {
    ...{ noteIds, title: '优惠券用不了', issueTypeId: 'coupon', priority: 2, department: '营销部' },
  })
