import { useQuery } from '@tanstack/react-query'
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, accepted, aNoteIn } from '../../test/builders/console.ts'
import { patience } from '../../test/builders/patience.ts'
import { aReviewDesk } from '../../test/builders/review-desk.tsx'
import { aMember } from '../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { SessionCalls } from '../features/listening/sessions/SessionCalls.tsx'
import { notesOfSession } from '../features/review/review.queries.ts'
import { halfDoneTicket } from '../features/review/review-desk.ts'
import { callsOfSession } from '../lib/common-queries.ts'
import { queryClient } from '../lib/query-client.ts'
import { ReviewDesk } from './ReviewDesk.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow()
})
afterEach(() => page.close())

const aDesk = (text?: string) => aReviewDesk(page, text)

test('a ticket refused for want of its type: the digit the form asks for chooses it, and the title stays', async () => {
  await (await aDesk('没人管我')).show()
  const title = await screen.findByLabelText<HTMLTextAreaElement>('标题')
  await page.user.keyboard('jx')
  title.focus()
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText('选一个问题类型，时限由它决定')
  await page.user.keyboard('3')
  expect(title.value).toBe('没人管我')
  await screen.findByDisplayValue(/配送安装/)
})

test('what was typed for a ticket goes with the notes it was about once their call is sealed and over, also where the desk was left; until then nothing of the page is printed', async () => {
  const { callId, sessionId, show } = await aDesk()
  await show()
  await page.user.keyboard('jx')
  await page.user.type(await screen.findByLabelText('标题'), '三月的货')
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(page.client.lifeChannel.raise({ ...raised, raisedAt: '2026-09-18T01:00:00.000Z' }))
  await act(() => queryClient.invalidateQueries({ queryKey: ['lifeChannel'] }))
  const isSealed = () => queryClient.getQueryData(['lifeChannel', 'sealedCalls', sessionId])
  await waitFor(() => expect(isSealed()).toHaveLength(1), patience)
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  await screen.findByText('这一页不打印')
  act(() => void window.dispatchEvent(new Event('afterprint')))
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await page.told('这通电话已封存，里面的话不能开工单')
  const session = await accepted(page.client.sessions.current({}))
  if (session === null) throw new Error('no session')
  cleanup()
  await accepted(page.client.sessions.endCall({ callId }))
  page.show(<ReviewDesk session={session} calls={[]} notes={[]} />)
  await waitFor(() => expect(halfDoneTicket()).toBeNull(), patience)
  expect(screen.queryByDisplayValue(/三月的货/)).toBeNull()
})

test('a note that is open to be changed goes from the screen once its call is sealed and over', async () => {
  const { callId, sessionId } = await aDesk()
  const session = await accepted(page.client.sessions.current({}))
  if (session === null) throw new Error('no session')
  function Desk() {
    const calls = useQuery(callsOfSession(sessionId)).data
    const notes = useQuery(notesOfSession(sessionId)).data
    return calls && notes && session ? <ReviewDesk session={session} calls={calls} notes={notes} /> : null
  }
  page.show(<Desk />)
  await screen.findByRole('option', { name: /3月买的/ })
  await page.user.keyboard('je')
  await page.user.type(await screen.findByLabelText('文字'), '，没人管')
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(page.client.lifeChannel.raise({ ...raised, raisedAt: '2026-09-18T01:00:00.000Z' }))
  await accepted(page.client.sessions.endCall({ callId }))
  // Whoever writes there may be finishing a sentence.
  await waitFor(() => expect(queryClient.getQueryData(notesOfSession(sessionId).queryKey)).toEqual([]), patience)
  await page.user.keyboard('，门锁着')
  expect(screen.getByLabelText<HTMLTextAreaElement>('文字').value).toContain('，没人管，门锁着')
  act(() => (document.activeElement as HTMLElement).blur())
  await waitFor(() => expect(document.body.textContent).not.toContain('没人管'), patience)
  const said = JSON.stringify(
    await accepted(page.client.lifeChannel.readSealed({ readingId: v7(), caseId: raised.caseId, reason: '查一下' })),
  )
  expect(said).toContain('3月买的还没到')
  // That it was heard is told all the same, and where its words are.
  await screen.findByText(/^第 1 通已封存/)
  const calls = await accepted(page.client.sessions.calls({ sessionId }))
  // Nobody but whose session it is reads that a case was in it.
  cleanup()
  page.show(<ReviewDesk session={{ ...session, listenerId: v7() }} calls={calls} notes={[]} />)
  await screen.findByText('这一场没有批注')
  expect(screen.queryByText(/已封存/)).toBeNull()
  // Nor where several desks share what was heard, at one where nobody sits: a walk-up is nobody's.
  cleanup()
  page.answer('team.status', async () => ({ ok: true, value: aMember() }))
  await queryClient.refetchQueries({ queryKey: ['team', 'status'] })
  page.show(<ReviewDesk session={session} calls={calls} notes={[]} />)
  await screen.findByText('这一场没有批注')
  expect(screen.queryByText(/已封存/)).toBeNull()
})

test('a call of silver-hair service says so above its notes, and no more once the mark is taken away', async () => {
  const { callId, sessionId, show } = await aDesk()
  const isRead = (mark: string) =>
    waitFor(
      () => expect(queryClient.getQueryData(['silverHair', 'ofSession', sessionId])).toMatchObject([{ mark }]),
      patience,
    )
  await accepted(page.client.silverHair.mark({ callId, mark: 'marked', origin: 'key' }))
  await show()
  await isRead('marked')
  await screen.findByRole('group', { name: '第 1 通 · 银发' })
  await accepted(page.client.silverHair.mark({ callId, mark: 'unmarked', origin: 'key' }))
  await act(() => queryClient.invalidateQueries({ queryKey: ['silverHair'] }))
  await isRead('unmarked')
  await screen.findByRole('group', { name: '第 1 通' })
})

test('a deadline that cannot be had now is not put down to a type that is chosen', async () => {
  page.answer('tickets.proposeDeadline', async () => ({
    ok: false,
    code: 'offline',
    detail: { since: '2026-09-18T02:42:00.000Z' },
  }))
  await (await aDesk()).show()
  await screen.findByText('选了问题类型就有')
  await page.user.keyboard('x3')
  await screen.findByText('现在算不出，生成时就有')
})

test('a type that the words suggest is proposed and named a guess until one is chosen', async () => {
  await (await aDesk('送货一直没到')).show()
  await page.user.keyboard('jx')
  await screen.findByDisplayValue(/配送安装/)
  screen.getByText('按原话猜的')
  await page.user.keyboard('3')
  await waitFor(() => expect(screen.queryByText('按原话猜的')).toBeNull(), patience)
  screen.getByDisplayValue(/配送安装/)
})

test('before any walking the first note is meant, and the ticket takes its words', async () => {
  await (await aDesk()).show()
  await page.user.keyboard('x')
  expect(screen.getByRole('option', { name: /3月买的还没到/ }).ariaSelected).toBe('true')
  expect((await screen.findByLabelText<HTMLTextAreaElement>('标题')).value).toBe('3月买的还没到')
})

test('Esc goes from the title back to the notes with what was typed; once more it clears. A title left empty is proposed again', async () => {
  await (await aDesk()).show()
  const title = await screen.findByLabelText<HTMLTextAreaElement>('标题')
  await page.user.keyboard('jxt')
  expect(document.activeElement).toBe(title)
  await page.user.keyboard('别处买的{Escape}')
  expect(document.activeElement).toBe(screen.getByRole('listbox'))
  expect(title.value).toBe('别处买的')
  await page.user.clear(title)
  expect(title.value).toBe('')
  await page.user.keyboard('{Escape}')
  expect(title.value).toBe('3月买的还没到')
  await page.user.keyboard('t别处{Escape}{Escape}')
  expect(title.value).toBe('3月买的还没到')
  expect(screen.getByRole('option', { name: /3月买的还没到/ }).ariaSelected).toBe('false')
  const told = await page.told('写了一半的工单已清空')
  act(() => told.undo?.())
  expect(title.value).toBe('别处')
})

test('a ticket half written waits where the desk was left, with its notes', async () => {
  const desk = await aDesk()
  const { unmount } = await desk.show()
  await page.user.keyboard('jxt别处{Escape}3')
  unmount()
  await page.told('「生成工单」还没做完')
  await desk.show()
  expect((await screen.findByLabelText<HTMLTextAreaElement>('标题')).value).toBe('别处')
  expect(screen.getByRole('option', { name: /3月买的还没到/ }).ariaSelected).toBe('true')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await page.told('ES-000001')
})

test('a note in a ticket, and a call of nothing else, are not chosen, and it is said why', async () => {
  const { callId, show } = await aDesk()
  const [note] = await accepted(page.client.notes.ofCall({ callId }))
  const wish = { title: '没到', issueTypeId: 'delivery', priority: 3, department: '物流部' } as const
  await accepted(page.client.tickets.open({ ...wish, noteIds: [note?.id ?? ''] }))
  await show(await accepted(page.client.notes.ofCall({ callId })))
  await page.user.keyboard('x')
  await page.told('这条已写进工单 ES-000001')
  await page.user.keyboard('c')
  await page.told('这一通的批注都已写进工单')
  expect(screen.getByRole('option', { name: /3月买的还没到/ }).ariaSelected).toBe('false')
})

test('a change that was not saved lies on the disk, masked; the dialog goes on from it and says what is missing', async () => {
  const { callId, show } = await aDesk()
  const { unmount } = await show()
  const words = () => screen.findByLabelText<HTMLTextAreaElement>('文字')
  const drafts = async () => (await accepted(page.client.notes.drafts({ callId }))).map(({ text }) => text)
  await page.user.keyboard('je')
  expect((await words()).value).toBe('3月买的还没到')
  await page.user.type(await words(), '，电话1381234')
  await waitFor(async () => expect(await drafts()).toEqual(['3月买的还没到，电话138****']))
  unmount()
  // Somebody else changes it meanwhile.
  const [note] = await accepted(page.client.notes.ofCall({ callId }))
  const theirs = {
    noteId: note?.id ?? '',
    kind: 'voice',
    text: '3月买的还没到！',
    issueTypeId: null,
    seenVersion: null,
  } as const

  await show([await accepted(page.client.notes.edit(theirs))])
  await page.user.keyboard('je')
  expect((await words()).value).toBe('3月买的还没到，电话138****')
  screen.getByText('这条改到一半没存下，文字都在，接着改。')
  screen.getByText(/星号是没存下的部分/)
  await page.user.clear(await words())
  await page.user.type(await words(), '到了')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  const mine = await screen.findByRole('button', { name: /用我的/ })
  expect(await accepted(page.client.notes.ofCall({ callId }))).toMatchObject([{ text: '3月买的还没到！' }])
  await waitFor(() => expect(mine.ariaBusy).not.toBe('true'))
  await page.user.click(mine)
  await waitFor(() => expect(screen.queryByLabelText('文字')).toBe(null))
  expect(await accepted(page.client.notes.ofCall({ callId }))).toMatchObject([{ text: '到了' }])
  expect(await drafts()).toEqual([])
})

test('the first half-done note is gone on with by a key, also out of the title', async () => {
  await (await aDesk()).show()
  await page.user.keyboard('je')
  await page.user.type(await screen.findByLabelText('文字'), '了')
  await page.user.keyboard('{Escape}')
  await screen.findByRole('button', { name: /^接着写/ })
  screen.getByLabelText('标题').focus()
  await page.user.keyboard('{Alt>}h{/Alt}')
  expect((await screen.findByLabelText<HTMLTextAreaElement>('文字')).value).toBe('3月买的还没到了')
})

test('over a change of another window the dialog keeps the words, says who changed what, and shows theirs', async () => {
  const { callId, sessionId } = await aDesk()
  const session = await accepted(page.client.sessions.current({}))
  const calls = await accepted(page.client.sessions.calls({ sessionId }))
  const Live = () => {
    const notes = useQuery(notesOfSession(sessionId)).data ?? []
    return session === null ? null : <ReviewDesk session={session} calls={calls} notes={notes} />
  }
  page.show(<Live />)
  await screen.findByRole('option', { name: /3月买的还没到/ })
  await page.user.keyboard('je')
  const words = await screen.findByLabelText<HTMLTextAreaElement>('文字')
  await page.user.type(words, '，我改的')
  const [note] = await accepted(page.client.notes.ofCall({ callId }))
  const theirs = { noteId: note?.id ?? '', kind: 'risk', text: '她改的', issueTypeId: null } as const
  await accepted(page.client.notes.edit({ ...theirs, seenVersion: null }))
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByText(/^另一个窗口 \d\d:\d\d 改了类别和原话。你写的还在。/)
  expect(words.value).toBe('3月买的还没到，我改的')
  expect(await accepted(page.client.notes.drafts({ callId }))).toMatchObject([{ text: '3月买的还没到，我改的' }])
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('风险').checked).toBe(true))
  await page.user.click(screen.getByRole('button', { name: '看对方的' }))
  expect(words.value).toBe('她改的')
  await page.user.click(screen.getByRole('button', { name: '换回我的' }))
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(screen.queryByLabelText('文字')).toBe(null))
  expect(await accepted(page.client.notes.ofCall({ callId }))).toMatchObject([
    { text: '3月买的还没到，我改的', kind: 'risk' },
  ])
  expect(await accepted(page.client.notes.drafts({ callId }))).toEqual([])
})

test('what was masked in a note is told where it happened, in the review and in the session as it was', async () => {
  const { sessionId, callId } = await aCall(page.client)
  const note = await aNoteIn(page.client, callId, 1, '电话 13812345678 没人接')
  const session = await accepted(page.client.sessions.current({}))
  if (session === null) throw new Error('no session')
  const calls = await accepted(page.client.sessions.calls({ sessionId }))
  const shown = { noteId: null, callId: null }
  page.show(
    <>
      <ReviewDesk session={session} calls={calls} notes={[note]} />
      <SessionCalls
        place={{ language: 'zh', timeZone: 'Asia/Shanghai' }}
        calls={calls}
        notes={[note]}
        drafts={[]}
        types={[]}
        shown={shown}
        sealed={new Set()}
        silver={new Set()}
        gone={new Set()}
      />
    </>,
  )
  const signs = () => [...document.querySelectorAll('[data-kind-words]')].map((sign) => sign.textContent)
  await waitFor(() => expect(signs()).toEqual(['138****5678', '138****5678']))
  expect(document.querySelector('[data-kind-words]')?.getAttribute('data-kind-words')).toBe('手机号')
})

test('in the list Home and End lead to the first note and the last', async () => {
  const { callId, show } = await aDesk()
  const notes = [await aNoteIn(page.client, callId, 2, '第二条'), await aNoteIn(page.client, callId, 3, '第三条')]
  const [first] = await accepted(page.client.notes.ofCall({ callId }))
  if (first === undefined) throw new Error('no note')
  await show([first, ...notes])
  const list = screen.getByRole('listbox')
  const shown = () => document.getElementById(list.getAttribute('aria-activedescendant') ?? '')?.textContent ?? ''
  await page.user.keyboard('{End}')
  expect(shown()).toContain('第三条')
  await page.user.keyboard('{Home}')
  expect(shown()).toContain('3月买的还没到')
  await page.user.keyboard('{ArrowDown}')
  expect(shown()).toContain('第二条')
})

test('however many calls are sealed and notes half done, they take a line and two rows, and the others are there for whoever asks', async () => {
  const { sessionId, callId } = await aDesk()
  for (const place of [1, 2, 3, 4]) {
    const about = { callId, noteId: null, kind: 'voice', issueTypeId: null, caret: 0 } as const
    await accepted(
      page.client.notes.storeDraft({ ...about, draftId: v7(), text: `半句${place}`, offsetMs: place * 1000 }),
    )
  }
  for (const reference of ['A', 'B']) {
    const { id } = await accepted(page.client.sessions.nextCall({ sessionId, reference }))
    await accepted(page.client.sessions.endCall({ callId: id }))
    const raised = { caseId: v7(), callId: id, origin: 'key', grade: null, evidence: null } as const
    await accepted(page.client.lifeChannel.raise({ ...raised, raisedAt: '2026-09-18T01:00:00.000Z' }))
  }
  const session = await accepted(page.client.sessions.current({}))
  if (session === null) throw new Error('no session')
  const calls = await accepted(page.client.sessions.calls({ sessionId }))
  const notes = await accepted(page.client.notes.ofSession({ sessionId }))
  page.show(<ReviewDesk session={session} calls={calls} notes={notes} />)
  await screen.findByText(/^2 通已封存/, {}, patience)
  expect(screen.queryByText(/第 2、3 通/)).toBeNull()
  await page.user.click(screen.getByRole('button', { name: '哪几通' }))
  await screen.findByText(/第 2、3 通/)
  const rows = () => screen.getAllByText(/^半句/).length
  await waitFor(() => expect(rows()).toBe(2), patience)
  await page.user.click(screen.getByRole('button', { name: '还有 2 条没写完' }))
  expect(rows()).toBe(4)
  await page.user.click(screen.getByRole('button', { name: '收起' }))
  expect(rows()).toBe(2)
})
