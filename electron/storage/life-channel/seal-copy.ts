import { copyFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { diskFault, isDamage } from '../../system-faults.ts'
import { forgetAgentKeysBefore } from '../agents/agent-keys.ts'
import { inTransaction, onOneState, type ReadableDb, type WritableDb } from '../database.ts'
import type { Query } from '../engine/query.ts'
import { runOn } from '../engine/sqlite.ts'
import { retellAll } from '../exports/export-delivery.ts'
import { makeAllAnew } from '../exports/exports.ts'
import { forgetLookedFor } from '../exports/forgotten-words.ts'
import { dropUnfinished, finish } from '../file/backup.ts'
import { forgetInSearch } from '../listening/sealed-calls.ts'
import { migrate, versionOf } from '../migrate.ts'
import { migrations, schemaVersion } from '../migrations/migrations.ts'
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
const HAS_TABLE = 'SELECT 1 FROM sqlite_schema WHERE name = ?'
const HAS_CALL = 'SELECT 1 FROM call WHERE id = ?'
const HIDDEN = 'SELECT id, payload FROM life_sealed WHERE is_encrypted = 1'
const HIDE = 'UPDATE life_sealed SET is_encrypted = 1, payload = :payload WHERE id = :id AND is_encrypted = 0'
const IS_PLAIN = 'SELECT 1 FROM life_sealed WHERE id = ? AND is_encrypted = 0'
const WRONG_ALARMS = `SELECT id FROM life_case WHERE 'dismissed' = (SELECT what FROM life_event
  WHERE case_id = life_case.id AND what IN ('dismissed', 'restored') ORDER BY at DESC, id DESC LIMIT 1) ORDER BY id`
/** What is sealed of a case beside the words of its call. */
const BESIDE_CALL = `SELECT * FROM life_sealed WHERE case_id = ? AND what <> 'call' ORDER BY id`
const FORGET = 'DELETE FROM life_sealed WHERE id = ?'
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

/** A row of the open database, and how it goes into the copy. */
interface Along {
  readonly table: string
  readonly or: string
  readonly row: Row
}

/** What a copy holds that the open database let go of since, with what comes along. */
interface Held {
  readonly calls: readonly (Emptied & { readonly along: readonly Along[] })[]
  readonly hidden: readonly { readonly id: Id; readonly payload: string }[]
  /** Of wrong alarms, with what stands in its place. */
  readonly forgotten: readonly { readonly ids: readonly string[]; readonly along: readonly Along[] }[]
  readonly hasOldKeys: boolean
}

const has = (copy: ReadableDb, table: string): boolean => copy.prepare(HAS_TABLE).get(table) !== undefined

/** What a copy still says, and the open database put away since. One of an older version may know no seals yet; one of a newer version is left as it is. */
function saidBy(copy: ReadableDb, here: ReadableDb): Omit<Held, 'hasOldKeys'> {
  if (versionOf(copy) > schemaVersion) return { calls: [], hidden: [], forgotten: [] }
  const calls = here.prepare(EMPTIED).all() as Emptied[]
  const hidden = here.prepare(HIDDEN).all() as Held['hidden'][number][]
  const saysIt = copy.prepare(has(copy, 'sealed_call') ? SAYS_IT : HAS_CALL)
  return {
    calls: calls
      .filter(({ callId }) => saysIt.get(callId) !== undefined)
      .map((call) => ({ ...call, along: alongOf(here, call.callId) })),
    forgotten: has(copy, 'life_sealed') ? forgottenSince(copy, here) : [],
    hidden: has(copy, 'life_sealed') ? hidden.filter(({ id }) => copy.prepare(IS_PLAIN).get(id) !== undefined) : [],
  }
}

/** Numbers and addresses of people who were in no danger went here with the wrong alarm. The call stays sealed in the copy, as the case stays open there. */
function forgottenSince(copy: ReadableDb, here: ReadableDb): Held['forgotten'] {
  const cases = here.prepare(WRONG_ALARMS).pluck().all() as Id[]
  return cases.flatMap((caseId) => {
    const [there, kept] = [copy, here].map((db) => db.prepare(BESIDE_CALL).all(caseId) as Row[])
    const ids = (there ?? []).map(({ id }) => String(id)).filter((id) => kept?.every((row) => row.id !== id))
    const along = (kept ?? []).map((row) => ({ table: 'life_sealed', or: 'IGNORE', row }))
    return ids.length === 0 ? [] : [{ ids, along }]
  })
}

const alongOf = (here: ReadableDb, callId: Id): Along[] =>
  COMES_ALONG.flatMap(({ table, of, or }) =>
    (here.prepare(`SELECT * FROM ${table} WHERE ${of}`).all(callId) as Row[]).map((row) => ({ table, or, row })),
  )

/** Whether it holds secrets of agents' days that are thrown away by now. */
const holdsOldKeys = (copy: ReadableDb, keysBefore: string | null): boolean =>
  keysBefore !== null && has(copy, 'agent_key') && copy.prepare(OLD_KEY).get(keysBefore) !== undefined

function layAlong(copy: ReadableDb, along: readonly Along[]): void {
  for (const { table, or, row } of along) {
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
  yield* retellAll(newId)
  yield* emptyCall(callId, yield* wordsOfCall(callId), made)
  yield* markEmptied(callId, emptiedAt)
}

export interface LetGo {
  /** The open database. */
  readonly from: string
  /** Secrets of agents' days before this one are thrown away; null: those are left. */
  readonly keysBefore: string | null
}

/** `nothing`: it holds nothing of it. `stays`: it does, is of an older version, and cannot be brought up to this one. */
export type SealedCopy = 'made' | 'nothing' | 'stays'

/**
 * Makes a copy anew under `unfinished` without what was sealed since it was made: there it is sealed, too, so that going back to it tells nothing and loses nothing. And without the
 * secrets that were thrown away since. One of an older version is brought up to this one first, aside, as going back to it would. Reads and writes a whole database: not for the main thread.
 */
export function sealCopy(letGo: LetGo, path: string, unfinished: string, newId: () => Id): SealedCopy {
  const held = heldBy(path, letGo)
  const isSealed = held.calls.length + held.hidden.length + held.forgotten.length > 0
  if (!isSealed && !held.hasOldKeys) return 'nothing'
  try {
    copyFileSync(path, unfinished)
    if (isSealed && !isBroughtUpToDate(unfinished)) {
      dropUnfinished(unfinished)
      return 'stays'
    }
    rewrite(unfinished, held, { keysBefore: letGo.keysBefore, newId })
    finish(unfinished)
  } catch (error) {
    dropUnfinished(unfinished)
    throw error
  }
  return 'made'
}

/** False: a step could not be taken, and never will be. A disk that refuses may take it later. */
function isBroughtUpToDate(path: string): boolean {
  const db = new Database(path) as WritableDb
  try {
    db.pragma('secure_delete = ON')
    migrate(db, migrations, () => {})
    return true
  } catch (error) {
    if (isDamage(error) || diskFault(error) !== null) throw error
    return false
  } finally {
    db.close()
  }
}

/**
 * What is said of a call and what comes along of it is of one moment: a wrong alarm may open it again meanwhile. That moment is over before the copy is made anew: as long as
 * the open database is read its log is not emptied, and words that went stand in it.
 */
function heldBy(path: string, { from, keysBefore }: LetGo): Held {
  const here = openForReading(from)
  try {
    const copy = openForReading(path)
    try {
      const said = onOneState(here, () => saidBy(copy, here))
      return { ...said, hasOldKeys: holdsOldKeys(copy, keysBefore) }
    } finally {
      copy.close()
    }
  } finally {
    here.close()
  }
}

interface Rewriting extends Pick<LetGo, 'keysBefore'> {
  newId(): Id
}

function rewrite(path: string, { calls, hidden, forgotten, hasOldKeys }: Held, { keysBefore, newId }: Rewriting): void {
  const db = new Database(path) as WritableDb
  try {
    db.pragma('secure_delete = ON')
    inTransaction(db, () => {
      if (keysBefore !== null && hasOldKeys) runOn(db, forgetAgentKeysBefore(keysBefore))
      for (const { along, ...call } of calls) {
        layAlong(db, along)
        runOn(db, sealThere(call, newId))
      }
      for (const row of hidden) db.prepare(HIDE).run(row)
      for (const { ids, along } of forgotten) {
        for (const id of ids) db.prepare(FORGET).run(id)
        layAlong(db, along)
      }
    })
    if (calls.length + hidden.length + forgotten.length === 0) return
    // Its pieces hold what was deleted until they are merged.
    for (const _ of mergeSearch(db));
    db.exec('VACUUM')
  } finally {
    db.close()
  }
}
