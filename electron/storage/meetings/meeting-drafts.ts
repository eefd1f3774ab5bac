import type { HalfDoneLine, MeetingDraft } from '../../../shared/contract/meetings/meetings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement, type WritableDb } from '../database.ts'
import { type Query, value, write } from '../engine/query.ts'
import { pointsNowhere } from '../engine/refused-by.ts'
import { HEARD_ZONE } from '../listening/calls.ts'
import { asStored, fromStored } from '../listening/drafts.ts'
import { isEmptied, notSealed } from '../listening/sealed-calls.ts'

/** A second meeting of a call was joined to the first one. */
const realMeeting = (name: string) => `coalesce((SELECT meeting_id FROM meeting_alias WHERE id = ${name}), ${name})`
const COLUMNS = `meeting_draft.id AS draftId, meeting_draft.meeting_id AS meetingId, meeting_draft.line_id AS lineId,
  meeting_draft.seen_version AS seenVersion, meeting_draft.text, meeting_draft.caret`
const HALF_DONE = `SELECT ${COLUMNS}, call.id AS callId, call.session_id AS sessionId, call.number AS callNumber,
    session.started_at AS sessionStartedAt, person.name AS listenerName, ${HEARD_ZONE}
  FROM meeting_draft JOIN meeting ON meeting.id = meeting_draft.meeting_id JOIN call ON call.id = meeting.call_id
  JOIN session ON session.id = call.session_id LEFT JOIN person ON person.id = session.listener_id
  WHERE ${notSealed('call.id')} ORDER BY meeting_draft.stored_at DESC, meeting_draft.id DESC`
const OF_MEETING = `SELECT ${COLUMNS}
  FROM meeting_draft JOIN meeting ON meeting.id = meeting_draft.meeting_id
  WHERE meeting_draft.meeting_id = ${realMeeting(':meetingId')} AND NOT ${isEmptied('meeting.call_id')} ORDER BY line_id IS NULL, meeting_draft.id DESC`
const STORE = `INSERT INTO meeting_draft (id, meeting_id, line_id, seen_version, text, caret, stored_at)
  VALUES (:draftId, ${realMeeting(':meetingId')}, :lineId, :seenVersion, :text, :caret, :storedAt)
  ON CONFLICT (id) DO UPDATE SET line_id = excluded.line_id, seen_version = excluded.seen_version, text = excluded.text,
    caret = excluded.caret, stored_at = excluded.stored_at`
/** What is half done stays on the desk where it is typed. */
const DROP = { sqlite: 'DELETE FROM meeting_draft WHERE id = ?', postgres: null }

/** The change of a line first, then the newest begun. */
export const draftsOfMeeting = (db: ReadableDb, meetingId: Id): MeetingDraft[] =>
  (statement(db, OF_MEETING).all({ meetingId }) as MeetingDraft[]).map((draft) => ({
    ...draft,
    meetingId,
    text: fromStored(draft.text),
  }))

const CALL = { sqlite: `SELECT call_id AS value FROM meeting WHERE id = ${realMeeting(':meetingId')}`, postgres: null }

/** Null where no such meeting is known. */
export const callOfMeeting = (meetingId: Id): Query<Id | null> => value<Id>(CALL, { meetingId })

/** Newest first, of all meetings. */
export const halfDoneLines = (db: ReadableDb): HalfDoneLine[] =>
  (statement(db, HALF_DONE).all() as HalfDoneLine[]).map((draft) => ({ ...draft, text: fromStored(draft.text) }))

/** Replaces the draft with this id. */
export function storeMeetingDraft(db: WritableDb, draft: MeetingDraft & { storedAt: Instant }): 'saved' | 'not_found' {
  try {
    statement(db, STORE).run({ ...draft, text: asStored(draft.text) })
    return 'saved'
  } catch (error) {
    if (pointsNowhere(error)) return 'not_found'
    throw error
  }
}

/** In the transaction that stores the line, so that no kill leaves both. */
export const dropMeetingDraft = (draftId: Id): Query<number> => write(DROP, [draftId])
