import { z } from 'zod'
import { findEntry } from '../../shared/contract/contract.ts'
import { KeptBooking } from '../../shared/contract/seats/bookings.ts'
import { MOST_ASKED } from '../../shared/contract/team/arrivals.ts'
import type { LostAbout, LostKind } from '../../shared/contract/team/lost.ts'
import { Id, type Instant } from '../../shared/contract/values.ts'
import { addMs } from '../../shared/domain/instants.ts'
import type { Clock } from '../services/parts.ts'
import type { ReadableDb, WritableDb } from '../storage/database.ts'
import { changesAfter, keepChange, markLost } from '../storage/team/changed-here.ts'
import { sessionsNamed } from '../storage/team/heard-here.ts'
import { arrivalsAt } from './bring-along/ask-arrivals.ts'
import type { HubLink } from './hub-link-port.ts'

/** A command that the hub accepted. */
export interface AcceptedCommand {
  readonly id: Id
  readonly call: string
  readonly input: unknown
  readonly value: unknown
}

/** A day less than a hub remembers commands, by two clocks that may differ. */
const KEPT_DAYS = 30
const DAY_MS = 24 * 3_600_000

export const keptSince = (now: Instant): Instant => addMs(now, -KEPT_DAYS * DAY_MS)

const Accepted = z.object({ ok: z.literal(true), value: z.unknown() })

/** The same link, which tells of each command that the hub accepted. */
export function tellingLink<L extends HubLink>(link: L, accepted: (command: AcceptedCommand) => void): L {
  return {
    ...link,
    ask: async (call, input, command) => {
      const said = await link.ask(call, input, command)
      const answer = command === undefined ? undefined : Accepted.safeParse(said).data
      if (command !== undefined && answer !== undefined)
        accepted({ id: command as Id, call, input, value: answer.value })
      return said
    },
  }
}

/** Null: nobody would miss it. Each by its call, else by its feature. */
const KINDS: Readonly<Record<string, LostKind | null>> = {
  'bookings.reserve': 'reserved',
  'bookings.restore': 'reserved',
  'bookings.reschedule': 'rescheduled',
  'bookings.cancel': 'cancelled',
  'tickets.open': 'ticket_opened',
  'tickets.saveIssueTypes': 'rules',
  'passports.saveRules': 'rules',
  'meetings.close': 'ticket',
  'meetings.reopen': 'ticket',
  'deskExports.begin': 'export',
  'retention.keep': 'heard',
  'retention.letGo': 'heard',
  ...of(
    'booking',
    'bookings',
    'bookingLists',
    'bookingFor',
    'swaps',
    'noShows',
    'walkUps',
    'waitlist',
    'series',
    'draws',
  ),
  ...of('ticket', 'tickets', 'manyTickets'),
  ...of('person', 'people', 'merges', 'passports'),
  ...of('heard', 'sessions', 'notes', 'conversations', 'meetings', 'silverHair', 'agents', 'thanks', 'lifeChannel'),
  ...of('heard', 'lifeDrills'),
  ...of('brought', 'arrivals'),
  ...of('rules', 'rooms', 'roomKeeping', 'calendar', 'masking', 'lifeWords', 'retention'),
  ...of(null, 'bookingNews', 'ownNews', 'deskExports', 'desks'),
}
function of(kind: LostKind | null, ...features: string[]) {
  return Object.fromEntries(features.map((feature) => [feature, kind]))
}

const kindOf = (call: string): LostKind | null => KINDS[call] ?? KINDS[call.split('.')[0] ?? ''] ?? null

const Booking = KeptBooking.pick({
  id: true,
  ...{ seatId: true, seatNumber: true, personId: true, personName: true, companionId: true },
  ...{ purpose: true, startsAt: true, endsAt: true },
})
const Numbered = z.object({ number: z.number().int(), dueAt: z.string() })
const Named = z.object({ name: z.string(), role: z.string() })

function aboutOf(value: unknown): LostAbout {
  const booking = Booking.safeParse(value).data
  if (booking !== undefined) {
    const { id: bookingId, ...place } = booking
    return { what: 'booking', bookingId, ...place }
  }
  const ticket = Numbered.safeParse(value).data
  if (ticket !== undefined) return { what: 'ticket', number: ticket.number }
  const person = Named.safeParse(value).data
  return person === undefined ? { what: 'nothing' } : { what: 'person', name: person.name }
}

const Naming = z.object({
  ...{ sessionId: Id.optional(), callId: Id.optional(), noteId: Id.optional(), noteIds: z.array(Id).optional() },
})

function sessionOf(db: ReadableDb, input: unknown): Id | null {
  const { noteId, noteIds, ...named } = Naming.safeParse(input).data ?? {}
  const notes = noteIds ?? (noteId === undefined ? [] : [noteId])
  return (sessionsNamed(db, { ...named, noteIds: notes })[0] as Id | undefined) ?? null
}

const Arrivals = z.array(z.object({ how: z.string() }))

/** Whatever was brought may have been refused, each by itself. */
const hasArrived = (value: unknown): boolean =>
  Arrivals.safeParse(value).data?.some(({ how }) => how === 'laid' || how === 'added') === true

/** Remembers what the hub accepted from this desk, should it lose it. */
export function rememberChange(db: WritableDb, { id, call, input, value }: AcceptedCommand, now: Instant): void {
  const kind = kindOf(call)
  // A hub does not remember them either: each would be told as lost.
  if (findEntry(call)?.isSecret === true) return
  if (kind === null || (kind === 'brought' && !hasArrived(value))) return
  const change = { id, at: now, kind, about: aboutOf(value), sessionId: sessionOf(db, input) }
  keepChange(db, change, keptSince(now))
}

/** The hub has another history: which of the commands of this desk it does not know any more. Answers whether there is news. */
export async function askWhatIsLost(
  db: WritableDb,
  link: HubLink,
  clock: Pick<Clock, 'now' | 'newId'>,
): Promise<boolean> {
  const ask = arrivalsAt(link, clock)
  const since = keptSince(clock.now())
  let isNews = false
  for (let after: Id | '' = ''; db.open; ) {
    const ids = changesAfter(db, since, after, MOST_ASKED)
    if (ids.length === 0) break
    const known = await ask('arrivals', 'knownCommands', { ids })
    if (!db.open) break
    isNews = markLost(db, ids, known) || isNews
    after = ids.at(-1) ?? after
  }
  return isNews
}
