import type { ArrivingTicket } from '../../../shared/contract/team/arrivals.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { maskedByRules } from '../../../shared/domain/listening/masking/mask-by-rules.ts'
import { maskReference } from '../../../shared/domain/listening/masking/mask-reference.ts'
import { maskBesideStaffByRules } from '../../../shared/domain/listening/masking/names-of-staff.ts'
import type { HeardTable, KeepingTable, Row, UploadedRow } from '../../team/wire.ts'
import { type ReadableDb, statement } from '../database.ts'
import { type HalfDoneTable, tablesOfWords } from '../words-of-calls.ts'

/** Who and what the desk's own are at the hub; null: they are nobody and nothing there. */
export interface AtHub {
  person(id: Id): Id | null
  type(id: string): string | null
}

const OF_CALL = 'call_id IN (SELECT id FROM call WHERE session_id = ?)'
const OF_MEETING = `meeting_id IN (SELECT id FROM meeting WHERE ${OF_CALL})`

/** Parents first, each in the order of happening. What a session did to its booking stays, and so does the booking. */
const PARTS: Readonly<Record<Exclude<HeardTable, 'booking_event'>, string>> = {
  session: 'SELECT * FROM session WHERE id = ?',
  call: 'SELECT * FROM call WHERE session_id = ? ORDER BY number',
  listening_gap: 'SELECT * FROM listening_gap WHERE session_id = ? ORDER BY from_ms',
  note: `SELECT * FROM note WHERE ${OF_CALL} ORDER BY rowid`,
  note_event: `SELECT * FROM note_event WHERE ${OF_CALL} ORDER BY rowid`,
  conversation: `SELECT * FROM conversation WHERE ${OF_CALL}`,
  conversation_taken: `SELECT * FROM conversation_taken WHERE ${OF_CALL}`,
  silver_hair: `SELECT * FROM silver_hair WHERE ${OF_CALL}`,
  meeting: `SELECT * FROM meeting WHERE ${OF_CALL}`,
  meeting_line: `SELECT * FROM meeting_line WHERE ${OF_MEETING} ORDER BY rowid`,
  call_agent: `SELECT * FROM call_agent WHERE ${OF_CALL}`,
  // What reached its agent already would wait again there, where nobody knows of it.
  thanks: `SELECT * FROM thanks WHERE ${OF_CALL} AND id NOT IN (SELECT thanks_id FROM thanks_handed) ORDER BY rowid`,
}
const TABLES = Object.keys(PARTS) as (keyof typeof PARTS)[]

/** That somebody keeps it, and what went of it, which figures count on. A case that something sealed went of stays at the desk. */
const KEEPING: Readonly<Record<KeepingTable, string>> = {
  retention_keep: 'SELECT * FROM retention_keep WHERE session_id = ?',
  words_gone: `SELECT * FROM words_gone WHERE session_id = ? AND kind IN ('notes', 'conversations')`,
}
const KEEPING_TABLES = Object.keys(KEEPING) as KeepingTable[]

/** A session as the hub is told of it: what was heard, how long it is kept, and that it is over, with which the hub begins to delete by its own rules. */
export function sessionForHub(from: ReadableDb, sessionId: Id, at: AtHub): UploadedRow[] {
  const kept = KEEPING_TABLES.flatMap((table) =>
    (statement(from, KEEPING[table]).all(sessionId) as Row[]).map((row) => ({ table, row: fitted(row, at) })),
  )
  return [...heardForHub(from, sessionId, at), ...kept, { table: 'session', handedOver: sessionId }]
}

/**
 * All that was heard in a session, as rows for the hub. With people and types as the hub knows them, and masked by today's rules: it may have
 * been stored by those of an earlier version.
 */
export function heardForHub(from: ReadableDb, sessionId: Id, at: AtHub) {
  return TABLES.flatMap((table) =>
    (statement(from, PARTS[table]).all(sessionId) as Row[]).map((row) => ({ table, row: fitted(row, at) })),
  )
}

const HALF_DONE: Readonly<Record<HalfDoneTable, string>> = {
  draft: `SELECT * FROM draft WHERE ${OF_CALL} ORDER BY rowid`,
  meeting_draft: `SELECT * FROM meeting_draft WHERE ${OF_MEETING} ORDER BY rowid`,
}

/** What is half done in it, for the desk itself as a member. */
export const halfDoneForMember = (from: ReadableDb, sessionId: Id, at: AtHub): { table: HalfDoneTable; row: Row }[] =>
  tablesOfWords('half_done').flatMap((table) =>
    (statement(from, HALF_DONE[table]).all(sessionId) as Row[]).map((row) => {
      const draft = fitted(row, at)
      // Masked it may be shorter.
      return { table, row: { ...draft, caret: Math.min(Number(draft.caret), String(draft.text).length) } }
    }),
  )

type Change = (value: string, at: AtHub) => string | null

const masked: Change = (text) => maskedByRules(text).text

const COLUMNS: Readonly<Record<string, Change>> = {
  booking_id: () => null,
  listener_id: (id, at) => at.person(id),
  // Whom the hub does not know did it for nobody: it would be said to be whoever sits here.
  actor_id: (id, at) => at.person(id),
  issue_type_id: (id, at) => at.type(id),
  reference: maskReference,
  text: masked,
  title: masked,
  owner_name: maskBesideStaffByRules,
  reason: masked,
  attendees_json: (json) => JSON.stringify((JSON.parse(json) as string[]).map(maskBesideStaffByRules)),
  before_json: (json) => JSON.stringify(maskedWithin(JSON.parse(json))),
  lines_json: (json) => JSON.stringify((JSON.parse(json) as unknown[]).map(maskedWithin)),
}

function fitted(row: Row, at: AtHub): Row {
  const entries = Object.entries(row).map(([name, value]) => {
    const change = COLUMNS[name]
    return [name, change === undefined || typeof value !== 'string' ? value : change(value, at)] as const
  })
  return Object.fromEntries(entries)
}

function maskedWithin(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || !('text' in given) || typeof given.text !== 'string') return given
  return { ...given, text: maskedByRules(given.text).text }
}

const TICKET = `SELECT id, number, title, issue_type_id AS issueTypeId, limit_amount AS amount, limit_unit AS unit, priority, state, department,
    owner_name AS ownerName, opened_by AS openedBy, opened_at AS openedAt, due_at AS dueAt, answer_by AS answerBy, paused_at AS pausedAt,
    paused_working_ms AS pausedWorkingMs, closed_at AS closedAt, agreed_due_at AS agreedDueAt FROM ticket WHERE id = ?`
const NOTES = 'SELECT note_id FROM ticket_quote WHERE ticket_id = ? ORDER BY position'
const EVENTS = `SELECT id, at, actor_name AS actorName, what, action, from_state AS "from", to_state AS "to", remark,
  undoes_event_id AS undoesEventId FROM ticket_event WHERE ticket_id = ? ORDER BY rowid`

/** A ticket with its whole story, for the hub; which masks it. */
export function ticketForHub(from: ReadableDb, ticketId: Id, at: AtHub): ArrivingTicket {
  type Found = Omit<ArrivingTicket, 'limit' | 'noteIds' | 'events'> & ArrivingTicket['limit']
  const { amount, unit, openedBy, issueTypeId, ...ticket } = statement(from, TICKET).get(ticketId) as Found
  return {
    ...ticket,
    limit: { amount, unit },
    issueTypeId: at.type(issueTypeId) ?? issueTypeId,
    openedBy: openedBy === null ? null : at.person(openedBy),
    noteIds: statement(from, NOTES).pluck().all(ticketId) as Id[],
    events: statement(from, EVENTS).all(ticketId) as ArrivingTicket['events'],
  }
}
