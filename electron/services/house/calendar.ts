import { createHash } from 'node:crypto'
import type { CalendarYear, MovedDeadlines } from '../../../shared/contract/house/calendar.ts'
import type { Service } from '../../../shared/contract/services.ts'
import {
  enteredYear,
  faultOfDays,
  inOrder,
  shippedYear,
  specialDays,
  withYear,
} from '../../../shared/domain/house/calendar-days.ts'
import { type Recounted, recount } from '../../../shared/domain/tickets/recount.ts'
import { isTooLargeFile, readFile } from '../../adapters/reading/read-file.ts'
import { inTransaction } from '../../storage/database.ts'
import { readYear, saveYear, yearName } from '../../storage/house/calendar.ts'
import { openTickets } from '../../storage/tickets/ticket-list.ts'
import type { StoredTicket } from '../../storage/tickets/tickets.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { ServiceParts } from '../parts.ts'
import { refuse } from '../refuse.ts'
import { recountTicket } from '../tickets/recounted.ts'

/** More are not read by anybody before they decide. */
const MOST_SHOWN = 100

export function calendarService(parts: ServiceParts): Service<'calendar'> {
  const { db, clock } = parts
  const read = (year: number): CalendarYear => {
    const { days, version } = readYear(db, year)
    const shipped = shippedYear(year)
    const source = days !== null ? 'entered' : shipped !== null ? 'shipped' : 'missing'
    const { weekdays } = parts.calendar()
    return { year, days: [...(days ?? (shipped === null ? [] : specialDays(shipped)))], source, weekdays, version }
  }
  return {
    year: ({ year }) => ({ ok: true, value: read(year) }),

    save: ({ year, seenVersion, days, toldMoves }, asker) =>
      inTransaction(db, () => {
        const stored = readYear(db, year)
        mustBeAsSeen(db, yearName(year), stored, seenVersion)
        const before = parts.calendar()
        const fault = days === null ? null : faultOfDays(year, days, before)
        if (fault !== null) return { ok: false, ...fault }
        const at = clock.now()
        const after = withYear(before, year, days === null ? shippedYear(year) : enteredYear(days))
        const moves = recount(openTickets(db), before, after, at)
        if (moves.length > 0 && markOf(moves) !== toldMoves)
          return { ok: false, code: 'moves_deadlines', detail: told(moves) }
        saveYear(db, year, stored, days === null ? null : inOrder(days), { at, actorId: asker.personId })
        for (const { ticket, to } of moves) recountTicket(parts, asker, ticket, to)
        return { ok: true, value: { ...read(year), movedCount: moves.length } }
      }),

    readFile: async ({ base64 }) => {
      if (isTooLargeFile(base64)) return refuse('file_too_large')
      const found = (await readFile('calendar', base64)) ?? { code: 'unreadable' as const }
      return 'code' in found ? refuse(found.code) : { ok: true, value: found }
    },
  }
}

const markOf = (moves: readonly Recounted<StoredTicket>[]): string =>
  createHash('sha256')
    .update(JSON.stringify(moves.map(({ ticket, to }) => [ticket.number, ticket.dueAt, to])))
    .digest('hex')
    .slice(0, 32)

const told = (moves: readonly Recounted<StoredTicket>[]): MovedDeadlines => ({
  mark: markOf(moves),
  count: moves.length,
  lateCount: moves.filter(({ isLate }) => isLate).length,
  moves: moves.slice(0, MOST_SHOWN).map(({ ticket, to, isLate }) => ({
    ...{ ticketId: ticket.id, number: ticket.number, title: ticket.title },
    ...{ from: ticket.dueAt, to, isLate },
  })),
})
