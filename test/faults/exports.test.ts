import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type StartChild, startNodeChild } from '../../electron/adapters/child-port.ts'
import { anExportHouse, type ExportHouse } from '../builders/exports.ts'
import { accepted } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { nobody } from '../builders/seats.ts'

/** Whether the drive answers now; each new child process is put on a dead or a living drive accordingly. */
let isDead: boolean
let house: ExportHouse
beforeEach(async () => {
  isDead = true
  const startChild: StartChild = (entry) =>
    startNodeChild(isDead ? new URL('./hanging-child.ts', import.meta.url) : entry)
  house = await anExportHouse({}, { startChild, silenceMs: 300, checkMs: 300 })
  await house.aTicket()
})
afterEach(() => house.close())

const oneRecord = async () => {
  const [record] = await house.ledger()
  if (record === undefined) throw new Error('no record')
  return record
}

test('a dead drive leaves the export waiting with that reason, and the console answers meanwhile', async () => {
  await accepted(house.start())
  await vi.waitFor(async () => expect((await oneRecord()).state).toBe('delivering'), { ...patience, interval: 5 })
  await house.aTicket('此时仍可开单')
  expect(await house.allIn('waiting')).toMatchObject([{ reason: 'drive_not_answering', tries: 1 }])
  isDead = false
  await vi.waitFor(async () => {
    await house.exports().retryWaiting()
    expect(await oneRecord()).toMatchObject({ state: 'delivered', tries: 2 })
  }, patience)
})

test('given up while the drive hangs: the person need not wait for the drive', async () => {
  await house.close()
  const startChild: StartChild = () => startNodeChild(new URL('./hanging-child.ts', import.meta.url))
  house = await anExportHouse({}, { startChild, silenceMs: 60_000 })
  await house.aTicket()
  await accepted(house.start())
  await vi.waitFor(async () => expect(await oneRecord()).toMatchObject({ tries: 1 }), { ...patience, interval: 5 })
  const { id } = await oneRecord()
  expect(await accepted(house.exports().cancel({ exportId: id }, nobody))).toMatchObject({ state: 'cancelled' })
  expect([house.outbox(), readdirSync(house.share)]).toEqual([[], []])
})

test('given up before its bytes are made: it never arrives', async () => {
  isDead = false
  const [record] = await accepted(house.start())
  const cancelled = await accepted(house.exports().cancel({ exportId: record?.id ?? '' }, nobody))
  expect(cancelled.state).toBe('cancelled')
  await house.restart()
  await house.exports().begin()
  expect([(await oneRecord()).state, house.outbox(), readdirSync(house.share)]).toEqual(['cancelled', [], []])
})

test.each(['preparing', 'delivering'])(
  'the program ends while an export is %s: the next start finishes it',
  async (state) => {
    await accepted(house.start())
    await vi.waitFor(async () => expect((await oneRecord()).state).toBe(state), { ...patience, interval: 1 })
    isDead = false
    await house.restart()
    expect((await oneRecord()).state).toBe(state)
    await house.exports().begin()
    expect(readdirSync(house.share)).toEqual([(await oneRecord()).fileName])
  },
)
