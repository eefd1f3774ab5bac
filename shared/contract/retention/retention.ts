import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST } from '../limits.ts'
import { Id, Instant, Nothing, PlainDate, shortText } from '../values.ts'
import { SeenVersion } from '../versions.ts'
import { coordinators, everyone, noteTakers } from '../who.ts'
import { RetentionKind, RetentionRules, WantedRules } from './rules.ts'

/** So many days ahead it is told what will go… */
export const AHEAD_DAYS = 30
/** …by name so many of them; the rest is counted. */
export const MOST_TOLD = 200

/**
 * Why something that is old enough stays. `open`: somebody hears it; `half_done`: a note or a line of it is half done, that whoever asks is told of; `not_up`: not all of it is at the hub;
 * `open_case`: a case of the life channel in it is not closed; `touched`: changed within a day, and may be taken back; `kept`: somebody said so.
 */
export const StaysBecause = z.enum(['open', 'half_done', 'not_up', 'open_case', 'touched', 'kept'])
export type StaysBecause = z.infer<typeof StaysBecause>

/** A session whose words go, or a case of the life channel: then `caseId`, and nothing of the caller. No words. */
export const DueItem = z.object({
  kind: RetentionKind,
  /** Null: a case that was raised beside any session. */
  sessionId: Id.nullable(),
  caseId: Id.nullable(),
  /** When the session began, or the case was raised. */
  startedAt: Instant,
  listenerName: z.string().nullable(),
  callCount: z.number().int(),
  /** Notes, without praise that is not told to whoever asks; of conversations, how many; of drafts, how many; of a case, what is sealed of it. */
  wordCount: z.number().int(),
  goesOn: PlainDate,
  stays: StaysBecause.nullable(),
})
export type DueItem = z.infer<typeof DueItem>

/**
 * The clock jumped from `before` to `since` (it was set, or the program did not run): nothing goes before the program was seen running on so many more days,
 * so that a wrong clock is found before it deletes anything. At a hub its own clock.
 */
export const ClockWait = z.object({ before: PlainDate, since: PlainDate, daysLeft: z.number().int() })
export type ClockWait = z.infer<typeof ClockWait>

/** What will go in the next 30 days by one rule. `items`: the first of them. */
export const DueOfKind = z.object({ kind: RetentionKind, count: z.number().int(), items: z.array(DueItem) })
export type DueOfKind = z.infer<typeof DueOfKind>

export const KeptSession = z.object({
  sessionId: Id,
  startedAt: Instant,
  listenerName: z.string().nullable(),
  reason: z.string(),
  /** The last day; null: for good. */
  until: PlainDate.nullable(),
  at: Instant,
  byName: z.string().nullable(),
})
export type KeptSession = z.infer<typeof KeptSession>

/** What went on one day by one rule: figures alone. `words`: notes, conversations, drafts or sealed rows; of copies as `items`. */
export const LedgerLine = z.object({
  id: z.string(),
  kind: RetentionKind,
  days: z.number().int(),
  begunAt: Instant,
  at: Instant,
  items: z.number().int(),
  words: z.number().int(),
})
export type LedgerLine = z.infer<typeof LedgerLine>

/** What a call does not say any more. */
export const GoneOfCall = z.object({
  callId: Id,
  sessionId: Id,
  kind: RetentionKind,
  /** The last day on which it was to be read, and when it went. */
  keptUntil: PlainDate,
  goneAt: Instant,
  /** So many conversations of the session; of notes 0. */
  conversations: z.number().int(),
})
export type GoneOfCall = z.infer<typeof GoneOfCall>

export const retention = {
  /** For how long each kind is kept. */
  rules: entry({ where: 'hub', who: everyone, input: Nothing, output: RetentionRules, refusals: {}, changes: [] }),
  /**
   * All rules as they shall be. `must_be_understood`: by these kinds something goes that did not, from that day on at the earliest, and it does not come back;
   * asked again with `isUnderstood` it is taken. Nothing goes by a stricter rule for a week, whatever `startsOn` says.
   */
  saveRules: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ rules: WantedRules, isUnderstood: z.boolean(), seenVersion: SeenVersion }),
    output: RetentionRules,
    refusals: { must_be_understood: z.object({ kinds: z.array(RetentionKind), firstOn: PlainDate }) },
    changes: ['retention'],
  }),
  /** What will go in the next 30 days, oldest first, and what is kept in spite of it. Drafts and copies are told by `here`. `today` of the room. */
  due: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.object({
      today: PlainDate,
      kinds: z.array(DueOfKind),
      kept: z.array(KeptSession),
      /** Left out by a hub that does not look at its clock. */
      waits: ClockWait.nullish(),
      /** When the last deletion at the hub came to grief. Left out by a hub that does not say so; of a desk without one `here` does. */
      failedAt: Instant.nullish(),
    }),
    refusals: {},
    changes: [],
  }),
  /** The same of what lies at this desk alone: what is half done, and copies. A copy made before something went holds it until `copiesHoldUntil` (null: as long as it is kept). */
  here: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    output: z.object({
      today: PlainDate,
      drafts: DueOfKind,
      copies: z.object({ count: z.number().int(), toGo: z.number().int(), oldestAt: Instant.nullable() }),
      copiesHoldUntil: PlainDate.nullable(),
      waits: ClockWait.nullable(),
      /** How far a deletion that goes on here is; null: none does. */
      running: z.object({ done: z.number().int() }).nullable(),
      /** When the last deletion here came to grief, as where the disk is full; the rest is gone on with. Null: it did not. */
      failedAt: Instant.nullable(),
      ledger: z.array(LedgerLine),
    }),
    refusals: {},
    changes: [],
  }),
  /** Keeps a session in spite of the rules, for good or until a day. Said again, the last reason stands. `gone`: words of it went, and none are left. `from_the_past`: until a day that is over. */
  keep: entry({
    where: 'hub',
    who: noteTakers,
    input: z.object({ sessionId: Id, reason: shortText(LONGEST.keepReason), until: PlainDate.nullable() }),
    output: z.object({ reason: z.string() }),
    refusals: { not_found: Nothing, gone: Nothing, from_the_past: z.object({ today: PlainDate }) },
    changes: ['retention'],
  }),
  /** The rules hold for it again. */
  letGo: entry({
    where: 'hub',
    who: noteTakers,
    input: z.object({ sessionId: Id }),
    output: Nothing,
    refusals: { not_found: Nothing },
    changes: ['retention'],
  }),
  /** What went, newest first: a line a day and a kind, the last hundred. */
  ledger: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.object({ lines: z.array(LedgerLine) }),
    refusals: {},
    changes: [],
  }),
  /** What of these calls went; nothing of the others. Of a session whose praise is not told to whoever asks, notes only where others than praise went. */
  ofCalls: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ callIds: z.array(Id).max(500) }),
    output: z.array(GoneOfCall),
    refusals: {},
    changes: [],
  }),
}
