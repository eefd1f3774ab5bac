import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { inTransaction, type WritableDb } from '../../electron/storage/database.ts'
import { runOn } from '../../electron/storage/engine/sqlite.ts'
import { ensureRoom } from '../../electron/storage/house/room.ts'
import { endCall, insertCall } from '../../electron/storage/listening/calls.ts'
import { appendNoteEvent } from '../../electron/storage/listening/note-events.ts'
import { insertNote } from '../../electron/storage/listening/notes.ts'
import { endSession, insertSession } from '../../electron/storage/listening/sessions.ts'
import { openForWriting } from '../../electron/storage/open.ts'
import { refreshTicketSearch } from '../../electron/storage/tickets/ticket-search.ts'
import { insertTicket, type NewTicket } from '../../electron/storage/tickets/tickets.ts'
import { systemClock } from '../../electron/system-clock.ts'
import type { NoteKind } from '../../shared/contract/listening/notes.ts'
import type { Priority, TicketState } from '../../shared/contract/tickets/tickets.ts'
import { sentence, title } from './words.ts'

export interface ArchiveSize {
  readonly notes: number
  readonly tickets: number
}

/** Three years of one desk. */
export const fullSize: ArchiveSize = { notes: 50_000, tickets: 10_000 }

const CALLS_A_SESSION = 9
const NOTES_A_TICKET = 3
const SESSION_EVERY_MS = 6 * 3_600_000
const CALL_MS = 240_000
const FIRST_SESSION = Date.parse('2024-08-01T01:00:00.000Z')

const kinds: readonly NoteKind[] = ['voice', 'view', 'voice', 'praise', 'risk']
const states: readonly TicketState[] = ['unclaimed', 'in_progress', 'closed', 'closed', 'resolved', 'called_back']
const types = [
  ['coupon', '营销部'],
  ['delivery', '物流部'],
  ['packaging', '包装中心'],
  ['service_policy', '服务政策部'],
] as const

const instant = (ms: number): string => new Date(ms).toISOString()

/** Fills `<folder>/earshot.db` through the product's own storage, in one transaction, and leaves no log behind. */
export function layArchive(folder: string, size: ArchiveSize = fullSize): void {
  mkdirSync(folder, { recursive: true })
  const db = openForWriting(join(folder, 'earshot.db'))
  runOn(db, ensureRoom(systemClock))
  inTransaction(db, () => {
    const noteIds = layNotes(db, size.notes)
    layTickets(db, noteIds, size.tickets)
  })
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

/** Five notes in three calls, nine calls in a session: the shares of product.md. */
function layNotes(db: WritableDb, count: number): string[] {
  const noteIds: string[] = []
  let sessionId = ''
  let callId = ''
  let call = -1
  for (let note = 0; note < count; note += 1) {
    const wanted = Math.floor((note * 3) / 5)
    const startedMs = callStart(wanted)
    if (wanted !== call) {
      if (wanted % CALLS_A_SESSION === 0) {
        endLast(db, sessionId, callId, startedMs)
        sessionId = v7({ msecs: startedMs })
        const rest = { bookingId: null, seatNumber: 1, listenerId: null, purpose: 'listen' } as const
        runOn(db, insertSession({ id: sessionId, ...rest, startedAt: instant(startedMs) }))
      }
      if (callId !== '') runOn(db, endCall(callId, instant(startedMs)))
      callId = v7({ msecs: startedMs })
      const reference = `33010019900${String(wanted).padStart(7, '0')}`
      const number = (wanted % CALLS_A_SESSION) + 1
      const sessionMs = (wanted % CALLS_A_SESSION) * CALL_MS
      const times = { startedAt: instant(startedMs), endedAt: null, sessionMs }
      runOn(db, insertCall({ id: callId, sessionId, number, reference, ...times }))
      call = wanted
    }
    noteIds.push(layNote(db, callId, note, startedMs))
  }
  endLast(db, sessionId, callId, callStart(call + 1))
  return noteIds
}

const callStart = (call: number): number =>
  FIRST_SESSION + Math.floor(call / CALLS_A_SESSION) * SESSION_EVERY_MS + (call % CALLS_A_SESSION) * CALL_MS

function endLast(db: WritableDb, sessionId: string, callId: string, atMs: number): void {
  if (sessionId === '') return
  runOn(db, endCall(callId, instant(atMs)))
  runOn(db, endSession(sessionId, instant(atMs)))
}

function layNote(db: WritableDb, callId: string, note: number, startedMs: number): string {
  const offsetMs = 5_000 + (note % 5) * 31_000
  const id = v7({ msecs: startedMs + offsetMs })
  const at = instant(startedMs + offsetMs)
  const [issueTypeId] = types[note % types.length] ?? types[0]
  const rest = { createdAt: at, editedAt: null, ticketId: null, version: 0 }
  const words = { kind: kinds[note % 5] ?? 'voice', text: sentence(note), offsetMs, issueTypeId }
  runOn(db, insertNote({ id, callId, ...words, ...rest }))
  const event = { id: v7(), noteId: id, callId, at, actorId: null, before: null, undoesEventId: null }
  runOn(db, appendNoteEvent({ ...event, what: 'added' }))
  return id
}

function layTickets(db: WritableDb, noteIds: readonly string[], count: number): void {
  const step = Math.floor(noteIds.length / count)
  const quotes = Math.min(NOTES_A_TICKET, step)
  for (let ticket = 0; ticket < count; ticket += 1) {
    const id = v7()
    const openedMs = callStart(Math.floor((ticket * step * 3) / 5)) + CALL_MS
    const [issueTypeId, department] = types[ticket % types.length] ?? types[0]
    const state = states[ticket % states.length] ?? 'unclaimed'
    const laid: NewTicket = {
      id,
      title: title(ticket),
      issueTypeId,
      limit: { amount: 2, unit: 'days' },
      agreedDueAt: null,
      priority: ((ticket % 4) + 1) as Priority,
      state,
      department,
      ownerName: state === 'unclaimed' ? null : '王敏',
      openedBy: null,
      openedAt: instant(openedMs),
      dueAt: instant(openedMs + 2 * 86_400_000),
      answerBy: null,
      pausedAt: null,
      pausedWorkingMs: 0,
      closedAt: state === 'closed' ? instant(openedMs + 86_400_000) : null,
    }
    runOn(db, insertTicket(laid, noteIds.slice(ticket * step, ticket * step + quotes)))
    runOn(db, refreshTicketSearch(id))
  }
}
