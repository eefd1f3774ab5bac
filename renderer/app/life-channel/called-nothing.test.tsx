import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aLifeSeat, type LifeSeat } from '../../../test/builders/life-seat.tsx'
import { patience } from '../../../test/builders/patience.ts'
import type { TestWindow } from '../../../test/builders/window.tsx'
import { dismissCase } from '../../features/life-channel/card/card.actions.ts'
import { useLife } from '../../features/life-channel/card/card-store.ts'
import { HANDS_REST_MS } from '../../features/life-channel/ear/when-paused.ts'

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
