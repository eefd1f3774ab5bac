import { createHash } from 'node:crypto'
import type { CalendarYear, MovedDeadlines } from '../../../shared/contract/house/calendar.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import {
  enteredYear,
  faultOfDays,
  inOrder,
  shippedYear,
  specialDays,
  withYear,
} from '../../../shared/domain/house/calendar-days.ts'
import type { WorkCalendar } from '../../../shared/domain/house/work-calendar.ts'
import { isTooLargeList, readFile } from '../../adapters/reading/read-file.ts'
import type { Query } from '../../storage/engine/query.ts'
import { readCalendar, readYear, saveYear, yearName } from '../../storage/house/calendar.ts'
import { roomToChange } from '../../storage/house/room.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'

type MovedDeadline = MovedDeadlines['moves'][number]

/** What counts by the calendar: told of every change before it is made. */
export interface CountedByCalendar {
  /** Nobody waits for it who asks for something else, and what is counted may change meanwhile. */
  movedBitByBit(before: WorkCalendar, after: WorkCalendar): Promise<Counted>
  /** Inside the transaction that saves. */
  movedInOneGo(before: WorkCalendar, after: WorkCalendar): Query<Counted>
}

export interface Counted {
  /** Soonest due first. */
  readonly moves: MovedDeadline[]
  /** Whether the same would be counted now. */
  isStillSo(): Query<boolean>
  /** Does it. */
  move(asker: Asker): Query<void>
}

type Wish = Parameters<Service<'calendar'>['save']>[0]

/** Somebody who changes tickets all the time must not put it off for ever. */
const MOST_TRIES = 3
/** More are not read by anybody before they decide. */
const MOST_SHOWN = 100

export function calendarService({ engine, clock }: HouseParts, deadlines: CountedByCalendar): Service<'calendar'> {
  /** What would be counted with before and after; or why it cannot be saved. */
  function* meant({ year, seenVersion, days }: Wish) {
    yield* mustBeAsSeen(yearName(year), yield* readYear(year), seenVersion)
    const before = yield* readCalendar()
    const fault = days === null ? null : faultOfDays(year, days, before)
    if (fault !== null) return { ok: false, ...fault } as const
    const after = withYear(before, year, days === null ? shippedYear(year) : enteredYear(days))
    return { ok: true, before, after } as const
  }

  function* saved({ year, days, toldMoves }: Wish, { moves, move }: Counted, asker: Asker) {
    if (moves.length > 0 && markOf(moves) !== toldMoves)
      return { ok: false, code: 'moves_deadlines', detail: told(moves) } as const
    const by = { at: clock.now(), actorId: asker.personId }
    yield* saveYear(year, yield* readYear(year), days === null ? null : inOrder(days), by)
    yield* move(asker)
    const back = moves.map((each) => ({ ...each, from: each.to, to: each.from }))
    const backMark = moves.length === 0 ? null : markOf(back)
    return accept({ ...(yield* shownYear(year)), movedCount: moves.length, backMark })
  }

  return {
    year: ({ year }) =>
      engine.read(function* () {
        return accept(yield* shownYear(year))
      }),

    save: async (wish, asker) => {
      // Counted first, then done as a whole in one transaction, where what was counted is still so.
      for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
        const wanted = await engine.read(() => meant(wish))
        if (!wanted.ok) return wanted
        const counted = await deadlines.movedBitByBit(wanted.before, wanted.after)
        const answer = await engine.transact(function* () {
          yield* roomToChange()
          if ((yield* readCalendar()) !== wanted.before || !(yield* counted.isStillSo())) return 'changed_meanwhile'
          return yield* saved(wish, counted, asker)
        })
        if (answer !== 'changed_meanwhile') return answer
      }
      return engine.transact(function* () {
        yield* roomToChange()
        const wanted = yield* meant(wish)
        if (!wanted.ok) return wanted
        return yield* saved(wish, yield* deadlines.movedInOneGo(wanted.before, wanted.after), asker)
      })
    },

    readFile: async ({ base64 }) => {
      if (isTooLargeList(base64)) return refuse('file_too_large')
      const found = (await readFile('calendar', base64)) ?? { code: 'unreadable' as const }
      return 'code' in found ? refuse(found.code) : { ok: true, value: found }
    },
  }
}

function* shownYear(year: number): Query<CalendarYear> {
  const { days, version } = yield* readYear(year)
  const shipped = shippedYear(year)
  const source = days !== null ? 'entered' : shipped !== null ? 'shipped' : 'missing'
  const { weekdays } = yield* readCalendar()
  return { year, days: [...(days ?? (shipped === null ? [] : specialDays(shipped)))], source, weekdays, version }
}

/** Whichever is due first: the way back has the same mark in another order. */
const inNumberOrder = (moves: readonly MovedDeadline[]) => moves.toSorted((one, other) => one.number - other.number)

const markOf = (moves: readonly MovedDeadline[]): string =>
  createHash('sha256')
    .update(JSON.stringify(inNumberOrder(moves).map(({ number, from, to }) => [number, from, to])))
    .digest('hex')
    .slice(0, 32)

const told = (moves: readonly MovedDeadline[]): MovedDeadlines => ({
  mark: markOf(moves),
  count: moves.length,
  lateCount: moves.filter(({ isLate }) => isLate).length,
  moves: moves.slice(0, MOST_SHOWN),
})
