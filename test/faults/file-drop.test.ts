import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type AbandonableChild, startNodeChild } from '../../electron/adapters/file-drop/child-port.ts'
import { type FileDrop, makeFileDrop } from '../../electron/adapters/file-drop/file-drop.ts'
import { aDeliveryRoom } from '../builders/deliveries.ts'
import { aTinyDrive, whyNoDrives } from './mounts.ts'

/** Takes long enough that a test can step in while it is being copied. */
const BIG = Buffer.alloc(48 * 1_024 * 1_024, '听')
const refusedFor = (reason: string) => ({ kind: 'refused', reason })

let room: ReturnType<typeof aDeliveryRoom>
let drop: FileDrop
beforeEach(() => {
  room = aDeliveryRoom()
  drop = makeFileDrop()
})
afterEach(() => {
  drop.close()
  room.remove()
})

const temporary = (exportId: string) => join(room.share, `.~earshot-${exportId}.tmp`)
const copying = (exportId: string) =>
  vi.waitFor(() => expect(existsSync(temporary(exportId))).toBe(true), { timeout: 10_000, interval: 2 })

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
    expect(await end).toEqual({ kind: 'delivered', fileName: 'a_01.csv' })
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

  test('killed while it is copied: only a temporary name is left, and the next try clears it away', async () => {
    const delivery = room.aDelivery({ bytes: BIG })
    const { end } = drop.deliver(delivery)
    await copying(delivery.exportId)
    drop.close()
    expect(await end).toEqual(refusedFor('drive_not_answering'))
    expect(room.inShare()).toEqual([`.~earshot-${delivery.exportId}.tmp`])
    const again = makeFileDrop().deliver({ ...delivery, mayBeThere: true })
    expect(await again.end).toEqual({ kind: 'delivered', fileName: 'a_01.csv' })
    expect(room.inShare()).toEqual(['a_01.csv'])
  })

  test('names that are taken are passed over; when all are taken the export waits and nothing is left', async () => {
    for (const name of ['a_01.csv', 'a_02.csv']) writeFileSync(join(room.share, name), name)
    expect(await drop.deliver(room.aDelivery()).end).toEqual({ kind: 'delivered', fileName: 'a_03.csv' })
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

  test('leftovers older than a day are swept, younger ones and files of others stay', async () => {
    const old = new Date(Date.now() - 2 * 86_400_000)
    for (const name of ['.~earshot-old.tmp', '.~earshot-a.csv.lock', '.~lock.theirs.xlsx#', 'old.csv']) {
      writeFileSync(join(room.share, name), '')
      utimesSync(join(room.share, name), old, old)
    }
    writeFileSync(join(room.share, '.~earshot-young.tmp'), '')
    await drop.deliver(room.aDelivery()).end
    expect(room.inShare()).toEqual(['.~earshot-young.tmp', '.~lock.theirs.xlsx#', 'a_01.csv', 'old.csv'])
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
      expect(await drop.hasFile(drive.path, `.~earshot-${delivery.exportId}.tmp`)).toBe(false)
      expect(await drop.hasFile(drive.path, 'a_01.csv')).toBe(false)
      writeFileSync(join(drive.path, 'filler'), Buffer.alloc(60_000))
      expect(await drop.checkFolder(drive.path, 'probe')).toBe('folder_full')
      drive.remount('size=1m')
      expect(await drop.checkFolder(drive.path, 'probe')).toBe(null)
      expect(await drop.deliver(delivery).end).toEqual({ kind: 'delivered', fileName: 'a_01.csv' })
    } finally {
      drive.remove()
    }
  })

  test('a read-only drive: told as that, delivered once it can be written', async () => {
    const drive = onDrive('size=1m,ro')
    try {
      const delivery = room.aDelivery({ folder: drive.path })
      expect(await drop.checkFolder(drive.path, 'probe')).toBe('folder_read_only')
      expect(await drop.deliver(delivery).end).toEqual(refusedFor('folder_read_only'))
      drive.remount('rw')
      expect(await drop.deliver(delivery).end).toEqual({ kind: 'delivered', fileName: 'a_01.csv' })
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
    const hanging = makeFileDrop({ startChild, entry, silenceMs: 100, checkMs: 100 })
    expect(await hanging.deliver(room.aDelivery()).end).toEqual(refusedFor('drive_not_answering'))
    const [pid = 0] = pids
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false))
    expect(await hanging.checkFolder(room.share, 'probe')).toBe('drive_not_answering')
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
    const hanging = makeFileDrop({ startChild, silenceMs: 10, checkMs: 10 })
    for (const _ of [1, 2, 3]) expect(await hanging.checkFolder(room.share, 'probe')).toBe('drive_not_answering')
    expect(started).toBe(1)
    exit()
    await hanging.checkFolder(room.share, 'probe')
    expect(started).toBe(2)
  })
})
