import { waitFor } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aLifeSeat, type LifeSeat } from '../../../test/builders/life-seat.tsx'
import { accepted } from '../../../test/builders/outcomes.ts'
import { patience } from '../../../test/builders/patience.ts'
import { useLife } from '../../features/life-channel/card/card-store.ts'
import { instantNow } from '../../lib/now.ts'

let seat: LifeSeat
beforeEach(async () => {
  seat = await aLifeSeat()
})
afterEach(() => seat.close())

test('a window that could not ask what is in hand when it opened has the cases as soon as it is told', async () => {
  const { client, answer, answerNoMore } = seat.page
  const caseId = v7()
  const raised = { caseId, callId: seat.call.id, origin: 'key', grade: null, evidence: null, raisedAt: instantNow() }
  await accepted(client.lifeChannel.raise({ ...raised, origin: 'key' }))
  let asked = 0
  answer('lifeChannel.inHand', async () => {
    asked += 1
    return { ok: false, code: 'disk_failed', detail: { code: 'EIO' } }
  })
  await seat.sit()
  await waitFor(() => expect(asked).toBeGreaterThan(0), patience)
  answerNoMore('lifeChannel.inHand')
  const act = { actId: v7(), caseId, at: instantNow(), act: { what: 'step', step: 'phone' } } as const
  await accepted(client.lifeChannel.act(act))
  await waitFor(() => expect(useLife.getState().cards).toMatchObject([{ caseId }]), patience)
})
