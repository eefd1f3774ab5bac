import type { Conversation } from '../../../shared/contract/listening/conversations.ts'
import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { HeardLine } from '../../../shared/domain/life-channel/danger.ts'
import { conversationOfCall } from '../../features/listening/conversation/conversations.queries.ts'
import { boxOf, type SendingNote, useNoteBoxes } from '../../features/listening/notes/note-box.ts'
import { notesOfCall } from '../../features/listening/notes/notes.queries.ts'
import { meetingOfCall } from '../../features/meetings/meetings.queries.ts'
import { notesOfSession } from '../../features/review/review.queries.ts'
import { queryClient } from '../../lib/query-client.ts'
import { wordsInHandOf } from '../../lib/words-in-hand.ts'

/** Lines as they are heard: the notes of a call and what was agreed about it, what was said in it, and the words that are being typed about it. */
export interface Lines {
  readonly notes: readonly Note[]
  /** Saved, and on the way to the disk or refused by it: nothing else of this window says them. */
  readonly unstored: readonly string[]
  readonly meeting: readonly string[]
  readonly conversation: Conversation | null
  readonly typed: readonly string[]
}

/** `typedBy`: the listener, whose hands rest; or on the way from one word to the next. */
export const heardIn = (
  { notes, unstored, meeting, conversation, typed }: Lines,
  typedBy: 'listener' | 'typing',
): HeardLine[] => [
  ...[...notes.map(({ text }) => text), ...unstored, ...meeting].map(
    (text): HeardLine => ({ text, speaker: 'listener' }),
  ),
  ...typed.map((text): HeardLine => ({ text, speaker: typedBy })),
  ...(conversation?.lines ?? []).map(({ text, speaker }) => ({ text, speaker })),
]

/** What the window has of a call; nobody is asked for more. */
export function linesOf(callId: Id): Lines {
  const notes = queryClient.getQueryData(notesOfCall(callId).queryKey) ?? notesInReview(callId)
  const isUnstored = (note: SendingNote) => note.callId === callId && !notes.some(({ id }) => id === note.noteId)
  return {
    notes,
    unstored: useNoteBoxes
      .getState()
      .sending.filter(isUnstored)
      .map(({ text }) => text),
    meeting: queryClient.getQueryData(meetingOfCall(callId).queryKey)?.lines.map(({ text }) => text) ?? [],
    conversation: queryClient.getQueryData(conversationOfCall(callId).queryKey) ?? null,
    typed: [boxOf(callId), ...wordsInHandOf(callId)].map(({ text }) => text).filter((text) => text !== ''),
  }
}

/** A review reads those of a whole session. */
const notesInReview = (callId: Id): Note[] =>
  queryClient
    .getQueriesData<Note[]>({ queryKey: notesOfSession('').queryKey.slice(0, 2) })
    .flatMap(([, notes]) => notes ?? [])
    .filter((note) => note.callId === callId)
