import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { guardFile } from '../../electron/services/house/file-guard.ts'
import { proveTouches, type TouchProof } from '../../electron/services/house/touch-proof.ts'
import type { WritableDb } from '../../electron/storage/database.ts'
import { checkpoint } from '../../electron/storage/file/checkpoint.ts'
import { checkIntegrity } from '../../electron/storage/file/integrity.ts'
import { readPages } from '../../electron/storage/file/page-digests.ts'
import { openWorkspaceFile, type WorkspaceFile } from '../../electron/storage/file/workspace-file.ts'
import { aFolder } from '../builders/console.ts'
import { aClock } from '../builders/parts.ts'

let folder: ReturnType<typeof aFolder>
let path: string
let file: WorkspaceFile
let proof: TouchProof
const log = { info: () => {}, warn: () => {}, error: vi.fn() }
const readInAWhile = vi.fn(async (wish: Parameters<typeof readPages>[0], _giveUp: AbortSignal) => readPages(wish))
const checkAll = vi.fn(async () => checkIntegrity(db()))

beforeEach(() => {
  folder = aFolder()
  path = join(folder.path, 'earshot.db')
  file = openWorkspaceFile(
    folder.path,
    () => new Date(),
    (db) => db.exec('CREATE TABLE of_test (word TEXT)'),
  )
  proof = proveTouches({ file, log, readPages: readInAWhile, checkAll })
  readInAWhile.mockClear()
  checkAll.mockClear()
})
afterEach(() => {
  file.close()
  folder.remove()
})

const db = (): WritableDb => file.db() as WritableDb
const write = (word: string) => db().prepare('INSERT INTO of_test VALUES (?)').run(word)
let second = 1_000
const touch = () => {
  second += 1
  utimesSync(path, second, second)
}
const flip = (at: number) => {
  const held = openSync(path, 'r+')
  const byte = Buffer.alloc(1)
  readSync(held, byte, 0, 1, at)
  writeSync(held, Buffer.from([~(byte[0] ?? 0) & 0xff]), 0, 1, at)
  closeSync(held)
  touch()
}
const learn = () => {
  proof.learn()
  return proof.idle()
}
/** As a database of more than 64 MB, or one that another program wrote into: the connection does not remember all of it. */
const forgetMemory = () => {
  const other = new Database(path)
  other.exec('CREATE TABLE of_another (word TEXT)')
  other.close()
}

/** Writes and checkpoints of every kind: while a reading of ours is on its way, and with somebody else reading. */
async function live(): Promise<void> {
  write('零'.repeat(9_000))
  const learning = learn()
  expect(checkpoint(db(), 'TRUNCATE')).toBe('done')
  await learning
  write('一'.repeat(9_000))
  const reader = new Database(path, { readonly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM of_test').get()
  write('二'.repeat(9_000))
  expect(checkpoint(db(), 'TRUNCATE')).toBe('busy')
  write('三'.repeat(9_000))
  checkpoint(db(), 'PASSIVE')
  db().exec('UPDATE of_test SET word = upper(word); DELETE FROM of_test WHERE rowid = 1')
  checkpoint(db(), 'PASSIVE')
  reader.close()
  write('四'.repeat(90_000))
}

test.each([
  ['everything in the log', 0],
  ['everything in the file', 1],
  ['a log begun anew', 2],
] as const)('a touch is told from one changed byte, whatever was written before: %s', async (_, checkpoints) => {
  await live()
  if (checkpoints > 0) checkpoint(db(), checkpoints === 1 ? 'TRUNCATE' : 'PASSIVE')
  if (checkpoints === 2) write('五')
  forgetMemory()
  for (const times of [1, 2]) {
    touch()
    expect(file.look()).toBe('touched')
    await proof.settle()
    expect({ times, look: file.look() }).toEqual({ times, look: 'same' })
  }
  expect(checkpoint(db(), 'PASSIVE')).toBe('done')
  flip(statSync(path).size - 70)
  await proof.settle()
  expect(file.look()).toBe('changed')
  expect(checkAll).not.toHaveBeenCalled()
})

test('written over by an older copy of the same size: changed', async () => {
  write('一')
  checkpoint(db(), 'TRUNCATE')
  const older = readFileSync(path)
  db().exec(`UPDATE of_test SET word = '二'`)
  await learn()
  checkpoint(db(), 'TRUNCATE')
  writeFileSync(path, older)
  touch()
  await proof.settle()
  expect(file.look()).toBe('changed')
})

test('before anything was learnt a touched file is compared with what is remembered, else looked through', async () => {
  write('一')
  touch()
  await proof.settle()
  expect(file.look()).toBe('same')
  expect(readInAWhile).not.toHaveBeenCalled()
  forgetMemory()
  touch()
  await proof.settle()
  expect(file.look()).toBe('same')
  expect(checkAll).toHaveBeenCalledTimes(1)
})

test('nothing is written into a file that may be anybody’s, and nothing is learnt from it', async () => {
  write('一')
  touch()
  expect(checkpoint(db(), 'TRUNCATE')).toBe('busy')
  await learn()
  expect(file.witness()?.isReady()).toBe(false)
})

const guarded = () =>
  guardFile({
    ...{ file, proof, log, clock: aClock() },
    renewLock: () => 'held',
    letGo: () => {},
    tellAll: () => {},
  })

test('the answer waits for the reading; touched again meanwhile it waits for one more, and not for ever', async () => {
  await learn()
  const guard = guarded()
  expect(guard.isSafe()).toBe(true)
  touch()
  readInAWhile.mockClear()
  expect(await guard.isSafe()).toBe(true)
  expect(readInAWhile).toHaveBeenCalledTimes(1)
  readInAWhile.mockImplementation(async (wish) => {
    const read = readPages(wish)
    touch()
    return read
  })
  touch()
  expect(await guard.isSafe()).toBe(true)
  expect(readInAWhile).toHaveBeenCalledTimes(3)
  readInAWhile.mockImplementation(async (wish) => readPages(wish))
  await guard.stop()
})

test('what waits while the file turns out to be changed and cannot be put back is not acknowledged', async () => {
  forgetMemory()
  await learn()
  const guard = guarded()
  flip(statSync(path).size - 70)
  const [one, other] = [guard.isSafe(), guard.isSafe()]

  expect(await Promise.all([one, other])).toEqual([false, false])
  expect(file.fault()).toMatchObject({ kind: 'changed' })
  await guard.stop()
})

test('a file that cannot be read is not believed', async () => {
  await learn()
  const guard = guarded()
  readInAWhile.mockRejectedValueOnce(Object.assign(new Error('no'), { code: 'EIO' }))
  touch()
  await expect(Promise.resolve(guard.isSafe())).rejects.toThrow('no')
  expect(await guard.isSafe()).toBe(true)
  await guard.stop()
})

test('the end waits for a reading for a moment; what is not known by then is not sealed as ours', async () => {
  forgetMemory()
  await learn()
  readInAWhile.mockImplementationOnce(
    (_, giveUp) =>
      new Promise((_resolve, reject) => giveUp.addEventListener('abort', () => reject(new Error('given up')))),
  )
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const guard = guarded()
    touch()
    const stopping = guard.stop()
    await vi.advanceTimersByTimeAsync(3_000)
    await stopping
  } finally {
    vi.useRealTimers()
  }
  file.close()
  expect(existsSync(join(folder.path, 'earshot.seal'))).toBe(false)
})
