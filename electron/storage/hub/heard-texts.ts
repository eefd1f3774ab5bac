import { NO_WORDS } from '../no-words.ts'
import { goneId } from '../retention/gone.ts'
import type { HeardRows } from './heard-rows.ts'

/** How rows of a table that came up from a desk are laid down, all by one text. */
interface Text {
  /** Up to where it says what becomes of one that is there already. */
  readonly insert: string
  /** What a row may change of the one that is there; null where both say the same for ever. Never what it belongs to. */
  readonly update: string | null
  /** What it may change of one in a session that is the hub's by now: only what the hub does not know yet. Null: nothing. */
  readonly addition?: string
}

/** The rows, in their order, as a table that the text reads from. */
const heard = (columns: string): string => `jsonb_to_recordset(CAST(:rows AS jsonb)) AS heard (${columns})`

const REWRITE = `SET kind = excluded.kind, text = excluded.text, offset_ms = excluded.offset_ms,
  issue_type_id = excluded.issue_type_id, edited_at = excluded.edited_at, removed_at = excluded.removed_at,
  version = excluded.version`

const LOOK_AGAIN = `SET mark = excluded.mark, origin = excluded.origin, marked_at = excluded.marked_at, pace = excluded.pace,
  tone = excluded.tone, volume = excluded.volume, dialect = excluded.dialect, effort = excluded.effort,
  operation = excluded.operation, help = excluded.help, told_first = excluded.told_first,
  jargon_json = excluded.jargon_json, version = excluded.version`
const MEETING = `SET attendees_json = excluded.attendees_json, solved_at = excluded.solved_at, version = excluded.version`
const LINE = `SET owner_name = excluded.owner_name, text = excluded.text, due_on = excluded.due_on,
  removed_at = excluded.removed_at, version = excluded.version`

const RENAME = `SET agent_id = excluded.agent_id, before_id = excluded.before_id, version = excluded.version`

const TAKEN_BACK = `SET taken_back_at = excluded.taken_back_at, version = excluded.version`

export const heardTexts: Readonly<Record<Exclude<keyof HeardRows, 'booking_event'>, Text>> = {
  session: {
    // A booking that is not there was made before the hub was put back from a copy: they sat there all the same. So was a listener, and
    // nobody else is to have heard what they did.
    insert: `INSERT INTO session (id, booking_id, seat_number, listener_id, purpose, started_at, ended_at, desk_id)
      SELECT id, (SELECT booking.id FROM booking WHERE booking.id = heard.booking_id), seat_number,
        (SELECT person.id FROM person WHERE person.id = heard.listener_id), purpose, started_at, ended_at, CAST(:deskId AS text)
      FROM ${heard(`id text, booking_id text, seat_number bigint, listener_id text, purpose text, started_at text,
        ended_at text`)} ON CONFLICT (id)`,
    // Of one that others took over, its desk still tells the end: a later one than the last that was known of it then.
    update: `SET ended_at = CASE WHEN session.handed_over_at IS NULL THEN excluded.ended_at
        ELSE greatest(session.ended_at, excluded.ended_at) END
      WHERE session.desk_id = excluded.desk_id
        AND (session.handed_over_at IS NULL OR session.ended_at IS NULL OR excluded.ended_at > session.ended_at)`,
  },
  call: {
    insert: `INSERT INTO call (id, session_id, number, reference, started_at, ended_at, session_ms)
      SELECT id, session_id, number, reference, started_at, ended_at, session_ms
      FROM ${heard(`id text, session_id text, number bigint, reference text, started_at text, ended_at text,
        session_ms bigint`)} ON CONFLICT (id)`,
    update: `SET reference = excluded.reference, ended_at = excluded.ended_at WHERE call.session_id = excluded.session_id`,
    addition: `SET reference = coalesce(call.reference, excluded.reference),
      ended_at = coalesce(call.ended_at, excluded.ended_at) WHERE call.session_id = excluded.session_id`,
  },
  listening_gap: {
    insert: `INSERT INTO listening_gap (session_id, from_ms, to_ms, reason) SELECT session_id, from_ms, to_ms, reason
      FROM ${heard('session_id text, from_ms bigint, to_ms bigint, reason text')} ON CONFLICT (session_id, from_ms)`,
    update: null,
  },
  note: {
    insert: `INSERT INTO note (id, call_id, kind, text, offset_ms, issue_type_id, created_at, edited_at, removed_at, version)
      SELECT id, call_id, kind, text, offset_ms, issue_type_id, created_at, edited_at, removed_at, version
      FROM ${heard(`id text, call_id text, kind text, text text, offset_ms bigint, issue_type_id text, created_at text,
        edited_at text, removed_at text, version bigint`)} ON CONFLICT (id)`,
    update: `${REWRITE} WHERE note.call_id = excluded.call_id`,
    // Nobody changed it here as often as at its desk; or its words were sealed, and come back.
    addition: `${REWRITE} WHERE note.call_id = excluded.call_id
      AND (note.version < excluded.version OR (note.text = '${NO_WORDS}' AND excluded.text <> '${NO_WORDS}'))`,
  },
  note_event: {
    // Of a note of that call, or of none. What takes back something that others took back here by now comes to nothing.
    insert: `INSERT INTO note_event (id, note_id, call_id, at, actor_id, what, before_json, undoes_event_id)
      SELECT id, (SELECT note.id FROM note WHERE note.id = heard.note_id AND note.call_id = heard.call_id), call_id, at,
        actor_id, what, CAST(before_json AS json), undoes_event_id
      FROM ${heard(`id text, note_id text, call_id text, at text, actor_id text, what text, before_json text,
        undoes_event_id text`)} ON CONFLICT`,
    update: null,
  },
  call_agent: {
    insert: `INSERT INTO call_agent (call_id, day, agent_id, before_id, version)
      SELECT call_id, day, agent_id, before_id, version
      FROM ${heard('call_id text, day text, agent_id text, before_id text, version bigint')} ON CONFLICT (call_id)`,
    update: RENAME,
    // Nobody named another agent here as often as at its desk.
    addition: `${RENAME} WHERE call_agent.version < excluded.version`,
  },
  thanks: {
    // Of notes of that call, or of none.
    insert: `INSERT INTO thanks (id, note_id, call_id, voice_note_id, collected_at, actor_id, taken_back_at, version)
      SELECT id, (SELECT note.id FROM note WHERE note.id = heard.note_id AND note.call_id = heard.call_id), call_id,
        (SELECT note.id FROM note WHERE note.id = heard.voice_note_id AND note.call_id = heard.call_id), collected_at, actor_id,
        taken_back_at, version
      FROM ${heard(`id text, note_id text, call_id text, voice_note_id text, collected_at text, actor_id text,
        taken_back_at text, version bigint`)} ON CONFLICT (note_id)`,
    update: `${TAKEN_BACK} WHERE thanks.call_id = excluded.call_id`,
    addition: `${TAKEN_BACK} WHERE thanks.call_id = excluded.call_id AND thanks.version < excluded.version`,
  },
  conversation: {
    insert: `INSERT INTO conversation (call_id, title, pace, lines_json)
      SELECT call_id, title, pace, CAST(lines_json AS json)
      FROM ${heard('call_id text, title text, pace text, lines_json text')} ON CONFLICT (call_id)`,
    update: `SET title = excluded.title, pace = excluded.pace, lines_json = excluded.lines_json`,
  },
  conversation_taken: {
    insert: `INSERT INTO conversation_taken (call_id) SELECT call_id FROM ${heard('call_id text')} ON CONFLICT (call_id)`,
    update: null,
  },
  silver_hair: {
    insert: `INSERT INTO silver_hair (call_id, mark, origin, marked_at, pace, tone, volume, dialect, effort, operation, help,
        told_first, jargon_json, version)
      SELECT call_id, mark, origin, marked_at, pace, tone, volume, dialect, effort, operation, help, told_first,
        CAST(jargon_json AS json), version
      FROM ${heard(`call_id text, mark text, origin text, marked_at text, pace text, tone text, volume text, dialect text,
        effort bigint, operation text, help text, told_first bigint, jargon_json text, version bigint`)} ON CONFLICT (call_id)`,
    update: LOOK_AGAIN,
    // Nobody changed it here as often as at its desk.
    addition: `${LOOK_AGAIN} WHERE silver_hair.version < excluded.version`,
  },
  meeting: {
    insert: `INSERT INTO meeting (id, call_id, started_at, actor_id, note_ids_json, attendees_json, solved_at, version)
      SELECT id, call_id, started_at, actor_id, CAST(note_ids_json AS json), CAST(attendees_json AS json), solved_at, version
      FROM ${heard(`id text, call_id text, started_at text, actor_id text, note_ids_json text, attendees_json text,
        solved_at text, version bigint`)} ON CONFLICT (id)`,
    update: `${MEETING} WHERE meeting.call_id = excluded.call_id`,
    addition: `${MEETING} WHERE meeting.call_id = excluded.call_id AND meeting.version < excluded.version`,
  },
  meeting_line: {
    insert: `INSERT INTO meeting_line (id, meeting_id, owner_name, text, due_on, created_at, removed_at, version)
      SELECT id, meeting_id, owner_name, text, due_on, created_at, removed_at, version
      FROM ${heard(`id text, meeting_id text, owner_name text, text text, due_on text, created_at text, removed_at text,
        version bigint`)} ON CONFLICT (id)`,
    update: `${LINE} WHERE meeting_line.meeting_id = excluded.meeting_id`,
    // As with notes.
    addition: `${LINE} WHERE meeting_line.meeting_id = excluded.meeting_id
      AND (meeting_line.version < excluded.version OR (meeting_line.text = '${NO_WORDS}' AND excluded.text <> '${NO_WORDS}'))`,
  },
}

/**
 * What notes said before (rows that say so), where that was sealed when the event came up: by a wrong alarm its desk knows it again. Not where notes of the session went by the
 * rules of retention: those took it for good from notes that stay, too.
 */
export const SAID_BEFORE = `UPDATE note_event SET before_json = CAST(heard.before_json AS json)
  FROM ${heard('id text, call_id text, before_json text')}
  WHERE note_event.id = heard.id AND note_event.call_id = heard.call_id AND note_event.before_json IS NULL
    AND NOT EXISTS (SELECT 1 FROM call JOIN words_gone ON words_gone.id = '${goneId('notes', '')}' || call.session_id WHERE call.id = heard.call_id)`
