import { useQuery } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from '../../shared/contract/listening/sessions.ts'
import { accepted } from '../../test/builders/console.ts'
import { drawingsDuring } from '../../test/builders/drawings.ts'
import { forgetLife } from '../../test/builders/life-seat.tsx'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { dismissCase } from '../features/life-channel/card/card.actions.ts'
import { callsOfSession } from '../lib/common-queries.ts'
import { queryClient } from '../lib/query-client.ts'
import { undoNewest } from '../ui/notices.ts'
import { LiveListening } from './LiveListening.tsx'
import { callInSight } from './life-channel/call-in-sight.ts'
import { callerFacts } from './life-channel/caller-facts.ts'
import { pressRed } from './life-channel/press-red.ts'
import { useMainEvents } from './use-main-events.ts'

let page: TestWindow
let session: Session

function Live() {
  useMainEvents()
  const calls = useQuery(callsOfSession(session.id)).data
  return calls === undefined ? null : (
    <main id="main" tabIndex={-1}>
      <LiveListening session={session} calls={calls} />
    </main>
  )
}

beforeEach(async () => {
  forgetLife()
  page = await aWindow()
  session = await accepted(page.client.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }))
})
afterEach(() => page.close())

const calls = () => accepted(page.client.sessions.calls({ sessionId: session.id }))
/** Begins calls only once that resolves. */
const slowly = (until: Promise<void>) => {
  let count = 0
  const begin = async (_: unknown, ask: () => Promise<unknown>) => {
    count += 1
    await until
    return ask()
  }
  return { begin, asked: () => count }
}
const theBox = () => screen.findByLabelText<HTMLTextAreaElement>('批注')

test('what is typed while the next call is slow to begin is its own, and none of the call before', async () => {
  const before = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await theBox()
  await page.user.keyboard('第一通的')
  const slow = Promise.withResolvers<void>()
  const { begin, asked } = slowly(slow.promise)
  page.answer('sessions.nextCall', begin)
  await page.user.keyboard('{Control>}n{/Control}降价了')
  await screen.findByText('第 2 通 · 正在开始')
  const box = await theBox()
  expect({ value: box.value, focused: document.activeElement === box }).toEqual({ value: '降价了', focused: true })
  // Pressed again by whoever waits: one call.
  await page.user.keyboard('{Control>}n{/Control}')
  slow.resolve()
  await screen.findByText('第 2 通 · 通话中')
  expect({ there: box.isConnected, value: box.value, focused: document.activeElement === box }).toEqual({
    ...{ there: true, value: '降价了', focused: true },
  })
  await page.user.keyboard('，真的{Control>}{Enter}{/Control}')
  const after = (await calls()).at(-1)
  await waitFor(async () =>
    expect(await accepted(page.client.notes.ofCall({ callId: after?.id ?? '' }))).toMatchObject([
      { text: '降价了，真的', offsetMs: 0 },
    ]),
  )
  expect([asked(), (await calls()).length]).toEqual([1, 2])
  expect(await accepted(page.client.notes.halfDone({}))).toMatchObject([{ callId: before.id, text: '第一通的' }])
})

test.each([
  ['with words, they stay in its box and the next key begins it', '降', '第 2 通 · 还没开始'],
  ['with nothing typed, the call before is there again', '', '第 1 通 · 通话中'],
])('a next call that cannot be begun: %s', async (_, typed, state) => {
  await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await theBox()
  const slow = Promise.withResolvers<void>()
  page.answer('sessions.nextCall', async () => {
    await slow.promise
    return { ok: false, code: 'unexpected', detail: { reference: 'AB12' } }
  })
  await page.user.keyboard(`{Control>}n{/Control}${typed}`)
  slow.resolve()
  await screen.findByText(/AB12/)
  await screen.findByText(state)
  expect(await calls()).toHaveLength(1)
  page.answerNoMore('sessions.nextCall')
  await page.user.keyboard(typed === '' ? '{Control>}n{/Control}' : '价')
  await screen.findByText('第 2 通 · 通话中')
  const box = await theBox()
  expect({ value: box.value, focused: document.activeElement === box }).toEqual({
    ...{ value: typed === '' ? '' : '降价', focused: true },
  })
})

test('words for a first call that could not be begun stay in sight when another program begins one', async () => {
  page.show(<Live />)
  await theBox()
  page.answer('sessions.nextCall', async () => ({ ok: false, code: 'unexpected', detail: { reference: 'AB12' } }))
  await page.user.keyboard('降')
  await screen.findByText(/AB12/)
  const { id: callId } = await accepted(page.client.sessions.openByReference({ reference: 'ZX81' }))
  act(() => page.hears({ kind: 'showCall', sessionId: session.id, callId }))
  await waitFor(() => expect(queryClient.getQueryData(callsOfSession(session.id).queryKey)).toHaveLength(1))
  await screen.findByText('第 2 通 · 还没开始')
  expect((await theBox()).value).toBe('降')
  page.answerNoMore('sessions.nextCall')
  await page.user.keyboard('价')
  await screen.findByText('第 2 通 · 通话中')
  expect((await theBox()).value).toBe('降价')
})

test('a call that a link begins in the middle of a sentence waits until it is stored: no word of it is another call’s', async () => {
  const before = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  const box = await theBox()
  await page.user.keyboard('她说了三次')
  await accepted(page.client.sessions.openByReference({ reference: 'ZX81' }))
  await screen.findByText('第 2 通已经开始，这句存好就过去')
  await page.user.keyboard('没人管{Control>}{Enter}{/Control}')
  await screen.findByText('第 2 通 · 通话中')
  expect({ isSame: box.isConnected, focused: document.activeElement === (await theBox()) }).toEqual({
    ...{ isSame: false, focused: true },
  })
  await waitFor(async () =>
    expect(await accepted(page.client.notes.ofCall({ callId: before.id }))).toMatchObject([
      { text: '她说了三次没人管' },
    ]),
  )
  expect(await accepted(page.client.notes.halfDone({}))).toEqual([])
})

test('with nothing in the box a call that a link begins is there at once; with a sentence, one press leads to it', async () => {
  await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await theBox()
  await accepted(page.client.sessions.openByReference({ reference: 'ZX81' }))
  await screen.findByText('第 2 通 · 通话中')
  await page.user.keyboard('半句')
  await accepted(page.client.sessions.openByReference({ reference: 'ZX82' }))
  await screen.findByText('第 3 通已经开始，这句存好就过去')
  await page.user.click(screen.getByRole('button', { name: /第 3 通/ }))
  await screen.findByText('第 3 通 · 通话中')
  expect((await theBox()).value).toBe('')
  await waitFor(async () =>
    expect(await accepted(page.client.notes.halfDone({}))).toMatchObject([{ text: '半句', callNumber: 2 }]),
  )
})

test('the desktop’s own link does not lead away from a sentence either: the call it shows is the one that waits', async () => {
  const before = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await theBox()
  await page.user.keyboard('她说了三次')
  const { id: callId } = await accepted(page.client.sessions.openByReference({ reference: 'ZX81' }))
  await screen.findByText('第 2 通已经开始，这句存好就过去')
  act(() => page.hears({ kind: 'showCall', sessionId: session.id, callId }))
  await page.user.keyboard('没人管{Control>}{Enter}{/Control}')
  await screen.findByText('第 2 通 · 通话中')
  await waitFor(async () =>
    expect(await accepted(page.client.notes.ofCall({ callId: before.id }))).toMatchObject([
      { text: '她说了三次没人管' },
    ]),
  )
})

test('a sentence about an earlier call is not left for a call that a link begins', async () => {
  const first = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await theBox()
  act(() => page.hears({ kind: 'showCall', sessionId: session.id, callId: first.id }))
  await screen.findByText('第 1 通 · 已结束')
  await page.user.keyboard('她说了三次')
  const { id: callId } = await accepted(page.client.sessions.openByReference({ reference: 'ZX81' }))
  act(() => page.hears({ kind: 'showCall', sessionId: session.id, callId }))
  await screen.findByText('第 3 通已经开始，这句存好就过去')
  await page.user.keyboard('没人管{Control>}{Enter}{/Control}')
  await screen.findByText('第 3 通 · 通话中')
  await waitFor(async () =>
    expect(await accepted(page.client.notes.ofCall({ callId: first.id }))).toMatchObject([
      { text: '她说了三次没人管' },
    ]),
  )
})

test('a sentence about the last call, found again while none is on, is not left for one that a link begins', async () => {
  const first = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  await accepted(page.client.sessions.endCall({ callId: first.id }))
  page.show(<Live />)
  await theBox()
  await page.user.keyboard('她说了三次')
  await accepted(page.client.sessions.openByReference({ reference: 'ZX81' }))
  await screen.findByText('第 2 通已经开始，这句存好就过去')
  expect((await theBox()).value).toBe('她说了三次')
})

test('a call that is led to is shown after another was begun by a key here, and a key leads on from it', async () => {
  const first = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await theBox()
  const next = async (number: number) => {
    await page.user.keyboard('{Control>}n{/Control}')
    await screen.findByText(`第 ${number} 通 · 通话中`)
  }
  await next(2)
  for (const number of [3, 4]) {
    act(() => page.hears({ kind: 'showCall', sessionId: session.id, callId: first.id }))
    await screen.findByText('第 1 通 · 已结束')
    await next(number)
  }
})

test('the red key in a call that is slow to begin is about that call', async () => {
  await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await theBox()
  const slow = Promise.withResolvers<void>()
  page.answer('sessions.nextCall', slowly(slow.promise).begin)
  await page.user.keyboard('{Control>}n{/Control}')
  await screen.findByText('第 2 通 · 正在开始')
  const coming = callerFacts()
  slow.resolve()
  await screen.findByText('第 2 通 · 通话中')
  const after = (await calls()).at(-1)
  expect(coming).toMatchObject({ callId: after?.id, callNumber: 2 })
  expect(callInSight()).toBeNull()
})

const cases = async () => (await accepted(page.client.lifeChannel.list({ limit: 5 }))).cases
/** A cry is raised about a first call that is being asked for and will be refused; `begin`: it is refused, and the next letter begins it. */
async function aCryBeforeItsCall() {
  page.show(<Live />)
  await theBox()
  const slow = Promise.withResolvers<void>()
  page.answer('sessions.nextCall', async () => {
    await slow.promise
    return { ok: false, code: 'unexpected', detail: { reference: 'AB12' } }
  })
  await page.user.keyboard('救')
  pressRed()
  await waitFor(async () => expect(await cases()).toMatchObject([{ callId: null }]))
  const begin = async () => {
    slow.resolve()
    await screen.findByText(/AB12/)
    page.answerNoMore('sessions.nextCall')
    await page.user.type(await theBox(), '命')
    await waitFor(async () => expect(await calls()).toHaveLength(1))
    return (await calls())[0]
  }
  return { caseId: (await cases())[0]?.id ?? '', begin }
}

test('a call that could not be begun when a cry was raised about it is sealed once it begins', async () => {
  const { begin } = await aCryBeforeItsCall()
  const begun = await begin()
  await waitFor(async () => expect(await cases()).toMatchObject([{ callId: begun?.id, callNumber: 1 }]))
})

test('undone, a wrong alarm about a call that could not be begun seals it: it is there by now', async () => {
  const { caseId, begin } = await aCryBeforeItsCall()
  dismissCase(caseId)
  await waitFor(async () => expect(await cases()).toMatchObject([{ state: 'dismissed' }]))
  const begun = await begin()
  act(() => void undoNewest())
  const sealed = async () => accepted(page.client.lifeChannel.sealedCalls({ sessionId: session.id }))
  await waitFor(async () => expect(await sealed()).toMatchObject([{ callId: begun?.id }]))
})

test('neither the first letter of a note nor its saving draws the whole screen anew', async () => {
  const call = await accepted(page.client.sessions.nextCall({ sessionId: session.id, reference: null }))
  page.show(<Live />)
  await theBox()
  // What is asked for as the screen opens has come by then.
  await page.user.keyboard('价{Backspace}')
  const letter = await drawingsDuring(() => page.user.keyboard('补'))
  const save = await drawingsDuring(async () => {
    await page.user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(async () => expect(await accepted(page.client.notes.ofCall({ callId: call.id }))).toHaveLength(1))
  })
  expect([letter.NoteComposer === undefined, letter.LiveListening, save.LiveListening]).toEqual([
    false,
    undefined,
    undefined,
  ])
})
