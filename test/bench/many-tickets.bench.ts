import { manyTicketsService } from '../../electron/services/tickets/many-tickets.ts'
import { MOST_AT_ONCE } from '../../shared/contract/limits.ts'
import type { TicketChange } from '../../shared/contract/tickets/many-tickets.ts'
import type { Priority } from '../../shared/contract/tickets/tickets.ts'
import { accepted } from '../builders/outcomes.ts'
import { aDesk, nobody } from './desk.ts'
import { both, MEDIAN, takeTurns } from './measure.ts'
import { type Benchmark, resultOf } from './result.ts'

const ROUNDS = { rounds: 3, perRound: 1 }

/** As many tickets as one change takes, with their history, and the way back; against the bare update of the same rows. */
export const changingMany: Benchmark = {
  names: ['change-many-tickets', 'change-type-of-many-tickets'],
  run: async (archive) => {
    const desk = await aDesk(archive)
    const { db } = desk.parts
    try {
      const many = manyTicketsService(desk.parts)
      const ids = db
        .prepare('SELECT id FROM ticket WHERE withdrawn_at IS NULL LIMIT ?')
        .pluck()
        .all(MOST_AT_ONCE) as string[]
      const tickets = ids.map((ticketId) => ({ ticketId, seenVersion: null }))
      const update = db.prepare('UPDATE ticket SET priority = ?, version = version + 1 WHERE id = ?')
      const bare = db.transaction((count: number) => {
        for (const id of ids) update.run((count % 4) + 1, id)
      })
      const thereAndBack = async (change: TicketChange) => {
        const { changed } = await accepted(many.change({ tickets, change }, nobody))
        await accepted(many.undo({ changes: changed }, nobody))
      }
      const priorities = await takeTurns(
        (count) => thereAndBack({ what: 'priority', priority: ((count % 4) + 1) as Priority }),
        bare,
        ROUNDS,
      )
      const types = await takeTurns(
        (count) => thereAndBack({ what: 'issueType', issueTypeId: TYPES[count % 2] ?? '', takesDepartment: true }),
        bare,
        ROUNDS,
      )
      // There and back: half of it is what a person waits for. More than a second would need to show how far it is.
      return [
        resultOf('change-many-tickets', 'ms', both(priorities, MEDIAN), { of: 'value', atMost: 2_000 }),
        resultOf('change-type-of-many-tickets', 'ms', both(types, MEDIAN), { of: 'value', atMost: 2_000 }),
      ]
    } finally {
      desk.close()
    }
  },
}

const TYPES = ['coupon', 'delivery']
