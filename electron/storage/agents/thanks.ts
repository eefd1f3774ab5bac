import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, row, rows, value, write } from '../engine/query.ts'
import { nowOf } from '../house/same-person.ts'
import { notSealed } from '../listening/sealed-calls.ts'

/** It is thanks as long as the note stands and praises, and its call is not sealed: what is undone there comes back by itself. */
const STANDS = `thanks.taken_back_at IS NULL AND note.removed_at IS NULL AND note.kind = 'praise' AND ${notSealed('thanks.call_id')}`

/** The customer's words nearest to the praise: what they say of the agent, they say just before or just after it is noted. */
const NEAREST = `SELECT voice.id AS value FROM note praise JOIN note voice ON voice.call_id = praise.call_id
  WHERE praise.id = ? AND voice.kind = 'voice' AND voice.removed_at IS NULL
  ORDER BY abs(voice.offset_ms - praise.offset_ms), voice.id LIMIT 1`

export const nearestVoice = (noteId: Id): Query<Id | null> => value<Id>(NEAREST, [noteId])

export interface NewThanks {
  readonly id: Id
  readonly noteId: Id
  readonly callId: Id
  readonly voiceNoteId: Id | null
  readonly at: Instant
  readonly actorId: Id | null
}

const COLLECT = `INSERT INTO thanks (id, note_id, call_id, voice_note_id, collected_at, actor_id, version)
  VALUES (:id, :noteId, :callId, :voiceNoteId, :at, :actorId, 0)
  ON CONFLICT (note_id) DO UPDATE SET taken_back_at = NULL, version = thanks.version + 1 WHERE thanks.taken_back_at IS NOT NULL`
const TAKE_BACK = `UPDATE thanks SET taken_back_at = ?, version = version + 1 WHERE note_id = ? AND taken_back_at IS NULL`

/** Once for each note; what was taken back is collected again as it was. */
export const collectThanks = (thanks: NewThanks): Query<number> => write(COLLECT, { ...thanks })

export const takeThanksBack = (noteId: Id, at: Instant): Query<number> => write(TAKE_BACK, [at, noteId])

const IS_HANDED = `SELECT 1 AS value FROM thanks JOIN thanks_handed ON thanks_handed.thanks_id = thanks.id WHERE thanks.note_id = ?`

export function* isHandedOver(noteId: Id): Query<boolean> {
  return (yield* value<number>(IS_HANDED, [noteId])) !== null
}

const OF_SESSION = `SELECT thanks.note_id AS id FROM thanks JOIN note ON note.id = thanks.note_id JOIN call ON call.id = thanks.call_id
  WHERE call.session_id = ? AND ${STANDS} ORDER BY thanks.note_id`

export function* thankedNotes(sessionId: Id): Query<Id[]> {
  return (yield* rows<{ id: Id }>(OF_SESSION, [sessionId])).map(({ id }) => id)
}

export interface ThanksRow {
  readonly id: Id
  readonly praise: string
  readonly voice: string | null
  readonly heardAt: Instant
  readonly place: number | null
  readonly collectedAt: Instant
  readonly actorId: Id | null
  readonly collectedBy: string | null
  readonly handedAt: Instant | null
  readonly fileName: string | null
  readonly isEditedSince: number
}

const FROM = `FROM thanks JOIN note ON note.id = thanks.note_id JOIN call ON call.id = thanks.call_id
  LEFT JOIN note voice ON voice.id = thanks.voice_note_id AND voice.removed_at IS NULL AND voice.kind = 'voice'
  LEFT JOIN call_agent ON call_agent.call_id = thanks.call_id LEFT JOIN agent ON agent.id = call_agent.agent_id
  LEFT JOIN person ON person.id = ${nowOf('thanks.actor_id')} LEFT JOIN thanks_handed ON thanks_handed.thanks_id = thanks.id
  LEFT JOIN thanks_page ON thanks_page.id = thanks_handed.page_id LEFT JOIN export_record ON export_record.id = thanks_page.id`
/** A page is made of what stood there when it was begun, or later. */
const BEGUN = 'coalesce(export_record.created_at, thanks_page.made_at)'
const SELECT = `SELECT thanks.id, note.text AS praise, voice.text AS voice, call.started_at AS heardAt,
  agent.place, thanks.collected_at AS collectedAt, ${nowOf('thanks.actor_id')} AS actorId, person.name AS collectedBy, thanks_handed.at AS handedAt,
  thanks_page.file_name AS fileName,
  CASE WHEN note.edited_at > ${BEGUN} OR voice.edited_at > ${BEGUN} THEN 1 ELSE 0 END AS isEditedSince ${FROM}`
const WAITING = `${STANDS} AND thanks_handed.thanks_id IS NULL`
const HANDED = `${STANDS} AND thanks_handed.thanks_id IS NOT NULL`

const LISTS = {
  waiting: `${SELECT} WHERE ${WAITING} ORDER BY thanks.collected_at, thanks.id LIMIT ?`,
  handed_over: `${SELECT} WHERE ${HANDED} ORDER BY thanks_handed.at DESC, thanks.id DESC LIMIT ?`,
}
const COUNTS = {
  waiting: `SELECT count(*) AS value ${FROM} WHERE ${WAITING}`,
  handed_over: `SELECT count(*) AS value ${FROM} WHERE ${HANDED}`,
}
type Listed = keyof typeof LISTS

const BY_IDS = inEach(
  (say) => `${SELECT} WHERE ${STANDS} AND ${say(among('thanks.id'))} ORDER BY thanks.collected_at, thanks.id`,
)

/** Those of the ids that stand and whose calls are not sealed, whether handed over or not. */
export const thanksByIds = (ids: readonly Id[]): Query<ThanksRow[]> => rows<ThanksRow>(BY_IDS, [JSON.stringify(ids)])

const BY_REST = inEach((say) => `SELECT id FROM thanks WHERE ${say(among('substr(id, 14)'))}`)

/** By the part of their ids that says nothing of when they were made, which is what is told of them: each has its own. */
export function* thanksByRest(ids: readonly Id[]): Query<Id[]> {
  return (yield* rows<{ id: Id }>(BY_REST, [JSON.stringify(ids.map((id) => id.slice(13)))])).map(({ id }) => id)
}

export const listThanks = (state: Listed, most: number): Query<ThanksRow[]> => rows<ThanksRow>(LISTS[state], [most])

const GONE = 'SELECT CAST(coalesce(sum(thanks), 0) AS bigint) AS value FROM words_gone'

/** Those that were handed over and whose words went since are counted on. */
export function* countThanks(state: Listed): Query<number> {
  const gone = state === 'handed_over' ? ((yield* value<number>(GONE)) ?? 0) : 0
  return ((yield* value<number>(COUNTS[state])) ?? 0) + gone
}

const KEEP_PAGE = `INSERT INTO thanks_page (id, folder, file_name, sha256, size_bytes, made_at, actor_id)
  VALUES (:id, :folder, :fileName, :sha256, :sizeBytes, :at, :actorId) ON CONFLICT (id) DO NOTHING`
const HAND_OVER = inEach(
  (say) => `INSERT INTO thanks_handed (thanks_id, at, actor_id, page_id)
    SELECT thanks.id, :at, :actorId, :pageId FROM thanks WHERE ${say(among('thanks.id', 'text', ':ids'))} ON CONFLICT DO NOTHING RETURNING thanks_id AS id`,
)
const HAND_BACK = inEach((say) => `DELETE FROM thanks_handed WHERE ${say(among('thanks_id'))}`)

interface PageFacts {
  readonly id: Id
  readonly folder: string
  readonly fileName: string
  readonly sha256: string | null
  readonly sizeBytes: number | null
}

interface By {
  readonly at: Instant
  readonly actorId: Id | null
}

/** With the page they went out with, as the ledger has it, or without one. Answers those that had not been handed over yet. */
export function* handThanksOver(ids: readonly Id[], page: PageFacts | null, by: By): Query<Id[]> {
  if (page !== null) {
    const { id, folder, fileName, sha256, sizeBytes } = page
    yield* write(KEEP_PAGE, { id, folder, fileName, sha256: sha256 ?? '', sizeBytes: sizeBytes ?? 0, ...by })
  }
  const wish = { ids: JSON.stringify(ids), pageId: page?.id ?? null, ...by }
  return (yield* rows<{ id: Id }>(HAND_OVER, wish)).map(({ id }) => id)
}

export const handThanksBack = (ids: readonly Id[]): Query<number> => write(HAND_BACK, [JSON.stringify(ids)])

const PRAISE = `SELECT note.call_id AS callId, note.kind, ${notSealed('note.call_id')} AS isOpen FROM note
  WHERE note.id = ? AND note.removed_at IS NULL`

/** What is asked of a note before it is collected. */
export const noteToThank = (noteId: Id): Query<{ callId: Id; kind: string; isOpen: number | boolean } | null> =>
  row(PRAISE, [noteId])
