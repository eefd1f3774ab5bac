import type { RefObject } from 'react'
import { LONGEST } from '../../shared/contract/limits.ts'
import type { Note } from '../../shared/contract/listening/notes.ts'
import type { Id } from '../../shared/contract/values.ts'
import { lagInUse } from '../../shared/domain/listening/reaction-lag.ts'
import { timecode } from '../../shared/domain/listening/timecode.ts'
import { ticketName } from '../../shared/domain/tickets/ticket-name.ts'
import { beginEdit, boxOf, changeBox, reopenBox } from '../features/listening/notes/note-box.ts'
import {
  dropDraft,
  redoNote,
  removeNote,
  restampNote,
  saveEdit,
  saveNote,
  storeDraft,
  takeUpAgain,
  undoNote,
  unmaskNote,
} from '../features/listening/notes/notes.actions.ts'
import { notesOfCall } from '../features/listening/notes/notes.queries.ts'
import { failureOf } from '../lib/errors.ts'
import { secondsText } from '../lib/formats.ts'
import { currentLanguage, type Say, textsOf } from '../lib/i18n.ts'
import { queryClient } from '../lib/query-client.ts'
import { settingsQuery } from '../lib/settings.ts'
import { textFault } from '../lib/text-fault.ts'
import { useStable } from '../lib/use-stable.ts'
import { ask, needed } from '../ui/ask.ts'
import { isNowhere } from '../ui/focus.ts'
import { dismissUndos, notify, notifyFailure, notifySuccess, redoNewest, undoNewest } from '../ui/notices.ts'

const t = textsOf('listen')

/**
 * What can be done to the notes of a call, each with the words that say what came of it. The same functions at every drawing: what
 * they are given to need not be drawn again. They look at the notes when they act, so nobody is drawn anew because a note came.
 */
export function useNoteActs(callId: Id, boxRef: RefObject<HTMLTextAreaElement | null>) {
  const acts = actsOn(callId, boxRef)
  return {
    save: useStable(() => void acts.save()),
    undo: useStable(() => void acts.undo()),
    redo: useStable(() => void acts.redo()),
    remove: useStable((note: Note) => void acts.remove(note)),
    edit: useStable((note: Note) => void acts.edit(note)),
    restamp: useStable(acts.restamp),
    unmask: useStable((note: Note, at: number) => void acts.unmask(note, at)),
    editLast: useStable(() => void acts.editLast()),
    cancelEdit: useStable(acts.cancelEdit),
    takeUp: useStable(acts.takeUp),
  }
}

function actsOn(callId: Id, boxRef: RefObject<HTMLTextAreaElement | null>) {
  const notes = () => queryClient.getQueryData(notesOfCall(callId).queryKey) ?? []
  const focusBox = () => boxRef.current?.focus()
  const tell = (title: Say) => void notify({ tone: 'info', title })
  const tellQuoted = (ticketNumber: number) => tell(() => t('note.inTicket', { number: ticketName(ticketNumber) }))

  /** True when the box is free then. */
  async function save(): Promise<boolean> {
    focusBox()
    const { text, editingNoteId } = boxOf(callId)
    // What is wrong with it stands below the box.
    if (textFault(text, LONGEST.note) !== null) return false
    if (editingNoteId !== null) return saveChange()
    // What older notices offer to undo is not the last thing done any more.
    if (saveNote(callId)) dismissUndos()
    return true
  }
  async function saveChange(): Promise<boolean> {
    // The words stay in the box, and as its draft on the disk; saved once more, they are meant for the note as it is now.
    const answer = await ask(saveEdit(callId), (stale) => changeBox(callId, { stale, seenVersion: stale.version }))
    if (answer === null) return false
    if (answer.ok) {
      dismissUndos()
      return true
    }
    if (answer.code === 'empty') tell(() => t('note.cannotBeEmpty'))
    else if (answer.code === 'last_voice') tellQuoted(answer.detail.ticketNumber)
    else {
      // The words outlive the note they were to change.
      changeBox(callId, { editingNoteId: null, stale: null })
      tell(() => t('note.gone'))
    }
    return false
  }

  async function undo(): Promise<void> {
    if (undoNewest()) return
    if (boxOf(callId).text !== '') return tell(() => t('note.boxHasWords'))
    await takeBack()
  }
  async function takeBack(): Promise<void> {
    const answer = await ask(undoNote(callId))
    if (answer === null) return
    if (answer.ok) notifySuccess(() => t(`note.undone.${answer.value.undone}`), { redo: () => void doAgain() })
    else if (answer.code === 'quoted') tellQuoted(answer.detail.ticketNumber)
    else tell(() => t('note.nothingToUndo'))
  }
  async function redo(): Promise<void> {
    if (!redoNewest()) await doAgain()
  }
  async function doAgain(): Promise<void> {
    const answer = await ask(redoNote(callId))
    if (answer === null) return
    if (answer.ok) notifySuccess(() => t(`note.redone.${answer.value.redone}`), { undo: () => void takeBack() })
    else if (answer.code === 'quoted') tellQuoted(answer.detail.ticketNumber)
    else tell(() => t('note.nothingToRedo'))
  }

  async function remove(note: Note): Promise<void> {
    const answer = await ask(removeNote(note))
    focusBox()
    if (answer === null) return
    if (answer.ok) {
      if (boxOf(callId).editingNoteId === note.id) leaveRemoved(note)
      // The notice speaks of the last thing done to the notes, and there is one such thing at a time.
      dismissUndos()
      notifySuccess(() => t('note.removed'), { undo: () => void takeBack() })
    } else if (answer.code === 'quoted') tellQuoted(answer.detail.ticketNumber)
    else notifyFailure(() => failureOf(answer))
  }
  /** The note being changed is gone: words that were changed stay, as a note of their own. */
  function leaveRemoved(note: Note): void {
    if (isAsStored(note)) void dropDraft(callId)
    else changeBox(callId, { editingNoteId: null, stale: null })
  }

  const isAsStored = ({ text, kind, issueTypeId }: Note): boolean => {
    const box = boxOf(callId)
    return box.text === text && box.kind === kind && box.issueTypeId === issueTypeId
  }
  async function edit(note: Note): Promise<void> {
    const { editingNoteId } = boxOf(callId)
    if (editingNoteId === note.id) return focusBox()
    const edited = notes().find((other) => other.id === editingNoteId)
    // Words not yet saved would be overwritten: they are saved first, and where they cannot be, they stay.
    if ((edited === undefined || !isAsStored(edited)) && !(await save())) return
    beginEdit(note)
    focusBox()
  }
  function cancelEdit(): void {
    const before = boxOf(callId)
    const edited = notes().find((note) => note.id === before.editingNoteId)
    const hasChanged = edited === undefined || !isAsStored(edited)
    void dropDraft(callId)
    focusBox()
    const undo = () => {
      if (!reopenBox(callId, before)) return tell(() => t('note.saveWordsFirst'))
      void storeDraft(callId)
    }
    if (hasChanged) notify({ tone: 'info', title: () => t('note.editGivenUp'), undo })
  }

  async function restamp(note: Note, offsetMs: number): Promise<void> {
    const before = await needed(queryClient.ensureQueryData(settingsQuery))
    if (before === null) return
    const answer = await ask(restampNote(note.id, offsetMs))
    if (answer === null) return
    if (!answer.ok) return void notifyFailure(() => failureOf(answer))
    if (answer.value.offsetMs === note.offsetMs) return tell(() => t('note.markStays'))
    dismissUndos()
    const moved = { from: timecode(note.offsetMs), to: timecode(answer.value.offsetMs) }
    notifySuccess(() => t('note.restamped', moved), { undo: () => void takeBack() })
    // Elsewhere among the others its line is drawn anew, and the keys would be nowhere.
    if (isNowhere(document.activeElement))
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-note-id="${note.id}"]`)?.focus())
    // The mark is moved all the same: what was learned from it is told at another time.
    const now = await queryClient.fetchQuery({ ...settingsQuery, staleTime: 0 }).catch(() => before)
    if (lagInUse(now) !== lagInUse(before))
      tell(() => t('note.lagLearned', { seconds: secondsText(lagInUse(now), currentLanguage()) }))
  }

  async function unmask(note: Note, at: number): Promise<void> {
    const asked = unmaskNote(note, at).then(
      (answer) => answer ?? ({ ok: false, code: 'not_these_words', detail: {} } as const),
    )
    const answer = await ask(asked)
    focusBox()
    if (answer === null) return
    if (!answer.ok) return tell(() => t(`note.unmask.${answer.code}`))
    dismissUndos()
    notifySuccess(() => t('note.unmask.done'), { undo: () => void takeBack() })
  }

  /** Puts a note that was not stored back in the box. */
  function takeUp(noteId: Id): void {
    if (!takeUpAgain(noteId)) tell(() => t('note.saveWordsFirst'))
    focusBox()
  }

  async function editLast(): Promise<void> {
    const last = notes().at(-1)
    if (last !== undefined) await edit(last)
  }

  return { save, undo, redo, remove, edit, restamp, editLast, cancelEdit, takeUp, unmask }
}
