import type { NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type Asked, type Query, rows, value, write } from '../engine/query.ts'
import { makeAllAnew } from '../exports/exports.ts'
import { notSealed } from '../listening/sealed-calls.ts'
import { emptyMeeting, wordsOfMeeting } from '../meetings/meeting-words.ts'
import { NO_WORDS } from '../no-words.ts'
import { GOES, type HalfDoneWords, othersThatGo, REFERENCE_GOES } from './due.ts'
import { type GoneFigures, NO_FIGURES } from './gone.ts'
import { knownGone } from './known-gone.ts'

const OF_SESSION = 'note.call_id IN (SELECT call.id FROM call WHERE call.session_id = :sessionId)'
const GOING = `SELECT note.id FROM note WHERE ${OF_SESSION} AND ${GOES}`

/** A condition: thanks of such notes, or in the words of one. */
const OF_GOING = `(thanks.note_id IN (${GOING}) OR thanks.voice_note_id IN (${GOING}))`

/** A condition: conversations read in beside such calls, and meetings about them… */
const OF_CALLS = `call_id IN (SELECT call.id FROM call WHERE call.session_id = :sessionId AND ${notSealed('call.id')})`
/** …with what was said there. */
const SAID = `text <> '${NO_WORDS}' AND meeting_id IN (SELECT id FROM meeting WHERE ${OF_CALLS})`

const KINDS = `SELECT kind, count(*) AS count FROM note WHERE ${OF_SESSION} AND ${GOES} AND removed_at IS NULL GROUP BY kind`
const HANDED = `SELECT count(*) AS value FROM thanks_handed JOIN thanks ON thanks.id = thanks_id WHERE ${OF_GOING}`
const FINDABLE = {
  sqlite: 'SELECT number FROM searched_note WHERE note_id IN',
  postgres: 'SELECT rowid FROM note WHERE id IN',
}

/** Written down before it goes. Then whatever refers to a note first. A note that is quoted keeps its text, and nothing of what it said before. */
const DELETIONS: readonly Asked[] = [
  knownGone.thanks(OF_GOING),
  knownGone.notes(`${OF_SESSION} AND ${GOES}`),
  knownGone.meetings(`${OF_CALLS} AND CAST(attendees_json AS text) <> '[]'`),
  knownGone.lines(SAID),
  knownGone.references(`session_id = :sessionId AND ${REFERENCE_GOES}`),
  `DELETE FROM thanks_handed WHERE thanks_id IN (SELECT id FROM thanks WHERE ${OF_GOING})`,
  `DELETE FROM thanks WHERE ${OF_GOING}`,
  {
    sqlite: `DELETE FROM note_search WHERE rowid IN (${FINDABLE.sqlite} (${GOING}))`,
    postgres: `DELETE FROM note_search WHERE number IN (${FINDABLE.postgres} (${GOING}))`,
  },
  {
    sqlite: `DELETE FROM searched_note WHERE note_id IN (${GOING})`,
    postgres: `DELETE FROM note_to_search WHERE number IN (${FINDABLE.postgres} (${GOING}))`,
  },
  `DELETE FROM row_change WHERE row_id IN (${GOING})`,
  `UPDATE note_event SET before_json = NULL WHERE before_json IS NOT NULL
    AND note_id IN (SELECT note.id FROM note WHERE ${OF_SESSION} AND ${notSealed('note.call_id')})`,
  `DELETE FROM note_event WHERE note_id IN (${GOING})`,
  `DELETE FROM note WHERE id IN (${GOING})`,
]
const FORGET_REFERENCES = `UPDATE call SET reference = NULL WHERE session_id = :sessionId AND ${REFERENCE_GOES}`
const CALLS = `SELECT id FROM call WHERE session_id = :sessionId AND ${notSealed('call.id')}`

/**
 * Deletes what was noted in a session: notes with their history, references, what its meetings said, thanks. Sessions and calls stay with their times, which the
 * duty is counted by. What a ticket quotes stays as the ticket's own. In a transaction that held the session.
 */
export function* eraseNotes(sessionId: Id): Query<GoneFigures> {
  const counted = yield* rows<{ kind: NoteKind; count: number }>(KINDS, { sessionId })
  const thanks = (yield* value<number>(HANDED, { sessionId })) ?? 0
  const others = yield* othersThatGo(sessionId)
  for (const deletion of DELETIONS) yield* write(deletion, { sessionId })
  yield* write(FORGET_REFERENCES, { sessionId })
  // Minutes that wait for their folder say what goes here.
  yield* makeAllAnew()
  for (const { id } of yield* rows<{ id: Id }>(CALLS, { sessionId })) yield* emptyMeeting(id, yield* wordsOfMeeting(id))
  return { ...NO_FIGURES, ...Object.fromEntries(counted.map(({ kind, count }) => [kind, count])), thanks, others }
}

const CONVERSATIONS = `DELETE FROM conversation WHERE ${OF_CALLS}`

/** Deletes the conversations that were read in beside the calls of a session. */
export function* eraseConversations(sessionId: Id): Query<GoneFigures> {
  yield* write(knownGone.conversations(OF_CALLS), { sessionId })
  return { ...NO_FIGURES, conversations: yield* write(CONVERSATIONS, { sessionId }) }
}

/** What is half done lies on the desk alone. */
export const eraseHalfDone = ({ table, draftId, storedAt }: HalfDoneWords): Query<number> =>
  write({ sqlite: `DELETE FROM ${table} WHERE id = ? AND stored_at = ?`, postgres: null }, [draftId, storedAt])

const REMARKED = 'case_id = ? AND remark IS NOT NULL'
const SEALED = 'DELETE FROM life_sealed WHERE case_id = ?'
const REMARKS = `UPDATE life_event SET remark = NULL WHERE ${REMARKED}`

/** Deletes what is sealed of a case, and what was remarked about it. That it was, and what was done when, stays: figures and drills are counted beside it. */
export function* eraseSealed(caseId: Id): Query<number> {
  yield* write(knownGone.sealed('case_id = ?'), [caseId])
  yield* write(knownGone.remarks(REMARKED), [caseId])
  const gone = yield* write(SEALED, [caseId])
  yield* write(REMARKS, [caseId])
  return gone
}
