import { screen, waitFor } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Role } from '../../shared/contract/who.ts'
import { aCall, accepted } from '../../test/builders/console.ts'
import { AWAY_SINCE, aMember } from '../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { PeopleSection } from '../features/house/people/PeopleSection.tsx'
import { RoomSection } from '../features/house/room/RoomSection.tsx'
import { MeSection } from '../features/house/settings/MeSection.tsx'
import { TicketPane } from '../features/tickets/ticket/TicketPane.tsx'
import { ExportsPage } from './pages/ExportsPage.tsx'
import { TicketsPage } from './pages/TicketsPage.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const iAm = (role: Role, change: Partial<ReturnType<typeof aMember>> = {}) =>
  page.answer('team.status', async () => ({
    ok: true,
    value: aMember({ me: { ...aMember().me, role }, ...change }),
  }))

async function aTicket() {
  const { callId } = await aCall(page.client)
  const noteId = v7()
  await accepted(
    page.client.notes.add({ noteId, callId, kind: 'voice', text: '降价没补', offsetMs: 0, issueTypeId: null }),
  )
  const wish = { title: '降价没补', issueTypeId: 'coupon', priority: 3, department: '物流部' } as const
  return accepted(page.client.tickets.open({ ...wish, noteIds: [noteId] }))
}

test('a listener reads a ticket; what changes one is not offered, and it says whose it is', async () => {
  const { id } = await aTicket()
  iAm('listener')
  page.show(<TicketPane ticketId={id} onClose={() => {}} onLeaveForm={() => {}} />)
  await screen.findByText('这里由记录人或协调员来改。你在中心登记的是听线人。')
  expect(screen.queryByRole('button', { name: '修改' })).toBeNull()
  expect(screen.getByRole('toolbar').querySelectorAll('button')).toHaveLength(0)
})

test('a note-taker makes exports and a listener does not', async () => {
  iAm('listener')
  page.show(<ExportsPage />, '/exports')
  await screen.findByText('这里由记录人或协调员来改。你在中心登记的是听线人。')
  expect(screen.getByRole('button', { name: /^新建/ })).toHaveProperty('disabled', true)
})

test('people and the room are the coordinator’s; a desk alone is nobody’s but whoever sits there', async () => {
  iAm('note_taker')
  const shown = page.show(
    <>
      <PeopleSection />
      <RoomSection />
    </>,
  )
  expect(await screen.findAllByText('这里由协调员来改。你在中心登记的是记录人。')).toHaveLength(2)
  expect(screen.queryByRole('button', { name: '添加' })).toBeNull()
  expect((await screen.findByLabelText('席位数')).matches(':disabled')).toBe(true)
  shown.unmount()
  iAm('coordinator')
  page.hears({ kind: 'changed', topics: ['team'] })
  page.show(<RoomSection />)
  await waitFor(async () => expect((await screen.findByLabelText('席位数')).matches(':disabled')).toBe(false))
})

test('at a hub’s desk nobody else can be chosen, and it says why and how', async () => {
  iAm('coordinator')
  page.show(<MeSection />)
  await screen.findByText('这台电脑在「总部中心」登记的是 王敏，所以在这里不能换人。')
  expect(screen.getByRole('combobox', { name: '我是谁' })).toHaveProperty('disabled', true)
})

test('while the hub is away a shared list says of when it is', async () => {
  iAm('coordinator', { link: { kind: 'away', since: AWAY_SINCE }, asOf: AWAY_SINCE })
  page.show(<TicketsPage />, '/tickets')
  await screen.findByText(/10:42 的内容$/)
  // What nobody asked here before is no act that failed.
  page.answer('tickets.list', async () => ({ ok: false, code: 'offline', detail: { since: AWAY_SINCE } }))
  page.hears({ kind: 'changed', topics: ['tickets'] })
  await screen.findByText(/10:42 起连不上中心，这里的内容还没有取到过$/)
  // Nor is it said that there are none.
  expect(screen.queryByText(/^共 /)).toBeNull()
})
