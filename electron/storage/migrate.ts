import type { ReadableDb, WritableDb } from './database.ts'
import type { Migration } from './migrations/migrations.ts'

/** Called once, before the first step that is due, with the version found and the database still as it was. */
export type BeforeMigration = (fromVersion: number, db: ReadableDb) => void

/** Told before each step: which of how many, and its name. */
export type StepTold = (step: number, of: number, name: string) => void

/**
 * Runs the steps that are due, each in one transaction. Foreign keys are off meanwhile, because a table that others refer to can only
 * be changed by making it anew and dropping the old one, and dropping it with keys on would take the rows of the others along
 * (https://sqlite.org/lang_altertable.html, section 7). Instead every reference is looked at before a step is committed: one that
 * leads nowhere throws `BrokenReference` and the step did not happen.
 */
export function migrate(
  db: WritableDb,
  steps: readonly Migration[],
  before: BeforeMigration,
  told: StepTold = () => {},
): void {
  const from = versionOf(db)
  const due = steps.filter((step) => step.version > from)
  if (due.length > 0 && from > 0) before(from, db)
  db.pragma('foreign_keys = OFF')
  try {
    for (const [index, step] of due.entries()) {
      told(index + 1, due.length, step.name)
      db.transaction(() => take(db, step)).exclusive()
    }
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

function take(db: WritableDb, step: Migration): void {
  db.exec(step.sql)
  const broken = db.pragma('foreign_key_check') as { table: string; parent: string }[]
  const [first] = broken
  if (first !== undefined) throw new BrokenReference(step.name, broken.length, first)
  db.pragma(`user_version = ${step.version}`)
}

export const versionOf = (db: ReadableDb): number => Number(db.pragma('user_version', { simple: true }))

/** A step would have left rows that refer to nothing; the database is as it was before it. */
export class BrokenReference extends Error {
  constructor(step: string, count: number, { table, parent }: { table: string; parent: string }) {
    super(`${step} leaves ${count} broken references, the first from ${table} to ${parent}`)
  }
}
