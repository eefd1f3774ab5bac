import { conversationsService } from '../../electron/services/listening/conversations.ts'
import { makeKnownNames } from '../../electron/services/listening/known-names.ts'
import { makeStopwatch } from '../../electron/services/listening/stopwatch.ts'
import { ticketsService } from '../../electron/services/tickets/tickets.ts'
import type { NoteKind } from '../../shared/contract/listening/notes.ts'
import type { Priority, TicketAction, TicketFilter, TicketSort } from '../../shared/contract/tickets/tickets.ts'
import { TicketFilter as FilterSchema } from '../../shared/contract/tickets/tickets.ts'
import { notesOf, sessionsOf } from './heard.ts'
import { accepted } from './outcomes.ts'
import { anOpenRoom, nobody } from './seats.ts'

/** A walk-up who sits at the console with the first call on, and everything that can be asked from there. */
export async function someoneListening() {
  const house = await anOpenRoom()
  const stopwatch = makeStopwatch(house.parts)
  const sessions = sessionsOf(house.parts, stopwatch)
  const knownNames = makeKnownNames(house.parts)
  const notes = notesOf(house.parts, stopwatch, knownNames)
  const tickets = ticketsService(house.parts, knownNames)
  const conversations = conversationsService(house.parts)
  const listener = await house.aPerson('王敏')
  const asker = { personId: listener }
  const session = await accepted(sessions.start({ bookingId: null, listenerId: listener, purpose: 'listen' }, nobody))
  const call = await accepted(sessions.nextCall({ sessionId: session.id, reference: null }, asker))

  const nextCall = () => accepted(sessions.nextCall({ sessionId: session.id, reference: null }, asker))
  const noteWish = (text: string, wish: NoteWish = {}) => ({
    noteId: wish.noteId ?? house.clock.newId(),
    callId: wish.callId ?? call.id,
    // One draft per call unless told: it goes under its call's id.
    draftId: wish.draftId ?? wish.callId ?? call.id,
    kind: wish.kind ?? 'voice',
    text,
    offsetMs: wish.offsetMs ?? 134_000,
    issueTypeId: wish.issueTypeId ?? null,
  })
  const aNote = (text: string, wish: NoteWish = {}) => accepted(notes.add(noteWish(text, wish), asker))
  const draftWish = (text: string, wish: NoteWish & { caret?: number } = {}) => {
    const { noteId: _, ...rest } = noteWish(text, wish)
    return { ...rest, noteId: wish.noteId ?? null, seenVersion: null, caret: wish.caret ?? text.length }
  }
  const openWish = (noteIds: string[], wish: TicketWish = {}) => ({
    title: wish.title ?? '降价补差没有人告诉过我',
    issueTypeId: wish.issueTypeId ?? 'coupon',
    priority: wish.priority ?? 3,
    department: wish.department ?? '营销部',
    noteIds,
  })
  const aTicket = async (wish: TicketWish & { text?: string } = {}) => {
    const note = await aNote(wish.text ?? '上周买的今天降价了')
    return accepted(tickets.open(openWish([note.id], wish), asker))
  }
  const move = (ticketId: string, action: TicketAction, more: { ownerName?: string; remark?: string } = {}) =>
    tickets.move(
      { seenVersion: null, ticketId, action, ownerName: more.ownerName ?? null, remark: more.remark ?? null },
      asker,
    )
  const list = (filter: Partial<TicketFilter> = {}, sort: TicketSort = 'number', limit = 100, offset = 0) =>
    accepted(tickets.list({ filter: FilterSchema.parse(filter), sort, limit, offset }, asker))

  return {
    ...house,
    knownNames,
    ...{ stopwatch, sessions, notes, tickets, conversations, listener, asker, session, call },
    ...{ nextCall, noteWish, aNote, draftWish, openWish, aTicket, move, list },
  }
}

interface NoteWish {
  noteId?: string
  callId?: string
  draftId?: string
  kind?: NoteKind
  offsetMs?: number
  issueTypeId?: string
}

interface TicketWish {
  title?: string
  issueTypeId?: string
  priority?: Priority
  department?: string
}
