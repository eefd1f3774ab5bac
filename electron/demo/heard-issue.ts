import type { TicketState } from '../../shared/contract/tickets/tickets.ts'
import type { DemoMeeting, PressedLens } from './demo-care.ts'

/** One invented call that became a ticket. All names, numbers and words are written for the demo. */
export interface HeardIssue {
  readonly daysAgo: number
  readonly issueTypeId: string
  readonly priority: 1 | 2 | 3 | 4
  readonly title: string
  /** The customer's words, in the order in which they were said. */
  readonly voice: readonly string[]
  readonly view?: string
  /** Where the ticket has got to by now. */
  readonly reached: TicketState
  /** Who claimed it, where somebody did. */
  readonly owner?: string
  /** Why it waits or was turned down. */
  readonly remark?: string
  /** Of an old caller: what was pressed in the lens of the call. */
  readonly lens?: PressedLens
  /** What the listener noted of the agent, collected as thanks and told to the leader the next day. */
  readonly praise?: string
  /** What the customer said as they were thankful: quoted beside the praise. */
  readonly thanked?: string
  /** Held as soon as the caller had hung up. */
  readonly meeting?: DemoMeeting
}
