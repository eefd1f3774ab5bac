import { copyFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { forgetAgentKeysBefore } from '../agents/agent-keys.ts'
import { inTransaction, onOneState, type ReadableDb, type WritableDb } from '../database.ts'
import type { Query } from '../engine/query.ts'
import { runOn } from '../engine/sqlite.ts'
import { makeAllAnew } from '../exports/exports.ts'
import { forgetLookedFor } from '../exports/forgotten-words.ts'
import { dropUnfinished, finish } from '../file/backup.ts'
import { forgetInSearch } from '../listening/sealed-calls.ts'
import { versionOf } from '../migrate.ts'
import { schemaVersion } from '../migrations/migrations.ts'
import { openForReading } from '../open.ts'
import { mergeSearch } from '../retention/wiped.ts'
import { emptyCall, wordsOfCall } from './call-words.ts'
import { markEmptied, sealCall } from './sealed-calls.ts'
import { sealTicketsOf } from './sealed-tickets.ts'

interface Emptied {
  readonly callId: Id
  readonly caseId: Id
  readonly sealedAt: Instant
  readonly emptiedAt: Instant
}

type Row = Readonly<Record<string, string | number | null>>

const EMPTIED = `SELECT call_id AS callId, case_id AS caseId, sealed_at AS sealedAt, emptied_at AS emptiedAt
  FROM sealed_call WHERE emptied_at IS NOT NULL ORDER BY call_id`
const SAYS_IT = `SELECT 1 FROM call WHERE id = ? AND NOT EXISTS
  (SELECT 1 FROM sealed_call WHERE call_id = call.id AND emptied_at IS NOT NULL)`
const HIDDEN = 'SELECT id, payload FROM life_sealed WHERE is_encrypted = 1'
const HIDE = 'UPDATE life_sealed SET is_encrypted = 1, payload = :payload WHERE id = :id AND is_encrypted = 0'
const IS_PLAIN = 'SELECT 1 FROM life_sealed WHERE id = ? AND is_encrypted = 0'
const HAS_KEYS = `SELECT 1 FROM sqlite_schema WHERE name = 'agent_key'`
const OLD_KEY = 'SELECT 1 FROM agent_key WHERE day < ?'
const OF_CALL = 'call_id = ?'
const OF_CASES = 'case_id IN (SELECT id FROM life_case WHERE call_id = ?)'
/** What the words that are put away belong to, parents first: here it says nothing any more. And its cases, with what is sealed in the form that it has now. */
const COMES_ALONG = [
  { table: 'note', of: OF_CALL, or: 'IGNORE' },
  { table: 'note_event', of: OF_CALL, or: 'IGNORE' },
  { table: 'meeting', of: OF_CALL, or: 'IGNORE' },
  { table: 'meeting_line', of: 'meeting_id IN (SELECT id FROM meeting WHERE call_id = ?)', or: 'IGNORE' },
  { table: 'life_case', of: OF_CALL, or: 'IGNORE' },
  { table: 'life_event', of: OF_CASES, or: 'IGNORE' },
  { table: 'life_sealed', of: OF_CASES, or: 'REPLACE' },
] as const

/** What a copy still says, and the open database put away since. One of another version is left as it is. */
function saidBy(copy: ReadableDb, here: ReadableDb) {
  if (versionOf(copy) !== schemaVersion) return { calls: [], hidden: [] }
  const calls = here.prepare(EMPTIED).all() as Emptied[]
  const hidden = here.prepare(HIDDEN).all() as { id: Id; payload: string }[]
  return {
    calls: calls.filter(({ callId }) => copy.prepare(SAYS_IT).get(callId) !== undefined),
    hidden: hidden.filter(({ id }) => copy.prepare(IS_PLAIN).get(id) !== undefined),
  }
}

/** Whether it holds secrets of agents' days that are thrown away by now. */
const holdsOldKeys = (copy: ReadableDb, keysBefore: string | null): boolean =>
  keysBefore !== null &&
  copy.prepare(HAS_KEYS).get() !== undefined &&
  copy.prepare(OLD_KEY).get(keysBefore) !== undefined

function layAlong(copy: ReadableDb, here: ReadableDb, callId: Id): void {
  for (const { table, of, or } of COMES_ALONG)
    for (const row of here.prepare(`SELECT * FROM ${table} WHERE ${of}`).all(callId) as Row[]) {
      const names = Object.keys(row)
      const values = names.map((name) => `:${name}`)
      copy.prepare(`INSERT OR ${or} INTO ${table} (${names.join(', ')}) VALUES (${values.join(', ')})`).run(row)
    }
}

/** As the seal did it here, but for what is put away: that comes along as it lies. */
function* sealThere({ callId, caseId, sealedAt, emptiedAt }: Emptied, newId: () => Id): Query<void> {
  const made = { at: emptiedAt, newId }
  yield* sealCall(callId, caseId, sealedAt)
  yield* forgetInSearch(callId)
  yield* sealTicketsOf(callId, { at: emptiedAt, actorId: null }, newId)
  yield* makeAllAnew()
  yield* forgetLookedFor(callId, emptiedAt)
  yield* emptyCall(callId, yield* wordsOfCall(callId), made)
  yield* markEmptied(callId, emptiedAt)
}

export interface LetGo {
  /** The open database. */
  readonly from: string
  /** Secrets of agents' days before this one are thrown away; null: those are left. */
  readonly keysBefore: string | null
}

/**
 * Makes a copy anew under `unfinished` without what was sealed since it was made: there it is sealed, too, so that going back to it tells nothing and loses nothing. And without the
 * secrets that were thrown away since. False: it holds nothing of that. Reads and writes a whole database: not for the main thread.
 */
export function sealCopy({ from, keysBefore }: LetGo, path: string, unfinished: string, newId: () => Id): boolean {
  const here = openForReading(from)
  try {
    // What is said of a call and what comes along of it is of one moment: a wrong alarm may open it again meanwhile.
    return onOneState(here, () => isMadeAnew(here, { path, unfinished, keysBefore, newId }))
  } finally {
    here.close()
  }
}

function isMadeAnew(here: ReadableDb, { path, unfinished, keysBefore, newId }: Remaking): boolean {
  const copy = openForReading(path)
  try {
    const { calls, hidden } = saidBy(copy, here)
    if (calls.length + hidden.length === 0 && !holdsOldKeys(copy, keysBefore)) return false
  } finally {
    copy.close()
  }
  try {
    copyFileSync(path, unfinished)
    rewrite(here, unfinished, { keysBefore, newId })
    finish(unfinished)
  } catch (error) {
    dropUnfinished(unfinished)
    throw error
  }
  return true
}

interface Rewriting extends Pick<LetGo, 'keysBefore'> {
  newId(): Id
}

interface Remaking extends Rewriting {
  readonly path: string
  readonly unfinished: string
}

function rewrite(here: ReadableDb, path: string, { keysBefore, newId }: Rewriting): void {
  const db = new Database(path) as WritableDb
  try {
    db.pragma('secure_delete = ON')
    const { calls, hidden } = saidBy(db, here)
    inTransaction(db, () => {
      if (keysBefore !== null && holdsOldKeys(db, keysBefore)) runOn(db, forgetAgentKeysBefore(keysBefore))
      for (const call of calls) {
        layAlong(db, here, call.callId)
        runOn(db, sealThere(call, newId))
      }
      for (const row of hidden) db.prepare(HIDE).run(row)
    })
    if (calls.length + hidden.length === 0) return
    // Its pieces hold what was deleted until they are merged.
    for (const _ of mergeSearch(db));
    db.exec('VACUUM')
  } finally {
    db.close()
  }
}
