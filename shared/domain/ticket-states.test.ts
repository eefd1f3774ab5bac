import { expect, test } from 'vitest'
import { TicketAction, TicketState } from '../contract/tickets.ts'
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

test('the straight way and the ways back', () => {
  const life: TicketAction[] = [
    'claim',
    'request_information',
    'wait_for_third_party',
    'resume',
    'resolve',
    'call_back',
  ]
  let state: TicketState | null = 'unclaimed'
  const path = life.map((action) => {
    state = state && nextState(state, action)
    return state
  })
  expect(path).toEqual([
    'in_progress',
    'awaiting_information',
    'awaiting_third_party',
    'in_progress',
    'resolved',
    'called_back',
  ])
  expect(nextState('called_back', 'close')).toBe('closed')
  for (const ended of ['resolved', 'called_back', 'closed', 'rejected'] as const) {
    expect(nextState(ended, 'reopen')).toBe('in_progress')
  }
  expect([nextState('unclaimed', 'resolve'), nextState('closed', 'claim')]).toEqual([null, null])
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
