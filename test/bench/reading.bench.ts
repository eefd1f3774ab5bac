import { ticketsService } from '../../electron/services/tickets/tickets.ts'
import { TicketFilter } from '../../shared/contract/tickets/tickets.ts'
import { notesOf } from '../builders/heard.ts'
import { accepted } from '../builders/outcomes.ts'
import { aDesk, nobody } from './desk.ts'
import { both, MEDIAN, takeTurns } from './measure.ts'
import { type Benchmark, resultOf } from './result.ts'

const rounds = { rounds: 20, perRound: 20 }
const PAGE = 50

/** Every column a note's screen needs, nothing made of it. */
const NOTES_OF_SESSION = `SELECT note.*, ticket_quote.ticket_id FROM note LEFT JOIN ticket_quote ON ticket_quote.note_id = note.id
  JOIN call ON call.id = note.call_id WHERE call.session_id = ? AND note.removed_at IS NULL
  ORDER BY call.number, note.offset_ms, note.id`
const FIRST_PAGE = `SELECT *, (SELECT count(*) FROM ticket_quote WHERE ticket_id = ticket.id) AS quotes FROM ticket
  WHERE withdrawn_at IS NULL ORDER BY due_at, number LIMIT ${PAGE}`

/** Opening a session's notes and the list of tickets, against the bare statements. */
export const reading: Benchmark = {
  names: ['open-session-notes', 'ticket-list'],
  run: async (archive) => {
    const desk = await aDesk(archive)
    const { db } = desk.parts
    try {
      const ids = db.prepare('SELECT id FROM session ORDER BY started_at').pluck().all() as string[]
      // Spread over all the years, so that no page of the database is always the same.
      const sessionOf = (count: number) => ids[(count * 37) % ids.length] ?? ''
      const notes = notesOf(desk.parts)
      const bareNotes = db.prepare(NOTES_OF_SESSION)
      const opened = await takeTurns(
        (count) => accepted(notes.ofSession({ sessionId: sessionOf(count) }, nobody)),
        (count) => bareNotes.all(sessionOf(count)),
        rounds,
      )
      const tickets = ticketsService(desk.parts)
      const barePage = db.prepare(FIRST_PAGE)
      const bareCount = db.prepare('SELECT count(*) FROM ticket WHERE withdrawn_at IS NULL').pluck()
      const firstPage = { filter: TicketFilter.parse({}), sort: 'due_soonest', limit: PAGE, offset: 0 } as const
      const listed = await takeTurns(
        () => accepted(tickets.list(firstPage, nobody)),
        () => [barePage.all(), bareCount.get()],
        rounds,
      )
      const goal = { of: 'ratio', atMost: 2 } as const
      return [
        resultOf('open-session-notes', 'ms', both(opened, MEDIAN), goal),
        resultOf('ticket-list', 'ms', both(listed, MEDIAN), goal),
      ]
    } finally {
      desk.close()
    }
  },
}
