import { useQuery } from '@tanstack/react-query'
import type { WeekHours } from '../../../../shared/contract/house/room-rules.ts'
import type { SeatUseCell } from '../../../../shared/contract/seats/seat-use.ts'
import type { Id, PlainDate } from '../../../../shared/contract/values.ts'
import { addDays } from '../../../lib/plain-dates.ts'
import { seatUseOf } from '../seats.queries.ts'

/** From how many days before today to how many after. */
const SPANS = { month: [-28, -1], quarter: [-91, -1], coming: [0, 27] } as const
export type SpanName = keyof typeof SPANS

/** How many rows the hours of a week take: from the earliest that opens to the latest that closes, over midnight too. */
export function openHours(week: WeekHours): number {
  const open = week.flatMap((day) => {
    if (day === null) return []
    const [from, to] = [hourOf(day.opensAt), hourOf(day.closesAt)]
    return [{ from: Math.floor(from), to: Math.ceil(to > from ? to : to + 24) }]
  })
  if (open.length === 0) return 0
  return Math.min(24, Math.max(...open.map(({ to }) => to)) - Math.min(...open.map(({ from }) => from)))
}

const hourOf = (time: string): number => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60

const isUsed = (cells: readonly SeatUseCell[]) => cells.some((cell) => cell.bookedMinutes + cell.satMinutes > 0)

/**
 * How the seats of a room were used in the span that was chosen or, before one was, in the first that has anything to show. What
 * lies further off is asked for only where the nearer has nothing.
 */
export function useSpans(roomId: Id, today: PlainDate, chosen: SpanName | null) {
  const datesOf = (name: SpanName) => SPANS[name].map((days) => addDays(today, days)) as [PlainDate, PlainDate]
  const of = (name: SpanName, isElsewhereEmpty: boolean) => ({
    ...seatUseOf(roomId, ...datesOf(name)),
    enabled: chosen === name || isElsewhereEmpty,
  })
  const isEmpty = (cells: readonly SeatUseCell[] | undefined) => cells !== undefined && !isUsed(cells)
  const month = useQuery(of('month', true))
  const coming = useQuery(of('coming', isEmpty(month.data)))
  const quarter = useQuery(of('quarter', isEmpty(month.data) && isEmpty(coming.data)))
  const uses = { month, coming, quarter }
  const near = ['month', 'coming', 'quarter'] as const
  const span = chosen ?? near.find((name) => !isEmpty(uses[name].data)) ?? 'month'
  const use = uses[span]
  return {
    span,
    use,
    dates: datesOf(span),
    isEmpty: isEmpty(use.data),
    /** Where there is something, of what was looked at. */
    elsewhere: near.filter((name) => name !== span && isUsed(uses[name].data ?? [])),
  }
}
