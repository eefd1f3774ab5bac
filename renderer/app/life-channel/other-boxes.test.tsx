import { useQuery } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Route, Routes } from 'react-router'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Call, Session } from '../../../shared/contract/listening/sessions.ts'
import { accepted, aNoteIn } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { raiseCase } from '../../features/life-channel/card/card.actions.ts'
import { useLife } from '../../features/life-channel/card/card-store.ts'
import { useOutbox } from '../../features/life-channel/card/outbox.ts'
import { forgetAnswers } from '../../features/life-channel/ear/heard-of-call.ts'
import { useLineBoxes } from '../../features/meetings/line-box.ts'
import { meetingOfCall } from '../../features/meetings/meetings.queries.ts'
import { notesOfSession } from '../../features/review/review.queries.ts'
import { TicketPane } from '../../features/tickets/ticket/TicketPane.tsx'
import { openForm } from '../../features/tickets/ticket-desk.ts'
import { callsOfSession, workspaceStatus } from '../../lib/common-queries.ts'
import { queryClient } from '../../lib/query-client.ts'
import { MeetingPage } from '../pages/MeetingPage.tsx'
import { ReviewDesk } from '../ReviewDesk.tsx'
import { fetchLifeChannel, LifeChannel } from './LifeChannel.tsx'

// A cry is heard wherever it is typed: the card is about the call that the field is about, and that call is sealed.

const CRY = '我把药都吃了，我不想活了'

let page: TestWindow
let session: Session
/** The one that is written about; another was heard after it. */
let call: Call
beforeEach(async () => {
  forgetAnswers()
  useLife.setState({ cards: [], shownId: null, isEngaged: false, questions: [] })
  useOutbox.setState({ waiting: [], refused: [], why: null })
  page = await aWindow()
  const started = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  call = await accepted(page.client.sessions.nextCall({ sessionId: started.id, reference: 'CC-1' }))
  await aNoteIn(page.client, call.id, 1, '奶粉罐凹了')
  await accepted(page.client.sessions.nextCall({ sessionId: started.id, reference: 'CC-2' }))
  await accepted(page.client.sessions.end({ sessionId: started.id }))
  session = await accepted(page.client.sessions.get({ sessionId: started.id }))
  await fetchLifeChannel()
  await queryClient.prefetchQuery(workspaceStatus)
})
afterEach(async () => {
  useLineBoxes.setState({ boxes: {}, sending: [], steps: {}, undone: {} })
  await page.close()
})

async function see(what: ReactNode, path?: string): Promise<void> {
  page.show(
    <>
      <main id="main" tabIndex={-1}>
        {what}
      </main>
      <LifeChannel />
    </>,
    path,
  )
  await waitFor(() => expect(queryClient.getQueryData(['lifeChannel', 'contacts'])).toBeDefined(), patience)
}

function Review() {
  const calls = useQuery(callsOfSession(session.id)).data
  const notes = useQuery(notesOfSession(session.id)).data
  return calls === undefined || notes === undefined ? null : (
    <ReviewDesk session={session} calls={calls} notes={notes} />
  )
}

/** The card says which call it is about, and the case is that call's, which is sealed. */
async function isSealedByCard(): Promise<void> {
  const card = await screen.findByRole('dialog', { name: '生命通道' }, patience)
  expect(card.textContent).toContain('第 1 通')
  expect(card.textContent).toContain('CC-1')
  await waitFor(async () => {
    const { cases } = await accepted(page.client.lifeChannel.list({ limit: 5 }))
    expect(cases).toMatchObject([{ origin: 'detected', grade: 'high', callId: call.id, callNumber: 1 }])
    expect(await accepted(page.client.lifeChannel.sealedCalls({ sessionId: session.id }))).toMatchObject([
      { callId: call.id },
    ])
  }, patience)
}

const halfDone = (text: string, noteId: string | null = null) =>
  accepted(
    page.client.notes.storeDraft({
      ...{ draftId: v7(), callId: call.id, noteId, kind: 'voice', text, caret: text.length },
      ...{ offsetMs: 5_000, issueTypeId: null, seenVersion: null },
    }),
  )

/** What a contact reads under the seal, with no press on the card since: once, as it was last. */
const isSealedHalfDone = (text: string) =>
  waitFor(async () => {
    const [one] = (await accepted(page.client.lifeChannel.list({ limit: 5 }))).cases
    const reading = { readingId: v7(), caseId: one?.id ?? '', reason: '查一下' }
    expect((await accepted(page.client.lifeChannel.readSealed(reading))).halfDone).toEqual([text])
    expect(await accepted(page.client.notes.drafts({ callId: call.id }))).toEqual([])
  }, patience)

const isPassedOn = (details: object) =>
  waitFor(async () => {
    const [one] = await accepted(page.client.lifeChannel.inHand({}))
    expect(one?.details).toMatchObject(details)
  }, patience)

test('a note that was half done and is gone on with in review', async () => {
  await halfDone('她说')
  await see(<Review />)
  await page.user.click(await screen.findByRole('button', { name: /^接着写/ }, patience))
  const field = await screen.findByLabelText<HTMLTextAreaElement>('文字')
  await page.user.type(field, CRY)
  await isSealedByCard()
  // Its notes are put away; whoever writes finishes the sentence, and what they finish is put away too.
  await waitFor(() => expect(screen.queryByText('奶粉罐凹了')).toBeNull(), patience)
  await page.user.keyboard('，门锁着')
  expect(field.isConnected).toBe(true)
  expect(field.value).toBe(`她说${CRY}，门锁着`)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(field.isConnected).toBe(false), patience)
  await isSealedHalfDone(`她说${CRY}，门锁着`)
})

test('the number and the address that are typed on in review are passed on as they are, also where the field goes at once', async () => {
  await halfDone('她说')
  await see(<Review />)
  await page.user.click(await screen.findByRole('button', { name: /^接着写/ }, patience))
  const field = await screen.findByLabelText<HTMLTextAreaElement>('文字')
  await page.user.type(field, CRY)
  await isSealedByCard()
  await page.user.keyboard('，住在人民路 12 号 3 楼，电话 13900008817{Control>}{Enter}{/Control}')
  await waitFor(() => expect(field.isConnected).toBe(false), patience)
  await isPassedOn({ callback: '13900008817', address: '人民路 12 号 3 楼' })
})

test('a note that is changed in review; what it said before opens nothing', async () => {
  const { id: noteId } = await aNoteIn(page.client, call.id, 2, '我不想活了')
  await see(<Review />)
  await page.user.dblClick(await screen.findByRole('option', { name: /我不想活了/ }))
  const field = await screen.findByLabelText<HTMLTextAreaElement>('文字')
  await page.user.type(field, '，开玩笑的')
  await waitFor(async () => expect(await accepted(page.client.notes.drafts({ callId: call.id }))).toHaveLength(1))
  expect(useLife.getState().cards).toEqual([])
  await page.user.type(field, '。我把安眠药都吃了')
  await isSealedByCard()
  expect(noteId).not.toBe('')
})

test('the title of a ticket that is made in review', async () => {
  await see(<Review />)
  await screen.findByRole('option', { name: /奶粉罐凹了/ })
  await page.user.keyboard('jx')
  await page.user.type(await screen.findByLabelText('标题'), CRY)
  await isSealedByCard()
})

test('a line of the meeting about the call', async () => {
  await accepted(page.client.meetings.start({ meetingId: v7(), callId: call.id }))
  await see(
    <Routes>
      <Route path="/meetings/:callId" element={<MeetingPage />} />
    </Routes>,
    `/meetings/${call.id}`,
  )
  const field = await screen.findByLabelText<HTMLTextAreaElement>('谁、做什么、什么时候之前', {}, patience)
  await page.user.type(field, `电话 13900008817，${CRY}`)
  await isSealedByCard()
  await isPassedOn({ callback: '13900008817' })
  await waitFor(() => expect(queryClient.getQueryData(meetingOfCall(call.id).queryKey)).toBeNull(), patience)
  await page.user.keyboard('，门锁着')
  expect(field.isConnected).toBe(true)
  expect(field.value).toBe(`电话 13900008817，${CRY}，门锁着`)
  await page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
  await waitFor(() => expect(field.isConnected).toBe(false), patience)
  await waitFor(() => expect(Object.values(useLineBoxes.getState().boxes).map(({ text }) => text)).toEqual(['']))
  await isSealedHalfDone(`电话 139****8817，${CRY}，门锁着`)
})

async function aTicket(): Promise<string> {
  const notes = await accepted(page.client.notes.ofCall({ callId: call.id }))
  const wish = { title: '凹罐', issueTypeId: 'delivery', priority: 3, department: '物流部' } as const
  return (await accepted(page.client.tickets.open({ ...wish, noteIds: notes.map(({ id }) => id) }))).id
}

test('what is said about a ticket as it moves on', async () => {
  const ticketId = await aTicket()
  await see(<TicketPane ticketId={ticketId} onClose={() => {}} onLeaveForm={() => {}} />)
  await screen.findByText('凹罐')
  openForm({ kind: 'move', action: 'reject' })
  await page.user.type(await screen.findByRole('textbox', { name: /说明/ }), CRY)
  await isSealedByCard()
})

test('the title of a ticket that is changed', async () => {
  const ticketId = await aTicket()
  await see(<TicketPane ticketId={ticketId} onClose={() => {}} onLeaveForm={() => {}} />)
  await screen.findByText('凹罐')
  openForm({ kind: 'edit' })
  await page.user.type(await screen.findByRole('textbox', { name: /标题/ }), CRY)
  await isSealedByCard()
})

test('where the call was heard at another desk the card says that it is not sealed, and whom to tell', async () => {
  const facts = { callNumber: 3, callStartedAt: null, reference: null, seatNumber: null, roomId: null }
  await see(<Review />)
  act(() => void raiseCase({ origin: 'key', facts: { callId: v7(), ...facts }, evidence: null, isEngaged: false }))
  const card = await screen.findByRole('dialog', { name: '生命通道' }, patience)
  await waitFor(() => expect(card.textContent).toContain('还没有封存：请告诉听它的那个席位'), patience)
  expect(card.textContent).not.toContain('这通电话已封存')
})
