import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { ReadableDb, WritableDb } from '../database.ts'
import { openForReading } from '../open.ts'
import { emptyNoteSearch } from '../search/note-search.ts'
import { refillReferences } from '../search/refilled-references.ts'
import { refillTicketSearch } from '../tickets/ticket-search.ts'
import { recount } from '../tickets/ticket-tally.ts'
import { copyDatabase } from './backup.ts'
import { checkIntegrity } from './integrity.ts'
import { checkSchema, fittingVersion, missingFrom, schemaOf, schemaOfVersion } from './schema-check.ts'

/**
 * Writes every row of `path` into a new database at `target`: its indexes, triggers, search and tallies are made from the tables. Reads only.
 * False, with nothing left behind: a table cannot be read to its end, or contradicts itself.
 */
export function rebuildDatabase(path: string, target: string): boolean {
  const damaged = openForReading(path)
  try {
    copyDatabase(damaged, target)
  } finally {
    damaged.close()
  }
  const rebuilt = new Database(target) as WritableDb
  let isWhole = false
  try {
    mendSchema(rebuilt)
    // A copy takes its indexes over as they are.
    rebuilt.exec('REINDEX')
    refillTicketSearch(rebuilt)
    recount(rebuilt)
    // Databases of earlier versions have none yet. It fills again when somebody searches.
    if (schemaOf(rebuilt).has('table note_search')) emptyNoteSearch(rebuilt)
    if (schemaOf(rebuilt).has('table reference_search')) refillReferences(rebuilt)
    isWhole = checkIntegrity(rebuilt) === 'ok' && checkSchema(rebuilt) === 'ours'
  } finally {
    rebuilt.close()
    if (!isWhole) rmSync(target, { force: true })
  }
  return isWhole
}

/** Makes indexes and triggers that are missing or differ, and gives the version that fits back. */
function mendSchema(db: WritableDb): void {
  const ownWord = versionOf(db)
  const version = fittingVersion(schemaOf(db), ownWord)
  const wanted = schemaOfVersion(version)
  for (const entry of missingFrom(schemaOf(db), wanted)) {
    const [type = '', name = ''] = entry.split(' ')
    if (type !== 'index' && type !== 'trigger') continue
    db.exec(`DROP ${type} IF EXISTS "${name}"`)
    db.exec(wanted.get(entry) ?? '')
  }
  if (version !== ownWord) db.pragma(`user_version = ${version}`)
}

const versionOf = (db: ReadableDb): number => Number(db.pragma('user_version', { simple: true }))
