import { screen, waitFor } from '@testing-library/react'
import { useLocation } from 'react-router'
import { v7 } from 'uuid'
import { afterEach, expect, test, vi } from 'vitest'
import { aCall, accepted } from '../../../test/builders/console.ts'
import { aClock } from '../../../test/builders/parts.ts'
import { patience } from '../../../test/builders/patience.ts'
import { seatsOf } from '../../../test/builders/rooms.ts'
import { shanghai } from '../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { wantedNow } from '../../features/seats/board/board-store.ts'
import { askFirstQuestions } from '../first-questions.ts'
import { TodayPage } from './TodayPage.tsx'

let page: TestWindow
afterEach(() => {
  vi.useRealTimers()
  return page.close()
})

function Place() {
  return <output data-testid="place">{useLocation().pathname}</output>
}
const show = () =>
  page.show(
    <>
      <TodayPage />
      <Place />
    </>,
    '/today',
  )

test('on the first day nothing is said to be done that was never begun', async () => {
  page = await aWindow()
  show()
  await screen.findByText('还没有听过线。写到一半的批注会留在这里。')
  await screen.findByText('还没有工单')
  expect(screen.queryByText('都写完了。')).toBeNull()
  expect(screen.queryByText('没有未了结的工单')).toBeNull()
})

test('later it says so truly, shows my bookings, and H opens a note left half done in its session', async () => {
  page = await aWindow({ clock: aClock() })
  const wish = { name: '林岚', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const me = await accepted(page.client.people.add(wish))
  await accepted(page.client.settings.save({ me: me.id }))
  const [seat] = await seatsOf(page.client)
  const place = { seatId: seat?.id ?? '', personId: me.id, companionId: null, purpose: 'listen' } as const
  for (const date of ['2026-09-18', '2026-09-19'])
    await accepted(
      page.client.bookings.reserve({
        ...place,
        startsAt: shanghai('14:00', date),
        endsAt: shanghai('15:00', date),
      }),
    )
  const { sessionId, callId } = await aCall(page.client)
  const words = { kind: 'voice', offsetMs: 61_000, issueTypeId: null } as const
  const note = await accepted(page.client.notes.add({ ...words, noteId: v7(), callId, text: '没人管我' }))
  await accepted(page.client.sessions.end({ sessionId }))
  const ticket = await accepted(
    page.client.tickets.open({
      ...{ title: '没人管', issueTypeId: 'coupon', priority: 3, department: '营销部', noteIds: [note.id] },
    }),
  )
  await accepted(page.client.tickets.move({ seenVersion: null, ticketId: ticket.id, action: 'reject', remark: '重复' }))
  show()
  await screen.findByText('都写完了。')
  await screen.findByText('没有未了结的工单')
  await waitFor(() => expect(screen.getAllByText('14:00–15:00')).toHaveLength(2))
  expect(screen.getByRole('link', { name: /9月19日/ }).getAttribute('href')).toBe('/seats?day=2026-09-19')

  const draft = { draftId: v7(), noteId: null, callId, caret: 0, text: '她最后说' }
  await accepted(page.client.notes.storeDraft({ ...words, ...draft }))
  await accepted(page.client.notes.dropDraft({ callId, draftId: v7() }))
  await screen.findByText(/9月18日 周五 09:00 林岚 · 第 1 通 01:01/)
  await page.user.keyboard('h')
  expect(screen.getByTestId('place').textContent).toBe(`/review/${sessionId}`)
})

test('a session that goes on is the last one, and leads back to where it is heard', async () => {
  page = await aWindow()
  const { sessionId } = await aCall(page.client)
  show()
  const row = await screen.findByRole('link', { name: /正在听/ })
  expect(row.getAttribute('href')).toBe(`/listen/${sessionId}`)
  expect(screen.queryByText(/还没有听过线/)).toBeNull()
})

test('as the first page it is drawn once, with everything that can be seen; the rest of the due tickets follows', async () => {
  page = await aWindow()
  const { callId } = await aCall(page.client)
  for (let number = 1; number <= 31; number += 1) {
    const words = { kind: 'voice', offsetMs: number, issueTypeId: null, text: '没人管我' } as const
    const { id } = await accepted(page.client.notes.add({ ...words, noteId: v7(), callId }))
    const ticket = { issueTypeId: 'coupon', priority: 3, department: '营销部' } as const
    await accepted(page.client.tickets.open({ ...ticket, noteIds: [id], title: `没人管 ${number}` }))
  }
  window.history.replaceState(null, '', '/today')
  await askFirstQuestions()
  const calls: string[] = []
  for (const name of ['tickets.list', 'tickets.issueTypes', 'sessions.current', 'sessions.list', 'bookings.upcoming'])
    page.answer(name, (_, ask) => {
      calls.push(name)
      return ask()
    })
  show()
  expect(screen.getByText('没人管 30')).toBeTruthy()
  expect(screen.getByText('回到这一场')).toBeTruthy()
  expect(await screen.findByText('没人管 31')).toBeTruthy()
  expect(calls).toEqual([])
})

test('whoever owes an hour at a seat sees the next free ones, and a press leads to the board with the form for it', async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock() })
  const wish = { name: '林岚', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const me = await accepted(page.client.people.add(wish))
  await accepted(page.client.settings.save({ me: me.id }))
  show()
  const free = await screen.findByRole('region', { name: '最近的空位' })
  await waitFor(() => expect(free.querySelectorAll('a')).toHaveLength(3), patience)
  const [first] = free.querySelectorAll('a')
  if (first === undefined) throw new Error('none is free')
  // Not one of each day: today still has some.
  expect(first.textContent).toContain('今天')
  await page.user.click(first)
  expect(screen.getByTestId('place').textContent).toBe('/seats')
  const wanted = wantedNow()
  expect(wanted?.ask?.startsAt).toBe(wanted?.startsAt)
  expect(first.textContent).toContain('号席')
})

test('whoever owes none is shown no free seats', async () => {
  page = await aWindow({ clock: aClock() })
  const wish = { name: '林岚', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const me = await accepted(page.client.people.add(wish))
  for (const duty of ['listen', 'answer'] as const)
    await accepted(
      page.client.passports.record({
        ...{ personId: me.id, duty, date: '2026-03-02', tripKind: null, place: '北京', evidence: '值班表' },
      }),
    )
  await accepted(page.client.settings.save({ me: me.id }))
  show()
  await screen.findByText(/今年还剩/)
  expect(screen.queryByRole('region', { name: '最近的空位' })).toBeNull()
})
