import type { TicketAction, TicketState } from '../../../../shared/contract/tickets/tickets.ts'

/** Actions that the console takes only with a word why. The next reader has nothing else to go by. */
export const needsRemark = (action: TicketAction): boolean =>
  action === 'reject' || action === 'request_information' || action === 'wait_for_third_party'

export type AskingAction = 'claim' | 'reject' | 'request_information' | 'wait_for_third_party'

/** Whether something is asked before the action; the others act at once. */
export const asksFirst = (action: TicketAction): action is AskingAction => action === 'claim' || needsRemark(action)

/** The step a ticket is waiting for, shown as the main button; an ended one waits for nothing. */
export const NATURAL_NEXT: Readonly<Record<TicketState, TicketAction | null>> = {
  unclaimed: 'claim',
  in_progress: 'resolve',
  awaiting_information: 'resume',
  awaiting_third_party: 'resume',
  resolved: 'call_back',
  called_back: 'close',
  closed: null,
  rejected: null,
}
