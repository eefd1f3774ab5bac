import { v7 } from 'uuid'
import { create } from 'zustand'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Draft, Note, NoteKind } from '../../../../shared/contract/listening/notes.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import type { Stale, Version } from '../../../../shared/contract/versions.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { isKeepable } from '../../../lib/text-fault.ts'

/** What stands in the note box of one call. Each call has its own, so that the next call never waits for a half-done note. */
export interface NoteBox {
  /** The draft these words are stored as; null while there are none. */
  readonly draftId: Id | null
  /** Set while a saved note is being edited. */
  readonly editingNoteId: Id | null
  /** The version of that note which the change goes out from; null: the words lay on the disk since before it was kept. */
  readonly seenVersion: Version | null
  /** Somebody else changed that note meanwhile. */
  readonly stale: Stale | null
  /** The note whose words undo put here; null once they were changed. */
  readonly putBackNoteId: Id | null
  readonly kind: NoteKind
  readonly text: string
  /** UTF-16 units, as the browser counts. */
  readonly caret: number
  /** Milliseconds from the start of the call to the first keystroke; null while the box is empty. */
  readonly stampMs: number | null
  /** Chosen for these words, or for the ones to come: it goes when they are deleted, never to others. */
  readonly issueTypeId: string | null
  /** Something else than the letters of a composition stood here: what is empty then was deleted. */
  readonly hasHeldWords: boolean
  /** What went with words that were deleted: it comes back with them when the field undoes that. */
  readonly deleted: Pick<NoteBox, 'stampMs' | 'issueTypeId'> | null
  /** The stored draft was asked for and laid in; it is not laid in twice. */
  readonly isRestored: boolean
  /** These words lay on the disk as a draft: of an unfinished number only stars came back. */
  readonly isFromDisk: boolean
  /** Grows when other words are laid in. They get another field on screen: the browser's undo must never bring back what was taken. */
  readonly fieldNumber: number
}

/** A note on its way to the disk, or refused on the way. Shown at once; its words are here until main has it. */
export interface SendingNote {
  readonly noteId: Id
  readonly draftId: Id
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
  draftId: null,
  editingNoteId: null,
  seenVersion: null,
  stale: null,
  putBackNoteId: null,
  kind: 'voice',
  text: '',
  caret: 0,
  stampMs: null,
  issueTypeId: null,
  hasHeldWords: false,
  deleted: null,
  isRestored: false,
  isFromDisk: false,
  fieldNumber: 0,
}

export const boxOf = (callId: Id): NoteBox => useNoteBoxes.getState().boxes[callId] ?? emptyBox

export function changeBox(callId: Id, change: Partial<NoteBox>): void {
  useNoteBoxes.setState((state) => ({
    boxes: { ...state.boxes, [callId]: { ...(state.boxes[callId] ?? emptyBox), ...change } },
  }))
}

/** Other words in the box, or none: in a field of their own, with nothing left of those before. */
function layIn(callId: Id, words: Partial<NoteBox>): void {
  const { fieldNumber } = boxOf(callId)
  const hasHeldWords = (words.text ?? '') !== ''
  changeBox(callId, { ...emptyBox, isRestored: true, fieldNumber: fieldNumber + 1, ...words, hasHeldWords })
}

/**
 * Lays the stored drafts of a call back, once: the first in the box, the others among the notes as not stored, which is why they
 * are still there. Words typed before they came are kept behind the first: neither is lost.
 */
export function restoreDrafts(callId: Id, drafts: readonly Draft[]): void {
  const box = boxOf(callId)
  if (box.isRestored) return
  const [draft, ...others] = drafts
  for (const other of others) keepUnsent(other)
  if (draft === undefined) {
    changeBox(callId, { isRestored: true })
    return
  }
  const text = box.text === '' ? draft.text : `${draft.text}\n${box.text}`
  changeBox(callId, {
    isRestored: true,
    isFromDisk: true,
    draftId: draft.draftId,
    editingNoteId: draft.noteId,
    seenVersion: draft.seenVersion,
    kind: draft.kind,
    text,
    caret: box.text === '' ? Math.min(draft.caret, text.length) : text.length,
    stampMs: draft.offsetMs,
    issueTypeId: draft.issueTypeId,
    hasHeldWords: true,
  })
}

/** Shows words among the notes as not stored: to be sent, or put back in the box. */
export function keepUnsent(
  words: Pick<Draft, 'draftId' | 'callId' | 'kind' | 'text' | 'offsetMs' | 'issueTypeId'>,
): void {
  const { draftId, callId, kind, text, offsetMs, issueTypeId } = words
  if (useNoteBoxes.getState().sending.some((note) => note.draftId === draftId)) return
  const note = { noteId: v7(), draftId, callId, kind, text, offsetMs, issueTypeId, hasFailed: true }
  useNoteBoxes.setState((state) => ({ sending: [...state.sending, note] }))
}

/** A key press that may put a character in the box (an input method's key included). */
export interface BoxPress {
  readonly isText: boolean
  /** Pressed inside a composition, so not the first key of it. */
  readonly isComposing: boolean
}

/**
 * Takes the stamp at the first keystroke. While the box is blank and nothing is being composed each key that may become text
 * stamps anew: a cancelled composition leaves no stamp behind. What is being composed is told by the key itself; the end of a
 * composition may never be told.
 */
export function stampAtFirstKeystroke(callId: Id, press: BoxPress, offsetMs: number): void {
  const box = boxOf(callId)
  if (!press.isText || !isBlank(box.text) || press.isComposing || box.editingNoteId !== null) return
  changeBox(callId, { stampMs: Math.max(0, Math.round(offsetMs)) })
}

/** How the text on screen came to change. */
export interface TextChange {
  readonly text: string
  readonly caret: number
  /** Part of the text is the input method's: an empty text is not given up yet. */
  readonly isComposing: boolean
  /** The field went back or forth in its own history. */
  readonly isHistory: boolean
}

/** The text changed on screen. Pasted or dictated text has no keystroke: then this moment is the stamp. */
export function textChanged(callId: Id, change: TextChange, offsetMs: number): void {
  const box = boxOf(callId)
  const isEmptied = change.text === '' && !change.isComposing && box.editingNoteId === null
  changeBox(callId, isEmptied ? emptied(box) : changed(box, change, offsetMs))
}

function changed(box: NoteBox, { text, caret, ...how }: TextChange, offsetMs: number): Partial<NoteBox> {
  const back = how.isHistory && box.text === '' ? box.deleted : null
  return {
    text,
    caret,
    stampMs: back?.stampMs ?? box.stampMs ?? Math.max(0, Math.round(offsetMs)),
    issueTypeId: box.issueTypeId ?? back?.issueTypeId ?? null,
    hasHeldWords: box.hasHeldWords || (text !== '' && !how.isComposing),
    putBackNoteId: null,
  }
}

/** A cancelled composition in a box without words takes no type: that was chosen for the words to come. */
function emptied({ hasHeldWords, stampMs, issueTypeId, deleted }: NoteBox): Partial<NoteBox> {
  const gone = hasHeldWords
    ? { issueTypeId: null, hasHeldWords: false, deleted: { stampMs, issueTypeId } }
    : { deleted }
  return { text: '', caret: 0, stampMs: null, putBackNoteId: null, ...gone }
}

/** The id under which these words lie on disk; made when they are first stored. */
export function draftIdOf(callId: Id): Id {
  const known = boxOf(callId).draftId
  if (known !== null) return known
  const draftId = v7()
  changeBox(callId, { draftId })
  return draftId
}

/** Whether what stands in the box can be a note: something to be seen, not too long, every character one that can be kept. */
export const isSavable = ({ text }: NoteBox): boolean => !isBlank(text) && isKeepable(text, LONGEST.note)

/** Takes what is in the box to be saved and readies it for the next note; null when there is nothing that can be saved. */
export function takeNote(callId: Id): SendingNote | null {
  const box = boxOf(callId)
  const text = box.text.trim()
  if (!isSavable(box) || box.editingNoteId !== null) return null
  const note: SendingNote = {
    noteId: v7(),
    draftId: draftIdOf(callId),
    callId,
    kind: box.kind,
    text,
    offsetMs: box.stampMs ?? 0,
    issueTypeId: box.issueTypeId,
    hasFailed: false,
  }
  // Kind falls back to the customer's words, and the type was this note's alone.
  layIn(callId, {})
  useNoteBoxes.setState((state) => ({ sending: [...state.sending, note] }))
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

/** Puts a note that was not stored back in the empty box, to be changed; false when words stand there. */
export function takeUp(note: SendingNote): boolean {
  const { draftId, callId, kind, text, offsetMs, issueTypeId } = note
  if (boxOf(callId).text !== '') return false
  layIn(callId, { draftId, isFromDisk: true, kind, text, caret: text.length, stampMs: offsetMs, issueTypeId })
  settleSending(note.noteId, 'stored')
  return true
}

/** Puts the words of a note that was taken back in the empty box, stamp and all; false where words stand by now. */
export function putBack({ id, callId, kind, text, offsetMs, issueTypeId }: Note): boolean {
  if (boxOf(callId).text !== '') return false
  layIn(callId, { putBackNoteId: id, kind, text, caret: text.length, stampMs: offsetMs, issueTypeId })
  return true
}

/** Puts a saved note in the box to change it. */
export function beginEdit({ id, callId, version, kind, text, offsetMs, issueTypeId }: Note): void {
  const words = { kind, text, caret: text.length, stampMs: offsetMs, issueTypeId }
  layIn(callId, { editingNoteId: id, seenVersion: version, ...words })
}

/** The person moved the time mark of the note in their box themselves: that is nobody else's change. */
export function sawOwnChange({ id, callId, version }: Note): void {
  const { editingNoteId, seenVersion } = boxOf(callId)
  if (editingNoteId === id && seenVersion === version - 1) changeBox(callId, { seenVersion: version })
}

/** Lays back what the box held, when it is empty; false when words stand there. */
export function reopenBox(callId: Id, before: NoteBox): boolean {
  if (boxOf(callId).text !== '') return false
  const { fieldNumber: _, ...words } = before
  layIn(callId, words)
  return true
}

export const clearBox = (callId: Id): void => layIn(callId, {})
