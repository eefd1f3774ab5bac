import type { TicketAction } from '../../contract/tickets/tickets.ts'

const askRemark = ['reject', 'request_information', 'wait_for_third_party'] as const satisfies readonly TicketAction[]

/** An action that asks something before it is done; the others are done at once. */
export type AskingAction = 'claim' | (typeof askRemark)[number]

/** Actions that are taken only with a word why. The next reader has nothing else to go by. */
export const needsRemark = (action: TicketAction): boolean => askRemark.some((each) => each === action)

/** Nobody owns a ticket before somebody is named. */
export const needsOwner = (action: TicketAction): boolean => action === 'claim'

export const asksFirst = (action: TicketAction): action is AskingAction => needsOwner(action) || needsRemark(action)
