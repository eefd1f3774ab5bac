import type { Quote } from '../../../../shared/contract/tickets/tickets.ts'

export interface QuotedCall {
  readonly callId: string
  readonly number: number
  readonly reference: string | null
  readonly quotes: Quote[]
}

/** The quotes by the call in which they were heard, both in the order given. */
export function quoteCalls(quotes: readonly Quote[]): QuotedCall[] {
  const calls: QuotedCall[] = []
  for (const quote of quotes) {
    const last = calls.find((call) => call.callId === quote.callId)
    if (last !== undefined) last.quotes.push(quote)
    else calls.push({ callId: quote.callId, number: quote.callNumber, reference: quote.callReference, quotes: [quote] })
  }
  return calls
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
