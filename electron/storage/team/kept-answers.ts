import { closeSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Feature } from '../../../shared/contract/contract.ts'
import { Id, type Instant } from '../../../shared/contract/values.ts'
import { maskedByRules } from '../../../shared/domain/listening/masking/mask-by-rules.ts'

/** What the hub answered, and as of when: it was asked then. */
export interface KeptAnswer {
  readonly value: unknown
  readonly at: Instant
}

/** The hub's answers to what was asked at this desk, as they last were: what is shown while it is away. */
export interface KeptAnswers {
  /** To be called as the question is asked. What it returns keeps the answer, unless words were forgotten meanwhile: it may quote them. */
  asked(call: string, input: unknown): (answer: KeptAnswer) => void
  find(call: string, input: unknown): KeptAnswer | null
  /**
   * Forgets every answer that may quote what was heard, on the disk too: a call may have been sealed since. Boards, people and rules stay.
   */
  forgetWords(): void
  /** Nothing was told to have changed from `since` to `at`: what was asked meanwhile was so then, too. */
  stillSo(since: Instant, at: Instant): void
  /** The hub was here then. What was copied is as of that, also where no answer is kept. */
  wasHere(at: Instant): void
  /** When the hub was here last, as far as is known; null: it never was. */
  lastAt(): Instant | null
  close(): void
}

export interface Bounds {
  readonly mostAnswers: number
  readonly mostBytes: number
  /** Of one answer: a larger one is not kept. */
  readonly longestBytes: number
}

const BOUNDS: Bounds = { mostAnswers: 2_000, mostBytes: 32_000_000, longestBytes: 2_000_000 }

/** Longer questions are files and lists of ids that nobody asks twice. */
const LONGEST_QUESTION = 4_000

const TABLE = `CREATE TABLE IF NOT EXISTS kept (
  question TEXT PRIMARY KEY, at TEXT NOT NULL, turn INTEGER NOT NULL, size INTEGER NOT NULL, value TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS kept_by_turn ON kept (turn, size);
  CREATE TABLE IF NOT EXISTS was_here (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), at TEXT NOT NULL) STRICT`
const KEEP = `INSERT OR REPLACE INTO kept (question, at, turn, size, value)
  VALUES (?, ?, (SELECT coalesce(max(turn), 0) + 1 FROM kept), ?, ?)`
const FIND = 'SELECT at, value FROM kept WHERE question = ?'
/** Killed, it did not tell of the end: then the last answer was after the greeting. */
const LAST = `SELECT max(at) FROM (SELECT at FROM was_here
  UNION ALL SELECT at FROM (SELECT at FROM kept ORDER BY turn DESC LIMIT 1))`
const WAS_HERE = `INSERT INTO was_here (only_row, at) VALUES (1, ?) ON CONFLICT (only_row) DO UPDATE SET at = excluded.at`
const SIZE = 'SELECT count(*) AS answers, coalesce(sum(size), 0) AS bytes FROM kept'
const OLDEST = 'SELECT turn, size FROM kept ORDER BY turn'
const STILL_SO = 'UPDATE kept SET at = :at WHERE at > :since AND at < :at'
const DROP = 'DELETE FROM kept WHERE turn <= ?'
/** Whose answers may quote a call. */
const QUOTING: readonly Feature[] = [
  ...(['sessions', 'notes', 'conversations', 'silverHair', 'meetings', 'thanks', 'agents'] as const),
  ...(['tickets', 'manyTickets', 'search', 'exports', 'deskExports'] as const),
]
const FORGET = `DELETE FROM kept WHERE substr(question, 1, instr(question, '.') - 1) IN (${QUOTING.map((name) => `'${name}'`).join(', ')})`

const NAME = 'kept-answers.db'

/**
 * In a file of their own beside the desk's database: nothing that anybody would miss, so no copy holds it, and one that cannot be read is
 * begun anew. The oldest go when there are too many.
 */
export function openKeptAnswers(folder: string, bounds: Bounds = BOUNDS): KeptAnswers {
  const db = openOrMake(join(folder, NAME))
  const [keep, find, last, size] = [db.prepare(KEEP), db.prepare(FIND), db.prepare(LAST).pluck(), db.prepare(SIZE)]
  const [oldest, drop] = [db.prepare(OLDEST), db.prepare(DROP)]
  let held = size.get() as { answers: number; bytes: number }
  let timesForgotten = 0

  const makeRoom = () => {
    if (held.answers <= bounds.mostAnswers && held.bytes <= bounds.mostBytes) return
    // A tenth more than needed: not once for every answer.
    let [answers, bytes, upTo] = [held.answers - bounds.mostAnswers * 0.9, held.bytes - bounds.mostBytes * 0.9, 0]
    for (const { turn, size: itsSize } of oldest.iterate() as Iterable<{ turn: number; size: number }>) {
      if (answers <= 0 && bytes <= 0) break
      ;[answers, bytes, upTo] = [answers - 1, bytes - itsSize, turn]
    }
    drop.run(upTo)
    held = size.get() as typeof held
  }

  const store = (call: string, input: unknown, { value, at }: KeptAnswer) => {
    if (namesSomebody(input)) return
    const [question, text] = [questionOf(call, input), JSON.stringify(value)]
    const bytes = Buffer.byteLength(text)
    if (question.length > LONGEST_QUESTION || bytes > bounds.longestBytes) return
    keep.run(question, at, bytes, text)
    // One that took another's place is counted twice until then, which only looks too early.
    held = { answers: held.answers + 1, bytes: held.bytes + bytes }
    if (held.answers > bounds.mostAnswers || held.bytes > bounds.mostBytes) {
      held = size.get() as typeof held
      makeRoom()
    }
  }

  return {
    asked: (call, input) => {
      const then = timesForgotten
      return (answer) => {
        if (then === timesForgotten) store(call, input, answer)
      }
    },
    find: (call, input) => {
      const found = find.get(questionOf(call, input)) as { at: Instant; value: string } | undefined
      return found === undefined ? null : { at: found.at, value: JSON.parse(found.value) }
    },
    forgetWords: () => {
      timesForgotten += 1
      if (db.prepare(FORGET).run().changes === 0) return
      held = size.get() as typeof held
      // What stood in the log of the file is gone with it.
      db.pragma('wal_checkpoint(TRUNCATE)')
    },
    stillSo: (since, at) => void db.prepare(STILL_SO).run({ since, at }),
    wasHere: (at) => void db.prepare(WAS_HERE).run(at),
    lastAt: () => (last.get() as Instant | null) ?? null,
    close: () => db.close(),
  }
}

/** Of a desk that leaves its hub. */
export function forgetKeptAnswers(folder: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, NAME) + suffix, { force: true })
}

/** A telephone number that somebody looked for is on no disk, here neither. */
const namesSomebody = (asked: unknown): boolean =>
  typeof asked === 'string'
    ? !Id.safeParse(asked).success && maskedByRules(asked).text !== asked
    : typeof asked === 'object' && asked !== null && Object.values(asked).some(namesSomebody)

/** Fields in one order, whoever asks. */
const questionOf = (call: string, input: unknown): string =>
  `${call} ${JSON.stringify(input, (_, value) => (isPlain(value) ? Object.fromEntries(Object.entries(value).sort()) : value))}`

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function openOrMake(path: string): Database.Database {
  try {
    return open(path)
  } catch {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true, recursive: true })
    return open(path)
  }
}

function open(path: string): Database.Database {
  // For own eyes, as what SQLite lays beside it then is too.
  closeSync(openSync(path, 'a', 0o600))
  const db = new Database(path)
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('secure_delete = ON')
    db.exec(TABLE)
    db.prepare(SIZE).get()
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
