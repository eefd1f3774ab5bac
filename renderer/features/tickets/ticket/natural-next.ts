import type { TicketAction, TicketState } from '../../../../shared/contract/tickets/tickets.ts'

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
