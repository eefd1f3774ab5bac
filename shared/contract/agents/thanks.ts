import { z } from 'zod'
import { entry } from '../entry.ts'
import { ExportRecord } from '../exports/exports.ts'
import { LONGEST } from '../limits.ts'
import { Id, Instant, Nothing, PlainDate, shortText } from '../values.ts'
import { everyone, noteTakers } from '../who.ts'
import { AgentPlace } from './agents.ts'

/** One thanks for an agent, as it reaches the agent's leader. Never of a call that is sealed. */
export const Thanks = z.object({
  id: Id,
  /** What the listener wrote; masked before it was stored. */
  praise: z.string(),
  /** The customer's words beside it; null: none were noted in the call. */
  voice: z.string().nullable(),
  /** Of the call, by the room's clock: from these the leader finds the agent in the call centre's own system. The minute is nobody's business. */
  day: PlainDate,
  hour: z.number().int().min(0).max(23),
  /** Null: nobody said who the agent was. */
  place: AgentPlace.nullable(),
  /** In the room's calendar: whoever collects while the call goes on would tell its minute. */
  collectedOn: PlainDate,
  /** Told to themselves alone: with its hour a name points to a seat, and so to a call. */
  collectedBy: z.string().nullable(),
  /** Null: it waits. */
  handedAt: Instant.nullable(),
  /** The page it went out with, or is on its way in; null where it was told by word of mouth, or is in none. */
  fileName: z.string().nullable(),
  /** Its words, or the customer's, were changed after that page was begun, which says what they were. */
  isEditedSince: z.boolean(),
})
export type Thanks = z.infer<typeof Thanks>

export const MOST_THANKS = 200

export const thanks = {
  /** The praise notes of a session whose thanks are collected; none to whom its praise is not told. */
  ofSession: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ sessionId: Id }),
    output: z.array(Id),
    refusals: {},
    changes: [],
  }),
  /** Collects a note of praise, with the customer's words that stand nearest to it in the call. Once; again is accepted. */
  collect: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ noteId: Id }),
    output: z.object({ hasVoice: z.boolean() }),
    refusals: { not_found: Nothing, not_praise: Nothing, sealed: Nothing },
    changes: ['agents'],
  }),
  /** Collected no more. `handed_over`: it reached the leader already. */
  takeBack: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ noteId: Id }),
    output: Nothing,
    refusals: { not_found: Nothing, handed_over: Nothing },
    changes: ['agents'],
  }),
  /**
   * Thanks that wait, oldest first; or that were handed over, newest first. By nothing else: no choice leads to one agent. `total` counts all of them.
   */
  list: entry({
    where: 'hub',
    who: noteTakers,
    input: z.object({ state: z.enum(['waiting', 'handed_over']) }),
    output: z.object({ thanks: z.array(Thanks), total: z.number().int() }),
    refusals: {},
    changes: [],
  }),
  /** They reached the leader by word of mouth; those of a page are handed over as it lies in its folder. Those that were handed over before stay as they were, and are not among those answered. */
  handOver: entry({
    where: 'hub',
    who: noteTakers,
    input: z.object({ thanksIds: z.array(Id).min(1).max(MOST_THANKS) }),
    output: z.object({ thanksIds: z.array(Id) }),
    refusals: {},
    changes: ['agents'],
  }),
  /** They wait again. The page stays where it is. */
  handBack: entry({
    where: 'hub',
    who: noteTakers,
    input: z.object({ thanksIds: z.array(Id).min(1).max(MOST_THANKS) }),
    output: Nothing,
    refusals: {},
    changes: ['agents'],
  }),
  /**
   * Writes all thanks that wait as one page of Markdown, by way of the ledger of exports: masked once more, whole or not at all, waiting where the folder is
   * away; handed over with it once it is there. Those on their way in another page are left out. Answers once the file is there or waits, after two seconds
   * at most. `none_waiting`: nothing is left to write.
   */
  writePage: entry({
    where: 'desk',
    who: noteTakers,
    input: z.object({ folder: shortText(LONGEST.folder), language: z.enum(['zh', 'en']) }),
    output: ExportRecord,
    refusals: { folder_not_absolute: Nothing, data_folder: Nothing, none_waiting: Nothing },
    changes: ['agents', 'exports'],
  }),
}
