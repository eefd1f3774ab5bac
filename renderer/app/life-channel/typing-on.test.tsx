import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { patience } from '../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { useLife } from '../../features/life-channel/card/card-store.ts'
import { useOutbox } from '../../features/life-channel/card/outbox.ts'
import { workspaceStatus } from '../../lib/common-queries.ts'
import { queryClient } from '../../lib/query-client.ts'
import { fetchLifeChannel, LifeChannel } from './LifeChannel.tsx'

// Somebody who pressed the red key types on as before, while the card has the keys.

let page: TestWindow

beforeEach(async () => {
  useLife.setState({ cards: [], shownId: null, isEngaged: false, questions: [] })
  useOutbox.setState({ waiting: [], refused: [], why: null })
  page = await aWindow()
  await fetchLifeChannel()
  await queryClient.prefetchQuery(workspaceStatus)
  page.show(<LifeChannel />, '/listen')
  await page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
  await screen.findByRole('dialog', { name: '生命通道' }, patience)
})
afterEach(() => page.close())

const isCardThere = () => screen.queryByRole('dialog', { name: '生命通道' }) !== null
const theCase = async () => (await accepted(page.client.lifeChannel.list({ limit: 20 }))).cases[0]
const isStored = (what: object) => waitFor(async () => expect(await theCase()).toMatchObject(what), patience)

test('amid words no letter ends a case or leads into a field, and no figure calls anybody', async () => {
  await page.user.keyboard('Gran is in room 3 because of him, alone with her boy')
  expect([isCardThere(), useLife.getState().cards[0]?.handedOver]).toEqual([true, []])
  expect(document.activeElement?.tagName).toBe('DIV')
  await isStored({ state: 'open' })
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
