import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type AbandonableChild, startNodeChild } from '../../electron/adapters/child-port.ts'
import { type FileDrop, makeFileDrop } from '../../electron/adapters/file-drop/file-drop.ts'
import { aDeliveryRoom, mark } from '../builders/deliveries.ts'
import { patience } from '../builders/patience.ts'
import { aTinyDrive, whyNoDrives } from './mounts.ts'

/** Takes long enough that a test can step in while it is being copied. */
const BIG = Buffer.alloc(48 * 1_024 * 1_024, '听')
const refusedFor = (reason: string) => expect.objectContaining({ kind: 'refused', reason })
const deliveredAs = (fileName: string) => expect.objectContaining({ kind: 'delivered', fileName })

let room: ReturnType<typeof aDeliveryRoom>
let drop: FileDrop
beforeEach(() => {
  room = aDeliveryRoom()
  drop = makeFileDrop({ mark })
})
afterEach(() => {
  drop.close()
  room.remove()
})

/** Hidden, with the marks of the console and its run. */
const temporaryOf = (exportId: string) =>
  expect.stringMatching(new RegExp(`^\\.~earshot-${mark}\\w{4}-${exportId}\\.tmp$`))
const check = (folder: string) => drop.checkFolder(room.aProbe({ folder }))
const copying = (exportId: string) =>
  vi.waitFor(() => expect(room.inShare()).toEqual([temporaryOf(exportId)]), { ...patience, interval: 2 })

describe('whole or not at all', () => {
  test('under its final name a file is never seen shorter than whole', async () => {
    const delivery = room.aDelivery({ bytes: BIG })
    const { end } = drop.deliver(delivery)
    const sizes = new Set<number>()
    let isDone = false
    const look = async () => {
      while (!isDone) {
        const found = statSync(join(room.share, 'a_01.csv'), { throwIfNoEntry: false })
        if (found) sizes.add(found.size)
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    const looking = look()
    expect(await end).toEqual(deliveredAs('a_01.csv'))
    isDone = true
    await looking
    expect([...sizes].filter((size) => size !== BIG.length)).toEqual([])
    expect(room.inShare()).toEqual(['a_01.csv'])
    expect(readFileSync(join(room.share, 'a_01.csv')).equals(BIG)).toBe(true)
  })

  test('a folder taken away while the file is copied: told as missing', async () => {
    const delivery = room.aDelivery({ bytes: BIG })
    const { end } = drop.deliver(delivery)
    await copying(delivery.exportId)
    rmSync(room.share, { recursive: true })
    expect(await end).toEqual(refusedFor('folder_missing'))
    expect(existsSync(room.share)).toBe(false)
  })

  test('given up while it is copied: nothing is left', async () => {
    const delivery = room.aDelivery({ bytes: BIG })
    const { end, giveUp } = drop.deliver(delivery)
    await copying(delivery.exportId)
    giveUp()
    expect(await end).toEqual({ kind: 'given_up' })
    expect(room.inShare()).toEqual([])
  })

  test('killed while it is copied: at most a temporary name is left, and the next try clears it away', async () => {
    const delivery = room.aDelivery({ bytes: BIG })
    const { end } = drop.deliver(delivery)
    await copying(delivery.exportId)
    drop.close()
    expect(await end).toEqual(refusedFor('drive_not_answering'))
    // A child that saw the parent go before it was killed has cleared it away itself.
    const left = room.inShare()
    expect(left).toEqual(left.length === 0 ? [] : [temporaryOf(delivery.exportId)])
    const again = makeFileDrop({ mark }).deliver({ ...delivery, mayBeThere: true })
    expect(await again.end).toEqual(deliveredAs('a_01.csv'))
    expect(room.inShare()).toEqual(['a_01.csv'])
  })

  test('names that are taken are passed over; when all are taken the export waits and nothing is left', async () => {
    for (const name of ['a_01.csv', 'a_02.csv']) writeFileSync(join(room.share, name), name)
    expect(await drop.deliver(room.aDelivery()).end).toEqual(deliveredAs('a_03.csv'))
    expect(await drop.deliver(room.aDelivery()).end).toEqual(refusedFor('name_taken'))
    expect(room.inShare()).toEqual(['a_01.csv', 'a_02.csv', 'a_03.csv'])
    expect(readFileSync(join(room.share, 'a_01.csv'), 'utf8')).toBe('a_01.csv')
  })

  test('eight consoles want one name at once: eight files, none lost', async () => {
    const fileNames = Array.from({ length: 8 }, (_, index) => `a_${index}.csv`)
    const bytes = fileNames.map((name) => Buffer.from(`from ${name}`))
    const ends = bytes.map((each) => drop.deliver(room.aDelivery({ bytes: each, fileNames })).end)
    await Promise.all(ends)
    const found = room.inShare().map((name) => readFileSync(join(room.share, name), 'utf8'))
    expect(found.sort()).toEqual(bytes.map(String).sort())
  })

  test('leftovers of others are swept when older than a day, own ones at once; files of people stay', async () => {
    const old = new Date(Date.now() - 2 * 86_400_000)
    const hidden = ['.~earshot-plan of the move.tmp', '.~earshot-door.lock']
    const theirs = ['.~lock.theirs.xlsx#', '~earshot-notes.tmp', 'earshot-plan.part', 'old.csv', ...hidden]
    for (const name of [`.~earshot-${v7()}.tmp`, '.~earshot-a.csv.lock', '~earshot-wxzzwxzz-old.tmp', ...theirs]) {
      writeFileSync(join(room.share, name), '')
      utimesSync(join(room.share, name), old, old)
    }
    const young = [`.~earshot-${v7()}.tmp`, '.~earshot-wxzzwxzz-young.tmp']
    const own = [`.~earshot-${mark}wxzz-left.tmp`, `~earshot-${mark}wxzz-left.tmp`, `earshot-${mark}wxzz-left.part`]
    for (const name of [...young, ...own]) writeFileSync(join(room.share, name), '')
    await drop.deliver(room.aDelivery()).end
    expect(room.inShare()).toEqual([...young, ...theirs, 'a_01.csv'].sort())
  })
})

test('a file where the folder should be is told as that', async () => {
  const folder = join(room.root, 'a-file')
  writeFileSync(folder, '')
  expect(await drop.deliver(room.aDelivery({ folder })).end).toEqual(refusedFor('not_a_folder'))
})

const noDrives = whyNoDrives()
describe.skipIf(noDrives !== null)(`on real drives${noDrives === null ? '' : ` (not run: ${noDrives})`}`, () => {
  const onDrive = (options: string) => {
    const drive = aTinyDrive(options)
    if (drive === null) throw new Error('the drive of a moment ago cannot be mounted')
    return drive
  }

  test('a full drive: told as full, nothing left, delivered once there is room', async () => {
    const drive = onDrive('size=64k')
    try {
      const delivery = room.aDelivery({ bytes: Buffer.alloc(300_000, 1), folder: drive.path })
      expect(await drop.deliver(delivery).end).toEqual(refusedFor('folder_full'))
      expect(readdirSync(drive.path)).toEqual([])
      expect(await drop.whyNoFile(drive.path, 'a_01.csv')).toBe('folder_missing')
      writeFileSync(join(drive.path, 'filler'), Buffer.alloc(60_000))
      expect(await check(drive.path)).toMatchObject({ reason: 'folder_full' })
      drive.remount('size=1m')
      expect(await check(drive.path)).toMatchObject({ reason: null })
      expect(await drop.deliver(delivery).end).toEqual(deliveredAs('a_01.csv'))
    } finally {
      drive.remove()
    }
  })

  test('a read-only drive: told as that, delivered once it can be written', async () => {
    const drive = onDrive('size=1m,ro')
    try {
      const delivery = room.aDelivery({ folder: drive.path })
      expect(await check(drive.path)).toMatchObject({ reason: 'folder_read_only' })
      expect(await drop.deliver(delivery).end).toEqual(refusedFor('folder_read_only'))
      drive.remount('rw')
      expect(await drop.deliver(delivery).end).toEqual(deliveredAs('a_01.csv'))
    } finally {
      drive.remove()
    }
  })
})

describe('a drive that does not answer', () => {
  const entry = new URL('./hanging-child.ts', import.meta.url)
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }

  test('is given up after the silence, and its process is ended', async () => {
    const pids: number[] = []
    const startChild = (from: URL): AbandonableChild => {
      const child = startNodeChild(from)
      child.onMessage((message) => pids.push((message as { pid: number }).pid))
      return child
    }
    const hanging = makeFileDrop({ mark, startChild, entry, silenceMs: 100, checkMs: 100 })
    expect(await hanging.deliver(room.aDelivery()).end).toEqual(refusedFor('drive_not_answering'))
    const [pid = 0] = pids
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), patience)
    expect(await hanging.checkFolder(room.aProbe())).toMatchObject({ reason: 'drive_not_answering' })
  })

  test('while the given-up process still hangs in the system, no other is sent after it', async () => {
    let started = 0
    let exit = () => {}
    const startChild = (): AbandonableChild => {
      started += 1
      let listen: (message: unknown) => void = () => {}
      return {
        send: () => listen({ kind: 'alive' }),
        onMessage: (listener) => {
          listen = listener
        },
        onExit: (listener) => {
          exit = listener
        },
        abandon: () => {},
      }
    }
    const hanging = makeFileDrop({ mark, startChild, silenceMs: 10, checkMs: 10 })
    for (const _ of [1, 2, 3])
      expect(await hanging.checkFolder(room.aProbe())).toMatchObject({ reason: 'drive_not_answering' })
    expect(started).toBe(1)
    exit()
    await hanging.checkFolder(room.aProbe())
    expect(started).toBe(2)
  })
})
