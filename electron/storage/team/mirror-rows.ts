import type { Instant } from '../../../shared/contract/values.ts'
import type { KeptTable, Row } from '../../team/wire.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { pointsNowhere } from '../engine/refused-by.ts'
import { forgetTaken } from './conversations-home.ts'
import { untold } from './gone-here.ts'

/** What names a row of each table. */
export const KEYS: Readonly<Record<KeptTable, string>> = {
  person: 'id',
  room: 'id',
  seat: 'id',
  issue_type: 'id',
  calendar_year: 'year',
  masking_rules: 'only_row',
  life_words: 'only_row',
  jargon_terms: 'only_row',
  agent_key: 'day',
  agent: 'id',
  booking: 'id',
  retention_rules: 'only_row',
  retention_keep: 'session_id',
  words_gone: 'id',
  conversation_taken: 'call_id',
  raised_elsewhere: 'case_id',
}

/** Before anything that is told of; stands only until the row itself comes. */
const LONG_AGO: Instant = '1970-01-01T00:00:00.000Z'

const OVERLAPPING = `UPDATE booking SET state = 'cancelled' WHERE id <> :id AND state IN ('booked', 'checked_in')
  AND starts_at > strftime('%Y-%m-%dT%H:%M:%fZ', :starts_at, '-25 hours') AND starts_at < :ends_at AND ends_at > :starts_at
  AND (seat_id = :seat_id OR person_id IN (:person_id, :companion_id) OR companion_id IN (:person_id, :companion_id))`

/**
 * What stands in the way of a row is out of date: the hub has no two that meet, so the other one has changed there too and is still to come. Until then it
 * holds nothing that is told twice: no number, no figure, no place.
 */
function makeWay(db: WritableDb, table: KeptTable, row: Row): void {
  const run = (sql: string) => statement(db, sql).run(row)
  if (table === 'person' && row.employee_number !== null && row.removed_at === null)
    run(
      `UPDATE person SET employee_number = NULL WHERE employee_number = :employee_number AND id <> :id AND removed_at IS NULL`,
    )
  if (table === 'seat' && row.removed_at === null)
    run(
      `UPDATE seat SET removed_at = '${LONG_AGO}' WHERE number = :number AND room_id = :room_id AND id <> :id AND removed_at IS NULL`,
    )
  if (table === 'issue_type') run('DELETE FROM issue_type WHERE digit = :digit AND id <> :id')
  // What this desk gave to another agent while it did not know: the hub gives that one the next, and tells it.
  if (table === 'agent') run('DELETE FROM agent WHERE day = :day AND place = :place AND id <> :id')
  if (table !== 'booking') return
  // Itself too: as it was it would stand in its own way.
  run(`UPDATE booking SET state = 'cancelled' WHERE id = :id`)
  if (row.state === 'booked' || row.state === 'checked_in') {
    run(OVERLAPPING)
    // What this desk would have drawn when it was alone, it does not draw any more.
    run('DELETE FROM draw_place WHERE seat_id = :seat_id AND held_from < :ends_at AND held_to > :starts_at')
  }
}

const columnsOf = (db: ReadableDb, table: string): Set<string> =>
  new Set(statement(db, 'SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[])

/** As the hub has it; columns that this desk does not know are left out. */
export function layDown(db: WritableDb, table: KeptTable, row: Row): void {
  const known = columnsOf(db, table)
  const names = Object.keys(row).filter((name) => known.has(name))
  const [key, rest] = [KEYS[table], names.filter((name) => name !== KEYS[table])]
  makeWay(db, table, row)
  const again =
    rest.length === 0 ? 'NOTHING' : `UPDATE SET ${rest.map((name) => `${name} = excluded.${name}`).join(', ')}`
  const lay = () =>
    statement(
      db,
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})
        ON CONFLICT (${key}) DO ${again}`,
    ).run(row)
  if (table !== 'conversation_taken') return void lay()
  // The copy of whoever heard it goes, too.
  untold(db, () => {
    lay()
    statement(db, 'DELETE FROM conversation WHERE call_id = :call_id').run(row)
  })
}

const MISSING = `SELECT NOT EXISTS (SELECT 1 FROM seat WHERE id = :seat_id) OR NOT EXISTS (SELECT 1 FROM person WHERE id = :person_id)
  OR (:companion_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person WHERE id = :companion_id))`
const NO_ROOM = 'SELECT :room_id NOT IN (SELECT id FROM room)'
const NOT_HERE = 'SELECT :merged_into NOT IN (SELECT id FROM person)'
const NOT_HEARD = 'SELECT :session_id NOT IN (SELECT id FROM session)'
/** As long as it is not, this desk alone says whether the call has a conversation. */
const IS_UP = `SELECT EXISTS (SELECT 1 FROM call JOIN handed_over ON handed_over.session_id = call.session_id WHERE call.id = ?)`
const IS_OF_HERE = `SELECT :call_id IN (SELECT id FROM call) OR :case_id IN (SELECT id FROM life_case)`
const HAS_NEWS = `SELECT 1 FROM journal WHERE group_id = ? AND what = 'booking_event'`

/**
 * Not yet: it names somebody who is still to come, or is about a session that was not heard here, as most were not, or a conversation of one that is not handed over; or a session at this desk did something to the booking that the hub does not know, and after
 * which the row comes again, or stands.
 */
export function mustWait(db: ReadableDb, table: KeptTable, row: Row): boolean {
  if (table === 'person') return row.merged_into != null && statement(db, NOT_HERE).pluck().get(row) === 1
  if (table === 'seat') return statement(db, NO_ROOM).pluck().get(row) === 1
  if (table === 'retention_keep') return statement(db, NOT_HEARD).pluck().get(row) === 1
  if (table === 'conversation_taken') return statement(db, IS_UP).pluck().get(row.call_id) === 0
  if (table !== 'booking') return false
  return statement(db, MISSING).pluck().get(row) === 1 || statement(db, HAS_NEWS).get(row.id) !== undefined
}

/** A case about a call that others heard, and that others raised: an older hub tells it to all desks. */
export const isOfOthers = (db: ReadableDb, table: KeptTable, row: Row): boolean =>
  table === 'raised_elsewhere' && statement(db, IS_OF_HERE).pluck().get(row) === 0

/** Kept where something that was heard here names it; it then counts as removed, and holds no place. */
const MARKS: Partial<Record<KeptTable, string>> = {
  person: 'UPDATE person SET removed_at = ? WHERE id = ? AND removed_at IS NULL',
  seat: 'UPDATE seat SET removed_at = ? WHERE id = ? AND removed_at IS NULL',
  booking: `UPDATE booking SET state = CASE WHEN state IN ('booked', 'checked_in') AND ? <> '' THEN 'cancelled' ELSE state END WHERE id = ?`,
}

/** The hub has no such row any more. */
export function takeAway(db: WritableDb, table: KeptTable, key: string, at: Instant): void {
  if (table === 'conversation_taken') {
    if (statement(db, IS_UP).pluck().get(key) === 1)
      untold(db, () => statement(db, 'DELETE FROM conversation_taken WHERE call_id = ?').run(key))
    forgetTaken(db, key)
    return
  }
  try {
    inTransaction(db, () => {
      if (table === 'booking')
        for (const beside of ['told_seat', 'booking_event'])
          statement(db, `DELETE FROM ${beside} WHERE booking_id = ?`).run(key)
      statement(db, `DELETE FROM ${table} WHERE CAST(${KEYS[table]} AS TEXT) = ?`).run(key)
    })
  } catch (error) {
    const mark = MARKS[table]
    if (mark === undefined || !pointsNowhere(error)) throw error
    statement(db, mark).run(at, key)
  }
}
