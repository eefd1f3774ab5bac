import { useQuery } from '@tanstack/react-query'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from '../../../shared/contract/listening/sessions.ts'
import { accepted } from '../../../test/builders/console.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { useLineBoxes } from '../../features/meetings/line-box.ts'
import { callsOfSession } from '../../lib/common-queries.ts'
import { LiveListening } from '../LiveListening.tsx'
import { MeetingPage } from './MeetingPage.tsx'

let page: TestWindow
let session: Session
beforeEach(async () => {
  page = await aWindow()
  session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
})
afterEach(async () => {
  useLineBoxes.setState({ boxes: {}, sending: [], steps: {} })
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
const stored = async () => (await accepted(page.client.meetings.ofCall({ callId: await callId() })))?.lines ?? []
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
  await keys(UNDO)
  await page.told('工单已收回')
  expect((await stored()).map(({ text, outcome }) => [text, outcome])).toEqual([
    ['补差价', null],
    ['改退款页文案', null],
    ['以后降价前一天通知坐席', null],
  ])
})
