import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBackupShelf } from '../../../electron/adapters/backup/backup-shelf.ts'
import type { Log } from '../../../electron/adapters/log/log-port.ts'
import { startBackups } from '../../../electron/services/house/backups.ts'
import { restoring } from '../../../electron/services/house/restoring.ts'
import { openWorkspaceFile } from '../../../electron/storage/file/workspace-file.ts'
import { ensureRoom } from '../../../electron/storage/house/room.ts'
import { openForReading } from '../../../electron/storage/open.ts'
import { aFolder } from '../../builders/console.ts'
import { aClock } from '../../builders/parts.ts'

const log: Log = { info: () => {}, warn: () => {}, error: () => {} }
let folder: ReturnType<typeof aFolder>
beforeEach(() => {
  folder = aFolder()
})
afterEach(() => folder.remove())

/** The workspace file with its copies, and one change of the data on demand. */
function open(clock = aClock()) {
  const file = openWorkspaceFile(
    folder.path,
    () => new Date(clock.now()),
    (db) => ensureRoom(db, clock),
  )
  const backups = startBackups(
    file,
    openBackupShelf(folder.path),
    clock,
    log,
    () => {},
    () => true,
  )
  const change = () => file.db()?.exec("UPDATE room SET opens_at = '08:00'")
  const close = async () => {
    await backups.stop()
    file.close()
  }
  return { backups, change, close, clock }
}
const copies = () =>
  existsSync(join(folder.path, 'backups'))
    ? readdirSync(join(folder.path, 'backups')).filter((name) => name !== 'looked-into.json')
    : []

test('a copy is made when something changed, not again before 15 minutes, and not without a change', async () => {
  const { backups, change, close, clock } = open()
  expect(await backups.copyWhenDue()).toBe('not_due')
  change()
  expect(await backups.copyWhenDue()).toBe('made')
  change()
  clock.advance(14 * 60_000)
  expect(await backups.copyWhenDue()).toBe('not_due')
  clock.advance(60_000)
  expect(await backups.copyWhenDue()).toBe('made')
  clock.advance(86_400_000)
  expect(await backups.copyWhenDue()).toBe('not_due')
  expect(copies()).toHaveLength(2)
  await close()
})

test('a change made while a copy is being made is in the next one', async () => {
  const clock = aClock()
  const file = openWorkspaceFile(
    folder.path,
    () => new Date(clock.now()),
    (db) => ensureRoom(db, clock),
  )
  const shelf = openBackupShelf(folder.path)
  const change = () => file.db()?.exec("UPDATE room SET opens_at = '08:00'")
  let copyCount = 0
  const busyShelf = {
    ...shelf,
    copy: async (...given: Parameters<typeof shelf.copy>) => {
      const made = await shelf.copy(...given)
      copyCount += 1
      // Too late for this copy, and its making is not over yet.
      if (copyCount === 1) change()
      return made
    },
  }
  const backups = startBackups(
    file,
    busyShelf,
    clock,
    log,
    () => {},
    () => true,
  )
  change()
  expect(await backups.copyWhenDue()).toBe('made')
  clock.advance(15 * 60_000)
  expect(await backups.copyWhenDue()).toBe('made')
  clock.advance(15 * 60_000)
  expect(await backups.copyWhenDue()).toBe('not_due')
  await backups.stop()
  file.close()
})

test('changes that no copy holds are remembered over a restart; a restart alone makes none', async () => {
  const first = open()
  first.change()
  await first.backups.copyNow()
  await first.close()
  first.clock.advance(3_600_000)
  const second = open(first.clock)
  expect(await second.backups.copyWhenDue()).toBe('not_due')
  second.change()
  await second.close()
  const third = open(first.clock)
  expect(await third.backups.copyWhenDue()).toBe('made')
  await third.close()
})

test('with the clock set back an hour, copies go on every 15 minutes and stay', async () => {
  const { backups, change, close, clock } = open()
  for (let number = 0; number < 9; number += 1) {
    await backups.copyNow()
    clock.advance(60_000)
  }
  clock.advance(-3_600_000)
  for (let minute = 0; minute <= 30; minute += 1) {
    change()
    await backups.copyWhenDue()
    clock.advance(60_000)
  }
  // Of the nine made from 01:00 on, the three at 00:09, 00:24 and 00:39 pushed out four.
  expect(copies().filter((name) => name < 'earshot_2026-09-18_01')).toHaveLength(3)
  expect(copies()).toHaveLength(8)
  await close()
})

test('a copy is for own eyes only, whoever may open the folder it is carried to', async () => {
  const { backups, close } = open()
  const made = await backups.copyNow()
  if (made === 'no_space') throw new Error('no space')
  expect(statSync(join(folder.path, 'backups', made.fileName)).mode & 0o077).toBe(0)
  await close()
})

test('who asks twice at once gets one copy', async () => {
  const { backups, close } = open()
  const [first, second] = await Promise.all([backups.copyNow(), backups.copyNow()])
  expect(first).toEqual(second)
  expect(copies()).toHaveLength(1)
  await close()
})

test('going back while a copy is being made keeps what was written after that one began', async () => {
  const clock = aClock()
  const file = openWorkspaceFile(
    folder.path,
    () => new Date(clock.now()),
    (db) => ensureRoom(db, clock),
  )
  const shelf = openBackupShelf(folder.path)
  const write = (opensAt: string) => file.db()?.prepare('UPDATE room SET opens_at = ?').run(opensAt)
  let late: (() => void) | null = null
  let running: ReturnType<typeof shelf.copy> | null = null
  const slow = async (...given: Parameters<typeof shelf.copy>) => {
    const made = await shelf.copy(...given)
    late?.()
    late = null
    // Whoever asks now joins this copy.
    await setImmediate()
    running = null
    return made
  }
  const slowShelf = {
    ...shelf,
    copy: (...given: Parameters<typeof shelf.copy>) => {
      running ??= slow(...given)
      return running
    },
  }
  const backups = startBackups(
    file,
    slowShelf,
    clock,
    log,
    () => {},
    () => true,
  )
  const { goBack } = restoring({
    ...{ file, shelf: slowShelf, backups, clock },
    ...{ holdsFolder: () => true, isListening: () => false, letGo: () => {} },
  })
  write('07:00')
  const old = await backups.copyNow()
  if (old === 'no_space') throw new Error('no space')
  let going: ReturnType<typeof goBack> | null = null
  late = () => {
    write('06:00')
    going = goBack(old.fileName)
  }
  await backups.copyNow()
  const kept = await (going as ReturnType<typeof goBack> | null)
  if (kept === null || 'code' in kept) throw new Error('it did not go back')
  const copy = openForReading(join(folder.path, 'backups', kept.fileName))
  expect(copy.prepare('SELECT opens_at FROM room').pluck().get()).toBe('06:00')
  copy.close()
  expect(file.db()?.prepare('SELECT opens_at FROM room').pluck().get()).toBe('07:00')
  await backups.stop()
  file.close()
})

/** A disk of 64 KB in place of the backup folder; needs an account that may mount one. */
const smallDisk = (path: string) => spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path]).status === 0
const mayMount = (() => {
  const probe = aFolder()
  const isMounted = process.platform === 'linux' && smallDisk(probe.path)
  if (isMounted) spawnSync('umount', [probe.path])
  probe.remove()
  return isMounted
})()

test.skipIf(!mayMount)('a disk without room is a plain answer, and nothing half-written stays', async () => {
  const { backups, change, close } = open()
  change()
  mkdirSync(join(folder.path, 'backups'))
  expect(smallDisk(join(folder.path, 'backups'))).toBe(true)
  try {
    expect(await backups.copyNow()).toBe('no_space')
    expect(await backups.copyWhenDue()).toBe('no_space')
    expect(copies()).toEqual([])
  } finally {
    spawnSync('umount', [join(folder.path, 'backups')])
  }
  expect(await backups.copyWhenDue()).toBe('made')
  await close()
})
