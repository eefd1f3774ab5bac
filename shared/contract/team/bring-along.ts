import { z } from 'zod'
import { entry } from '../entry.ts'
import { TicketState } from '../tickets/tickets.ts'
import { Id, Instant, IssueTypeId, Nothing } from '../values.ts'
import { everyone } from '../who.ts'
import { Meeting, TakenAtHub } from './arrivals.ts'

/** What a desk held alone and its hub may have, in the order in which it goes. */
export const BroughtKind = z.enum(['person', 'type', 'session', 'ticket', 'booking'])
export type BroughtKind = z.infer<typeof BroughtKind>

/**
 * How one of them stands, those first that a person has something to do about.
 * - `decide`: a person has to say which one at the hub it is
 * - why it stays here for now: a coordinator has to add the person (`needs_coordinator`), a note-taker has to bring the ticket (`needs_note_taker`);
 *   whoever it names has no place at the hub yet (`person_waits`), its type none (`type_waits`), what it quotes stays (`notes_wait`); the hub's own
 *   ticket quotes it (`already_quoted`); somebody else has that number (`number_taken`); the seat, or the person, is taken then; there is no such
 *   seat, or the room is closed then (`outside_opening_hours`, `not_on_slots`, `in_the_past`, `against_rules`); it has not ended (`still_open`); another desk is
 *   bringing it (`not_yours`); the hub would not take it (`refused`)
 * - `will`: comes along. `same`: is that one of the hub's. `came`: came along from here. `there`: the hub had it. `left`: a person said that it stays
 */
export const Standing = z.enum([
  'decide',
  ...(['needs_coordinator', 'needs_note_taker', 'person_waits', 'type_waits', 'notes_wait'] as const),
  ...(['already_quoted', 'number_taken', 'seat_taken', 'person_taken', 'no_seat'] as const),
  ...([
    'outside_opening_hours',
    'not_on_slots',
    'in_the_past',
    'against_rules',
    'still_open',
    'not_yours',
    'refused',
  ] as const),
  ...(['will', 'came', 'same', 'there', 'left'] as const),
])
export type Standing = z.infer<typeof Standing>

/** What a person said about somebody who is brought along: the hub's person of that id, somebody new, or nobody for now. */
export const PersonDecision = z.union([
  z.object({ as: z.literal('same'), personId: Id }),
  z.object({ as: z.enum(['new', 'stay']) }),
])
export type PersonDecision = z.infer<typeof PersonDecision>

const Row = z.object({ id: Id, standing: Standing })

/** One line of what is or was brought along. */
export const BroughtRow = z.discriminatedUnion('kind', [
  Row.extend({
    kind: z.literal('person'),
    name: z.string(),
    department: z.string(),
    employeeNumber: z.string().nullable(),
    /** Off the desk's own list, and named by what was heard. */
    isRemoved: z.boolean(),
    sessions: z.number().int(),
    ...Meeting.pick({ how: true, candidates: true }).shape,
    /** As a person said; null: as the rule proposes. */
    decision: PersonDecision.nullable(),
    /** Who it is at the hub; of `number_taken`, who has that number. */
    isPerson: z.string().nullable(),
  }),
  Row.extend({
    kind: z.literal('type'),
    id: IssueTypeId,
    nameZh: z.string(),
    nameEn: z.string(),
    tickets: z.number().int(),
    /** The hub's type that its tickets and notes get. */
    issueTypeId: IssueTypeId.nullable(),
  }),
  Row.extend({
    kind: z.literal('session'),
    startedAt: Instant,
    listenerName: z.string().nullable(),
    calls: z.number().int(),
    notes: z.number().int(),
    halfDone: z.number().int(),
  }),
  Row.extend({
    kind: z.literal('ticket'),
    /** At the desk. */
    number: z.number().int(),
    title: z.string(),
    state: TicketState,
    /** At the hub, its own or the one that quotes the same; null: it has none there. */
    hubNumber: z.number().int().nullable(),
  }),
  Row.extend({
    kind: z.literal('booking'),
    seatNumber: z.number().int(),
    /** Empty where the desk gave it none. */
    roomName: z.string(),
    personName: z.string(),
    startsAt: Instant,
    endsAt: Instant,
    /** What stands in its way at the hub. */
    taken: TakenAtHub.nullable(),
  }),
])
export type BroughtRow = z.infer<typeof BroughtRow>

/** Of one kind: how many there are, and how they stand. `stays`: for a reason that is told. */
export const BroughtCount = z.object({
  kind: BroughtKind,
  ...{ total: z.number().int(), decide: z.number().int(), stays: z.number().int(), will: z.number().int() },
  ...{ came: z.number().int(), there: z.number().int(), left: z.number().int() },
})
export type BroughtCount = z.infer<typeof BroughtCount>

export const BroughtCounts = z.object({
  kinds: z.array(BroughtCount),
  /** In the sessions. */
  calls: z.number().int(),
  notes: z.number().int(),
  /** Words half done of sessions that stay, and bookings that are over: they stay. */
  halfDone: z.number().int(),
  pastBookings: z.number().int(),
})
export type BroughtCounts = z.infer<typeof BroughtCounts>

/**
 * What became of the offer to bring along what the desk held alone.
 * - `nothing`: the desk is alone, or held nothing. `offered`, `put_off`: nobody brought anything yet; the second is said more quietly
 * - `begun`: it goes on by itself, also after a start. `done`: all that could come is there, and what could not says why
 */
export const BringStatus = z.object({
  stage: z.enum(['nothing', 'offered', 'put_off', 'begun', 'done']),
  /** What is being done now. `isWaiting`: for the hub. */
  work: z
    .object({
      what: z.enum(['looking', 'bringing']),
      ...{ done: z.number().int(), total: z.number().int().nullable(), isWaiting: z.boolean() },
    })
    .nullable(),
  /** Why it ended without an end: the desk's own file cannot be read, or is of an earlier version; the hub does not know how; or a surprise. */
  failure: z.enum(['unreadable', 'earlier_version', 'other_version', 'hub_away', 'unexpected']).nullable(),
  /** As it was looked at, or came to an end; null: nobody looked yet. */
  counts: BroughtCounts.nullable(),
  /** Looked at since the console was opened: it can be decided about, and begun. */
  isLookedAt: z.boolean(),
  /** When all of it was done. */
  doneAt: Instant.nullable(),
})
export type BringStatus = z.infer<typeof BringStatus>

const refusals = { nothing_to_bring: Nothing, not_looked_at: Nothing }

/**
 * What a desk held before it joined a hub, offered once: looked at beside what the hub has, decided about, and brought along. The desk's own file is only
 * ever read. All of it is this desk's affair; at the hub it asks `arrivals`.
 */
export const bringAlong = {
  /** Answers at once. Told anew by the topic `team`. */
  status: entry({ where: 'desk', who: everyone, input: Nothing, output: BringStatus, refusals: {}, changes: [] }),
  /** Begins to look at what meets what; goes on by itself. Nothing is brought. While it is being done it is not begun again. */
  look: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    output: BringStatus,
    refusals: { nothing_to_bring: Nothing },
    changes: ['team'],
  }),
  /** Not now: it is offered more quietly from then on. */
  putOff: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    output: BringStatus,
    refusals: { nothing_to_bring: Nothing },
    changes: ['team'],
  }),
  /** A page of one kind, what asks for something first. As it was looked at; or, where nobody has since, as it came to an end. */
  rows: entry({
    where: 'desk',
    who: everyone,
    input: z.object({
      kind: BroughtKind,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    output: z.object({ rows: z.array(BroughtRow), total: z.number().int() }),
    refusals: {},
    changes: [],
  }),
  /** Whom, or what, these are at the hub; null: as the rule proposes. Kept, also over a start. What came along already is not asked again. */
  decide: entry({
    where: 'desk',
    who: everyone,
    input: z.object({
      people: z
        .array(z.object({ id: Id, decision: PersonDecision.nullable() }))
        .max(500)
        .default([]),
      types: z
        .array(z.object({ id: IssueTypeId, issueTypeId: IssueTypeId.nullable() }))
        .max(9)
        .default([]),
    }),
    output: BringStatus,
    refusals,
    changes: ['team'],
  }),
  /** Brings along what was looked at and can come; goes on by itself, over starts and while the hub was away. Again: what could not come is tried once more. */
  begin: entry({ where: 'desk', who: everyone, input: Nothing, output: BringStatus, refusals, changes: ['team'] }),
}
