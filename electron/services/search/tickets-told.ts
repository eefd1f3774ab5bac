import type { FoundTicket } from '../../../shared/contract/search/search.ts'
import type { NamesAlike } from '../../../shared/contract/tickets/names-alike.ts'
import { lettersOf, type Readings, saidIn } from '../../../shared/domain/house/name-sounds.ts'
import { foundRanges, typedTicketNumber } from '../../../shared/text/search-characters.ts'
import type { Query } from '../../storage/engine/query.ts'
import { listenersOf } from '../../storage/tickets/ticket-people.ts'
import { quotesOfTicket } from '../../storage/tickets/ticket-quotes.ts'
import type { StoredTicket } from '../../storage/tickets/tickets.ts'

/** What was typed, and the names it sounds like. */
export interface TypedWords {
  readonly text: string
  readonly alike: readonly NamesAlike[]
  readonly readings: Readings
}

export const nothingTyped: TypedWords = { text: '', alike: [], readings: new Map() }

/** Each with the quote that holds the words, when its title does not, or with the person whose name does. */
export function* told(tickets: readonly StoredTicket[], typed: TypedWords): Query<FoundTicket[]> {
  const isIn = (text: string) => foundRanges(text, typed.text).length > 0
  const found: FoundTicket[] = []
  for (const { limit: _, agreedDueAt: __, ...ticket } of tickets) {
    const isPlain = typed.text === '' || isIn(ticket.title) || typedTicketNumber(typed.text) === ticket.number
    const quote = isPlain ? undefined : (yield* quotesOfTicket(ticket.id)).find(({ text }) => isIn(text))
    const person = isPlain || quote !== undefined ? null : yield* personIn(ticket, typed)
    found.push({ ticket, quote: quote === undefined ? null : { kind: quote.kind, text: quote.text }, person })
  }
  return found
}

/** Who is meant: the owner before a listener. */
function* personIn(
  { id, ownerName }: Pick<StoredTicket, 'id' | 'ownerName'>,
  { text, alike, readings }: TypedWords,
): Query<FoundTicket['person']> {
  const owners = ownerName === null ? [] : [{ as: 'owner' as const, name: ownerName }]
  const listeners = (yield* listenersOf(id)).map((name) => ({ as: 'listener' as const, name }))
  for (const { as, name } of [...owners, ...listeners]) {
    if (foundRanges(name, text).length > 0) return { as, name, nameRange: null }
    const sounding = alike.find((names) => (as === 'owner' ? names.owners : names.listeners).includes(name))
    const nameRange = sounding === undefined ? null : saidIn(name, lettersOf(sounding.word) ?? '', readings)
    if (nameRange !== null) return { as, name, nameRange }
  }
  return null
}
