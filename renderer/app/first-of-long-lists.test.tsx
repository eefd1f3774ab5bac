import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { expect, test } from 'vitest'
import type { Thanks } from '../../shared/contract/agents/thanks.ts'
import type { FoundExport } from '../../shared/contract/exports/exports.ts'
import type { Person } from '../../shared/contract/house/people.ts'
import type { LifeCase } from '../../shared/contract/life-channel/life-channel.ts'
import type { ListedSession } from '../../shared/contract/listening/sessions.ts'
import type { IssueType, Ticket } from '../../shared/contract/tickets/tickets.ts'
import { ThanksList } from '../features/agents/ThanksList.tsx'
import { DutyTable } from '../features/duty/overview/DutyTable.tsx'
import type { DutyRow } from '../features/duty/overview/duty-rows.ts'
import { LedgerRows } from '../features/exports/ledger/LedgerRows.tsx'
import { IssueTypeRow } from '../features/house/issue-types/IssueTypeRow.tsx'
import { PeopleTable } from '../features/house/people/PeopleTable.tsx'
import { CaseList } from '../features/life-channel/cases/CaseList.tsx'
import { SessionTable } from '../features/listening/sessions/SessionTable.tsx'
import { useSessionsDesk } from '../features/listening/sessions/sessions-desk.ts'
import { TicketFilters } from '../features/tickets/list/TicketFilters.tsx'
import { TicketList } from '../features/tickets/list/TicketList.tsx'
import { firstView } from '../features/tickets/ticket-view.ts'
import { startTexts } from '../lib/i18n.ts'
import { queryClient } from '../lib/query-client.ts'

startTexts('zh')

/** What React draws before anything was measured or drawn after it: what a person waits for. */
function firstDrawing(part: ReactNode): HTMLElement {
  const page = document.createElement('div')
  page.innerHTML = renderToString(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <MemoryRouter>{part}</MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return page
}

const nothing = () => {}

const aTicket = (number: number): Ticket =>
  ({
    ...{
      id: `ticket-${number}`,
      number,
      title: '降价后要退差价',
      issueTypeId: 'coupon',
      priority: 3,
      state: 'unclaimed',
    },
    ...{
      department: '营销部',
      ownerName: null,
      openedAt: '2026-09-18T06:30:00.000Z',
      dueAt: '2026-09-18T08:30:00.000Z',
    },
    ...{ pausedAt: null, pausedMs: 0, version: 0, resolvedAt: null, reopenedCount: 0 },
  }) as unknown as Ticket

test('the list of tickets is drawn with its first rows at once, and with no more than a window shows', () => {
  const tickets = Array.from({ length: 80 }, (_, index) => aTicket(index + 1))
  const page = firstDrawing(
    <TicketList
      gridRef={{ current: null }}
      tickets={tickets}
      total={20_000}
      types={[]}
      sort="number"
      isPicked={() => false}
      cursorAt={0}
      shownId={null}
      isStale={false}
      onPress={nothing}
      onJump={nothing}
      onNearEnd={nothing}
    />,
  )
  const rows = page.querySelectorAll('[role=row][aria-selected]').length
  expect(rows).toBe(Math.ceil((innerHeight - 230 - 32) / 37))
})

test('above the list its choices keep their places, and are drawn after it', () => {
  const page = firstDrawing(<TicketFilters view={{ ...firstView, department: '物流部' }} onChange={nothing} />)
  expect(page.querySelectorAll('input')).toHaveLength(0)
  expect([...page.querySelectorAll('[aria-hidden=true]')].map((place) => place.textContent)).toContain('物流部')
})

test('of 25,000 people only the first are counted before these are seen', () => {
  const people = Array.from(
    { length: 25_000 },
    (_, index): Person => ({
      ...{ id: `person-${index}`, name: '王伟', department: '家电部', role: 'listener', employeeNumber: null },
      ...{ email: null, joinedOn: null, version: 0 },
    }),
  )
  const page = firstDrawing(
    <PeopleTable
      tableRef={{ current: null }}
      people={people}
      chosen={new Set()}
      onChoose={nothing}
      onEdit={nothing}
      onRemove={nothing}
    />,
  )
  const gaps = [...page.querySelectorAll<HTMLElement>('td[colspan]')].map(({ style }) =>
    Number.parseInt(style.height, 10),
  )
  const drawn = page.querySelectorAll('tbody th').length
  expect(drawn).toBeGreaterThan(10)
  expect(drawn).toBeLessThan(20)
  expect(Math.max(...gaps)).toBeLessThan(3_000)
  expect(page.querySelector('table')?.getAttribute('aria-rowcount')).toBe('25001')
})

test('of the sessions those in the window are drawn first, down to the one that was left for reading', () => {
  const session = { seatNumber: 3, listenerName: null, purpose: 'listen', endedAt: null } as const
  const counts = { callCount: 9, noteCount: 15, ticketCount: 2, halfDoneCount: 0, firstVoice: null }
  const sessions = Array.from({ length: 50 }, (_, index) => ({
    ...{ id: `session-${index}`, startedAt: '2026-09-18T06:30:00.000Z', ...session, ...counts },
  })) as unknown as ListedSession[]
  const drawn = () => firstDrawing(<SessionTable sessions={sessions} />).querySelectorAll('[data-session]').length
  expect(drawn()).toBe(Math.ceil((innerHeight - 100) / 40))
  useSessionsDesk.setState({ left: { search: '', sessionId: 'session-44' } })
  expect(drawn()).toBe(45)
})

test('of everybody’s duties the lines in the window are drawn first, and none that the first measuring takes away', () => {
  const none = { listen: 0, answer: 0, trip: 0 }
  const rows = Array.from({ length: 2_000 }, (_, index) => ({
    person: { id: `person-${index}`, name: '王伟', department: '家电部', employeeNumber: null },
    ...{ owed: { ...none, listen: 1 }, done: none, missing: { ...none, listen: 1 }, remindedAt: null },
  })) as unknown as DutyRow[]
  const page = firstDrawing(<DutyTable rows={rows} chosenId={null} onChoose={nothing} listRef={{ current: null }} />)
  expect(page.querySelectorAll('[role=option]')).toHaveLength(Math.ceil((innerHeight - 191 - 34) / 38))
})

test('of thanks, cases and exports those in the window are drawn first, down to the one that is chosen', () => {
  const many = Array.from({ length: 200 }, (_, index) => index)
  const thanks = many.map((index) => ({
    ...{
      id: `thanks-${index}`,
      place: null,
      day: '2026-09-18',
      hour: 9,
      voice: null,
      praise: '很耐心',
      collectedBy: null,
    },
    ...{ collectedOn: '2026-09-18', handedAt: null, fileName: null, isEditedSince: false },
  })) as unknown as Thanks[]
  expect(firstDrawing(<ThanksList thanks={thanks} mayHandOver />).querySelectorAll('[data-thanks]').length).toBe(
    Math.ceil((innerHeight - 100) / 80),
  )
  const cases = many.map((index) => ({
    ...{ id: `case-${index}`, state: 'open', origin: 'key', grade: null, raisedByName: '陈思远' },
    ...{ raisedAt: '2026-09-18T06:30:00.000Z', handOverMs: null },
  })) as unknown as LifeCase[]
  const drawnCases = (chosenId: string) =>
    firstDrawing(<CaseList {...{ cases, chosenId }} onChoose={nothing} />).querySelectorAll('[data-case]').length
  expect(drawnCases('case-0')).toBe(Math.ceil((innerHeight - 100) / 44))
  expect(drawnCases('case-120')).toBe(121)
  const lines = many.map((index) => ({
    record: {
      ...{ id: `export-${index}`, kind: 'tickets', state: 'delivered', fileName: '工单.csv', ticketCount: 3 },
      ...{ sizeBytes: 100, createdAt: '2026-09-18T06:30:00.000Z', exportedBy: null, folder: '/tmp', sha256: null },
    },
    ticket: null,
  })) as unknown as FoundExport[]
  const drawnLines = (at: number) =>
    firstDrawing(
      <LedgerRows {...{ lines, text: '', changedOf: () => 0, onElsewhere: nothing }} current={lines[at]?.record} />,
    ).querySelectorAll('[data-state]').length
  expect(drawnLines(0)).toBe(Math.ceil((innerHeight - 150) / 52))
  expect(drawnLines(150)).toBe(151)
})

test('of an issue type the words are drawn first, and the fields that bring a list along keep their places', () => {
  const type: IssueType = {
    ...{ id: 'coupon', nameZh: '优惠券', nameEn: 'Coupon', digit: 1, limit: { amount: 2, unit: 'days' } },
    ...{ department: '营销部', version: 1 },
  } as IssueType
  const page = firstDrawing(
    <table>
      <tbody>
        <IssueTypeRow
          {...{ type, isPointedAt: false, departments: ['营销部'], onDigit: nothing, onRemove: nothing }}
          onChange={async () => true}
        />
      </tbody>
    </table>,
  )
  expect(page.querySelectorAll('input')).toHaveLength(3)
  expect([...page.querySelectorAll('[aria-hidden=true]')].map((place) => place.textContent)).toContain('营销部')
})
