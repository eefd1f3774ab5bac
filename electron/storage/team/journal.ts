import type { Id, Instant } from '../../../shared/contract/values.ts'
import { goneTables, type Row, type UploadedRow } from '../../team/wire.ts'
import { countAsUnimportant, inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { keepLotMark } from './acknowledged.ts'

/** One thing to tell the hub, and what of the journal is taken off once it is laid down. */
export interface Waiting {
  readonly entry: UploadedRow
  readonly numbers: readonly number[]
  /** The session, or the booking of a session: what is set aside together where the hub refuses a row of it. */
  readonly group: string
}

/** Entered where a session ends. */
const HANDED_OVER = 'handed_over'

interface Line {
  readonly number: number
  readonly what: string
  readonly rowId: string
  readonly groupId: string
}

const LINES = `SELECT number, what, row_id AS rowId, group_id AS groupId FROM journal
  WHERE number > :after AND group_id NOT IN (SELECT value FROM json_each(:aside))
    AND NOT (what = 'life_sealed' AND row_id IN (SELECT value FROM json_each(:aside))) ORDER BY number LIMIT :most`

const ROWS: Readonly<Record<string, string>> = {
  session: 'SELECT * FROM session WHERE id = ?',
  call: 'SELECT * FROM call WHERE id = ?',
  listening_gap: 'SELECT * FROM listening_gap WHERE from_ms = CAST(? AS INTEGER) AND session_id = ?',
  note: 'SELECT * FROM note WHERE id = ?',
  note_event: 'SELECT * FROM note_event WHERE id = ?',
  conversation: 'SELECT * FROM conversation WHERE call_id = ?',
  conversation_taken: 'SELECT * FROM conversation_taken WHERE call_id = ?',
  silver_hair: 'SELECT * FROM silver_hair WHERE call_id = ?',
  meeting: 'SELECT * FROM meeting WHERE id = ?',
  meeting_line: 'SELECT * FROM meeting_line WHERE id = ?',
  call_agent: 'SELECT * FROM call_agent WHERE call_id = ?',
  thanks: 'SELECT * FROM thanks WHERE id = ?',
  life_case: 'SELECT * FROM life_case WHERE id = ?',
  life_event: 'SELECT * FROM life_event WHERE id = ?',
  // The key stays on the desk, so what is sealed is opened for the way, which is encrypted itself.
  life_sealed: `SELECT id, case_id, at, what, 0 AS is_encrypted, life_opened(is_encrypted, payload) AS payload
    FROM life_sealed WHERE id = ?`,
  sealed_call: 'SELECT * FROM sealed_call WHERE call_id = ?',
  booking_event: 'SELECT * FROM booking_event WHERE id = ?',
}

/**
 * What waits after an entry, in order, at most so many entries; `last`: where to go on, null where there are no more. `isKeyMissing`: something among
 * them that is sealed cannot be opened, and is left where it is.
 */
export interface Piece {
  readonly waiting: readonly Waiting[]
  readonly isKeyMissing: boolean
  readonly last: number | null
}

/**
 * The next entries after `after`, at most so many, each row as it is now and once: a millisecond for a hundred. The groups of `aside`, and what is
 * sealed by an id in it, are left where they are.
 */
export function nextWaiting(db: ReadableDb, after: number, aside: readonly string[], most: number): Piece {
  const lines = statement(db, LINES).all({ after, aside: JSON.stringify(aside), most }) as Line[]
  const known = new Map<string, Waiting & { numbers: number[] }>()
  let isKeyMissing = false
  for (const line of lines) {
    const name = `${line.what} ${line.rowId} ${line.groupId}`
    const earlier = known.get(name)
    if (earlier !== undefined) {
      earlier.numbers.push(line.number)
      continue
    }
    const entry = entryOf(db, line)
    if (entry === null) isKeyMissing = true
    else known.set(name, { entry, numbers: [line.number], group: line.groupId })
  }
  return {
    waiting: [...known.values()],
    isKeyMissing,
    last: lines.length < most ? null : (lines.at(-1)?.number ?? null),
  }
}

const mayGo = (what: string): what is (typeof goneTables)[number] => (goneTables as readonly string[]).includes(what)

/** Null: it is sealed, and cannot be opened now. */
function entryOf(db: ReadableDb, { what, rowId, groupId }: Line): UploadedRow | null {
  if (what === HANDED_OVER) return { table: 'session', handedOver: rowId }
  const sql = ROWS[what]
  if (sql === undefined) throw new Error(`nothing is told of ${what}`)
  const key = what === 'listening_gap' ? [rowId, groupId] : [rowId]
  const row = statement(db, sql).get(key) as Row | undefined
  if (row !== undefined && what === 'life_sealed' && row.payload === null) return null
  if (row !== undefined) return { table: what as 'note', row }
  if (mayGo(what)) return { table: what, gone: rowId }
  throw new Error(`a row of ${what} that was heard is gone`)
}

const SEALS = `SELECT DISTINCT group_id FROM journal WHERE what = 'sealed_call'`

/** The sessions with a call that was sealed here and that the hub is not told of yet. */
export const sealsWaiting = (db: ReadableDb): Id[] => statement(db, SEALS).pluck().all() as Id[]

const TAKE_OFF = 'DELETE FROM journal WHERE number IN (SELECT value FROM json_each(?))'
const MARK = 'INSERT INTO handed_over (session_id) SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING'
const UNMARK = 'DELETE FROM handed_over WHERE session_id IN (SELECT value FROM json_each(?))'

export const sessionsHandedOver = (lot: readonly Waiting[]): Id[] =>
  lot.flatMap(({ entry }) => ('handedOver' in entry ? [entry.handedOver] : []))

/**
 * The lot as it is sent: a session goes over at its end, and only where nothing else of it waits. That is written down first, for what is sent may be laid
 * down without our ever hearing of it: from now on nothing of the session is changed here.
 */
export function readyToSend(db: WritableDb, lot: readonly Waiting[]): Waiting[] {
  return inTransaction(db, () => {
    const isEnd = ({ entry }: Waiting) => 'handedOver' in entry
    const ends = lot.filter((one) => isEnd(one) && isAllOfGroup(db, one.group, lot))
    if (ends.length > 0) write(db, MARK, sessionsHandedOver(ends))
    return [...lot.filter((one) => !isEnd(one)), ...ends]
  })
}

/** What is sealed may wait for a key: nothing else waits with it, and it is taken of a session that is handed over. */
const IS_HEARD = `what <> 'life_sealed'`
const OF_GROUP = `SELECT count(*) FROM journal WHERE group_id = ? AND ${IS_HEARD}`

function isAllOfGroup(db: ReadableDb, group: string, lot: readonly Waiting[]): boolean {
  const heard = lot.filter((one) => one.group === group && one.entry.table !== 'life_sealed')
  const here = heard.reduce((sum, one) => sum + one.numbers.length, 0)
  return statement(db, OF_GROUP).pluck().get(group) === here
}

/** It is laid down, by this mark. What changed meanwhile bears another number and stays. */
export function takeOff(db: WritableDb, lot: readonly Waiting[], mark?: string): void {
  inTransaction(db, () => {
    if (mark !== undefined) keepLotMark(db, mark)
    write(
      db,
      TAKE_OFF,
      lot.flatMap(({ numbers }) => numbers),
    )
  })
}

/** Nothing of it was laid down, and that is known. */
export function notLaidDown(db: WritableDb, lot: readonly Waiting[]): void {
  const sessions = sessionsHandedOver(lot)
  if (sessions.length > 0) write(db, UNMARK, sessions)
}

/** No work of anybody's: a copy of the database need not be made for it. */
function write(db: WritableDb, sql: string, values: readonly (number | string)[]): void {
  const { changes } = inTransaction(db, () => statement(db, sql).run(JSON.stringify(values)))
  countAsUnimportant(db, changes)
}

const IS_UP = 'SELECT 1 FROM handed_over WHERE session_id = ?'

/** Whether the session was heard here and is the hub's from now on: it has ended, and all of it is up or on its way. */
export const isUp = (db: ReadableDb, sessionId: Id): boolean => statement(db, IS_UP).get(sessionId) !== undefined

const LAST_NUMBER = 'SELECT coalesce(max(number), 0) FROM journal'
const GROUPS_UP_TO = `SELECT DISTINCT group_id FROM journal WHERE number <= ? AND ${IS_HEARD}`

/** The number of the newest entry; 0: nothing waits. */
export const lastNumber = (db: ReadableDb): number => Number(statement(db, LAST_NUMBER).pluck().get())

/** Of what was entered up to then: the groups of which more than what is sealed still waits. */
export const groupsWaiting = (db: ReadableDb, upTo: number): string[] =>
  statement(db, GROUPS_UP_TO).pluck().all(upTo) as string[]

const COUNTS = 'SELECT count(DISTINCT what || row_id) AS rows, min(at) AS since FROM journal'

export interface Counts {
  readonly rows: number
  /** When the oldest of them was written; null: nothing waits. */
  readonly since: Instant | null
}

export const countWaiting = (db: ReadableDb): Counts => statement(db, COUNTS).get() as Counts

/** What waits of one session, or of one booking that a session did something to. */
export interface WaitingGroup extends Counts {
  readonly group: string
  /** Notes among the rows, each once however often it was changed. */
  readonly notes: number
  /** Null for a booking. */
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  readonly listenerName: string | null
}

const BY_GROUP = `SELECT group_id AS "group", count(DISTINCT what || row_id) AS rows, min(at) AS since,
    count(DISTINCT CASE what WHEN 'note' THEN row_id END) AS notes,
    session.started_at AS startedAt, session.ended_at AS endedAt, person.name AS listenerName
  FROM journal LEFT JOIN session ON session.id = group_id LEFT JOIN person ON person.id = session.listener_id
  GROUP BY group_id ORDER BY min(number)`

/** Oldest first. */
export const waitingByGroup = (db: ReadableDb): WaitingGroup[] => statement(db, BY_GROUP).all() as WaitingGroup[]
