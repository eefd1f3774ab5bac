import { afterEach, beforeEach, expect, test } from 'vitest'
import { rows } from '../../electron/storage/engine/query.ts'
import { greetDesk, insertDesk } from '../../electron/storage/hub/desks.ts'
import { layDown } from '../../electron/storage/hub/uploaded-rows.ts'
import type { UploadedRow } from '../../electron/team/wire.ts'
import { aHub } from '../builders/hub.ts'
import { patience } from '../builders/patience.ts'
import { anOpenRoom } from '../builders/seats.ts'
import { aToldHour, at, caseRow, entry } from '../builders/told-cases.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
  const personId = await house.aPerson('陈静')
  await house.engine.transact(() => insertDesk({ id: 'east', personId, name: 'east', tokenHash: 'east', madeAt: at }))
  await house.engine.transact(() => greetDesk('east', at))
})
afterEach(() => house.close())

const newId = () => house.clock.newId()
const send = (...entries: UploadedRow[]) =>
  house.engine.transact(() => layDown({ deskId: 'east', generation: 1, entries, at, newId }))

/** Raised with a number in its words and told to be a wrong alarm, by a desk that did not know yet what that owes. */
async function aWrongAlarm(isHandedOver: boolean): Promise<string> {
  const { sessionId, callId, entries } = aToldHour(newId)
  const caseId = newId()
  const evidence = { grade: 'high', kind: 'suicide', words: ['电话 13900008817 我不想活了'], earVersion: '1' }
  const sealed = { id: newId(), case_id: caseId, at, what: 'evidence', is_encrypted: 0 }
  const said = { id: newId(), case_id: caseId, at, actor_id: null, what: 'dismissed', which: null, remark: null }
  const told = [
    ...[...entries, caseRow(caseId, { session_id: sessionId, call_id: callId })],
    ...[entry('life_sealed', { ...sealed, payload: JSON.stringify(evidence) }), entry('life_event', said)],
  ]
  expect(await send(...told)).toEqual({ ok: true })
  if (isHandedOver) await send({ table: 'session', handedOver: sessionId })
  return caseId
}

test('a hub that begins takes the number out of what is its own of a wrong alarm; of the rest its desk does, and tells', async () => {
  const [own, ofDesk] = [await aWrongAlarm(true), await aWrongAlarm(false)]
  const holding = async () =>
    (
      await house.engine.read(() =>
        rows<{ id: string }>(
          `SELECT case_id AS id FROM life_sealed WHERE payload LIKE '%13900008817%' ORDER BY case_id`,
        ),
      )
    ).map(({ id }) => id)
  expect(await holding()).toEqual([own, ofDesk])
  const hub = await aHub(house.url)
  try {
    await expect.poll(holding, patience).toEqual([ofDesk])
  } finally {
    await hub.close()
  }
  expect(await holding()).toEqual([ofDesk])
})
