import type { Outcome } from '../../shared/contract/entry.ts'
import type { Note, NoteKind, notes } from '../../shared/contract/notes.ts'
import type { Id } from '../../shared/contract/values.ts'
import type { ReadableDb } from '../storage/database.ts'
import { appendNoteEvent, lastUndoable, type UndoableEvent } from '../storage/note-events.ts'
import { findNote, rewriteNote, type StoredNote, setRemoved } from '../storage/notes.ts'
import { hasOtherVoice } from '../storage/ticket-quotes.ts'
import { refreshTicketSearch } from '../storage/ticket-search.ts'
import { ticketNumber } from '../storage/tickets.ts'
import type { ServiceParts } from './parts.ts'

/**
 * Takes back the last thing done to the notes of this call that was not taken back yet. Inside a transaction. The history is
 * only added to: an `undone` event names the event it takes back.
 */
export function undoLast(parts: ServiceParts, callId: Id, actorId: Id | null): Outcome<typeof notes.undo> {
  const { db, clock } = parts
  const event = lastUndoable(db, callId)
  if (event === null) return { ok: false, code: 'nothing_to_undo', detail: {} }
  const note = findNote(db, event.noteId)
  if (note === null) throw new Error('an event without its note')
  const isNeeded = event.what === 'added' || (event.before !== null && losesLastVoice(db, note, event.before.kind))
  if (note.ticketId !== null && isNeeded)
    return { ok: false, code: 'quoted', detail: { ticketNumber: ticketNumber(db, note.ticketId) } }
  const at = clock.now()
  takeBack(parts, event, note, at)
  const { kind, text, issueTypeId, editedAt } = note
  appendNoteEvent(db, {
    id: clock.newId(),
    noteId: note.id,
    callId,
    at,
    actorId,
    what: 'undone',
    before: { kind, text, issueTypeId, editedAt },
    undoesEventId: event.id,
  })
  const { removedAt: _, ...after } = findNote(db, note.id) ?? note
  return { ok: true, value: { undone: event.what, note: after } }
}

/** Whether a ticket would be left without a voice if this note were of that kind. */
export const losesLastVoice = (db: ReadableDb, note: Note, kind: NoteKind): boolean =>
  note.ticketId !== null && note.kind === 'voice' && kind !== 'voice' && !hasOtherVoice(db, note.ticketId, note.id)

function takeBack({ db }: ServiceParts, event: UndoableEvent, note: StoredNote, at: string): void {
  switch (event.what) {
    case 'added':
      setRemoved(db, note.id, at)
      break
    case 'removed':
      setRemoved(db, note.id, null)
      break
    case 'edited':
      if (event.before === null) throw new Error('an edit that does not say what was there before')
      rewriteNote(db, note.id, event.before)
      if (note.ticketId !== null) refreshTicketSearch(db, note.ticketId)
  }
}
