import { act, screen, waitFor } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { z } from 'zod'
import type { ChangedDetails } from '../../../shared/contract/life-channel/case-acts.ts'
import { accepted } from '../../../test/builders/console.ts'
import { aLifeSeat, type LifeSeat } from '../../../test/builders/life-seat.tsx'
import { patience } from '../../../test/builders/patience.ts'
import type { TestWindow } from '../../../test/builders/window.tsx'
import { takeUpCases } from '../../features/life-channel/card/card.actions.ts'
import { useLife } from '../../features/life-channel/card/card-store.ts'
import { changeDetails } from '../../features/life-channel/card/details.actions.ts'
import { tryRefusedAgain, useOutbox } from '../../features/life-channel/card/outbox.ts'
import { instantNow } from '../../lib/now.ts'

// What somebody writes on the card is kept like half-done notes: a machine that fails while they type on costs no more than their last letters.

let seat: LifeSeat
let page: TestWindow
let caseId: string

beforeEach(async () => {
  seat = await aLifeSeat()
  page = seat.page
  await seat.sit()
  await page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
  await screen.findByRole('dialog', { name: '生命通道' }, patience)
  caseId = useLife.getState().shownId ?? ''
  await waitFor(() => expect(useOutbox.getState().waiting).toEqual([]), patience)
})
afterEach(() => seat.close())

const details = async () => (await accepted(page.client.lifeChannel.inHand({})))[0]?.details

/** Letter by letter, with less between two than anybody rests. */
function typeOn(words: string): void {
  for (const count of words.split('').keys()) {
    act(() => changeDetails(caseId, { remark: words.slice(0, count + 1) }))
    vi.advanceTimersByTime(100)
  }
}

/** Every row that is sent to be kept, as it is sent. */
function whatIsAsked(): unknown[] {
  const asked: unknown[] = []
  page.answer('lifeChannel.keepDetails', (input, ask) => {
    asked.push(input)
    return ask()
  })
  return asked
}

test('it is stored while somebody types on, without a rest between two letters', async () => {
  const asked = whatIsAsked()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    typeOn('她在厨房里，门锁着')
    expect(JSON.stringify(asked)).toContain('她在')
    vi.advanceTimersByTime(1_000)
  } finally {
    vi.useRealTimers()
  }
  await waitFor(async () => expect(await details()).toMatchObject({ remark: '她在厨房里，门锁着' }), patience)
})

test('where the disk takes nothing only the last of it waits', async () => {
  page.answer('lifeChannel.keepDetails', async () => ({ ok: false, code: 'disk_full', detail: {} }))
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    typeOn('她在厨房里，门锁着')
    vi.advanceTimersByTime(1_000)
    expect(useOutbox.getState().waiting.length).toBeLessThan(3)
  } finally {
    vi.useRealTimers()
  }
  page.answerNoMore('lifeChannel.keepDetails')
  act(tryRefusedAgain)
  await waitFor(async () => expect(await details()).toMatchObject({ remark: '她在厨房里，门锁着' }), patience)
})

test('a machine that fails costs a second of what somebody types, and not each letter makes a row of its own', async () => {
  const asked = whatIsAsked()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    act(() => changeDetails(caseId, { remark: '她' }))
    vi.advanceTimersByTime(150)
    expect(asked).toHaveLength(1)
    for (const count of [2, 3, 4, 5, 6, 7]) {
      act(() => changeDetails(caseId, { remark: '她在厨房里门锁'.slice(0, count) }))
      vi.advanceTimersByTime(140)
      await Promise.resolve()
    }
    expect(asked).toHaveLength(1)
    vi.advanceTimersByTime(160)
  } finally {
    vi.useRealTimers()
  }
  await waitFor(() => expect(asked).toHaveLength(2), patience)
  expect(JSON.stringify(asked.at(-1))).toContain('她在厨房里门锁')
  await waitFor(async () => expect(await details()).toMatchObject({ remark: '她在厨房里门锁' }), patience)
})

test('what is written is stored as soon as the window is left', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    act(() => changeDetails(caseId, { remark: '她' }))
    vi.advanceTimersByTime(150)
    act(() => changeDetails(caseId, { remark: '她在厨房' }))
    window.dispatchEvent(new Event('pagehide'))
  } finally {
    vi.useRealTimers()
  }
  await waitFor(async () => expect(await details()).toMatchObject({ remark: '她在厨房' }), patience)
})

/** As a window does that saw so much there. */
const elsewhere = (details: z.input<typeof ChangedDetails>) =>
  accepted(page.client.lifeChannel.keepDetails({ detailsId: v7(), caseId, at: instantNow(), details }))
const field = (name: string) => screen.findByLabelText<HTMLInputElement>(new RegExp(`^${name}`))
const isStored = () => waitFor(() => expect(useOutbox.getState().waiting).toEqual([]), patience)

test('what another window writes is in the fields that nobody wrote in here', async () => {
  await elsewhere({ callback: '18653290347', seen: { callback: '' } })
  await waitFor(async () => expect(await field('回拨号码')).toHaveProperty('value', '18653290347'), patience)
  await elsewhere({ callback: '', seen: { callback: '18653290347' } })
  await waitFor(async () => expect(await field('回拨号码')).toHaveProperty('value', ''), patience)
  expect(screen.queryByText(/另一个窗口/)).toBeNull()
})

test('where two windows write in one field both texts stand, here and on the disk, and the card says so', async () => {
  await page.user.click(await field('还知道什么'))
  await page.user.keyboard('门锁着')
  await waitFor(async () => expect(await details()).toMatchObject({ remark: '门锁着' }), patience)
  await elsewhere({ remark: '有两只狗', seen: { remark: '' } })
  await screen.findByText(/另一个窗口也在写/, undefined, patience)
  expect(await field('还知道什么')).toHaveProperty('value', '门锁着 / 有两只狗')
  // Whoever writes on does so where they were.
  await page.user.keyboard('，反锁')
  expect(await field('还知道什么')).toHaveProperty('value', '门锁着，反锁 / 有两只狗')
  await waitFor(async () => expect(await details()).toMatchObject({ remark: '门锁着，反锁 / 有两只狗' }), patience)
  await page.user.click(await field('回拨号码'))
  await waitFor(() => expect(screen.queryByText(/另一个窗口也在写/)).toBeNull(), patience)
})

test('what is on its way here when another window writes is not dropped for it', async () => {
  page.answer('lifeChannel.keepDetails', async (input, ask) => {
    if (JSON.stringify(input).includes('有两只狗')) return ask()
    await elsewhere({ remark: '有两只狗', seen: { remark: '' } })
    return ask()
  })
  await page.user.click(await field('还知道什么'))
  await page.user.paste('门锁着')
  await waitFor(async () => expect(await field('还知道什么')).toHaveProperty('value', '有两只狗 / 门锁着'), patience)
  page.answerNoMore('lifeChannel.keepDetails')
  await isStored()
  expect(await details()).toMatchObject({ remark: '有两只狗 / 门锁着' })
})

test('where two windows wrote more than a field takes all of it is kept, and a window that opens then goes on with it', async () => {
  const [first, second] = ['门'.repeat(1_000), '锁'.repeat(1_000)]
  await elsewhere({ remark: first, seen: { remark: '' } })
  await elsewhere({ remark: second, seen: { remark: '' } })
  const kept = await accepted(page.client.lifeChannel.inHand({}))
  expect(kept[0]?.details?.remark).toBe(`${first} / ${second}`)
  act(() => useLife.setState({ cards: [], shownId: null }))
  act(() => takeUpCases(kept))
  act(() => changeDetails(caseId, { callback: '18653290347' }))
  await waitFor(async () => expect(await details()).toMatchObject({ callback: '18653290347' }), patience)
  expect((await details())?.remark).toBe(`${first} / ${second}`)
})
