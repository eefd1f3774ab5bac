import type { Quote, Ticket, TimeLimit } from '../../../shared/contract/tickets/tickets.ts'
import type { ExportedQuote, ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { type ReadableDb, statement } from '../database.ts'
import { among, inEach, NUMBERS_IN_ORDER } from '../engine/in-each.ts'
import { type Query, rows } from '../engine/query.ts'

/** Few enough to stay small in memory, enough that the two texts cost little per ticket. */
const ROWS_AT_ONCE = 200

const TICKETS = inEach(
  (say) => `
SELECT t.id, t.number, t.title, t.issue_type_id AS issueTypeId, t.priority, t.state, t.department, t.owner_name AS ownerName,
  t.opened_at AS openedAt, t.due_at AS dueAt, t.answer_by AS answerBy, t.paused_at AS pausedAt,
  t.paused_working_ms AS pausedWorkingMs, t.limit_amount AS limitAmount, t.limit_unit AS limitUnit, t.closed_at AS closedAt,
  t.version, type.name_zh AS nameZh, type.name_en AS nameEn,
  (SELECT e.remark FROM ticket_event e WHERE e.ticket_id = t.id AND e.what = 'moved' AND e.remark IS NOT NULL
   ORDER BY e.rowid DESC LIMIT 1) AS remark,
  CASE WHEN EXISTS (SELECT 1 FROM ticket_quote q JOIN note n ON n.id = q.note_id
    JOIN silver_hair ON silver_hair.call_id = n.call_id AND silver_hair.mark = 'marked' WHERE q.ticket_id = t.id) THEN 1 ELSE 0 END AS silver
FROM ${say(NUMBERS_IN_ORDER)}
JOIN ticket t ON t.number = wanted.value
LEFT JOIN issue_type type ON type.id = t.issue_type_id
WHERE t.withdrawn_at IS NULL
ORDER BY wanted.key`,
)

const QUOTES = inEach(
  (say) => `
SELECT t.number AS ticketNumber, n.id AS noteId, n.kind, n.text, n.offset_ms AS offsetMs, c.id AS callId,
  c.number AS callNumber, c.reference AS callReference, c.started_at AS startedAt, person.name AS heardBy, room.time_zone AS heardZone
FROM ${say(NUMBERS_IN_ORDER)}
JOIN ticket t ON t.number = wanted.value
JOIN ticket_quote q ON q.ticket_id = t.id
JOIN note n ON n.id = q.note_id AND n.kind <> 'praise'
JOIN call c ON c.id = n.call_id
JOIN session ON session.id = c.session_id
LEFT JOIN person ON person.id = session.listener_id
LEFT JOIN booking ON booking.id = session.booking_id
LEFT JOIN seat ON seat.id = booking.seat_id
LEFT JOIN room ON room.id = seat.room_id
ORDER BY wanted.key, q.position`,
)

/** Few notes ever had a mask taken back; what they say now is for the mask to judge. */
const UNMASKED = inEach(
  (say) => `
SELECT n.text FROM ${say(NUMBERS_IN_ORDER)}
JOIN ticket t ON t.number = wanted.value
JOIN ticket_quote q ON q.ticket_id = t.id
JOIN note n ON n.id = q.note_id
WHERE t.withdrawn_at IS NULL
  AND EXISTS (SELECT 1 FROM note_event event WHERE event.call_id = n.call_id AND event.note_id = n.id AND event.what = 'unmasked')`,
)

/** The same from the other end: of a whole archive looking at each note takes seconds, and reading the story of all of them once does not. */
const UNMASKED_OF_MANY = inEach(
  (say) => `
SELECT n.text FROM (SELECT DISTINCT note_id FROM note_event WHERE what = 'unmasked') event
JOIN note n ON n.id = event.note_id
JOIN ticket_quote q ON q.note_id = n.id
JOIN ticket t ON t.id = q.ticket_id
WHERE t.withdrawn_at IS NULL AND ${say(among('t.number', 'bigint'))}`,
)
const MANY = 5_000

/** What the quoted notes of these tickets say that had a mask taken back, whether or not it is back by now. `many`: from how many tickets on they are looked for from the other end. */
export function* unmaskedTexts(numbers: readonly number[], many = MANY): Query<string[]> {
  const sql = numbers.length >= many ? UNMASKED_OF_MANY : UNMASKED
  return (yield* rows<{ text: string }>(sql, [JSON.stringify(numbers)])).map(({ text }) => text)
}

type TicketRow = Omit<Ticket, 'quoteCount'> & {
  limitAmount: number
  limitUnit: TimeLimit['unit']
  nameZh: string | null
  nameEn: string | null
  remark: string | null
  /** 1 where it quotes a marked call. */
  silver: number
}
/** As values in the order of the columns: for tens of thousands of rows SQLite takes longer to make objects than to read. */
type QuoteRow = [
  ticketNumber: number,
  noteId: string,
  kind: Quote['kind'],
  text: string,
  offsetMs: number,
  callId: string,
  callNumber: number,
  callReference: string | null,
  startedAt: string,
  heardBy: string | null,
  heardZone: string | null,
]

/** The tickets of these numbers, in this order; withdrawn ones are left out. One page of a file, small enough for one answer. */
export function* exportPage(numbers: readonly number[]): Query<ExportedTicket[]> {
  const wanted = [JSON.stringify(numbers)]
  const quotes = yield* rows<object>(QUOTES, wanted)
  const tickets = yield* rows<TicketRow>(TICKETS, wanted)
  return joined(
    quotes.map((quote) => Object.values(quote) as QuoteRow),
    tickets,
  )
}

function joined(quotes: readonly QuoteRow[], tickets: readonly TicketRow[]): ExportedTicket[] {
  const quotesOf = new Map<number, ExportedQuote[]>()
  for (const row of quotes) {
    const [ticketNumber, noteId, kind, text, offsetMs, callId, callNumber, callReference, startedAt, ...who] = row
    const [heardBy, heardZone] = who
    const heardAt = addMs(startedAt, offsetMs)
    const quote = { noteId, kind, text, offsetMs, callId, callNumber, callReference, heardAt, heardBy, heardZone }
    const ofTicket = quotesOf.get(ticketNumber)
    if (ofTicket === undefined) quotesOf.set(ticketNumber, [quote])
    else ofTicket.push(quote)
  }
  return tickets.map(({ nameZh, nameEn, remark, silver, limitAmount, limitUnit, ...ticket }) => {
    const ofTicket = quotesOf.get(ticket.number) ?? []
    return {
      ticket: { ...ticket, quoteCount: ofTicket.length },
      limit: { amount: limitAmount, unit: limitUnit },
      issueTypeNameZh: nameZh,
      issueTypeNameEn: nameEn,
      quotes: ofTicket,
      remark,
      isSilverHair: silver === 1,
    }
  })
}

/** Of all tickets that a file may tell of. */
export const ticketNumbers = (db: ReadableDb): number[] =>
  statement(db, 'SELECT number FROM ticket WHERE withdrawn_at IS NULL ORDER BY number').pluck().all() as number[]

/** The numbers of a file, page by page. */
export function* pagesOf(numbers: readonly number[]): Generator<readonly number[]> {
  for (let start = 0; start < numbers.length; start += ROWS_AT_ONCE) yield numbers.slice(start, start + ROWS_AT_ONCE)
}

/**
 * All pages from the desk's own file, bit by bit from one snapshot, so that a file never mixes two moments. Finish or break the loop: the
 * snapshot is held until then.
 */
export function* exportPages(db: ReadableDb, numbers: readonly number[]): Generator<ExportedTicket[]> {
  db.exec('BEGIN')
  try {
    for (const page of pagesOf(numbers)) {
      const wanted = JSON.stringify(page)
      const quotes = statement(db, QUOTES.sqlite).raw().all(wanted) as QuoteRow[]
      yield joined(quotes, statement(db, TICKETS.sqlite).all(wanted) as TicketRow[])
    }
  } finally {
    // A full disk has ended it already; that is what is told then.
    if (db.inTransaction) db.exec('COMMIT')
  }
}
