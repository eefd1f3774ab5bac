import type { Id } from '../../../shared/contract/values.ts'
import type { KeptTable, Row } from '../../team/wire.ts'
import { placeAgent } from '../agents/call-agents.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { runOn } from '../engine/sqlite.ts'
import { notSealed } from '../listening/sealed-calls.ts'
import { cameHome, changedElsewhere, forgetChangedElsewhere, known } from './changed-elsewhere.ts'
import { bringBackConversations, bringBackTaken } from './conversations-home.ts'

const ENDED = 'SELECT id FROM session WHERE ended_at IS NOT NULL ORDER BY rowid'

/** Everything that was heard in a member's database, oldest first. */
export const sessionsToBringBack = (from: ReadableDb): Id[] => statement(from, ENDED).pluck().all() as Id[]

interface Part {
  readonly table: string
  /** Of one session, in the order of happening. */
  readonly select: string
  /** What becomes of a row that was brought back before. */
  readonly again: string
}

const OF_CALL = 'call_id IN (SELECT id FROM call WHERE session_id = ?)'
const OF_MEETING = `meeting_id IN (SELECT id FROM meeting WHERE ${OF_CALL})`
const NOT_AGAIN = 'DO NOTHING'
/** Whoever said it last keeps it. */
const LATEST_KEEP = `(session_id) DO UPDATE SET reason = excluded.reason, until = excluded.until, at = excluded.at,
  actor_id = excluded.actor_id WHERE excluded.at > retention_keep.at`

/** Parents first. */
const PARTS: readonly Part[] = [
  { table: 'session', select: 'SELECT * FROM session WHERE id = ?', again: NOT_AGAIN },
  {
    table: 'call',
    select: 'SELECT * FROM call WHERE session_id = ? ORDER BY number',
    again: '(id) DO UPDATE SET reference = excluded.reference',
  },
  { table: 'listening_gap', select: 'SELECT * FROM listening_gap WHERE session_id = ?', again: NOT_AGAIN },
  {
    table: 'note',
    select: `SELECT * FROM note WHERE ${OF_CALL} ORDER BY rowid`,
    again: `(id) DO UPDATE SET kind = excluded.kind, text = excluded.text, offset_ms = excluded.offset_ms,
      issue_type_id = excluded.issue_type_id, edited_at = excluded.edited_at, removed_at = excluded.removed_at,
      version = excluded.version WHERE excluded.version > note.version`,
  },
  { table: 'note_event', select: `SELECT * FROM note_event WHERE ${OF_CALL} ORDER BY rowid`, again: NOT_AGAIN },
  {
    table: 'row_change',
    select: `SELECT * FROM row_change WHERE row_id IN (SELECT id FROM note WHERE ${OF_CALL}) ORDER BY version`,
    again: NOT_AGAIN,
  },
  {
    table: 'silver_hair',
    select: `SELECT * FROM silver_hair WHERE ${OF_CALL}`,
    again: `(call_id) DO UPDATE SET mark = excluded.mark, origin = excluded.origin, marked_at = excluded.marked_at, pace = excluded.pace,
      tone = excluded.tone, volume = excluded.volume, dialect = excluded.dialect, effort = excluded.effort,
      operation = excluded.operation, help = excluded.help, told_first = excluded.told_first,
      jargon_json = excluded.jargon_json, version = excluded.version WHERE excluded.version > silver_hair.version`,
  },
  {
    table: 'meeting',
    select: `SELECT * FROM meeting WHERE ${OF_CALL}`,
    again: `(id) DO UPDATE SET attendees_json = excluded.attendees_json, solved_at = excluded.solved_at, version = excluded.version
      WHERE excluded.version > meeting.version`,
  },
  {
    table: 'meeting_line',
    select: `SELECT * FROM meeting_line WHERE ${OF_MEETING} ORDER BY rowid`,
    again: `(id) DO UPDATE SET owner_name = excluded.owner_name, text = excluded.text, due_on = excluded.due_on,
      removed_at = excluded.removed_at, version = excluded.version WHERE excluded.version > meeting_line.version`,
  },
  // Its tickets stay at the hub.
  {
    table: 'meeting_close',
    select: `SELECT * FROM meeting_close WHERE ${OF_MEETING} ORDER BY closed_at`,
    again: NOT_AGAIN,
  },
  {
    table: 'meeting_outcome',
    select: `SELECT * FROM meeting_outcome WHERE close_id IN (SELECT id FROM meeting_close WHERE ${OF_MEETING})`,
    again: NOT_AGAIN,
  },
  {
    table: 'agent',
    select: `SELECT agent.* FROM call_agent JOIN agent ON agent.id IN (agent_id, before_id) WHERE ${OF_CALL}`,
    // As it is; who has a place already keeps it, and whoever has none gets the next.
    again: NOT_AGAIN,
  },
  {
    table: 'call_agent',
    select: `SELECT * FROM call_agent WHERE ${OF_CALL}`,
    again: `(call_id) DO UPDATE SET agent_id = excluded.agent_id, before_id = excluded.before_id, version = excluded.version
      WHERE excluded.version > call_agent.version`,
  },
  {
    table: 'thanks',
    select: `SELECT * FROM thanks WHERE ${OF_CALL} ORDER BY rowid`,
    again: `(note_id) DO UPDATE SET taken_back_at = excluded.taken_back_at, version = excluded.version
      WHERE excluded.version > thanks.version`,
  },
  {
    table: 'retention_keep',
    select: 'SELECT * FROM retention_keep WHERE session_id = ?',
    again: LATEST_KEEP,
  },
]

/**
 * Copies a session of a member's database, whole, into the one the desk held alone: calls, gaps, notes with their history, conversations, and
 * the people they name. Each once, however often it is brought back. Its booking and the tickets that quote it stay at the hub.
 */
export function bringBackSession(from: WritableDb, to: WritableDb, sessionId: Id): void {
  inTransaction(to, () => {
    for (const { table, select, again } of PARTS)
      for (const row of statement(from, select).all(sessionId) as Row[]) insert(to, table, fitted(from, to, row), again)
    for (const { id, day } of statement(from, NAMED).all(sessionId) as { id: string; day: string }[])
      runOn(to, placeAgent(id, day))
  })
  bringBackConversations(from, to, sessionId)
}

/** Whoever has their place in this database keeps it, so some of them may stand without one. */
const NAMED = `SELECT agent_id AS id, day FROM call_agent WHERE agent_id IS NOT NULL AND ${OF_CALL}`

/** With people as this database knows them, and without what it does not have. */
export function fitted(from: ReadableDb, to: WritableDb, row: Row): Row {
  const fit = { ...row }
  for (const column of ['booking_id', 'ticket_id', 'ticket_version']) if (column in fit) fit[column] = null
  for (const column of ['listener_id', 'actor_id', 'closed_by'])
    if (typeof fit[column] === 'string') fit[column] = personHere(from, to, fit[column])
  return fit
}

/** Of a call that was sealed here since, its words stay where they were put. */
const NOTE_HERE = `SELECT 1 FROM note WHERE id = ? AND ${notSealed('note.call_id')}`
const LATER_WORDS = PARTS.find(({ table }) => table === 'note')?.again ?? NOT_AGAIN

/** What others made of notes at the hub, of sessions heard as a member and of those that were brought along; with who did it. What the desk itself changed more often stays. Some at a time: false where none are left. */
export function bringBackChanged(from: WritableDb, to: WritableDb): boolean {
  const changed = changedElsewhere(from)
  inTransaction(to, () => {
    for (const { noteId, note, events, changes } of changed) {
      if (statement(to, NOTE_HERE).get(noteId) === undefined) continue
      const rows = [['note', [note], LATER_WORDS] as const, ['note_event', events, NOT_AGAIN] as const]
      for (const [table, all, again] of [...rows, ['row_change', changes, NOT_AGAIN] as const])
        for (const row of all) insert(to, table, fitted(from, to, known(to, table, row)), again)
    }
  })
  if (changed.length === 0) forgetChangedElsewhere(from)
  else cameHome(from, changed)
  return changed.length > 0
}

const WAITING = 'SELECT row_json FROM mirror_later WHERE what = ?'
const SESSION_HERE = 'SELECT 1 FROM session WHERE id = ?'
const CALL_HERE = 'SELECT 1 FROM call WHERE id = ?'

/**
 * What the hub says of sessions that were brought along: the desk's file as a member has no such session, so it waits in it. That somebody keeps one, and took a
 * conversation from a call of it.
 */
export function bringBackWaiting(from: WritableDb, to: WritableDb): void {
  const waiting = (what: KeptTable) =>
    (statement(from, WAITING).pluck().all(what) as string[]).map((json) => JSON.parse(json) as Row)
  inTransaction(to, () => {
    for (const row of waiting('retention_keep'))
      if (statement(to, SESSION_HERE).get(row.session_id) !== undefined)
        insert(to, 'retention_keep', fitted(from, to, row), LATEST_KEEP)
    for (const row of waiting('conversation_taken'))
      if (statement(to, CALL_HERE).get(row.call_id) !== undefined) bringBackTaken(from, to, row)
  })
}

const EVENT_HERE = 'SELECT 1 FROM note_event WHERE id = ?'

/** What was taken back here too can be done again here alone: the event that it would take back was not brought. */
const takesNothingBack = (to: ReadableDb, { undoes_event_id: id }: Row): boolean =>
  typeof id === 'string' && statement(to, EVENT_HERE).get(id) === undefined

/** `again`: what becomes of a row that is there already. */
export function insert(to: WritableDb, table: string, row: Row, again: string): void {
  if (table === 'note_event' && takesNothingBack(to, row)) return
  const names = Object.keys(row)
  const marks = names.map((name) => `:${name}`).join(', ')
  statement(to, `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks}) ON CONFLICT ${again}`).run(row)
}

const PERSON = 'SELECT * FROM person WHERE id = ?'
const BY_NUMBER = 'SELECT id FROM person WHERE employee_number = ? AND removed_at IS NULL'
const ALIKE = `SELECT id, employee_number AS number FROM person WHERE name = ? AND department = ? AND removed_at IS NULL`

/**
 * Who of this database it is: the one with the same employee number; else the only one of that name and department, where not both have a number. Anybody
 * else comes along as somebody new. Null where neither database knows them.
 */
function personHere(from: ReadableDb, to: WritableDb, personId: Id): Id | null {
  if (statement(to, PERSON).get(personId) !== undefined) return personId
  const person = statement(from, PERSON).get(personId) as Row | undefined
  if (person === undefined) return null
  const { name, department, employee_number: number, removed_at: removedAt } = person
  if (removedAt === null) {
    const numbered = number === null ? undefined : (statement(to, BY_NUMBER).pluck().get(number) as Id | undefined)
    if (numbered !== undefined) return numbered
    const alike = statement(to, ALIKE).all(name, department) as { id: Id; number: string | null }[]
    const [only] = alike
    if (alike.length === 1 && only !== undefined && (only.number === null || number === null)) return only.id
  }
  insert(to, 'person', person, NOT_AGAIN)
  return personId
}
