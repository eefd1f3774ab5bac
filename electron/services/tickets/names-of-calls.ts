import type { Id } from '../../../shared/contract/values.ts'
import type { Query } from '../../storage/engine/query.ts'
import { findNote } from '../../storage/listening/notes.ts'
import { quotesOfTicket } from '../../storage/tickets/ticket-quotes.ts'
import type { KnownNames } from '../listening/known-names.ts'

/** The names that the calls of these notes have told, as far as those go on: no other call's. */
export function* namesOfNotes(knownNames: KnownNames, noteIds: readonly Id[]): Query<string[]> {
  if (!knownNames.isAnyKnown()) return []
  const callIds = new Set<Id>()
  for (const noteId of new Set(noteIds)) {
    const note = yield* findNote(noteId)
    if (note !== null) callIds.add(note.callId)
  }
  return [...callIds].flatMap(knownNames.of)
}

/** The same of the notes that a ticket quotes. */
export function* namesOfTicket(knownNames: KnownNames, ticketId: Id): Query<string[]> {
  if (!knownNames.isAnyKnown()) return []
  const callIds = new Set((yield* quotesOfTicket(ticketId)).map(({ callId }) => callId))
  return [...callIds].flatMap(knownNames.of)
}
