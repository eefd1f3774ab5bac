import { z } from 'zod'
import { entry, TELLING_OF_CALLS } from '../entry.ts'
import { LONGEST, MOST_CONTACTS } from '../limits.ts'
import { Line } from '../listening/conversations.ts'
import { NoteKind } from '../listening/notes.ts'
import { DurationMs, Id, Instant, Nothing, optionalText, PlainDate, shortText } from '../values.ts'
import { SeenVersion, Version } from '../versions.ts'
import { coordinators, everyone } from '../who.ts'
import { CallerDetails, CaseAct, ChangedDetails, CheckStep, Outcome, Recipient } from './case-acts.ts'
import { DangerGrade, Evidence, Hearing } from './danger.ts'

/** What opened it: the red key, words that were heard, a note of risk. */
export const Origin = z.enum(['key', 'detected', 'risk_note'])
export type Origin = z.infer<typeof Origin>

/** Dismissed is a wrong alarm; closed says what became of it. */
export const CaseState = z.enum(['open', 'handed_over', 'closed', 'dismissed'])
export type CaseState = z.infer<typeof CaseState>

/** It was a wrong alarm; it was none after all. */
export const Verdict = z.enum(['dismissed', 'restored'])
export type Verdict = z.infer<typeof Verdict>

/** A case of the life channel, without a word that anybody said. */
export const LifeCase = z.object({
  id: Id,
  sessionId: Id.nullable(),
  callId: Id.nullable(),
  callNumber: z.number().int().nullable(),
  origin: Origin,
  /** The gravest that was heard in its call, at first or since. Null: a person opened it, and nothing of high risk was heard. */
  grade: DangerGrade.nullable(),
  raisedAt: Instant,
  raisedByName: z.string().nullable(),
  state: CaseState,
  steps: z.array(z.object({ step: CheckStep, at: Instant })),
  /** How grave what was heard since was, without its words. Left out by a hub that does not say so. */
  heard: z.array(z.object({ grade: DangerGrade, at: Instant })).optional(),
  /** The first time somebody took over stands in `handOverMs`. */
  handedOver: z.array(z.object({ to: Recipient, name: z.string().nullable(), at: Instant })),
  /** From raising it to the first who took over. */
  handOverMs: DurationMs.nullable(),
  outcome: Outcome.nullable(),
  /** Who said that it was a wrong alarm, or that it was none after all, oldest first. The reason went with the words where those went by rule. */
  verdicts: z.array(
    z.object({ what: Verdict, at: Instant, byName: z.string().nullable(), reason: z.string().nullable() }),
  ),
  /** When somebody wrote what was heard since; the words are sealed. Left out by a hub that does not say so. */
  followUps: z.array(z.object({ at: Instant, byName: z.string().nullable() })).optional(),
  /** Of the sealed words: how often they were read. */
  readCount: z.number().int(),
  /** What was sealed of it went by the rule for it: until when it was kept, when it went, and whether more was sealed since. */
  wordsGone: z.object({ keptUntil: PlainDate, goneAt: Instant, isMoreSealed: z.boolean() }).nullish(),
})
export type LifeCase = z.infer<typeof LifeCase>

/** A case that this desk has in hand, to be gone on with after a restart; or that was a wrong alarm, as a window may still show it, and may hear its words again. */
export const CaseInHand = z.object({
  ...{ case: LifeCase, details: CallerDetails.nullable(), heard: z.array(Hearing) },
  /** When the details were changed last, as this desk counts it; null: nothing was written. */
  detailsAt: Instant.nullable(),
  /** The call that it named and that is not here: another desk heard it. Whether the hub has sealed it, as far as this desk was told. */
  elsewhere: z.object({ callId: Id, isSealed: z.boolean() }).nullable(),
})
export type CaseInHand = z.infer<typeof CaseInHand>

/** Somebody who takes over. `personId`: whoever of the house may read what is sealed. */
export const Contact = z.object({
  name: shortText(LONGEST.personName),
  /** Dialled, so it is not masked. */
  phone: optionalText(LONGEST.callback),
  about: optionalText(LONGEST.department),
  personId: Id.nullable(),
})
export type Contact = z.infer<typeof Contact>

/** A note as it was before its call was sealed. */
const SealedNote = z.object({ kind: NoteKind, text: z.string(), offsetMs: DurationMs })

/** All that is sealed of a case. */
export const SealedWords = z.object({
  details: CallerDetails.nullable(),
  /** Words that decided it, in the order in which they were heard. Left out by a hub that does not say so. */
  heard: z.array(Hearing).optional(),
  reference: z.string().nullable(),
  notes: z.array(SealedNote),
  halfDone: z.array(z.string()),
  lines: z.array(Line),
  /** Of the meeting about the call: who was there, and who does what by then. */
  meeting: z.object({
    attendees: z.array(z.string()),
    lines: z.array(z.object({ ownerName: z.string().nullable(), text: z.string() })),
  }),
  followUps: z.array(z.object({ at: Instant, text: z.string() })),
})
export type SealedWords = z.infer<typeof SealedWords>

/** Who read what is sealed, and why. */
export const Reading = z.object({ at: Instant, byName: z.string().nullable(), reason: z.string() })
export type Reading = z.infer<typeof Reading>

export const lifeChannel = {
  /**
   * Opens a case and seals its call, at once and on this desk, whoever else is away. `caseId` is made by the window: the same one again changes
   * nothing. A call that this desk does not know is kept as named rather than refused: told once more when it is there, the case is of it; where another desk heard it, the hub
   * seals it as soon as the case is up, and that desk its own file.
   */
  raise: entry({
    where: 'desk',
    who: everyone,
    input: z.object({
      caseId: Id,
      callId: Id.nullable(),
      origin: Origin,
      grade: DangerGrade.nullable(),
      evidence: Evidence.nullable(),
      raisedAt: Instant,
    }),
    /** Whether the call that was named is sealed by it: not one that has not begun, and one that another desk heard as soon as the hub says so. */
    output: z.object({ isSealed: z.boolean() }),
    refusals: {},
    changes: TELLING_OF_CALLS,
  }),
  /** One press on the card, at the moment it was made. The same `actId` again changes nothing. */
  act: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ actId: Id, caseId: Id, at: Instant, act: CaseAct }),
    output: Nothing,
    refusals: {
      not_found: Nothing,
      /** Somebody took over, or it is closed: whoever coordinates or is named among the contacts says that it was a wrong alarm, or takes back an earlier hand-over. */
      taken_over: Nothing,
      /** A wrong alarm would open the call again, and another machine or account sealed its words. */
      locked: Nothing,
    },
    changes: TELLING_OF_CALLS,
  }),
  /**
   * Of a case whose card is gone: it was a wrong alarm, for a reason that is written down, or it was none after all, which seals the call anew. Said where its session is. The
   * same `actId` again changes nothing.
   */
  reconsider: entry({
    where: 'journal',
    who: everyone,
    input: z.object({
      actId: Id,
      caseId: Id,
      /** Of the case; null: it has none. */
      sessionId: Id.nullable(),
      verdict: z.discriminatedUnion('what', [
        z.object({ what: z.literal('dismissed'), reason: shortText(LONGEST.remark) }),
        z.object({ what: z.literal('restored') }),
      ]),
    }),
    output: Nothing,
    refusals: {
      /** Nor one that the asker may see. */
      not_found: Nothing,
      /** Somebody took over, or it is closed: whoever coordinates or is named among the contacts says so. */
      taken_over: Nothing,
      /** A wrong alarm would open the call again, and another machine or account sealed its words. */
      locked: Nothing,
    },
    changes: TELLING_OF_CALLS,
  }),
  /**
   * Keeps what the crisis team needs, as it is: never masked, always sealed. Of each field the last one counts, unless another window wrote there since: then both texts stand. One
   * that was not changed stays as another window kept it. Answers when it counts as changed; null: nothing is kept of a wrong alarm.
   */
  keepDetails: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ detailsId: Id, caseId: Id, at: Instant, details: ChangedDetails }),
    output: z.object({ keptAt: Instant.nullable() }),
    refusals: { not_found: Nothing },
    changes: ['lifeDetails'],
  }),
  /** What of words that were typed while a card is open a crisis team calls back and goes to, as it stands there: of what the masks hide. Keeps nothing. */
  toPassOn: entry({
    where: 'desk',
    who: everyone,
    input: z.object({ text: z.string().max(LONGEST.draft) }),
    output: z.object({ callbacks: z.array(z.string()).readonly(), addresses: z.array(z.string()).readonly() }),
    refusals: {},
    changes: [],
    isSecret: true,
  }),
  /** Cases of the last day that nobody closed, as this desk has them, oldest first; those that were wrong alarms with what was heard for them, and nothing else of what is sealed. */
  inHand: entry({
    where: 'desk',
    who: everyone,
    input: Nothing,
    output: z.array(CaseInHand),
    refusals: {},
    changes: [],
    isSecret: true,
  }),
  /** Which calls of a session are sealed. */
  sealedCalls: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ sessionId: Id }),
    output: z.array(z.object({ callId: Id, sealedAt: Instant })),
    refusals: {},
    changes: [],
  }),
  /** Cases, newest first: all for coordinators and contacts, else those that the asker raised. */
  list: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ limit: z.number().int().min(1).max(200), offset: z.number().int().min(0).default(0) }),
    output: z.object({
      cases: z.array(LifeCase),
      total: z.number().int(),
      /** The asker sees those of others, and may read what is sealed. */
      seesAll: z.boolean(),
      mayRead: z.boolean(),
      /** Of all that the asker sees. Real ones: those that nobody dismissed. */
      figures: z.object({
        real: z.number().int(),
        wrongAlarms: z.number().int(),
        /** Half were handed over faster; null before the first. */
        medianHandOverMs: DurationMs.nullable(),
      }),
    }),
    refusals: {},
    changes: [],
  }),
  /**
   * What is sealed of a case, for a named contact who says why; that they read it is written down with the answer, under `readingId`. Asked once more under
   * it soon after, it is the same reading.
   */
  readSealed: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ caseId: Id, readingId: Id, reason: shortText(LONGEST.remark) }),
    output: SealedWords,
    refusals: {
      not_found: Nothing,
      /** Not one of the contacts. */
      not_a_contact: Nothing,
      /** Another machine or account sealed it. */
      locked: Nothing,
    },
    changes: ['lifeChannel'],
    isSecret: true,
  }),
  /** Who read what is sealed of a case, newest first. */
  readings: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ caseId: Id }),
    output: z.array(Reading),
    refusals: { not_found: Nothing },
    changes: [],
  }),
  /** What was heard of the caller since; sealed like the rest. */
  followUp: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ caseId: Id, text: shortText(LONGEST.remark) }),
    output: Nothing,
    refusals: { not_found: Nothing },
    changes: ['lifeChannel'],
  }),
  /** What became of it; null opens it again. */
  close: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ caseId: Id, outcome: Outcome.nullable() }),
    output: Nothing,
    refusals: {
      not_found: Nothing,
      /** Somebody else said what became of it: whoever coordinates or is named among the contacts opens it again. */
      taken_over: Nothing,
    },
    changes: ['lifeChannel'],
  }),
  /** Who takes over, first to last; `seesAll`: the asker says of cases that somebody took over that they were wrong alarms, too. */
  contacts: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: z.object({ contacts: z.array(Contact), version: Version, seesAll: z.boolean() }),
    refusals: {},
    changes: [],
  }),
  /** The whole list as it shall be. */
  saveContacts: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ contacts: z.array(Contact).max(MOST_CONTACTS), seenVersion: SeenVersion }),
    output: z.object({ contacts: z.array(Contact), version: Version }),
    refusals: {
      person_not_found: Nothing,
      /** At a desk alone: the list has a coordinator, or the contacts name somebody of the house, and it is set to none of them. */
      not_named: Nothing,
    },
    changes: ['lifeChannel'],
  }),
}
