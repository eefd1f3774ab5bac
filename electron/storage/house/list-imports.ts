import type { ListImport } from '../../../shared/contract/house/list-imports.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type Query, row, rows, write } from '../engine/query.ts'
import type { By } from '../versions.ts'

type Kind = 'people' | 'bookings'

/** Older ones can be seen in what they did only. */
const MOST_KEPT = 20

const LIST = `SELECT list_import.id, at, actor.name AS byName, state, todo_count AS count, kept_count AS keptCount, turned_at AS turnedAt,
    turner.name AS turnedByName
  FROM list_import LEFT JOIN person actor ON actor.id = actor_id LEFT JOIN person turner ON turner.id = turned_by
  WHERE kind = ? ORDER BY at DESC, list_import.id DESC`

/** The last lists of a kind, the newest first. */
export const listImports = (kind: Kind): Query<ListImport[]> => rows<ListImport>(LIST, [kind])

const INSERT = `INSERT INTO list_import (id, kind, at, actor_id, state, todo_json, todo_count, back_json, kept_count)
  VALUES (:id, :kind, :at, :actorId, 'done', :todo, :count, '[]', 0)`
const FORGET = `DELETE FROM list_import WHERE kind = ? AND id NOT IN
  (SELECT id FROM list_import WHERE kind = ? ORDER BY at DESC, id DESC LIMIT ${MOST_KEPT})`

/** What a list did, to be taken back one day. */
export function* insertImport(id: Id, kind: Kind, todo: readonly unknown[], by: By): Query<void> {
  yield* write(INSERT, { id, kind, ...by, todo: JSON.stringify(todo), count: todo.length })
  yield* write(FORGET, [kind, kind])
}

/** `todo`: what is still to be turned. `back`: what came of what was turned already, which turns it once more. */
export interface StoredImport<Change> extends Pick<ListImport, 'state' | 'keptCount'> {
  readonly todo: readonly Change[]
  readonly back: readonly Change[]
}

const ONE =
  'SELECT state, todo_json AS todo, back_json AS back, kept_count AS keptCount FROM list_import WHERE id = ? AND kind = ?'
const TO_TURN = { sqlite: ONE, postgres: `${ONE} FOR UPDATE` }

/** One that nobody else turns before the transaction that asked is over. */
export function* importToTurn<Change>(id: Id, kind: Kind): Query<StoredImport<Change> | null> {
  const found = yield* row<Pick<ListImport, 'state' | 'keptCount'> & { todo: string; back: string }>(TO_TURN, [
    id,
    kind,
  ])
  if (found === null) return null
  return { ...found, todo: JSON.parse(found.todo) as Change[], back: JSON.parse(found.back) as Change[] }
}

const TURN = `UPDATE list_import SET state = :state, todo_json = :todo, todo_count = :count, back_json = :back, kept_count = :keptCount,
  turned_at = :at, turned_by = :actorId WHERE id = :id AND state = :was`

/**
 * So much of it was turned. Once nothing is left to be, it is the other way round, unless nothing came of it: then it stays, and can be turned no more.
 */
export function* turnImport<Change>(
  id: Id,
  { state: was, keptCount }: StoredImport<Change>,
  { todo, back }: { todo: readonly Change[]; back: readonly Change[] },
  newlyKept: number,
  by: By,
): Query<void> {
  const isTurned = todo.length === 0 && back.length > 0
  const other = was === 'done' ? 'undone' : 'done'
  const [next, after] = isTurned ? [back, []] : [todo, back]
  yield* write(TURN, {
    ...{ id, was, ...by, state: isTurned ? other : was, keptCount: keptCount + newlyKept },
    ...{ todo: JSON.stringify(next), count: next.length, back: JSON.stringify(after) },
  })
}
