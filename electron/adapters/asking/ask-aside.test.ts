import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TicketFilter, type TicketSort } from '../../../shared/contract/tickets/tickets.ts'
import { consoleOptions } from '../../../test/builders/console.ts'
import { forgettingDrafts } from '../../services/listening/forget-drafts.ts'
import { ticketsService } from '../../services/tickets/tickets.ts'
import type { WritableDb } from '../../storage/database.ts'
import { rows, together, value } from '../../storage/engine/query.ts'
import { sqliteEngine } from '../../storage/engine/sqlite.ts'
import { openForWriting } from '../../storage/open.ts'
import { systemClock } from '../../system-clock.ts'
import { askAside } from './ask-aside.ts'

const entry = vi.hoisted(() => ({ url: '', asked: 0 }))
vi.mock('../worker-entry.ts', () => ({
  workerEntry: () => {
    entry.asked += 1
    return new URL(entry.url)
  },
}))

const log = { error: vi.fn() }
let folder: string
let db: WritableDb
beforeEach(() => {
  entry.url = new URL('./asking-worker.ts', import.meta.url).href
  entry.asked = 0
  log.error.mockClear()
  folder = mkdtempSync(join(tmpdir(), 'earshot-aside-'))
  db = openForWriting(join(folder, 'earshot.db'))
  db.exec("CREATE TABLE heard (words TEXT NOT NULL) STRICT; INSERT INTO heard VALUES ('没人管')")
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

const COUNTING =
  'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 300000) SELECT max(x) AS value FROM n'
const heard = () => rows<{ words: string }>('SELECT words FROM heard WHERE words LIKE :part', { part: '%管%' })

test('whoever looks long keeps nobody from writing, and sees what was written before each question', async () => {
  const aside = askAside(join(folder, 'earshot.db'), log, 0)
  const order: string[] = []
  const looked = sqliteEngine(db, aside)
    .readInTurns(function* () {
      const [counted, first] = yield* together(value<number>(COUNTING), heard())
      return [counted, first.length, (yield* heard()).length]
    })
    .then((found) => {
      order.push('looked')
      return found
    })
  await nextTurn()
  db.exec("INSERT INTO heard VALUES ('还是没人管')")
  order.push('written')
  expect(await looked).toEqual([300_000, 2, 2])
  expect(order).toEqual(['written', 'looked'])
  await aside.stop()
})

test('nothing of the file is locked between two looks, though it stays open for the next key: all of the log can be written back', async () => {
  const aside = askAside(join(folder, 'earshot.db'), log, 0)
  expect(await sqliteEngine(db, aside).readInTurns(heard)).toHaveLength(1)
  db.exec("INSERT INTO heard VALUES ('还是没人管')")
  expect(db.pragma('wal_checkpoint(TRUNCATE)')).toEqual([{ busy: 0, log: 0, checkpointed: 0 }])
  expect(await sqliteEngine(db, aside).readInTurns(heard)).toHaveLength(2)
  await aside.stop()
})

test('nothing of the file is held once it was stopped', async () => {
  const aside = askAside(join(folder, 'earshot.db'), log, 0)
  await sqliteEngine(db, aside).readInTurns(heard)
  await aside.stop()
  db.close()
  // The last connection takes the log away.
  expect(existsSync(join(folder, 'earshot.db-wal'))).toBe(false)
})

test('what cannot be answered there is answered here: a thread that cannot live, and a question that is none', async () => {
  entry.url = new URL('./nobody.ts', import.meta.url).href
  const aside = askAside(join(folder, 'earshot.db'), log, 0)
  const engine = sqliteEngine(db, aside)
  expect(await engine.readInTurns(heard)).toEqual([{ words: '没人管' }])
  for (const _ of [1, 2, 3, 4]) expect(await engine.readInTurns(heard)).toHaveLength(1)
  // It may have been but for a moment: begun anew a few times, and said once.
  expect(entry.asked).toBe(3)
  expect(log.error).toHaveBeenCalledTimes(1)
  await expect(engine.readInTurns(() => rows('SELECT words FROM nowhere'))).rejects.toThrow('no such table')
  await aside.stop()
})

test('a thread that died once is begun anew', async () => {
  const dying = join(folder, 'dying.mjs')
  writeFileSync(
    dying,
    `import { parentPort } from 'node:worker_threads'\nparentPort.once('message', () => process.exit(1))`,
  )
  const aside = askAside(join(folder, 'earshot.db'), log, 0)
  const engine = sqliteEngine(db, aside)
  entry.url = pathToFileURL(dying).href
  expect(await engine.readInTurns(heard)).toHaveLength(1)
  entry.url = new URL('./asking-worker.ts', import.meta.url).href
  expect(await engine.readInTurns(heard)).toHaveLength(1)
  expect(entry.asked).toBe(2)
  await aside.stop()
})

test('a small file is asked here', async () => {
  const aside = askAside(join(folder, 'earshot.db'), log)
  expect(await sqliteEngine(db, aside).readInTurns(heard)).toHaveLength(1)
  expect(entry.asked).toBe(0)
  await aside.stop()
})

test('after it was stopped the desk answers by itself', async () => {
  const aside = askAside(join(folder, 'earshot.db'), log, 0)
  await aside.stop()
  expect(await sqliteEngine(db, aside).readInTurns(heard)).toHaveLength(1)
  expect(entry.asked).toBe(0)
})

test('once the thread is gone others have their turn before a question is answered here, as they would without one', async () => {
  const aside = askAside(join(folder, 'earshot.db'), log, 0)
  await aside.stop()
  const looked = sqliteEngine(db, aside).readInTurns(function* () {
    return (yield* heard()).length + (yield* heard()).length
  })
  await nextTurn()
  db.exec("INSERT INTO heard VALUES ('还是没人管')")
  // What was written in a turn that came before them both of them see.
  expect(await looked).toBe(4)
})

test('what is asked together without a thread is not answered in one go: others have their turn before each', async () => {
  const looked = sqliteEngine(db).readInTurns(function* () {
    const found = yield* together(heard(), heard(), heard())
    return found.map(({ length }) => length)
  })
  await nextTurn()
  db.exec("INSERT INTO heard VALUES ('还是没人管')")
  await nextTurn()
  db.exec("INSERT INTO heard VALUES ('没人管我')")
  const counts = await looked
  expect(counts[0]).toBeLessThan(counts[1] ?? 0)
  expect(counts[1]).toBeLessThan(counts[2] ?? 0)
})

test('a page read off an index is read at once, any other in turns: what it leaves out on the way may be nearly everything', async () => {
  const engine = sqliteEngine(db)
  const inTurns: unknown[] = []
  const { list } = ticketsService({
    ...consoleOptions(folder),
    ...{ db, databasePath: join(folder, 'earshot.db'), dataFolder: folder, emit: () => {} },
    engine: {
      ...engine,
      readInTurns: (query) => {
        inTurns.push(query)
        return engine.readInTurns(query)
      },
    },
    clock: systemClock,
    forgetDrafts: forgettingDrafts(db, consoleOptions(folder).log),
  })
  const isAtOnce = async (sort: TicketSort, filter: object = {}, offset = 0) => {
    const before = inTurns.length
    await list({ sort, limit: 80, offset, filter: TicketFilter.parse(filter) }, { personId: null })
    return inTurns.length === before
  }
  const open = ['unclaimed', 'in_progress', 'awaiting_information', 'awaiting_third_party']
  for (const sort of ['due_soonest', 'newest', 'oldest', 'number'] as const) expect(await isAtOnce(sort)).toBe(true)
  expect(await isAtOnce('due_soonest', { states: open })).toBe(true)
  expect(await isAtOnce('newest', {}, 190_000)).toBe(false)
  const longer: [TicketSort, object?][] = [
    ['priority'],
    ['newest', { text: '没人管' }],
    ['due_soonest', { departments: ['物流部'] }],
    ['newest', { priorities: [1] }],
    ['due_soonest', { issueTypeIds: ['coupon'] }],
    ['due_soonest', { isOverdue: true }],
    ['newest', { openedFrom: '2026-09-18T00:00:00.000Z' }],
    ['newest', { openedTo: '2026-09-18T00:00:00.000Z' }],
    ['due_soonest', { states: ['rejected'] }],
    ['due_soonest', { states: open.slice(1) }],
    ['newest', { states: open }],
  ]
  for (const [sort, filter] of longer)
    expect([sort, filter, await isAtOnce(sort, filter)]).toEqual([sort, filter, false])
})
