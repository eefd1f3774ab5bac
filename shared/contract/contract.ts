import { agents } from './agents/agents.ts'
import { thanks } from './agents/thanks.ts'
import { passports } from './duty/passports.ts'
import type { Answer, Entry, Input } from './entry.ts'
import { deskExports } from './exports/desk-exports.ts'
import { exports } from './exports/exports.ts'
import { calendar } from './house/calendar.ts'
import { masking } from './house/masking.ts'
import { merges } from './house/merges.ts'
import { people } from './house/people.ts'
import { roomKeeping } from './house/room-keeping.ts'
import { rooms } from './house/rooms.ts'
import { settings } from './house/settings.ts'
import { workspace } from './house/workspace.ts'
import { lifeChannel } from './life-channel/life-channel.ts'
import { lifeDrills } from './life-channel/life-drills.ts'
import { lifeWords } from './life-channel/life-words.ts'
import { conversations } from './listening/conversations.ts'
import { notes } from './listening/notes.ts'
import { sessions } from './listening/sessions.ts'
import { meetings } from './meetings/meetings.ts'
import { retention } from './retention/retention.ts'
import { search } from './search/search.ts'
import { bookingFor } from './seats/booking-for.ts'
import { bookingLists } from './seats/booking-lists.ts'
import { bookingNews } from './seats/booking-news.ts'
import { bookings } from './seats/bookings.ts'
import { draws } from './seats/draws.ts'
import { findSeats } from './seats/find-seats.ts'
import { noShows } from './seats/no-shows.ts'
import { ownNews } from './seats/own-news.ts'
import { reminders } from './seats/reminders.ts'
import { seatCalendars } from './seats/seat-calendars.ts'
import { seatUse } from './seats/seat-use.ts'
import { series } from './seats/series.ts'
import { swaps } from './seats/swaps.ts'
import { waitlist } from './seats/waitlist.ts'
import { walkUps } from './seats/walk-ups.ts'
import { jargon } from './silver-hair/jargon.ts'
import { silverHair } from './silver-hair/silver-hair.ts'
import { arrivals } from './team/arrivals.ts'
import { bringAlong } from './team/bring-along.ts'
import { desks } from './team/desks.ts'
import { team } from './team/team.ts'
import { manyTickets } from './tickets/many-tickets.ts'
import { tickets } from './tickets/tickets.ts'

/** Everything a window may ask of the console. A call's name on the wire is `feature.call`, e.g. `bookings.reserve`. */
export const contract = {
  people,
  merges,
  rooms,
  roomKeeping,
  calendar,
  masking,
  bookings,
  bookingLists,
  bookingFor,
  bookingNews,
  ownNews,
  swaps,
  noShows,
  walkUps,
  reminders,
  waitlist,
  passports,
  seatCalendars,
  series,
  draws,
  findSeats,
  seatUse,
  sessions,
  notes,
  conversations,
  meetings,
  lifeChannel,
  lifeDrills,
  silverHair,
  lifeWords,
  jargon,
  agents,
  thanks,
  tickets,
  manyTickets,
  exports,
  deskExports,
  settings,
  workspace,
  retention,
  search,
  team,
  desks,
  arrivals,
  bringAlong,
}

export type Contract = typeof contract
export type Feature = keyof Contract

/** The typed client: `await client.bookings.reserve({…})` gives an `Answer`. */
export type Client = {
  readonly [F in Feature]: {
    readonly [C in keyof Contract[F]]: Contract[F][C] extends Entry
      ? (input: Input<Contract[F][C]>) => Promise<Answer<Contract[F][C]>>
      : never
  }
}

/**
 * Whether it changes something: then it goes to a hub with an id of its own, and is done once. (Of a stored note the windows are told by its
 * name instead of by a topic.)
 */
export const isCommand = (call: string): boolean => call === 'notes.add' || (findEntry(call)?.changes.length ?? 0) > 0

/** Finds an entry by its name on the wire; undefined when the contract has no such call. Safe against `__proto__` and friends. */
export function findEntry(call: string): Entry | undefined {
  const [feature, name, ...rest] = call.split('.')
  if (feature === undefined || name === undefined || rest.length > 0) return undefined
  if (!Object.hasOwn(contract, feature)) return undefined
  const entries: Record<string, Entry> = contract[feature as Feature]
  return Object.hasOwn(entries, name) ? entries[name] : undefined
}
