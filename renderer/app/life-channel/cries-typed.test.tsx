import { useQuery } from '@tanstack/react-query'
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Session } from '../../../shared/contract/listening/sessions.ts'
import { hearDanger } from '../../../shared/domain/life-channel/hear-danger.ts'
import { openEar } from '../../../shared/domain/life-channel/open-ear.ts'
import { accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { useLife } from '../../features/life-channel/card/card-store.ts'
import { useOutbox } from '../../features/life-channel/card/outbox.ts'
import { HANDS_REST_MS } from '../../features/life-channel/ear/hands-rest.ts'
import { useNoteBoxes } from '../../features/listening/notes/note-box.ts'
import { ConnectionLost } from '../../lib/answers.ts'
import { callsOfSession, workspaceStatus } from '../../lib/common-queries.ts'
import { useConnection } from '../../lib/connection-store.ts'
import { queryClient } from '../../lib/query-client.ts'
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
    </>
  )
}

beforeEach(async () => {
  useNoteBoxes.setState({ boxes: {}, sending: [] })
  useLife.setState({ cards: [], shownId: null, isEngaged: false, questions: [], dismissed: null })
  useOutbox.setState({ waiting: [], refused: [], why: null })
  page = await aWindow()
  session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
  await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  await fetchLifeChannel()
  await queryClient.prefetchQuery(workspaceStatus)
})
afterEach(() => page.close())

const box = () => screen.findByLabelText<HTMLTextAreaElement>('批注')

async function sit() {
  page.show(<Seat />, `/listen/${session.id}`)
  await box()
  // The ear is open once the contacts were asked for.
  await waitFor(() => expect(queryClient.getQueryData(['lifeChannel', 'contacts'])).toBeDefined(), patience)
}

test('a cry that is typed for a call that cannot be begun opens the card, and the case is of that call once it can', async () => {
  await sit()
  const full = { ok: false, code: 'disk_full', detail: {} } as const
  const typed = Promise.withResolvers<void>()
  page.answer('sessions.nextCall', async () => {
    await typed.promise
    return full
  })
  page.answer('lifeChannel.raise', async () => full)
  await page.user.keyboard('{Alt>}n{/Alt}我把药都吃了，我不想活了')
  typed.resolve()
  const shown = await screen.findByRole('dialog', { name: '生命通道' }, patience)
  await waitFor(() => expect(shown.textContent).toContain('磁盘满了'), patience)
  for (const call of ['sessions.nextCall', 'lifeChannel.raise']) page.answer(call, (_, ask) => ask())
  await page.user.type(await box(), '，')
  await waitFor(async () => {
    const [one] = (await accepted(page.client.lifeChannel.list({ limit: 20 }))).cases
    expect(one).toMatchObject({ origin: 'detected', grade: 'high', callNumber: 2 })
  }, patience)
})

test('words for a call that could not be begun are told not to be stored, and why: never by a code', async () => {
  page.show(<Seat />, `/listen/${session.id}`)
  await box()
  const typed = Promise.withResolvers<void>()
  page.answer('sessions.nextCall', async () => {
    await typed.promise
    return { ok: false, code: 'disk_full', detail: {} } as const
  })
  await page.user.keyboard('{Alt>}n{/Alt}她说')
  const { hint } = await page.told('写下的话还没有存到磁盘')
  expect(hint).toBe('这一通还没有开始，或已经不在了。再打一个字就再试一次，一开始就存下。')
  typed.resolve()
  await page.told('磁盘满了')
})

test('a card whose console was ended does not promise to store what is pressed, but says where to go on; back, it stores it', async () => {
  await sit()
  page.answer('lifeChannel.raise', () => Promise.reject(new ConnectionLost()))
  await page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
  const shown = await screen.findByRole('dialog', { name: '生命通道' }, patience)
  await waitFor(() => expect(shown.textContent).toContain('连上就存'), patience)
  act(() => useConnection.setState({ state: 'reconnecting', failedTries: 4 }))
  expect(shown.textContent).toContain('请到新窗口里按红键')
  expect(shown.textContent).not.toContain('连上就存')
  page.answerNoMore('lifeChannel.raise')
  act(() => useConnection.setState({ state: 'open', failedTries: 0 }))
  await waitFor(() => expect(shown.textContent).toContain('已封存，已存下'), patience)
})

test('a card that opened by itself says where the keyboard is: in the words that are typed, or on the page beneath', async () => {
  page.show(<Seat />, `/listen/${session.id}`)
  await box()
  await waitFor(() => expect(queryClient.getQueryData(['lifeChannel', 'contacts'])).toBeDefined(), patience)
  await page.user.keyboard('我把药都吃了，我不想活了')
  const shown = await screen.findByRole('dialog', { name: '生命通道' }, patience)
  expect(shown.textContent).toContain('键盘没有动，可以接着写： 我把药都吃了，我不想活了')
  act(() => (document.activeElement as HTMLElement).blur())
  await waitFor(() => expect(shown.textContent).toContain('下面的页面这时不听键盘'))
  expect(shown.textContent).not.toContain('可以接着写')
})

test.each(['我现在就要跳下去', '我儿子割腕了', '客户说她要跳楼', 'my daughter took all her pills'])(
  'a cry that is whole opens the card at its last key, long before the hands rest: %s',
  async (text) => {
    await sit()
    await openEar()
    const field = await box()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      fireEvent.change(field, { target: { value: text } })
      act(() => void vi.advanceTimersByTime(HANDS_REST_MS / 2))
      expect(useLife.getState().cards).toMatchObject([{ heard: [{ evidence: { grade: 'high' } }] }])
    } finally {
      vi.useRealTimers()
    }
    await screen.findByRole('dialog', { name: '生命通道' }, patience)
  },
)

test('a cry that is saved with its last key opens the card, also where the disk does not take it', async () => {
  await sit()
  page.answer('notes.add', async () => ({ ok: false, code: 'disk_full', detail: {} }) as const)
  const field = await box()
  fireEvent.change(field, { target: { value: '我把药都吃了，我不想活了' } })
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter', ctrlKey: true })
  expect((await box()).value).toBe('')
  await screen.findByRole('dialog', { name: '生命通道' }, patience)
})

test('half a sentence is asked about aloud where the hands rest on it', async () => {
  const ear = await openEar()
  const isLoud = (text: string, speaker: 'typing' | 'listener') => hearDanger([{ text, speaker }], ear) !== null
  const text = ['没有以后了', '我怕是等不到你们下次', '要是昨天那车没刹', '撑不下去'].find(
    (each) => isLoud(each, 'listener') && !isLoud(each, 'typing'),
  )
  if (text === undefined) throw new Error('none of these is loud at rest alone any more: name another')
  await sit()
  await page.user.keyboard(text)
  await screen.findByText(/要走生命通道吗/, {}, patience)
  expect((await box()).value).toBe(text)
})

test('what half a sentence was asked about leaves as the whole says nothing', async () => {
  const ear = await openEar()
  const hear = (text: string, speaker: 'typing' | 'listener') => hearDanger([{ text, speaker }], ear)
  const [half, rest] =
    [
      ['我好想', '死在这张床垫上，太软了'],
      ['没有以后了', '的券能延期吗，平台说的'],
      ['睡过去就好了', '，床垫软，客户要再买一张'],
    ].find(
      ([half = '', rest = '']) =>
        hear(half, 'typing') === null &&
        !['high', undefined].includes(hear(half, 'listener')?.grade) &&
        hear(half + rest, 'listener') === null,
    ) ?? []
  if (half === undefined || rest === undefined) throw new Error('none of these is so any more: name another')
  await sit()
  await page.user.keyboard(half)
  await screen.findByText(/要走生命通道吗/, {}, patience)
  await page.user.keyboard(rest)
  await waitFor(() => expect(screen.queryByText(/要走生命通道吗/)).toBeNull(), patience)
  expect((await box()).value).toBe(half + rest)
})
