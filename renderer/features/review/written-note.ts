import { v7 } from 'uuid'
import type { Draft, Note } from '../../../shared/contract/listening/notes.ts'
import type { Seen } from '../../lib/use-seen.ts'
import { changeNote, type DraftPlace, finishDraft, type NoteChange } from './review.actions.ts'

/** What is open in the dialog of the review: the change of a note, or a note that was half done. */
export interface Written {
  readonly isChange: boolean
  readonly from: NoteChange
  readonly place: DraftPlace
  /** What lay on the disk of it. */
  readonly draft: Draft | null
}

/** Changes a note, from where its change was left when there is one half done. */
export function changeOf(note: Note, draft: Draft | null): Written {
  const { id: noteId, callId, offsetMs, kind, text, issueTypeId } = note
  const [draftId, seenVersion] = [draft?.draftId ?? v7(), draft?.seenVersion ?? null]
  const place = { draftId, callId, noteId, offsetMs, seenVersion, saved: { kind, text, issueTypeId } }
  return { isChange: true, from: draft ?? note, place, draft }
}

/** Goes on with what was half done. Words outlive the note they were to change: then they become one of their own. */
export function goingOn(draft: Draft, notes: readonly Note[]): Written {
  const note = notes.find(({ id }) => id === draft.noteId)
  if (note !== undefined) return changeOf(note, draft)
  const { draftId, callId, offsetMs } = draft
  const place = { draftId, callId, noteId: null, offsetMs, seenVersion: null, saved: null }
  return { isChange: false, from: draft, place, draft }
}

/** True when it is a note now. */
export function saveWritten({ place, draft }: Written, change: NoteChange, seen: Seen): Promise<boolean> {
  if (place.noteId !== null) return changeNote(place.noteId, place.draftId, change, seen)
  return draft === null ? Promise.resolve(false) : finishDraft(draft, v7(), change)
}
