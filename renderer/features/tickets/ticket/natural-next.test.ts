import { expect, test } from 'vitest'
import { defaultCalendar } from '../../../../shared/domain/house/default-calendar.ts'
import { asksFirst } from '../../../../shared/domain/tickets/move-needs.ts'
import { actionsFrom, ticketStates } from '../../../../shared/domain/tickets/ticket-states.ts'
import { decideMove } from '../../../../shared/domain/tickets/tickets.ts'
import { NATURAL_NEXT } from './natural-next.ts'

const NOW = '2026-11-21T01:00:00.000Z'

test('what acts at once is never refused for a missing word, and what asks would be', () => {
  const answers = ticketStates.flatMap((state) =>
    actionsFrom(state).map((action) => {
      const ticket = { state, ownerName: null, openedAt: NOW, dueAt: NOW, pausedAt: null, pausedWorkingMs: 0 }
      const isTaken = decideMove(ticket, { action, ownerName: null, remark: null }, NOW, defaultCalendar).ok
      return { move: `${state} ${action}`, isRight: isTaken !== asksFirst(action) }
    }),
  )
  expect(answers.filter(({ isRight }) => !isRight)).toEqual([])
})

test('the main button is always one of those that can be pressed', () => {
  for (const state of ticketStates) {
    const next = NATURAL_NEXT[state]
    if (next !== null) expect(actionsFrom(state)).toContain(next)
  }
})
