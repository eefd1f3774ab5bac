import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { aLifeSeat, type LifeSeat } from '../../../test/builders/life-seat.tsx'
import { patience } from '../../../test/builders/patience.ts'
import { useLife } from '../../features/life-channel/card/card-store.ts'
import { beginDrill, sayNextLine, useLifeDrill } from '../../features/life-channel/drill/drill-store.ts'

// A drill was folded away and another one is begun.

let seat: LifeSeat
beforeEach(async () => {
  seat = await aLifeSeat()
  await seat.sit()
})
afterEach(() => seat.close())

const untilTheCry = () =>
  act(() => {
    while (useLifeDrill.getState().running?.criedAtMs === null) sayNextLine()
  })
const drills = () => accepted(seat.page.client.lifeDrills.history({}))

test('the one that goes on is the only one, is measured and written down', async () => {
  const { user } = seat.page
  act(() => beginDrill(null))
  untilTheCry()
  await user.click(await screen.findByRole('button', { name: /12356/ }, patience))
  await waitFor(async () => expect(await drills()).toHaveLength(1), patience)
  await user.keyboard('{Escape}')
  act(() => beginDrill(null))
  expect(useLife.getState().cards).toHaveLength(1)
  untilTheCry()
  await user.click(await screen.findByRole('button', { name: /12356/ }, patience))
  await waitFor(async () => expect(await drills()).toHaveLength(2), patience)
})
