import Database from 'better-sqlite3'
import type { ReadableDb, WritableDb } from '../database.ts'
import { migrate } from '../migrate.ts'
import { migrations, schemaVersion } from '../migrations/migrations.ts'

/**
 * What a sound SQLite file is to this Earshot.
 * - `repairable`: every table is there; an index, a trigger or the version is missing or differs
 * - `incomplete`: some tables are ours, others are gone or differ
 * - `foreign`: none is ours
 */
export type SchemaFinding = 'ours' | 'repairable' | 'incomplete' | 'foreign'

/** `index note_by_call` → its SQL; of the tables that a virtual table keeps for itself the name alone counts. */
export type Schema = ReadonlyMap<string, string>

export function schemaOf(db: ReadableDb): Schema {
  const shadows = new Set(db.prepare(`SELECT name FROM pragma_table_list WHERE type = 'shadow'`).pluck().all())
  const rows = db
    .prepare(`SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
    .all()
  return new Map(
    (rows as { type: string; name: string; sql: string | null }[]).map(({ type, name, sql }) => [
      `${type} ${name}`,
      shadows.has(name) ? '' : (sql ?? ''),
    ]),
  )
}

const known = new Map<number, Schema>()

/** What the steps up to this version make of an empty file. */
export function schemaOfVersion(version: number): Schema {
  const found = known.get(version)
  if (found !== undefined) return found
  const db = new Database(':memory:') as WritableDb
  migrate(
    db,
    migrations.filter((one) => one.version <= version),
    () => {},
  )
  const schema = schemaOf(db)
  db.close()
  known.set(version, schema)
  return schema
}

/** Entries that are missing or differ. What somebody added of their own does no harm. */
export const missingFrom = (schema: Schema, wanted: Schema): string[] =>
  [...wanted].filter(([entry, sql]) => schema.get(entry) !== sql).map(([entry]) => entry)

const isTable = (entry: string): boolean => entry.startsWith('table ')

/** The version this schema has by the look of it: its own word where that fits, else the newest that fits; 0: none does. */
export function fittingVersion(schema: Schema, ownWord: number): number {
  const hasTablesOf = (version: number) => !missingFrom(schema, schemaOfVersion(version)).some(isTable)
  if (ownWord >= 1 && ownWord <= schemaVersion && hasTablesOf(ownWord)) return ownWord
  return migrations.map(({ version }) => version).findLast(hasTablesOf) ?? 0
}

/** Of any version: a table that a later step made anew is ours all the same. */
const hasTableOf = (schema: Schema, version: number): boolean =>
  [...schemaOfVersion(version)].some(([entry, sql]) => isTable(entry) && sql !== '' && schema.get(entry) === sql)

export function checkSchema(db: ReadableDb): SchemaFinding {
  const ownWord = Number(db.pragma('user_version', { simple: true }))
  const schema = schemaOf(db)
  const version = fittingVersion(schema, ownWord)
  if (version === 0) return migrations.some((step) => hasTableOf(schema, step.version)) ? 'incomplete' : 'foreign'
  return version === ownWord && missingFrom(schema, schemaOfVersion(version)).length === 0 ? 'ours' : 'repairable'
}
