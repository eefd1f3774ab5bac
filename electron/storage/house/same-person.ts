import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, row, rows } from '../engine/query.ts'

// Of who did something it stays written under which of two records, also after these turned out to be one person's.

/** Every record of a person: the one that stands on the list, and those that were merged into it. */
export const recordsOf = (id: string): string => `(SELECT id FROM person WHERE id = ${id} OR merged_into = ${id})`

/** Whose record it is by now. */
export const nowOf = (id: string): string =>
  `coalesce((SELECT merged_into FROM person named WHERE named.id = ${id}), ${id})`

/** Each of the two by its index: among 25,000 people, to ask of each whose record it is takes a hub 40 ms. */
const RECORDS = `SELECT id FROM person WHERE merged_into = ${nowOf(':personId')} OR (id = ${nowOf(':personId')} AND merged_into IS NULL)`

/** The same, to be compared with. */
export function* everyRecordOf(personId: Id): Query<ReadonlySet<Id>> {
  return new Set((yield* rows<{ id: Id }>(RECORDS, { personId })).map(({ id }) => id))
}

/** The record that is theirs by now. */
export function* nowIdOf(personId: Id): Query<Id> {
  return (yield* row<{ id: Id }>(`SELECT ${nowOf(':personId')} AS id`, { personId }))?.id ?? personId
}

interface NamedNow {
  readonly name: string
  readonly isHere: boolean
  readonly removedAt: Instant | null
}

const NAMED = `SELECT name, removed_at AS removedAt FROM person WHERE id = ${nowOf(':personId')}`

/** What they are called by now, and whether they are on the list. */
export function* namedNow(personId: Id): Query<NamedNow> {
  const found = yield* row<Pick<NamedNow, 'name' | 'removedAt'>>(NAMED, { personId })
  return { name: found?.name ?? '', removedAt: found?.removedAt ?? null, isHere: found?.removedAt === null }
}
