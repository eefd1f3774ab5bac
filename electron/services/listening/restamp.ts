import type { Outcome } from '../../../shared/contract/entry.ts'
import type { notes } from '../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { followMark, type Lag, learnLag, type MovedMark } from '../../../shared/domain/listening/reaction-lag.ts'
import { afterCommit } from '../../storage/database.ts'
import { findCall } from '../../storage/listening/calls.ts'
import { appendNoteEvent } from '../../storage/listening/note-events.ts'
import { findNote, moveMark, type StoredNote } from '../../storage/listening/notes.ts'
import type { ServiceParts } from '../parts.ts'
import { callLengthMs } from './call-length.ts'
import type { Stopwatch } from './stopwatch.ts'

/** Moves a mark, writes down where it was, and learns from it how long this person's hands need. Inside a transaction. */
export function restamp(
  parts: ServiceParts,
  stopwatch: Stopwatch,
  wish: { noteId: Id; offsetMs: number },
  actorId: Id | null,
): Outcome<typeof notes.restamp> {
  const { db, clock } = parts
  const before = findNote(db, wish.noteId)
  if (before === null || before.removedAt !== null) return { ok: false, code: 'not_found', detail: {} }
  const { removedAt: _, ...note } = before
  const offsetMs = Math.min(wish.offsetMs, furthestOf(parts, stopwatch, before))
  if (offsetMs === note.offsetMs) return { ok: true, value: note }
  moveMark(db, before, offsetMs, { at: clock.now(), actorId })
  const { id: noteId, callId, kind, text, issueTypeId, editedAt } = note
  appendNoteEvent(db, {
    ...{ id: clock.newId(), noteId, callId, at: clock.now(), actorId, what: 'restamped', undoesEventId: null },
    before: { kind, text, issueTypeId, editedAt, offsetMs: note.offsetMs },
  })
  keepLesson(parts, (lag) => learnLag(lag, { noteId, beforeMs: note.offsetMs, nowMs: offsetMs }))
  return { ok: true, value: { ...note, offsetMs, version: note.version + 1 } }
}

/** The moved mark was put back, or forth again: it says what it says where it stands now. */
export const followCorrection = (parts: ServiceParts, moved: MovedMark): void =>
  keepLesson(parts, (lag) => followMark(lag, moved))

/** The settings are a file of their own: not before the mark is stored. The mark counts, a lesson that finds no room does not. */
function keepLesson({ db, settings, log }: ServiceParts, change: (lag: Lag) => Lag): void {
  afterCommit(db, () => {
    try {
      settings.save({ lagSamples: change(settings.read()).lagSamples })
    } catch (error) {
      log.error('the reaction lag was not stored', 'SETTINGS', error)
    }
  })
}

/** The end of the call, or how far it is by now; a mark that lies beyond (the console was killed meanwhile) may stay there. */
function furthestOf({ db }: ServiceParts, stopwatch: Stopwatch, { callId, offsetMs }: StoredNote): number {
  const call = findCall(db, callId)
  if (call === null) throw new Error('a note without its call')
  return Math.max(offsetMs, callLengthMs(db, stopwatch, call))
}
