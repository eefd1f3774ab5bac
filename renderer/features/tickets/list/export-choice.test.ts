import { expect, test } from 'vitest'
import type { Ticket } from '../../../../shared/contract/tickets/tickets.ts'
import { filterOf, firstView } from '../ticket-view.ts'
import { type ExportFacts, exportChoice } from './export-choice.ts'

const ticket = (id: string, department: string): Ticket => ({
  id,
  number: 1,
  title: '',
  issueTypeId: 'coupon',
  priority: 3,
  state: 'unclaimed',
  department,
  ownerName: null,
  openedAt: '2026-11-21T01:00:00.000Z',
  dueAt: '2026-11-21T05:00:00.000Z',
  answerBy: null,
  pausedAt: null,
  pausedWorkingMs: 0,
  closedAt: null,
  quoteCount: 1,
  version: 0,
})

const facts = (change: Partial<ExportFacts>): ExportFacts => ({
  picked: { by: 'ids', ids: [] },
  filter: filterOf(firstView, '尿', 'UTC'),
  total: 231,
  tickets: [ticket('a', '物流部'), ticket('b', '物流部'), ticket('c', '营销部')],
  viewName: '未了结',
  ...change,
})

test('tickets of one department are called by it, of several by nothing', () => {
  expect(exportChoice(facts({ picked: { by: 'ids', ids: ['a', 'b'] } }))).toEqual({
    selection: { by: 'ids', ticketIds: ['a', 'b'] },
    scope: '物流部',
    ticketCount: 2,
  })
  expect(exportChoice(facts({ picked: { by: 'ids', ids: ['a', 'c'] } }))?.scope).toBe('')
  expect(exportChoice(facts({ picked: { by: 'ids', ids: ['a', 'not read'] } }))?.scope).toBe('')
})

test('nothing picked means everything found, by its filter, so that a search is not cut at what was read', () => {
  const everything = exportChoice(facts({}))
  expect(everything).toMatchObject({
    selection: { by: 'filter', filter: { text: '尿' } },
    scope: '未了结',
    ticketCount: 231,
  })
  expect(exportChoice(facts({ picked: { by: 'found' } }))).toEqual(everything)
})

test('nothing at all is no choice', () => {
  expect(exportChoice(facts({ total: 0 }))).toBeNull()
  expect(exportChoice(facts({ total: 0, picked: { by: 'found' } }))).toBeNull()
})
