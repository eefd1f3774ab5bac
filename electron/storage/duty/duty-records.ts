import type { DutyRecord } from '../../../shared/contract/duty/passports.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, row, rows, write } from '../engine/query.ts'
import { giveOwn, tellOfOwn } from '../seats/own-news.ts'
import { type By, guarded } from '../versions.ts'

/** As it is stored, with when it was taken out. */
export type StoredRecord = DutyRecord & { readonly removedAt: Instant | null }

const SELECT = `SELECT duty_record.id, coalesce(person.merged_into, person_id) AS personId, duty, date, trip_kind AS tripKind, place, evidence,
    written_at AS writtenAt, writer.name AS writtenByName, duty_record.removed_at AS removedAt, duty_record.version
  FROM duty_record JOIN person ON person.id = person_id LEFT JOIN person writer ON writer.id = written_by`
const OF_YEAR = `${SELECT} WHERE date >= :from AND date <= :to AND duty_record.removed_at IS NULL`
/** The statements behind `recordsOfYear`, named so that a test can ask SQLite how it runs them. */
export const recordQueries = {
  ofYear: OF_YEAR,
  ofOne: `${OF_YEAR} AND person_id IN (SELECT named.id FROM person named WHERE named.id = :personId OR named.merged_into = :personId)`,
}
const HOLD = { sqlite: null, postgres: 'SELECT 1 FROM duty_record WHERE id = ? FOR NO KEY UPDATE' }

/** What stands in a year, of one person or (null) of everybody; in no order. */
export function* recordsOfYear(year: number, personId: Id | null): Query<DutyRecord[]> {
  const sql = personId === null ? recordQueries.ofYear : recordQueries.ofOne
  const found = yield* rows<StoredRecord>(sql, { from: `${year}-01-01`, to: `${year}-12-31`, personId })
  return found.map(({ removedAt: _, ...record }) => record)
}

const BY_ID = `${SELECT} WHERE duty_record.id = ?`

/** As it stands; also one that was taken out. */
export const recordById = (id: Id): Query<StoredRecord | null> => row<StoredRecord>(BY_ID, [id])

/** A record, which nobody else changes before the transaction that asked is over; also one that was taken out. */
export function* recordToChange(id: Id): Query<StoredRecord | null> {
  yield* rows(HOLD, [id])
  return yield* recordById(id)
}

const INSERT = `INSERT INTO duty_record (id, person_id, duty, date, trip_kind, place, evidence, written_at, written_by)
  VALUES (:id, :personId, :duty, :date, :tripKind, :place, :evidence, :at, :actorId)`

export function* insertRecord(
  record: Pick<DutyRecord, 'id' | 'personId' | 'duty' | 'date' | 'tripKind' | 'place' | 'evidence'>,
  by: By,
): Query<void> {
  yield* write(INSERT, { ...record, ...by })
  yield* giveOwn({ kind: 'record', ofId: record.id }, [record.personId], by)
}

const SET_REMOVED =
  'UPDATE duty_record SET removed_at = :removedAt, version = version + 1 WHERE id = :id AND version = :version'

/** Takes it out of the passport, of which whose it is will be told, or (null) puts it back. Throws `StaleChange`. */
export function* setRecordRemoved(record: StoredRecord, removedAt: Instant | null, by: By): Query<void> {
  const { id, personId, version } = record
  yield* guarded(id, [record, { removedAt }], by, write(SET_REMOVED, { removedAt, id, version }))
  const own = { kind: 'record' as const, ofId: id }
  yield* removedAt === null ? giveOwn(own, [personId], by) : tellOfOwn({ ...own, known: 'stands' }, [personId], by)
}
