import type { TicketDetail } from '../../../../shared/contract/tickets/tickets.ts'
import type { DurationMs, Instant, PlainDate } from '../../../../shared/contract/values.ts'

type Block = TicketDetail['deadline']['blocks'][number]

/** A day on which working time counted, or the days between two of them on which none did. */
export type DeadlineDay =
  | { kind: 'worked'; date: PlainDate; spans: { from: Instant; to: Instant }[]; workingMs: DurationMs }
  | { kind: 'off'; from: PlainDate; to: PlainDate; days: number }

const DAY_MS = 86_400_000
const dayNumber = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS
const dateOfDay = (day: number): PlainDate => new Date(day * DAY_MS).toISOString().slice(0, 10)

/** The blocks of a deadline by day, with the days in between that did not count. `dateIn` gives a block's date in the room. */
export function deadlineDays(blocks: readonly Block[], dateIn: (at: Instant) => PlainDate): DeadlineDay[] {
  const days: DeadlineDay[] = []
  for (const { from, to, workingMs } of blocks) {
    const date = dateIn(from)
    const last = days.at(-1)
    if (last?.kind === 'worked' && last.date === date) {
      last.spans.push({ from, to })
      last.workingMs += workingMs
      continue
    }
    const between = last?.kind === 'worked' ? dayNumber(date) - dayNumber(last.date) - 1 : 0
    if (between > 0) {
      days.push({
        kind: 'off',
        from: dateOfDay(dayNumber(date) - between),
        to: dateOfDay(dayNumber(date) - 1),
        days: between,
      })
    }
    days.push({ kind: 'worked', date, spans: [{ from, to }], workingMs })
  }
  return days
}

/** Of days off between two years, the one they begin in. */
export const yearOf = (day: DeadlineDay): number => Number((day.kind === 'off' ? day.from : day.date).slice(0, 4))

/** Working time cut in hours and minutes, as a table shows it. */
export function hoursAndMinutes(durationMs: DurationMs): { hours: number; minutes: number } {
  const minutes = Math.round(durationMs / 60_000)
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}
