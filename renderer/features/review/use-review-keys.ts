import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { IssueType, Priority } from '../../../shared/contract/tickets/tickets.ts'
import { useKeys } from '../../lib/use-keys.tsx'
import { chooseCall, chooseNote, clearChoice, tellOthersChosen } from './review.actions.ts'
import { leaveForm, moveCursor, typeInForm, useReviewDesk } from './review-desk.ts'

export interface ReviewKeys {
  notes: readonly Note[]
  types: readonly IssueType[]
  onOpen: () => void
  onEdit: (note: Note) => void
  /** Puts praise among the thanks. */
  onThank: (note: Note) => void
  /** Moves the focus into the ticket form. */
  onForm: () => void
  /** Moves the focus from the ticket form back to the notes; false when it is not there. */
  onNotes: () => boolean
  /** To the next risk, then to what is half done. */
  onNext: () => void
}

/** The keys of the desk: 15 notes become 3 tickets without the mouse. */
export function useReviewKeys({ notes, types, onOpen, onEdit, onThank, onForm, onNotes, onNext }: ReviewKeys): void {
  const underCursor = () => notes.find((note) => note.id === useReviewDesk.getState().cursor)
  // Before the first walk it is the first note that is meant: the key does what it says, and the cursor shows where.
  const withNote = (act: (note: Note) => void) => () => {
    if (underCursor() === undefined) moveCursor(notes, 1)
    const note = underCursor()
    if (note === undefined) return false
    act(note)
  }
  useKeys('review', {
    'review.down': () => moveCursor(notes, 1),
    'review.up': () => moveCursor(notes, -1),
    'review.next': onNext,
    'review.toggle': withNote((note) => void chooseNote(note)),
    'review.toggleCall': withNote((note) => chooseCall(notes, note.callId)),
    // Out of the form first, with what was typed there; the next one clears.
    'review.clear': () => (onNotes() ? leaveForm() : clearChoice()),
    'review.makeTicket': onForm,
    'review.saveTicket': onOpen,
    'review.editNote': withNote((note) => {
      const { chosen } = useReviewDesk.getState()
      if (chosen.length > 0 && !chosen.includes(note.id)) tellOthersChosen(chosen.length)
      else onEdit(note)
    }),
    'agents.collect': withNote(onThank),
    'review.priority': () => typeInForm({ priority: nextPriority(useReviewDesk.getState().typed.priority ?? 3) }),
    'review.issueType': (event) => {
      const type = types.find((each) => String(each.digit) === event.key)
      if (type === undefined) return false
      typeInForm({ issueTypeId: type.id })
    },
  })
}

/** 普通 → 高 → 紧急 → 低 → 普通. */
const nextPriority = (priority: Priority): Priority => (priority === 1 ? 4 : ((priority - 1) as Priority))
