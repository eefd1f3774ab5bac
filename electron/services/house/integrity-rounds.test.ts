import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aFolder } from '../../../test/builders/console.ts'
import { openWorkspaceFile } from '../../storage/file/workspace-file.ts'
import { startIntegrityRounds } from './integrity-rounds.ts'

const HOUR_MS = 3_600_000

let folder: ReturnType<typeof aFolder>
let looks: number
let nowMs: number
beforeEach(() => {
  folder = aFolder()
  looks = 0
  nowMs = Date.parse('2026-09-18T01:00:00.000Z')
})
afterEach(() => folder.remove())

/** A start on the folder. */
function start() {
  const file = openWorkspaceFile(
    folder.path,
    () => new Date(nowMs),
    () => {},
  )
  const rounds = startIntegrityRounds({
    ...{ dataFolder: folder.path, isSuspect: !file.wasSealed, isNew: file.wasMade },
    clock: { now: () => new Date(nowMs).toISOString(), elapsedMs: () => nowMs, newId: () => '' },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    check: () => {
      looks += 1
      return Promise.resolve('ok')
    },
    found: () => {},
  })
  const end = async () => {
    await rounds.stop()
    file.close()
  }
  return { rounds, end }
}

/** What is due at a start is done, and hours later again. */
async function lookedThrough(...hoursLater: number[]): Promise<number> {
  const { rounds, end } = start()
  await rounds.look()
  for (const hours of hoursLater) {
    nowMs += hours * HOUR_MS
    await rounds.look()
  }
  await end()
  return looks
}

test('a database that was made a moment ago holds nothing to look through; a day later it does', async () => {
  expect(await lookedThrough()).toBe(0)
  expect(await lookedThrough(23)).toBe(0)
  expect(await lookedThrough(1)).toBe(1)
})

test('one that was made and stays open is looked through a day later', async () => {
  expect(await lookedThrough(23)).toBe(0)
  folder.remove()
  folder = aFolder()
  expect(await lookedThrough(24, 1, 22, 1)).toBe(2)
})

test('one that ended uncleanly is looked through by the next start, where the first ends too early for it', async () => {
  await lookedThrough()
  rmSync(join(folder.path, 'earshot.seal'))
  await start().end()
  expect(looks).toBe(0)
  expect(await lookedThrough()).toBe(1)
})
