import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { proveTouches } from '../../electron/services/house/touch-proof.ts'
import type { WritableDb } from '../../electron/storage/database.ts'
import { checkpoint } from '../../electron/storage/file/checkpoint.ts'
import { checkKeptPages } from '../../electron/storage/file/kept-pages.ts'
import { lastFrames, logBytes, wholeFrames } from '../../electron/storage/file/log-frames.ts'
import { readPages } from '../../electron/storage/file/page-digests.ts'
import { openWorkspaceFile, type WorkspaceFile } from '../../electron/storage/file/workspace-file.ts'
import { aFolder } from '../builders/console.ts'

const FILES = ['earshot.db', 'earshot.db-wal', 'earshot.pages']
const MOMENTS = 50
const PAGE_BYTES = 4_096

let folder: ReturnType<typeof aFolder>
let file: WorkspaceFile
beforeEach(() => {
  folder = aFolder()
  file = openWorkspaceFile(
    folder.path,
    () => new Date(),
    (db) => db.exec('CREATE TABLE of_test (number INTEGER, word TEXT)'),
  )
})
afterEach(() => {
  file.close()
  folder.remove()
})

let seed = 6
const random = (below: number) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
const run = (sql: string) => void (file.db() as WritableDb).exec(sql)

/** All that one may do to the file, some of it between learning and keeping, some between keeping and the end. */
const doings = [
  () => run(`INSERT INTO of_test VALUES (${random(1_000)}, '${'词'.repeat(random(9_000))}')`),
  () => run(`INSERT INTO of_test VALUES (${random(1_000)}, 'short')`),
  () => run(`DELETE FROM of_test WHERE number < ${random(700)}`),
  () => run(`UPDATE of_test SET word = '${'改'.repeat(random(5_000))}' WHERE number > ${500 + random(500)}`),
  () => run('VACUUM'),
  () => void checkpoint(file.db() as WritableDb, 'TRUNCATE'),
  () => void checkpoint(file.db() as WritableDb, 'PASSIVE'),
]

/** What a kill at this moment would leave, in a folder of its own. */
function leaveBehind(name: string): string {
  const left = join(folder.path, name)
  mkdirSync(left)
  for (const each of FILES)
    try {
      copyFileSync(join(folder.path, each), join(left, each))
    } catch {
      // Not kept yet.
    }
  return join(left, 'earshot.db')
}

/** As a kill in the midst of a checkpoint leaves it: some pages of the log are written into the file. */
function writeHalfOfLog(path: string): void {
  const bytes = readFileSync(path)
  const log = readFileSync(`${path}-wal`)
  // Behind them lie those of an earlier log, which SQLite no longer knows.
  const frames = log.subarray(0, logBytes(wholeFrames(log), PAGE_BYTES))
  for (const [page, { bytes: now }] of lastFrames(frames, PAGE_BYTES))
    if (random(2) === 0 && page * PAGE_BYTES <= bytes.length) now.copy(bytes, (page - 1) * PAGE_BYTES)
  writeFileSync(path, bytes)
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

test(`${MOMENTS} moments at which it may end, among writes, checkpoints and a VACUUM: none is taken for a change, a flipped bit is`, async () => {
  const proof = proveTouches({
    ...{ file, log: { info: () => {}, warn: () => {}, error: () => {} } },
    readPages: async (wish) => readPages(wish),
    checkAll: async () => 'ok',
  })
  const alarms: number[] = []
  let noticed = 0
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    for (let step = random(8); step >= 0; step -= 1) {
      doings[random(doings.length)]?.()
      if (random(3) > 0) continue
      proof.learn()
      if (random(2) === 0) doings[random(doings.length)]?.()
      await proof.idle()
    }
    const left = leaveBehind(String(moment))
    if (checkKeptPages(left) === 'differs') alarms.push(moment)
    writeHalfOfLog(left)
    if (checkKeptPages(left) === 'differs') alarms.push(moment)
    flip(left, random(readFileSync(left).length))
    if (checkKeptPages(left) === 'differs') noticed += 1
  }
  expect(alarms).toEqual([])
  expect(noticed).toBeGreaterThan(0)
})
