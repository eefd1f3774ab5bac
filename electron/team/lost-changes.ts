import type { BookingArrival } from '../../shared/contract/team/arrivals.ts'
import type { LostAbout, LostChange } from '../../shared/contract/team/lost.ts'
import type { Id } from '../../shared/contract/values.ts'
import type { Clock } from '../services/parts.ts'
import type { ReadableDb, WritableDb } from '../storage/database.ts'
import { type ChangeOfHere, forgetLost, keepChange, lostChanges, roomOfSeat } from '../storage/team/changed-here.ts'
import { arrivalsAt, HubRefused } from './bring-along/ask-arrivals.ts'
import { keptSince } from './changed-here.ts'
import { HubAway, type HubLink } from './hub-link-port.ts'

/** What is one thing to whoever reads the list: all that was done to one booking, to one ticket. */
function subjectOf({ id, about }: ChangeOfHere): string {
  if (about.what === 'booking') return about.bookingId
  return about.what === 'ticket' ? String(about.number) : id
}

/** The last word counts, and that it was made here does. */
function joined(changes: readonly ChangeOfHere[]): LostChange | null {
  const last = changes.at(-1)
  if (last === undefined) return null
  const made = changes.find(({ kind }) => kind === 'reserved' || kind === 'ticket_opened')
  // Made and given up again: there is nothing to miss.
  if (made?.kind === 'reserved' && last.kind === 'cancelled') return null
  const sessionId = changes.find((one) => one.sessionId !== null)?.sessionId ?? null
  return { ids: changes.map(({ id }) => id), at: last.at, kind: (made ?? last).kind, about: last.about, sessionId }
}

/** What the hub had accepted from this desk and lost since, the oldest first. */
export function lostHere(db: ReadableDb): LostChange[] {
  const subjects = new Map<string, ChangeOfHere[]>()
  for (const change of lostChanges(db)) {
    const subject = subjectOf(change)
    subjects.set(subject, [...(subjects.get(subject) ?? []), change])
  }
  return [...subjects.values()].flatMap((changes) => joined(changes) ?? [])
}

export type BroughtBack = BookingArrival | 'not_lost' | 'hub_away' | 'hub_refused'

type LostBooking = LostChange & { readonly about: Extract<LostAbout, { what: 'booking' }> }
const isBooking = (change: LostChange): change is LostBooking =>
  change.kind === 'reserved' && change.about.what === 'booking'

/** Gives a booking that the hub lost its place again, by the hub's rules of now and under the id that it had. */
export async function bringLostBack(
  db: WritableDb,
  link: HubLink,
  clock: Pick<Clock, 'now' | 'newId'>,
  bookingId: Id,
): Promise<BroughtBack> {
  const lost = lostHere(db)
    .filter(isBooking)
    .find(({ about }) => about.bookingId === bookingId)
  if (lost === undefined) return 'not_lost'
  const { what: _, bookingId: id, seatId, personName: __, ...booking } = lost.about
  const room = roomOfSeat(db, seatId)
  if (room === null) return { id, how: 'no_seat' }
  try {
    const arriving = { ...booking, ...room, id }
    const commandId = clock.newId()
    const [arrival] = await arrivalsAt(link, { newId: () => commandId })('arrivals', 'layBookings', {
      bookings: [arriving],
    })
    if (arrival === undefined) return 'hub_refused'
    if (db.open && (arrival.how === 'laid' || arrival.how === 'there')) {
      forgetLost(db, lost.ids)
      // Should the hub lose it once more, it is this booking again.
      const { kind, about, sessionId } = lost
      const now = clock.now()
      if (arrival.how === 'laid') keepChange(db, { id: commandId, at: now, kind, about, sessionId }, keptSince(now))
    }
    return arrival
  } catch (error) {
    if (error instanceof HubAway) return 'hub_away'
    if (error instanceof HubRefused) return 'hub_refused'
    throw error
  }
}
