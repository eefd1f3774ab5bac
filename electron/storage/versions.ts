import type { Id, Instant } from '../../shared/contract/values.ts'
import { ChangedField, type Stale } from '../../shared/contract/versions.ts'
import { StaleChange } from '../stale-change.ts'
import { GoneMeanwhile } from './engine/engine.ts'
import { type Query, rows, write } from './engine/query.ts'

/** Who changes something, and when. */
export interface By {
  readonly at: Instant
  readonly actorId: Id | null
}

interface Versioned {
  readonly version: number
}

const RECORD = 'INSERT INTO row_change (row_id, version, at, actor_id, fields_json) VALUES (?, ?, ?, ?, ?)'

const RECORDS = (source: string) => `INSERT INTO row_change (row_id, version, at, actor_id, fields_json)
  SELECT value ->> 'id', CAST(value ->> 'version' AS bigint), :at, :actorId, value -> 'fields' FROM ${source}`
const RECORD_ALL = {
  sqlite: RECORDS('json_each(:changes)'),
  postgres: RECORDS('json_array_elements(CAST(:changes AS json)) AS given (value)'),
}

const SINCE = `SELECT row_change.version, row_change.at, person.name AS byName, fields_json AS fields
  FROM row_change LEFT JOIN person ON person.id = actor_id WHERE row_id = ? AND row_change.version > ? ORDER BY row_change.version`

/**
 * The one way a row is updated: `update` runs an UPDATE that adds 1 to the version and asks for the one of `before` (`AND version = …`); who
 * changed which fields is written down with it. Inside a transaction. Throws `StaleChange` when the row is not that version any more.
 */
export function* guarded(
  rowId: string,
  [before, after]: readonly [Versioned, object],
  by: By,
  update: Query<number>,
): Query<void> {
  if ((yield* update) === 0) throw new StaleChange(yield* changesSince(rowId, before.version))
  const fields = changedFields(before, after)
  yield* write(RECORD, [rowId, before.version + 1, by.at, by.actorId, JSON.stringify(fields)])
}

/**
 * The same for many rows that are held since they were read, in one UPDATE: who changed which fields is written down for each. Of rows that are held none
 * is another version by now.
 */
export function* guardedAll(
  pairs: readonly (readonly [Versioned & { readonly id: string }, object])[],
  by: By,
  update: Query<number>,
): Query<void> {
  if ((yield* update) !== pairs.length) throw new GoneMeanwhile('a row that is held is another version')
  const changes = pairs.map(([before, after]) => ({
    ...{ id: before.id, version: before.version + 1, fields: changedFields(before, after) },
  }))
  yield* write(RECORD_ALL, { at: by.at, actorId: by.actorId, changes: JSON.stringify(changes) })
}

/** Throws `StaleChange` unless the row is as the person saw it. Inside the transaction that changes it. */
export function* mustBeAsSeen(rowId: string, now: Versioned, seenVersion: number | null): Query<void> {
  if (seenVersion === null || seenVersion === now.version) return
  throw new StaleChange({ ...(yield* changesSince(rowId, seenVersion)), version: now.version })
}

interface ChangeRow extends By {
  readonly version: number
  readonly byName: string | null
  readonly fields: string
}

function* changesSince(rowId: string, version: number): Query<Stale> {
  const changes = yield* rows<ChangeRow>(SINCE, [rowId, version])
  const fields = new Set(changes.flatMap((change) => JSON.parse(change.fields) as ChangedField[]))
  const last = changes.at(-1)
  return { fields: [...fields], byName: last?.byName ?? null, at: last?.at ?? null, version: last?.version ?? version }
}

/** Which fields the change touched, in the order of the contract's list. What `after` leaves out stays as it was. */
function changedFields(before: object, after: object): ChangedField[] {
  const [old, now] = [before, after].map((thing) => new Map<string, unknown>(Object.entries(thing)))
  return ChangedField.options.filter(
    (field) => now?.has(field) && JSON.stringify(old?.get(field)) !== JSON.stringify(now.get(field)),
  )
}
