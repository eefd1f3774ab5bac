import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST } from '../limits.ts'
import { PersonTaken, Purpose } from '../seats/bookings.ts'
import { DurationMs, Id, Instant, Nothing, PlainDate, searchedText, shortText } from '../values.ts'
import { everyone } from '../who.ts'

/** One sitting at a seat. */
export const Session = z.object({
  id: Id,
  /** Null for a walk-up (随到随坐). */
  bookingId: Id.nullable(),
  seatNumber: z.number().int().nullable(),
  /** Where the seat stands; null for a walk-up. */
  roomId: Id.nullable(),
  listenerId: Id.nullable(),
  listenerName: z.string().nullable(),
  purpose: Purpose,
  startedAt: Instant,
  endedAt: Instant.nullable(),
  callCount: z.number().int(),
  /** Without praise where it is not told to whoever asks: the count would tell of it. */
  noteCount: z.number().int(),
})
export type Session = z.infer<typeof Session>

/** A session as a list tells of it: with what became of its notes, and how it sounded. */
export const ListedSession = Session.extend({
  /** Tickets that quote a note of it. */
  ticketCount: z.number().int(),
  halfDoneCount: z.number().int(),
  /** A hub of an earlier version tells neither this nor what follows. */
  listenerDepartment: z.string().nullable().default(null),
  /** The beginning of the customer's words that were noted first, of a call that is not sealed; null while there are none, or once they went. */
  firstVoice: z.string().nullable().default(null),
})
export type ListedSession = z.infer<typeof ListedSession>

/** A stretch of a call in which nothing could be written here: the machine slept, or the console was closed. */
export const CallGap = z.object({
  /** Milliseconds from the start of the call, as its notes are stamped. */
  fromMs: DurationMs,
  toMs: DurationMs,
  reason: z.enum(['asleep', 'closed']),
})
export type CallGap = z.infer<typeof CallGap>

/** One call that was heard, within a session. */
export const Call = z.object({
  id: Id,
  sessionId: Id,
  /** 1, 2, 3… within the session. */
  number: z.number().int(),
  /** The call system's own reference, up to 64 characters. */
  reference: z.string().nullable(),
  startedAt: Instant,
  /** Null while it is being heard: at most one such call in a session. Start plus length, so it is never before the start. */
  endedAt: Instant.nullable(),
  /** How far the call was when this was answered, by a clock that nobody sets; the length of one that is over. */
  elapsedMs: DurationMs,
  gaps: z.array(CallGap),
})
export type Call = z.infer<typeof Call>

/** The call system's own reference as it is typed or linked; what looks like a person's number is masked in it. */
export const CallReference = shortText(LONGEST.reference)

/** Of the clock in the room where something was heard; null, or left out by a hub that does not say so: the house's. */
export const HeardZone = z.string().nullable().optional()

export const sessions = {
  /** The session that has not ended, of anybody at this console; null when nobody sits. At most one a console. */
  current: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    output: Session.nullable(),
    refusals: {},
    changes: [],
  }),
  /**
   * Where whoever listens here, from a booking, sits on another seat as well, as far as this desk knows; null: nowhere. Begun without the hub nobody could say so: it
   * comes out when that is back.
   */
  sitsTwice: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    /** `at`: where they listen. */
    output: PersonTaken.extend({ sessionId: Id, at: z.object({ seatId: Id, startsAt: Instant }) }).nullable(),
    refusals: {},
    changes: [],
  }),
  /** One session, over or not. */
  get: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ sessionId: Id }),
    output: Session,
    refusals: { not_found: Nothing },
    changes: [],
  }),
  /**
   * One page of all sessions, newest first; `total` counts the whole filter. `listener` is part of a name or how it sounds; the dates
   * (room's time zone, both included) say when it began.
   */
  list: entry({
    where: 'journal',
    who: everyone,
    input: z.object({
      listener: searchedText(LONGEST.search).default(''),
      from: PlainDate.nullable().default(null),
      to: PlainDate.nullable().default(null),
      limit: z.number().int().min(1).max(200),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.object({ sessions: z.array(ListedSession), total: z.number().int() }),
    refusals: {},
    changes: [],
  }),
  /** From a booking (checks it in when it was not) or as a walk-up (`bookingId` null). */
  start: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ bookingId: Id.nullable(), listenerId: Id.nullable(), purpose: Purpose }),
    output: Session,
    refusals: {
      already_listening: z.object({ sessionId: Id }),
      booking_not_found: Nothing,
      too_early: z.object({ opensAt: Instant }),
      booking_over: Nothing,
      /** It was a no-show, and somebody else sits there by now. */
      place_taken: z.object({ personName: z.string() }),
      /** Whoever is to listen sits on another seat then. Never at a desk whose hub is away: it starts, and what was so there is found out later. */
      person_taken: PersonTaken,
    },
    changes: ['sessions', 'bookings'],
  }),
  /** Ends the call that is on, then the session. Drafts stay. Idempotent. */
  end: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ sessionId: Id }),
    output: Session,
    refusals: { not_found: Nothing },
    changes: ['sessions', 'bookings'],
  }),
  /** Calls of a session, first to last. */
  calls: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ sessionId: Id }),
    output: z.array(Call),
    refusals: {},
    changes: [],
  }),
  /**
   * Ends the call that is on and starts the next, in one step. Never waits for half-done notes. `callId` is made by a window that
   * holds words for the call already; the same one again returns the call already started.
   */
  nextCall: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ sessionId: Id, reference: CallReference.nullable(), callId: Id.optional() }),
    output: Call,
    refusals: { session_over: Nothing, not_found: Nothing },
    changes: ['sessions'],
  }),
  /** Ends this call; the session goes on without one. Over already: accepted, and its end stays. */
  endCall: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ callId: Id }),
    output: Call,
    refusals: { not_found: Nothing },
    changes: ['sessions'],
  }),
  /**
   * Null takes it away. Also when the call is over. `seen`: what stood there when it began to be typed; refused where something else was set
   * since. Left out: whatever is there is meant.
   */
  setReference: entry({
    where: 'journal',
    who: everyone,
    input: z.object({
      callId: Id,
      reference: CallReference.nullable(),
      seen: CallReference.nullable().optional(),
    }),
    output: Call,
    refusals: { not_found: Nothing, set_meanwhile: z.object({ reference: CallReference.nullable() }) },
    changes: ['sessions'],
  }),
  /** For `earshot://call?ref=…`: the call with this reference in the running session, started when there is none. */
  openByReference: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ reference: CallReference }),
    output: Call,
    refusals: { nobody_listening: Nothing },
    changes: ['sessions'],
  }),
}
