import type { Id } from '../../../shared/contract/values.ts'
import { followMark, type Lag, learnLag, type MovedMark } from '../../../shared/domain/listening/reaction-lag.ts'
import { isOfLine } from '../../../shared/domain/listening/words-of-line.ts'
import { afterwards, type Query } from '../../storage/engine/query.ts'
import { findCall } from '../../storage/listening/calls.ts'
import { conversationOfCall } from '../../storage/listening/conversations.ts'
import { appendNoteEvent } from '../../storage/listening/note-events.ts'
import { moveMark, noteToChange, type StoredNote } from '../../storage/listening/notes.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { callLengthMs } from './call-length.ts'
import type { Stopwatch } from './stopwatch.ts'

/** Moves a mark, writes down where it was, and learns from it how long this person's hands need. Inside a transaction. */
export function* restamp(
  parts: HouseParts,
  stopwatch: Stopwatch,
  wish: { noteId: Id; offsetMs: number },
  actorId: Id | null,
) {
  const { clock } = parts
  const before = yield* noteToChange(wish.noteId)
  if (before === null || before.removedAt !== null) return refuse('not_found')
  const { removedAt: _, ...note } = before
  const offsetMs = Math.min(wish.offsetMs, yield* furthestOf(stopwatch, before))
  if (offsetMs === note.offsetMs) return accept(note)
  yield* moveMark(before, offsetMs, { at: clock.now(), actorId })
  const moved = { ...note, offsetMs, version: note.version + 1 }
  const { id: noteId, callId, kind, text, issueTypeId, editedAt } = note
  yield* appendNoteEvent({
    ...{ id: clock.newId(), noteId, callId, at: clock.now(), actorId, what: 'restamped', undoesEventId: null },
    before: { kind, text, issueTypeId, editedAt, offsetMs: note.offsetMs },
  })
  // A line that was made a note by a press says nothing of how fast the hands are.
  if (isOfLine(text, (yield* conversationOfCall(callId))?.lines ?? [])) return accept(moved)
  yield* keepLesson(parts, (lag) => learnLag(lag, { noteId, beforeMs: note.offsetMs, nowMs: offsetMs }))
  return accept(moved)
}

/** The moved mark was put back, or forth again: it says what it says where it stands now. */
export const followCorrection = (parts: HouseParts, moved: MovedMark): Query<void> =>
  keepLesson(parts, (lag) => followMark(lag, moved))

/** The settings are a file of their own: not before the mark is stored. The mark counts, a lesson that finds no room does not. */
const keepLesson = ({ settings, log }: HouseParts, change: (lag: Lag) => Lag): Query<void> =>
  afterwards(() => {
    try {
      settings.save({ lagSamples: change(settings.read()).lagSamples })
    } catch (error) {
      log.error('the reaction lag was not stored', 'SETTINGS', error)
    }
  })

/** The end of the call, or how far it is by now; a mark that lies beyond (the console was killed meanwhile) may stay there. */
function* furthestOf(stopwatch: Stopwatch, { callId, offsetMs }: StoredNote): Query<number> {
  const call = yield* findCall(callId)
  if (call === null) throw new Error('a note without its call')
  return Math.max(offsetMs, yield* callLengthMs(stopwatch, call))
}
