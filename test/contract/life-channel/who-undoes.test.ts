import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lifeChannelService } from '../../../electron/services/life-channel/life-channel.ts'
import { plainSealer } from '../../../electron/services/life-channel/sealer.ts'
import { makeSealing } from '../../../electron/services/life-channel/sealing.ts'
import type { CaseAct } from '../../../shared/contract/life-channel/case-acts.ts'
import type { LifeCase } from '../../../shared/contract/life-channel/life-channel.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../../builders/seats.ts'

// Whoever raised a case takes back a slip of theirs, and undoes nothing of what others took over.

let house: Awaited<ReturnType<typeof anOpenRoom>>
let life: ReturnType<typeof lifeChannelService>
let raiser: { personId: string; role: 'note_taker' }
let caseId: string
beforeEach(async () => {
  house = await anOpenRoom()
  life = lifeChannelService(house.parts, makeSealing(house.parts, plainSealer), plainSealer)
  raiser = { personId: await house.aPerson('陈静'), role: 'note_taker' }
  caseId = v7()
  const raised = { caseId, callId: null, origin: 'key', grade: null, evidence: null } as const
  await accepted(life.raise({ ...raised, raisedAt: house.clock.now() }, raiser))
})
afterEach(() => house.close())

const act = (what: CaseAct, at = house.clock.now()) => life.act({ actId: v7(), caseId, at, act: what }, raiser)
const theCase = async (): Promise<LifeCase | undefined> =>
  (await accepted(life.list({ limit: 5, offset: 0 }, nobody))).cases[0]
const police = { what: 'handed_over', to: '110', name: null } as const
const refused = { ok: false, code: 'taken_over' }

test('a hand-over is taken back right away, and later by those who see all cases alone', async () => {
  await accepted(act(police))
  house.clock.advance(9_000)
  await accepted(act({ what: 'handed_back' }))
  expect((await theCase())?.state).toBe('open')
  await accepted(act(police))
  house.clock.advance(3_600_000)
  expect(await act({ what: 'handed_back' })).toMatchObject(refused)
  expect(await act({ what: 'handed_back' }, addMs(house.clock.now(), -7_200_000))).toMatchObject(refused)
  expect(await act({ what: 'dismissed' })).toMatchObject(refused)
  expect((await theCase())?.handedOver).toHaveLength(1)
  const back = { actId: v7(), caseId, at: house.clock.now(), act: { what: 'handed_back' } } as const
  await accepted(life.act(back, nobody))
  expect((await theCase())?.handedOver).toEqual([])
})

test('what became of a case is taken back by those who see all cases, and by whoever raised it only where nobody else said it', async () => {
  await accepted(life.close({ caseId, outcome: 'safe' }, nobody))
  expect(await life.close({ caseId, outcome: null }, raiser)).toMatchObject(refused)
  expect((await theCase())?.outcome).toBe('safe')
  await accepted(life.close({ caseId, outcome: 'with_helpers' }, raiser))
  expect(await life.close({ caseId, outcome: null }, raiser)).toMatchObject(refused)
  await accepted(life.close({ caseId, outcome: null }, nobody))
  expect((await theCase())?.state).toBe('open')
  await accepted(life.close({ caseId, outcome: 'unknown' }, raiser))
  await accepted(life.close({ caseId, outcome: null }, raiser))
  expect((await theCase())?.state).toBe('open')
})

test('a wrong alarm is not said before the case was raised', async () => {
  const { raisedAt = '' } = (await theCase()) ?? {}
  await accepted(act({ what: 'dismissed' }, addMs(raisedAt, -86_400_000)))
  expect((await theCase())?.verdicts.map(({ at }) => at)).toEqual([raisedAt])
})

test('of what the crisis team needs each window keeps what was written in it, beside what another kept', async () => {
  const keep = (details: object, at = house.clock.now()) =>
    accepted(life.keepDetails({ detailsId: v7(), caseId, at, details }, raiser))
  const details = async () => (await accepted(life.inHand({}, raiser)))[0]?.details
  await keep({ callback: '13655550001', passedOn: ['13655550001'] })
  await keep({ address: '虎门镇太沙路 5 号' })
  expect(await details()).toEqual({
    ...{ callback: '13655550001', address: '虎门镇太沙路 5 号', remark: '' },
    passedOn: ['13655550001'],
  })
  // What was written before, and waited to be sent, comes later.
  await keep({ remark: '门禁 2580' }, addMs(house.clock.now(), -60_000))
  expect(await details()).toMatchObject({ callback: '13655550001', remark: '门禁 2580' })
  // Taken out, its mark goes with it.
  await keep({ callback: '010-88886666' })
  expect((await details())?.passedOn ?? []).toEqual([])
})
