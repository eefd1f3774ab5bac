import { screen, waitFor } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { aLifeSeat, type LifeSeat } from '../../../test/builders/life-seat.tsx'
import { patience } from '../../../test/builders/patience.ts'
import { lensesOfSession } from '../../features/silver-hair/silver-hair.queries.ts'
import { instantNow } from '../../lib/now.ts'
import { queryClient } from '../../lib/query-client.ts'

let seat: LifeSeat
beforeEach(async () => {
  seat = await aLifeSeat()
})
afterEach(() => seat.close())

const red = () => seat.page.user.keyboard('{Control>}{Shift>}h{/Shift}{/Control}')
const card = () => screen.findByRole('dialog', { name: '生命通道' }, patience)
const EARLIER = /以前听过 1 通/

test('a card tells how often the caller was heard before, and that they are elderly; of a call that is sealed it tells nothing', async () => {
  const { client } = seat.page
  const { id: firstId, sessionId } = seat.call
  await accepted(client.sessions.setReference({ callId: firstId, reference: 'CC-9' }))
  const { id: callId } = await accepted(client.sessions.nextCall({ sessionId, reference: 'CC-9' }))
  await accepted(client.silverHair.mark({ callId, mark: 'marked', origin: 'key' }))
  await seat.sit()
  // What stands beside the call has been asked for.
  await screen.findByText('没有工单', undefined, patience)
  const lenses = () => queryClient.getQueryData(lensesOfSession(sessionId).queryKey)
  await waitFor(() => expect(lenses()).toMatchObject([{ callId }]), patience)
  await red()
  const shown = await card()
  await waitFor(() => expect(shown.textContent).toMatch(EARLIER), patience)
  expect(shown.textContent).toContain('已标为银发来电')
  const raised = { origin: 'key', grade: null, evidence: null, raisedAt: instantNow() } as const
  await accepted(client.lifeChannel.raise({ caseId: v7(), callId: firstId, ...raised }))
  await waitFor(() => expect(shown.textContent).not.toMatch(EARLIER), patience)
})
