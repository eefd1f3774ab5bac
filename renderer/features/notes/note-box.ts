import { v7 } from 'uuid'
import { create } from 'zustand'
import type { Draft, Note, NoteKind } from '../../../shared/contract/notes.ts'
import type { Id } from '../../../shared/contract/values.ts'

/** What stands in the note box of one call. Each call has its own, so that the next call never waits for a half-done note. */
export interface NoteBox {
  /** Set while a saved note is being edited. */
  readonly editingNoteId: Id | null
  readonly kind: NoteKind
  readonly text: string
  /** UTF-16 units, as the browser counts. */
  readonly caret: number
  /** Milliseconds from the start of the call to the first keystroke; null while the box is empty. */
  readonly stampMs: number | null
  readonly issueTypeId: string | null
  /** True between compositionstart and compositionend: the text on screen is partly the input method's. */
  readonly isComposing: boolean
  /** The stored draft was asked for and laid in; it is not laid in twice. */
  readonly isRestored: boolean
  /** The digit that just set the issue type; the same digit again means the digit itself was meant. */
  readonly digitPressed: { readonly digit: number; readonly issueTypeIdBefore: string | null } | null
}

/** A note on its way to the disk, or refused on the way. Shown at once; kept until main has it. */
export interface SendingNote {
  readonly noteId: Id
  readonly callId: Id
  readonly kind: NoteKind
  readonly text: string
  readonly offsetMs: number
  readonly issueTypeId: string | null
  readonly hasFailed: boolean
}

interface NoteBoxes {
  readonly boxes: Readonly<Record<Id, NoteBox>>
  readonly sending: readonly SendingNote[]
}

export const useNoteBoxes = create<NoteBoxes>()(() => ({ boxes: {}, sending: [] }))

export const emptyBox: NoteBox = {
  editingNoteId: null,
  kind: 'voice',
  text: '',
  caret: 0,
  stampMs: null,
  issueTypeId: null,
  isComposing: false,
  isRestored: false,
  digitPressed: null,
}

export const boxOf = (callId: Id): NoteBox => useNoteBoxes.getState().boxes[callId] ?? emptyBox

export function changeBox(callId: Id, change: Partial<NoteBox>): void {
  useNoteBoxes.setState((state) => ({
    boxes: { ...state.boxes, [callId]: { ...(state.boxes[callId] ?? emptyBox), ...change } },
  }))
}

/**
 * Lays the stored draft back in the box, once. Words typed before it came are kept behind it: neither is lost.
 * `draft` null: there was none.
 */
export function restoreBox(callId: Id, draft: Draft | null): void {
  const box = boxOf(callId)
  if (box.isRestored) return
  if (draft === null) {
    changeBox(callId, { isRestored: true })
    return
  }
  const text = box.text === '' ? draft.text : `${draft.text}\n${box.text}`
  changeBox(callId, {
    isRestored: true,
    editingNoteId: draft.noteId,
    kind: draft.kind,
    text,
    caret: box.text === '' ? Math.min(draft.caret, text.length) : text.length,
    stampMs: draft.offsetMs,
    issueTypeId: draft.issueTypeId,
  })
}

/** What a key press tells the box. `isText`: it may put a character in the box (an input method's key included). */
export interface BoxPress {
  readonly key: string
  readonly isText: boolean
}

/**
 * Takes the stamp at the first keystroke. While the box is empty and nothing is being composed each key that may become text
 * stamps anew: a cancelled composition leaves no stamp behind.
 */
export function stampAtFirstKeystroke(callId: Id, press: BoxPress, offsetMs: number): void {
  const box = boxOf(callId)
  if (!press.isText || box.text !== '' || box.isComposing || box.editingNoteId !== null) return
  if (box.digitPressed !== null && press.key === String(box.digitPressed.digit)) return
  changeBox(callId, { stampMs: Math.max(0, Math.round(offsetMs)) })
}

/** The text changed on screen. Pasted or dictated text has no keystroke: then this moment is the stamp. */
export function textChanged(callId: Id, text: string, caret: number, offsetMs: number): void {
  const box = boxOf(callId)
  const isEmptied = text === '' && !box.isComposing && box.editingNoteId === null
  const stampMs = isEmptied ? null : (box.stampMs ?? Math.max(0, Math.round(offsetMs)))
  changeBox(callId, { text, caret: isEmptied ? 0 : caret, stampMs, digitPressed: null })
}

/**
 * A digit in an empty box sets the issue type. Pressed twice it was meant as text («3 天没发货»): the type goes back to what it
 * was and the first press stays the stamp. Gives `text` when the digit should be typed.
 */
export function digitPressed(
  callId: Id,
  digit: number,
  issueTypeId: string | undefined,
  offsetMs: number,
): 'type_set' | 'text' {
  const box = boxOf(callId)
  if (box.digitPressed?.digit === digit) {
    changeBox(callId, { issueTypeId: box.digitPressed.issueTypeIdBefore, digitPressed: null })
    return 'text'
  }
  if (issueTypeId === undefined) return 'text'
  const stampMs = Math.max(0, Math.round(offsetMs))
  changeBox(callId, { issueTypeId, stampMs, digitPressed: { digit, issueTypeIdBefore: box.issueTypeId } })
  return 'type_set'
}

/** Takes what is in the box to be saved and readies it for the next note; null when there is nothing to save. */
export function takeNote(callId: Id): SendingNote | null {
  const box = boxOf(callId)
  const text = box.text.trim()
  if (text === '' || box.isComposing || box.editingNoteId !== null) return null
  const note: SendingNote = {
    noteId: v7(),
    callId,
    kind: box.kind,
    text,
    offsetMs: box.stampMs ?? 0,
    issueTypeId: box.issueTypeId,
    hasFailed: false,
  }
  useNoteBoxes.setState((state) => ({
    // Kind falls back to the customer's words, the issue type stays: the next note of a call is mostly about the same issue.
    boxes: { ...state.boxes, [callId]: { ...emptyBox, issueTypeId: box.issueTypeId, isRestored: true } },
    sending: [...state.sending, note],
  }))
  return note
}

export function settleSending(noteId: Id, outcome: 'stored' | 'failed' | 'again'): void {
  useNoteBoxes.setState((state) => ({
    sending:
      outcome === 'stored'
        ? state.sending.filter((note) => note.noteId !== noteId)
        : state.sending.map((note) => (note.noteId === noteId ? { ...note, hasFailed: outcome === 'failed' } : note)),
  }))
}

/** Puts a saved note in the box to change it. */
export function beginEdit(note: Note): void {
  changeBox(note.callId, {
    editingNoteId: note.id,
    kind: note.kind,
    text: note.text,
    caret: note.text.length,
    stampMs: note.offsetMs,
    issueTypeId: note.issueTypeId,
    isComposing: false,
  })
}

export function clearBox(callId: Id): void {
  changeBox(callId, { ...emptyBox, issueTypeId: boxOf(callId).issueTypeId, isRestored: true })
}
