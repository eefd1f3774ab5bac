import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { aLifeSeat, type LifeSeat } from '../../../test/builders/life-seat.tsx'
import { patience } from '../../../test/builders/patience.ts'
import type { TestWindow } from '../../../test/builders/window.tsx'
import { changeDetails } from '../../features/life-channel/card/card.actions.ts'
import { useLife } from '../../features/life-channel/card/card-store.ts'
import { tryRefusedAgain, useOutbox } from '../../features/life-channel/card/outbox.ts'

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

test('it is stored while somebody types on, without a rest between two letters', async () => {
  const asked: unknown[] = []
  page.answer('lifeChannel.keepDetails', (input, ask) => {
    asked.push(input)
    return ask()
  })
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
