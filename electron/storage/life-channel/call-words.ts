import type { Conversation } from '../../../shared/contract/listening/conversations.ts'
import type { NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { Lens } from '../../../shared/contract/silver-hair/lens.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, row, rows, write } from '../engine/query.ts'
import {
  conversationOfCall,
  deleteConversation,
  isConversationTaken,
  storeConversation,
} from '../listening/conversations.ts'
import { appendNoteEvent } from '../listening/note-events.ts'
import { noteToChange } from '../listening/notes.ts'
import {
  emptyMeeting,
  fillMeeting,
  layDraftBack,
  type MeetingWords,
  wordsOfMeeting,
} from '../meetings/meeting-words.ts'
import { NO_WORDS } from '../no-words.ts'
import { deleteLens, lensOfCall, putLensBack } from '../silver-hair/lenses.ts'
import type { TicketWords } from './sealed-tickets.ts'

/** All that was said and noted in a call, as it is put away when the call is sealed and comes back when the seal was a mistake. */
export interface CallWords {
  readonly reference: string | null
  readonly notes: readonly {
    readonly id: Id
    readonly kind: NoteKind
    readonly text: string
    readonly offsetMs: number
    readonly removedAt: Instant | null
    /** As which it was read. Left out with what follows by whoever sealed it before this was kept. */
    readonly version?: number | undefined
    readonly issueTypeId?: string | null | undefined
    readonly editedAt?: Instant | null | undefined
  }[]
  /** What notes said before, by the event that changed them: JSON. Not in what was sealed before it was kept. */
  readonly earlier?: readonly { readonly eventId: Id; readonly before: string }[] | undefined
  readonly conversation: Conversation | null
  /** Not in what was sealed before there was one. */
  readonly lens?: Lens | null | undefined
  readonly drafts: readonly Readonly<Record<string, string | number | null>>[]
  /** Not there in what was put away before there were meetings. */
  readonly meeting?: MeetingWords | null | undefined
  /** What tickets lost that quoted it, as it was sealed. Not in what its desk puts away: tickets are where the truth is. */
  readonly tickets?: readonly TicketWords[] | undefined
}

/** Nothing but what its tickets lost. */
export const onlyTickets = (tickets: readonly TicketWords[]): CallWords => ({
  ...{ reference: null, notes: [], conversation: null, drafts: [], tickets },
})

const REFERENCE = 'SELECT reference FROM call WHERE id = ?'
const NOTES = `SELECT id, kind, text, offset_ms AS offsetMs, removed_at AS removedAt, version,
    issue_type_id AS issueTypeId, edited_at AS editedAt FROM note
  WHERE call_id = ? AND text <> '${NO_WORDS}' ORDER BY offset_ms, id`
const EARLIER = `SELECT id AS eventId, before_json AS before FROM note_event WHERE call_id = ? AND before_json IS NOT NULL ORDER BY id`
/** What is half done stays on the desk. */
const DRAFTS = { sqlite: 'SELECT * FROM draft WHERE call_id = ?', postgres: null }

export function* wordsOfCall(callId: Id): Query<CallWords> {
  return {
    reference: (yield* row<{ reference: string | null }>(REFERENCE, [callId]))?.reference ?? null,
    notes: yield* rows<CallWords['notes'][number]>(NOTES, [callId]),
    earlier: yield* rows<NonNullable<CallWords['earlier']>[number]>(EARLIER, [callId]),
    conversation: yield* conversationOfCall(callId),
    lens: yield* lensOfCall(callId),
    drafts: yield* rows<CallWords['drafts'][number]>(DRAFTS, [callId]),
    meeting: yield* wordsOfMeeting(callId),
  }
}

const EMPTY_NOTE = `UPDATE note SET text = ?, removed_at = coalesce(removed_at, ?), version = version + 1
  WHERE id = ? AND version = ?`
const FORGET_EARLIER = 'UPDATE note_event SET before_json = NULL WHERE call_id = ?'
const FORGET_REFERENCE = 'UPDATE call SET reference = NULL WHERE id = ?'
const FORGET_DRAFTS = { sqlite: 'DELETE FROM draft WHERE call_id = ?', postgres: null }

/** Held until the transaction that asked is over. */
function* versionOf(noteId: Id): Query<number> {
  return (yield* noteToChange(noteId))?.version ?? 0
}

interface Made {
  readonly at: Instant
  newId(): Id
}

/** Takes every word out of the call. The notes stay as removed ones that say nothing, so that whoever counts or copies rows finds them. */
export function* emptyCall(callId: Id, words: CallWords, { at, newId }: Made): Query<void> {
  for (const { id } of words.notes) {
    yield* write(EMPTY_NOTE, [NO_WORDS, at, id, yield* versionOf(id)])
    const event = { noteId: id, callId, at, actorId: null, before: null, undoesEventId: null }
    // The search follows these.
    yield* appendNoteEvent({ ...event, id: newId(), what: 'undone' })
  }
  yield* write(FORGET_EARLIER, [callId])
  yield* write(FORGET_REFERENCE, [callId])
  yield* write(FORGET_DRAFTS, [callId])
  yield* deleteConversation(callId)
  yield* deleteLens(callId)
  yield* emptyMeeting(callId, words.meeting ?? null)
}

const FILL_TEXT =
  'UPDATE note SET text = :text, removed_at = :removedAt, version = version + 1 WHERE id = :id AND version = :version'
const FILL_NOTE = `UPDATE note SET kind = :kind, text = :text, offset_ms = :offsetMs, issue_type_id = :issueTypeId, edited_at = :editedAt,
  removed_at = :removedAt, version = :was WHERE id = :id AND version = :version`
const FILL_EARLIER = 'UPDATE note_event SET before_json = coalesce(before_json, ?) WHERE id = ? AND call_id = ?'
const FILL_REFERENCE = 'UPDATE call SET reference = coalesce(reference, ?) WHERE id = ?'

/**
 * Puts the words back where they were: it was a wrong alarm. A note is again the version that was read: as it says just what that one said, nothing of it was
 * changed, and what others made of it at a hub since is not overwritten when this comes up. A conversation that somebody took from the call stays away.
 */
export function* fillCall(callId: Id, words: CallWords, { at, newId }: Made): Query<void> {
  for (const note of words.notes) {
    const { id, text, removedAt, kind, offsetMs, version: was, issueTypeId = null, editedAt = null } = note
    const filled = { id, text, removedAt, version: yield* versionOf(id) }
    if (was === undefined) yield* write(FILL_TEXT, filled)
    else yield* write(FILL_NOTE, { ...filled, kind, offsetMs, was, issueTypeId, editedAt })
    const event = { noteId: id, callId, at, actorId: null, before: null, undoesEventId: null }
    yield* appendNoteEvent({ ...event, id: newId(), what: 'undone' })
  }
  for (const { eventId, before } of words.earlier ?? []) yield* write(FILL_EARLIER, [before, eventId, callId])
  yield* write(FILL_REFERENCE, [words.reference, callId])
  if (words.conversation !== null && !(yield* isConversationTaken(callId))) yield* storeConversation(words.conversation)
  if (words.lens != null) yield* putLensBack(words.lens)
  for (const draft of words.drafts) yield* layDraftBack('draft', draft)
  if (words.meeting != null) yield* fillMeeting(callId, words.meeting)
}
