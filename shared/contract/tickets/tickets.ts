import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST } from '../limits.ts'
import { NoteKind } from '../listening/notes.ts'
import { CallReference, HeardZone } from '../listening/sessions.ts'
import { DurationMs, Id, Instant, IssueTypeId, Nothing, optionalText, searchedText, shortText } from '../values.ts'
import { SeenVersion, Version } from '../versions.ts'
import { coordinators, everyone, noteTakers } from '../who.ts'
import { NamesAlike } from './names-alike.ts'

/** In the order of a ticket's life; the deadline's clock stands still in the two `awaiting_…`. Which follows which: `ticket-states.ts`. */
export const TicketState = z.enum([
  'unclaimed',
  'in_progress',
  'awaiting_information',
  'awaiting_third_party',
  'resolved',
  'called_back',
  'closed',
  'rejected',
])
export type TicketState = z.infer<typeof TicketState>

/** What a person does with a ticket; each leads from some states to one other. `resume` ends either pause. */
export const TicketAction = z.enum([
  'claim',
  'request_information',
  'wait_for_third_party',
  'resume',
  'resolve',
  'call_back',
  'close',
  'reject',
  'reopen',
])
export type TicketAction = z.infer<typeof TicketAction>

/** 1 紧急, 2 高, 3 普通, 4 低. */
export const Priority = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Priority = z.infer<typeof Priority>

/** Working time: a day is one working day of the calendar (7.5 h by default). */
export const TimeLimit = z.object({
  amount: z.number().int().min(1).max(400),
  unit: z.enum(['minutes', 'hours', 'days']),
})
export type TimeLimit = z.infer<typeof TimeLimit>

/** What kind of trouble a ticket is about: it gives the time limit and proposes the department. Nine at most, one a digit. */
export const IssueType = z.object({
  id: IssueTypeId,
  nameZh: shortText(LONGEST.typeNameZh),
  nameEn: shortText(LONGEST.typeNameEn),
  /** The key that sets it in an empty note box. */
  digit: z.number().int().min(1).max(9),
  limit: TimeLimit,
  /** Proposed owner. */
  department: optionalText(LONGEST.department),
})
export type IssueType = z.infer<typeof IssueType>

/** With the version of the list, which is saved as a whole. */
export const ListedIssueType = IssueType.extend({ version: Version })
export type ListedIssueType = z.infer<typeof ListedIssueType>

/** The customer's or listener's words inside a ticket, with where they were heard. */
export const Quote = z.object({
  noteId: Id,
  kind: NoteKind,
  text: z.string(),
  offsetMs: DurationMs,
  callId: Id,
  callNumber: z.number().int(),
  callReference: z.string().nullable(),
  heardAt: Instant,
  /** Who sat at the seat, by name; null where nobody was named. */
  heardBy: z.string().nullable(),
})
export type Quote = z.infer<typeof Quote>

/** A ticket as it stands now; what was done to it is in its events. `isOverdue` is nowhere: it is `dueAt` against the clock. */
export const Ticket = z.object({
  id: Id,
  /** 1, 2, 3… of this console; shown as ES-000123. */
  number: z.number().int(),
  title: z.string(),
  issueTypeId: z.string(),
  priority: Priority,
  state: TicketState,
  department: z.string(),
  ownerName: z.string().nullable(),
  openedAt: Instant,
  /** Resolve by. Moves later by the working time spent paused; shown as paused meanwhile. */
  dueAt: Instant,
  /** First human answer by, round the clock; P1 only. */
  answerBy: Instant.nullable(),
  pausedAt: Instant.nullable(),
  /** Working time credited so far for pauses. */
  pausedWorkingMs: DurationMs,
  closedAt: Instant.nullable(),
  quoteCount: z.number().int(),
  version: Version,
})
export type Ticket = z.infer<typeof Ticket>

/** A ticket after a change; `eventId` names the change for `undo`, null when nothing was changed. */
export const ChangedTicket = Ticket.extend({ eventId: Id.nullable() })
export type ChangedTicket = z.infer<typeof ChangedTicket>

/**
 * What happened to a ticket; append-only. `recounted`: another work calendar moved its deadline. `brought`: a desk that held it alone brought it
 * along to its hub; `remark` is the number it had there.
 */
export const TicketEvent = z.object({
  id: Id,
  at: Instant,
  actorName: z.string().nullable(),
  what: z.enum([
    ...(['opened', 'edited', 'moved', 'quote_added', 'quote_removed', 'exported', 'withdrawn', 'recounted'] as const),
    'brought',
  ]),
  action: TicketAction.nullable(),
  from: TicketState.nullable(),
  to: TicketState.nullable(),
  /** Reason, or what changed, in the words typed; masked. */
  remark: z.string().nullable(),
  /** The move or edit that this one took back; `action` is null then. `canGoBack`: how the ticket was before it is kept. */
  ...{ undoesEventId: Id.nullable(), canGoBack: z.boolean() },
})
export type TicketEvent = z.infer<typeof TicketEvent>

/** One stretch of working time that the deadline counted. */
export const DeadlineBlock = z.object({ from: Instant, to: Instant, workingMs: DurationMs })

/** Everything the pane shows: the quotes by call and offset, the events oldest first, the actions possible from its state. */
export const TicketDetail = z.object({
  ticket: Ticket,
  quotes: z.array(Quote),
  events: z.array(TicketEvent),
  actions: z.array(TicketAction),
  /**
   * Why the deadline is when it is: working time block by block, and years the calendar does not know. `isOfThisCalendar` false:
   * it was counted by an earlier calendar and stays, because the ticket was done when the calendar changed.
   */
  deadline: z.object({
    /** `agreedAt`: what a meeting at the seat agreed on instead of the limit; the blocks are what pauses add. */
    ...{ limit: TimeLimit, agreedAt: Instant.nullable() },
    blocks: z.array(DeadlineBlock),
    ...{ unknownYears: z.array(z.number().int()), isOfThisCalendar: z.boolean() },
  }),
})
export type TicketDetail = z.infer<typeof TicketDetail>

/** What a list shows: within a field any of the words, between the fields all of them. An empty one lets everything through. */
export const TicketFilter = z.object({
  /** Found anywhere in voice and view text, title or number; one character is enough. */
  text: searchedText(LONGEST.search).default(''),
  states: z.array(TicketState).default([]),
  priorities: z.array(Priority).default([]),
  issueTypeIds: z.array(z.string()).default([]),
  departments: z.array(z.string()).default([]),
  /** Opened in this range, `from` included, `to` not. */
  openedFrom: Instant.nullable().default(null),
  openedTo: Instant.nullable().default(null),
  isOverdue: z.boolean().default(false),
  /**
   * The text is looked for in tickets numbered so and above, and in their owners and listeners; a number or reference is found in all.
   * 0: in every one. Left out: in every one too, only a list looks no further back than it needs to, and answers how far.
   */
  searchedFrom: z.number().int().min(0).optional(),
  /** As a list answered it, to be asked with for all that belongs to that answer. Left out: a list looks for names itself, all else does not. */
  alike: z.array(NamesAlike).optional(),
})
export type TicketFilter = z.infer<typeof TicketFilter>

/** `due_soonest`: by `dueAt`. `priority`: urgent first, then by `dueAt`. In both what is to be done comes before what is done. Ties go by number. */
export const TicketSort = z.enum(['due_soonest', 'newest', 'oldest', 'priority', 'number'])
export type TicketSort = z.infer<typeof TicketSort>

const TicketWish = z.object({
  title: shortText(LONGEST.ticketTitle),
  issueTypeId: z.string(),
  priority: Priority,
  department: shortText(LONGEST.department),
})

/** A call that bore the same reference, with what became of it. Its notes are counted without praise. */
export const EarlierCall = z.object({
  callId: Id,
  sessionId: Id,
  number: z.number().int(),
  startedAt: Instant,
  heardZone: HeardZone,
  listenerName: z.string().nullable(),
  noteCount: z.number().int(),
  tickets: z.array(z.object({ id: Id, number: z.number().int(), title: z.string(), state: TicketState })),
})
export type EarlierCall = z.infer<typeof EarlierCall>

export const tickets = {
  /** The last other calls with the same reference, newest first; `total` counts all of them. Masked numbers look alike: of those none are told. */
  callsByReference: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ reference: CallReference, exceptCallId: Id, limit: z.number().int().min(1).max(20) }),
    output: z.object({ calls: z.array(EarlierCall), total: z.number().int() }),
    refusals: {},
    changes: [],
  }),
  /** All of them, by digit. */
  issueTypes: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.array(ListedIssueType),
    refusals: {},
    changes: [],
  }),
  /** Replaces the list; types in use by tickets cannot go. Old tickets keep their deadlines. */
  saveIssueTypes: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ seenVersion: SeenVersion, issueTypes: z.array(IssueType).min(1).max(9) }),
    output: z.array(ListedIssueType),
    refusals: { in_use: z.object({ issueTypeIds: z.array(z.string()) }), repeated_digit: Nothing },
    changes: ['tickets'],
  }),
  /** The deadline a ticket opened now would get. */
  proposeDeadline: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ issueTypeId: z.string(), priority: Priority }),
    output: z.object({ dueAt: Instant, answerBy: Instant.nullable(), unknownYears: z.array(z.number().int()) }),
    refusals: { unknown_issue_type: Nothing },
    changes: [],
  }),
  /** Needs at least one voice note. Notes already quoted elsewhere are refused, so that one voice never counts twice. */
  open: entry({
    where: 'hub',
    who: noteTakers,
    input: TicketWish.extend({ noteIds: z.array(Id).min(1).max(200) }),
    output: Ticket,
    refusals: {
      no_voice: Nothing,
      note_not_found: Nothing,
      already_quoted: z.object({ ticketNumber: z.number().int() }),
      unknown_issue_type: Nothing,
    },
    changes: ['tickets', 'notes'],
  }),
  /** Undo of `open`: only while nobody touched the ticket. Its notes are free again; the number is not used twice. */
  withdraw: entry({
    where: 'hub',
    who: noteTakers,
    input: z.object({ ticketId: Id }),
    output: Ticket,
    refusals: { not_found: Nothing, already_touched: Nothing },
    changes: ['tickets', 'notes'],
  }),
  /**
   * Title, type, priority and department, all four as they shall be. Another type gives its own time limit, counted from the
   * opening with the pauses so far credited; the priority alone moves only `answerBy`. `eventId` is null when nothing differs.
   * `ownerName` gives a claimed ticket to somebody else; left out, the owner stays.
   */
  edit: entry({
    where: 'hub',
    who: noteTakers,
    input: TicketWish.extend({
      ticketId: Id,
      seenVersion: SeenVersion,
      ownerName: shortText(LONGEST.personName).optional(),
    }),
    output: ChangedTicket,
    refusals: { not_found: Nothing, unknown_issue_type: Nothing, not_claimed: Nothing },
    changes: ['tickets'],
  }),
  /** `ownerName` is required for claim, `remark` for reject and the two pauses. */
  move: entry({
    where: 'hub',
    who: noteTakers,
    input: z.object({
      ticketId: Id,
      seenVersion: SeenVersion,
      action: TicketAction,
      ownerName: optionalText(LONGEST.personName).nullable().default(null),
      remark: optionalText(LONGEST.remark).nullable().default(null),
    }),
    output: ChangedTicket,
    refusals: {
      not_found: Nothing,
      not_from_here: z.object({ state: TicketState }),
      owner_missing: Nothing,
      remark_missing: Nothing,
    },
    changes: ['tickets'],
  }),
  /**
   * Takes a move or an edit back: the ticket is exactly what it was before, with its owner, deadlines and the moment its pause
   * began. Only while the ticket is as that change left it, and once; `changed_since`: it is not. Which those are: `taking-back.ts`.
   */
  undo: entry({
    where: 'hub',
    who: noteTakers,
    input: z.object({ ticketId: Id, eventId: Id }),
    output: ChangedTicket,
    refusals: { not_found: Nothing, changed_since: Nothing, unknown_issue_type: Nothing },
    changes: ['tickets'],
  }),
  /** One ticket with its quotes, its story and why its deadline is when it is. `not_found` also once it was withdrawn. */
  get: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ ticketId: Id }),
    output: TicketDetail,
    refusals: { not_found: Nothing },
    changes: [],
  }),
  /**
   * One page of the filter in the given order; `total` counts the whole filter. In an archive of very many tickets a text that is found
   * often is looked for in the latest of them: `searchedFrom` is the number of the first, to be asked with for all that belongs to this
   * answer; 0: every ticket was looked at. `alike`: names that words of the text were taken for by their sound.
   */
  list: entry({
    where: 'hub',
    who: everyone,
    input: z.object({
      filter: TicketFilter,
      sort: TicketSort,
      limit: z.number().int().min(1).max(500),
      offset: z.number().int().min(0).default(0),
    }),
    output: z.object({
      tickets: z.array(Ticket),
      total: z.number().int(),
      searchedFrom: z.number().int(),
      alike: z.array(NamesAlike),
    }),
    refusals: {},
    changes: [],
  }),
  /** Departments that own or may own tickets, for suggestions. */
  departments: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.array(z.string()),
    refusals: {},
    changes: [],
  }),
}
