import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { inTransaction, statement, type WritableDb } from '../database.ts'
import { runOn } from '../engine/sqlite.ts'
import { insertClose, insertOutcome, takeCloseBack } from '../meetings/meeting-closes.ts'

const IS_HERE = 'SELECT 1 FROM meeting WHERE id = ?'
/** Null for one of an earlier closing whose answer was lost. */
const TICKET_HERE = 'SELECT id FROM ticket WHERE id = ?'

/**
 * What came of a meeting is written at the hub, and the meeting is this desk's as long as its session goes on: that it is closed, and which lines are done, is kept
 * here, so that it does not seem to run. Its tickets are kept already.
 */
export function keepClose(db: WritableDb, { id: meetingId, closeId, closedAt, ranMs, lines }: Meeting): void {
  if (closeId === null || closedAt === null || statement(db, IS_HERE).get(meetingId) === undefined) return
  inTransaction(db, () => {
    runOn(db, insertClose({ id: closeId, meetingId, closedAt, closedBy: null, ranMs: ranMs ?? 0 }))
    for (const { id: lineId, outcome } of lines) {
      if (outcome === null) continue
      const ticketId =
        (statement(db, TICKET_HERE)
          .pluck()
          .get(outcome.ticket?.id ?? '') as Id | undefined) ?? null
      runOn(db, insertOutcome({ lineId, closeId, what: outcome.what, ticketId, ticketVersion: null }))
    }
  })
}

/** It was taken back. */
export const forgetClose = (db: WritableDb, closeId: Id): void => void runOn(db, takeCloseBack(closeId))
