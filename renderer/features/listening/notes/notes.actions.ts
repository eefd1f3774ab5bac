import { v7 } from 'uuid'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { client } from '../../../lib/client.ts'
import { halfDoneNotes } from '../../../lib/common-queries.ts'
import { storable } from '../../../lib/draft-keeper.ts'
import { expectOwnNote, queryClient } from '../../../lib/query-client.ts'
import { takeFields } from '../../../lib/touched-fields.ts'
import { tryLater } from '../../../lib/try-later.ts'
import { watchOver } from '../../../lib/watch-over-sending.ts'
import { tellWhetherKept } from '../../../ui/kept-words.ts'
import {
  boxOf,
  clearBox,
  draftIdOf,
  keepUnsent,
  putBack,
  type SendingNote,
  sawOwnChange,
  settleSending,
  takeNote,
  takeUp,
  useNoteBoxes,
} from './note-box.ts'
import { notesOfCall } from './notes.queries.ts'
import { alsoStoredAs, rememberTyped, typedAs } from './typed-words.ts'

/** Stores what stands in the box as its draft; an emptied box drops it. */
export const storeDraft = async (callId: Id): Promise<void> => void (await isDraftKept(callId))

/** Empties the box once what stands in it is on the disk. */
export async function putBoxAway(callId: Id): Promise<void> {
  const { text } = boxOf(callId)
  if (text !== '' && (await isDraftKept(callId)) && boxOf(callId).text === text) clearBox(callId)
}

async function isDraftKept(callId: Id): Promise<boolean> {
  const box = boxOf(callId)
  if (box.text === '' && box.draftId === null) return true
  const { editingNoteId: noteId, seenVersion, kind, stampMs, issueTypeId } = box
  const text = storable(box.text)
  const draft = { draftId: draftIdOf(callId), callId, noteId, seenVersion, kind, text, issueTypeId }
  // Lost connection: the words are still in the box, and the next change stores them again.
  const wish = { ...draft, caret: Math.min(box.caret, text.length), offsetMs: stampMs ?? 0 }
  const answer = await client.notes.storeDraft(wish)
  tellWhetherKept(answer)
  if (!answer.ok) tryLater(`words in the box of ${callId}`, answer.code, () => void storeDraft(callId))
  return answer.ok
}

/** The box lost its call: main tells nobody of drafts, but the tray of half-done notes stands in this window. */
export const tellHalfDone = (): Promise<void> => queryClient.invalidateQueries(halfDoneNotes)

/** Saves a new note from the box. The box is free at once; the note is shown as on its way until main has it on disk. */
export function saveNote(callId: Id): boolean {
  const note = takeNote(callId)
  if (note === null) return false
  takeFields()
  void send(note)
  return true
}

/** Saves words that stand somewhere already, a line of the conversation say, as a note of their own. The box is left alone. */
export function saveWords(words: Pick<SendingNote, 'callId' | 'kind' | 'text' | 'offsetMs'>): void {
  const note: SendingNote = { ...words, noteId: v7(), draftId: v7(), issueTypeId: null, hasFailed: false }
  useNoteBoxes.setState(({ sending }) => ({ sending: [...sending, note] }))
  void send(note)
}

async function send(note: SendingNote): Promise<void> {
  const { hasFailed: _, ...wish } = note
  expectOwnNote(note.noteId)
  const answer = await client.notes.add(wish)
  tellWhetherKept(answer)
  if (!answer.ok) {
    tryLater(note.noteId, answer.code, () => void sendOnceKept(note.noteId))
    return await keep(note)
  }
  rememberTyped(answer.value, note.text)
  showStored(answer.value)
  settleSending(note.noteId, 'stored')
}

/** Puts a stored note among those of its call. A list that is being read just now may be read without it: that reading counts for nothing. */
function showStored(note: Note): void {
  const { queryKey } = notesOfCall(note.callId)
  const before = queryClient.getQueryState(queryKey)
  queryClient.setQueryData(queryKey, (known: Note[] | undefined) => known && withNote(known, note))
  const isWhole = before?.data !== undefined && before.fetchStatus === 'idle' && !before.isInvalidated
  if (!isWhole) void queryClient.cancelQueries({ queryKey }).then(() => queryClient.invalidateQueries({ queryKey }))
}

/** A note that was not taken: shown as such, its last words too on disk until it is, whatever becomes of this window. */
async function keep(note: SendingNote): Promise<void> {
  settleSending(note.noteId, 'failed')
  await storeAsDraft(note)
}

const storeAsDraft = ({ noteId: _, hasFailed: __, ...draft }: SendingNote) =>
  client.notes.storeDraft({ ...draft, noteId: null, caret: draft.text.length })

const refused = (noteId: Id) =>
  useNoteBoxes.getState().sending.find((waiting) => waiting.noteId === noteId && waiting.hasFailed)

/** By itself: its last words show whether the disk takes something again. Until it does its keys stay where they are. */
async function sendOnceKept(noteId: Id): Promise<void> {
  const note = refused(noteId)
  if (note === undefined) return
  const answer = await storeAsDraft(note)
  if (!answer.ok) return tryLater(noteId, answer.code, () => void sendOnceKept(noteId))
  if (refused(noteId) === undefined) return
  settleSending(noteId, 'again')
  await send(note)
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

/** Puts a note that was not stored back in the box; false when other words stand there. */
export function takeUpAgain(noteId: Id): boolean {
  const note = refused(noteId)
  return note !== undefined && takeUp(note)
}

/** Saves the change of a note being edited. Gives what main answered; the box is cleared only when it was taken. */
export async function saveEdit(callId: Id) {
  const box = boxOf(callId)
  const { editingNoteId, seenVersion, kind, text, issueTypeId } = box
  const draftId = box.draftId ?? undefined
  const answer = await client.notes.edit({ noteId: editingNoteId ?? '', seenVersion, draftId, kind, text, issueTypeId })
  // Taken up again at once, or still being changed, it is this version that is.
  if (answer.ok) {
    rememberTyped(answer.value, text)
    showStored(answer.value)
    sawOwnChange(answer.value)
  }
  // What was changed while the answer was on its way is not in it; a draft stored meanwhile is not half done any more.
  if (answer.ok && isUnchanged(boxOf(callId), box)) await dropDraft(callId)
  return answer
}

const isUnchanged = (now: ReturnType<typeof boxOf>, before: ReturnType<typeof boxOf>): boolean =>
  now.fieldNumber === before.fieldNumber &&
  now.text === before.text &&
  now.kind === before.kind &&
  now.issueTypeId === before.issueTypeId

/** Moves the time mark of a note; the list has it in its new place with the answer. */
export async function restampNote(noteId: Id, offsetMs: number) {
  const answer = await client.notes.restamp({ noteId, offsetMs: Math.round(Math.max(0, offsetMs)) })
  if (answer.ok) {
    showStored(answer.value)
    sawOwnChange(answer.value)
  }
  return answer
}

/** Puts what was typed back in the place of one mask; null where this window does not know it any more. */
export async function unmaskNote(note: Note, at: number) {
  const typed = typedAs(note)
  if (typed === null) return null
  const answer = await client.notes.unmask({ noteId: note.id, typed, at })
  if (answer.ok) {
    alsoStoredAs(answer.value)
    showStored(answer.value)
  }
  return answer
}

export const removeNote = ({ id, version }: Pick<Note, 'id' | 'version'>) =>
  client.notes.remove({ noteId: id, seenVersion: version })

/** Takes back the last thing done to the notes of this call. A note taken back is half done again: its words go to the box. */
export async function undoNote(callId: Id) {
  const answer = await client.notes.undo({ callId })
  if (answer.ok && answer.value.undone === 'added') {
    if (putBack(answer.value.note)) await storeDraft(callId)
    else await keepAsDraft(answer.value.note)
  }
  return answer
}

/** Words were typed while undo was on its way: the note taken back is half done beside them. */
async function keepAsDraft({ callId, kind, text, offsetMs, issueTypeId }: Note): Promise<void> {
  const words = { draftId: v7(), callId, kind, text, offsetMs, issueTypeId }
  keepUnsent(words)
  await client.notes.storeDraft({ ...words, noteId: null, caret: text.length })
}

/** Does again what was taken back. Words that undo had put in the box, and nobody changed, leave it with the note. */
export async function redoNote(callId: Id) {
  const answer = await client.notes.redo({ callId })
  if (answer.ok && answer.value.note.id === boxOf(callId).putBackNoteId) await dropDraft(callId)
  return answer
}

/** Empties the box and forgets its draft. */
export async function dropDraft(callId: Id): Promise<void> {
  const { draftId } = boxOf(callId)
  clearBox(callId)
  // Lost connection: the draft lies on the disk a while longer and is offered once more, which loses nothing.
  if (draftId !== null) await client.notes.dropDraft({ callId, draftId })
}

/** Notes on their way. Returns the way to stop. */
export const watchOverSending = (): (() => void) =>
  watchOver(() => useNoteBoxes.getState().sending.length > 0, sendAgain)
