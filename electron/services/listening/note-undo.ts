import type { Outcome } from '../../../shared/contract/entry.ts'
import type { Note, NoteKind, notes } from '../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { isVoice } from '../../../shared/domain/listening/voices.ts'
import type { ReadableDb } from '../../storage/database.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { appendNoteEvent, lastDone, lastTakenBack, type NoteStep } from '../../storage/listening/note-events.ts'
import { findNote, moveMark, rewriteNote, type StoredNote, setRemoved } from '../../storage/listening/notes.ts'
import { hasOtherVoice } from '../../storage/tickets/ticket-quotes.ts'
import { refreshTicketSearch } from '../../storage/tickets/ticket-search.ts'
import { ticketNumber } from '../../storage/tickets/tickets.ts'
import type { By } from '../../storage/versions.ts'
import type { ServiceParts } from '../parts.ts'
import { followCorrection } from './restamp.ts'

type Quoted = { ok: false; code: 'quoted'; detail: { ticketNumber: number } }

/**
 * Takes back the last thing done to the notes of this call that stands. Inside a transaction. The history is only added to: an
 * `undone` event names the event it takes back.
 */
export function undoLast(parts: ServiceParts, callId: Id, actorId: Id | null): Outcome<typeof notes.undo> {
  const step = lastDone(parts.db, callId)
  if (step === null) return { ok: false, code: 'nothing_to_undo', detail: {} }
  const turned = turnOver(parts, step, callId, actorId, 'back')
  return 'ok' in turned ? turned : { ok: true, value: { undone: step.done, note: turned } }
}

/** Does again what was taken back last: takes back the taking back. Inside a transaction. */
export function redoLast(parts: ServiceParts, callId: Id, actorId: Id | null): Outcome<typeof notes.redo> {
  const step = lastTakenBack(parts.db, callId)
  if (step === null) return { ok: false, code: 'nothing_to_redo', detail: {} }
  const turned = turnOver(parts, step, callId, actorId, 'forth')
  return 'ok' in turned ? turned : { ok: true, value: { redone: step.done, note: turned } }
}

/** Turns one step over and writes it down; gives the note as it is then. Refused where a ticket needs the note, or its voice. */
function turnOver(
  parts: ServiceParts,
  step: NoteStep,
  callId: Id,
  actorId: Id | null,
  way: 'back' | 'forth',
): Note | Quoted {
  const { db, clock } = parts
  const note = findNote(db, step.noteId)
  if (note === null) throw new Error('an event without its note')
  const goes = step.done === (way === 'back' ? 'added' : 'removed')
  const isNeeded =
    goes || (step.done === 'edited' && step.before !== null && losesLastVoice(db, note, step.before.kind))
  if (note.ticketId !== null && isNeeded)
    return { ok: false, code: 'quoted', detail: { ticketNumber: runOn(db, ticketNumber(note.ticketId)) } }
  const at = clock.now()
  if (step.done === 'edited') reword(db, note, step, { at, actorId })
  else if (step.done === 'restamped') moveBack(parts, note, step, { at, actorId })
  else setRemoved(db, note, goes ? at : null, { at, actorId })
  const { kind, text, issueTypeId, editedAt, offsetMs } = note
  appendNoteEvent(db, {
    id: clock.newId(),
    noteId: note.id,
    callId,
    at,
    actorId,
    what: 'undone',
    before: { kind, text, issueTypeId, editedAt, offsetMs },
    undoesEventId: step.newestEventId,
  })
  const { removedAt: _, ...after } = findNote(db, note.id) ?? note
  return after
}

/** Whether a ticket would be left without a voice if this note were of that kind. */
export const losesLastVoice = (db: ReadableDb, note: Note, kind: NoteKind): boolean =>
  note.ticketId !== null &&
  isVoice(note) &&
  !isVoice({ ...note, kind }) &&
  !runOn(db, hasOtherVoice(note.ticketId, note.id))

function reword(db: ServiceParts['db'], note: StoredNote, { before }: NoteStep, by: By): void {
  if (before === null) throw new Error('an edit that does not say what was there before')
  rewriteNote(db, note, before, by)
  if (note.ticketId !== null) runOn(db, refreshTicketSearch(note.ticketId))
}

function moveBack(parts: ServiceParts, note: StoredNote, { before }: NoteStep, by: By): void {
  if (before?.offsetMs === undefined) throw new Error('a moved mark that does not say where it was')
  moveMark(parts.db, note, before.offsetMs, by)
  followCorrection(parts, { noteId: note.id, beforeMs: note.offsetMs, nowMs: before.offsetMs })
}
