import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST } from '../limits.ts'
import { Id, keptText, Nothing, PlainDate } from '../values.ts'
import { everyone } from '../who.ts'

/** Which pseudonym an agent has on a day: a number that a window turns into words of its language. Tells nothing of who it is, nor how they work. */
export const AgentPlace = z.number().int().min(0)

/** The agent of one call, for whoever heard it. */
export const AgentOfCall = z.object({
  callId: Id,
  /** The pseudonym holds on this day alone, by the room's calendar. */
  day: PlainDate,
  /** Null: nobody was named; or the hub gives another pseudonym in a moment, as somebody else of that day has the one that stood here. */
  place: AgentPlace.nullable(),
  isNamed: z.boolean(),
  /** The last change can be taken back, and done again. */
  canTakeBack: z.boolean(),
})
export type AgentOfCall = z.infer<typeof AgentOfCall>

export const agents = {
  /** Null for anybody but the person who heard the call: one call is one agent, and of fewer than five nothing is told. */
  ofCall: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ callId: Id }),
    output: AgentOfCall.nullable(),
    refusals: {},
    changes: [],
    isSecret: true,
  }),
  /**
   * Who the agent of a call was: an employee number, an extension or a name. It is turned into the pseudonym of the call's day at once, and kept nowhere.
   * `day_over`: of calls older than a week nobody can be named any more. `no_key`: this desk has not had the secret of that day from its hub.
   * `sealed`: nothing is told or changed of a call that is sealed.
   */
  name: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ callId: Id, typed: keptText(LONGEST.agent) }),
    output: AgentOfCall,
    refusals: {
      ...{
        empty: Nothing,
        call_not_found: Nothing,
        not_yours: Nothing,
        sealed: Nothing,
        day_over: Nothing,
        no_key: Nothing,
      },
    },
    changes: ['agents'],
  }),
  /** The last change comes undone: who was named before is named again, or nobody. Once more: as it was. */
  takeBack: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ callId: Id }),
    output: AgentOfCall,
    refusals: { call_not_found: Nothing, not_yours: Nothing, sealed: Nothing, nothing_to_undo: Nothing },
    changes: ['agents'],
  }),
  /** Whether praise in this session's notes is told to whoever asks: to the person who heard it, and where its calls are of five agents or more. */
  ofSession: entry({
    where: 'journal',
    who: everyone,
    input: z.object({ sessionId: Id }),
    output: z.object({ isPraiseTold: z.boolean() }),
    refusals: {},
    changes: [],
  }),
}
