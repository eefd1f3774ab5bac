import { useQuery } from '@tanstack/react-query'
import { screen, waitFor, within } from '@testing-library/react'
import { useLocation } from 'react-router'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Session } from '../../shared/contract/listening/sessions.ts'
import { accepted } from '../../test/builders/console.ts'
import { patience } from '../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { conversationOfCall } from '../features/listening/conversation/conversations.queries.ts'
import { CallDesk } from '../features/listening/desk/CallDesk.tsx'
import { useNoteBoxes } from '../features/listening/notes/note-box.ts'
import { notesOfCall } from '../features/listening/notes/notes.queries.ts'
import { clearDesk, useReviewDesk } from '../features/review/review-desk.ts'
import { callsOfSession } from '../lib/common-queries.ts'
import { queryClient } from '../lib/query-client.ts'
import { LiveListening } from './LiveListening.tsx'

let page: TestWindow
let session: Session

function Live() {
  const calls = useQuery(callsOfSession(session.id)).data
  return calls === undefined ? null : <LiveListening session={session} calls={calls} />
}

beforeEach(async () => {
  useNoteBoxes.setState({ boxes: {}, sending: [] })
  clearDesk()
  page = await aWindow()
  session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
})
afterEach(() => page.close())

const theBox = () => screen.findByLabelText<HTMLTextAreaElement>('批注')

describe('what the call comes to', () => {
  const desk = () => screen.findByRole('region', { name: '这一通会带来什么' })
  const aNote = async (callId: string, text: string, issueTypeId: string | null = null) =>
    accepted(page.client.notes.add({ noteId: v7(), callId, kind: 'voice', text, offsetMs: 0, issueTypeId }))
  const aCallWith = async (reference: string | null) =>
    accepted(page.client.sessions.nextCall({ sessionId: session.id, reference }))

  function Places() {
    const { pathname, search } = useLocation()
    return <output data-testid="place">{pathname + search}</output>
  }
  const place = () => screen.getByTestId('place').textContent

  test('is said from what is there: tickets to be with what they need, kinds of masks, calls before with the reference', async () => {
    const before = await aCallWith('CC-7')
    const quoted = await aNote(before.id, '没人管我')
    await accepted(
      page.client.tickets.open({
        ...{ title: '没人管', issueTypeId: 'service_policy', priority: 3, department: '客户服务部' },
        noteIds: [quoted.id],
      }),
    )
    const now = await aCallWith('CC-7')
    await aNote(now.id, '优惠券用不了，打 13812345678 没人接')
    await aNote(now.id, '好')
    page.show(<Live />)
    const shown = within(await desk())
    const lines = async (name: string) =>
      within(await shown.findByRole('region', { name }))
        .getAllByRole('button')
        .map((row) => row.textContent)
    await waitFor(async () => expect(await lines('会成的工单')).toHaveLength(2))
    expect(await lines('会成的工单')).toEqual([
      expect.stringMatching(/优惠券.*原声 1 · 共 1 条.*优惠券用不了，打 138\*{4}5678 没人接/),
      expect.stringMatching(/还没定类型.*还缺问题类型.*好/),
    ])
    // What needs something yet makes no ticket.
    expect(shown.getByRole('heading', { name: /会成的工单/ }).textContent).toBe('会成的工单1 · 还不成的 1')
    const masked = () => shown.getByRole('region', { name: '脱敏' }).textContent
    await waitFor(() => expect(masked()).toBe('脱敏批注手机号 1'), patience)
    await waitFor(async () => expect((await lines('同一来电参考'))[0]).toMatch(/1 条批注.*#?1.*没人管.*待认领/))
  })

  test('nothing is said to be unmasked before the conversation is read as well', async () => {
    const call = await aCallWith(null)
    await aNote(call.id, '好')
    await queryClient.fetchQuery(notesOfCall(call.id))
    page.show(<CallDesk call={call} onMakeTicket={() => {}} onOpenCall={() => {}} stateOf={() => ''} />)
    const shown = within(await desk())
    await shown.findByText('好', undefined, patience)
    const masked = () => shown.getByRole('region', { name: '脱敏' }).textContent
    expect(masked()).toBe('脱敏')
    await queryClient.fetchQuery(conversationOfCall(call.id))
    await waitFor(() => expect(masked()).not.toBe('脱敏'), patience)
  })

  test('one key opens the review with the notes of the first that is ready', async () => {
    const call = await aCallWith(null)
    await aNote(call.id, '好')
    const voice = await aNote(call.id, '优惠券用不了')
    page.show(
      <>
        <Places />
        <Live />
      </>,
    )
    await screen.findByText('优惠券用不了', { selector: '[data-desk-row] *' })
    await page.user.keyboard('{Alt>}g{/Alt}')
    await waitFor(() => expect(place()).toBe(`/review/${session.id}`))
    expect(useReviewDesk.getState()).toMatchObject({ chosen: [voice.id], typed: {} })
  })

  test('an earlier call of another session opens in its place by keys, one of this session here', async () => {
    await aCallWith('CC-7')
    await accepted(page.client.sessions.end({ sessionId: session.id }))
    const old = session
    session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
    const here = await aCallWith('CC-7')
    await aCallWith('CC-7')
    page.show(
      <>
        <Places />
        <Live />
      </>,
    )
    await waitFor(async () => expect(within(await desk()).getAllByText('没有工单')).toHaveLength(2))
    await page.user.keyboard('{Alt>}v{/Alt}{Enter}')
    await waitFor(() => expect(place()).toBe(`/?call=${here.id}`))
    await waitFor(async () => expect(within(await desk()).getAllByText('没有工单')).toHaveLength(2))
    await page.user.keyboard('{Alt>}v{/Alt}{ArrowDown}{Enter}')
    await waitFor(() => expect(place()).toMatch(`/sessions/${old.id}?call=`))
  })

  test('folds to one line by a key, and is folded the next time', async () => {
    await aNote((await aCallWith(null)).id, '优惠券用不了')
    page.show(<Live />)
    await screen.findByText('优惠券用不了', { selector: '[data-desk-row] *' })
    await page.user.keyboard('{Alt>}b{/Alt}')
    await waitFor(async () => expect((await desk()).textContent).toContain('会成 1 张工单 · 脱敏 0 处'))
    expect(screen.queryByRole('region', { name: '脱敏' })).toBeNull()
    expect((await accepted(page.client.settings.get({}))).isCallDeskFolded).toBe(true)
  })

  test('holds up no save: nothing of it is drawn while somebody writes on', async () => {
    const call = await aCallWith(null)
    page.show(<Live />)
    await screen.findByText(/还没有批注。存下的批注会按问题类型归到这里/)
    const box = await theBox()
    await page.user.type(box, '优惠券用不了')
    await page.user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(async () => expect(await accepted(page.client.notes.ofCall({ callId: call.id }))).toHaveLength(1))
    expect(document.querySelector('[data-desk-row]')).toBeNull()
    await screen.findByText('优惠券用不了', { selector: '[data-desk-row] *' })
  })
})

describe('the lag taken off each mark', () => {
  const taught = async () => {
    const lagSamples = [1, 2, 3].map(() => ({ noteId: v7(), usedMs: 0, lagMs: 1_500 }))
    await accepted(page.client.settings.save({ lagSamples }))
  }

  test('is shown with why, and one key takes nothing off any more, or again', async () => {
    await taught()
    page.show(<Live />)
    const shown = await screen.findByRole('button', { name: /−1\.5 秒/ })
    expect([shown.textContent, shown.ariaPressed]).toEqual([expect.stringMatching(/按 3 次校正/), 'true'])
    await page.user.keyboard('{Alt>}j{/Alt}')
    await page.told('不再提前')
    await waitFor(() => expect(shown.ariaPressed).toBe('false'))
    await page.user.keyboard('{Alt>}j{/Alt}')
    await page.told('又提前 1.5 秒')
    await waitFor(() => expect(shown.ariaPressed).toBe('true'))
  })

  test('can be forgotten from there, and that taken back', async () => {
    await taught()
    page.show(<Live />)
    await screen.findByRole('button', { name: /−1\.5 秒/ })
    await page.user.keyboard('{Alt>}j{/Alt}')
    ;(await page.told('不再提前')).action?.run()
    const told = await page.told('已忘掉')
    await waitFor(() => expect(screen.queryByRole('button', { name: /−1\.5 秒/ })).toBeNull())
    told.undo?.()
    await screen.findByRole('button', { name: /−1\.5 秒/ })
  })
})

test('of very many notes half done a few are shown, and the others to whoever asks', async () => {
  const { id: callId } = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  const begin = (text: string) =>
    accepted(
      page.client.notes.storeDraft({
        ...{ callId, noteId: null, kind: 'voice', issueTypeId: null, caret: 0, offsetMs: 0 },
        ...{ draftId: v7(), text },
      }),
    )
  for (const place of [1, 2, 3, 4, 5, 6, 7]) await begin(`半句${place}`)
  await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await screen.findByText(/半句7/)
  expect(screen.queryAllByText(/^半句/)).toHaveLength(5)
  await page.user.click(screen.getByRole('button', { name: '还有 2 条' }))
  expect(screen.queryAllByText(/^半句/)).toHaveLength(7)
})
