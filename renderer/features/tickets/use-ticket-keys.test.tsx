import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hearKeys } from '../../lib/key-registry.ts'
import { queryClient } from '../../lib/query-client.ts'
import { teamStatus } from '../../lib/team.ts'
import { clearPicks, meantBy, pickFound, pickIds, putCursor, useTicketDesk } from './ticket-desk.ts'
import { firstView } from './ticket-view.ts'
import { useTicketKeys } from './use-ticket-keys.ts'

const ids = ['a', 'b', 'c']
const onMany = vi.fn()
const onChange = vi.fn(() => true)
const onPrint = vi.fn(() => true)
const onExport = vi.fn(() => true)

function Desk() {
  useTicketKeys({
    ids,
    hasRows: true,
    view: firstView,
    shownId: null,
    onView: () => {},
    onStep: () => {},
    onOpen: () => true,
    onCloseTicket: () => {},
    onToggle: () => {},
    onMany,
    onChange,
    onPrint,
    onRangeTo: () => {},
    onSearch: () => {},
    onExport,
    onFocusList: () => {},
  })
  return null
}

let stop: () => void
beforeEach(() => {
  stop = hearKeys()
  vi.clearAllMocks()
  clearPicks()
  useTicketDesk.setState({ wanted: null, form: null })
  putCursor(ids, 1)
  // What this desk may do is known, and nobody is asked.
  queryClient.setQueryData(teamStatus.queryKey, { kind: 'alone' })
  render(
    <QueryClientProvider client={queryClient}>
      <Desk />
    </QueryClientProvider>,
  )
})
afterEach(() => {
  stop()
  queryClient.clear()
})

const press = (key: string) => fireEvent.keyDown(document.body, { key, code: `Key${key.toUpperCase()}` })
const wanted = () => useTicketDesk.getState().wanted

test.each([
  ['m', 'move'],
  ['e', 'edit'],
])('«%s» means all that are picked: several, everything found, or one that is not under the cursor', (key, meant) => {
  for (const pick of [() => pickIds(['a', 'b']), pickFound, () => pickIds(['c'])]) {
    pick()
    press(key)
  }
  expect({ wanted: wanted(), many: onMany.mock.calls }).toEqual({ wanted: null, many: [[meant], [meant], [meant]] })
})

test('with nothing picked, or only the ticket under the cursor, it is that ticket', () => {
  press('m')
  expect(wanted()).toBe('move')
  useTicketDesk.setState({ wanted: null })
  pickIds(['b'])
  press('e')
  expect({ wanted: wanted(), many: onMany.mock.calls }).toEqual({ wanted: 'edit', many: [] })
})

test('why a ticket is due when it is changes nothing, and may be looked at', () => {
  pickIds(['a', 'b'])
  press('d')
  expect(wanted()).toBe('deadline')
})

test.each([
  ['t', 'issueType'],
  ['b', 'department'],
  ['w', 'owner'],
  ['p', 'priority'],
])('«%s» changes the %s of what is picked or looked at, and nothing while a form is open', (key, what) => {
  press(key)
  useTicketDesk.setState({ form: { kind: 'edit' } })
  press(key)
  expect(onChange.mock.calls).toEqual([[what]])
})

test('a change is about all that are picked, else about the ticket of the key', () => {
  expect(meantBy({ by: 'ids', ids: ['a'] }, 'b')).toEqual({ by: 'ids', ids: ['a'] })
  expect(meantBy({ by: 'found' }, 'b')).toEqual({ by: 'found' })
  expect(meantBy({ by: 'ids', ids: [] }, 'b')).toEqual({ by: 'ids', ids: ['b'] })
  expect(meantBy({ by: 'ids', ids: [] }, null)).toBe(null)
})
