import type { RestoreLoss } from '../../../shared/contract/house/workspace.ts'
import { onOneState, type ReadableDb } from '../database.ts'
import { NO_WORDS } from '../no-words.ts'
import { tablesOfWords } from '../words-of-calls.ts'

/** Enough to see what it is about. */
const MOST_SHOWN = 20

/** Whatever is of a sealed call is told by no count, not even that it was. */
const notSealed = (callId: string): string => `${callId} NOT IN (SELECT call_id FROM main.sealed_call)`
const NOT_SEALED = notSealed('note.call_id')

// Only what every version of a copy has: it may be older than this Earshot.
const NEW_NOTES = `FROM note WHERE removed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM copy.note old WHERE old.id = note.id AND old.removed_at IS NULL) AND ${NOT_SEALED}`
const CHANGED_NOTES = `FROM note JOIN copy.note old USING (id) WHERE note.removed_at IS NULL AND old.removed_at IS NULL
  AND (note.text <> old.text OR note.kind <> old.kind OR note.offset_ms <> old.offset_ms) AND ${NOT_SEALED}`
const NEW_TICKETS = `FROM ticket WHERE withdrawn_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM copy.ticket old WHERE old.id = ticket.id AND old.withdrawn_at IS NULL)`
const CHANGED_TICKETS = `FROM ticket JOIN copy.ticket old USING (id) WHERE ticket.withdrawn_at IS NULL AND old.withdrawn_at IS NULL
  AND (ticket.state <> old.state OR ticket.title <> old.title OR ticket.priority <> old.priority OR ticket.department <> old.department
    OR ticket.issue_type_id <> old.issue_type_id OR ticket.owner_name IS NOT old.owner_name OR ticket.due_at <> old.due_at)`
const BOOKINGS = `FROM booking LEFT JOIN copy.booking old USING (id)
  WHERE old.id IS NULL OR booking.state <> old.state OR booking.starts_at <> old.starts_at OR booking.ends_at <> old.ends_at
    OR booking.seat_id <> old.seat_id OR booking.person_id <> old.person_id`
const SESSIONS = 'FROM session WHERE id NOT IN (SELECT id FROM copy.session)'
const PEOPLE = 'FROM person WHERE id NOT IN (SELECT id FROM copy.person)'
const EXPORTS = 'FROM export_record WHERE id NOT IN (SELECT id FROM copy.export_record)'
const CONVERSATIONS = `FROM conversation LEFT JOIN copy.conversation old USING (call_id)
  WHERE (old.call_id IS NULL OR conversation.title <> old.title OR conversation.lines_json <> old.lines_json) AND ${notSealed('conversation.call_id')}`
const LINE_NOT_SEALED = `meeting_line.meeting_id NOT IN (SELECT meeting.id FROM meeting WHERE NOT ${notSealed('meeting.call_id')})`

/** By the tables that they ask the copy for: an older one may lack them, and then all of it is lost. What was emptied since, by a seal or by the rules of retention, is no loss. */
const SINCE = {
  meetings: {
    tables: ['meeting', 'meeting_close'],
    all: `FROM meeting WHERE ${notSealed('meeting.call_id')}`,
    new: `FROM meeting LEFT JOIN copy.meeting old USING (id) WHERE (old.id IS NULL OR meeting.solved_at IS NOT old.solved_at
      OR meeting.attendees_json NOT IN ('[]', old.attendees_json) OR EXISTS (SELECT 1 FROM meeting_close
        WHERE meeting_close.meeting_id = meeting.id AND meeting_close.id NOT IN (SELECT id FROM copy.meeting_close)))
      AND ${notSealed('meeting.call_id')}`,
  },
  meetingLines: {
    tables: ['meeting_line'],
    all: `FROM meeting_line WHERE removed_at IS NULL AND text <> '${NO_WORDS}' AND ${LINE_NOT_SEALED}`,
    new: `FROM meeting_line LEFT JOIN copy.meeting_line old USING (id)
      WHERE meeting_line.removed_at IS NULL AND meeting_line.text <> '${NO_WORDS}' AND (old.id IS NULL OR old.removed_at IS NOT NULL
        OR meeting_line.text <> old.text OR meeting_line.owner_name IS NOT old.owner_name OR meeting_line.due_on IS NOT old.due_on) AND ${LINE_NOT_SEALED}`,
  },
  cases: {
    tables: ['life_case', 'life_event'],
    all: 'FROM life_case',
    new: `FROM life_case WHERE id NOT IN (SELECT id FROM copy.life_case)
      OR EXISTS (SELECT 1 FROM life_event WHERE case_id = life_case.id AND life_event.id NOT IN (SELECT id FROM copy.life_event))`,
  },
} as const

/** Of a session its notes and its conversations may go, each by a rule of its own; what was written into it later goes later. */
const WENT_SINCE = `WHERE NOT EXISTS (SELECT 1 FROM copy.words_gone old WHERE old.id = words_gone.id AND old.gone_at = words_gone.gone_at)`

const RULES = [
  'room',
  'seat',
  'issue_type',
  'calendar_year',
  'masking_rules',
  'life_words',
  'jargon_terms',
  'life_setup',
  'duty_rules',
  'retention_rules',
  'retention_keep',
]

/**
 * Rows of a table as they stand here and not in the copy. An older copy may lack the table or some of its columns; who saved how often is
 * no difference.
 */
function rowsOnlyHere(db: ReadableDb, table: string, where = 'true'): number {
  const columnsIn = (schema: string) =>
    db
      .prepare(`SELECT name FROM pragma_table_info(?, ?) WHERE name <> 'version'`)
      .pluck()
      .all(table, schema) as string[]
  const there = columnsIn('copy')
  const shared = columnsIn('main')
    .filter((name) => there.includes(name))
    .join(', ')
  const missing =
    shared === ''
      ? `SELECT 1 FROM main.${table} WHERE ${where}`
      : `SELECT ${shared} FROM main.${table} WHERE ${where} EXCEPT SELECT ${shared} FROM copy.${table}`
  return Number(db.prepare(`SELECT count(*) FROM (${missing})`).pluck().get())
}

const isThere = (db: ReadableDb, table: string): boolean =>
  db.prepare('SELECT count(*) FROM copy.sqlite_schema WHERE name = ?').pluck().get(table) === 1

/** Rows of a table that the copy does not hold; an older one may lack the table. */
function idsOnlyHere(db: ReadableDb, table: string): number {
  const missing = isThere(db, table) ? `WHERE id NOT IN (SELECT id FROM copy.${table})` : ''
  return Number(db.prepare(`SELECT count(*) FROM main.${table} ${missing}`).pluck().get())
}

/** What the open database holds and this copy does not. Reads both to the end: not for the main thread. */
export function lossAgainst(db: ReadableDb, copyPath: string): RestoreLoss {
  db.prepare('ATTACH ? AS copy').run(copyPath)
  return onOneState(db, () => lossBetween(db))
}

function lossBetween(db: ReadableDb): RestoreLoss {
  const count = (from: string) => Number(db.prepare(`SELECT count(*) ${from}`).pluck().get())
  const since = ({ tables, ...from }: (typeof SINCE)[keyof typeof SINCE]) =>
    count(tables.every((table) => isThere(db, table)) ? from.new : from.all)
  const tickets = (from: string) =>
    db.prepare(`SELECT ticket.number, ticket.title ${from} ORDER BY ticket.number DESC LIMIT ${MOST_SHOWN}`).all() as {
      number: number
      title: string
    }[]
  const notes = db
    .prepare(`SELECT kind, text, created_at AS at ${NEW_NOTES} ORDER BY created_at DESC LIMIT ${MOST_SHOWN}`)
    .all() as RestoreLoss['notes']
  return {
    counts: {
      newNotes: count(NEW_NOTES),
      changedNotes: count(CHANGED_NOTES),
      newTickets: count(NEW_TICKETS),
      changedTickets: count(CHANGED_TICKETS),
      bookings: count(BOOKINGS),
      sessions: count(SESSIONS),
      people: count(PEOPLE),
      exports: count(EXPORTS),
      drafts: tablesOfWords('half_done').reduce((sum, table) => sum + idsOnlyHere(db, table), 0),
      conversations: count(CONVERSATIONS),
      meetings: since(SINCE.meetings),
      meetingLines: since(SINCE.meetingLines),
      lenses: rowsOnlyHere(db, 'silver_hair', notSealed('call_id')),
      thanks: rowsOnlyHere(db, 'thanks', notSealed('call_id')),
      cases: since(SINCE.cases),
      rules: RULES.reduce((sum, table) => sum + rowsOnlyHere(db, table), 0),
    },
    wordsBack: count(
      `FROM (SELECT DISTINCT coalesce(session_id, id) FROM words_gone ${isThere(db, 'words_gone') ? WENT_SINCE : ''})`,
    ),
    notes,
    tickets: [...tickets(NEW_TICKETS), ...tickets(CHANGED_TICKETS)].slice(0, MOST_SHOWN),
  }
}
