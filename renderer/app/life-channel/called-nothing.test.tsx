import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aLifeSeat, type LifeSeat } from '../../../test/builders/life-seat.tsx'
import { accepted } from '../../../test/builders/outcomes.ts'
import { patience } from '../../../test/builders/patience.ts'
import type { TestWindow } from '../../../test/builders/window.tsx'
import { dismissCase } from '../../features/life-channel/card/card.actions.ts'
import { useLife } from '../../features/life-channel/card/card-store.ts'
import { useOutbox } from '../../features/life-channel/card/outbox.ts'
import { HANDS_REST_MS } from '../../features/life-channel/ear/hands-rest.ts'
import { forgetAnswers } from '../../features/life-channel/ear/heard-of-call.ts'
import { workspaceStatus } from '../../lib/common-queries.ts'
import { instantNow } from '../../lib/now.ts'
import { queryClient } from '../../lib/query-client.ts'
import { dismissSuspicion } from './press-red.ts'

// Somebody said that it was nothing: the same words are nothing from then on, whatever else they may be heard as.

let seat: LifeSeat
let page: TestWindow

beforeEach(async () => {
  seat = await aLifeSeat()
  page = seat.page
  await seat.sit()
})
afterEach(() => seat.close())

const box = () => screen.findByLabelText<HTMLTextAreaElement>('批注')
/** The window has looked at what stood there once the hands rested. */
const rested = () => act(() => new Promise((done) => setTimeout(done, 2 * HANDS_REST_MS)))
const isAsked = () => useLife.getState().questions.length > 0 || useLife.getState().cards.length > 0

test.each([
  ['heard as another kind once it is saved', '爸妈要是知道了会打死我，我不敢回家了，想死'],
  ['stored with stars in its words', '电话13900008817我不想活了'],
])('what was called nothing is not asked about again out of the same note, %s', async (_, words) => {
  await page.user.click(await box())
  await page.user.paste(words)
  await waitFor(() => expect(isAsked()).toBe(true), patience)
  await rested()
  if (useLife.getState().cards.length > 0) act(() => dismissCase(useLife.getState().cards[0]?.caseId ?? ''))
  else await page.user.keyboard('{Alt>}w{/Alt}')
  await rested()
  expect(isAsked()).toBe(false)
  await page.user.click(await box())
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await rested()
  expect(isAsked()).toBe(false)
  // What it did not say is heard as ever.
  await page.user.click(await box())
  await page.user.paste('她刚才割腕了，血止不住')
  await waitFor(() => expect(isAsked()).toBe(true), patience)
})

/** By mouse on the card, before the hands rested. */
const callWrong = async () => {
  await page.user.click(await screen.findByRole('button', { name: /误报/ }, patience))
  expect(useLife.getState().cards).toEqual([])
}

test.each(['老子活腻了，爱咋咋地', '她说以后不会再打来了'])(
  'the rest of the line that was called wrong, as it stood there, is not asked about after it: %s',
  async (rest) => {
    await page.user.click(await box())
    await page.user.paste(`我药都买好了，今晚就吃安眠药自杀。${rest}`)
    await callWrong()
    await rested()
    expect(isAsked()).toBe(false)
  },
)

test.each([
  ['how somebody is by it', '，我头好晕，站不起来了', false],
  ['stored with stars in its words', '，电话13900008817我头好晕', false],
  ['another danger, of high risk, behind a comma', '，她刚才割腕了，血止不住', true],
  ['somebody else who lies there', '，我妈晕倒没呼吸了', true],
  ['another sentence, of high risk', '。她刚才割腕了，血止不住', true],
])(
  'a wrong alarm said within a blink of the save is said of the rest of that danger in its sentence too: %s',
  async (_, rest, isHeard) => {
    await page.user.click(await box())
    await page.user.paste('屋里一股煤气味')
    await screen.findByRole('button', { name: /误报/ }, patience)
    const field = await box()
    fireEvent.change(field, { target: { value: `屋里一股煤气味${rest}` } })
    fireEvent.keyDown(field, { key: 'Enter', code: 'Enter', ctrlKey: true })
    act(() => dismissCase(useLife.getState().shownId ?? ''))
    expect((await box()).value).toBe('')
    expect(useLife.getState().cards).toEqual([])
    await rested()
    expect(isAsked()).toBe(isHeard)
    const { figures } = await accepted(page.client.lifeChannel.list({ limit: 5 }))
    expect(figures).toMatchObject({ wrongAlarms: 1 })
    if (isHeard) return
    await page.user.click(await box())
    await page.user.paste('她刚才割腕了，血止不住')
    await waitFor(() => expect(isAsked()).toBe(true), patience)
  },
)

test('a wrong alarm of less than high risk says nothing of a cry of high risk in the same sentence', async () => {
  await page.user.click(await box())
  await page.user.paste('没有人会在意我死了')
  await waitFor(() => expect(isAsked()).toBe(true), patience)
  await page.user.paste('，我药都买好了，今晚就吃安眠药自杀')
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  act(() => void dismissSuspicion())
  await waitFor(() => expect(useLife.getState().cards).toHaveLength(1), patience)
})

test('what another window called wrong is not asked about again here', async () => {
  await page.user.click(await box())
  await page.user.paste('我药都买好了，今晚就吃安眠药自杀。老子活腻了，爱咋咋地')
  await screen.findByRole('button', { name: /误报/ }, patience)
  const caseId = useLife.getState().shownId ?? ''
  await waitFor(() => expect(useOutbox.getState().waiting).toEqual([]), patience)
  const act = { actId: v7(), caseId, at: instantNow(), act: { what: 'dismissed' } } as const
  await accepted(page.client.lifeChannel.act(act))
  await waitFor(() => expect(useLife.getState().cards).toEqual([]), patience)
  await rested()
  expect(isAsked()).toBe(false)
})

test.each(['我药都买好了，今晚就吃安眠药自杀。老子活腻了，爱咋咋地', '没有人会在意我死了'])(
  'what was called nothing is not asked about again after a restart, and what is typed on there is: %s',
  async (words) => {
    await page.user.click(await box())
    await page.user.paste(words)
    await waitFor(() => expect(isAsked()).toBe(true), patience)
    await rested()
    if (useLife.getState().cards.length > 0) act(() => dismissCase(useLife.getState().cards[0]?.caseId ?? ''))
    else await page.user.keyboard('{Alt>}w{/Alt}')
    await waitFor(() => expect(useOutbox.getState().waiting).toEqual([]), patience)
    cleanup()
    act(() => useLife.setState({ cards: [], shownId: null, questions: [], dismissed: null, calmed: null }))
    forgetAnswers()
    queryClient.clear()
    await queryClient.prefetchQuery(workspaceStatus)
    await seat.sit()
    await page.user.click(await box())
    await page.user.paste('。')
    await rested()
    expect(isAsked()).toBe(false)
    await page.user.paste('她刚才割腕了，血止不住')
    await waitFor(() => expect(isAsked()).toBe(true), patience)
  },
)

test('a cry of high risk that was typed on since is heard all the same', async () => {
  await page.user.click(await box())
  await page.user.paste('我药都买好了，今晚就吃安眠药自杀')
  await screen.findByRole('button', { name: /误报/ }, patience)
  const field = await box()
  act(() => {
    fireEvent.change(field, { target: { value: '我药都买好了，今晚就吃安眠药自杀。她刚才割腕了，血止不住' } })
    dismissCase(useLife.getState().shownId ?? '')
  })
  await waitFor(() => expect(useLife.getState().cards).toHaveLength(1), patience)
})

test('the red key brings a wrong alarm back within a minute, whatever was asked about its call meanwhile, and the card tells that', async () => {
  await page.user.click(await box())
  await page.user.paste('我药都买好了，今晚就吃安眠药自杀')
  await callWrong()
  const { caseId } = useLife.getState().dismissed?.card ?? {}
  await page.user.click(await box())
  await page.user.paste('，没有人会在意我死了')
  await waitFor(() => expect(useLife.getState().questions).toHaveLength(1), patience)
  await page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
  const shown = await screen.findByRole('dialog', { name: '生命通道' }, patience)
  expect(useLife.getState()).toMatchObject({ cards: [{ caseId }], questions: [], dismissed: null })
  expect(shown.textContent).toContain('没有人会在意我死了')
  await waitFor(async () => {
    const { figures, cases } = await accepted(page.client.lifeChannel.list({ limit: 5 }))
    expect([figures.wrongAlarms, cases.map(({ state }) => state)]).toEqual([0, ['open']])
  }, patience)
})

test('what was typed since, and another line, is asked about all the same', async () => {
  await page.user.click(await box())
  await page.user.paste('没有人会在意我死了')
  await waitFor(() => expect(isAsked()).toBe(true), patience)
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await rested()
  // What is said barely waits for the hands to rest: nobody was asked about it yet.
  await page.user.paste('我想死')
  await page.user.keyboard('{Alt>}w{/Alt}')
  await waitFor(() => expect(isAsked()).toBe(true), patience)
  expect(JSON.stringify(useLife.getState())).toContain('我想死')
})
