import { useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { Link } from 'react-router'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from '../../../shared/contract/listening/sessions.ts'
import { accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { sealedCalls } from '../../features/life-channel/life-channel.queries.ts'
import { useNoteBoxes } from '../../features/listening/notes/note-box.ts'
import { callsOfSession, workspaceStatus } from '../../lib/common-queries.ts'
import { queryClient } from '../../lib/query-client.ts'
import { useNotices } from '../../ui/notices.ts'
import { LiveListening } from '../LiveListening.tsx'
import { fetchLifeChannel, LifeChannel } from './LifeChannel.tsx'

let page: TestWindow
let session: Session

function Seat() {
  const calls = useQuery(callsOfSession(session.id)).data
  return (
    <>
      <main id="main" tabIndex={-1}>
        {calls === undefined ? null : <LiveListening session={session} calls={calls} />}
      </main>
      <LifeChannel />
      <Link to="/tickets">工单</Link>
    </>
  )
}

beforeEach(async () => {
  useNoteBoxes.setState({ boxes: {}, sending: [] })
  page = await aWindow()
  session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  await fetchLifeChannel()
  await queryClient.prefetchQuery(workspaceStatus)
})
afterEach(() => page.close())

const box = () => screen.findByLabelText<HTMLTextAreaElement>('批注')

test('what stands in the note box of a sealed call goes from the window once the call is over and the box is left', async () => {
  page.show(<Seat />, `/listen/${session.id}`)
  await page.user.type(await box(), '她说到一半')
  const callId = (await accepted(page.client.sessions.calls({ sessionId: session.id })))[0]?.id ?? ''
  await waitFor(
    async () =>
      expect((await accepted(page.client.notes.drafts({ callId }))).map(({ text }) => text)).toEqual(['她说到一半']),
    patience,
  )
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(page.client.lifeChannel.raise({ ...raised, raisedAt: '2026-09-18T01:00:00.000Z' }))
  await accepted(page.client.sessions.endCall({ callId }))
  await page.user.click(screen.getByRole('link', { name: '工单' }))
  await waitFor(() => expect(useNoteBoxes.getState().boxes[callId]?.text).toBe(''), patience)
  const said = await accepted(
    page.client.lifeChannel.readSealed({ readingId: v7(), caseId: raised.caseId, reason: '查一下' }),
  )
  expect(said.halfDone).toEqual(['她说到一半'])
})

test('they go as well while the box of the next call has the focus', async () => {
  page.show(<Seat />, `/listen/${session.id}`)
  await page.user.type(await box(), '她说到一半')
  const callId = (await accepted(page.client.sessions.calls({ sessionId: session.id })))[0]?.id ?? ''
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(page.client.lifeChannel.raise({ ...raised, raisedAt: '2026-09-18T01:00:00.000Z' }))
  await accepted(page.client.sessions.endCall({ callId }))
  expect(document.activeElement).toBe(await box())
  await page.user.keyboard('{Alt>}n{/Alt}')
  await page.user.type(await box(), '下一位')
  await waitFor(() => expect(useNoteBoxes.getState().boxes[callId]?.text).toBe(''), patience)
  expect(document.activeElement).toBe(await box())
  expect((await box()).value).toBe('下一位')
})

test('they go as well where another call is looked at that is there already', async () => {
  const callId = (await accepted(page.client.sessions.calls({ sessionId: session.id })))[0]?.id ?? ''
  await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Seat />, `/listen/${session.id}`)
  await box()
  await page.user.keyboard('{Alt>}{PageUp}{/Alt}')
  await waitFor(async () => expect((await box()).dataset['boxOf']).toBe(callId), patience)
  await page.user.type(await box(), '她说到一半')
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(page.client.lifeChannel.raise({ ...raised, raisedAt: '2026-09-18T01:00:00.000Z' }))
  await waitFor(
    () => expect(queryClient.getQueryData(sealedCalls(session.id).queryKey)).toMatchObject([{ callId }]),
    patience,
  )
  expect(useNoteBoxes.getState().boxes[callId]?.text).toBe('她说到一半')
  await page.user.keyboard('{Alt>}{PageDown}{/Alt}')
  await waitFor(() => expect(useNoteBoxes.getState().boxes[callId]?.text).toBe(''), patience)
})

test('where the words of a sealed call are once it is over is said in the place of its notes, and by its mark without a card', async () => {
  page.show(<Seat />, `/listen/${session.id}`)
  await page.user.type(await box(), '她说到一半')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  const callId = (await accepted(page.client.sessions.calls({ sessionId: session.id })))[0]?.id ?? ''
  await waitFor(async () => expect(await accepted(page.client.notes.ofCall({ callId }))).toHaveLength(1), patience)
  const raised = { caseId: v7(), callId, origin: 'key', grade: null, evidence: null } as const
  await accepted(page.client.lifeChannel.raise({ ...raised, raisedAt: '2026-09-18T01:00:00.000Z' }))
  await screen.findByText('已封存', {}, patience)
  expect(screen.queryByText('批注都收进了封存处')).toBeNull()
  await accepted(page.client.sessions.endCall({ callId }))
  await screen.findByText('批注都收进了封存处', {}, patience)
  expect(screen.queryByText('这一通还没有批注')).toBeNull()
  expect(screen.queryByText(/还没有批注。存下的批注/)).toBeNull()
})

test('a sealed call is offered no mark of silver hair and no ticket, which it would refuse; after a wrong alarm it is, and keys go into the note all the while', async () => {
  page.show(<Seat />, `/listen/${session.id}`)
  await page.user.type(await box(), '我今年八十二了')
  await screen.findByRole('button', { name: /标为银发/ }, patience)
  await screen.findByText('会成的工单', {}, patience)
  await page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
  await screen.findByRole('dialog', {}, patience)
  await page.user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await screen.findByText('已封存', {}, patience)
  await waitFor(() => expect(screen.queryByRole('button', { name: /标为银发/ })).toBeNull(), patience)
  expect(screen.queryByText('会成的工单')).toBeNull()
  await page.user.keyboard('{Alt>}s{/Alt}，看不清')
  expect((await box()).value).toBe('我今年八十二了，看不清')
  expect(useNotices.getState().notices).toEqual([])
  await page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
  await screen.findByRole('dialog', {}, patience)
  await page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}w')
  await screen.findByRole('button', { name: /标为银发/ }, patience)
})
