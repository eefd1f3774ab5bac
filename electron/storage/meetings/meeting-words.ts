import type { Id } from '../../../shared/contract/values.ts'
import { type Query, row, rows, write } from '../engine/query.ts'
import { NO_WORDS } from '../no-words.ts'
import type { HalfDoneTable } from '../words-of-calls.ts'

type Draft = Readonly<Record<string, string | number | null>>

interface MeetingLineWords {
  readonly id: Id
  readonly ownerName: string | null
  readonly text: string
  /** As which it was read. Left out by whoever sealed it before this was kept. */
  readonly version?: number | undefined
}

/** What was said at the meeting about a call: it is put away with the call. */
export interface MeetingWords {
  readonly attendees: readonly string[]
  readonly lines: readonly MeetingLineWords[]
  readonly drafts: readonly Draft[]
}

const OF_CALL = 'meeting_id IN (SELECT id FROM meeting WHERE call_id = ?)'
const ATTENDEES = 'SELECT attendees_json AS attendees FROM meeting WHERE call_id = ?'
const LINES = `SELECT id, owner_name AS ownerName, text, version FROM meeting_line WHERE ${OF_CALL} AND text <> '${NO_WORDS}' ORDER BY id`
const DRAFTS = { sqlite: `SELECT * FROM meeting_draft WHERE ${OF_CALL}`, postgres: null }

/** Null where nobody met about it. */
export function* wordsOfMeeting(callId: Id): Query<MeetingWords | null> {
  const found = yield* row<{ attendees: string }>(ATTENDEES, [callId])
  if (found === null) return null
  return {
    attendees: JSON.parse(found.attendees) as string[],
    lines: yield* rows<MeetingLineWords>(LINES, [callId]),
    drafts: yield* rows<Draft>(DRAFTS, [callId]),
  }
}

const REWRITE = 'UPDATE meeting SET attendees_json = ?, version = version + 1 WHERE id = ? AND version = ?'
const REWRITE_LINE = 'UPDATE meeting_line SET owner_name = ?, text = ?, version = ? WHERE id = ? AND version = ?'
const FORGET_DRAFTS = { sqlite: `DELETE FROM meeting_draft WHERE ${OF_CALL}`, postgres: null }
const NOW = 'SELECT id, version, attendees_json AS attendees FROM meeting WHERE call_id = ?'
const LINES_NOW = `SELECT id, version FROM meeting_line WHERE ${OF_CALL}`
/** Nobody else changes it before the transaction that asked is over. */
const held = (sql: string) => ({ sqlite: sql, postgres: `${sql} FOR NO KEY UPDATE` })

function* rewrite(callId: Id, { attendees, lines }: Omit<MeetingWords, 'drafts'>): Query<void> {
  const meeting = yield* row<{ id: Id; version: number; attendees: string }>(held(NOW), [callId])
  if (meeting === null) return
  const names = JSON.stringify(attendees)
  // Counted as a change only where it is one: a hub whose desk emptied it already must not be ahead of it.
  if (names !== meeting.attendees) yield* write(REWRITE, [names, meeting.id, meeting.version])
  const now = yield* rows<{ id: Id; version: number }>(held(LINES_NOW), [callId])
  const versions = new Map(now.map(({ id, version }) => [id, version]))
  for (const { id, ownerName, text, version: was } of lines) {
    const version = versions.get(id) ?? 0
    yield* write(REWRITE_LINE, [ownerName, text, was ?? version + 1, id, version])
  }
}

/** Takes every word out of the meeting; its lines stay as ones that say nothing. */
export function* emptyMeeting(callId: Id, words: MeetingWords | null): Query<void> {
  const lines = (words?.lines ?? []).map(({ id }) => ({ id, ownerName: null, text: NO_WORDS }))
  yield* rewrite(callId, { attendees: [], lines })
  yield* write(FORGET_DRAFTS, [callId])
}

/** Puts the words back where they were. A line is again the version that was read: nothing of it was changed, and whoever saw it may go on with it. */
export function* fillMeeting(callId: Id, { attendees, lines, drafts }: MeetingWords): Query<void> {
  // What was put away later may hold no names: those that are there stay.
  const now = yield* wordsOfMeeting(callId)
  yield* rewrite(callId, { attendees: attendees.length > 0 ? attendees : (now?.attendees ?? []), lines })
  for (const draft of drafts) yield* layDraftBack('meeting_draft', draft)
}

/** A row that was put away whole, by whatever columns it had. Put away more than once while somebody wrote on, it comes back as it was last. */
export function* layDraftBack(table: HalfDoneTable, draft: Draft): Query<void> {
  const names = Object.keys(draft).filter((name) => /^[a-z_]+$/.test(name))
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')} WHERE excluded.stored_at > ${table}.stored_at
    ON CONFLICT DO NOTHING`
  yield* write(
    { sqlite: sql, postgres: null },
    names.map((name) => draft[name] ?? null),
  )
}
