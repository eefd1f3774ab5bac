import { z } from 'zod'
import { entry } from '../entry.ts'
import { Person } from '../house/people.ts'
import { LONGEST } from '../limits.ts'
import { Note, NoteKind } from '../listening/notes.ts'
import { HeardZone, Session } from '../listening/sessions.ts'
import { KeptBooking } from '../seats/bookings.ts'
import { Ticket } from '../tickets/tickets.ts'
import { Id, Instant, searchedText } from '../values.ts'
import { everyone } from '../who.ts'

/** Which part of a person's name was meant, in UTF-16 units: «csy» marks all of 陈思远, where the letters themselves do not stand. */
const NameRange = z.object({ from: z.number().int(), to: z.number().int() }).nullable()

const FoundPerson = z.object({ person: Person, nameRange: NameRange })
export type FoundPerson = z.infer<typeof FoundPerson>

const FoundBooking = z.object({ booking: KeptBooking, nameRange: NameRange })
export type FoundBooking = z.infer<typeof FoundBooking>

const FoundSession = z.object({ session: Session, nameRange: NameRange })
export type FoundSession = z.infer<typeof FoundSession>

/** A call found by its reference. */
const FoundCall = z.object({
  callId: Id,
  sessionId: Id,
  number: z.number().int(),
  reference: z.string(),
  startedAt: Instant,
  heardZone: HeardZone,
  listenerName: z.string().nullable(),
})
export type FoundCall = z.infer<typeof FoundCall>

/** A note with where it was heard. */
const FoundNote = z.object({
  note: Note,
  sessionId: Id,
  callNumber: z.number().int(),
  callStartedAt: Instant,
  heardZone: HeardZone,
  listenerName: z.string().nullable(),
})
export type FoundNote = z.infer<typeof FoundNote>

/**
 * `quote`: the first of its quotes that holds what was looked for; null where the title or the number does. `person`: where no words of
 * it do, whose name does; the name's part that sounds so, null where the letters themselves stand in it.
 */
const FoundTicket = z.object({
  ticket: Ticket,
  quote: z.object({ kind: NoteKind, text: z.string() }).nullable(),
  person: z.object({ as: z.enum(['owner', 'listener']), name: z.string(), nameRange: NameRange }).nullable(),
})
export type FoundTicket = z.infer<typeof FoundTicket>

/** `total` counts no further than `COUNTED_AT_MOST`: a common character is in half of an archive. */
const group = <Hit extends z.ZodType>(hit: Hit) => z.object({ hits: z.array(hit), total: z.number().int() })

const Findings = z.object({
  people: group(FoundPerson),
  bookings: group(FoundBooking),
  sessions: group(FoundSession),
  calls: group(FoundCall),
  /** Notes by kind: 原声, 判断, risk; praise is not searched, as it is about one agent. Newest first. */
  voices: group(FoundNote),
  views: group(FoundNote),
  remarks: group(FoundNote),
  tickets: group(FoundTicket),
  /** After an upgrade or a restored copy: older notes are still being made findable. */
  isIndexing: z.boolean(),
})
export type Findings = z.infer<typeof Findings>
export type FoundGroup = Exclude<keyof Findings, 'isIndexing'>

export const search = {
  /**
   * Looks through people, bookings, sessions, notes of all sessions and tickets at once. One character is enough; people are found by
   * their sound too («csy»). For nothing typed: what is newest of each, people left out. `only`: whoever is meant alone, who is there at once however
   * large the archive is; a hub that does not know of it answers with all.
   */
  everywhere: entry({
    where: 'hub',
    who: everyone,
    input: z.object({
      text: searchedText(LONGEST.search),
      limit: z.number().int().min(1).max(50),
      only: z.literal('people').optional(),
    }),
    output: Findings,
    refusals: {},
    changes: [],
  }),
  /** How the Chinese characters of these names may be said, as far as that is known: by it a window finds its own words by sound. */
  sounds: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ names: z.array(z.string().max(200)).max(200) }),
    output: z.record(z.string(), z.array(z.string())),
    refusals: {},
    changes: [],
  }),
}
