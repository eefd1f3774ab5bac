import { ticketsService } from '../../electron/services/tickets/tickets.ts'
import { TicketFilter } from '../../shared/contract/tickets/tickets.ts'
import { accepted } from '../builders/outcomes.ts'
import { aDesk, nobody } from './desk.ts'
import type { Benchmark } from './result.ts'
import { measureWords, type WordSearch } from './word-search.ts'
import { searches } from './words.ts'

const PAGE = 50
const FOUND = `withdrawn_at IS NULL AND (title LIKE :like OR EXISTS (SELECT 1 FROM ticket_quote
  JOIN note ON note.id = ticket_quote.note_id WHERE ticket_quote.ticket_id = ticket.id AND note.text LIKE :like))`

/** The search of the ticket list, words of one to three characters, against LIKE on the same rows. */
export const search: Benchmark = {
  names: ['search-one-character', 'search-two-characters', 'search-three-characters'],
  run: async (archive) => {
    const desk = await aDesk(archive)
    const { db } = desk.parts
    try {
      const tickets = ticketsService(desk.parts)
      const page = db.prepare(`SELECT * FROM ticket WHERE ${FOUND} ORDER BY due_at, number LIMIT ${PAGE}`)
      const total = db.prepare(`SELECT count(*) FROM ticket WHERE ${FOUND}`).pluck()
      const find = async (text: string) => {
        const wish = { filter: TicketFilter.parse({ text }), sort: 'due_soonest', limit: PAGE, offset: 0 } as const
        return (await accepted(tickets.list(wish, nobody))).total
      }
      const like = (text: string) => {
        page.all({ like: `%${text}%` })
        return total.get({ like: `%${text}%` }) as number
      }
      const searching: WordSearch = { of: 'tickets', goal: { of: 'ratio', atMost: 1 }, find, like }
      return [
        await measureWords(searching, 'search-one-character', searches.one),
        await measureWords(searching, 'search-two-characters', searches.two),
        await measureWords(searching, 'search-three-characters', searches.three),
      ]
    } finally {
      desk.close()
    }
  },
}
