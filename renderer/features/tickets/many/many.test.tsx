import { act, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Ticket } from '../../../../shared/contract/tickets/tickets.ts'
import { aCall, accepted } from '../../../../test/builders/console.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { printPage } from '../../../lib/printing.ts'
import { redoNewest, undoNewest } from '../../../ui/notices.ts'
import { PickBar } from '../list/PickBar.tsx'
import { EditForm } from '../ticket/EditForm.tsx'
import { KeptTickets } from './KeptTickets.tsx'
import { ManyForm } from './ManyForm.tsx'
import { forgetKept } from './many-store.ts'
import { PrintedTickets } from './PrintedTickets.tsx'
import { printPicked } from './print-store.ts'
import { TicketPaper } from './TicketPaper.tsx'

const everyTicket = {
  filter: {
    ...{ text: '', states: [], priorities: [], issueTypeIds: [], departments: [] },
    ...{ openedFrom: null, openedTo: null, isOverdue: false },
  },
  sort: 'number' as const,
}
let page: TestWindow
let tickets: Ticket[]
beforeEach(async () => {
  page = await aWindow()
  const { callId } = await aCall(page.client)
  tickets = []
  for (const title of ['一', '二', '三']) {
    const noteId = v7()
    const note = { noteId, callId, kind: 'voice', text: `原声${title}`, offsetMs: 1, issueTypeId: null } as const
    await accepted(page.client.notes.add(note))
    const wish = { title, issueTypeId: 'coupon', priority: 3, department: '营销部', noteIds: [noteId] } as const
    tickets.push(await accepted(page.client.tickets.open({ ...wish, noteIds: [noteId] })))
  }
})
afterEach(() => {
  forgetKept()
  return page.close()
})

const now = (ticket: Ticket | undefined) => accepted(page.client.tickets.get({ ticketId: ticket?.id ?? '' }))
const states = async () => Promise.all(tickets.map(async (ticket) => (await now(ticket)).ticket.state))
const claim = (ticket: Ticket | undefined) =>
  accepted(
    page.client.tickets.move({
      seenVersion: null,
      ticketId: ticket?.id ?? '',
      action: 'claim',
      ownerName: '王敏',
      remark: null,
    }),
  )

test('all picked tickets are claimed at one press; those that cannot be are listed with the reason; undo is one too', async () => {
  await claim(tickets[1])
  const seen = tickets.map(({ id }) => ({ ticketId: id, seenVersion: null }))
  const onClose = vi.fn()
  page.show(
    <>
      <ManyForm what="move" seen={seen} onClose={onClose} />
      <KeptTickets />
    </>,
  )
  const send = await screen.findByRole('button', { name: /改这 3 张/ })
  expect(screen.queryByText(/^写明责任人/)).toBeNull()
  await page.user.click(send)
  expect(screen.getByText(/^写明责任人/)).toBeDefined()
  expect(await states()).toEqual(['unclaimed', 'in_progress', 'unclaimed'])
  await page.user.type(screen.getByRole('combobox', { name: '责任人' }), '李强')
  await page.user.click(send)
  const list = await screen.findByRole('dialog', { name: /没有改的 1 张/ })
  expect(within(list).getByText('现在是「处理中」，这一步做不了')).toBeDefined()
  expect(within(list).getByText('ES-000002')).toBeDefined()
  // Enter after reading closes; it does not take back what was changed.
  await waitFor(() => expect(document.activeElement?.textContent).toBe('知道了'), patience)
  expect(onClose).toHaveBeenCalledOnce()
  expect(await states()).toEqual(['in_progress', 'in_progress', 'in_progress'])
  await page.told('改了 2 张，1 张没有改')
  undoNewest()
  await page.told('2 张已改回')
  expect(await states()).toEqual(['unclaimed', 'in_progress', 'unclaimed'])
  redoNewest()
  await page.told('改了 2 张')
  expect(await states()).toEqual(['in_progress', 'in_progress', 'in_progress'])
})

test('what was so already is a count in a notice that passes, and no list lies over the page', async () => {
  await claim(tickets[0])
  page.show(
    <>
      <ManyForm
        what="owner"
        seen={tickets.slice(0, 1).map(({ id }) => ({ ticketId: id, seenVersion: null }))}
        onClose={() => {}}
      />
      <KeptTickets />
    </>,
  )
  await page.user.type(await screen.findByRole('combobox', { name: '责任人' }), '王敏')
  await page.user.click(screen.getByRole('button', { name: /改这 1 张/ }))
  const notice = await page.told('1 张本来就是这样')
  expect([notice.stays, screen.queryByRole('dialog', { name: /没有改的/ })]).toEqual([undefined, null])
  await page.user.click(screen.getByRole('button', { name: '看是哪些' }))
  await screen.findByRole('dialog', { name: /没有改的 1 张/ })
})

test('what was changed is changed back from the list of those that were not, by its own key', async () => {
  await claim(tickets[1])
  page.show(
    <>
      <ManyForm what="move" seen={tickets.map(({ id }) => ({ ticketId: id, seenVersion: null }))} onClose={() => {}} />
      <KeptTickets />
    </>,
  )
  await page.user.type(await screen.findByRole('combobox', { name: '责任人' }), '李强')
  await page.user.click(screen.getByRole('button', { name: /改这 3 张/ }))
  await screen.findByRole('dialog', { name: /没有改的 1 张/ })
  await page.user.keyboard('{Control>}z{/Control}')
  await page.told('2 张已改回')
  expect(await states()).toEqual(['unclaimed', 'in_progress', 'unclaimed'])
  expect(screen.queryByRole('dialog', { name: /没有改的/ })).toBeNull()
})

test('whoever looks once more which ones were not changed can still take the others back', async () => {
  await claim(tickets[1])
  function Page() {
    const [isOpen, setOpen] = useState(true)
    const seen = tickets.map(({ id }) => ({ ticketId: id, seenVersion: null }))
    return (
      <>
        {isOpen ? <ManyForm what="move" seen={seen} onClose={() => setOpen(false)} /> : null}
        <KeptTickets />
      </>
    )
  }
  page.show(<Page />)
  await page.user.type(await screen.findByRole('combobox', { name: '责任人' }), '李强')
  await page.user.click(screen.getByRole('button', { name: /改这 3 张/ }))
  const looked = async () => {
    await screen.findByRole('dialog', { name: /没有改的 1 张/ })
    await page.user.click(screen.getByRole('button', { name: '知道了' }))
  }
  await looked()
  await page.user.click(screen.getByRole('button', { name: '看是哪些' }))
  await looked()
  await page.user.keyboard('{Control>}z{/Control}')
  await page.told('2 张已改回')
  expect(await states()).toEqual(['unclaimed', 'in_progress', 'unclaimed'])
})

test('nobody has chosen a priority for them before it is chosen', async () => {
  page.show(
    <ManyForm
      what="priority"
      seen={tickets.map(({ id }) => ({ ticketId: id, seenVersion: null }))}
      onClose={() => {}}
    />,
  )
  const send = await screen.findByRole<HTMLButtonElement>('button', { name: /改这 3 张/ })
  const choices = screen.getAllByRole<HTMLInputElement>('radio')
  expect([send.disabled, choices.some((choice) => choice.checked)]).toEqual([true, false])
  await page.user.click(screen.getByRole('radio', { name: /P1/ }))
  await page.user.click(send)
  await page.told('改了 3 张')
  expect((await now(tickets[2])).ticket.priority).toBe(1)
})

test('the picked tickets go to the printer whole, and off the page afterwards', async () => {
  const printed = vi.fn()
  vi.stubGlobal('print', printed)
  page.show(<PrintedTickets />)
  const list = { ...everyTicket, total: 3, tickets: [] }
  await printPicked({ by: 'ids', ids: tickets.slice(0, 2).map(({ id }) => id) }, list)
  await waitFor(() => expect(printed).toHaveBeenCalledOnce(), patience)
  const paper = document.querySelector('[data-printed]')?.textContent ?? ''
  // With the call in which they were heard: a sheet comes to somebody who knows no session.
  const wanted = ['ES-000001', '第 1 通', '原声一', 'ES-000002', '原声二', '原声三']
  expect(wanted.filter((words) => paper.includes(words))).toEqual(wanted.slice(0, -1))
  window.dispatchEvent(new Event('afterprint'))
  await waitFor(() => expect(document.querySelector('[data-printed]')).toBeNull(), patience)
  vi.unstubAllGlobals()
})

test('the page itself goes to the printer as a list of whole titles, and with a ticket open as that ticket', async () => {
  const [first, second] = tickets.slice(0, 2) as [Ticket, Ticket]
  const late = { ...second, dueAt: '2020-01-01T00:00:00.000Z' }
  const list = { ...everyTicket, total: 3, tickets: [first, late] }
  const inPrint = async (shownId: string | null) => {
    const shown = page.show(<TicketPaper viewName="未了结" list={list} types={[]} shownId={shownId} />)
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    const words = await waitFor(() => {
      const paper = document.querySelector('[data-printed]')
      expect(paper).not.toBeNull()
      return paper?.textContent ?? ''
    }, patience)
    act(() => void window.dispatchEvent(new Event('afterprint')))
    expect(document.querySelector('[data-printed]')).toBeNull()
    shown.unmount()
    return words
  }
  const onPaper = await inPrint(null)
  for (const words of ['工单 · 未了结', '共 3 张，这里是前 2 张', 'ES-000001', '一', 'ES-000002', '二'])
    expect(onPaper).toContain(words)
  expect(onPaper.match(/超时/g)).toHaveLength(1)
  const one = await inPrint(tickets[2]?.id ?? '')
  for (const words of ['ES-000003', '三', '原声三', '处理记录', '生成工单']) expect(one).toContain(words)
  expect(one).not.toContain('原声一')
})

test('the key for printing first reads what the list on screen has not read yet', async () => {
  const onPaper: (string | null | undefined)[] = []
  const paper = () => document.querySelector('[data-printed]')?.textContent
  vi.stubGlobal('print', () => {
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    onPaper.push(paper())
    act(() => void window.dispatchEvent(new Event('afterprint')))
  })
  const list = { ...everyTicket, total: 3, tickets: tickets.slice(0, 1) }
  let showOther = () => {}
  function Choice() {
    const [onScreen, setOnScreen] = useState(list)
    showOther = () => setOnScreen({ ...list, filter: { ...list.filter, isOverdue: true }, total: 1 })
    return <TicketPaper viewName="全部" list={onScreen} types={[]} shownId={null} />
  }
  page.show(<Choice />)
  await act(printPage)
  expect(onPaper).toEqual([expect.stringMatching(/共 3 张听线台.*ES-000001.*ES-000002.*ES-000003/)])
  // Printed by the browser's own menu, it is what is on screen, and says so.
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  expect(paper()).toContain('共 3 张，这里是前 1 张')
  act(() => void window.dispatchEvent(new Event('afterprint')))
  // Read, never printed, and another list is on screen by then.
  vi.stubGlobal('print', () => {})
  await act(printPage)
  act(showOther)
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  expect(paper()).toContain('共 1 张')
  expect(paper()).not.toContain('ES-000002')
  act(() => void window.dispatchEvent(new Event('afterprint')))
  vi.unstubAllGlobals()
})

test('notices stand above the bar of what is chosen, two lines high or one, as long as it is there', () => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(72)
  const nothing = () => {}
  const acts = { onAll: nothing, onClear: nothing, onExport: nothing, onChange: nothing, onPrint: nothing }
  let leave = () => {}
  let openBeside = (_isBeside: boolean) => {}
  function List() {
    const [isThere, setThere] = useState(true)
    const [isBeside, setBeside] = useState(false)
    leave = () => setThere(false)
    openBeside = setBeside
    return isThere ? (
      <PickBar
        barRef={{ current: null }}
        pickedCount={1}
        foundCount={3}
        isAll={false}
        isPart={false}
        isTicketBeside={isBeside}
        {...acts}
      />
    ) : null
  }
  page.show(<List />)
  const foot = () =>
    [...screen.getByRole('region', { name: '提示' }).querySelectorAll<HTMLElement>(':scope > div')].map(({ style }) =>
      style.getPropertyValue('--foot-height'),
    )
  expect(foot()).toEqual(['72px', ''])
  // Beside an open ticket they pass over that one, which ends above them.
  act(() => openBeside(true))
  expect(foot()).toEqual(['', ''])
  act(() => openBeside(false))
  expect(foot()).toEqual(['72px', ''])
  vi.restoreAllMocks()
  act(leave)
  expect(foot()).toEqual(['', ''])
  // On the root it would make the browser work out every style of the page anew.
  expect(document.documentElement.style.getPropertyValue('--foot-height')).toBe('')
})

test('in the edit form the department goes with the type until it is typed, and the owner of a claimed ticket can change', async () => {
  await claim(tickets[0])
  page.show(<EditForm detail={await now(tickets[0])} onDone={() => {}} />)
  const department = screen.getByRole<HTMLInputElement>('combobox', { name: '责任部门' })
  const chooseType = async (name: string) => {
    await page.user.click(screen.getByRole('combobox', { name: '问题类型' }))
    await page.user.click(await screen.findByRole('option', { name, hidden: true }))
  }
  const types = await accepted(page.client.tickets.issueTypes({}))
  const proposed = (id: string) => types.find((type) => type.id === id)?.department
  await chooseType('配送安装')
  expect(department.value).toBe(proposed('delivery'))
  await chooseType('优惠券')
  expect(department.value).toBe('营销部')
  await page.user.clear(department)
  await page.user.type(department, '总办')
  await chooseType('配送安装')
  expect(department.value).toBe('总办')
  const owner = screen.getByRole('combobox', { name: '责任人' })
  await page.user.clear(owner)
  await page.user.type(owner, '李静')
  await page.user.click(screen.getByRole('button', { name: /保存修改/ }))
  await page.told('已修改')
  expect((await now(tickets[0])).ticket).toMatchObject({
    ownerName: '李静',
    department: '总办',
    issueTypeId: 'delivery',
  })
})
