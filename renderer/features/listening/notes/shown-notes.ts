import type { Note, NoteKind } from '../../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import type { SendingNote } from './note-box.ts'

/** A stored note or one on its way, as the list shows both. */
export interface ShownNote {
  readonly id: Id
  readonly kind: NoteKind
  readonly text: string
  readonly offsetMs: number
  readonly issueTypeId: string | null
  readonly state: 'stored' | 'sending' | 'failed'
  readonly isEdited: boolean
  readonly isQuoted: boolean
  /** The note as main has it; null while it does not. */
  readonly stored: Note | null
}

/** The same note is shown by the same object as long as nothing about it changed: the list draws only what is new. */
const shownBefore = new WeakMap<Note | SendingNote, ShownNote>()

function remembered<N extends Note | SendingNote>(note: N, show: (note: N) => ShownNote): ShownNote {
  const shown = shownBefore.get(note) ?? show(note)
  shownBefore.set(note, shown)
  return shown
}

const storedNote = (note: Note): ShownNote => ({
  ...note,
  state: 'stored',
  isEdited: note.editedAt !== null,
  isQuoted: note.ticketId !== null,
  stored: note,
})

const sendingNote = (note: SendingNote): ShownNote => ({
  ...note,
  id: note.noteId,
  state: note.hasFailed ? 'failed' : 'sending',
  isEdited: false,
  isQuoted: false,
  stored: null,
})

/** The notes of one call by second, those on their way among them. */
export function shownNotes(stored: readonly Note[], sending: readonly SendingNote[]): ShownNote[] {
  const known = new Set(stored.map(({ id }) => id))
  const onTheirWay = sending.filter(({ noteId }) => !known.has(noteId))
  return [
    ...stored.map((note) => remembered(note, storedNote)),
    ...onTheirWay.map((note) => remembered(note, sendingNote)),
  ].sort((a, b) => a.offsetMs - b.offsetMs)
}
