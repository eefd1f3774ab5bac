import { z } from 'zod'
import type { Topic } from '../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import { Note } from '../../shared/contract/listening/notes.ts'
import { Meeting, meetings } from '../../shared/contract/meetings/meetings.ts'
import { Ticket, TicketDetail } from '../../shared/contract/tickets/tickets.ts'
import { Id } from '../../shared/contract/values.ts'
import type { Log } from '../adapters/log/log-port.ts'
import type { Clock } from '../services/parts.ts'
import type { WritableDb } from '../storage/database.ts'
import { forgetClose, hasMeetings, keepClose } from '../storage/team/closed-here.ts'
import { freeQuoted, keepQuoted, quotesOfHere, sessionsOfHere } from '../storage/team/quoted-here.ts'
import { HubAway, type HubLink, isAnswering } from './hub-link-port.ts'

/** Tickets change all day at a company, and few of them quote what is being heard here. */
const REST_MS = 2_000

const ASKED_BY: ReadonlySet<Topic> = new Set(['tickets', 'meetings'])

const Opened = z.object({ noteIds: z.array(Id) })
const Withdrawn = z.object({ ticketId: Id })
const Closed = meetings.close.output
const Reopened = meetings.reopen.output
const CloseId = z.object({ closeId: Id })
const notesSaid = z.object({ ok: z.literal(true), value: z.array(Note) })
const meetingsSaid = z.object({ ok: z.literal(true), value: z.array(Meeting) })
const ticketSaid = z.object({ ok: z.literal(true), value: TicketDetail })

export interface Quoted {
  /** The hub accepted a command of this desk: known here before anybody's next key. */
  noticed(call: string, input: unknown, value: unknown): void
  /** Asks the hub which notes of this desk's own sessions are quoted, by whom, and whether still; and what came of its meetings. */
  catchUp(): Promise<void>
  close(): Promise<void>
}

export interface QuotedParts {
  readonly db: WritableDb
  readonly link: HubLink
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
  /** What was asked for is known here now. */
  emit(event: EarshotEvent): void
  readonly restMs?: number
}

/**
 * Keeps the tickets that quote notes which this desk alone changes: a quoted note stays, and so does the last voice of a ticket. What the desk
 * did not hear (its answer was lost, somebody else withdrew the ticket, or closed the meeting) it asks for when the hub is back, and when it tells of tickets or meetings.
 */
export function keepQuotes({ db, link, clock, log, emit, restMs = REST_MS }: QuotedParts): Quoted {
  let running: Promise<void> | null = null
  let isAskedAgain = false
  let soon: NodeJS.Timeout | null = null
  let isClosed = false
  /** How often a meeting was closed or opened again from here: what is known by that is newer than what was asked for before. */
  let closings = 0
  const goesOn = () => !isClosed && db.open && isAnswering(link.state())

  async function askAll(): Promise<void> {
    try {
      for (const sessionId of goesOn() ? sessionsOfHere(db) : []) {
        await askOf(sessionId)
        await askMeetingsOf(sessionId)
      }
    } catch (error) {
      if (!(error instanceof HubAway))
        log.error('tickets that quote notes of this desk were not asked for', 'QUOTES', error)
    }
  }
  async function askOf(sessionId: Id): Promise<void> {
    const said = notesSaid.safeParse(await link.ask('notes.ofSession', { sessionId }))
    if (!said.success || !goesOn()) return
    const known = quotesOfHere(db, sessionId)
    const now = new Map(said.data.value.map(({ id, ticketId }) => [id, ticketId]))
    const opened = new Map<Id, Id[]>()
    for (const [noteId, ticketId] of now)
      if (ticketId !== null && known.get(noteId) !== ticketId)
        opened.set(ticketId, [...(opened.get(ticketId) ?? []), noteId])
    // Of a note that is not up the hub knows nothing.
    const freed = new Set([...known].filter(([noteId]) => now.get(noteId) === null).map(([, ticketId]) => ticketId))
    for (const ticketId of freed) freeQuoted(db, ticketId, clock.now())
    for (const [ticketId, noteIds] of opened) {
      const ticket = ticketSaid.safeParse(await link.ask('tickets.get', { ticketId }))
      if (ticket.success && goesOn()) keepQuoted(db, ticket.data.value.ticket, noteIds)
    }
    if (freed.size + opened.size > 0) tell(['notes', 'tickets'])
  }
  async function askMeetingsOf(sessionId: Id): Promise<void> {
    if (!goesOn() || !hasMeetings(db, sessionId)) return
    const before = closings
    const said = meetingsSaid.safeParse(await link.ask('meetings.ofSession', { sessionId }))
    if (!said.success || !goesOn() || closings !== before) return
    // All of them: what each changes is not to depend on the one before.
    if (said.data.value.map((meeting) => keepClose(db, meeting)).includes(true)) tell(['meetings'])
  }
  const tell = (topics: Topic[]) => emit({ kind: 'changed', topics })
  function closed(value: unknown): void {
    const said = Closed.safeParse(value).data
    if (said === undefined) return
    for (const { ticket, noteIds } of said.opened) keepQuoted(db, ticket, noteIds)
    keepClose(db, said.meeting)
  }
  function catchUp(): Promise<void> {
    if (running !== null) {
      // It may have asked already for what is told now.
      isAskedAgain = true
      return running
    }
    running = (async () => {
      do {
        isAskedAgain = false
        await askAll()
      } while (isAskedAgain && goesOn())
      running = null
    })()
    return running
  }
  const look = () => {
    soon = null
    void catchUp()
  }
  const stopStates = link.onState(({ kind }) => {
    if (kind === 'here') look()
  })
  const stopEvents = link.onEvent((event) => {
    if (event.kind === 'changed' && event.topics.some((topic) => ASKED_BY.has(topic)))
      soon ??= setTimeout(look, restMs).unref()
  })
  look()

  return {
    noticed: (call, input, value) => {
      const ticket = Ticket.safeParse(value).data
      const noteIds = Opened.safeParse(input).data?.noteIds
      if (call === 'tickets.open' && ticket !== undefined && noteIds !== undefined) keepQuoted(db, ticket, noteIds)
      const withdrawn = Withdrawn.safeParse(input).data?.ticketId
      if (call === 'tickets.withdraw' && withdrawn !== undefined) freeQuoted(db, withdrawn, clock.now())
      if (call === 'meetings.close' || call === 'meetings.reopen') closings += 1
      if (call === 'meetings.close') closed(value)
      if (call === 'meetings.reopen') {
        for (const ticketId of Reopened.safeParse(value).data?.withdrawn ?? []) freeQuoted(db, ticketId, clock.now())
        forgetClose(db, CloseId.safeParse(input).data?.closeId ?? '')
      }
    },
    catchUp,
    close: async () => {
      isClosed = true
      stopStates()
      stopEvents()
      if (soon !== null) clearTimeout(soon)
      await running
    },
  }
}
