import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrations } from '../../electron/storage/migrations/migrations.ts'

/** A database file as the Earshot of that schema version left it, in a folder of its own; `remove` takes both away. */
export function aDatabaseOfVersion(version: number, fill: (db: Database.Database) => void = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-migration-'))
  const path = join(folder, 'earshot.db')
  const db = new Database(path)
  for (const step of migrations.filter((one) => one.version <= version)) db.exec(step.sql)
  db.pragma(`user_version = ${version}`)
  fill(db)
  db.close()
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
