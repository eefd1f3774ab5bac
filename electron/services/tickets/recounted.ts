import { setImmediate as nextTurn } from 'node:timers/promises'
import type { MovedDeadlines } from '../../../shared/contract/house/calendar.ts'
import type { WorkCalendar } from '../../../shared/domain/house/work-calendar.ts'
import { recounting } from '../../../shared/domain/tickets/recount.ts'
import { makeWallClock } from '../../adapters/exports/wall-clock.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personName } from '../../storage/house/people.ts'
import { readRoom } from '../../storage/house/room.ts'
import { type MovedDeadline, moveDeadlines } from '../../storage/tickets/moved-deadlines.ts'
import { openNumbers, stateOfOpen } from '../../storage/tickets/ticket-list.ts'
import { ticketsByNumbers } from '../../storage/tickets/tickets.ts'
import type { Counted, CountedByCalendar } from '../house/calendar.ts'
import type { HouseParts } from '../parts.ts'

type MoveTold = MovedDeadlines['moves'][number]

/** Tickets looked at in one go: a few milliseconds, so that a note that comes meanwhile waits no longer than that. */
const AT_ONCE = 200

/** What one go after the other adds to. */
interface Counting {
  readonly state: string | null
  readonly numbers: readonly number[]
  readonly found: { move: MoveTold; deadline: MovedDeadline }[]
  /** Looks at the next tickets. */
  readonly lookAt: (numbers: readonly number[]) => Query<void>
}

/** The deadlines of open tickets follow the work calendar; the histories say so, in the time of the room. */
export const openDeadlines = ({ engine, clock }: HouseParts): CountedByCalendar => {
  function* begun(before: WorkCalendar, after: WorkCalendar): Query<Counting> {
    const now = clock.now()
    const state = yield* stateOfOpen()
    const { numbers, earliest } = yield* openNumbers()
    const recount = recounting({ before, after, now, earliest: earliest ?? now })
    const wall = makeWallClock((yield* readRoom()).timeZone)
    const found: Counting['found'] = []
    function* lookAt(some: readonly number[]): Query<void> {
      for (const { ticket, to, isLate } of recount(yield* ticketsByNumbers(some))) {
        const { id: ticketId, number, title, version, dueAt: from } = ticket
        const remark = `${wall.text(from)} → ${wall.text(to)}`
        found.push({
          move: { ticketId, number, title, from, to, isLate },
          deadline: { ticketId, version, dueAt: to, eventId: clock.newId(), remark },
        })
      }
    }
    return { state, numbers, found, lookAt }
  }
  const counted = ({ state, found }: Counting): Counted => ({
    moves: found.map(({ move }) => move).sort(bySoonest),
    *isStillSo() {
      return (yield* stateOfOpen()) === state
    },
    *move({ personId }) {
      const deadlines = found.map(({ deadline }) => deadline)
      yield* moveDeadlines(deadlines, { at: clock.now(), actorId: personId, actorName: yield* personName(personId) })
    },
  })
  return {
    movedBitByBit: async (before, after) => {
      const counting = await engine.read(() => begun(before, after))
      for (const [at, some] of inParts(counting.numbers).entries()) {
        if (at > 0) await nextTurn()
        await engine.read(() => counting.lookAt(some))
      }
      return counted(counting)
    },
    *movedInOneGo(before, after) {
      const counting = yield* begun(before, after)
      for (const some of inParts(counting.numbers)) yield* counting.lookAt(some)
      return counted(counting)
    },
  }
}

/** Due at the same moment, they stand in the order in which they were opened. */
const bySoonest = (one: MoveTold, other: MoveTold): number =>
  one.from === other.from ? one.number - other.number : one.from < other.from ? -1 : 1

const inParts = (numbers: readonly number[]): number[][] =>
  Array.from({ length: Math.ceil(numbers.length / AT_ONCE) }, (_, part) =>
    numbers.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  )
