import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { aLifeSeat, type LifeSeat } from '../../../test/builders/life-seat.tsx'
import { patience } from '../../../test/builders/patience.ts'
import type { TestWindow } from '../../../test/builders/window.tsx'
import { useLife } from '../../features/life-channel/card/card-store.ts'

// Somebody who pressed the red key types on as before, while the card has the keys.

let seat: LifeSeat
let page: TestWindow
const { execCommand } = document
let written: string

beforeEach(async () => {
  seat = await aLifeSeat()
  page = seat.page
  written = ''
  // A browser writes it at the caret; what is typed from then on goes there by itself.
  document.execCommand = (_, __, text) => {
    if (document.activeElement instanceof HTMLTextAreaElement) written += text
    return true
  }
  await seat.sit()
  await page.user.type(await box(), 'She says: ')
  await red()
  await screen.findByRole('dialog', { name: '生命通道' }, patience)
})
afterEach(async () => {
  document.execCommand = execCommand
  await seat.close()
})

const red = () => page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
const box = () => screen.findByLabelText<HTMLTextAreaElement>('批注')
const isCardThere = () => screen.queryByRole('dialog', { name: '生命通道' }) !== null
const theCase = async () => (await accepted(page.client.lifeChannel.list({ limit: 20 }))).cases[0]
const isStored = (what: object) => waitFor(async () => expect(await theCase()).toMatchObject(what), patience)

test('what is typed on goes into the note from its first letter on: no letter ends a case, and no figure calls anybody', async () => {
  expect((await screen.findByRole('dialog')).textContent).toContain('接着打字就写回批注')
  await page.user.keyboard('was in room 3 because of him, alone with her boy')
  expect([written, (await box()).value]).toEqual(['wa', 'She says: s in room 3 because of him, alone with her boy'])
  expect([isCardThere(), useLife.getState().isEngaged, useLife.getState().cards[0]?.handedOver]).toEqual([
    true,
    false,
    [],
  ])
  expect(document.activeElement).toBe(await box())
  await isStored({ state: 'open' })
})

test('a word that begins with a key of a field, or with a figure, is a word', async () => {
  await page.user.keyboard('come to 3')
  expect([written, (await box()).value]).toEqual(['co', 'She says: me to 3'])
  written = ''
  await red()
  await page.user.keyboard('3rd floor')
  expect([written, (await box()).value]).toEqual(['3rd', 'She says: me to 3 floor'])
  expect(useLife.getState().cards[0]?.handedOver).toEqual([])
  await isStored({ state: 'open', handedOver: [] })
})

test('a number that is read out in groups goes into the note whole; nobody is called, and no step is done', async () => {
  await page.user.keyboard('8')
  await waitFor(() => expect(screen.getByRole('button', { name: /^8/ })).toHaveProperty('dataset.waiting', 'true'))
  await page.user.keyboard('138')
  await page.user.keyboard('00008817')
  expect([written, (await box()).value]).toEqual(['81', 'She says: 3800008817'])
  expect(useLife.getState().cards[0]).toMatchObject({ handedOver: [], steps: {} })
  await isStored({ state: 'open', handedOver: [], steps: [] })
})

test('one letter alone ends it, as soon as nothing is typed on; the red key brings it back, also amid words', async () => {
  await page.user.keyboard('w')
  await waitFor(() => expect(isCardThere()).toBe(false), patience)
  await isStored({ state: 'dismissed' })
  await page.user.keyboard('no, she means it')
  await red()
  expect(await screen.findByRole('dialog', { name: '生命通道' })).toBeTruthy()
  await isStored({ state: 'open' })
  expect((await accepted(page.client.lifeChannel.list({ limit: 20 }))).total).toBe(1)
})

test('what somebody took over is ended by the button, and by no letter; it comes back as it was', async () => {
  await page.user.keyboard('3')
  await isStored({ state: 'handed_over' })
  await page.user.keyboard('w')
  expect(isCardThere()).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: /误报/ }))
  await isStored({ state: 'dismissed' })
  fireEvent.click(await screen.findByRole('button', { name: /撤销/ }))
  await isStored({ state: 'handed_over', handedOver: [{ to: '110' }] })
})
