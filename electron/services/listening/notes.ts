import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { goingOn, maskBehind, maskBetween, toldOf } from '../../../shared/domain/listening/masking/across-lines.ts'
import { maskKnown } from '../../../shared/domain/listening/masking/known-names.ts'
import { maskAndHear } from '../../../shared/domain/listening/masking/mask-text.ts'
import { isBlank } from '../../../shared/text/characters.ts'
import { afterwards, type Query } from '../../storage/engine/query.ts'
import { findCall } from '../../storage/listening/calls.ts'
import { dropDraft, dropDraftOfNote } from '../../storage/listening/drafts.ts'
import { appendNoteEvent } from '../../storage/listening/note-events.ts'
import {
  findNote,
  insertNote,
  notesOfCall,
  notesOfSession,
  noteToChange,
  rewriteNote,
  type StoredNote,
  setRemoved,
  wordsBeside,
} from '../../storage/listening/notes.ts'
import { refreshTicketSearch } from '../../storage/tickets/ticket-search.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import { isPraiseTold } from '../agents/agents.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { type DraftsService, type LastNote, saidBefore } from './drafts.ts'
import { type KnownNames, nobodyKnown } from './known-names.ts'
import { losesLastVoice, redoLast, refuseFor, undoLast } from './note-undo.ts'
import { restamp } from './restamp.ts'
import type { Stopwatch } from './stopwatch.ts'
import { unmask } from './unmask.ts'

export type NotesService = Omit<Service<'notes'>, keyof DraftsService>

export function notesService(
  parts: HouseParts,
  stopwatch: Stopwatch,
  last: LastNote = { note: null },
  knownNames: KnownNames = nobodyKnown,
): NotesService {
  const { engine, clock, forgetDrafts } = parts
  return {
    ofCall: ({ callId }, asker) =>
      engine.read(function* () {
        const notes = yield* notesOfCall(callId)
        if (!notes.some(isAboutAgent)) return accept(notes)
        const sessionId = (yield* findCall(callId))?.sessionId
        return accept(sessionId === undefined ? notes : yield* toldOfAgents(notes, sessionId, asker))
      }),

    ofSession: ({ sessionId }, asker) =>
      engine.read(function* () {
        return accept(yield* toldOfAgents(yield* notesOfSession(sessionId), sessionId, asker))
      }),

    add: (wish, asker) => addNote(parts, wish, asker.personId, last, knownNames),

    edit: ({ noteId, seenVersion, draftId, kind, text, issueTypeId }, { personId: actorId }) =>
      engine.transact(function* () {
        const before = yield* noteToChange(noteId)
        if (before === null || before.removedAt !== null) return refuse('not_found')
        yield* mustBeAsSeen(noteId, before, seenVersion)
        const words = text.trim()
        if (isBlank(words)) return refuse('empty')
        const beside = yield* wordsBeside(before)
        // Words that nobody changed stay as they are: a mask that was taken back, too.
        const heard = words === before.text ? { text: words, names: [] } : maskAndHear(words)
        const known = maskKnown(heard.text, knownNames.of(before.callId))
        const masked = words === before.text ? words : maskBetween(beside.before, known, beside.after)
        if (before.ticketId !== null && (yield* losesLastVoice(before, kind)))
          return yield* refuseFor(before.ticketId, 'last_voice')
        if (draftId !== undefined) yield* dropDraft(draftId)
        yield* afterwards(() => {
          forgetDrafts.replaced()
          knownNames.learn(before.callId, heard.names)
        })
        // Nobody changed anything: nothing is marked as changed, and there is nothing to undo.
        if (masked === before.text && kind === before.kind && issueTypeId === before.issueTypeId)
          return accept(noteOf(before))
        const at = clock.now()
        yield* rewriteNote(before, { kind, text: masked, issueTypeId, editedAt: at }, { at, actorId })
        const { kind: kindBefore, text: textBefore, issueTypeId: issueTypeIdBefore, editedAt } = before
        yield* appendNoteEvent({
          ...{ id: clock.newId(), noteId, callId: before.callId, at, actorId, what: 'edited', undoesEventId: null },
          before: { kind: kindBefore, text: textBefore, issueTypeId: issueTypeIdBefore, editedAt },
        })
        if (before.ticketId !== null) yield* refreshTicketSearch(before.ticketId)
        const version = before.version + 1
        return accept({ ...noteOf(before), kind, text: masked, issueTypeId, editedAt: at, version })
      }),

    unmask: (wish, asker) => engine.transact(() => unmask(parts, wish, asker.personId, knownNames)),

    restamp: (wish, asker) => engine.transact(() => restamp(parts, stopwatch, wish, asker.personId)),

    remove: ({ noteId, seenVersion }, { personId: actorId }) =>
      engine.transact(function* () {
        const note = yield* noteToChange(noteId)
        if (note === null || note.removedAt !== null) return refuse('not_found')
        yield* mustBeAsSeen(noteId, note, seenVersion)
        if (note.ticketId !== null) return yield* refuseFor(note.ticketId, 'quoted')
        const { callId } = note
        const at = clock.now()
        yield* setRemoved(note, at, { at, actorId })
        yield* appendNoteEvent({
          ...{ id: clock.newId(), noteId, callId, at, actorId, what: 'removed', before: null, undoesEventId: null },
        })
        yield* dropDraftOfNote(callId, noteId)
        yield* afterwards(forgetDrafts.replaced)
        return accept(noteOf(note))
      }),

    undo: ({ callId }, asker) => engine.transact(() => undoLast(parts, callId, asker.personId)),

    redo: ({ callId }, asker) => engine.transact(() => redoLast(parts, callId, asker.personId)),
  }
}

/**
 * The sacred path: masked, then note, event and draft in one transaction, three writes and no reading. When it answers, the
 * words survive a power cut. Whatever else may need doing (search, tickets) is done elsewhere.
 */
function addNote(
  { engine, clock, forgetDrafts, emit }: HouseParts,
  wish: Parameters<Service<'notes'>['add']>[0],
  actorId: Id | null,
  last: LastNote,
  knownNames: KnownNames,
): ReturnType<Service<'notes'>['add']> {
  const before = saidBefore(last, wish)
  const told = wish.text.trim()
  const { text: words, names } = maskAndHear(told)
  const text = maskBehind(before, maskKnown(words, knownNames.of(wish.callId)))
  if (isBlank(text)) return refuse('empty')
  const { noteId: id, callId, draftId, kind, offsetMs, issueTypeId } = wish
  const at = clock.now()
  const fresh = { editedAt: null, ticketId: null, version: 0 }
  const note: Note = { id, callId, kind, text, offsetMs, issueTypeId, createdAt: at, ...fresh }
  return engine.transact(function* () {
    const outcome = yield* insertNote(note)
    if (outcome === 'call_not_found') return refuse('call_not_found')
    // Its own draft and no other: what is in the box by now is the next note.
    if (draftId !== undefined) yield* dropDraft(draftId)
    yield* afterwards(() => {
      last.note = note
      last.words = goingOn(before, toldOf(told, words))
      knownNames.learn(callId, names)
      forgetDrafts.replaced()
      emit({ kind: 'noteAdded', callId, noteId: id })
    })
    if (outcome === 'already_there') {
      const stored = yield* findNote(id)
      if (stored === null) throw new Error('a note that is there was not found')
      return accept(noteOf(stored))
    }
    const event = { id: clock.newId(), noteId: id, callId, at, actorId, before: null, undoesEventId: null }
    yield* appendNoteEvent({ ...event, what: 'added' })
    return accept(note)
  })
}

/** Without praise where it may not be told: what a listener wrote of an agent is for them and for the agent. */
function* toldOfAgents(notes: Note[], sessionId: Id, asker: Asker): Query<Note[]> {
  if (!notes.some(isAboutAgent) || (yield* isPraiseTold(sessionId, asker))) return notes
  return notes.filter((note) => !isAboutAgent(note))
}

const isAboutAgent = ({ kind }: Note): boolean => kind === 'praise'

const noteOf = ({ removedAt: _, ...note }: StoredNote): Note => note
