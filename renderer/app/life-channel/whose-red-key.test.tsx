import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Call, Session } from '../../../shared/contract/listening/sessions.ts'
import { accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { handOver } from '../../features/life-channel/card/card.actions.ts'
import { askAbout, useLife } from '../../features/life-channel/card/card-store.ts'
import { useOutbox } from '../../features/life-channel/card/outbox.ts'
import { beginDrill } from '../../features/life-channel/drill/drill-store.ts'
import { callsOfSession, currentSession, workspaceStatus } from '../../lib/common-queries.ts'
import { queryClient } from '../../lib/query-client.ts'
import { callerFacts } from './caller-facts.ts'
import { fetchLifeChannel, LifeChannel } from './LifeChannel.tsx'

// Something was asked about one call, and the next one rings before anybody answered it.

let page: TestWindow
let session: Session
beforeEach(async () => {
  useLife.setState({ cards: [], shownId: null, isEngaged: false, questions: [], dismissed: null })
  useOutbox.setState({ waiting: [], refused: [], why: null })
  page = await aWindow()
  session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  await fetchLifeChannel()
  await queryClient.prefetchQuery(workspaceStatus)
})
afterEach(() => page.close())

const red = () => page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
const card = () => screen.findByRole('dialog', { name: '生命通道' }, patience)
const ofCall = async (number: number) =>
  waitFor(async () => expect((await card()).textContent).toContain(`第 ${number} 通 `), patience)
const cases = async () => (await accepted(page.client.lifeChannel.list({ limit: 20 }))).cases.toReversed()

async function rings(): Promise<Call> {
  const call = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  await queryClient.fetchQuery({ ...currentSession, staleTime: 0 })
  await act(() => queryClient.fetchQuery({ ...callsOfSession(session.id), staleTime: 0 }))
  return call
}
const wonders = (callId: string) =>
  act(() => {
    const evidence = { grade: 'medium', kind: 'farewell', words: ['我走了以后'], earVersion: '1' } as const
    askAbout({ facts: callerFacts(callId), evidence, isFaint: false, isOfHalf: false })
  })

test('pressed during a call the red key is about that call, whatever is still asked about an earlier one', async () => {
  const first = await rings()
  page.show(<LifeChannel />, '/listen')
  await act(() => wonders(first.id))
  const second = await rings()
  await screen.findByText(/要走生命通道吗/)
  await red()
  await ofCall(2)
  await waitFor(async () => expect(await cases()).toMatchObject([{ callId: second.id, origin: 'key' }]), patience)
})

test('what was left over says which call it is about, is answered by keys of its own, and makes room for no other question', async () => {
  const first = await rings()
  page.show(<LifeChannel />, '/listen')
  await act(() => wonders(first.id))
  const second = await rings()
  expect((await screen.findByRole('status')).textContent).toContain('第 1 通')
  expect(screen.getByRole('button', { name: /打开/ }).textContent).toBe('打开AltEnter')
  // The call that is heard comes first, and the other is asked again behind it.
  await act(() => wonders(second.id))
  expect(screen.getByRole('status').textContent).toContain('第 2 通')
  expect(screen.getByRole('button', { name: /打开/ }).textContent).toBe('打开CtrlShiftH')
  await page.user.keyboard('{Alt>}w{/Alt}')
  // Beside what is told of the other one for a while.
  const told = () => screen.getAllByRole('status').map(({ textContent }) => textContent)
  await waitFor(() => expect(told()).toContainEqual(expect.stringContaining('第 1 通')))
  await page.user.keyboard('{Alt>}{Enter}{/Alt}')
  await ofCall(1)
  await waitFor(
    async () =>
      expect(await cases()).toMatchObject([
        { callId: second.id, state: 'dismissed' },
        { callId: first.id, state: 'open' },
      ]),
    patience,
  )
})

test('a case that nobody took over goes before what is still asked about another call', async () => {
  const first = await rings()
  page.show(<LifeChannel />, '/listen')
  await act(() => wonders(first.id))
  const second = await rings()
  await red()
  await ofCall(2)
  await page.user.keyboard('{Escape}')
  await rings()
  await waitFor(() => expect(screen.getAllByRole('status')).toHaveLength(2), patience)
  expect(screen.getByRole('button', { name: /回到卡片/ }).textContent).toBe('回到卡片AltEnter')
  expect(screen.getByRole('button', { name: /打开/ }).textContent).toBe('打开')
  await page.user.keyboard('{Alt>}{Enter}{/Alt}')
  await ofCall(2)
  const caseId = useLife.getState().shownId ?? ''
  act(() => handOver(caseId, '110', null))
  await page.user.keyboard('{Escape}')
  await page.user.keyboard('{Alt>}{Enter}{/Alt}')
  await ofCall(1)
  await waitFor(
    async () =>
      expect(await cases()).toMatchObject([
        { callId: second.id, state: 'handed_over' },
        { callId: first.id, state: 'open' },
      ]),
    patience,
  )
})

test.each([
  ['/tickets', true],
  ['/meetings', true],
  ['/listen', false],
])(
  'what is asked aloud leaves the head of a page in reach: on %s the page makes room, which is %s',
  async (path, makesRoom) => {
    // No box of a test is as high as on a screen.
    const height = vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(44)
    const first = await rings()
    page.show(<LifeChannel />, path)
    await act(() => wonders(first.id))
    await screen.findByText(/要走生命通道吗/)
    const room = () => document.documentElement.style.getPropertyValue('--folded-height')
    expect(room()).toBe(makesRoom ? '44px' : '')
    await page.user.click(screen.getByRole('button', { name: /不是/ }))
    await waitFor(() => expect(room()).toBe(''), patience)
    height.mockRestore()
  },
)

test('a case of another call that nobody took over keeps the red key from nobody who is heard', async () => {
  const first = await rings()
  page.show(<LifeChannel />, '/listen')
  await red()
  await ofCall(1)
  await page.user.keyboard('{Escape}')
  const second = await rings()
  await red()
  await ofCall(2)
  await waitFor(
    async () => expect(await cases()).toMatchObject([{ callId: first.id }, { callId: second.id }]),
    patience,
  )
})

const drill = () => screen.queryByRole('dialog', { name: '演练' })

test('with a drill on the screen the red key is for whoever is on the line: the drill goes aside', async () => {
  page.show(<LifeChannel />, '/listen')
  act(() => beginDrill(null))
  await screen.findByText(/演练里的来电，没有真人/, {}, patience)
  expect(screen.queryByText(/没有正在听的通话/)).toBeNull()
  // Nobody is on the line: it stays, and no case is made of it.
  await red()
  expect(drill()).not.toBeNull()
  const { id: callId } = await rings()
  await red()
  await ofCall(1)
  expect(drill()).toBeNull()
  await waitFor(async () => expect(await cases()).toMatchObject([{ callId, origin: 'key' }]), patience)
})
