import { setImmediate as nextTurn } from 'node:timers/promises'
import { planExport } from '../../electron/services/exports/export-plan.ts'
import { searchService } from '../../electron/services/search/search.ts'
import { makeSearchIndex } from '../../electron/services/search/search-index.ts'
import { ticketsService } from '../../electron/services/tickets/tickets.ts'
import { TicketFilter, type TicketSort, type TicketState } from '../../shared/contract/tickets/tickets.ts'
import { notesOf, sessionsOf } from '../builders/heard.ts'
import { accepted } from '../builders/outcomes.ts'
import { draftWish, noteWishes } from './bare-writes.ts'
import { aDesk, type Desk, nobody } from './desk.ts'
import { growthOnScreen, growthOnScreenNames } from './growth-screens.ts'
import { keptArchives } from './large-archive.ts'
import { both, MEDIAN, takeTurns } from './measure.ts'
import { table } from './report.ts'
import { type Benchmark, type Result, resultOf } from './result.ts'
import { searches } from './words.ts'

const rounds = { rounds: 3, perRound: 12 }
const COUNT = (rounds.rounds + 1) * rounds.perRound
const goal = { of: 'ratio', atMost: 1.3 } as const

type Work = (count: number) => unknown

/** What people do, by its name; each works on the desk it is made for. */
const works: Readonly<Record<string, (desk: Desk) => Work>> = {
  'large-save-note': ({ parts, callId }) => {
    const notes = notesOf(parts)
    const wishes = noteWishes(callId, COUNT)
    return (count) => {
      const wish = wishes[count]
      if (wish !== undefined) return accepted(notes.add(wish, nobody))
    }
  },
  'large-store-draft': ({ parts, callId }) => {
    const notes = notesOf(parts)
    return (count) => accepted(notes.storeDraft(draftWish(callId, count), nobody))
  },
  'large-open-session': ({ parts }) => {
    const notes = notesOf(parts)
    const ids = parts.db.prepare('SELECT id FROM session ORDER BY started_at').pluck().all() as string[]
    return (count) => accepted(notes.ofSession({ sessionId: ids[(count * 37) % ids.length] ?? '' }, nobody))
  },
  'large-sessions': ({ parts }) => listingSessions(parts, ''),
  'large-sessions-of-person': ({ parts }) => listingSessions(parts, '王敏0A'),
  'large-today': ({ parts }) => {
    const [tickets, sessions, notes] = [ticketsService(parts), sessionsOf(parts), notesOf(parts)]
    const due = listing(parts, { states: OPEN }, 'due_soonest', 100)
    const newest = { listener: '', from: null, to: null, limit: 9, offset: 0 }
    return async (count) => [
      await due(count),
      await accepted(sessions.list(newest, nobody)),
      await accepted(sessions.current({}, nobody)),
      await accepted(notes.halfDone({}, nobody)),
      await accepted(tickets.issueTypes({}, nobody)),
    ]
  },
  'large-tickets-open': ({ parts }) => listing(parts, { states: OPEN }, 'due_soonest'),
  'large-tickets-all': ({ parts }) => listing(parts, {}, 'newest'),
  'large-tickets-departments': ({ parts }) => {
    const tickets = ticketsService(parts)
    return () => accepted(tickets.departments({}, nobody))
  },
  'large-ticket-search': ({ parts }) => {
    const tickets = ticketsService(parts)
    return (count) => accepted(tickets.list(firstPage({ text: word(count) }, 'due_soonest'), nobody))
  },
  /** As it is typed: most of these mean many people, who heard most of all. */
  'large-ticket-search-name': ({ parts }) => {
    const tickets = ticketsService(parts)
    const typed = ['王', '王敏', '王敏1', '王敏10', '王敏10A']
    return (count) =>
      accepted(tickets.list(firstPage({ text: typed[count % typed.length] ?? '' }, 'due_soonest'), nobody))
  },
  /** Whole, as it was copied, and a part of very many: what all references share is looked up for each. */
  'large-ticket-search-reference': ({ parts }) => {
    const tickets = ticketsService(parts)
    const typed = ['330100199000001999', '330100199000001', '000001', '330100199']
    return (count) =>
      accepted(tickets.list(firstPage({ text: typed[count % typed.length] ?? '' }, 'due_soonest'), nobody))
  },
  'large-ticket-search-rare': ({ parts }) => listing(parts, { text: '龃龉' }, 'due_soonest'),
  'large-find': ({ parts }) => {
    const index = makeSearchIndex(parts)
    const { everywhere } = searchService(parts, index)
    return (count) => accepted(everywhere({ text: word(count), limit: 4 }, nobody))
  },
  /** Parts that all references share, and one that thousands have. */
  'large-find-reference': ({ parts }) => {
    const { everywhere } = searchService(parts, makeSearchIndex(parts))
    const typed = ['330100199000001999', '0000', '000001', '330100199']
    return (count) => accepted(everywhere({ text: typed[count % typed.length] ?? '', limit: 4 }, nobody))
  },
  /** A note that is saved while the box looks for what nearly all references hold: it waits for what the search does in one go. */
  'large-note-while-finding': ({ parts, callId }) => {
    const { everywhere } = searchService(parts, makeSearchIndex(parts))
    const notes = notesOf(parts)
    const wishes = noteWishes(callId, COUNT)
    let searches = 0
    const search = async () => {
      searches += 1
      await everywhere({ text: '0000', limit: 4 }, nobody)
      searches -= 1
    }
    return async (count) => {
      // The desk may be closed under the last of them.
      if (searches === 0) search().catch(() => {})
      await nextTurn()
      const wish = wishes[count]
      if (wish !== undefined) return accepted(notes.add(wish, nobody))
    }
  },
  'large-export-choice': ({ parts }) => {
    const ids = parts.db.prepare('SELECT id FROM ticket ORDER BY number LIMIT 500').pluck().all() as string[]
    const wanted = { by: 'ids', ticketIds: ids } as const
    const wish = { wanted, scope: '500', language: 'zh', formats: ['csv'] } as const
    return () => parts.engine.read(() => planExport(parts.clock.now(), wish, parts.dataFolder))
  },
}

const OPEN: TicketState[] = ['unclaimed', 'in_progress', 'awaiting_information', 'awaiting_third_party']
const allWords = [...searches.one, ...searches.two, ...searches.three]
const word = (count: number): string => allWords[count % allWords.length] ?? ''

const firstPage = (filter: Partial<TicketFilter>, sort: TicketSort, limit = 80) => ({
  filter: TicketFilter.parse(filter),
  sort,
  limit,
  offset: 0,
})

function listing(parts: Desk['parts'], filter: Partial<TicketFilter>, sort: TicketSort, limit?: number): Work {
  const tickets = ticketsService(parts)
  const wish = firstPage(filter, sort, limit)
  return () => accepted(tickets.list(wish, nobody))
}

function listingSessions(parts: Desk['parts'], listener: string): Work {
  const sessions = sessionsOf(parts)
  return () => accepted(sessions.list({ listener, from: null, to: null, limit: 50, offset: 0 }, nobody))
}

/** Each figure in an archive of 1,000,000 notes and 200,000 tickets against the same in one of 50,000 and 10,000. */
export const growth: Benchmark = {
  names: [...Object.keys(works), ...growthOnScreenNames],
  run: async (_archive, isWanted = () => true) => {
    console.error('Laying 1,000,000 notes and 200,000 tickets, where they are not kept from an earlier run…')
    const archives = keptArchives()
    const results: Result[] = []
    const tell = (result: Result) => {
      results.push(result)
      // Each is said as it comes: the whole takes minutes.
      console.error(table([result]).split('\n').at(-1))
    }
    const [large, full] = [await aDesk(archives.large), await aDesk(archives.full)]
    try {
      for (const [name, on] of Object.entries(works)) {
        if (!isWanted(name)) continue
        const samples = await takeTurns(on(large), on(full), rounds)
        tell(resultOf(name, 'ms', both(samples, MEDIAN), goal))
      }
    } finally {
      large.close()
      full.close()
    }
    if (growthOnScreenNames.some(isWanted)) await growthOnScreen(archives, goal, isWanted, tell)
    return results
  },
}
