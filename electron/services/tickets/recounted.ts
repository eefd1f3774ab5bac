import { setImmediate as nextTurn } from 'node:timers/promises'
import type { MovedDeadlines } from '../../../shared/contract/house/calendar.ts'
import { recounting } from '../../../shared/domain/tickets/recount.ts'
import { makeWallClock } from '../../adapters/exports/wall-clock.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { personName } from '../../storage/house/people.ts'
import { readRoom } from '../../storage/house/room.ts'
import { type MovedDeadline, moveDeadlines } from '../../storage/tickets/moved-deadlines.ts'
import { openNumbers, stateOfOpen } from '../../storage/tickets/ticket-list.ts'
import { ticketsByNumbers } from '../../storage/tickets/tickets.ts'
import type { CountedByCalendar } from '../house/calendar.ts'
import type { ServiceParts } from '../parts.ts'

type MoveTold = MovedDeadlines['moves'][number]

/** Tickets looked at in one go: a few milliseconds, so that a note that comes meanwhile waits no longer than that. */
const AT_ONCE = 200

/** The deadlines of open tickets follow the work calendar; the histories say so, in the time of the room. */
export const openDeadlines = (parts: ServiceParts): CountedByCalendar => ({
  movedBy: async (before, after, how) => {
    const { db, clock } = parts
    const now = clock.now()
    const state = stateOfOpen(db)
    const { numbers, earliest } = openNumbers(db)
    const recount = recounting({ before, after, now, earliest: earliest ?? now })
    const wall = makeWallClock(runOn(db, readRoom()).timeZone)
    const found: { move: MoveTold; deadline: MovedDeadline }[] = []
    for (let done = 0; done < numbers.length; done += AT_ONCE) {
      if (done > 0 && how === 'bit_by_bit') await nextTurn()
      for (const { ticket, to, isLate } of recount(ticketsByNumbers(db, numbers.slice(done, done + AT_ONCE)))) {
        const { id: ticketId, number, title, version, dueAt: from } = ticket
        found.push({
          move: { ticketId, number, title, from, to, isLate },
          deadline: {
            ...{ ticketId, version, dueAt: to, eventId: clock.newId() },
            remark: `${wall.text(from)} → ${wall.text(to)}`,
          },
        })
      }
    }
    const deadlines = found.map(({ deadline }) => deadline)
    return {
      moves: found.map(({ move }) => move).sort((one, other) => (one.from < other.from ? -1 : 1)),
      isStillSo: () => stateOfOpen(db) === state,
      move: ({ personId }) =>
        moveDeadlines(db, deadlines, {
          at: clock.now(),
          actorId: personId,
          actorName: runOn(db, personName(personId)),
        }),
    }
  },
})
