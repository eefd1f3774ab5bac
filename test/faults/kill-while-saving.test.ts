import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspectDatabase } from '../../electron/storage/file/inspect.ts'
import { SALT_BYTES, saltsOf } from '../../electron/storage/file/log-frames.ts'
import { bundled } from '../builders/bundled.ts'
import { aConsole, aFolder } from '../builders/console.ts'

/** `npm run faults -- kills` for more. */
const KILLS = Number(process.env.EARSHOT_KILLS ?? 15)
const FLIPS = 60
const LONGEST_WAIT_MS = 120

let program: Awaited<ReturnType<typeof bundled>>
let child: string
beforeAll(async () => {
  const adapters = join(import.meta.dirname, '..', '..', 'electron', 'adapters')
  program = await bundled({
    child: join(import.meta.dirname, 'save-notes-child.ts'),
    'pages-worker': join(adapters, 'integrity', 'pages-worker.ts'),
    'database-child': join(adapters, 'database-child', 'database-child.ts'),
  })
  child = join(program.path, 'child.js')
})
afterAll(() => program.remove())
const textOf = (number: number) => `${'听'.repeat((number * 37) % 1_900)}完`

const kill = (saving: ChildProcess) => void saving.kill('SIGKILL')

/** The index of the log is mapped into the console's memory: where it is cut, the next use of it is a SIGBUS. */
const cutIndex = (saving: ChildProcess, dataFolder: string) => {
  truncateSync(join(dataFolder, 'earshot.db-shm'), 0)
  // Noticed before it was used, and made long again.
  setTimeout(() => kill(saving), LONGEST_WAIT_MS)
}

/** Starts a console that saves notes, ends it at a random moment after it is ready, or after its first note; answers what it had acknowledged. */
async function killWhileSaving(dataFolder: string, firstNumber: number, end: typeof cutIndex, pace = 'restless') {
  const firstLine = firstNumber % 200_000 === 0 ? 'ready' : String(firstNumber)
  const saving: ChildProcess = spawn(process.execPath, [child, dataFolder, String(firstNumber), pace], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (saving.stdout === null || saving.stderr === null) throw new Error('no pipes')
  let complaint = ''
  saving.stderr.on('data', (data) => {
    complaint += String(data)
  })
  const lines: string[] = []
  createInterface(saving.stdout).on('line', (line) => {
    lines.push(line)
    if (line === firstLine) setTimeout(() => end(saving, dataFolder), Math.random() * LONGEST_WAIT_MS)
  })
  const [, signal] = await once(saving, 'close')
  if (signal !== 'SIGKILL' && signal !== 'SIGBUS') throw new Error(`the console ended by itself: ${complaint}`)
  return lines.filter((line) => line !== 'ready').map(Number)
}

const isKeptForThisLog = (path: string) =>
  readFileSync(join(path, '..', 'earshot.pages'))
    .subarray(0, SALT_BYTES)
    .equals(saltsOf(readFileSync(`${path}-wal`)))

/** Windows cuts no file that is mapped. */
const canCut = process.platform !== 'win32'

test(`kill -9 while notes are being saved, ${KILLS} times, or cut the index of the log: none acknowledged is lost, none is torn`, {
  timeout: 300_000 + KILLS * 5_000,
}, async () => {
  const folder = aFolder()
  const acknowledged: number[] = []
  let keptRounds = 0
  for (let round = 0; round < KILLS; round += 1) {
    const end = round % 5 === 4 && canCut ? cutIndex : kill
    const pace = round % 5 === 0 ? 'kept' : 'restless'
    acknowledged.push(...(await killWhileSaving(folder.path, round * 100_000, end, pace)))
    if (existsSync(join(folder.path, 'earshot.pages'))) keptRounds += 1
    // What was kept of its pages is never held against a sound file.
    expect(inspectDatabase(join(folder.path, 'earshot.db'), true)).toMatchObject({ kind: 'sound' })
  }
  expect(keptRounds).toBeGreaterThanOrEqual(KILLS / 5)

  // The last kill's leftovers are the console's own to mend.
  const console = await aConsole(folder.path)
  expect(await console.call('workspace.status', {})).toMatchObject({ value: { state: 'ready' } })
  await console.close()
  const db = new Database(join(folder.path, 'earshot.db'), { readonly: true })
  const stored = db.prepare('SELECT offset_ms AS number, text FROM note').all() as { number: number; text: string }[]
  const drafts = db.prepare('SELECT offset_ms AS number, text FROM draft').all() as { number: number; text: string }[]
  const integrity = db.pragma('integrity_check', { simple: true })
  const strangers = db.pragma('foreign_key_check')
  db.close()
  folder.remove()

  const storedNumbers = new Set(stored.map(({ number }) => number))
  // Every other round ends after its first note at the earliest.
  expect(acknowledged.length).toBeGreaterThanOrEqual(Math.floor(KILLS / 2))
  expect(acknowledged.filter((number) => !storedNumbers.has(number))).toEqual([])
  // At most the one note of each round whose answer was on its way.
  expect(stored.length - acknowledged.length).toBeLessThanOrEqual(KILLS)
  expect(stored.length).toBe(storedNumbers.size)
  expect(stored.filter(({ number, text }) => text !== textOf(number))).toEqual([])
  expect(drafts.filter(({ number, text }) => text !== textOf(number).slice(0, 3))).toEqual([])
  expect(drafts.filter(({ number }) => storedNumbers.has(number))).toEqual([])
  expect({ integrity, strangers }).toEqual({ integrity: 'ok', strangers: [] })
})

test(`${FLIPS} single bits flipped in the file after a kill: each is noticed, or changes nothing`, async () => {
  const folder = aFolder()
  // What the second one finds in the file is what the first one left in the log.
  await killWhileSaving(folder.path, 0, kill)
  const path = join(folder.path, 'earshot.db')
  // A log that was begun anew just before the kill has no pages kept for it yet.
  let round = 0
  do {
    round += 1
    await killWhileSaving(folder.path, round * 1_000, kill, 'kept')
  } while (!isKeptForThisLog(path) && round < 20)
  const sound = readFileSync(path)
  const seenBySqlite = () => {
    const db = new Database(path, { readonly: true })
    const bytes = db.serialize()
    db.close()
    return bytes
  }
  const before = seenBySqlite()
  let seed = 20_261_127
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  const seen = { edited: 0, harmless: 0, damaged: 0 }
  const unnoticed: number[] = []
  for (let round = 0; round < FLIPS; round += 1) {
    const at = Math.floor(random() * sound.length)
    const flipped = Buffer.from([(sound[at] ?? 0) ^ (1 << Math.floor(random() * 8))])
    const file = openSync(path, 'r+')
    writeSync(file, flipped, 0, 1, at)
    const finding = inspectDatabase(path, true)
    if (finding.kind === 'damaged') seen[finding.fault === 'edited' ? 'edited' : 'damaged'] += 1
    else if (seenBySqlite().equals(before)) seen.harmless += 1
    else unnoticed.push(at)
    writeSync(file, sound, at, 1, at)
    closeSync(file)
  }
  expect(unnoticed).toEqual([])
  expect(seen.edited).toBeGreaterThan(0)
  expect(inspectDatabase(path, true)).toMatchObject({ kind: 'sound' })

  // A note beside it that is torn, or of another log, claims nothing.
  const kept = readFileSync(join(folder.path, 'earshot.pages'))
  for (const at of [0, kept.length - 1, kept.length >> 1]) {
    const torn = Buffer.from(kept)
    torn[at] = (torn[at] ?? 0) ^ 1
    writeFileSync(join(folder.path, 'earshot.pages'), torn)
    expect(inspectDatabase(path, true)).toMatchObject({ kind: 'sound' })
  }
  writeFileSync(join(folder.path, 'earshot.pages'), kept.subarray(0, 30))
  expect(inspectDatabase(path, true)).toMatchObject({ kind: 'sound' })
  folder.remove()
})

test.runIf(canCut)('the index of the log is cut under a console at rest: it lives, and goes on saving', async () => {
  const folder = aFolder()
  const saving = spawn(process.execPath, [child, folder.path, '0', 'asked'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(saving, 'close')
  const said = createInterface(saving.stdout)[Symbol.asyncIterator]()
  const next = async () => String((await said.next()).value)
  const save = () => {
    saving.stdin.write('\n')
    return next()
  }
  expect(await next()).toBe('ready')
  for (const number of ['0', '1']) expect(await save()).toBe(number)
  truncateSync(join(folder.path, 'earshot.db-shm'), 0)
  for (const number of ['2', '3', '4']) expect(await save()).toBe(number)
  kill(saving)
  await ended
  const console = await aConsole(folder.path)
  expect(await console.call('workspace.status', {})).toMatchObject({ value: { state: 'ready', mendings: [] } })
  await console.close()
  const db = new Database(join(folder.path, 'earshot.db'), { readonly: true })
  expect(db.prepare('SELECT count(*) FROM note').pluck().get()).toBe(5)
  db.close()
  folder.remove()
})
