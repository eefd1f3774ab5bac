import type { Quote, Ticket, TimeLimit } from '../../contract/tickets/tickets.ts'

/** `heardZone`: of the clock in the room where it was heard; null, or left out by a hub that does not say so: the house's. */
export type ExportedQuote = Quote & { heardZone?: string | null | undefined }

/** All that a file says about one ticket; the one row model of every export format. */
export type ExportedTicket = {
  ticket: Ticket
  /** As given when it was opened, or when its type changed. */
  limit: TimeLimit
  /** Null when the type is no longer on the list. */
  issueTypeNameZh: string | null
  issueTypeNameEn: string | null
  /** In the order in which they stand in the ticket. */
  quotes: ExportedQuote[]
  /** The last reason or explanation that was typed when the ticket moved. */
  remark: string | null
  /** It quotes a call that is marked as silver-hair service. */
  isSilverHair: boolean
}
