import type {
  Hours,
  LimitWindow,
  RoomDays,
  RoomRules,
  WeekHours,
} from '../../../../../shared/contract/house/room-rules.ts'
import { MOST_SEATS } from '../../../../../shared/contract/limits.ts'
import { dateFrom } from '../../../../lib/plain-dates.ts'
import { readNumber } from '../../../../lib/read-number.ts'
import { readTimeOfDay } from '../../../../lib/time-typed.ts'

/** A day of the week as it stands in the fields; its times stay when it is closed, for another thought. */
export interface DayHours extends Hours {
  isOpen: boolean
}

/** Days with a name. `seats`: numbers as typed, empty for all of them. */
export interface DaysForm {
  kind: RoomDays['kind']
  from: string | null
  to: string | null
  zh: string
  en: string
  seats: string
  seatCount: number | null
}

/** What stands in the fields of the rules. */
export interface RulesForm {
  seatCount: number | null
  slotMinutes: RoomRules['slotMinutes']
  bufferMinutes: number | null
  week: readonly DayHours[]
  seatWeeks: readonly { seatNumber: number | null; week: readonly DayHours[] }[]
  /** Null: nothing is typed, which means however far; NaN: what is typed is no number. */
  aheadDays: number | null
  noticeDays: number | null
  /** Null: nothing is typed, which means as many as somebody likes. */
  limits: Readonly<Record<LimitWindow, number | null>>
  beforeMinutes: number | null
  graceMinutes: number | null
  holdMinutes: number | null
  days: readonly DaysForm[]
}

export const LIMIT_WINDOWS = ['day', 'week', 'month', 'year', 'to_come'] as const satisfies readonly LimitWindow[]

/** The numbers, each with what it takes. */
export const RANGES = {
  seatCount: [1, MOST_SEATS],
  bufferMinutes: [0, 240],
  noticeDays: [0, 60],
  aheadDays: [0, 730],
  beforeMinutes: [0, 240],
  graceMinutes: [0, 240],
  holdMinutes: [15, 2_400],
  limit: [1, 200],
} as const

/** Which field cannot be read, by its place in the form: `seatCount`, `week.3.opensAt`, `days.0.from`. */
export type FormFault = { field: string; kind: 'range' | 'time' | 'date' | 'seats'; least?: number; most?: number }

const USUAL: Hours = { opensAt: '09:00', closesAt: '21:00' }

const weekForm = (week: WeekHours): DayHours[] => {
  const usual = week.find((hours) => hours !== null) ?? USUAL
  return week.map((hours) => ({ ...(hours ?? usual), isOpen: hours !== null }))
}

export function formOfRules(rules: RoomRules): RulesForm {
  const { seatCount, slotMinutes, bufferMinutes, aheadDays, noticeDays, holdMinutes } = rules
  const limitOf = (window: LimitWindow) => rules.limits.find(({ per }) => per === window)?.count ?? null
  return {
    ...{ seatCount, slotMinutes, bufferMinutes, aheadDays, noticeDays, holdMinutes, ...rules.checkIn },
    week: weekForm(rules.week),
    seatWeeks: rules.seatWeeks.map(({ seatNumber, week }) => ({ seatNumber, week: weekForm(week) })),
    limits: {
      ...{ day: limitOf('day'), week: limitOf('week'), month: limitOf('month') },
      ...{ year: limitOf('year'), to_come: limitOf('to_come') },
    },
    days: rules.days.map((days) => ({
      ...{ kind: days.kind, from: days.from, to: days.to, zh: days.name.zh, en: days.name.en },
      seats: days.kind === 'closed' ? (days.seatNumbers ?? []).join(' ') : '',
      seatCount: days.kind === 'peak' ? days.seatCount : null,
    })),
  }
}

/** The rules that the fields mean, or the first field that cannot be read. */
export function rulesOfForm(form: RulesForm): { ok: true; rules: RoomRules } | { ok: false; fault: FormFault } {
  const faults: FormFault[] = []
  const number = (field: string, value: number | null, [least, most]: readonly [number, number]) => {
    if (value !== null && Number.isInteger(value) && value >= least && value <= most) return value
    faults.push({ field, kind: 'range', least, most })
    return least
  }
  const week = (field: string, days: readonly DayHours[]) =>
    days.map(({ isOpen, ...typed }, index) => {
      if (!isOpen) return null
      const [opensAt, closesAt] = [readTimeOfDay(typed.opensAt), readTimeOfDay(typed.closesAt)]
      if (opensAt !== null && opensAt !== '24:00' && closesAt !== null) return { opensAt, closesAt }
      const edge = opensAt === null || opensAt === '24:00' ? 'opensAt' : 'closesAt'
      faults.push({ field: `${field}.${index}.${edge}`, kind: 'time' })
      return null
    })
  const rules: RoomRules = {
    seatCount: number('seatCount', form.seatCount, RANGES.seatCount),
    slotMinutes: form.slotMinutes,
    bufferMinutes: number('bufferMinutes', form.bufferMinutes, RANGES.bufferMinutes),
    week: week('week', form.week),
    seatWeeks: form.seatWeeks.map((own, index) => ({
      seatNumber: number(`seatWeeks.${index}`, own.seatNumber, RANGES.seatCount),
      week: week(`seatWeeks.${index}`, own.week),
    })),
    noticeDays: number('noticeDays', form.noticeDays, RANGES.noticeDays),
    aheadDays: form.aheadDays === null ? null : number('aheadDays', form.aheadDays, RANGES.aheadDays),
    limits: LIMIT_WINDOWS.flatMap((per) => {
      const count = form.limits[per]
      return count === null ? [] : [{ per, count: number(`limits.${per}`, count, RANGES.limit) }]
    }),
    checkIn: {
      beforeMinutes: number('beforeMinutes', form.beforeMinutes, RANGES.beforeMinutes),
      graceMinutes: number('graceMinutes', form.graceMinutes, RANGES.graceMinutes),
    },
    holdMinutes: number('holdMinutes', form.holdMinutes, RANGES.holdMinutes),
    days: form.days.flatMap((days, index): RoomDays[] => {
      const from = dateFrom(days.from)
      const to = dateFrom(days.to ?? days.from)
      const seatNumbers = readSeats(days.seats)
      const isUnreadable = days.kind === 'closed' && seatNumbers === 'unreadable'
      if (isUnreadable) faults.push({ field: `days.${index}.seats`, kind: 'seats' })
      if (from === null || to === null)
        faults.push({ field: `days.${index}.${from === null ? 'from' : 'to'}`, kind: 'date' })
      if (from === null || to === null || seatNumbers === 'unreadable') return []
      const name = { zh: days.zh.trim(), en: days.en.trim() }
      if (days.kind === 'closed') return [{ kind: 'closed', from, to, name, seatNumbers }]
      const seatCount = number(`days.${index}.seatCount`, days.seatCount, RANGES.seatCount)
      return [{ kind: 'peak', from, to, name, seatCount }]
    }),
  }
  const [fault] = faults
  return fault === undefined ? { ok: true, rules } : { ok: false, fault }
}

/** «3, 4» or «3、4»; nothing means all. */
function readSeats(typed: string): number[] | null | 'unreadable' {
  const parts = typed.split(/[\s,，、;；]+/).filter((part) => part !== '')
  if (parts.length === 0) return null
  const numbers = [...new Set(parts.map((part) => readNumber(part) ?? Number.NaN))]
  return numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= MOST_SEATS)
    ? numbers.sort((a, b) => a - b)
    : 'unreadable'
}
