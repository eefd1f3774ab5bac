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
import { isTooLargeFile, readFile } from '../../adapters/reading/read-file.ts'
import { inTransaction } from '../../storage/database.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { readYear, saveYear, yearName } from '../../storage/house/calendar.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { ServiceParts } from '../parts.ts'
import { refuse } from '../refuse.ts'

type MovedDeadline = MovedDeadlines['moves'][number]

/** What counts by the calendar: told of every change before it is made. */
export interface CountedByCalendar {
  /** `bit_by_bit`: nobody waits for it who asks for something else, and what is counted may change meanwhile. */
  movedBy(before: WorkCalendar, after: WorkCalendar, how: 'bit_by_bit' | 'in_one_go'): Promise<Counted>
}

interface Counted {
  /** Soonest due first. */
  readonly moves: MovedDeadline[]
  /** Whether the same would be counted now. */
  isStillSo(): boolean
  /** Does it. */
  move(asker: Asker): void
}

type Wish = Parameters<Service<'calendar'>['save']>[0]
type Saved = Awaited<ReturnType<Service<'calendar'>['save']>>

type How = Parameters<CountedByCalendar['movedBy']>[2]

/** Somebody who changes tickets all the time must not put it off for ever. */
const MOST_TRIES = 3
/** More are not read by anybody before they decide. */
const MOST_SHOWN = 100

export function calendarService(parts: ServiceParts, deadlines: CountedByCalendar): Service<'calendar'> {
  const { db, clock } = parts
  const read = (year: number): CalendarYear => {
    const { days, version } = readYear(db, year)
    const shipped = shippedYear(year)
    const source = days !== null ? 'entered' : shipped !== null ? 'shipped' : 'missing'
    const { weekdays } = parts.calendar()
    return { year, days: [...(days ?? (shipped === null ? [] : specialDays(shipped)))], source, weekdays, version }
  }
  /** Counted first, then done as a whole in one transaction, where what was counted is still so. */
  const trySave = async (wish: Wish, asker: Asker, how: How): Promise<Saved | 'changed_meanwhile'> => {
    const { year, seenVersion, days, toldMoves } = wish
    runOn(db, mustBeAsSeen(yearName(year), readYear(db, year), seenVersion))
    const before = parts.calendar()
    const fault = days === null ? null : faultOfDays(year, days, before)
    if (fault !== null) return { ok: false, ...fault }
    const after = withYear(before, year, days === null ? shippedYear(year) : enteredYear(days))
    const { moves, isStillSo, move } = await deadlines.movedBy(before, after, how)
    const isTold = moves.length === 0 || markOf(moves) === toldMoves
    const backMark =
      moves.length === 0 ? null : markOf(moves.map((each) => ({ ...each, from: each.to, to: each.from })))
    return inTransaction(db, () => {
      if (parts.calendar() !== before || !isStillSo()) return 'changed_meanwhile'
      if (!isTold) return { ok: false, code: 'moves_deadlines', detail: told(moves) }
      const by = { at: clock.now(), actorId: asker.personId }
      saveYear(db, year, readYear(db, year), days === null ? null : inOrder(days), by)
      move(asker)
      return { ok: true, value: { ...read(year), movedCount: moves.length, backMark } }
    })
  }
  return {
    year: ({ year }) => ({ ok: true, value: read(year) }),

    save: async (wish, asker) => {
      for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
        const answer = await trySave(wish, asker, 'bit_by_bit')
        if (answer !== 'changed_meanwhile') return answer
      }
      const answer = await trySave(wish, asker, 'in_one_go')
      if (answer === 'changed_meanwhile')
        throw new Error('tickets changed while their deadlines were counted in one go')
      return answer
    },

    readFile: async ({ base64 }) => {
      if (isTooLargeFile(base64)) return refuse('file_too_large')
      const found = (await readFile('calendar', base64)) ?? { code: 'unreadable' as const }
      return 'code' in found ? refuse(found.code) : { ok: true, value: found }
    },
  }
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
