import type { TicketAction, TicketState } from '../../../shared/contract/tickets.ts'
import { nextState } from '../../../shared/domain/ticket-states.ts'

/** What takes an action back, tried in this order. A rejected ticket opened anew would not get its old day of closing back. */
const REVERSES: Partial<Record<TicketAction, readonly TicketAction[]>> = {
  request_information: ['resume', 'wait_for_third_party'],
  wait_for_third_party: ['resume', 'request_information'],
  resume: ['request_information', 'wait_for_third_party'],
  resolve: ['reopen'],
  reject: ['reopen'],
  reopen: ['resolve'],
}

/** The move that makes the ticket what it was before `action`; null where none leads back to exactly that state. */
export function reverseOf(from: TicketState, action: TicketAction): TicketAction | null {
  const to = nextState(from, action)
  if (to === null) return null
  return REVERSES[action]?.find((reverse) => nextState(to, reverse) === from) ?? null
}
