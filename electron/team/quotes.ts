import { z } from 'zod'
import { Id } from '../../shared/contract/values.ts'
import type { LooseAnswer } from '../door.ts'
import type { Clock } from '../services/parts.ts'
import type { KeptAnswers } from '../storage/team/kept-answers.ts'

const WithNotes = z.object({ noteIds: z.array(Id) })
const WithTicket = z.object({ ticketId: Id })
const ATicket = z.object({ id: Id })

/**
 * In which tickets the notes of a session that goes on are quoted: the notes are this desk's and the tickets are the hub's, and only this
 * desk opens tickets from such notes. Kept beside the hub's answers, over a restart.
 */
export function makeQuotes(kept: KeptAnswers, clock: Pick<Clock, 'now'>) {
  const keep = (what: string, key: object, value: unknown) => kept.keep(what, key, { value, at: clock.now() })
  const quotedIn = (noteId: Id): unknown => kept.find('ticket of a note', { noteId })?.value ?? null

  /** A command that the hub accepted. */
  const noticed = (call: string, input: unknown, value: unknown): void => {
    if (call === 'tickets.open') {
      const [notes, ticket] = [WithNotes.safeParse(input), ATicket.safeParse(value)]
      if (!notes.success || !ticket.success) return
      keep('notes of a ticket', { ticketId: ticket.data.id }, notes.data.noteIds)
      for (const noteId of notes.data.noteIds) keep('ticket of a note', { noteId }, ticket.data.id)
    }
    if (call === 'tickets.withdraw') {
      const { ticketId } = WithTicket.safeParse(input).data ?? {}
      const noteIds = kept.find('notes of a ticket', { ticketId })?.value
      for (const noteId of (noteIds ?? []) as Id[]) keep('ticket of a note', { noteId }, null)
    }
  }
  /** Notes as the desk knows them, with their tickets. */
  const shownIn = (call: string, answer: LooseAnswer): LooseAnswer => {
    if (!answer.ok || (call !== 'notes.ofCall' && call !== 'notes.ofSession')) return answer
    const notes = answer.value as { id: Id; ticketId: Id | null }[]
    return { ...answer, value: notes.map((note) => ({ ...note, ticketId: note.ticketId ?? quotedIn(note.id) })) }
  }
  return { noticed, shownIn }
}
