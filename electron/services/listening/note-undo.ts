import type { Note, NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { isVoice } from '../../../shared/domain/listening/voices.ts'
import { afterwards, type Query } from '../../storage/engine/query.ts'
import { holdCall } from '../../storage/listening/calls.ts'
import { appendNoteEvent, lastDone, lastTakenBack, type NoteStep } from '../../storage/listening/note-events.ts'
import {
  findNote,
  moveMark,
  noteToChange,
  rewriteNote,
  type StoredNote,
  setRemoved,
} from '../../storage/listening/notes.ts'
import { areNotesShut } from '../../storage/listening/sealed-calls.ts'
import { hasOtherVoice } from '../../storage/tickets/ticket-quotes.ts'
import { refreshTicketSearch } from '../../storage/tickets/ticket-search.ts'
import { ticketNumber } from '../../storage/tickets/tickets.ts'
import type { By } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { followCorrection } from './restamp.ts'

type Quoted = { ok: false; code: 'quoted'; detail: { ticketNumber: number } }

/**
 * Takes back the last thing done to the notes of this call that stands. Inside a transaction. The history is only added to: an
 * `undone` event names the event it takes back.
 */
export function* undoLast(parts: HouseParts, callId: Id, actorId: Id | null) {
  yield* holdCall(callId)
  const last = (yield* areNotesShut(callId)) ? null : yield* lastDone(callId)
  if (last === null) return refuse('nothing_to_undo')
  const turned = yield* turnOver(parts, last, callId, actorId, 'back')
  // The words that were shown are to be on no page and in no log of the disk.
  if (last.done === 'unmasked') yield* afterwards(parts.forgetDrafts.veiled)
  return 'ok' in turned ? turned : accept({ undone: last.done, note: turned })
}

/** Does again what was taken back last: takes back the taking back. Inside a transaction. */
export function* redoLast(parts: HouseParts, callId: Id, actorId: Id | null) {
  yield* holdCall(callId)
  const last = (yield* areNotesShut(callId)) ? null : yield* lastTakenBack(callId)
  // A mask that is back stays: what it hides stands nowhere but in the window where it was typed.
  if (last === null || last.done === 'unmasked') return refuse('nothing_to_redo')
  const turned = yield* turnOver(parts, last, callId, actorId, 'forth')
  return 'ok' in turned ? turned : accept({ redone: last.done, note: turned })
}

/** Turns one step over and writes it down; gives the note as it is then. Refused where a ticket needs the note, or its voice. */
function* turnOver(
  parts: HouseParts,
  { done, noteId, before, newestEventId }: NoteStep,
  callId: Id,
  actorId: Id | null,
  way: 'back' | 'forth',
): Query<Note | Quoted> {
  const { clock } = parts
  const note = yield* noteToChange(noteId)
  if (note === null) throw new Error('an event without its note')
  const goes = done === (way === 'back' ? 'added' : 'removed')
  const isNeeded = goes || (done === 'edited' && before !== null && (yield* losesLastVoice(note, before.kind)))
  if (note.ticketId !== null && isNeeded) return yield* refuseFor(note.ticketId, 'quoted')
  const by = { at: clock.now(), actorId }
  if (done === 'edited' || done === 'unmasked') yield* reword(note, before, by)
  else if (done === 'restamped') yield* moveBack(parts, note, before, by)
  else yield* setRemoved(note, goes ? by.at : null, by)
  const { kind, issueTypeId, editedAt, offsetMs } = note
  const text = done === 'unmasked' && before !== null ? before.text : note.text
  yield* appendNoteEvent({
    ...{ id: clock.newId(), noteId, callId, ...by, what: 'undone', undoesEventId: newestEventId },
    before: { kind, text, issueTypeId, editedAt, offsetMs },
  })
  const { removedAt: _, ...after } = (yield* findNote(noteId)) ?? note
  return after
}

/** Because of the ticket that quotes the note. */
export function* refuseFor<Code extends 'quoted' | 'last_voice'>(ticketId: Id, code: Code) {
  return { ok: false as const, code, detail: { ticketNumber: yield* ticketNumber(ticketId) } }
}

/** Whether a ticket would be left without a voice if this note were of that kind. */
export function* losesLastVoice(note: Note, kind: NoteKind): Query<boolean> {
  if (note.ticketId === null || !isVoice(note) || isVoice({ ...note, kind })) return false
  return !(yield* hasOtherVoice(note.ticketId, note.id))
}

function* reword(note: StoredNote, before: NoteStep['before'], by: By): Query<void> {
  if (before === null) throw new Error('an edit that does not say what was there before')
  yield* rewriteNote(note, before, by)
  if (note.ticketId !== null) yield* refreshTicketSearch(note.ticketId)
}

function* moveBack(parts: HouseParts, note: StoredNote, before: NoteStep['before'], by: By): Query<void> {
  if (before?.offsetMs === undefined) throw new Error('a moved mark that does not say where it was')
  yield* moveMark(note, before.offsetMs, by)
  yield* followCorrection(parts, { noteId: note.id, beforeMs: note.offsetMs, nowMs: before.offsetMs })
}
