import type { TicketEvent } from '../../../../shared/contract/tickets/tickets.ts'
import type { Instant, PlainDate } from '../../../../shared/contract/values.ts'

/** One line of a history; `files`: what went out in it. */
export interface HistoryLine {
  readonly event: TicketEvent
  readonly files: readonly string[]
}

/** The events, the newest first. What one person exported in one day is one line, at its last file: it is not to bury what was done. */
export function historyLines(events: readonly TicketEvent[], dateIn: (at: Instant) => PlainDate): HistoryLine[] {
  const lines: { event: TicketEvent; files: string[] }[] = []
  const exportsOf = new Map<string, string[]>()
  for (const event of events.toReversed()) {
    const file = event.what === 'exported' ? [event.remark ?? ''] : []
    const day = `${dateIn(event.at)} ${event.actorName ?? ''}`
    const known = file.length === 0 ? undefined : exportsOf.get(day)
    if (known !== undefined) {
      known.unshift(...file)
      continue
    }
    lines.push({ event, files: file })
    if (file.length > 0) exportsOf.set(day, file)
  }
  return lines
}

/** Names of files on one line; those that differ in their format alone are told once: `a.csv · .xlsx`. */
export function namesInOne(files: readonly string[]): string[] {
  const formats = new Map<string, string[]>()
  for (const name of files.filter((each) => each !== '')) {
    const dot = name.includes('.') ? name.lastIndexOf('.') : name.length
    const [stem, format] = [name.slice(0, dot), name.slice(dot)]
    formats.set(stem, [...new Set([...(formats.get(stem) ?? []), format])])
  }
  return [...formats].map(([stem, [first = '', ...others]]) => [stem + first, ...others].join(' · '))
}
