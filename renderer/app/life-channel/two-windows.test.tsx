import { act, screen, waitFor } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aLifeSeat, type LifeSeat } from '../../../test/builders/life-seat.tsx'
import { accepted } from '../../../test/builders/outcomes.ts'
import { patience } from '../../../test/builders/patience.ts'
import { changeCard, useLife } from '../../features/life-channel/card/card-store.ts'
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
  const said = { actId: v7(), caseId, at: instantNow(), act: { what: 'dismissed' } } as const
  await accepted(seat.page.client.lifeChannel.act(said))
  await waitFor(() => expect(useLife.getState().cards).toEqual([]), patience)
  await screen.findByText(/另一个窗口/, undefined, patience)
  await red()
  await waitFor(async () => expect((await inHand())?.case.state).toBe('open'), patience)
  expect(useLife.getState().cards).toMatchObject([{ caseId }])
})

test('a case that is raised elsewhere about the call lies folded here: its words are not asked about a second time', async () => {
  const evidence = { grade: 'high', kind: 'suicide', words: ['我不想活了'], earVersion: '1' } as const
  const caseId = v7()
  const raised = { caseId, callId: seat.call.id, origin: 'detected', grade: 'high', evidence } as const
  await accepted(seat.page.client.lifeChannel.raise({ ...raised, raisedAt: instantNow() }))
  await waitFor(() => expect(useLife.getState()).toMatchObject({ cards: [{ caseId }], shownId: null }), patience)
  await seat.page.user.click(await screen.findByLabelText('批注'))
  await seat.page.user.paste('我不想活了，安眠药吃了一整瓶')
  await waitFor(() => expect(useLife.getState().cards[0]?.heard.length).toBeGreaterThan(1), patience)
  expect(useLife.getState()).toMatchObject({ cards: [{ caseId }], questions: [] })
})

test('a case about a call that another desk heard says that it is stored, and not that it is sealed', async () => {
  await red()
  const card = await screen.findByRole('dialog', { name: '生命通道' }, patience)
  await waitFor(() => expect(card.textContent).toContain('已封存，已存下'), patience)
  act(() => changeCard(useLife.getState().shownId ?? '', { isCallElsewhere: true }))
  expect(card.textContent).toContain('还没有封存')
  expect(card.textContent).not.toContain('已封存')
  expect(card.textContent).toContain('已存下')
})
