import { expect, test } from 'vitest'
import { actionsFrom, nextState, ticketStates } from '../../../shared/domain/ticket-states.ts'
import { reverseOf } from './undo-move.ts'

test('every reverse that is offered leads back to the very state', () => {
  const offered = ticketStates.flatMap((from) =>
    actionsFrom(from).flatMap((action) => {
      const to = nextState(from, action)
      const reverse = reverseOf(from, action)
      return to === null || reverse === null ? [] : [[`${from} ${action}`, nextState(to, reverse) === from] as const]
    }),
  )
  expect(offered.map(([move]) => move)).toEqual([
    'in_progress request_information',
    'in_progress wait_for_third_party',
    'in_progress resolve',
    'in_progress reject',
    'awaiting_information wait_for_third_party',
    'awaiting_information resume',
    'awaiting_third_party request_information',
    'awaiting_third_party resume',
    'resolved reopen',
  ])
  expect(offered.every(([, isBack]) => isBack)).toBe(true)
})

test('nothing is offered where the way back would end elsewhere', () => {
  expect(reverseOf('unclaimed', 'claim')).toBeNull()
  expect(reverseOf('unclaimed', 'reject')).toBeNull()
  expect(reverseOf('awaiting_information', 'resolve')).toBeNull()
  expect(reverseOf('resolved', 'call_back')).toBeNull()
  expect(reverseOf('rejected', 'reopen')).toBeNull()
})
