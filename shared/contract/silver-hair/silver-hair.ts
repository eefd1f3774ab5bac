import { z } from 'zod'
import { entry } from '../entry.ts'
import { Id, Instant, Nothing, PlainDate } from '../values.ts'
import { everyone } from '../who.ts'
import { Effort, Help, JargonCount, Lens, Mark, MarkOrigin, Operation, Press } from './lens.ts'

/** A call of the view. Who answered it stands nowhere. */
export const SilverCall = z.object({
  callId: Id,
  sessionId: Id,
  number: z.number().int(),
  startedAt: Instant,
  /** Where it was heard, and by whose clock it is told; null: at no seat. */
  roomId: Id.nullable(),
  effort: Effort.nullable(),
  operation: Operation.nullable(),
  help: Help.nullable(),
  toldFirst: z.boolean().nullable(),
  jargon: z.array(JargonCount).readonly(),
})
export type SilverCall = z.infer<typeof SilverCall>

/** What failed in the calls of a span. Each figure with how many calls it could be told of. */
export const Failings = z.object({
  /** Effort 4 or 5, of those with an effort. */
  hard: z.object({ calls: z.number().int(), of: z.number().int() }),
  /** Done for the caller without a word before, of those where it was said. */
  untold: z.object({ calls: z.number().int(), of: z.number().int() }),
  /** Not done for the caller as it touches property, by what it was, the oftenest first; of those where it was said how. */
  declined: z.object({
    calls: z.number().int(),
    of: z.number().int(),
    byOperation: z.array(z.object({ operation: Operation.nullable(), calls: z.number().int() })),
  }),
  /** Calls with a word of the trade in them; which, the oftenest first. */
  jargon: z.object({
    calls: z.number().int(),
    of: z.number().int(),
    terms: z.array(JargonCount.extend({ calls: z.number().int() })),
  }),
})
export type Failings = z.infer<typeof Failings>

/** As many calls as the view names. */
export const MOST_SILVER_CALLS = 500

export const silverHair = {
  /**
   * The lenses of a session's calls, in their order; of calls that were never marked or proposed there is none, and of sealed ones neither. Once the session is over, how the
   * agent spoke, what they did and how hard it was is told to whoever heard it, and to others where five agents were heard.
   */
  ofSession: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ sessionId: Id }),
    output: z.array(Lens),
    refusals: {},
    changes: [],
  }),
  /** Marks the call, or takes the mark away; what was pressed in its lens stays. Said twice it is the same. */
  mark: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ callId: Id, mark: Mark, origin: MarkOrigin }),
    output: Lens,
    refusals: {
      /** No such call, one that is sealed, or one whose lens is not told whole to whoever asks (`ofSession`). */
      not_found: Nothing,
    },
    changes: ['silverHair'],
  }),
  /** One press in the lens. `toldFirst` goes where the call was not done for the caller. */
  press: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ callId: Id, press: Press }),
    output: Lens,
    refusals: {
      /** No such call, one that is sealed or not marked, or one whose lens is not told whole to whoever asks. */
      not_found: Nothing,
      /** What touches property is never done for the caller; `operation`: what it was. */
      touches_property: z.object({ operation: Operation }),
      /** Told before what was done for the caller: only where it was. */
      not_for_caller: Nothing,
    },
    changes: ['silverHair'],
  }),
  /** Counts the words of the trade in the notes and the conversation of a marked call anew; of any other it does nothing. */
  recount: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ callId: Id }),
    output: Nothing,
    refusals: {},
    changes: ['silverHair'],
  }),
  /** The marked calls that began from one day to another, both included, in the room's zone; newest first. No sealed one is among them. */
  overview: entry({
    where: 'hub',
    who: everyone,
    input: z.object({ from: PlainDate, to: PlainDate }),
    output: z.object({
      count: z.number().int(),
      /** All calls of these days that are not sealed, marked or not. */
      of: z.number().int(),
      /** Of days that are over, in whole spans of five agents or more (`told-spans.ts`); null: there is none in these days. */
      failings: Failings.nullable(),
      /** Where there is no figure: the last such span that these days are a part of. Left out by a hub that does not say so. */
      partOf: z.object({ from: PlainDate, to: PlainDate }).nullish(),
      /** At most `MOST_SILVER_CALLS`; `effort`, `help`, `toldFirst` and `jargon` tell of the agent, so only whoever heard the session has them, and others where five agents were heard in it. */
      calls: z.array(SilverCall),
    }),
    refusals: {},
    changes: [],
  }),
}
