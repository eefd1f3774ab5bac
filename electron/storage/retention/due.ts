import type { Id, Instant } from '../../../shared/contract/values.ts'
import { among, inEach } from '../engine/in-each.ts'
import { type Query, rows, value } from '../engine/query.ts'
import { IS_PRAISE } from '../listening/drafts.ts'
import { isSealed, notSealed } from '../listening/sealed-calls.ts'
import type { HalfDoneTable } from '../words-of-calls.ts'

/** A session with words that are old enough; what is sealed of it counts apart. */
export interface SessionWords {
  readonly sessionId: Id
  readonly startedAt: Instant
  readonly endedAt: Instant
  readonly listenerName: string | null
  readonly callCount: number
  readonly wordCount: number
  readonly halfDone: number
  /** When a note of it was changed last, and the counted day on which anything else was. Neither by praise, which not everybody is told of. */
  readonly touchedAt: Instant | null
  readonly touchedDay: string | null
  /** The counted day on which it ended, or came here; null: it was here before days were counted. */
  readonly countedDay: string | null
  readonly isUp: 0 | 1
  readonly isKept: 0 | 1
  /** Of one that is kept: its last day; null: for good. */
  readonly keptUntil: string | null
}

/** A condition: what a ticket quotes is the ticket's, and what is sealed has a term of its own. */
export const GOES = `NOT EXISTS (SELECT 1 FROM ticket_quote WHERE ticket_quote.note_id = note.id) AND ${notSealed('note.call_id')}`
/** A condition: a reference is the ticket's as well, where one quotes its call. */
export const REFERENCE_GOES = `call.reference IS NOT NULL AND ${notSealed('call.id')} AND NOT EXISTS (SELECT 1 FROM note quoted
  JOIN ticket_quote ON ticket_quote.note_id = quoted.id WHERE quoted.call_id = call.id)`
const NAMES = { sqlite: `meeting.attendees_json <> '[]'`, postgres: `CAST(meeting.attendees_json AS text) <> '[]'` }

const OF_SESSION = 'call.session_id = session.id'
const NOTES = `(SELECT count(*) FROM call JOIN note ON note.call_id = call.id WHERE ${OF_SESSION} AND ${GOES})`
/** Meetings that have names or lines, of such a session. */
const meetingsThatGo = (ofSession: string) =>
  inEach(
    (
      say,
    ) => `FROM call JOIN meeting ON meeting.call_id = call.id WHERE ${ofSession} AND ${notSealed('call.id')} AND (${say(NAMES)}
      OR EXISTS (SELECT 1 FROM meeting_line WHERE meeting_line.meeting_id = meeting.id AND meeting_line.text <> '—'))`,
  )
const MEETINGS = meetingsThatGo(OF_SESSION)
const hasNotes = (which: string) =>
  inEach(
    (say) => `(EXISTS (SELECT 1 FROM call JOIN note ON note.call_id = call.id WHERE ${OF_SESSION} AND ${GOES}${which})
    OR EXISTS (SELECT 1 FROM call WHERE ${OF_SESSION} AND ${REFERENCE_GOES})
    OR EXISTS (SELECT 1 ${say(MEETINGS)}))`,
  )
const HAS_NOTES = hasNotes('')
const HAS_OTHERS = hasNotes(` AND note.kind <> 'praise'`)
const PRAISE = inEach(
  (say) => `SELECT session.id AS sessionId, count(*) AS count, CASE WHEN ${say(HAS_OTHERS)} THEN 0 ELSE 1 END AS isAll
    FROM session JOIN call heard ON heard.session_id = session.id JOIN note ON note.call_id = heard.id
    WHERE note.kind = 'praise' AND ${GOES} AND ${say(among('session.id'))} GROUP BY session.id`,
)

export interface PraiseThatGoes {
  readonly sessionId: Id
  readonly count: number
  /** Nothing else of its notes, references and meetings goes. */
  readonly isAll: 0 | 1
}

/** How many of the notes that would go of each of these sessions are praise; none of a session that has no praise. */
export function* praiseThatGoes(sessionIds: readonly Id[]): Query<ReadonlyMap<Id, PraiseThatGoes>> {
  const found = yield* rows<PraiseThatGoes>(PRAISE, [JSON.stringify(sessionIds)])
  return new Map(found.map((praise) => [praise.sessionId, praise]))
}

const MEETINGS_OF_ONE = meetingsThatGo('call.session_id = :sessionId')
const OTHERS = inEach(
  (say) => `SELECT (SELECT count(*) FROM call WHERE call.session_id = :sessionId AND ${REFERENCE_GOES})
    + (SELECT count(*) ${say(MEETINGS_OF_ONE)}) AS value`,
)

/** How many references and meetings go with the notes of a session. */
export function* othersThatGo(sessionId: Id): Query<number> {
  return (yield* value<number>(OTHERS, { sessionId })) ?? 0
}

const CONVERSATIONS = `(SELECT count(*) FROM call JOIN conversation ON conversation.call_id = call.id WHERE ${OF_SESSION} AND ${notSealed('call.id')})`

/** What is half done stays on the desk: a company's database holds none. */
const HALF_DONE = {
  sqlite: `((SELECT count(*) FROM call JOIN draft ON draft.call_id = call.id WHERE ${OF_SESSION})
    + (SELECT count(*) FROM call JOIN meeting ON meeting.call_id = call.id JOIN meeting_draft ON meeting_draft.meeting_id = meeting.id
      WHERE ${OF_SESSION}))`,
  postgres: '0',
}
/** At a hub: its desk changes nothing of it any more. */
const IS_UP = {
  sqlite: '1',
  postgres: 'CASE WHEN session.handed_over_at IS NOT NULL OR session.desk_id IS NULL THEN 1 ELSE 0 END',
}

const COLUMNS = inEach(
  (
    say,
  ) => `session.id AS sessionId, session.started_at AS startedAt, session.ended_at AS endedAt, person.name AS listenerName,
    (SELECT count(*) FROM call WHERE ${OF_SESSION} AND ${notSealed('call.id')}) AS callCount, ${say(HALF_DONE)} AS halfDone, ${say(IS_UP)} AS isUp,
    (SELECT max(note_event.at) FROM call JOIN note_event ON note_event.call_id = call.id JOIN note ON note.id = note_event.note_id
      WHERE ${OF_SESSION} AND note.kind <> 'praise') AS touchedAt,
    touched.day AS touchedDay, counted.day AS countedDay,
    CASE WHEN retention_keep.session_id IS NULL THEN 0 ELSE 1 END AS isKept, retention_keep.until AS keptUntil`,
)
const FROM = `FROM session LEFT JOIN person ON person.id = session.listener_id LEFT JOIN retention_keep ON retention_keep.session_id = session.id
  LEFT JOIN counted_day counted ON counted.id = 'session:' || session.id LEFT JOIN counted_day touched ON touched.id = 'touched:' || session.id`

const WORDS = {
  notes: { has: HAS_NOTES, count: NOTES },
  conversations: { has: `${CONVERSATIONS} > 0`, count: CONVERSATIONS },
}
export type SessionKind = keyof typeof WORDS

const page = (kind: SessionKind) =>
  inEach(
    (say) => `SELECT ${say(COLUMNS)}, ${WORDS[kind].count} AS wordCount ${FROM}
      WHERE CASE WHEN counted.day IS NULL THEN session.ended_at < :before ELSE counted.day <= :lastDay END AND (session.ended_at, session.id) > (:afterEnd, :afterId) AND ${say(WORDS[kind].has)}
      ORDER BY session.ended_at, session.id LIMIT :most`,
  )
const PAGES = { notes: page('notes'), conversations: page('conversations') }
const one = (kind: SessionKind) =>
  inEach(
    (
      say,
    ) => `SELECT ${say(COLUMNS)}, ${WORDS[kind].count} AS wordCount ${FROM} WHERE session.id = :sessionId AND session.ended_at IS NOT NULL
    AND ${say(WORDS[kind].has)}`,
  )
const ONE = { notes: one('notes'), conversations: one('conversations') }

export interface PageOfEnds {
  /** Ended by this counted day; where days were not counted yet, before then… */
  readonly lastDay: string
  readonly before: Instant
  /** …and behind this one; the first page: behind nothing. */
  readonly after: { readonly endedAt: Instant; readonly sessionId: Id } | null
  readonly most: number
}

/** Sessions that ended by then and have such words, oldest first, a page at a time. */
export const sessionsWithWords = (
  kind: SessionKind,
  { lastDay, before, after, most }: PageOfEnds,
): Query<SessionWords[]> =>
  rows<SessionWords>(PAGES[kind], {
    lastDay,
    before,
    afterEnd: after?.endedAt ?? '',
    afterId: after?.sessionId ?? '',
    most,
  })

/** The session as it is now; null: it has no such words, or goes on. */
export function* sessionWithWords(kind: SessionKind, sessionId: Id): Query<SessionWords | null> {
  return (yield* rows<SessionWords>(ONE[kind], { sessionId }))[0] ?? null
}

const HAS_ANY = inEach(
  (
    say,
  ) => `SELECT 1 AS value FROM session WHERE session.id = ? AND (${say(HAS_NOTES)} OR ${CONVERSATIONS} > 0 OR ${say(HALF_DONE)} > 0
    OR EXISTS (SELECT 1 FROM life_case JOIN life_sealed ON life_sealed.case_id = life_case.id WHERE life_case.session_id = session.id))`,
)

/** Whether any words of a session are left, of whatever kind. */
export function* hasWords(sessionId: Id): Query<boolean> {
  return (yield* value<number>(HAS_ANY, [sessionId])) !== null
}

/** Something that is half done on this desk, without its words. */
export interface HalfDoneWords {
  readonly draftId: Id
  readonly table: HalfDoneTable
  readonly storedAt: Instant
  /** The counted day on which it was typed last; null: nobody looked yet. */
  readonly countedDay: string | null
  readonly sessionId: Id
  readonly callId: Id
  readonly isSealed: 0 | 1
  readonly isPraise: 0 | 1
  readonly startedAt: Instant
  readonly endedAt: Instant | null
  readonly listenerName: string | null
  readonly isKept: 0 | 1
  readonly keptUntil: string | null
}

const HALF_DONE_WORDS = (
  table: HalfDoneWords['table'],
  call: string,
  isPraise: string,
) => `SELECT ${table}.id AS draftId, '${table}' AS "table",
    ${table}.stored_at AS storedAt, counted.day AS countedDay, session.id AS sessionId, call.id AS callId, ${isSealed('call.id')} AS isSealed, ${isPraise} AS isPraise,
    session.started_at AS startedAt, session.ended_at AS endedAt, person.name AS listenerName, CASE WHEN retention_keep.session_id IS NULL THEN 0 ELSE 1 END AS isKept, retention_keep.until AS keptUntil
  FROM ${table} ${call} JOIN session ON session.id = call.session_id LEFT JOIN person ON person.id = session.listener_id
  LEFT JOIN retention_keep ON retention_keep.session_id = session.id
  LEFT JOIN counted_day counted ON counted.id = 'draft:' || ${table}.id AND counted.at = ${table}.stored_at`
const ALL_HALF_DONE = {
  sqlite: `${HALF_DONE_WORDS('draft', 'JOIN call ON call.id = draft.call_id', IS_PRAISE)} UNION ALL
    ${HALF_DONE_WORDS('meeting_draft', 'JOIN meeting ON meeting.id = meeting_draft.meeting_id JOIN call ON call.id = meeting.call_id', '0')}
    ORDER BY storedAt`,
  postgres: null,
}

/** What was typed and never finished, oldest first. A company's database holds none. */
export const halfDoneWords = (): Query<HalfDoneWords[]> => rows<HalfDoneWords>(ALL_HALF_DONE)
