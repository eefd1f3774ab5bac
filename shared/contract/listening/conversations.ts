import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST, MOST_LINES } from '../limits.ts'
import { DurationMs, FileBytes, Id, Nothing } from '../values.ts'
import { everyone } from '../who.ts'

/** `unknown`: the file does not say whose words these are, and nobody guesses: a customer's words must not become an agent's. */
export const Speaker = z.enum(['customer', 'agent', 'other', 'unknown'])
export type Speaker = z.infer<typeof Speaker>

/** One utterance of a conversation. */
export const Line = z.object({
  /** From the start of the conversation. Where the file has no times, laid out at reading pace. */
  atMs: DurationMs,
  speaker: Speaker,
  /** 1, 2, 3…: which of the voices the file tells apart without saying whose they are. Only beside `unknown`. */
  voice: z.number().int().optional(),
  /** Masked before it was stored. */
  text: z.string(),
})
export type Line = z.infer<typeof Line>

/** A conversation file laid beside a call, for rehearsal and for chat listening. */
export const Conversation = z.object({
  callId: Id,
  title: z.string(),
  /** Whether the times are the file's own or a reading pace laid on it. */
  pace: z.enum(['recorded', 'estimated']),
  lines: z.array(Line),
})
export type Conversation = z.infer<typeof Conversation>

export const conversations = {
  /** Null: none is laid beside this call. */
  ofCall: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ callId: Id }),
    output: Conversation.nullable(),
    refusals: {},
    changes: [],
  }),
  /** Reads a vCon file (0.0.1 and the current draft) and lays it beside the call, in place of an earlier one. */
  attach: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ callId: Id, fileName: z.string().max(260), base64: FileBytes }),
    output: Conversation,
    refusals: {
      call_not_found: Nothing,
      not_a_vcon: Nothing,
      /** The words inside cannot be read. Signed ones can. */
      encrypted: Nothing,
      no_text: Nothing,
      file_too_large: Nothing,
      /** More than `MOST_LINES`: nothing of it was taken. */
      too_many_lines: Nothing,
    },
    changes: ['conversations'],
    takesFile: true,
  }),
  /** Takes it away for good; the call and its notes stay. Accepted when there is none. */
  detach: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ callId: Id }),
    output: Nothing,
    refusals: {},
    changes: ['conversations'],
  }),
  /**
   * What a crisis team calls back and goes to of the first lines beside a call that goes on, as it was said: kept in the memory of this desk alone, for the card that is open for it. `takenOut`: what does
   * not belong there, and is told no more.
   */
  toPassOn: entry({
    where: 'desk',
    who: everyone,
    input: z.object({
      callId: Id,
      lineCount: z.number().int().min(0).max(MOST_LINES),
      takenOut: z.array(z.string().max(LONGEST.note)).max(MOST_LINES),
    }),
    output: z.object({ callbacks: z.array(z.string()).readonly(), addresses: z.array(z.string()).readonly() }),
    refusals: {},
    changes: [],
    isSecret: true,
  }),
}
