import type { Person } from '../../../shared/contract/house/people.ts'
import type { WaitWindow } from '../../../shared/contract/seats/waitlist.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, row, rows, value, write } from '../engine/query.ts'
import { tellOfOwn } from '../seats/own-news.ts'
import { type By, guarded } from '../versions.ts'
import { everyRecordOf, recordsOf } from './same-person.ts'

/** A thing that was carried over, as it was before and as which version it was left. */
interface MovedBooking {
  readonly id: Id
  readonly version: number
  readonly personId: Id
  readonly companionId: Id | null
  readonly isGivenUp: boolean
}
export interface MovedWait {
  readonly id: Id
  readonly personId: Id
  readonly companionId: Id | null
  /** Both stood in line for the same times: it was given up. Missing in what was kept before that was asked. */
  readonly isGivenUp?: boolean
  /** What it waited for, where some of that was given up. */
  readonly before?: { readonly windows: readonly WaitWindow[]; readonly timeZone: string }
}
export interface MovedRequest {
  readonly id: Id
  readonly version: number
  readonly personId: Id
  readonly togetherWith: readonly Id[]
}

/** What a merge did, so that it can be taken back. */
export interface Moved {
  /** The record that was kept, as it was; null where it lacked nothing that the other knew. */
  readonly before: Omit<Person, 'id' | 'version'> | null
  readonly keptVersion: number
  readonly bookings: readonly MovedBooking[]
  readonly waits: readonly MovedWait[]
  readonly offers: readonly Id[]
  readonly requests: readonly MovedRequest[]
  /** Who books for whom, where it was not so before. */
  readonly delegations: readonly { readonly personId: Id; readonly bookerId: Id }[]
  readonly rooms: readonly Id[]
  /** Records that were merged into the one that went. */
  readonly pointers: readonly Id[]
}

interface StoredMerge {
  readonly id: Id
  readonly keptId: Id
  readonly goneId: Id
  readonly moved: Moved
}

const INSERT = `INSERT INTO person_merge (id, kept_id, gone_id, at, actor_id, moved_json)
  VALUES (:id, :keptId, :goneId, :at, :actorId, :moved)`

/** Whose records they are is told, unless they did it. */
export function* insertMerge(merge: StoredMerge, by: By): Query<void> {
  yield* write(INSERT, { ...merge, ...by, moved: JSON.stringify(merge.moved) })
  yield* tellOfOwn({ kind: 'merged', ofId: merge.id, known: 'apart' }, [merge.keptId], by)
}

const ONE = `SELECT id, kept_id AS keptId, gone_id AS goneId, moved_json AS moved FROM person_merge WHERE id = ? AND undone_at IS NULL`

/** One that stands, which nobody else takes back before the transaction that asked is over. */
export function* mergeToUndo(id: Id): Query<StoredMerge | null> {
  const sql = { sqlite: ONE, postgres: `${ONE} FOR UPDATE` }
  const found = yield* row<Omit<StoredMerge, 'moved'> & { moved: string }>(sql, [id])
  return found === null ? null : { ...found, moved: JSON.parse(found.moved) as Moved }
}

const STATE = `SELECT CASE WHEN undone_at IS NULL THEN 'merged' ELSE 'apart' END AS value FROM person_merge WHERE id = ?`

export const mergeState = (id: Id): Query<'merged' | 'apart' | null> => value<'merged' | 'apart'>(STATE, [id])

const UNDO = 'UPDATE person_merge SET undone_at = :at, undone_by = :actorId WHERE id = :id AND undone_at IS NULL'

/** Whose records they are is told, unless they did it. */
export function* markUndone({ id, keptId }: Pick<StoredMerge, 'id' | 'keptId'>, by: By): Query<void> {
  yield* write(UNDO, { ...by, id })
  yield* tellOfOwn({ kind: 'merged', ofId: id, known: 'merged' }, [keptId], by)
}

const APART = `SELECT id, kept_id AS keptId, gone_id AS goneId, at FROM person_merge
  WHERE undone_at IS NOT NULL AND (kept_id IN ${recordsOf(':personId')} OR gone_id IN ${recordsOf(':personId')})`

/** Whose records were once taken for this person's: each merge that was taken apart, when it was made, and the record that is not theirs any more. */
export function* onceMergedWith(personId: Id): Query<{ mergeId: Id; otherId: Id; at: Instant }[]> {
  const own = yield* everyRecordOf(personId)
  const found = yield* rows<Pick<StoredMerge, 'id' | 'keptId' | 'goneId'> & { at: Instant }>(APART, { personId })
  return found
    .map(({ id, keptId, goneId, at }) => ({ mergeId: id, otherId: own.has(keptId) ? goneId : keptId, at }))
    .filter(({ otherId }) => !own.has(otherId))
}

const MOST_LISTED = 500
const LIST = `SELECT merge.id, kept_id AS keptId, kept.name AS keptName, gone_id AS goneId, gone.name AS goneName,
    gone.employee_number AS goneNumber, gone.department AS goneDepartment, at, actor.name AS byName
  FROM person_merge merge JOIN person kept ON kept.id = kept_id JOIN person gone ON gone.id = gone_id
  LEFT JOIN person actor ON actor.id = actor_id WHERE undone_at IS NULL`

export interface ListedMerge {
  readonly id: Id
  readonly keptId: Id
  readonly keptName: string
  readonly goneId: Id
  readonly goneName: string
  readonly goneNumber: string | null
  readonly goneDepartment: string
  readonly at: Instant
  readonly byName: string | null
}

/** Those that stand, newest first. */
export const standingMerges = (): Query<ListedMerge[]> =>
  rows<ListedMerge>(`${LIST} ORDER BY at DESC, merge.id DESC LIMIT ${MOST_LISTED}`)

export const standingMerge = (id: Id): Query<ListedMerge | null> => row<ListedMerge>(`${LIST} AND merge.id = ?`, [id])

interface Record {
  readonly id: Id
  readonly version: number
}

const SET_MERGED = `UPDATE person SET merged_into = :into, removed_at = :removedAt, version = version + 1
  WHERE id = :id AND version = :version`

/** Off the list, and read as the other from now on; or (null) itself again, on the list: the index decides whether its employee number is still free. */
export function setMergedInto(person: Record, into: Id | null, by: By): Query<void> {
  const { id, version } = person
  const removedAt = into === null ? null : by.at
  const change = [{ ...person, removedAt: into === null ? by.at : null }, { removedAt }] as const
  return guarded(id, change, by, write(SET_MERGED, { into, removedAt, id, version }))
}

const POINTERS = 'SELECT id, version FROM person WHERE merged_into = ? ORDER BY id'

/** Which records are read as this one, held until the transaction that asked is over. */
export const mergedInto = (id: Id): Query<Record[]> =>
  rows<Record>({ sqlite: POINTERS, postgres: `${POINTERS} FOR NO KEY UPDATE` }, [id])

const POINT = 'UPDATE person SET merged_into = ?, version = version + 1 WHERE id = ? AND version = ?'

/** Whose record a merged one is read as by now. */
export const pointAt = ({ id, version }: Record, into: Id, by: By): Query<void> =>
  guarded(id, [{ version }, {}], by, write(POINT, [into, id, version]))

const SESSIONS = 'SELECT count(*) AS value FROM session WHERE listener_id = ?'
const RECORDS = 'SELECT count(*) AS value FROM duty_record WHERE person_id = ? AND removed_at IS NULL'

/** What is written under a record and stays there. */
export function* writtenUnder(id: Id): Query<{ sessions: number; records: number }> {
  return { sessions: (yield* value<number>(SESSIONS, [id])) ?? 0, records: (yield* value<number>(RECORDS, [id])) ?? 0 }
}

const NUMBERS = `SELECT gone.employee_number AS employeeNumber, kept.name AS intoName FROM person gone JOIN person kept ON kept.id = gone.merged_into
  WHERE gone.employee_number IS NOT NULL`

/** Numbers under which somebody is not known any more, and who they are now. */
export const mergedNumbers = (): Query<{ employeeNumber: string; intoName: string }[]> => rows(NUMBERS)
