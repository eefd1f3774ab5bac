import type { TicketAction, TicketState } from '../../contract/tickets/tickets.ts'

/** The whole life of a ticket on one page. Keys of each row are in the order in which buttons are shown. */
const moves: Record<TicketState, Partial<Record<TicketAction, TicketState>>> = {
  unclaimed: { claim: 'in_progress', reject: 'rejected' },
  in_progress: {
    request_information: 'awaiting_information',
    wait_for_third_party: 'awaiting_third_party',
    resolve: 'resolved',
    reject: 'rejected',
  },
  awaiting_information: { wait_for_third_party: 'awaiting_third_party', resume: 'in_progress', resolve: 'resolved' },
  awaiting_third_party: { request_information: 'awaiting_information', resume: 'in_progress', resolve: 'resolved' },
  resolved: { call_back: 'called_back', reopen: 'in_progress' },
  called_back: { close: 'closed', reopen: 'in_progress' },
  closed: { reopen: 'in_progress' },
  rejected: { reopen: 'in_progress' },
}

/** Every action, in the order of a ticket's life. */
export const ticketActions: readonly TicketAction[] = [
  'claim',
  'request_information',
  'wait_for_third_party',
  'resume',
  'resolve',
  'call_back',
  'close',
  'reject',
  'reopen',
]

/** Every state, in the order of a ticket's life. */
export const ticketStates = Object.keys(moves) as readonly TicketState[]

/** Where the action leads, or null when it is not possible from here. */
export const nextState = (state: TicketState, action: TicketAction): TicketState | null => moves[state][action] ?? null

/** What can be done from here, always in the same order. */
export const actionsFrom = (state: TicketState): TicketAction[] =>
  ticketActions.filter((action) => nextState(state, action) !== null)

/** The deadline's clock stands still. */
export const isPaused = (state: TicketState): boolean =>
  state === 'awaiting_information' || state === 'awaiting_third_party'

/** Still owes the customer a solution, so that it can become overdue. Resolved tickets only wait for the call back. */
export const isOpen = (state: TicketState): boolean =>
  state === 'unclaimed' || state === 'in_progress' || isPaused(state)
