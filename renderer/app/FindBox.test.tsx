import { screen, waitFor, within } from '@testing-library/react'
import { useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted } from '../../test/builders/console.ts'
import { patience } from '../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { wantedNow } from '../features/seats/board/board-store.ts'
import { DatePick } from '../features/seats/board/DatePick.tsx'
import { useKeys } from '../lib/use-keys.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { FindBox, fetchFindBox } from './FindBox.tsx'
import { KeySheet } from './KeySheet.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
  await fetchFindBox()
})
afterEach(() => page.close())

const done: string[] = []

/** A page with a field and an action of its own, and where the window is. On the seats it has others, a moment later. */
function APage() {
  const { pathname, search } = useLocation()
  const isSeats = pathname === '/seats'
  useKeys('exports', { 'exports.new': () => void done.push(document.activeElement?.id ?? '') }, !isSeats)
  const times = useRef(0)
  const whenRead = () => {
    times.current += 1
    return times.current < 3 ? false : void done.push('history')
  }
  useKeys('seats', { 'seats.history': whenRead, 'seats.cancel': () => void done.push('cancel') }, isSeats)
  return (
    <>
      <input id="field" aria-label="field" />
      <output>{pathname + search}</output>
    </>
  )
}

const show = () =>
  page.show(
    <>
      <APage />
      <FindBox />
    </>,
    '/exports',
  )
const box = () => screen.findByRole('combobox')
const options = () => screen.queryAllByRole('option').map((option) => option.textContent)
const chosen = () => screen.getByRole('option', { selected: true }).textContent
const place = () => document.querySelector('output')?.textContent

const aNote = async (text: string, kind: 'voice' | 'view' = 'voice') => {
  const { sessionId, callId } = await aCall(page.client)
  const note = await accepted(
    page.client.notes.add({ noteId: v7(), callId, kind, text, offsetMs: 61_000, issueTypeId: null }),
  )
  await accepted(page.client.sessions.end({ sessionId }))
  return { sessionId, note }
}

test('words of a session that is over are found, marked in 原声 and 判断 apart, and Enter opens them in their call', async () => {
  await aNote('我说没人管我', 'view')
  const { sessionId, note } = await aNote('没人管我')
  show()
  await page.user.keyboard('{Control>}k{/Control}')
  await page.user.type(await box(), '没人')
  await waitFor(() => expect(options()).toHaveLength(2))
  const groups = screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))
  expect(groups).toEqual(['原声', '判断'])
  expect(screen.getAllByText('没人', { selector: 'mark' })).toHaveLength(2)
  await page.user.keyboard('{Enter}')
  await waitFor(() => expect(place()).toBe(`/sessions/${sessionId}?note=${note.id}`), patience)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a ticket of a department says so where only that was meant, whoever owns it', async () => {
  const { note } = await aNote('三天没到')
  const wish = { title: '没人管', issueTypeId: 'delivery', priority: 3, department: '物流部' } as const
  const { id: ticketId } = await accepted(page.client.tickets.open({ ...wish, noteIds: [note.id] }))
  const claim = { action: 'claim', ownerName: '冯建国', remark: null } as const
  await accepted(page.client.tickets.move({ seenVersion: null, ticketId, ...claim }))
  show()
  await page.user.keyboard('{Control>}k{/Control}')
  await page.user.type(await box(), '物流部')
  await waitFor(() => expect(options().join()).toMatch(/没人管责任部门 物流部冯建国/), patience)
})

test('an action is found by the sound of its name, too', async () => {
  show()
  await page.user.keyboard('{Control>}k{/Control}')
  await page.user.type(await box(), 'xjdc')
  await screen.findByText('新建导出', {}, patience)
  await page.user.clear(await box())
  await page.user.type(await box(), 'gongzuorili')
  await screen.findByText(/工作日历/, {}, patience)
})

test.each([
  ['excel', /^新建/],
  ['holiday', /^设置：工作日历/],
  ['深色', /^设置：/],
  ['backup', /^设置：/],
])('«%s» finds what is called something else here, in either language', async (typed, found) => {
  show()
  await page.user.keyboard('{Control>}k{/Control}')
  await page.user.type(await box(), typed)
  await waitFor(() => expect(options().some((option) => found.test(option ?? ''))).toBe(true))
})

test('«/» opens the box where no field has the focus; Esc closes it and gives the focus back', async () => {
  show()
  const field = screen.getByLabelText('field')
  await page.user.click(field)
  await page.user.keyboard('/')
  expect(field).toHaveProperty('value', '/')
  expect(screen.queryByRole('combobox')).toBeNull()
  await page.user.keyboard('{Control>}k{/Control}')
  expect(document.activeElement).toBe(await box())
  await page.user.keyboard('{Escape}')
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(document.activeElement).toBe(field)
  field.blur()
  await page.user.keyboard('/')
  await box()
})

test('over a dialog the box says why it does not open, and «?» lists the keys of the dialog', async () => {
  page.show(
    <>
      <APage />
      <FindBox />
      <KeySheet />
      <ConfirmDialog isOpen title="去掉" confirmLabel="去掉" onConfirm={() => {}} onClose={() => {}}>
        …
      </ConfirmDialog>
    </>,
  )
  await screen.findByRole('dialog')
  let isTaken = false
  const watch = (event: KeyboardEvent) => {
    isTaken = event.defaultPrevented
  }
  window.addEventListener('keydown', watch)
  await page.user.keyboard('{Control>}k{/Control}')
  window.removeEventListener('keydown', watch)
  await page.told('先按 Esc')
  expect([isTaken, screen.queryByRole('combobox')]).toEqual([true, null])
  await page.user.keyboard('?')
  const sheet = within(await screen.findByRole('dialog', { name: '快捷键' }))
  expect(sheet.getByText('确认')).toBeTruthy()
  expect(sheet.queryByText('新建导出')).toBeNull()
})

test('arrow keys walk; an input method’s own Enter and letters choose and look for nothing', async () => {
  for (const text of ['没人管我', '没人接']) await aNote(text)
  show()
  await page.user.keyboard('/')
  const field = await box()
  await page.user.type(field, '没人')
  await waitFor(() => expect(options()).toHaveLength(2))
  const [first, second] = options()
  expect(chosen()).toBe(first)
  await page.user.keyboard('{ArrowDown}')
  expect(chosen()).toBe(second)
  await page.user.keyboard('{ArrowDown}')
  expect(chosen()).toBe(second)
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))
  expect(place()).toBe('/exports')
  await page.user.keyboard('{ArrowUp}')
  expect(chosen()).toBe(first)
})

test('Enter pressed before the answer is there opens the first of that answer', async () => {
  const { sessionId, note } = await aNote('没人管我')
  show()
  await page.user.keyboard('/')
  await box()
  let letGo = () => {}
  page.answer('search.everywhere', async (_input, ask) => {
    await new Promise<void>((resolve) => {
      letGo = resolve
    })
    return ask()
  })
  await page.user.keyboard('管{Enter}')
  expect(place()).toBe('/exports')
  letGo()
  await waitFor(() => expect(place()).toBe(`/sessions/${sessionId}?note=${note.id}`))
})

test('people are found by initials and opened in the settings, actions act where the focus was', async () => {
  const wish = { name: '陈思远', department: '物流部', role: 'listener', employeeNumber: null, email: null } as const
  const person = await accepted(page.client.people.add(wish))
  show()
  await page.user.keyboard('/csy')
  await waitFor(() => expect(options()).toEqual(['陈思远物流部听线人']))
  expect(screen.getByText('陈思远', { selector: 'mark' })).toBeTruthy()
  await page.user.keyboard('{Enter}')
  await waitFor(() => expect(place()).toBe(`/settings?section=people&person=${person.id}`), patience)
  await page.user.click(screen.getByLabelText('field'))
  await page.user.keyboard('{Control>}k{/Control}')
  await page.user.type(await box(), '新建导出')
  await waitFor(() => expect(options()).toHaveLength(1))
  await page.user.keyboard('{Enter}')
  await waitFor(() => expect(done).toEqual(['field']), patience)
})

test('a note half done is found by its words, stands there before anything is typed, and Enter takes it up', async () => {
  const { sessionId, callId } = await aCall(page.client)
  const begun = { draftId: v7(), callId, noteId: null, kind: 'voice', text: '只记了一半，赠品', caret: 3 } as const
  await accepted(page.client.notes.storeDraft({ ...begun, offsetMs: 61_000, issueTypeId: null }))
  await accepted(page.client.sessions.end({ sessionId }))
  show()
  await page.user.keyboard('/')
  await box()
  await waitFor(() => expect(screen.getByRole('group', { name: '没写完的' })).toBeTruthy())
  await page.user.type(await box(), '赠品')
  await waitFor(() => expect(options()).toHaveLength(1))
  expect(screen.getByText('赠品', { selector: 'mark' })).toBeTruthy()
  await page.user.keyboard('{Enter}')
  await waitFor(() => expect(place()).toBe(`/review/${sessionId}`), patience)
})

test('the choice of kinds stands above the list before anything is typed, so that the list stays where it is', async () => {
  show()
  await page.user.keyboard('/')
  await box()
  expect(await screen.findByRole('button', { name: '全部', pressed: true })).toBeTruthy()
})

test('a seat is found by its number, an issue type by its sound', async () => {
  show()
  await page.user.keyboard('/3号席')
  await waitFor(() => expect(options()).toEqual(['3号席看今天的安排']))
  await page.user.keyboard('{Enter}')
  await waitFor(() => expect(place()).toMatch(/^\/seats\?day=/), patience)
  const [room] = await accepted(page.client.rooms.list({}))
  expect(wantedNow()?.seatId).toBe(room?.seats[2]?.id)
  await page.user.keyboard('{Control>}k{/Control}')
  await page.user.type(await box(), 'yhq')
  await waitFor(() => expect(options().some((option) => option?.startsWith('优惠券'))).toBe(true), patience)
  await page.user.keyboard('{Enter}')
  await waitFor(() => expect(place()).toBe('/settings?section=types&type=coupon'), patience)
})

test('what another page can do is found, named with its page, and done there as soon as it can be', async () => {
  done.length = 0
  show()
  await page.user.keyboard('/最近的改动')
  await waitFor(() => expect(options()).toEqual(['最近的改动席位H']))
  await page.user.keyboard('{Enter}')
  await waitFor(() => expect(place()).toBe('/seats'), patience)
  await waitFor(() => expect(done).toEqual(['history']), patience)
})

test('what needs something chosen first is not done there: its key is told', async () => {
  done.length = 0
  show()
  await page.user.keyboard('/取消预约')
  await waitFor(() => expect(options()).toEqual(['取消预约席位Del']))
  await page.user.keyboard('{Enter}')
  await waitFor(() => expect(place()).toBe('/seats'), patience)
  expect((await page.told('「取消预约」的键是 Del')).hint).toContain('先在席位表里选中')
  expect(done).toEqual([])
})

test('a kind without hits says how many there are in all, and Enter looks there', async () => {
  await aNote('没人管我')
  const wish = { name: '没人名', department: '', role: 'listener', employeeNumber: null, email: null } as const
  await accepted(page.client.people.add(wish))
  show()
  await page.user.keyboard('/没人')
  await waitFor(() => expect(options()).toHaveLength(2))
  await page.user.click(screen.getByRole('button', { name: '人员 1' }))
  await waitFor(() => expect(options()).toHaveLength(1))
  const field = await box()
  await page.user.clear(field)
  await page.user.type(field, '没人管')
  await screen.findByText('「全部」里有 1 条。')
  await page.user.keyboard('{Enter}')
  await waitFor(() => expect(options()).toHaveLength(1))
  expect(within(screen.getByRole('listbox')).getByRole('group').getAttribute('aria-label')).toBe('原声')
})

test('over the month beside a heading the same key opens it in the place of the month', async () => {
  function Heading() {
    const [isOpen, setIsOpen] = useState(true)
    const target = <button type="button">26</button>
    if (!isOpen) return target
    return <DatePick day="2026-11-26" onPick={() => {}} target={target} onClose={() => setIsOpen(false)} />
  }
  page.show(
    <>
      <Heading />
      <FindBox />
    </>,
  )
  await screen.findByRole('dialog', { name: '选一天' }, patience)
  await page.user.keyboard('{Control>}k{/Control}')
  await box()
  expect(screen.queryByRole('dialog', { name: '选一天' })).toBeNull()
})

test('while nothing was found yet the box says that it looks, and no more once it has', async () => {
  await aNote('没人管我')
  const { promise, resolve } = Promise.withResolvers<void>()
  page.answer('search.everywhere', async (input, ask) => {
    if ((input as { text: string }).text !== '') await promise
    return ask()
  })
  show()
  await page.user.keyboard('{Control>}k{/Control}')
  await box()
  await screen.findByRole('option', { name: /没人管/ })
  await page.user.type(await box(), '没人管')
  await screen.findByText('正在读取…')
  // What stood there before a word was typed is no answer to it.
  expect(options()).toEqual([])
  resolve()
  await screen.findByRole('option', { name: /没人管/ })
  expect(screen.queryByText('正在读取…')).toBeNull()
})

test('whoever is meant is there at once while the rest of a large archive is looked through, and Enter opens them', async () => {
  const wish = { name: '陈思远', department: '客服部', role: 'listener', employeeNumber: '1001', email: null } as const
  const { id } = await accepted(page.client.people.add(wish))
  await aNote('思远说没人管我')
  let looked = Promise.withResolvers<void>()
  const peopleFirst = async (input: unknown, ask: () => Promise<unknown>) =>
    'only' in (input as object) ? ask() : looked.promise.then(ask)
  page.answer('search.everywhere', peopleFirst)
  show()
  await page.user.keyboard('{Control>}k{/Control}')
  await page.user.type(await box(), '思远')
  await waitFor(() => expect(options().join()).toMatch(/陈思远/), patience)
  expect([options().length, screen.queryAllByText('正在读取…').length]).toEqual([1, 1])
  looked.resolve()
  await waitFor(() => expect([options().length, screen.queryAllByText('正在读取…').length]).toEqual([2, 0]), patience)
  looked = Promise.withResolvers<void>()
  await page.user.clear(await box())
  await page.user.type(await box(), '陈思')
  await waitFor(() => expect(options()).toHaveLength(1), patience)
  await page.user.keyboard('{Enter}')
  await waitFor(() => expect(place()).toBe(`/settings?section=people&person=${id}`), patience)
})
