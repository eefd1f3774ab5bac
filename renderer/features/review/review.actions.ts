import i18next from 'i18next'
import type { Draft, Note, NoteKind } from '../../../shared/contract/notes.ts'
import type { Ticket } from '../../../shared/contract/tickets.ts'
import { ticketName } from '../../../shared/domain/ticket-name.ts'
import { assertNever, isDoorRefusal } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'
import { failureOf } from '../../lib/errors.ts'
import { notify, notifyFailure, notifySuccess } from '../../ui/notices.ts'
import { readyForNext, type TicketForm } from './review-desk.ts'

/** Opens the ticket and offers to take it back. False, with the reason shown, when it was refused. */
export async function openTicket(form: TicketForm, notes: readonly Note[]): Promise<boolean> {
  const t = i18next.getFixedT(null, 'review')
  if (form.issueTypeId === null) return false
  try {
    const answer = await client.tickets.open({
      title: form.title,
      issueTypeId: form.issueTypeId,
      priority: form.priority,
      department: form.department,
      noteIds: notes.map((note) => note.id),
    })
    if (answer.ok) {
      readyForNext()
      notifySuccess(t('opened', { number: ticketName(answer.value.number) }), {
        undo: () => void withdrawTicket(answer.value),
      })
      return true
    }
    if (isDoorRefusal(answer)) notifyFailure(failureOf(answer))
    else {
      switch (answer.code) {
        case 'no_voice':
          notify({ tone: 'info', title: t('lacking.voice') })
          break
        case 'already_quoted':
          notify({ tone: 'info', title: t('alreadyQuoted', { number: ticketName(answer.detail.ticketNumber) }) })
          break
        case 'note_not_found':
        case 'unknown_issue_type':
          notifyFailure({ title: t(`refused.${answer.code}`) })
          break
        default:
          assertNever(answer)
      }
    }
  } catch (problem) {
    notifyFailure(failureOf(problem))
  }
  return false
}

async function withdrawTicket(ticket: Ticket): Promise<void> {
  const t = i18next.getFixedT(null, 'review')
  try {
    const answer = await client.tickets.withdraw({ ticketId: ticket.id })
    if (answer.ok) notify({ tone: 'info', title: t('withdrawn', { number: ticketName(ticket.number) }) })
    else if (answer.code === 'already_touched') {
      notify({ tone: 'info', title: t('alreadyTouched', { number: ticketName(ticket.number) }) })
    } else notifyFailure(failureOf(answer))
  } catch (problem) {
    notifyFailure(failureOf(problem))
  }
}

export interface NoteChange {
  readonly kind: NoteKind
  readonly text: string
  readonly issueTypeId: string | null
}

/** Stores the change of a note; true when it was taken. */
export function changeNote(note: Note, change: NoteChange): Promise<boolean> {
  return told(client.notes.edit({ noteId: note.id, ...change }))
}

/** Makes a note of what was half done, at the second it was begun; a half-done change of a note becomes that change. */
export async function finishDraft(draft: Draft, noteId: string, change: NoteChange): Promise<boolean> {
  if (draft.noteId !== null) {
    const isDone = await told(client.notes.edit({ noteId: draft.noteId, ...change }))
    return isDone && told(client.notes.dropDraft({ callId: draft.callId }))
  }
  return told(client.notes.add({ noteId, callId: draft.callId, offsetMs: draft.offsetMs, ...change }))
}

/** Throws the half-done words away, and can bring them back. */
export async function dropDraft(draft: Draft): Promise<void> {
  const t = i18next.getFixedT(null, 'review')
  const { storedAt: _, ...wish } = draft
  if (!(await told(client.notes.dropDraft({ callId: draft.callId })))) return
  notifySuccess(t('draft.dropped'), { undo: () => void told(restore(wish)) })
}

async function restore(wish: Omit<Draft, 'storedAt'>) {
  return client.notes.storeDraft(wish)
}

async function told(asked: Promise<{ ok: boolean }>): Promise<boolean> {
  try {
    const answer = await asked
    if (!answer.ok) notifyFailure(failureOf(answer))
    return answer.ok
  } catch (problem) {
    notifyFailure(failureOf(problem))
    return false
  }
}
