import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb, writtenRows } from '../database.ts'
import { runOn } from '../engine/sqlite.ts'
import { insertClose, insertOutcome, takeCloseBack } from '../meetings/meeting-closes.ts'

/** A call has one meeting; at the hub it may bear the name of another one, which was begun there first. */
const OF_CALL = 'SELECT id FROM meeting WHERE call_id = ?'
const NAME = 'INSERT INTO meeting_alias (id, meeting_id, version) VALUES (?, ?, 0) ON CONFLICT DO NOTHING'
const LINE_HERE = 'SELECT 1 FROM meeting_line WHERE id = ? AND meeting_id = ?'
/** Null for one of an earlier closing whose answer was lost. */
const TICKET_HERE = 'SELECT id FROM ticket WHERE id = ?'
const FIND_TICKET = 'UPDATE meeting_outcome SET ticket_id = ? WHERE line_id = ? AND ticket_id IS NULL'

/**
 * What came of a meeting is written at the hub, and the meeting is this desk's as long as its session goes on: that it is closed, and which lines are done, is kept
 * here as the hub has it, so that it does not seem to run. Its tickets are kept already. Answers whether anything is different now.
 */
export function keepClose(db: WritableDb, said: Meeting): boolean {
  const meetingId = statement(db, OF_CALL).pluck().get(said.callId) as Id | undefined
  if (meetingId === undefined) return false
  const before = writtenRows(db)
  inTransaction(db, () => {
    if (said.id !== meetingId) statement(db, NAME).run(said.id, meetingId)
    for (const closeId of takenBack(db, meetingId, said)) runOn(db, takeCloseBack(closeId))
    const { closeId, closedAt, ranMs, lines } = said
    if (closeId === null || closedAt === null) return
    runOn(db, insertClose({ id: closeId, meetingId, closedAt, closedBy: null, ranMs: ranMs ?? 0 }))
    for (const { id: lineId, outcome } of lines) {
      if (outcome === null || statement(db, LINE_HERE).get(lineId, meetingId) === undefined) continue
      const ticketId = (statement(db, TICKET_HERE).pluck().get(outcome.ticket?.id) as Id | undefined) ?? null
      runOn(db, insertOutcome({ lineId, closeId, what: outcome.what, ticketId, ticketVersion: null }))
      if (ticketId !== null) statement(db, FIND_TICKET).run(ticketId, lineId)
    }
  })
  return writtenRows(db) !== before
}

const CLOSES = `SELECT meeting_close.id, closed_at AS closedAt, line_id AS lineId, ticket_id AS ticketId FROM meeting_close
  LEFT JOIN meeting_outcome ON close_id = meeting_close.id WHERE meeting_id = ?`

interface Closing {
  readonly id: Id
  readonly closedAt: Instant
  readonly lineId: Id | null
  readonly ticketId: Id | null
}

/** Of the closings that are known here: those that the hub does not know any more, by what it says of the lines. */
function takenBack(db: ReadableDb, meetingId: Id, { closeId, closedAt, lines }: Meeting): ReadonlySet<Id> {
  const now = new Map(lines.map(({ id, outcome }) => [id, outcome]))
  const isGone = (known: Closing) => {
    if (closedAt === null || known.closedAt > closedAt) return true
    const outcome = known.lineId === null ? undefined : now.get(known.lineId)
    if (outcome === undefined || known.id === closeId) return false
    return outcome === null || (known.ticketId !== null && outcome.ticket?.id !== known.ticketId)
  }
  const known = statement(db, CLOSES).all(meetingId) as Closing[]
  return new Set(known.filter(isGone).map(({ id }) => id))
}

const MET = 'SELECT EXISTS (SELECT 1 FROM meeting JOIN call ON call.id = meeting.call_id WHERE call.session_id = ?)'

/** Whether somebody met here about a call of the session. */
export const hasMeetings = (db: ReadableDb, sessionId: Id): boolean => statement(db, MET).pluck().get(sessionId) === 1

/** It was taken back. */
export const forgetClose = (db: WritableDb, closeId: Id): void => void runOn(db, takeCloseBack(closeId))
