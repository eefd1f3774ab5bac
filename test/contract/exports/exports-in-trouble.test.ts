import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, expect, test, vi } from 'vitest'
import type { DropEnd } from '../../../electron/adapters/file-drop/drop-messages.ts'
import type { FileDrop } from '../../../electron/adapters/file-drop/file-drop.ts'
import { truthOn } from '../../../electron/services/exports/export-truth.ts'
import { exportsService } from '../../../electron/services/exports/exports.ts'
import { anExportHouse, type ExportHouse, everything } from '../../builders/exports.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { nobody } from '../../builders/seats.ts'
import { aTakingDrop } from '../../builders/taking-drop.ts'

let house: ExportHouse
afterEach(() => house.close())

const wish = { selection: everything, scope: '全部', language: 'zh', formats: ['csv'] } as const

test('a ledger that cannot be written ends no process; what it did not hear is gone on with a minute after it can', async () => {
  const errors: unknown[] = []
  house = await anExportHouse({
    log: { info: () => {}, warn: () => {}, error: (_what, _reference, error) => errors.push(error) },
  })
  await house.aTicket()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    await house.exports().begin()
    house.parts.db.exec(
      `CREATE TRIGGER full BEFORE UPDATE ON export_record BEGIN SELECT RAISE(ABORT, 'disk full'); END`,
    )
    // Vitest fails the run on a rejection that nobody handled, as Node ends the process.
    await accepted(house.start())
    await vi.waitFor(() => expect(errors).toHaveLength(2), patience)
    expect((await house.ledger()).map(({ state }) => state)).toEqual(['preparing'])
    // The words that wait are for own eyes only.
    expect(statSync(join(house.parts.dataFolder, 'outbox')).mode & 0o077).toBe(0)
    house.parts.db.exec('DROP TRIGGER full')
    vi.advanceTimersByTime(60_000)
    await house.allIn('delivered')
  } finally {
    vi.useRealTimers()
  }
})

test('a database that is gone stops the minute’s try, not the process', async () => {
  const errors: unknown[] = []
  house = await anExportHouse({
    log: { info: () => {}, warn: () => {}, error: (_what, _reference, error) => errors.push(error) },
  })
  house.parts.db.exec('ALTER TABLE export_record RENAME TO gone')
  await house.exports().retryWaiting()
  expect(errors).toHaveLength(1)
})

test('the console’s own folder takes no export, by any way; what somebody put there by hand stays', async () => {
  house = await anExportHouse()
  await house.aTicket()
  const ours = join(house.parts.dataFolder, 'outbox')
  const [waiting] = await accepted(house.start({ folder: join(house.share, 'away') }))
  const exportId = waiting?.id ?? ''
  await house.allIn('waiting')
  writeFileSync(join(ours, '我的.csv'), '自己放的')
  expect((await refused(house.start({ folder: ours }))).code).toBe('data_folder')
  expect((await refused(house.exports().retry({ exportId, folder: ours }, nobody))).code).toBe('data_folder')
  expect(await house.ledger()).toMatchObject([{ id: exportId, state: 'waiting', folder: join(house.share, 'away') }])

  // A folder that took files, and in which another console lives by now.
  await accepted(house.exports().retry({ exportId, folder: house.share }, nobody))
  await house.allIn('delivered')
  writeFileSync(join(house.share, 'earshot.db'), '')
  await accepted(house.start())
  await vi.waitFor(async () => expect((await house.ledger())[0]).toMatchObject({ reason: 'data_folder' }), patience)
  expect((await refused(house.start())).code).toBe('data_folder')
  const again = house.exports().again({ exportId, what: 'all' }, nobody)
  expect((await refused(again)).code).toBe('data_folder')
  rmSync(join(house.share, 'earshot.db'))
  await house.exports().retryWaiting()
  await house.allIn('delivered')
  await house.restart()
  await house.exports().begin()
  expect(house.outbox()).toEqual(['我的.csv'])
})

test('rows that cannot be had fail the file and leave nothing of it; the next one is made', async () => {
  const errors: unknown[] = []
  const log = {
    info: () => {},
    warn: () => {},
    error: (_: string, __: string, error: unknown) => void errors.push(error),
  }
  house = await anExportHouse({ log })
  await house.aTicket()
  const { ledger, rows } = truthOn(house.parts, 'engine')
  if (rows === 'file') throw new Error('the rows are asked for')
  const gone = new Error('nobody answers')
  let isGone = true
  const page = async (numbers: readonly number[]) => {
    if (isGone) throw gone
    return rows.page(numbers)
  }
  const exports = exportsService(house.parts, aTakingDrop(), { ledger, rows: { ...rows, page } })
  const start = () => accepted(exports.start({ ...wish, formats: [...wish.formats], folder: house.share }, nobody))
  const [record] = await start()
  await house.allIn('failed')
  expect([errors, house.outbox()]).toEqual([[gone], []])
  isGone = false
  await start()
  await vi.waitFor(async () => expect((await house.ledger())[0]?.state).toBe('delivered'), patience)
  expect((await house.ledger())[1]).toMatchObject({ id: record?.id, state: 'failed' })
  await exports.close()
})

test('a drive that places the file after it was cancelled: the ledger tells that it is there', async () => {
  house = await anExportHouse()
  await house.aTicket()
  const { promise: end, resolve: answer } = Promise.withResolvers<DropEnd>()
  const slowDrive: FileDrop = {
    deliver: () => ({ end, giveUp: () => {} }),
    replace: async () => ({ kind: 'given_up' }),
    checkFolder: async () => ({ reason: null, mountPoint: '/', isOnNetwork: false }),
    glanceAt: async () => ({ reason: null, mountPoint: '/', isOnNetwork: false }),
    watch: () => ({ end: new Promise(() => {}), giveUp: () => {} }),
    whyNoFile: async () => null,
    sweep: async () => true,
    close: () => {},
  }
  const exports = exportsService(house.parts, slowDrive)
  const [record] = await accepted(exports.start({ ...wish, formats: [...wish.formats], folder: house.share }, nobody))
  const exportId = record?.id ?? ''
  await vi.waitFor(async () => expect((await house.ledger())[0]?.tries).toBe(1), patience)
  expect(await accepted(exports.cancel({ exportId }, nobody))).toMatchObject({ state: 'cancelled' })
  answer({ kind: 'delivered', fileName: record?.fileName ?? '', mountPoint: '/' })
  await vi.waitFor(async () => expect((await house.ledger())[0]).toMatchObject({ state: 'delivered' }), patience)
  await exports.close()
})

test('the remark is the last one made, also when the clock was set back in between', async () => {
  house = await anExportHouse()
  const newId = () => v7({ msecs: Date.parse(house.clock.now()) })
  Object.assign(house.clock, { newId })
  const { id: ticketId } = await house.aTicket()
  const move = (action: 'claim' | 'resolve', remark: string) =>
    accepted(house.tickets.move({ seenVersion: null, ticketId, action, ownerName: '王敏', remark }, nobody))
  await move('claim', '先认领')
  house.clock.advance(-3_600_000)
  await move('resolve', '后解决')
  const preview = await accepted(house.exports().preview({ ...wish, formats: [...wish.formats] }, nobody))
  expect(preview.rows[0]?.[preview.headings.indexOf('备注')]).toBe('后解决')
})
