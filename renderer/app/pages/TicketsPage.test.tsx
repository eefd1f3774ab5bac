import { act, screen, waitFor } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import type { Ticket } from '../../../shared/contract/tickets/tickets.ts'
import { aCall, accepted } from '../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { searchWords, useTicketDesk } from '../../features/tickets/ticket-desk.ts'
import { useExportSelection } from '../../lib/export-selection.ts'
import { TicketsPage } from './TicketsPage.tsx'

let page: TestWindow
afterEach(() => {
  searchWords('')
  return page.close()
})

test('where words were looked for in the latest tickets alone it says so, acts on these, and one press looks in all', async () => {
  page = await aWindow()
  const { callId } = await aCall(page.client)
  for (const title of ['降价没补', '降价不退']) {
    const noteId = v7()
    const words = { kind: 'voice', text: title, offsetMs: 0, issueTypeId: null } as const
    await accepted(page.client.notes.add({ noteId, callId, ...words }))
    const wish = { title, issueTypeId: 'coupon', priority: 3, department: '物流部' } as const
    await accepted(page.client.tickets.open({ ...wish, noteIds: [noteId] }))
  }
  page.answer('tickets.list', async (input, ask) => {
    const answer = (await ask()) as { ok: true; value: { tickets: Ticket[] } }
    const { filter } = input as { filter: { text: string; searchedFrom?: number } }
    if (filter.text === '' || filter.searchedFrom === 0) return answer
    const tickets = answer.value.tickets.filter(({ number }) => number >= 2)
    return { ok: true, value: { tickets, total: 1, searchedFrom: 2 } }
  })
  searchWords('降价')
  page.show(<TicketsPage />, '/tickets')
  await screen.findByText('至少 1 张')
  const told = await screen.findByText('只在 ES-000002 和更新的工单里找过，先后也只排了这些；更早的还没找。')
  expect(told.compareDocumentPosition(screen.getByRole('grid')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  await page.user.click(screen.getByRole('button', { name: /选中找到的全部/ }))
  await screen.findByText('已选最近的 1 张')
  await page.user.click(screen.getByRole('button', { name: '清空所选' }))
  await page.user.click(screen.getByRole('button', { name: /导出最近的 1 张/ }))
  expect(useExportSelection.getState().chosen?.selection).toMatchObject({ by: 'filter', filter: { searchedFrom: 2 } })
  await page.user.click(screen.getByRole('button', { name: '找遍全部工单' }))
  await screen.findByText('共 2 张')
  expect(screen.queryByRole('button', { name: '找遍全部工单' })).toBeNull()
})

test('a key changes the ticket whose row is marked; one that has left the list is not changed unseen', async () => {
  page = await aWindow()
  const { callId } = await aCall(page.client)
  const noteId = v7()
  await accepted(
    page.client.notes.add({ noteId, callId, kind: 'voice', text: '降价没补', offsetMs: 0, issueTypeId: null }),
  )
  const wish = { title: '降价没补', issueTypeId: 'coupon', priority: 3, department: '物流部' } as const
  await accepted(page.client.tickets.open({ ...wish, noteIds: [noteId] }))
  page.show(<TicketsPage />, '/tickets')
  await screen.findByText('共 1 张')
  await page.user.keyboard('p')
  await screen.findByRole('dialog', { name: /优先级/ })
  await page.user.keyboard('{Escape}')
  await waitFor(() => expect(useTicketDesk.getState().form).toBeNull())
  act(() => useTicketDesk.setState({ cursor: v7() }))
  await page.user.keyboard('p')
  expect(useTicketDesk.getState().form).toBeNull()
})

test('a key pressed before the answer to the words is there acts on none of the tickets found before', async () => {
  page = await aWindow()
  const { callId } = await aCall(page.client)
  const ids: string[] = []
  for (const title of ['降价没补', '发票抬头错了']) {
    const noteId = v7()
    await accepted(
      page.client.notes.add({ noteId, callId, kind: 'voice', text: title, offsetMs: 0, issueTypeId: null }),
    )
    const wish = { title, issueTypeId: 'coupon', priority: 3, department: '物流部' } as const
    ids.push((await accepted(page.client.tickets.open({ ...wish, noteIds: [noteId] }))).id)
  }
  let answerNow = () => {}
  const held = new Promise<void>((resolve) => {
    answerNow = resolve
  })
  page.answer('tickets.list', async (input, ask) => {
    if ((input as { filter: { text: string } }).filter.text !== '') await held
    return ask()
  })
  page.show(<TicketsPage />, '/tickets')
  await screen.findByText('共 2 张')
  await page.user.type(screen.getByRole('textbox', { name: /搜/ }), '发票{Enter}')
  await page.user.keyboard('{ArrowDown}{Shift>}{ArrowDown}{/Shift}x{Enter}')
  expect(useTicketDesk.getState()).toMatchObject({ cursor: null, picked: { by: 'ids', ids: [] } })
  await act(async () => answerNow())
  await screen.findByText('共 1 张')
  await waitFor(() => expect(useTicketDesk.getState().cursor).toBe(ids[1]))
})

test('while other words are looked for, what stands is not told as found by them, nor exported as that', async () => {
  page = await aWindow()
  const { callId } = await aCall(page.client)
  const noteId = v7()
  const words = { kind: 'voice', text: '降价没补', offsetMs: 0, issueTypeId: null } as const
  await accepted(page.client.notes.add({ noteId, callId, ...words }))
  const wish = { title: '降价没补', issueTypeId: 'coupon', priority: 3, department: '物流部' } as const
  await accepted(page.client.tickets.open({ ...wish, noteIds: [noteId] }))
  let answer = () => {}
  page.answer('tickets.list', async (input, ask) => {
    if ((input as { filter: { text: string } }).filter.text !== '没有的') return ask()
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    return ask()
  })
  useExportSelection.setState({ chosen: null })
  page.show(<TicketsPage />, '/tickets')
  await screen.findByText('共 1 张')
  act(() => searchWords('没有的'))
  await screen.findByText('正在找…')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /导出这/ }).disabled).toBe(true)
  await page.user.keyboard('{Alt>}s{/Alt}')
  await page.user.keyboard('a{Alt>}s{/Alt}')
  expect(useExportSelection.getState().chosen).toBeNull()
  answer()
  await screen.findByText('共 0 张')
})
