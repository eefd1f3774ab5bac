import type { Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { restoreAt } from '../../../shared/domain/listening/masking/restoring.ts'
import { afterwards } from '../../storage/engine/query.ts'
import { findCall } from '../../storage/listening/calls.ts'
import { appendNoteEvent } from '../../storage/listening/note-events.ts'
import { noteToChange, rewriteNote } from '../../storage/listening/notes.ts'
import { areNotesShut } from '../../storage/listening/sealed-calls.ts'
import { refreshTicketSearch } from '../../storage/tickets/ticket-search.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import type { KnownNames } from './known-names.ts'

/**
 * Puts back what was masked by mistake. Inside a transaction. The event holds the note as it was masked and the kind, so that it can be taken
 * back and nothing but the note itself ever holds the words.
 */
export function* unmask(
  { clock }: HouseParts,
  { noteId, typed, at: place }: Parameters<Service<'notes'>['unmask']>[0],
  actorId: Id | null,
  knownNames: KnownNames,
) {
  const before = yield* noteToChange(noteId)
  if (before === null || before.removedAt !== null || (yield* areNotesShut(before.callId))) return refuse('not_found')
  if ((yield* findCall(before.callId))?.endedAt !== null) return refuse('call_over')
  const restored = restoreAt(typed.trim(), before.text, place, knownNames.onceOf(before.callId))
  if (typeof restored === 'string') return refuse(restored)
  const at = clock.now()
  const { removedAt: _, ...note } = before
  const { callId, kind, text, issueTypeId, editedAt, ticketId } = note
  yield* rewriteNote(before, { kind, text: restored.text, issueTypeId, editedAt }, { at, actorId })
  yield* appendNoteEvent({
    ...{ id: clock.newId(), noteId, callId, at, actorId, what: 'unmasked', undoesEventId: null },
    before: { kind, text, issueTypeId, editedAt, takenFor: restored.kind },
  })
  if (restored.kind === 'name') yield* afterwards(() => knownNames.forget(callId, restored.words))
  if (ticketId !== null) yield* refreshTicketSearch(ticketId)
  return accept({ ...note, text: restored.text, version: note.version + 1 })
}
