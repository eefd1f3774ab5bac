import { z } from 'zod'
import { entry } from '../entry.ts'
import { ExportRecord } from '../exports/exports.ts'
import { LONGEST, MOST_AT_MEETING, MOST_MEETING_LINES } from '../limits.ts'
import { Priority, Ticket, TicketState } from '../tickets/tickets.ts'
import { DurationMs, Id, Instant, keptText, Nothing, optionalText, PlainDate, shortText } from '../values.ts'
import { SeenVersion, Version } from '../versions.ts'
import { everyone, noteTakers } from '../who.ts'

/** Of the clock in the room where it was held; null, or left out by a hub that does not say so: the house's. */
const heardThere = z.string().nullable().optional()

/** What became of a line when its meeting was closed. A decision stands in the minutes alone. */
export const Outcome = z.object({
  what: z.enum(['ticket', 'decision']),
  /** Null for a decision, and once the ticket is gone. */
  ticket: z.object({ id: Id, number: z.number().int(), state: TicketState, dueAt: Instant }).nullable(),
})
export type Outcome = z.infer<typeof Outcome>

/** Who does what by when. */
export const MeetingLine = z.object({
  id: Id,
  /** As it was picked or typed; masked. Null: nobody yet. */
  ownerName: z.string().nullable(),
  /** Masked before it was stored. */
  text: z.string(),
  dueOn: PlainDate.nullable(),
  /** Null as long as the meeting is not closed. */
  outcome: Outcome.nullable(),
  version: Version,
})
export type MeetingLine = z.infer<typeof MeetingLine>

/** A meeting at the seat (现场会) about one call; a call has one at most. */
export const Meeting = z.object({
  id: Id,
  callId: Id,
  sessionId: Id,
  callNumber: z.number().int(),
  callReference: z.string().nullable(),
  startedAt: Instant,
  /** How long it has run when this was answered, by a clock that nobody sets; after a restart by the wall clock, as it went on meanwhile. */
  elapsedMs: DurationMs,
  /** Null while it runs. Lines that are written afterwards are open, and closed by closing it once more. */
  closedAt: Instant.nullable(),
  /** Of the last closing, for undo. */
  closeId: Id.nullable(),
  /** How long it took. */
  ranMs: DurationMs.nullable(),
  /** The notes that were there when it began: what it is about. Their words are their own, as they stand now. */
  noteIds: z.array(Id),
  attendees: z.array(z.string()),
  /** Its names and words were deleted because they were kept long enough: until when they were to be kept, and when they went. Null: they were not. */
  wordsGone: z.object({ keptUntil: PlainDate, goneAt: Instant }).nullable(),
  /** The caller's trouble was over there and then, as somebody at the seat said. */
  solvedAt: Instant.nullable(),
  /** In the order in which they were written, without those taken out. */
  lines: z.array(MeetingLine),
  version: Version,
})
export type Meeting = z.infer<typeof Meeting>

/** A line that is still being typed. */
export const MeetingDraft = z.object({
  /** Made by the window when the line is begun; storing the line drops it. */
  draftId: Id,
  meetingId: Id,
  /** Set while a stored line is being changed, with the version that the change goes out from. */
  lineId: Id.nullable(),
  seenVersion: Version.nullable(),
  text: z.string(),
  /** In UTF-16 units. */
  caret: z.number().int().min(0),
})
export type MeetingDraft = z.infer<typeof MeetingDraft>

/** One that waits to be gone on with, and where: at the meeting about this call. */
export const HalfDoneLine = MeetingDraft.extend({
  callId: Id,
  sessionId: Id,
  sessionStartedAt: Instant,
  heardZone: heardThere,
  /** Who heard the call; null where the session names nobody. */
  listenerName: z.string().nullable(),
  callNumber: z.number().int(),
})
export type HalfDoneLine = z.infer<typeof HalfDoneLine>

/** One of the list: what came of it in figures. */
export const ListedMeeting = Meeting.omit({ lines: true, noteIds: true, elapsedMs: true, closeId: true }).extend({
  heardZone: heardThere,
  lineCount: z.number().int(),
  /** Lines without an outcome, and tickets that are still to be done. */
  openCount: z.number().int(),
  /** All of its tickets were closed within two hours of the hang-up; without any, it was said to be solved within them. Null while the call is heard. */
  isSolvedOnTheSpot: z.boolean().nullable(),
})
export type ListedMeeting = z.infer<typeof ListedMeeting>

/** Of one month of the room, `2026-11`: calls with a meeting, and those solved on the spot. */
export const MonthOfMeetings = z.object({
  month: z.string(),
  meetings: z.number().int(),
  solved: z.number().int(),
})
export type MonthOfMeetings = z.infer<typeof MonthOfMeetings>

/** Something the customer said, as the minutes tell it. */
export const MinutesVoice = z.object({ offsetMs: DurationMs, text: z.string() })
export type MinutesVoice = z.infer<typeof MinutesVoice>

/** What minutes say: the meeting and the customer's words it is about, as they stand now, masked once more. */
export const Minutes = z.object({
  meeting: Meeting,
  voices: z.array(MinutesVoice),
  /** Places where somebody at the seat took a mask back («not personal») and the minutes have it all the same. */
  maskedAgain: z.number().int().min(0),
  heardZone: heardThere,
})
export type Minutes = z.infer<typeof Minutes>

const Of = z.object({ callId: Id, meetingId: Id })
const LineWords = z.object({
  ownerName: shortText(LONGEST.personName).nullable(),
  text: keptText(LONGEST.meetingLine),
  dueOn: PlainDate.nullable(),
})

/** Why a line cannot become a ticket. `no_voice`: it quotes no 原声 of the call; `quoted`: another ticket does already. */
const LineFault = z.object({
  lineId: Id,
  why: z.enum(['no_voice', 'quoted', 'not_of_this_call', 'unknown_issue_type', 'no_department']),
  ticketNumber: z.number().int().nullable(),
})
export type LineFault = z.infer<typeof LineFault>

export const meetings = {
  /** The meeting of a call; null where there was none, or where its call is sealed. */
  ofCall: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ callId: Id }),
    output: Meeting.nullable(),
    refusals: {},
    changes: [],
  }),
  /** The meetings of a session, oldest first. */
  ofSession: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ sessionId: Id }),
    output: z.array(Meeting),
    refusals: {},
    changes: [],
  }),
  /** Begins a meeting about a call: the notes that are there now are what it is about. A call that has one answers that. `sealed`: nothing may be said of it. */
  start: entry({
    where: 'journal',
    who: everyone,
    input: Of,
    output: Meeting,
    refusals: { call_not_found: Nothing, sealed: Nothing },
    changes: ['meetings'],
  }),
  /** All who are there, as names; each once. */
  setAttendees: entry({
    where: 'journal',
    who: everyone,
    input: Of.extend({
      seenVersion: SeenVersion,
      attendees: z.array(shortText(LONGEST.personName)).max(MOST_AT_MEETING),
    }),
    output: Meeting,
    refusals: { not_found: Nothing },
    changes: ['meetings'],
  }),
  /** Says that the trouble was over there and then, or takes that back. The moment counts. */
  setSolved: entry({
    where: 'journal',
    who: everyone,
    input: Of.extend({ isSolved: z.boolean() }),
    output: Meeting,
    refusals: { not_found: Nothing },
    changes: ['meetings'],
  }),
  /** Stores a line for good, masked, and drops its draft, in one transaction. The same `lineId` again changes nothing. */
  addLine: entry({
    where: 'journal',
    who: everyone,
    input: Of.extend({ lineId: Id, draftId: Id.nullable(), ...LineWords.shape }),
    output: Meeting,
    refusals: { not_found: Nothing, empty: Nothing, too_many: Nothing },
    changes: ['meetings'],
  }),
  /** Who, what and by when, all three as they shall be. */
  editLine: entry({
    where: 'journal',
    who: everyone,
    input: Of.extend({ lineId: Id, seenVersion: SeenVersion, draftId: Id.nullable(), ...LineWords.shape }),
    output: Meeting,
    refusals: { not_found: Nothing, empty: Nothing },
    changes: ['meetings'],
  }),
  /** Takes a line out, or puts it back (`isRemoved` false). */
  removeLine: entry({
    where: 'journal',
    who: everyone,
    input: Of.extend({ lineId: Id, seenVersion: SeenVersion, isRemoved: z.boolean() }),
    output: Meeting,
    refusals: { not_found: Nothing },
    changes: ['meetings'],
  }),
  /** Lines half typed, the newest first. */
  drafts: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ meetingId: Id }),
    output: z.array(MeetingDraft),
    refusals: {},
    changes: [],
  }),
  /** Every line half done at this desk, newest first. */
  halfDone: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    output: z.array(HalfDoneLine),
    refusals: {},
    changes: [],
  }),
  /** Stores what is in the box, masked as a note half done is. An empty text removes the draft. */
  storeDraft: entry({
    where: 'desk',
    who: everyone,
    input: MeetingDraft.extend({ text: z.string().max(LONGEST.draft) }),
    output: Nothing,
    refusals: { not_found: Nothing },
    changes: [],
  }),
  /**
   * Closes the meeting: each line named here becomes a ticket or a decision, all of them or none. A ticket is owned by who the line names, and due at the end of
   * the day it names, else by its type. The same `closeId` again answers what came of it, and so does another one where
   * all the lines it names are done by now: undo takes back the `closeId` of the meeting that is answered. `lines_refused`: which cannot be tickets, and why.
   */
  close: entry({
    where: 'hub',
    who: noteTakers,
    input: Of.extend({
      closeId: Id,
      ranMs: DurationMs,
      lines: z
        .array(
          z.discriminatedUnion('as', [
            z.object({ lineId: Id, as: z.literal('decision') }),
            z.object({
              ...{ lineId: Id, as: z.literal('ticket'), noteIds: z.array(Id).max(200) },
              ...{ issueTypeId: z.string(), priority: Priority, department: optionalText(LONGEST.department) },
            }),
          ]),
        )
        .max(MOST_MEETING_LINES),
    }),
    output: z.object({ meeting: Meeting, opened: z.array(z.object({ ticket: Ticket, noteIds: z.array(Id) })) }),
    refusals: {
      not_found: Nothing,
      /** Some lines are done or taken out by now, and others are not. */
      lines_changed: Nothing,
      lines_refused: z.object({ lines: z.array(LineFault) }),
    },
    changes: ['meetings', 'tickets', 'notes'],
  }),
  /** Takes a closing back as one: its tickets are withdrawn, its lines open. Refused once anybody did something to one of the tickets. */
  reopen: entry({
    where: 'hub',
    who: noteTakers,
    input: Of.extend({ closeId: Id }),
    output: z.object({ meeting: Meeting, withdrawn: z.array(Id) }),
    refusals: { not_found: Nothing, already_touched: z.object({ ticketNumber: z.number().int() }) },
    changes: ['meetings', 'tickets', 'notes'],
  }),
  /** What the minutes of a call say now. Null where it has no meeting, or is sealed. */
  minutes: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ callId: Id }),
    output: Minutes.nullable(),
    refusals: {},
    changes: [],
  }),
  /**
   * Writes the minutes as Markdown, by way of the ledger of exports: what they say when the file is made, masked once more, whole or not at all, waiting where
   * the folder is away. Answers once the file is there or waits, after two seconds at most. `sealed`: the call was sealed meanwhile.
   */
  writeMinutes: entry({
    where: 'desk',
    who: noteTakers,
    input: z.object({ callId: Id, folder: shortText(LONGEST.folder), language: z.enum(['zh', 'en']) }),
    output: ExportRecord,
    refusals: { not_found: Nothing, folder_not_absolute: Nothing, data_folder: Nothing, sealed: Nothing },
    changes: ['exports'],
  }),
  /** One page of all meetings, newest first. */
  list: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ limit: z.number().int().min(1).max(200), offset: z.number().int().min(0).default(0) }),
    output: z.object({ meetings: z.array(ListedMeeting), total: z.number().int() }),
    refusals: {},
    changes: [],
  }),
  /** The last twelve months that had a meeting, newest first. */
  months: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.array(MonthOfMeetings),
    refusals: {},
    changes: [],
  }),
}
