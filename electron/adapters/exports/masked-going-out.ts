import type { ExportedQuote, ExportedTicket } from '../../../shared/domain/exports/exported-ticket.ts'
import { writable } from './writable.ts'

declare const wasMasked: unique symbol
/** Masked when stored; once more on the way out, because a file on a share cannot be called back. Only such a row becomes cells. */
export type GoingOut<Row = ExportedTicket> = Row & { readonly [wasMasked]: true }

/** All of a ticket that somebody typed, as it would be masked on its way out. */
export const typedWords = ({ ticket, quotes, remark }: ExportedTicket): string[] =>
  [ticket.title, ...quotes.map(({ text }) => text), ...(remark === null ? [] : [remark])].map(writable)

/** `mask`: as it was looked through, or by the masks. What stays as it is is not copied. */
export const goingOut = (row: ExportedTicket, mask: (text: string) => string): GoingOut =>
  ({
    ...row,
    ticket: { ...row.ticket, title: mask(writable(row.ticket.title)) },
    quotes: row.quotes.map((quote): ExportedQuote => {
      const text = mask(writable(quote.text))
      return text === quote.text ? quote : { ...quote, text }
    }),
    remark: row.remark === null ? null : mask(writable(row.remark)),
  }) as GoingOut
