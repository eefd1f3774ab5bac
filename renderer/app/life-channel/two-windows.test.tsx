import { screen, waitFor } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aLifeSeat, type LifeSeat } from '../../../test/builders/life-seat.tsx'
import { accepted } from '../../../test/builders/outcomes.ts'
import { patience } from '../../../test/builders/patience.ts'
import { useLife } from '../../features/life-channel/card/card-store.ts'
import { instantNow } from '../../lib/now.ts'

// A second window of the same desk has the same case.

let seat: LifeSeat
beforeEach(async () => {
  seat = await aLifeSeat()
  await seat.sit()
})
afterEach(() => seat.close())

const inHand = async () => (await accepted(seat.page.client.lifeChannel.inHand({})))[0]
const red = () => seat.page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')

test('a case that another window called wrong leaves this one, which says so, and is there again by the red key', async () => {
  await red()
  await screen.findByRole('dialog', { name: '生命通道' }, patience)
  await waitFor(async () => expect((await inHand())?.case.state).toBe('open'), patience)
  const caseId = (await inHand())?.case.id ?? ''
  const act = { actId: v7(), caseId, at: instantNow(), act: { what: 'dismissed' } } as const
  await accepted(seat.page.client.lifeChannel.act(act))
  await waitFor(() => expect(useLife.getState().cards).toEqual([]), patience)
  await screen.findByText(/另一个窗口/, undefined, patience)
  await red()
  await waitFor(async () => expect((await inHand())?.case.state).toBe('open'), patience)
  expect(useLife.getState().cards).toMatchObject([{ caseId }])
})
