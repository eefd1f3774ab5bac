import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { checkIntegrity } from '../../electron/storage/file/integrity.ts'
import { ensureRoom } from '../../electron/storage/house/room.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { seeDay } from '../../electron/storage/retention/clock-runs.ts'
import { advanceNoteSearch } from '../../electron/storage/search/note-search.ts'
import { makeJournal } from '../../electron/storage/team/journal-tables.ts'
import { bundled } from '../builders/bundled.ts'
import { aFolder } from '../builders/console.ts'
import { aClock } from '../builders/parts.ts'

let program: Awaited<ReturnType<typeof bundled>>
beforeAll(async () => {
  const adapters = join(import.meta.dirname, '..', '..', 'electron', 'adapters')
  program = await bundled({
    child: join(import.meta.dirname, 'forget-words-child.ts'),
    console: join(import.meta.dirname, 'forget-at-start-child.ts'),
    'pages-worker': join(adapters, 'integrity', 'pages-worker.ts'),
    'database-child': join(adapters, 'database-child', 'database-child.ts'),
  })
})
afterAll(() => program.remove())

const WORD = '紫檀木匣子'
const NOTES = 12
const AT = '2026-09-01T02:00:00.000Z'

/** `yesterday`: the program ran then, so that the clock of whoever deletes is believed. */
function aYearOfWords(path: string, sessions = 8, yesterday = '2026-11-26T01:00:00.000Z'): void {
  const db = openForWriting(path)
  runOn(db, ensureRoom(aClock()))
  runOn(db, seeDay(yesterday))
  db.exec(
    `INSERT INTO retention_rules (only_row, rules_json, version) VALUES (1, '{"notes":{"days":30,"startsOn":"2026-10-01"}}', 1)`,
  )
  const add = (table: string, columns: string, ...values: (string | number)[]) =>
    db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${values.map(() => '?').join(', ')})`).run(...values)
  for (let number = 0; number < sessions; number += 1) {
    const [session, call] = [`s${number}`, `c${number}`]
    add('session', 'id, purpose, started_at, ended_at', session, 'listen', '2026-09-01T01:00:00.000Z', AT)
    add('call', 'id, session_id, number, started_at, ended_at, session_ms', call, session, 1, AT, AT, 0)
    for (let note = 0; note < NOTES; note += 1) {
      const id = `${session}n${note}`
      add('note', 'id, call_id, kind, text, offset_ms, created_at', id, call, 'voice', `${WORD}${id}`, note, AT)
      add(
        'note_event',
        'id, note_id, call_id, at, what, before_json',
        `e${id}`,
        id,
        call,
        AT,
        'edited',
        `{"text":"${WORD}"}`,
      )
    }
  }
  // Heard before days were counted.
  db.exec('DELETE FROM counted_day')
  while (!advanceNoteSearch(db, 100)) {}
  db.close()
}

/** Of each session what is left; and that the books agree. */
function whatIsLeft(path: string): number[] {
  const db = openForWriting(path)
  const asked = <Row>(sql: string) => db.prepare(sql).all() as Row[]
  const left = asked<{ notes: number; events: number; found: number; gone: number | null }>(
    `SELECT (SELECT count(*) FROM note WHERE call_id = call.id) AS notes, (SELECT count(*) FROM note_event WHERE call_id = call.id) AS events,
      (SELECT count(*) FROM searched_note WHERE note_id LIKE call.session_id || 'n%') AS found,
      (SELECT voice FROM words_gone WHERE session_id = call.session_id) AS gone FROM call ORDER BY id`,
  )
  for (const one of left)
    expect(one).toEqual(
      one.notes === 0
        ? { notes: 0, events: 0, found: 0, gone: NOTES }
        : { notes: NOTES, events: NOTES, found: NOTES, gone: null },
    )
  const gone = left.filter(({ notes }) => notes === 0).length
  expect(asked('SELECT sum(items) AS items, sum(words) AS words FROM retention_ledger')).toEqual([
    { items: gone === 0 ? null : gone, words: gone === 0 ? null : gone * NOTES },
  ])
  expect(checkIntegrity(db)).toBe('ok')
  db.close()
  return left.map(({ notes }) => notes)
}

async function killed(args: readonly string[], name = 'child') {
  const child = spawn(process.execPath, [join(program.path, `${name}.js`), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code, signal] = await once(child, 'close')
  return signal ?? code
}

test('killed again and again while it deletes, each session is whole or gone, and the next start goes on to the end', async () => {
  const folder = aFolder()
  const path = join(folder.path, 'earshot.db')
  aYearOfWords(path)
  const runUntil = (row: number) => killed([path, folder.path, String(row)])
  const leftAfter: number[] = []
  // At the first row, among the notes of the second session, at what is written of it, within the next one.
  for (const row of [1, 3 * NOTES + 1 + 2 * NOTES + 5, 3 * NOTES + 1, 2 * NOTES + 3]) {
    expect(await runUntil(row)).toBe('SIGKILL')
    leftAfter.push(whatIsLeft(path).filter((notes) => notes > 0).length)
  }
  expect(leftAfter).toEqual([8, 7, 7, 7])
  expect(await runUntil(0)).toBe(0)
  expect(whatIsLeft(path)).toEqual(Array.from({ length: 8 }, () => 0))
  for (const suffix of ['', '-wal'])
    expect(existsSync(path + suffix) && readFileSync(path + suffix).includes(WORD)).toBe(false)
  folder.remove()
})

test('a whole console that is killed while it deletes by itself goes on at its next starts until all that is due went', async () => {
  const folder = aFolder()
  const path = join(folder.path, 'earshot.db')
  const sessions = 60
  aYearOfWords(path, sessions, new Date(Date.now() - 86_400_000).toISOString())
  const isWhole = (notes: number) => notes > 0
  for (const most of [10, 30]) {
    expect(await killed([folder.path, String(most), String(sessions)], 'console')).toBe('SIGKILL')
    const left = whatIsLeft(path).filter(isWhole).length
    expect(left).toBeLessThanOrEqual(sessions - most)
    expect(left).toBeGreaterThan(0)
  }
  expect(await killed([folder.path, '0', String(sessions)], 'console')).toBe(0)
  expect(whatIsLeft(path).filter(isWhole)).toEqual([])
  folder.remove()
})

test('a desk of a hub that is killed while it lets go has each session whole or without its words, and tells the hub of nothing', async () => {
  const folder = aFolder()
  const path = join(folder.path, 'earshot.db')
  aYearOfWords(path)
  const db = openForWriting(path)
  makeJournal(
    db,
    () => AT,
    () => {},
  )
  db.exec(`UPDATE call SET reference = '${WORD}'; DELETE FROM journal;
    INSERT INTO words_gone SELECT 'notes:' || id, 'notes', id, '2026-10-01', '${AT}', ${NOTES}, 0, 0, 0, 0, 0, 0 FROM session`)
  db.close()
  const left = () => {
    const after = openForWriting(path)
    const told = after.prepare('SELECT count(*) FROM journal').pluck().get()
    const calls = after
      .prepare(
        `SELECT (SELECT count(*) FROM note WHERE call_id = call.id) AS notes, (SELECT count(*) FROM note_event WHERE call_id = call.id) AS events,
          reference IS NOT NULL AS hasReference FROM call`,
      )
      .all() as { notes: number; events: number; hasReference: number }[]
    after.close()
    expect(told).toBe(0)
    const whole = calls.filter(({ hasReference }) => hasReference === 1)
    expect(calls.filter(({ notes, events }) => notes === NOTES && events === NOTES)).toEqual(whole)
    expect(calls.filter(({ notes, events }) => notes === 0 && events === 0)).toHaveLength(calls.length - whole.length)
    return whole.length
  }
  const runUntil = (row: number) => killed([path, folder.path, String(row), 'member'])
  // In the first session, at its last row, and among those of the third.
  for (const [row, whole] of [
    [5, 8],
    [3 * NOTES, 8],
    [7 * NOTES, 6],
  ] as const) {
    expect(await runUntil(row)).toBe('SIGKILL')
    expect(left()).toBe(whole)
  }
  expect(await runUntil(0)).toBe(0)
  expect(left()).toBe(0)
  folder.remove()
})
