import { useQuery } from '@tanstack/react-query'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from '../../../shared/contract/listening/sessions.ts'
import { accepted } from '../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { useLineBoxes } from '../../features/meetings/line-box.ts'
import { watchOverLines } from '../../features/meetings/meetings.actions.ts'
import { callsOfSession } from '../../lib/common-queries.ts'
import { useConnection } from '../../lib/connection-store.ts'
import { todayIn } from '../../lib/now.ts'
import { addDays } from '../../lib/plain-dates.ts'
import { LiveListening } from '../LiveListening.tsx'
import { MeetingPage } from './MeetingPage.tsx'

let page: TestWindow
let session: Session
beforeEach(async () => {
  page = await aWindow()
  session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
})
afterEach(async () => {
  useLineBoxes.setState({ boxes: {}, sending: [], steps: {}, undone: {} })
  await page.close()
})

function Live() {
  const calls = useQuery(callsOfSession(session.id)).data
  return calls === undefined ? null : <LiveListening session={session} calls={calls} />
}
const keys = (typed: string) => page.user.keyboard(typed)
const SAVE = '{Control>}{Enter}{/Control}'
const UNDO = '{Control>}z{/Control}'
const lineField = () => screen.findByLabelText<HTMLTextAreaElement>('谁、做什么、什么时候之前')
const callId = async () => (await accepted(page.client.sessions.calls({ sessionId: session.id })))[0]?.id ?? ''
const theMeeting = async () => {
  const meeting = await accepted(page.client.meetings.ofCall({ callId: await callId() }))
  if (meeting === null) throw new Error('no meeting')
  return meeting
}
const stored = async () => (await theMeeting()).lines
const texts = async () => (await stored()).map(({ text }) => text)

/** A call with these 原声, and the meeting about it on screen: by keys alone. */
async function aMeetingAfter(...voices: readonly string[]): Promise<void> {
  page.show(
    <main id="main" tabIndex={-1}>
      <Routes>
        <Route path="/listen/:sessionId" element={<Live />} />
        <Route path="/meetings/:callId" element={<MeetingPage />} />
      </Routes>
    </main>,
    `/listen/${session.id}`,
  )
  await screen.findByLabelText('批注')
  for (const [index, voice] of voices.entries()) {
    await keys(`${voice}${SAVE}`)
    await waitFor(async () => {
      const notes = await accepted(page.client.notes.ofCall({ callId: await callId() }))
      expect(notes).toHaveLength(index + 1)
    })
  }
  await keys('{F8}')
  await lineField()
}

/** Writes a line and waits until it is on the disk, and the field free. */
async function write(line: string, count: number): Promise<void> {
  await keys(`${line}${SAVE}`)
  await waitFor(async () => expect(await stored()).toHaveLength(count))
  await waitFor(() => expect(useLineBoxes.getState().sending).toEqual([]))
}

test('who is marked among the suggestions is taken by Enter, and nothing else; a name that nobody has is taken as typed', async () => {
  const person = { department: '', role: 'listener', employeeNumber: null, email: null, joinedOn: null } as const
  await accepted(page.client.people.add({ ...person, name: '林岚' }))
  await aMeetingAfter('降价没有补差价')
  const attendees = async () => (await theMeeting()).attendees
  await keys('{Alt>}i{/Alt}林')
  await screen.findByRole('option', { name: '林岚', hidden: true })
  await keys('{Enter}')
  await waitFor(async () => expect(await attendees()).toEqual(['林岚']))
  const field = screen.getByPlaceholderText<HTMLInputElement>('姓名、首字母或拼音')
  expect(field.value).toBe('')
  await keys('李雷{Enter}')
  await waitFor(async () => expect(await attendees()).toEqual(['林岚', '李雷']))
})

test('who is spelled at once, right after somebody was picked, is marked and taken as well', async () => {
  const person = { department: '', role: 'listener', employeeNumber: null, email: null, joinedOn: null } as const
  await accepted(page.client.people.add({ ...person, name: '林岚' }))
  await accepted(page.client.people.add({ ...person, name: '王敏' }))
  await aMeetingAfter('降价没有补差价')
  await keys('{Alt>}i{/Alt}')
  for (const [spelled, name] of [
    ['lin', '林岚'],
    ['wang', '王敏'],
  ] as const) {
    fireEvent.change(screen.getByPlaceholderText('姓名、首字母或拼音'), { target: { value: spelled } })
    const option = await screen.findByRole('option', { name, hidden: true })
    await waitFor(() => expect(option.dataset.comboboxSelected).toBe('true'))
    await keys('{Enter}')
  }
  await waitFor(async () => expect((await theMeeting()).attendees).toEqual(['林岚', '王敏']))
})

test('Esc in the names leads back to the line that is being written, and from there away', async () => {
  await aMeetingAfter('降价没有补差价')
  await keys('{Alt>}i{/Alt}李雷{Enter}')
  await screen.findByText('李雷')
  await keys('{Escape}')
  expect(document.activeElement).toBe(await lineField())
  await keys('{Escape}')
  await screen.findByLabelText('批注')
})

test('tomorrow is the day after today where the meeting is held', async () => {
  // It is never the same day in both, nor in both the day of the house.
  const zones = ['Pacific/Pago_Pago', 'Pacific/Kiritimati']
  const elsewhere = zones.find((timeZone) => todayIn({ timeZone }) !== todayIn({ timeZone: 'Asia/Shanghai' }))
  page.answer('meetings.minutes', async (_, ask) => {
    const told = (await ask()) as { value: object }
    return { ...told, value: { ...told.value, heardZone: elsewhere } }
  })
  await aMeetingAfter('降价没有补差价')
  await write('@李雷 补差价 明天前', 1)
  expect((await stored())[0]?.dueOn).toBe(addDays(todayIn({ timeZone: elsewhere ?? '' }), 1))
})

test('F8, three lines, closed into two tickets and a decision, and all of it taken back: by keys alone', async () => {
  await aMeetingAfter('降价没有补差价', '退款页文案看不懂')
  await write('@李雷 补差价 明天前', 1)
  await write('@韩梅梅 改退款页文案', 2)
  await write('以后降价前一天通知坐席', 3)
  await keys('{Alt>}c{/Alt}')
  const dialog = await screen.findByRole('dialog')
  // The third as a ticket lacks the customer's words: it is made a decision again.
  await keys('jj')
  await keys('t')
  await within(dialog).findByText(/还没有引用原声/)
  // The key that ends it leads to the line that lacks something, which says so aloud.
  await keys(`kk${SAVE}`)
  expect((await within(dialog).findByRole('alert')).textContent).toMatch(/还没有引用原声/)
  expect(document.activeElement?.closest('li')).toBe(within(dialog).getAllByRole('listitem').at(-1))
  await keys('d')
  await waitFor(() => expect(within(dialog).queryByText(/还没有引用原声/)).toBeNull())
  await keys(SAVE)
  await page.told('开出 2 张工单')
  expect((await stored()).map(({ ownerName, outcome }) => [ownerName, outcome?.what, outcome?.ticket?.number])).toEqual(
    [
      ['李雷', 'ticket', 1],
      ['韩梅梅', 'ticket', 2],
      [null, 'decision', undefined],
    ],
  )

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByRole('timer').ariaLabel).toBe('现场会开了多久')
  await keys(UNDO)
  await page.told('工单已收回')
  expect(screen.getByRole('timer').ariaLabel).toBe('现场会剩余时间')
  expect((await stored()).map(({ text, outcome }) => [text, outcome])).toEqual([
    ['补差价', null],
    ['改退款页文案', null],
    ['以后降价前一天通知坐席', null],
  ])
})

test('a line that is half written as the meeting is closed is part of it, a new one and the change of one', async () => {
  await aMeetingAfter('降价没有补差价')
  await write('以后降价前一天通知坐席', 1)
  await keys('@李雷 补差价{Alt>}c{/Alt}')
  const dialog = await screen.findByRole('dialog')
  await within(dialog).findByText('补差价')
  await keys('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect((await lineField()).value).toBe('')
  await keys('{Alt>}{ArrowUp}{/Alt}，并回电{Alt>}c{/Alt}')
  await waitFor(async () => expect(await texts()).toEqual(['以后降价前一天通知坐席', '补差价，并回电']))
  await waitFor(() => expect(screen.getByRole('button', { name: /^办成并结束/ }).hasAttribute('disabled')).toBe(false))
  await keys(SAVE)
  await page.told('开出 1 张工单')
  expect((await stored()).map(({ outcome }) => outcome?.what)).toEqual(['decision', 'ticket'])
  expect(await accepted(page.client.meetings.halfDone({}))).toEqual([])
})

test('a meeting is not closed over a line that did not reach the disk, and says what of it says nothing yet', async () => {
  await aMeetingAfter('降价没有补差价')
  page.answer('meetings.addLine', async () => {
    throw new Error('connection lost')
  })
  await keys('补差价{Alt>}c{/Alt}')
  const dialog = await screen.findByRole('dialog')
  await within(dialog).findByText(/还有 1 行没存上/)
  await keys(SAVE)
  expect((await theMeeting()).closedAt).toBeNull()
  page.answerNoMore('meetings.addLine')
  await page.user.click(within(dialog).getByRole('button', { name: '没存上，再存一次' }))
  await within(dialog).findByText('补差价')
  await keys('{Escape}@李雷{Alt>}c{/Alt}')
  await within(await screen.findByRole('dialog')).findByText(/输入框里的还没存上/)
})

test('a meeting that somebody else closed meanwhile says so in the dialog, and is offered to be closed no more until a line is open', async () => {
  await aMeetingAfter('降价没有补差价')
  await write('以后降价前一天通知坐席', 1)
  await keys('{Alt>}c{/Alt}')
  const dialog = await screen.findByRole('dialog')
  const { id: meetingId, lines } = await theMeeting()
  const settled = lines.map(({ id: lineId }) => ({ lineId, as: 'decision' as const }))
  await accepted(
    page.client.meetings.close({ callId: await callId(), meetingId, closeId: v7(), ranMs: 1, lines: settled }),
  )
  await within(dialog).findByText('这场现场会已经结束，每一行都定了。')
  expect(within(dialog).queryByRole('button', { name: /^办成并结束/ })).toBeNull()
  await page.user.click(within(dialog).getByRole('button', { name: '关上' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /^结束现场会/ })).toBeNull())
  await page.user.click(await lineField())
  await write('再发一次通知', 2)
  await screen.findByRole('button', { name: /^结束现场会/ })
  await screen.findByText(/^会已结束，有新记的行：再结束一次/)
})

test('a line that a hub took is half done at this desk no more, also one that was changed', async () => {
  await aMeetingAfter('降价没有补差价')
  const halfDone = async () => (await accepted(page.client.meetings.halfDone({}))).map(({ text }) => text)
  // A hub has no draft that it could forget: the desk has it still.
  for (const call of ['meetings.addLine', 'meetings.editLine'])
    page.answer(call, async (input, ask) => {
      const answer = await ask()
      const { draftId, meetingId } = input as { draftId: string | null; meetingId: string }
      const half = { meetingId, lineId: null, seenVersion: null, caret: 0 }
      if (draftId !== null) await accepted(page.client.meetings.storeDraft({ ...half, draftId, text: '写了一半' }))
      return answer
    })
  await write('补差价', 1)
  await waitFor(async () => expect(await halfDone()).toEqual([]))
  await keys('{Alt>}{ArrowUp}{/Alt}')
  const field = await screen.findByDisplayValue<HTMLTextAreaElement>('补差价')
  await page.user.type(field, '给客户')
  await waitFor(async () => expect(await halfDone()).toEqual(['补差价给客户']))
  await keys(SAVE)
  await waitFor(async () => expect(await texts()).toEqual(['补差价给客户']))
  await waitFor(async () => expect(await halfDone()).toEqual([]))
})

test('Enter that picks a candidate of an input method saves no line, picks no name and moves nowhere', async () => {
  await aMeetingAfter('降价没有补差价')
  await accepted(
    page.client.meetings.setAttendees({
      ...{ callId: await callId(), meetingId: (await theMeeting()).id, seenVersion: null },
      attendees: ['李雷', '李磊'],
    }),
  )
  const field = await lineField()
  fireEvent.compositionStart(field)
  fireEvent.change(field, { target: { value: '@李', selectionStart: 2 } })
  await screen.findByRole('option', { name: '李雷' })
  // As browsers tell of keys that an input method takes for itself, and of those that it passes on.
  for (const key of [{ keyCode: 229 }, { isComposing: true }])
    for (const pressed of ['Enter', 'Tab', 'ArrowDown', 'Escape'])
      expect(fireEvent.keyDown(field, { key: pressed, ...key })).toBe(true)
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true, isComposing: true })
  expect(field.value).toBe('@李')
  screen.getByRole('option', { name: '李雷', selected: true })
  fireEvent.compositionEnd(field)
  fireEvent.keyDown(field, { key: 'ArrowDown' })
  fireEvent.keyDown(field, { key: 'Enter' })
  await waitFor(() => expect(field.value).toBe('@李磊 '))
  expect(await stored()).toEqual([])
})

test('the window does not close on a line that is on its way, and the line is sent again when the connection is back', async () => {
  await aMeetingAfter('降价没有补差价')
  const stop = watchOverLines()
  const close = () => {
    const event = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(event)
    return event.defaultPrevented ? 'asked' : 'closed'
  }
  expect(close()).toBe('closed')
  page.answer('meetings.addLine', async () => {
    throw new Error('connection lost')
  })
  await keys(`补差价${SAVE}`)
  await screen.findByRole('button', { name: '没存上，再存一次' })
  expect(close()).toBe('asked')
  page.answerNoMore('meetings.addLine')
  useConnection.setState({ state: 'reconnecting', failedTries: 1 })
  useConnection.setState({ state: 'open', failedTries: 0 })
  await waitFor(async () => expect(await texts()).toEqual(['补差价']))
  await waitFor(() => expect(close()).toBe('closed'))
  stop()
})

test('minutes that were read before their call was sealed come onto no paper, nor does the page', async () => {
  await aMeetingAfter('降价没有补差价')
  await write('补差价', 1)
  const printed = () => {
    act(() => void window.dispatchEvent(new Event('beforeprint')))
    const paper = document.querySelector('[data-printed]')?.textContent ?? 'the page'
    act(() => void window.dispatchEvent(new Event('afterprint')))
    return paper
  }
  await waitFor(() => expect(printed()).toMatch(/现场会纪要.*降价没有补差价.*补差价/))
  const raised = { caseId: v7(), callId: await callId(), origin: 'key', grade: null, evidence: null } as const
  await accepted(page.client.lifeChannel.raise({ ...raised, raisedAt: '2026-09-18T01:00:00.000Z' }))
  await waitFor(() => expect(printed()).toMatch(/这一页不打印/))
  expect(printed()).not.toContain('补差价')
})

test('a line half done waits in the tray of the seat, and one key goes on with it', async () => {
  await aMeetingAfter('降价没有补差价')
  await keys('@李雷 补')
  await waitFor(async () => expect(await accepted(page.client.meetings.halfDone({}))).toHaveLength(1))
  await keys('{F8}')
  await screen.findByText('第 1 通的现场会')
  await keys('{Alt>}h{/Alt}')
  expect((await lineField()).value).toBe('@李雷 补')
})

test('two names typed in a row are both there; one that somebody else came before waits in the field, with what they made of it on the screen', async () => {
  await aMeetingAfter('降价没有补差价')
  const names = async () => (await theMeeting()).attendees
  const field = await screen.findByPlaceholderText<HTMLInputElement>('姓名、首字母或拼音')
  await page.user.click(field)
  await keys('李雷{Enter}韩梅梅{Enter}')
  await waitFor(async () => expect(await names()).toEqual(['李雷', '韩梅梅']))
  page.answer('meetings.setAttendees', async (_, ask) => {
    page.answerNoMore('meetings.setAttendees')
    const of = { callId: await callId(), meetingId: (await theMeeting()).id }
    await accepted(page.client.meetings.setAttendees({ ...of, seenVersion: null, attendees: ['韩梅梅', '周宁'] }))
    return ask()
  })
  await keys('吴迪{Enter}')
  await page.told('改了与会人')
  expect(field.value).toBe('吴迪')
  await screen.findByRole('button', { name: '去掉 周宁' })
  expect(await names()).toEqual(['韩梅梅', '周宁'])
  await keys('{Enter}')
  await waitFor(async () => expect(await names()).toEqual(['韩梅梅', '周宁', '吴迪']))
})
