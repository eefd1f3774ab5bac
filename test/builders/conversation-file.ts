import { v7 } from 'uuid'

/** Seconds from the beginning, who says it, and what. */
export type SaidAt = readonly [seconds: number, by: 'agent' | 'customer', text: string]

/** The bytes of a conversation file in which this was said. */
export function conversationOf(...said: readonly SaidAt[]): string {
  const dialog = said.map(([seconds, by, body]) => {
    const party = by === 'agent' ? 0 : 1
    const start = new Date(Date.UTC(2026, 8, 18, 1, 0, seconds)).toISOString()
    return { type: 'text', start, parties: [party], originator: party, mimetype: 'text/plain', body }
  })
  const parties = [{ name: '小李', role: 'agent' }, { role: 'contact' }]
  return Buffer.from(JSON.stringify({ vcon: '0.0.1', uuid: v7(), parties, dialog })).toString('base64')
}
