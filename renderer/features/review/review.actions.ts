import i18next from 'i18next'
import type { Draft, Note, NoteKind } from '../../../shared/contract/listening/notes.ts'
import type { Ticket } from '../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../shared/contract/values.ts'
import type { Version } from '../../../shared/contract/versions.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import { isBlank } from '../../../shared/text/characters.ts'
import { assertNever } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'
import { storable } from '../../lib/draft-keeper.ts'
import { failureOf } from '../../lib/errors.ts'
import { instantNow } from '../../lib/now.ts'
import { queryClient } from '../../lib/query-client.ts'
import type { Seen } from '../../lib/use-seen.ts'
import { ask, done } from '../../ui/ask.ts'
import { tellWhetherKept } from '../../ui/kept-words.ts'
import { notify, notifyFailure } from '../../ui/notices.ts'
import { type Turn, tellTurn } from '../../ui/turns.ts'
import { forgetLeft } from './notes/left-words.ts'
import { ticketById } from './review.queries.ts'
import {
  halfDoneTicket,
  isFree,
  readyForNext,
  type TicketForm,
  toggleCall,
  toggleNote,
  useReviewDesk,
} from './review-desk.ts'

/** Opens the ticket and offers to take it back. False, with the reason shown, when it was refused. */
export async function openTicket(form: TicketForm, notes: readonly Note[]): Promise<boolean> {
  const isOpen = await open(form, notes)
  if (isOpen) readyForNext()
  return isOpen
}

async function open(form: TicketForm, notes: readonly Note[], turn: Turn = 'first'): Promise<boolean> {
  const t = i18next.getFixedT(null, 'review')
  if (form.issueTypeId === null) return false
  const { title, issueTypeId, priority, department } = form
  const noteIds = notes.map((note) => note.id)
  const answer = await ask(client.tickets.open({ title, issueTypeId, priority, department, noteIds }))
  if (answer === null) return false
  if (answer.ok) {
    const title = () => t('opened', { number: ticketName(answer.value.number) })
    tellTurn('review', turn, title, (next) => withdrawTicket(answer.value, next, (again) => open(form, notes, again)))
    return true
  }
  switch (answer.code) {
    case 'no_voice':
      notify({ tone: 'info', title: () => t('lacking.voice') })
      break
    case 'already_quoted':
      notify({ tone: 'info', title: () => t('alreadyQuoted', { number: ticketName(answer.detail.ticketNumber) }) })
      break
    case 'note_not_found':
    case 'unknown_issue_type':
      notifyFailure(() => ({ title: t(`refused.${answer.code}`) }))
      break
    default:
      assertNever(answer)
  }
  return false
}

async function withdrawTicket(ticket: Ticket, turn: Turn, again: (turn: Turn) => Promise<boolean>): Promise<void> {
  const t = i18next.getFixedT(null, 'review')
  const answer = await ask(client.tickets.withdraw({ ticketId: ticket.id }))
  if (answer === null) return
  const number = ticketName(ticket.number)
  if (answer.ok) tellTurn('review', turn, () => t('withdrawn', { number }), again)
  else notify({ tone: 'info', title: () => t('alreadyTouched', { number }) })
}

export interface NoteChange {
  readonly kind: NoteKind
  readonly text: string
  readonly issueTypeId: string | null
}

/** Where the words of a dialog lie on the disk until they are a note. */
export interface DraftPlace {
  readonly draftId: Id
  readonly callId: Id
  readonly noteId: Id | null
  readonly offsetMs: number
  /** The version of that note which the words went out from when they were stored; null: there are none yet, or it was not kept. */
  readonly seenVersion: Version | null
  /** The saved note they are to change: while they say the same there is no draft. */
  readonly saved: NoteChange | null
}

/** What stands in a dialog as a draft; null where it is what was saved. */
export function draftOf(
  { saved, ...where }: DraftPlace,
  change: NoteChange,
  { caret, version }: { caret: number; version: Version },
): Draft | null {
  const isAsSaved = saved !== null && saved.text === change.text && saved.kind === change.kind
  if (isAsSaved && saved.issueTypeId === change.issueTypeId) return null
  const text = storable(change.text)
  const seenVersion = where.noteId === null ? null : version
  return { ...where, ...change, text, seenVersion, caret: Math.min(caret, text.length), storedAt: instantNow() }
}

/** Keeps what stands in a dialog as a draft. An emptied field keeps the words it had last: closing it is not giving them up. Answers why the disk does not take it; null: it does. */
export async function keepDraft(
  place: DraftPlace,
  change: NoteChange,
  at: { caret: number; version: Version },
): Promise<string | null> {
  const draft = draftOf(place, change, at)
  return draft !== null && isBlank(draft.text) ? null : keepAsLeft(place, draft)
}

/** The same of what a dialog was left with; null: with what was saved. */
export async function keepAsLeft({ callId, draftId }: DraftPlace, draft: Draft | null): Promise<string | null> {
  if (draft === null) {
    const dropped = await client.notes.dropDraft({ callId, draftId })
    return dropped.ok ? null : dropped.code
  }
  const { storedAt: _, ...words } = draft
  const kept = await client.notes.storeDraft(words)
  tellWhetherKept(kept)
  return kept.ok ? null : kept.code
}

/** Stores the change of a note, and main drops its draft; true when it was taken. */
export const changeNote = (noteId: Id, draftId: Id, change: NoteChange, seen: Seen): Promise<boolean> =>
  done(client.notes.edit({ noteId, draftId, seenVersion: seen.version, ...change }), seen.onStale)

/** Makes a note of what was half done, at the second it was begun. */
export const finishDraft = ({ callId, draftId, offsetMs }: Draft, noteId: Id, change: NoteChange): Promise<boolean> =>
  done(client.notes.add({ noteId, callId, draftId, offsetMs, ...change }))

/** Throws the half-done words away, and can bring them back. */
export async function dropDraft(draft: Draft, turn: Turn = 'first'): Promise<void> {
  const t = i18next.getFixedT(null, 'review')
  const { storedAt: _, ...wish } = draft
  if (!(await done(client.notes.dropDraft({ callId: draft.callId, draftId: draft.draftId })))) return
  forgetLeft(draft.draftId)
  const bringBack = async (next: Turn) => {
    if (!(await done(client.notes.storeDraft(wish)))) return
    tellTurn(
      'review',
      next,
      () => t('draft.back'),
      (again) => dropDraft(draft, again),
    )
  }
  tellTurn('review', turn, () => t('draft.dropped'), bringBack)
}

/** Nothing is chosen any more. What was typed for it can be had back. */
export function clearChoice(): void {
  const before = halfDoneTicket()
  readyForNext()
  if (before === null) return
  const undo = () => useReviewDesk.setState(before)
  notify({ tone: 'info', title: () => i18next.getFixedT(null, 'review')('form.cleared'), undo })
}

/** The note under the cursor is none of those chosen: which one was meant is not guessed. */
export function tellOthersChosen(count: number): void {
  const t = i18next.getFixedT(null, 'review')
  const action = { label: () => t('note.clearChoice'), run: clearChoice }
  notify({ tone: 'info', title: () => t('note.othersChosen', { count }), action })
}

/** Chooses the note or lets it go; of one that stands in a ticket it is said in which. */
export async function chooseNote(note: Note): Promise<void> {
  const t = i18next.getFixedT(null, 'review')
  if (note.kind === 'praise') return void notify({ tone: 'info', title: () => t('note.praise') })
  if (note.ticketId === null) return toggleNote(note)
  try {
    const { ticket } = await queryClient.ensureQueryData(ticketById(note.ticketId))
    notify({ tone: 'info', title: () => t('note.quoted', { number: ticketName(ticket.number) }) })
  } catch (problem) {
    notifyFailure(() => failureOf(problem))
  }
}

/** Chooses what is free of the call, or lets it go; where nothing is, that is said. */
export function chooseCall(notes: readonly Note[], callId: Id): void {
  const t = i18next.getFixedT(null, 'review')
  if (notes.some((note) => note.callId === callId && isFree(note))) toggleCall(notes, callId)
  else notify({ tone: 'info', title: () => t('note.callQuoted') })
}
