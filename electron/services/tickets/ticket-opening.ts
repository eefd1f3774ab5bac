import type { Outcome } from '../../../shared/contract/entry.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Ticket, tickets } from '../../../shared/contract/tickets/tickets.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { deadlinesOf, decideOpen } from '../../../shared/domain/tickets/tickets.ts'
import { notesByIds } from '../../storage/listening/notes.ts'
import { findIssueType } from '../../storage/tickets/issue-types.ts'
import { refreshTicketSearch } from '../../storage/tickets/ticket-search.ts'
import { insertTicket, quoteNotes, ticketNumber } from '../../storage/tickets/tickets.ts'
import type { ServiceParts } from '../parts.ts'
import { recordEvent } from './ticket-history.ts'

/** Makes a ticket of notes, with its deadline, its first event and its place in the search. Inside a transaction. */
export function openTicket(
  parts: ServiceParts,
  wish: Parameters<Service<'tickets'>['open']>[0],
  asker: Asker,
): Outcome<typeof tickets.open> {
  const { db, clock } = parts
  const noteIds = [...new Set(wish.noteIds)]
  const notes = notesByIds(db, noteIds)
  const refusal = decideOpen(noteIds, notes)
  if (refusal === 'already_quoted') {
    const quotedIn = notes.find((note) => note.ticketId !== null)?.ticketId ?? ''
    return { ok: false, code: refusal, detail: { ticketNumber: ticketNumber(db, quotedIn) } }
  }
  if (refusal !== null) return { ok: false, code: refusal, detail: {} }
  const type = findIssueType(db, wish.issueTypeId)
  if (type === null) return { ok: false, code: 'unknown_issue_type', detail: {} }

  const openedAt = clock.now()
  const { dueAt, answerBy } = deadlinesOf(type.limit, wish.priority, openedAt, parts.calendar())
  const fresh: Omit<Ticket, 'number' | 'quoteCount' | 'version'> = {
    id: clock.newId(),
    title: maskText(wish.title).text,
    issueTypeId: type.id,
    priority: wish.priority,
    state: 'unclaimed',
    department: maskText(wish.department).text,
    ownerName: null,
    openedAt,
    dueAt,
    answerBy,
    pausedAt: null,
    pausedWorkingMs: 0,
    closedAt: null,
  }
  const number = insertTicket(db, { ...fresh, limit: type.limit, openedBy: asker.personId })
  if (quoteNotes(db, fresh.id, noteIds) !== 'saved') throw new Error('a note was quoted between reading and writing')
  recordEvent(parts, asker, fresh.id, openedAt, { what: 'opened', to: 'unclaimed' })
  refreshTicketSearch(db, fresh.id)
  return { ok: true, value: { ...fresh, number, quoteCount: noteIds.length, version: 0 } }
}
