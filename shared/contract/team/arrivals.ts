import { z } from 'zod'
import { entry } from '../entry.ts'
import { PersonWish } from '../house/people.ts'
import { MOST_PEOPLE_AT_ONCE } from '../limits.ts'
import { Purpose } from '../seats/bookings.ts'
import { Priority, TicketAction, TicketEvent, TicketState, TimeLimit } from '../tickets/tickets.ts'
import { DurationMs, Id, Instant, IssueTypeId, keptText, Nothing } from '../values.ts'
import { coordinators, everyone, noteTakers } from '../who.ts'
import { DeskTroubles } from './troubles.ts'

/** As many rows as are asked about at once. */
export const MOST_ASKED = 500
/** All of them hold their room, as long as they are laid down. */
export const MOST_BOOKINGS_AT_ONCE = 100
/** Each with its whole story. */
export const MOST_TICKETS_AT_ONCE = 50

/** Somebody as the desk knows them. `removedAt`: off its list, and named by what was heard there. */
export const ArrivingPerson = PersonWish.extend({ id: Id, removedAt: Instant.nullable() })
export type ArrivingPerson = z.infer<typeof ArrivingPerson>

/**
 * Whom of the hub's people somebody may be.
 * - `there`: the hub has this very person, from an earlier time
 * - `same_number`: the employee number and the name. `same_place`: the only one of that name and department, and no number says otherwise
 * - `likely`: something agrees, and a person has to say. `new`: nobody is like them
 *
 * Of candidates: `email`, by which two are told apart who are alike otherwise; `isRemoved`: taken off the hub's list, and only ever `likely`.
 */
export const Meeting = z.object({
  id: Id,
  how: z.enum(['there', 'same_number', 'same_place', 'likely', 'new']),
  candidates: z.array(
    z.object({
      ...{ personId: Id, name: z.string(), department: z.string(), employeeNumber: z.string().nullable() },
      /** Left out by a hub that does not tell of them. */
      ...{ email: z.string().nullable().optional(), isRemoved: z.literal(true).optional() },
    }),
  ),
})
export type Meeting = z.infer<typeof Meeting>

/** Longer than any field, as an earlier version may have kept more than today's takes; what is kept here is masked anew. */
const Words = keptText(4_000)

const PAUSED: readonly TicketState[] = ['awaiting_information', 'awaiting_third_party']

/** A ticket as the desk has it, with its people, its type and its notes as the hub knows them. */
export const ArrivingTicket = z
  .object({
    id: Id,
    /** At the desk; kept in its story. */
    number: z.number().int().min(1),
    title: Words.min(1),
    issueTypeId: IssueTypeId,
    limit: TimeLimit,
    priority: Priority,
    state: TicketState,
    department: Words,
    ownerName: Words.nullable(),
    openedBy: Id.nullable(),
    openedAt: Instant,
    dueAt: Instant,
    answerBy: Instant.nullable(),
    pausedAt: Instant.nullable(),
    pausedWorkingMs: DurationMs,
    closedAt: Instant.nullable(),
    /** The day on which a meeting agreed. */
    agreedDueAt: Instant.nullable(),
    /** In their order in the ticket. */
    noteIds: z.array(Id).max(200),
    /** In the order in which it happened. */
    events: z
      .array(
        z.object({
          ...{ id: Id, at: Instant, actorName: Words.nullable(), what: TicketEvent.shape.what },
          ...{ action: TicketAction.nullable(), from: TicketState.nullable(), to: TicketState.nullable() },
          ...{ remark: Words.nullable(), undoesEventId: Id.nullable() },
        }),
      )
      .max(5_000),
  })
  .refine(({ state, pausedAt }) => PAUSED.includes(state) === (pausedAt !== null))
export type ArrivingTicket = z.infer<typeof ArrivingTicket>

/**
 * What became of a ticket. `laid`, `there`: the hub has it, under that number, since now or before.
 * - `notes_missing`: notes that it quotes are not at the hub. `already_quoted`: the hub's ticket of that number quotes one of them
 * - `unknown_issue_type`: the hub has no such type
 */
export const TicketArrival = z.discriminatedUnion('how', [
  z.object({ id: Id, how: z.enum(['laid', 'there', 'already_quoted']), number: z.number().int() }),
  z.object({ id: Id, how: z.enum(['notes_missing', 'unknown_issue_type']) }),
])
export type TicketArrival = z.infer<typeof TicketArrival>

/** A booking to come, with its people as the hub knows them. */
export const ArrivingBooking = z
  .object({
    ...{ id: Id, seatNumber: z.number().int(), personId: Id, companionId: Id.nullable() },
    /** The room of the seat, as the desk calls it. `isFirstRoom` left out: it is. */
    ...{ roomName: Words.optional(), isFirstRoom: z.boolean().optional() },
    ...{ purpose: Purpose, startsAt: Instant, endsAt: Instant },
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt)
export type ArrivingBooking = z.infer<typeof ArrivingBooking>

/** A booking of the hub that stands in the way. `isTheirs`: it is that same person's. */
export const TakenAtHub = z.object({
  personName: z.string(),
  seatNumber: z.number().int(),
  startsAt: Instant,
  isTheirs: z.boolean(),
})

/**
 * What became of a booking, or would. `laid`, `there`: it has its place. `taken`: whose other booking stands in its way. `person_waits`: its people are not
 * on the hub's list. The others: as a booking made there would be refused; `against_rules`: a closed
 * day, too soon or too far ahead, one too many, a place that is drawn.
 */
export const BookingArrival = z.union([
  z.object({ id: Id, how: z.enum(['laid', 'there', 'no_seat', 'person_waits']) }),
  z.object({ id: Id, how: z.enum(['in_the_past', 'outside_opening_hours', 'not_on_slots', 'against_rules']) }),
  z.object({
    id: Id,
    how: z.enum(['seat_taken', 'person_taken']),
    taken: TakenAtHub.nullable(),
  }),
])
export type BookingArrival = z.infer<typeof BookingArrival>

/** A row by its columns, as databases name them. */
const StoredRow = z.record(z.string().max(60), z.union([z.string(), z.number(), z.null()]))

/** A note as it is at the hub, with everything that happened to it, and who did. */
export const ChangedNote = z.object({
  noteId: Id,
  note: StoredRow,
  ...{ events: z.array(StoredRow), changes: z.array(StoredRow) },
})
export type ChangedNote = z.infer<typeof ChangedNote>

/** `no_hub`: a desk alone has nobody to bring anything to. */
const refusals = { no_hub: Nothing }
const ids = z.array(Id).max(MOST_ASKED)

/**
 * How what a desk held alone comes to its hub: asked by the desk itself, never by a window, step by step. Each row keeps its id, so whatever is sent
 * twice is there once. What was heard goes the way of all that is heard (`rows` of the wire), and then what stands on it comes here.
 */
export const arrivals = {
  /** Whom of the hub's people each of these may be. Nothing is decided by it. */
  meetPeople: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ people: z.array(ArrivingPerson).max(MOST_PEOPLE_AT_ONCE) }),
    output: z.array(Meeting),
    refusals,
    changes: [],
  }),
  /** Puts people on the list, those off the desk's list off this one too. `number_taken`: by somebody of that name. */
  addPeople: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ people: z.array(ArrivingPerson).max(MOST_PEOPLE_AT_ONCE) }),
    output: z.array(
      z.union([
        z.object({ id: Id, how: z.enum(['added', 'there']) }),
        z.object({ id: Id, how: z.literal('number_taken'), name: z.string() }),
      ]),
    ),
    refusals,
    changes: ['people'],
  }),
  /** Which of these sessions the hub has whole. Of one that is not, the desk that began to tell it goes on. */
  knownSessions: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ ids }),
    output: z.array(Id),
    refusals,
    changes: [],
  }),
  /** Which of these tickets the hub has, with their numbers there. */
  knownTickets: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ ids }),
    output: z.array(z.object({ id: Id, number: z.number().int() })),
    refusals,
    changes: [],
  }),
  /** Which of these commands, that the hub accepted from a desk within the last 30 days, it still knows of: of a database that was put back from a copy not all. */
  knownCommands: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ ids }),
    output: z.array(Id),
    refusals,
    changes: [],
  }),
  /** What of the desk that asks is not at the hub, or not any more, as it is now: for whoever sat there, wherever they sit. */
  tellTroubles: entry({
    where: 'hub',
    who: everyone,
    input: DeskTroubles,
    output: Nothing,
    refusals,
    changes: ['desks'],
  }),
  /** Notes of the desk that asks which were changed at the hub since their session was handed over, some at a time, after one of them: for a desk that leaves. Of sealed calls none. */
  changedNotes: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ after: z.union([z.literal(''), Id]) }),
    output: z.array(ChangedNote),
    refusals,
    changes: [],
  }),
  /** Lays tickets down with everything that happened to them, each under a number of the hub's; each by itself, so that one waits for no other. */
  layTickets: entry({
    where: 'hub',
    who: noteTakers,
    input: z.object({ tickets: z.array(ArrivingTicket).max(MOST_TICKETS_AT_ONCE) }),
    output: z.array(TicketArrival),
    refusals,
    changes: ['tickets', 'notes'],
  }),
  /** What `layBookings` would come to, with these people on the list; nothing of it is done. */
  tryBookings: entry({
    where: 'hub',
    who: everyone,
    input: z.object({
      people: z.array(ArrivingPerson).max(MOST_PEOPLE_AT_ONCE),
      bookings: z.array(ArrivingBooking).max(MOST_BOOKINGS_AT_ONCE),
    }),
    output: z.array(BookingArrival),
    refusals,
    changes: [],
  }),
  /** Gives bookings their places, each by itself: first come, first served, and nobody loses a place. */
  layBookings: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ bookings: z.array(ArrivingBooking).max(MOST_BOOKINGS_AT_ONCE) }),
    output: z.array(BookingArrival),
    refusals,
    changes: ['bookings'],
  }),
}
