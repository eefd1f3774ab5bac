import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST, MOST_AT_ONCE } from '../limits.ts'
import { Id, Nothing, optionalText, shortText } from '../values.ts'
import { SeenVersion } from '../versions.ts'
import { noteTakers } from '../who.ts'
import { Priority, TicketAction, TicketState } from './tickets.ts'

/** One change for all of them. Words as for a single ticket. */
export const TicketChange = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('move'),
    action: TicketAction,
    ownerName: optionalText(LONGEST.personName).nullable().default(null),
    remark: optionalText(LONGEST.remark).nullable().default(null),
  }),
  /** `takesDepartment`: the department becomes the one the type proposes, where it proposes one. */
  z.object({ what: z.literal('issueType'), issueTypeId: z.string(), takesDepartment: z.boolean() }),
  z.object({ what: z.literal('department'), department: shortText(LONGEST.department) }),
  z.object({ what: z.literal('owner'), ownerName: shortText(LONGEST.personName) }),
  z.object({ what: z.literal('priority'), priority: Priority }),
])
export type TicketChange = z.infer<typeof TicketChange>

/** A ticket as it was seen when the change was asked for; null: picked in a list it has left since, so it is meant as it is. */
export const SeenTicket = z.object({ ticketId: Id, seenVersion: SeenVersion })
export type SeenTicket = z.infer<typeof SeenTicket>

/**
 * Why one of them stayed as it was.
 * - `changed_since`: somebody changed it after it was seen, or after the change that is to be taken back
 * - `already_so`: there was nothing to change
 * - `not_claimed`: nobody owns it before somebody claims it, so it has no owner to change
 */
export const KeptTicket = z.object({
  ticketId: Id,
  /** Null when there is no such ticket any more. */
  number: z.number().int().nullable(),
  title: z.string(),
  state: TicketState.nullable(),
  why: z.enum(['not_found', 'changed_since', 'already_so', 'not_from_here', 'not_claimed', 'unknown_issue_type']),
})
export type KeptTicket = z.infer<typeof KeptTicket>

/** What became of each ticket that was named: changed, or kept and why. */
export const ManyChanged = z.object({
  changed: z.array(z.object({ ticketId: Id, eventId: Id })),
  kept: z.array(KeptTicket),
})
export type ManyChanged = z.infer<typeof ManyChanged>

export const manyTickets = {
  /** Changes those that can be changed, in one transaction, and says of every other why not. */
  change: entry({
    where: 'hub',
    who: noteTakers,
    input: z.object({ tickets: z.array(SeenTicket).min(1).max(MOST_AT_ONCE), change: TicketChange }),
    output: ManyChanged,
    refusals: { unknown_issue_type: Nothing, owner_missing: Nothing, remark_missing: Nothing },
    changes: ['tickets'],
  }),
  /** Takes such a change back, each ticket as `tickets.undo` does. What this gives back can be taken back the same way. */
  undo: entry({
    where: 'hub',
    who: noteTakers,
    input: z.object({
      changes: z
        .array(z.object({ ticketId: Id, eventId: Id }))
        .min(1)
        .max(MOST_AT_ONCE),
    }),
    output: ManyChanged,
    refusals: {},
    changes: ['tickets'],
  }),
}
