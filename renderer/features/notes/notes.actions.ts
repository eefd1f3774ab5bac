import type { Note } from '../../../shared/contract/notes.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { client } from '../../lib/client.ts'
import { halfDoneNotes } from '../../lib/common-queries.ts'
import { useConnection } from '../../lib/connection-store.ts'
import { queryClient } from '../../lib/query-client.ts'
import { boxOf, clearBox, type SendingNote, settleSending, takeNote, useNoteBoxes } from './note-box.ts'
import { notesOfCall } from './notes.queries.ts'

/** Stores what stands in the box as the call's draft; an empty box drops it. */
export async function storeDraft(callId: Id): Promise<void> {
  const box = boxOf(callId)
  await client.notes
    .storeDraft({
      callId,
      noteId: box.editingNoteId,
      kind: box.kind,
      text: box.text,
      caret: Math.min(box.caret, box.text.length),
      offsetMs: box.stampMs ?? 0,
      issueTypeId: box.issueTypeId,
    })
    // Main tells nobody of a draft; the tray of half-done notes stands in this window and must know at once.
    .then(() => queryClient.invalidateQueries(halfDoneNotes))
    // Lost connection: the words are still in the box, and the next pause stores them again.
    .catch(() => undefined)
}

/** Saves a new note from the box. The box is free at once; the note is shown as on its way until main has it on disk. */
export function saveNote(callId: Id): boolean {
  const note = takeNote(callId)
  if (note === null) return false
  void send(note)
  return true
}

async function send(note: SendingNote): Promise<void> {
  const { hasFailed: _, ...wish } = note
  try {
    const answer = await client.notes.add(wish)
    if (!answer.ok) return settleSending(note.noteId, 'failed')
    queryClient.setQueryData(notesOfCall(note.callId).queryKey, (known: Note[] | undefined) =>
      withNote(known ?? [], answer.value),
    )
    settleSending(note.noteId, 'stored')
  } catch {
    settleSending(note.noteId, 'failed')
  }
}

/** The list with this note in its place by offset. */
export function withNote(notes: readonly Note[], note: Note): Note[] {
  return [...notes.filter((other) => other.id !== note.id), note].sort(
    (a, b) => a.offsetMs - b.offsetMs || (a.id < b.id ? -1 : 1),
  )
}

/** Sends every note that failed once more, under its old id: main stores it once however often it comes. */
export function sendAgain(): void {
  for (const note of useNoteBoxes.getState().sending.filter((waiting) => waiting.hasFailed)) {
    settleSending(note.noteId, 'again')
    void send(note)
  }
}

/** Saves the change of a note being edited. Gives what main answered; the box is cleared only when it was taken. */
export async function saveEdit(callId: Id) {
  const { editingNoteId, kind, text, issueTypeId } = boxOf(callId)
  const answer = await client.notes.edit({ noteId: editingNoteId ?? '', kind, text, issueTypeId })
  if (answer.ok) clearBox(callId)
  return answer
}

export const removeNote = (noteId: Id) => client.notes.remove({ noteId })

export const undoNote = (callId: Id) => client.notes.undo({ callId })

export async function dropDraft(callId: Id): Promise<void> {
  clearBox(callId)
  await client.notes.dropDraft({ callId })
}

/**
 * Keeps watch over notes on their way: sends them again when the connection is back, and warns before the window closes on one.
 * Returns the way to stop.
 */
export function watchOverSending(): () => void {
  const stop = useConnection.subscribe((now, before) => {
    if (now.state === 'open' && before.state !== 'open') sendAgain()
  })
  const warn = (event: BeforeUnloadEvent) => {
    if (useNoteBoxes.getState().sending.length > 0) event.preventDefault()
  }
  window.addEventListener('beforeunload', warn)
  return () => {
    stop()
    window.removeEventListener('beforeunload', warn)
  }
}
