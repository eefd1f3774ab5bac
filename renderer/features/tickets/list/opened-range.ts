import type { PlainDate } from '../../../../shared/contract/values.ts'
import { weekOf } from '../../../../shared/domain/wall-clock.ts'

/** Ranges that are asked for by name. */
export const openedRanges = ['any', 'today', 'week', 'month', 'last_month'] as const
export type OpenedRange = (typeof openedRanges)[number]

export interface Dates {
  readonly openedFrom: PlainDate | null
  readonly openedTo: PlainDate | null
}

const dayBefore = (date: PlainDate): PlainDate =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) - 86_400_000).toISOString().slice(0, 10)

/** The days of a named range, both included. A range that goes on has no end, so that what comes tomorrow is in it. */
export function datesOf(range: OpenedRange, today: PlainDate): Dates {
  const firstOfMonth = `${today.slice(0, 7)}-01`
  switch (range) {
    case 'any':
      return { openedFrom: null, openedTo: null }
    case 'today':
      return { openedFrom: today, openedTo: null }
    case 'week':
      return { openedFrom: weekOf(today)[0] ?? today, openedTo: null }
    case 'month':
      return { openedFrom: firstOfMonth, openedTo: null }
    case 'last_month': {
      const openedTo = dayBefore(firstOfMonth)
      return { openedFrom: `${openedTo.slice(0, 7)}-01`, openedTo }
    }
  }
}

/** The name these dates have today, the shortest where two are the same; null when they have none. */
export const rangeOf = ({ openedFrom, openedTo }: Dates, today: PlainDate): OpenedRange | null =>
  openedRanges.find((range) => {
    const dates = datesOf(range, today)
    return dates.openedFrom === openedFrom && dates.openedTo === openedTo
  }) ?? null
