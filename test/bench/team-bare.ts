import type { Client } from 'pg'
import { v7 } from 'uuid'
import { postgresText } from '../../electron/storage/engine/postgres-text.ts'
import type { Parameters } from '../../electron/storage/engine/query.ts'
import { heardTexts } from '../../electron/storage/hub/heard-texts.ts'
import { bookingQueries } from '../../electron/storage/seats/bookings.ts'
import type { UploadedRow } from '../../electron/team/wire.ts'
import { boardDate, openTickets, type Place, sessionIdOf } from './team-asks.ts'

/** What the database alone takes for each kind of call: the rows that it is answered with, and nothing decided, checked or turned into JSON. */
export function bareSql(client: Client, aPlace: () => Place) {
  const run = (sql: string, parameters: Parameters) => {
    const text = postgresText(sql, parameters)
    return text === null ? null : client.query({ text: text.text, values: text.values })
  }
  const board = { startsAt: `${boardDate}T00:00:00.000Z`, endsAt: `${boardDate}T24:00:00.000Z`, lookBackTo: boardDate }
  return {
    'people.list': () => run('SELECT id, name, department, role, employee_number, email, version FROM person', []),
    'bookings.board': () => run(bookingQueries.board, board),
    'tickets.list': () =>
      run(
        `SELECT * FROM ticket WHERE state IN ('unclaimed', 'in_progress') AND withdrawn_at IS NULL ORDER BY due_at LIMIT ${openTickets.limit}`,
        [],
      ),
    'sessions.list': () =>
      run(
        `SELECT session.*, person.name FROM session LEFT JOIN person ON person.id = listener_id ORDER BY started_at DESC LIMIT 50`,
        [],
      ),
    'notes.ofSession': (count: number) =>
      run(
        'SELECT note.* FROM note JOIN call ON call.id = call_id WHERE session_id = ? ORDER BY call.number, offset_ms',
        [sessionIdOf(count)],
      ),
    'bookings.reserve': async () => {
      const { personId, seatId, startsAt, endsAt } = aPlace()
      await client.query('BEGIN')
      await run('SELECT 1 FROM seat WHERE id = ? FOR NO KEY UPDATE', [seatId])
      await run(
        `INSERT INTO booking (id, seat_id, person_id, purpose, starts_at, ends_at, state) VALUES (?, ?, ?, 'listen', ?, ?, 'booked')`,
        [v7(), seatId, personId, startsAt, endsAt],
      )
      await client.query('COMMIT')
    },
  } as const
}

/** The same rows by one text for each table, in one transaction. */
export async function layBare(client: Client, deskId: string, entries: readonly UploadedRow[]): Promise<void> {
  await client.query('BEGIN')
  for (const [table, { insert }] of Object.entries(heardTexts)) {
    const rows = entries.flatMap((entry) => ('row' in entry && entry.table === table ? [entry.row] : []))
    const once = table === 'session' ? rows.slice(0, 1) : rows
    const text = postgresText(`${insert} DO NOTHING`, { rows: JSON.stringify(once), deskId })
    if (text !== null && once.length > 0) await client.query({ text: text.text, values: text.values })
  }
  await client.query('COMMIT')
}
