import type { Ticket, TimeLimit } from '../../../shared/contract/tickets/tickets.ts'
import type { ExportedQuote, ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { type ReadableDb, statement } from '../database.ts'

/** Few enough to stay small in memory, enough that the two statements cost little per ticket. */
const BATCH = 200

const TICKETS = `
SELECT t.id, t.number, t.title, t.issue_type_id AS issueTypeId, t.priority, t.state, t.department, t.owner_name AS ownerName,
  t.opened_at AS openedAt, t.due_at AS dueAt, t.answer_by AS answerBy, t.paused_at AS pausedAt,
  t.paused_working_ms AS pausedWorkingMs, t.limit_amount AS limitAmount, t.limit_unit AS limitUnit, t.closed_at AS closedAt,
  t.version, type.name_zh AS nameZh, type.name_en AS nameEn,
  (SELECT e.remark FROM ticket_event e WHERE e.ticket_id = t.id AND e.what = 'moved' AND e.remark IS NOT NULL
   ORDER BY e.rowid DESC LIMIT 1) AS remark
FROM json_each(?) wanted
JOIN ticket t ON t.number = wanted.value
LEFT JOIN issue_type type ON type.id = t.issue_type_id
WHERE t.withdrawn_at IS NULL
ORDER BY wanted.key`

const QUOTES = `
SELECT t.number AS ticketNumber, n.id AS noteId, n.kind, n.text, n.offset_ms AS offsetMs, c.id AS callId,
  c.number AS callNumber, c.reference AS callReference, c.started_at AS startedAt, person.name AS heardBy
FROM json_each(?) wanted
JOIN ticket t ON t.number = wanted.value
JOIN ticket_quote q ON q.ticket_id = t.id
JOIN note n ON n.id = q.note_id
JOIN call c ON c.id = n.call_id
JOIN session ON session.id = c.session_id
LEFT JOIN person ON person.id = session.listener_id
ORDER BY wanted.key, q.position`

type TicketRow = Omit<Ticket, 'quoteCount'> & {
  limitAmount: number
  limitUnit: TimeLimit['unit']
  nameZh: string | null
  nameEn: string | null
  remark: string | null
}
/** As values in the order of the columns: for tens of thousands of rows making objects would take longer than reading them. */
type QuoteRow = [
  ticketNumber: number,
  noteId: string,
  kind: ExportedQuote['kind'],
  text: string,
  offsetMs: number,
  callId: string,
  callNumber: number,
  callReference: string | null,
  startedAt: string,
  heardBy: string | null,
]

/**
 * The tickets of these numbers, in this order, read bit by bit from one snapshot, so that a file never mixes two moments.
 * Withdrawn tickets are left out. Finish or break the loop: the snapshot is held until then.
 */
export function* exportRows(db: ReadableDb, numbers: readonly number[]): Generator<ExportedTicket> {
  db.exec('BEGIN')
  try {
    for (let start = 0; start < numbers.length; start += BATCH) {
      yield* batchOf(db, JSON.stringify(numbers.slice(start, start + BATCH)))
    }
  } finally {
    db.exec('COMMIT')
  }
}

/** The first few, for a preview; needs no snapshot because it is one batch. */
export function firstExportRows(db: ReadableDb, numbers: readonly number[], count: number): ExportedTicket[] {
  return [...batchOf(db, JSON.stringify(numbers.slice(0, count)))]
}

function* batchOf(db: ReadableDb, wanted: string): Generator<ExportedTicket> {
  const quotes = new Map<number, ExportedQuote[]>()
  for (const row of statement(db, QUOTES).raw().all(wanted) as QuoteRow[]) {
    const [ticketNumber, noteId, kind, text, offsetMs, callId, callNumber, callReference, startedAt, heardBy] = row
    const heardAt = addMs(startedAt, offsetMs)
    const quote = { noteId, kind, text, offsetMs, callId, callNumber, callReference, heardAt, heardBy }
    const ofTicket = quotes.get(ticketNumber)
    if (ofTicket === undefined) quotes.set(ticketNumber, [quote])
    else ofTicket.push(quote)
  }
  for (const { nameZh, nameEn, remark, limitAmount, limitUnit, ...ticket } of statement(db, TICKETS).all(
    wanted,
  ) as TicketRow[]) {
    const ofTicket = quotes.get(ticket.number) ?? []
    yield {
      ticket: { ...ticket, quoteCount: ofTicket.length },
      limit: { amount: limitAmount, unit: limitUnit },
      issueTypeNameZh: nameZh,
      issueTypeNameEn: nameEn,
      quotes: ofTicket,
      remark,
    }
  }
}
