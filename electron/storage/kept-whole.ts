import type { ChangedField } from '../../shared/contract/versions.ts'
import { type Query, row, write } from './engine/query.ts'
import { type By, guarded, mustBeAsSeen } from './versions.ts'

/** A value as the columns of its row hold it. */
type Stored = Readonly<Record<string, string | number>>

interface KeptWhole<Value extends object> {
  /** Of one row and with a version: `only_row`, `version`. */
  readonly table: string
  /** Its name among the versions. */
  readonly name: string
  /** What is told as changed. */
  readonly field: ChangedField
  readonly atFirst: Value
  readonly store: (value: Value) => Stored
  readonly read: (stored: Stored) => Value
}

type Versioned<Value> = Value & { readonly version: number }

/** What a house keeps as one row of a table and changes as a whole, so that nobody overwrites what they have not seen. */
export function keptWhole<Value extends object>({ table, name, field, atFirst, store, read }: KeptWhole<Value>) {
  const first = store(atFirst)
  const columns = Object.keys(first)
  const all = columns.join(', ')
  const READ = `SELECT ${all}, version FROM ${table}`
  const BEGIN = `INSERT INTO ${table} (only_row, ${all}, version) VALUES (1, ${columns.map(() => '?').join(', ')}, 0) ON CONFLICT DO NOTHING`
  const HOLD = { sqlite: null, postgres: `SELECT 1 FROM ${table} FOR NO KEY UPDATE` }
  const UPDATE = `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')}, version = version + 1 WHERE version = ?`

  function* now(): Query<Versioned<Value>> {
    const found = yield* row<Stored & { readonly version: number }>(READ)
    return found === null ? { ...atFirst, version: 0 } : { ...read(found), version: found.version }
  }

  return {
    now,

    /** As it is, held until the transaction that asked is over. Throws `StaleChange` unless it is as the person saw it. */
    *toChange(seenVersion: number | null): Query<Versioned<Value>> {
      yield* write(BEGIN, Object.values(first))
      yield* row(HOLD)
      const before = yield* now()
      yield* mustBeAsSeen(name, before, seenVersion)
      return before
    },

    /** Inside a transaction. Throws `StaleChange`. */
    *save(before: Versioned<Value>, value: Value, by: By): Query<void> {
      const values = store(value)
      const update = write(UPDATE, [...columns.map((column) => values[column] ?? null), before.version])
      yield* guarded(name, [{ [field]: store(before), version: before.version }, { [field]: values }], by, update)
    },
  }
}
