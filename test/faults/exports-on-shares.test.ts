import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startNodeChild } from '../../electron/adapters/child-port.ts'
import { mark } from '../builders/deliveries.ts'
import { anExportHouse, type ExportHouse } from '../builders/exports.ts'
import { accepted, refused } from '../builders/outcomes.ts'
import { patience } from '../builders/patience.ts'
import { nobody } from '../builders/seats.ts'
import { aTinyDrive, whyNoDrives } from './mounts.ts'

const faultyChild = new URL('./faulty-child.ts', import.meta.url)
const hangingChild = new URL('./hanging-child.ts', import.meta.url)

/** The child that stands for the drive as it is now. */
let drive: URL
let warnings: string[]
let house: ExportHouse
beforeEach(async () => {
  drive = faultyChild
  warnings = []
  const log = { info: () => {}, warn: (line: string) => void warnings.push(line), error: () => {} }
  house = await anExportHouse({ log }, { startChild: () => startNodeChild(drive), silenceMs: 300, checkMs: 300 })
  await house.aTicket()
})
afterEach(async () => {
  delete process.env.EARSHOT_FAULTS
  await house.close()
})

const outbox = () => join(house.parts.dataFolder, 'outbox')

test('a share that is back gets its file, though nobody asks', async () => {
  renameSync(house.share, `${house.share}-away`)
  await accepted(house.start())
  expect(await house.allIn('waiting')).toMatchObject([{ reason: 'folder_missing' }])
  renameSync(`${house.share}-away`, house.share)
  expect(await house.allIn('delivered')).toMatchObject([{ reason: null }])
  expect(warnings[0]).toBe('an export waits: folder_missing (ENOENT stat)')
})

test('without hard links two exports of one minute get numbers of their own and the console’s mark', async () => {
  process.env.EARSHOT_FAULTS = JSON.stringify([{ call: 'link', code: 'EIO' }])
  await accepted(house.start())
  await house.allIn('delivered')
  await accepted(house.start())
  await house.allIn('delivered')
  expect(readdirSync(house.share).sort()).toEqual([
    `听线工单_全部_2026-09-18_0900_01_${mark}.csv`,
    `听线工单_全部_2026-09-18_0900_02_${mark}.csv`,
  ])
})

test('this machine’s own folder refuses: the export waits and says so, and is made once it can be', async () => {
  const [record] = await accepted(house.start())
  const inTheWay = join(outbox(), `${record?.id}.csv`)
  mkdirSync(inTheWay, { recursive: true })
  expect(await house.allIn('waiting')).toMatchObject([{ reason: 'outbox_refused', sha256: null, tries: 0 }])
  expect(warnings).toEqual(['an export waits: outbox_refused (EISDIR rename)'])
  rmdirSync(inTheWay)
  await house.exports().retryWaiting()
  expect(await house.allIn('delivered')).toMatchObject([{ tries: 1 }])
})

test('what a cancelled try left on a dead drive goes when the drive is back, in the next run too', async () => {
  drive = hangingChild
  const [record] = await accepted(house.start())
  await house.allIn('waiting')
  await accepted(house.exports().cancel({ exportId: record?.id ?? '' }, nobody))
  const left = join(house.share, `.~earshot-${mark}wxzz-${record?.id}.tmp`)
  writeFileSync(left, 'half a fil')
  drive = faultyChild
  // This drive answers, however busy the machine is: one that does not is asked again only after a minute.
  await house.restart({ checkMs: 20_000 })
  await house.exports().begin()
  await vi.waitFor(() => expect(existsSync(left)).toBe(false), patience)
})

test('whether a file is there cannot be told while its drive does not answer', async () => {
  const [record] = await accepted(house.start())
  await house.allIn('delivered')
  drive = hangingChild
  const answer = house.exports().showInFolder({ exportId: record?.id ?? '' }, nobody)
  expect(await refused(answer)).toMatchObject({ code: 'not_reachable', detail: { reason: 'drive_not_answering' } })
})

const noDrives = whyNoDrives()
describe.skipIf(noDrives !== null)(`on real drives${noDrives === null ? '' : ` (not run: ${noDrives})`}`, () => {
  test('a drive that was unmounted gets nothing put into its empty folder, until a person says so', async () => {
    const tiny = aTinyDrive('size=1m')
    if (tiny === null) throw new Error('the drive of a moment ago cannot be mounted')
    try {
      await accepted(house.start({ folder: tiny.path }))
      await house.allIn('delivered')
      tiny.unmount()
      const [record] = await accepted(house.start({ folder: tiny.path, formats: ['markdown'] }))
      const exportId = record?.id ?? ''
      const current = async () => (await house.ledger()).find(({ id }) => id === exportId)
      await vi.waitFor(
        async () => expect(await current()).toMatchObject({ state: 'waiting', reason: 'drive_away' }),
        patience,
      )
      await house.exports().retryWaiting()
      expect(await accepted(house.exports().checkFolder({ folder: `${tiny.path}/`, isTyping: false }, nobody))).toEqual(
        {
          isReady: false,
          reason: 'drive_away',
          isOnNetwork: false,
        },
      )
      expect([(await current())?.state, readdirSync(tiny.path)]).toEqual(['waiting', []])
      await accepted(house.exports().confirmFolder({ exportId }, nobody))
      await vi.waitFor(async () => expect(await current()).toMatchObject({ state: 'delivered' }), patience)
      expect(readdirSync(tiny.path)).toEqual([(await current())?.fileName])
    } finally {
      tiny.remove()
    }
  })

  test('finished bytes whose name is busy for a moment are no failed export', async () => {
    const [record] = await accepted(house.start({ formats: ['xlsx'] }))
    const busy = join(outbox(), `${record?.id}.xlsx`)
    // Renaming onto a place where something is mounted answers EBUSY, as Windows does for an open file.
    mkdirSync(outbox(), { recursive: true })
    writeFileSync(busy, '')
    execFileSync('mount', ['--bind', busy, busy])
    try {
      await vi.waitFor(() => expect(existsSync(`${busy}.part`)).toBe(true), { ...patience, interval: 1 })
      await sleep(100)
    } finally {
      execFileSync('umount', [busy])
    }
    expect(await house.allIn('delivered')).toMatchObject([{ tries: 1 }])
    expect(warnings).toEqual([])
  })
})
