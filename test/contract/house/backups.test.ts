import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BackupShelf, openBackupShelf } from '../../../electron/adapters/backup/backup-shelf.ts'
import type { Log } from '../../../electron/adapters/log/log-port.ts'
import { type Backups, startBackups } from '../../../electron/services/house/backups.ts'
import { restoring } from '../../../electron/services/house/restoring.ts'
import { runOn } from '../../../electron/storage/engine/sqlite.ts'
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

interface Given {
  clock?: ReturnType<typeof aClock>
  shelf?: Partial<BackupShelf>
  isSafe?: () => boolean
  letGo?: () => Promise<void>
}

/** The workspace file with its copies, and one change of the data on demand. */
function open({ clock = aClock(), shelf: given = {}, isSafe = () => true, letGo = async () => {} }: Given = {}) {
  const file = openWorkspaceFile(
    folder.path,
    () => new Date(clock.now()),
    (db) => runOn(db, ensureRoom(clock)),
  )
  const taken: string[] = []
  const shelf = { ...openBackupShelf(folder.path), ...given }
  const backups = startBackups(file, shelf, clock, log, () => {}, isSafe)
  const { goBack } = restoring({
    ...{ file, shelf, backups, clock },
    ...{ holdsFolder: () => true, isListening: () => false, letGo, takeUp: () => taken.push('up') },
  })
  const change = (opensAt = '08:00') => file.db()?.prepare('UPDATE room SET opens_at = ?').run(opensAt)
  const opensAt = () => file.db()?.prepare('SELECT opens_at FROM room').pluck().get()
  const close = async () => {
    await backups.stop()
    file.close()
  }
  return { backups, change, opensAt, goBack, close, clock, taken, path: file.path }
}
/** The name of a copy made now. */
async function aCopy(backups: Backups): Promise<string> {
  const made = await backups.copyNow()
  if (typeof made === 'string') throw new Error(made)
  return made.fileName
}
const copies = () =>
  existsSync(join(folder.path, 'backups'))
    ? readdirSync(join(folder.path, 'backups')).filter((name) => name !== 'looked-into.json')
    : []

/** As on a disk that has no room for the copy of this number. */
function failsFrom(number: number): BackupShelf['copy'] {
  let count = 0
  return (path, at) => {
    count += 1
    return count < number ? openBackupShelf(folder.path).copy(path, at) : Promise.resolve('no_space')
  }
}

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
  const { copy } = openBackupShelf(folder.path)
  let copyCount = 0
  const busyCopy: BackupShelf['copy'] = async (...given) => {
    const made = await copy(...given)
    copyCount += 1
    // Too late for this copy, and its making is not over yet.
    if (copyCount === 1) change()
    return made
  }
  const { backups, change, close, clock } = open({ shelf: { copy: busyCopy } })
  change()
  expect(await backups.copyWhenDue()).toBe('made')
  clock.advance(15 * 60_000)
  expect(await backups.copyWhenDue()).toBe('made')
  clock.advance(15 * 60_000)
  expect(await backups.copyWhenDue()).toBe('not_due')
  await close()
})

test('changes that no copy holds are remembered over a restart; a restart alone makes none', async () => {
  const first = open()
  first.change()
  await first.backups.copyNow()
  await first.close()
  first.clock.advance(3_600_000)
  const second = open(first)
  expect(await second.backups.copyWhenDue()).toBe('not_due')
  second.change()
  await second.close()
  const third = open(first)
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
  expect(statSync(join(folder.path, 'backups', await aCopy(backups))).mode & 0o077).toBe(0)
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
  const { copy } = openBackupShelf(folder.path)
  let late: (() => void) | null = null
  let running: ReturnType<typeof copy> | null = null
  const slow: typeof copy = async (...given) => {
    const made = await copy(...given)
    late?.()
    late = null
    // Whoever asks now joins this copy.
    await setImmediate()
    running = null
    return made
  }
  const slowCopy: typeof copy = (...given) => {
    running ??= slow(...given)
    return running
  }
  const { backups, change, opensAt, goBack, close } = open({ shelf: { copy: slowCopy } })
  change('07:00')
  const old = await aCopy(backups)
  let going: ReturnType<typeof goBack> | null = null
  late = () => {
    change('06:00')
    going = goBack(old)
  }
  await backups.copyNow()
  const kept = await (going as ReturnType<typeof goBack> | null)
  if (kept === null || 'code' in kept) throw new Error('it did not go back')
  const held = openForReading(join(folder.path, 'backups', kept.fileName))
  expect(held.prepare('SELECT opens_at FROM room').pluck().get()).toBe('06:00')
  held.close()
  expect(opensAt()).toBe('07:00')
  await close()
})

test('a copy that the timer makes does not push out the one that somebody goes back to meanwhile', async () => {
  const { copy } = openBackupShelf(folder.path)
  let gate = Promise.resolve()
  const { backups, change, opensAt, goBack, close, clock } = open({
    shelf: { copy: (...given) => gate.then(() => copy(...given)) },
  })
  change('07:00')
  const wanted = await aCopy(backups)
  for (let number = 2; number <= 8; number += 1) {
    clock.advance(60_000)
    await aCopy(backups)
  }
  clock.advance(15 * 60_000)
  change('06:00')
  let letThrough = () => {}
  gate = new Promise((resolve) => {
    letThrough = resolve
  })
  const byTimer = backups.copyWhenDue()
  const going = goBack(wanted)
  for (let turn = 0; turn < 20; turn += 1) await setImmediate()
  letThrough()
  expect(await byTimer).toBe('made')
  expect(await going).toMatchObject({ isGood: true })
  expect(opensAt()).toBe('07:00')
  // Nobody wants it any more.
  await aCopy(backups)
  expect(copies()).not.toContain(wanted)
  await close()
})

test('after going back was refused, what was copied before counts as copied, and what is written then does not', async () => {
  const { backups, change, goBack, close, clock } = open()
  change('07:00')
  const old = await aCopy(backups)
  clock.advance(60_000)
  const reader = openForReading(join(folder.path, 'earshot.db'))
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM room').get()
  change('06:00')
  expect(await goBack(old)).toMatchObject({ code: 'busy' })
  reader.close()
  clock.advance(15 * 60_000)
  expect(await backups.copyWhenDue()).toBe('not_due')
  change('05:00')
  expect(await backups.copyWhenDue()).toBe('made')
  await close()
})

test.each([
  [
    'cannot be looked at',
    () => {
      throw new Error('the disk does not answer')
    },
    'the disk does not answer',
  ],
  ['is another one', () => false, 'replaced'],
])('a copy of a database that %s afterwards does not stay', async (_what, isSafe, said) => {
  const { backups, change, close } = open({ isSafe })
  change()
  await expect(backups.copyNow()).rejects.toThrow(said)
  expect(copies()).toEqual([])
  expect(backups.holdsAll()).toBe(false)
  await close()
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

test('a disk without room is a plain answer, and nothing half-written stays', async ({ skip }) => {
  skip(!mayMount, 'no disk may be mounted here: root on Linux may')
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

test('who reads the open database in a thread is waited for before somebody goes back, and what it stores last is in the copy', async () => {
  let reader: ReturnType<typeof openForReading> | null = null
  const { backups, change, opensAt, goBack, close, path, taken } = open({
    letGo: async () => {
      await new Promise((done) => setTimeout(done, 20))
      reader?.exec('COMMIT')
      reader?.close()
      reader = null
      change('07:00')
    },
  })
  change('09:00')
  const name = await aCopy(backups)
  change('10:00')
  reader = openForReading(path)
  reader.exec('BEGIN')
  expect(reader.prepare('SELECT opens_at FROM room').pluck().get()).toBe('10:00')
  change('11:00')
  const made = await goBack(name)
  expect(made).toMatchObject({ fileName: expect.any(String) })
  expect(opensAt()).toBe('09:00')
  expect(taken).toEqual([])
  const undone = await goBack('fileName' in made ? made.fileName : '')
  expect(undone).toMatchObject({ fileName: expect.any(String) })
  expect(opensAt()).toBe('07:00')
  await close()
})

test('whatever worked on the database begins anew where nobody goes back after all', async () => {
  const { backups, change, opensAt, goBack, close, taken } = open({
    letGo: async () => {
      change('07:00')
    },
    shelf: { copy: failsFrom(3) },
  })
  change('09:00')
  const name = await aCopy(backups)
  change('10:00')
  expect(await goBack(name)).toMatchObject({ code: 'no_space' })
  expect([taken, opensAt()]).toEqual([['up'], '07:00'])
  await close()
})
