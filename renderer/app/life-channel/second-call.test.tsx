import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Call, Session } from '../../../shared/contract/listening/sessions.ts'
import { accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { handOver } from '../../features/life-channel/card/card.actions.ts'
import { askAbout, useLife } from '../../features/life-channel/card/card-store.ts'
import { useOutbox } from '../../features/life-channel/card/outbox.ts'
import { beginDrill, useLifeDrill } from '../../features/life-channel/drill/drill-store.ts'
import { forgetAnswers } from '../../features/life-channel/ear/heard-of-call.ts'
import { callsOfSession, currentSession, workspaceStatus } from '../../lib/common-queries.ts'
import { queryClient } from '../../lib/query-client.ts'
import { callerFacts } from './caller-facts.ts'
import { fetchLifeChannel, LifeChannel } from './LifeChannel.tsx'

// A case that nobody took over yet, and the next call rings; or the caller hangs up and calls again.

let page: TestWindow
let session: Session
beforeEach(async () => {
  useLife.setState({ cards: [], shownId: null, isEngaged: false, questions: [], dismissed: null })
  useOutbox.setState({ waiting: [], refused: [], why: null })
  useLifeDrill.setState({ running: null })
  forgetAnswers()
  page = await aWindow()
  session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  await fetchLifeChannel()
  await queryClient.prefetchQuery(workspaceStatus)
})
afterEach(() => page.close())

const red = () => page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
const fold = () => page.user.keyboard('{Escape}')
const card = () => screen.findByRole('dialog', { name: '生命通道' }, patience)
const ofCall = async (number: number) =>
  waitFor(async () => expect((await card()).textContent).toContain(`第 ${number} 通 `), patience)
const cases = async () => (await accepted(page.client.lifeChannel.list({ limit: 20 }))).cases.toReversed()

async function rings(): Promise<Call> {
  const call = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  await queryClient.fetchQuery({ ...currentSession, staleTime: 0 })
  await queryClient.fetchQuery({ ...callsOfSession(session.id), staleTime: 0 })
  return call
}
/** As the ear asks about words of a call. */
const wonders = (callId: string, isFaint: boolean) =>
  act(() => {
    const evidence = { grade: 'medium', kind: 'farewell', words: ['我走了以后'], earVersion: '1' } as const
    askAbout({ facts: callerFacts(callId), evidence, isFaint, isOfHalf: false })
  })

test('in the next call the red key is about that call; what nobody took over is gone back to by the key beside it', async () => {
  const first = await rings()
  page.show(<LifeChannel />, '/listen')
  await red()
  await ofCall(1)
  await fold()
  const second = await rings()
  await waitFor(() => expect(screen.getByRole('button', { name: /回到卡片/ }).textContent).toContain('Alt'), patience)
  await page.user.keyboard('{Alt>}{Enter}{/Alt}')
  await ofCall(1)
  expect((await card()).textContent).toContain('现在听的是第 2 通')
  await fold()
  await red()
  await ofCall(2)
  // Both wait: the key goes from one to the other, and begins no third.
  expect((await card()).textContent).toContain('还有 1 件没有人接手')
  await red()
  await ofCall(1)
  await page.user.keyboard('2')
  await red()
  await ofCall(2)
  await waitFor(
    async () =>
      expect(await cases()).toMatchObject([
        { callId: first.id, state: 'handed_over' },
        { callId: second.id, state: 'open' },
      ]),
    patience,
  )
  const sealed = await accepted(page.client.lifeChannel.sealedCalls({ sessionId: session.id }))
  expect(sealed.map(({ callId }) => callId).toSorted()).toEqual([first.id, second.id].toSorted())
  // Nothing else waits: pressed in haste it does nothing.
  await red()
  await ofCall(2)
  expect(await cases()).toHaveLength(2)
})

test('once somebody took over, the red key in the same call leads back to its case and begins no other', async () => {
  await rings()
  page.show(<LifeChannel />, '/listen')
  await red()
  await card()
  await page.user.keyboard('2')
  await fold()
  await red()
  await ofCall(1)
  await page.user.keyboard('5')
  await waitFor(
    async () => expect(await cases()).toMatchObject([{ state: 'handed_over', steps: [{ step: 'account' }] }]),
    patience,
  )
})

test('a quiet question about an earlier call never stands before a case that nobody took over', async () => {
  const first = await rings()
  page.show(<LifeChannel />, '/listen')
  const second = await rings()
  await red()
  await card()
  await fold()
  wonders(first.id, true)
  expect(screen.queryByText(/会不会是求助/)).toBeNull()
  expect(screen.getByRole('status').textContent).toContain('第 2 通')
  await red()
  await ofCall(2)
  const [one] = useLife.getState().cards
  act(() => handOver(one?.caseId ?? '', '110', null))
  await fold()
  // Now it is asked, with the call it is about; the red key is for whoever is heard.
  await screen.findByText(/会不会是求助/)
  expect(screen.getByRole('status').textContent).toContain('第 1 通')
  expect(screen.getByRole('button', { name: /打开/ }).textContent).toBe('打开AltEnter')
  await rings()
  await waitFor(() => expect(screen.queryByText(/会不会是求助/)).toBeNull())
  await red()
  await ofCall(3)
  await fold()
  await waitFor(
    async () => expect(await cases()).toMatchObject([{ callId: second.id, state: 'handed_over' }, { state: 'open' }]),
    patience,
  )
})

test('what is asked aloud and a case that waits stand in sight together; the key answers the question first', async () => {
  await rings()
  page.show(<LifeChannel />, '/listen')
  await red()
  await card()
  await fold()
  const second = await rings()
  wonders(second.id, false)
  const told = screen.getAllByRole('status').map(({ textContent }) => textContent)
  expect(told).toHaveLength(2)
  expect(told[0]).toContain('第 2 通')
  expect(told[1]).toMatch(/第 1 通.*还没有人接手/)
  expect(screen.getByRole('button', { name: /回到卡片/ }).textContent).toBe('回到卡片AltEnter')
  await red()
  await ofCall(2)
  await waitFor(async () => expect(await cases()).toHaveLength(2), patience)
})

test('a drill that was folded away leaves the red key to somebody on the line, and is gone back to when nobody is', async () => {
  page.show(<LifeChannel />, '/listen')
  const drill = () => screen.findByRole('dialog', { name: '演练' }, patience)
  act(() => beginDrill(null))
  await drill()
  await red()
  await fold()
  expect(screen.getByRole('button', { name: /回到卡片/ }).textContent).toContain('Ctrl')
  await red()
  await drill()
  await fold()
  const call = await rings()
  await waitFor(() => expect(screen.getByRole('button', { name: /回到卡片/ }).textContent).toContain('Alt'), patience)
  await red()
  await ofCall(1)
  await waitFor(async () => expect(await cases()).toMatchObject([{ callId: call.id, state: 'open' }]), patience)
  await fold()
  // The real one stands in the bar.
  expect(screen.getByRole('status').textContent).toContain('还没有人接手')
})

test('a cry while no call is known begins a case of its own, whatever was handed over before', async () => {
  page.show(<LifeChannel />, '/listen')
  await red()
  await card()
  await page.user.keyboard('2')
  await fold()
  await red()
  await card()
  await waitFor(
    async () =>
      expect(await cases()).toMatchObject([
        { callId: null, state: 'handed_over' },
        { callId: null, state: 'open' },
      ]),
    patience,
  )
})

test('a drill that was folded away keeps no quiet question about whoever is heard from being asked', async () => {
  const call = await rings()
  page.show(<LifeChannel />, '/listen')
  act(() => beginDrill(null))
  await screen.findByRole('dialog', { name: '演练' }, patience)
  await fold()
  wonders(call.id, true)
  await screen.findByText(/会不会是求助/)
  await red()
  await ofCall(1)
  await waitFor(
    async () => expect(await cases()).toMatchObject([{ callId: call.id, origin: 'detected', state: 'open' }]),
    patience,
  )
})
