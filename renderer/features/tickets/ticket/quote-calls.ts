import type { Quote } from '../../../../shared/contract/tickets/tickets.ts'
import type { Instant } from '../../../../shared/contract/values.ts'
import type { AboutCall } from '../../../lib/words-in-hand.ts'

export interface QuotedCall {
  readonly callId: string
  readonly number: number
  readonly reference: string | null
  readonly heardBy: string | null
  /** When its first quoted words were heard. */
  readonly heardAt: Instant
  readonly quotes: Quote[]
}

/** The quotes by the call in which they were heard, both in the order given. */
export function quoteCalls(quotes: readonly Quote[]): QuotedCall[] {
  const calls: QuotedCall[] = []
  for (const quote of quotes) {
    const last = calls.find((call) => call.callId === quote.callId)
    if (last !== undefined) last.quotes.push(quote)
    else {
      const { callId, callNumber, callReference, heardBy, heardAt } = quote
      calls.push({ callId, number: callNumber, reference: callReference, heardBy, heardAt, quotes: [quote] })
    }
  }
  return calls
}

/** The call whose words a ticket is about, the first where it quotes several; null: it quotes none. */
export function aboutCallOf([quote]: readonly Quote[]): AboutCall | null {
  if (quote === undefined) return null
  const { callId, callNumber, callReference: reference } = quote
  return { callId, callNumber, reference, callStartedAt: null, seatNumber: null, roomId: null }
}

/** The text cut where the searched words stand: every second piece is a match. One piece when they stand nowhere. */
export function splitByMatch(text: string, wanted: string): string[] {
  const words = wanted
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return [text]
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return text.split(new RegExp(`(${escaped})`, 'giu'))
}
