import { expect, test } from 'vitest'
import { TicketAction, TicketState } from '../../contract/tickets/tickets.ts'
import { actionsFrom, isOpen, isPaused, nextState, ticketActions, ticketStates } from './ticket-states.ts'

test('every state and what can be done from it', () => {
  expect(Object.fromEntries(ticketStates.map((state) => [state, actionsFrom(state).join(' ')]))).toEqual({
    unclaimed: 'claim reject',
    in_progress: 'request_information wait_for_third_party resolve reject',
    awaiting_information: 'wait_for_third_party resume resolve',
    awaiting_third_party: 'request_information resume resolve',
    resolved: 'call_back reopen',
    called_back: 'close reopen',
    closed: 'reopen',
    rejected: 'reopen',
  })
})

test('every action leads to one state, whatever state it is taken from', () => {
  const leads = ticketActions.map((action) => [
    action,
    ...new Set(ticketStates.map((state) => nextState(state, action))),
  ])
  expect(leads.map((lead) => lead.filter((state) => state !== null))).toEqual([
    ['claim', 'in_progress'],
    ['request_information', 'awaiting_information'],
    ['wait_for_third_party', 'awaiting_third_party'],
    ['resume', 'in_progress'],
    ['resolve', 'resolved'],
    ['call_back', 'called_back'],
    ['close', 'closed'],
    ['reject', 'rejected'],
    ['reopen', 'in_progress'],
  ])
})

test('paused and open', () => {
  expect(ticketStates.filter(isPaused)).toEqual(['awaiting_information', 'awaiting_third_party'])
  expect(ticketStates.filter(isOpen)).toEqual([
    'unclaimed',
    'in_progress',
    'awaiting_information',
    'awaiting_third_party',
  ])
})

test('rule book and contract know the same words in the same order', () => {
  expect(ticketStates).toEqual(TicketState.options)
  expect(ticketActions).toEqual(TicketAction.options)
})
