import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ExportLedger, SealRefused, truthOn } from '../../../electron/services/exports/export-truth.ts'
import { exportsService } from '../../../electron/services/exports/exports.ts'
import { hubExportTruth } from '../../../electron/team/hub-export-truth.ts'
import { HubAway, type HubLink } from '../../../electron/team/hub-link-port.ts'
import { anExportHouse, type ExportHouse, everything } from '../../builders/exports.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { nobody } from '../../builders/seats.ts'
import { aTakingDrop } from '../../builders/taking-drop.ts'

let house: ExportHouse
let exports: ReturnType<typeof exportsService>
let isRefused: boolean
let asked: number
beforeEach(async () => {
  house = await anExportHouse({}, {}, aTakingDrop)
  const { ledger, ...truth } = truthOn(house.parts, 'engine')
  const unlessRefused =
    <Id extends string, A>(ask: (id: Id) => A | Promise<A>) =>
    async (id: Id) => {
      asked += 1
      if (isRefused) throw new SealRefused()
      return ask(id)
    }
  const toMake: ExportLedger['toMake'] = unlessRefused(ledger.toMake)
  const beginTry: ExportLedger['beginTry'] = unlessRefused(ledger.beginTry)
  const mayGoOut = async () => (isRefused ? 'refused' : 'yes')
  isRefused = true
  asked = 0
  exports = exportsService(house.parts, aTakingDrop(), { ...truth, mayGoOut, ledger: { ...ledger, toMake, beginTry } })
})
afterEach(async () => {
  await exports.close()
  await house.close()
})

const record = async () => (await accepted(exports.list({ limit: 1 }, nobody)))[0]

test('where the hub would not take a seal, a file says why it waits, is looked at and not tried, and goes once it has', async () => {
  await house.aTicket()
  const wish = { selection: everything, scope: '全部', folder: house.share }
  await accepted(exports.start({ ...wish, language: 'zh', formats: ['csv'] }, nobody))
  await vi.waitFor(async () => expect(await record()).toMatchObject({ state: 'waiting', sha256: null }), patience)
  expect(await record()).toMatchObject({ reason: 'seal_refused', tries: 0 })
  const before = asked
  await exports.look()
  expect([asked, (await record())?.reason]).toEqual([before, 'seal_refused'])
  isRefused = false
  await vi.waitFor(async () => {
    await exports.look()
    expect(await record()).toMatchObject({ state: 'delivered', reason: null })
  }, patience)
})

test('a desk asks its hub for nothing of a file while a seal is not taken there; away and refused are told apart', async () => {
  const link = { ask: () => Promise.reject(new HubAway(false)), state: () => ({ kind: 'here' }) } as unknown as HubLink
  const truth = (how: 'up' | 'away' | 'set_aside') =>
    hubExportTruth(link, house.clock, { isUp: async () => true, areSealsUp: async () => how })
  const id = house.clock.newId()
  for (const ask of ['toMake', 'beginTry'] as const) {
    await expect(truth('set_aside').ledger[ask](id)).rejects.toBeInstanceOf(SealRefused)
    await expect(truth('away').ledger[ask](id)).rejects.toThrow('the truth does not answer: offline')
  }
  expect(await Promise.all((['up', 'away', 'set_aside'] as const).map((how) => truth(how).mayGoOut?.()))).toEqual([
    'yes',
    'away',
    'refused',
  ])
})
