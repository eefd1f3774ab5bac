import type { ExportSelection } from '../../../../shared/contract/exports/exports.ts'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Ticket, TicketFilter } from '../../../../shared/contract/tickets/tickets.ts'
import type { Picked } from '../ticket-desk.ts'

export interface ExportChoice {
  readonly selection: ExportSelection
  /** Names the file; empty where the choice has no name of its own. */
  readonly scope: string
  readonly ticketCount: number
}

export interface ExportFacts {
  readonly picked: Picked
  readonly filter: TicketFilter
  readonly total: number
  /** The tickets read so far: they know the departments of what was picked. */
  readonly tickets: readonly Ticket[]
  /** What the list is narrowed to, in words. */
  readonly viewName: string
}

/** The beginning of a proposed name; half a character at its end would be refused. */
const shortened = (name: string): string => name.slice(0, LONGEST.scope).replace(/[\ud800-\udbff]$/, '')

/** What goes out: the picked tickets, else everything found; null when that is nothing. */
export function exportChoice({ picked, filter, total, tickets, viewName }: ExportFacts): ExportChoice | null {
  if (picked.by === 'ids' && picked.ids.length > 0) {
    const departments = new Set(picked.ids.map((id) => tickets.find((ticket) => ticket.id === id)?.department ?? ''))
    const [only = ''] = departments.size === 1 ? departments : []
    return {
      selection: { by: 'ids', ticketIds: [...picked.ids] },
      scope: shortened(only),
      ticketCount: picked.ids.length,
    }
  }
  if (total === 0) return null
  return { selection: { by: 'filter', filter }, scope: shortened(viewName), ticketCount: total }
}
