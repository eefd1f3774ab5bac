import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { aLifeSeat, type LifeSeat } from '../../../test/builders/life-seat.tsx'
import { patience } from '../../../test/builders/patience.ts'
import type { TestWindow } from '../../../test/builders/window.tsx'
import { useLife } from '../../features/life-channel/card/card-store.ts'

// Somebody who pressed the red key amid a word types on as before: whoever types and whoever looks at the card share no letter.

let seat: LifeSeat
let page: TestWindow

beforeEach(async () => {
  seat = await aLifeSeat()
  page = seat.page
  await seat.sit()
  await page.user.type(await box(), 'She says: ')
  await red()
  await card()
})
afterEach(() => seat.close())

const red = () => page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
const box = () => screen.findByLabelText<HTMLTextAreaElement>('批注')
const card = () => screen.findByRole('dialog', { name: '生命通道' }, patience)
const isCardThere = () => screen.queryByRole('dialog', { name: '生命通道' }) !== null
const theCase = async () => (await accepted(page.client.lifeChannel.list({ limit: 20 }))).cases[0]
const isStored = (what: object) => waitFor(async () => expect(await theCase()).toMatchObject(what), patience)
/** So slowly that each key stands alone. */
const slowly = async (text: string) => {
  for (const key of text) {
    await page.user.keyboard(key)
    await new Promise((resolve) => setTimeout(resolve, 450))
  }
}

test('what is typed on goes into the note from its first letter on, however slowly: no letter ends a case, and no figure calls anybody', async () => {
  expect((await card()).textContent).toContain('键盘没有动，可以接着写')
  await slowly('w3')
  await page.user.keyboard('as in room 3 because of him')
  expect((await box()).value).toBe('She says: w3as in room 3 because of him')
  expect(useLife.getState()).toMatchObject({ isEngaged: false, cards: [{ handedOver: [], steps: {} }] })
  expect([isCardThere(), document.activeElement]).toEqual([true, await box()])
  await isStored({ state: 'open', handedOver: [], steps: [] })
})

test('pressed once more the red key steps onto the card, which says so: each key is done at once, and none is written', async () => {
  await red()
  expect((await card()).textContent).toContain('键盘在卡片上')
  await page.user.keyboard('x3')
  expect(useLife.getState().cards[0]?.handedOver).toMatchObject([{ to: '110' }])
  expect((await box()).value).toBe('She says: ')
  await page.user.keyboard('{Escape} and')
  expect([isCardThere(), (await box()).value]).toEqual([false, 'She says:  and'])
  await isStored({ state: 'handed_over', handedOver: [{ to: '110' }] })
})

test('Esc folds the card from the note as well, and does nothing to what lies beneath it', async () => {
  await page.user.keyboard('{Escape}')
  expect([isCardThere(), document.activeElement]).toEqual([false, await box()])
  await page.user.keyboard('on')
  expect((await box()).value).toBe('She says: on')
})

test('what is pressed by mouse is done, and the caret stays in the note; in a field of the card the card has the keys, and gives them back', async () => {
  await page.user.click(screen.getByRole('button', { name: /^2/ }))
  expect(useLife.getState().cards[0]?.handedOver).toMatchObject([{ to: '12356' }])
  expect(document.activeElement).toBe(await box())
  await page.user.click(screen.getByLabelText('回拨号码'))
  await page.user.keyboard('139')
  await red()
  await page.user.keyboard('5{Escape}')
  expect(useLife.getState().cards[0]).toMatchObject({
    details: { callback: '139' },
    steps: { account: expect.any(String) },
  })
  expect(document.activeElement).toBe(await box())
})

test('one letter ends it at once; the red key brings it back, also amid words, and takes no letter from them', async () => {
  await red()
  await page.user.keyboard('w')
  expect(isCardThere()).toBe(false)
  await isStored({ state: 'dismissed' })
  await page.user.keyboard('no, she means it')
  await red()
  await card()
  await page.user.keyboard(' w')
  expect([isCardThere(), (await box()).value]).toEqual([true, 'She says: no, she means it w'])
  await isStored({ state: 'open' })
  expect((await accepted(page.client.lifeChannel.list({ limit: 20 }))).total).toBe(1)
})

test('what somebody took over is ended by the button, and by no letter; it comes back as it was', async () => {
  await red()
  await page.user.keyboard('3')
  await isStored({ state: 'handed_over' })
  await page.user.keyboard('w')
  expect(isCardThere()).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: /误报/ }))
  await isStored({ state: 'dismissed' })
  fireEvent.click(await screen.findByRole('button', { name: /撤销/ }))
  await isStored({ state: 'handed_over', handedOver: [{ to: '110' }] })
})
