import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { Service } from '../../../shared/contract/services.ts'
import { draftOnDisk } from '../../../shared/domain/listening/drafts/draft-on-disk.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { isBlank } from '../../../shared/text/characters.ts'
import { inTransaction } from '../../storage/database.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { draftsOfCall, dropDraft, dropDraftOfNote, halfDoneNotes, storeDraft } from '../../storage/listening/drafts.ts'
import { appendNoteEvent } from '../../storage/listening/note-events.ts'
import {
  findNote,
  insertNote,
  notesOfCall,
  notesOfSession,
  rewriteNote,
  type StoredNote,
  setRemoved,
} from '../../storage/listening/notes.ts'
import { refreshTicketSearch } from '../../storage/tickets/ticket-search.ts'
import { ticketNumber } from '../../storage/tickets/tickets.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { ServiceParts } from '../parts.ts'
import { losesLastVoice, redoLast, undoLast } from './note-undo.ts'
import { restamp } from './restamp.ts'
import { makeStopwatch, type Stopwatch } from './stopwatch.ts'

export function notesService(parts: ServiceParts, stopwatch: Stopwatch = makeStopwatch(parts)): Service<'notes'> {
  const { db, clock, forgetDrafts } = parts
  return {
    ofCall: ({ callId }) => ({ ok: true, value: notesOfCall(db, callId) }),
    ofSession: ({ sessionId }) => ({ ok: true, value: notesOfSession(db, sessionId) }),
    add: (wish, asker) => addNote(parts, wish, asker.personId),

    edit: ({ noteId, seenVersion, draftId, kind, text, issueTypeId }, asker) =>
      inTransaction(db, () => {
        const before = findNote(db, noteId)
        if (before === null || before.removedAt !== null) return { ok: false, code: 'not_found', detail: {} }
        runOn(db, mustBeAsSeen(noteId, before, seenVersion))
        const masked = maskText(text.trim()).text
        if (isBlank(masked)) return { ok: false, code: 'empty', detail: {} }
        if (before.ticketId !== null && losesLastVoice(db, before, kind))
          return { ok: false, code: 'last_voice', detail: { ticketNumber: runOn(db, ticketNumber(before.ticketId)) } }
        if (masked === before.text && kind === before.kind && issueTypeId === before.issueTypeId) {
          // Nobody changed anything: nothing is marked as changed, and there is nothing to undo.
          if (draftId !== undefined) dropDraft(db, draftId)
          forgetDrafts.replaced()
          return { ok: true, value: noteOf(before) }
        }
        const at = clock.now()
        rewriteNote(db, before, { kind, text: masked, issueTypeId, editedAt: at }, { at, actorId: asker.personId })
        const { kind: kindBefore, text: textBefore, issueTypeId: issueTypeIdBefore, editedAt } = before
        appendNoteEvent(db, {
          id: clock.newId(),
          noteId,
          callId: before.callId,
          at,
          actorId: asker.personId,
          what: 'edited',
          before: { kind: kindBefore, text: textBefore, issueTypeId: issueTypeIdBefore, editedAt },
          undoesEventId: null,
        })
        if (draftId !== undefined) dropDraft(db, draftId)
        forgetDrafts.replaced()
        if (before.ticketId !== null) runOn(db, refreshTicketSearch(before.ticketId))
        return {
          ok: true,
          value: { ...noteOf(before), kind, text: masked, issueTypeId, editedAt: at, version: before.version + 1 },
        }
      }),

    restamp: (wish, asker) => inTransaction(db, () => restamp(parts, stopwatch, wish, asker.personId)),

    remove: ({ noteId, seenVersion }, asker) =>
      inTransaction(db, () => {
        const note = findNote(db, noteId)
        if (note === null || note.removedAt !== null) return { ok: false, code: 'not_found', detail: {} }
        runOn(db, mustBeAsSeen(noteId, note, seenVersion))
        if (note.ticketId !== null)
          return { ok: false, code: 'quoted', detail: { ticketNumber: runOn(db, ticketNumber(note.ticketId)) } }
        const at = clock.now()
        setRemoved(db, note, at, { at, actorId: asker.personId })
        appendNoteEvent(db, {
          id: clock.newId(),
          noteId,
          callId: note.callId,
          at,
          actorId: asker.personId,
          what: 'removed',
          before: null,
          undoesEventId: null,
        })
        dropDraftOfNote(db, note.callId, noteId)
        forgetDrafts.replaced()
        return { ok: true, value: noteOf(note) }
      }),

    undo: ({ callId }, asker) => inTransaction(db, () => undoLast(parts, callId, asker.personId)),

    redo: ({ callId }, asker) => inTransaction(db, () => redoLast(parts, callId, asker.personId)),

    drafts: ({ callId }) => ({ ok: true, value: draftsOfCall(db, callId) }),

    storeDraft: (wish) => {
      const storedAt = clock.now()
      if (wish.text === '') {
        dropDraft(db, wish.draftId)
        forgetDrafts.replaced()
        return { ok: true, value: { storedAt } }
      }
      const { isVeiled, ...draft } = draftOnDisk(wish.text, Math.min(wish.caret, wish.text.length))
      const stored = storeDraft(db, { ...wish, ...draft, seenVersion: wish.seenVersion ?? null, storedAt })
      if (isVeiled) forgetDrafts.veiled()
      else forgetDrafts.replaced()
      return stored === 'saved' ? { ok: true, value: { storedAt } } : { ok: false, code: 'call_not_found', detail: {} }
    },

    dropDraft: ({ draftId }) => {
      dropDraft(db, draftId)
      forgetDrafts.replaced()
      return { ok: true, value: {} }
    },

    halfDone: () => ({ ok: true, value: halfDoneNotes(db) }),
  }
}

/**
 * The sacred path: masked, then note, event and draft in one transaction, three writes and no reading. When it answers, the
 * words survive a power cut. Whatever else may need doing (search, tickets) is done elsewhere.
 */
function addNote(
  { db, clock, forgetDrafts, emit }: ServiceParts,
  wish: Parameters<Service<'notes'>['add']>[0],
  actorId: string | null,
): ReturnType<Service<'notes'>['add']> {
  const text = maskText(wish.text.trim()).text
  if (isBlank(text)) return { ok: false, code: 'empty', detail: {} }
  const { noteId: id, callId, draftId, kind, offsetMs, issueTypeId } = wish
  const at = clock.now()
  const fresh = { editedAt: null, ticketId: null, version: 0 }
  const note: Note = { id, callId, kind, text, offsetMs, issueTypeId, createdAt: at, ...fresh }
  const saved = inTransaction(db, () => {
    const outcome = insertNote(db, note)
    if (outcome === 'call_not_found') return outcome
    // Its own draft and no other: what is in the box by now is the next note.
    if (draftId !== undefined) dropDraft(db, draftId)
    if (outcome === 'already_there') return outcome
    const event = { id: clock.newId(), noteId: id, callId, at, actorId, before: null, undoesEventId: null }
    appendNoteEvent(db, { ...event, what: 'added' })
    return outcome
  })
  if (saved === 'call_not_found') return { ok: false, code: 'call_not_found', detail: {} }
  forgetDrafts.replaced()
  emit({ kind: 'noteAdded', callId, noteId: id })
  if (saved === 'saved') return { ok: true, value: note }
  const stored = findNote(db, id)
  if (stored === null) throw new Error('a note that is there was not found')
  return { ok: true, value: noteOf(stored) }
}

const noteOf = ({ removedAt: _, ...note }: StoredNote): Note => note
