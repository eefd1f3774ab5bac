import { type Instant, msOf } from './instants.ts'

const DAY_MS = 86_400_000

/** The part of Temporal that is asked for here; browsers have it of their own by and by. */
interface ZoneReader {
  readonly Instant: {
    fromEpochMilliseconds(ms: number): { toZonedDateTimeISO(timeZone: string): { readonly offsetNanoseconds: number } }
  }
}

/**
 * What the zone's clocks show ahead of UTC at that moment. Asked hundreds of times for a screen, about the same few days: of a day far from
 * any change of the clocks it is known once and for all.
 */
export const offsetMsAt = (ms: number, timeZone: string): number =>
  calmOffsetMs(ms, timeZone) ?? readOffsetMs(ms, timeZone)

/**
 * By the browser's own Temporal: the first `Intl` format of a window costs it 30 ms, and the first screen is full of times. By Intl where
 * there is none: a polyfill would cost more than either.
 */
function readOffsetMs(ms: number, timeZone: string): number {
  const { Temporal } = globalThis as { Temporal?: ZoneReader }
  if (Temporal === undefined) return offsetByIntl(ms, timeZone)
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1_000_000
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known !== undefined) return known
  const [twoDigits, hourCycle] = ['2-digit', 'h23'] as const
  const date = { year: 'numeric', month: twoDigits, day: twoDigits } as const
  const time = { hour: twoDigits, minute: twoDigits, second: twoDigits, hourCycle } as const
  const made = new Intl.DateTimeFormat('en-GB', { ...date, ...time, timeZone })
  clocks.set(timeZone, made)
  return made
}

function offsetByIntl(ms: number, timeZone: string): number {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const shown = (part: Intl.DateTimeFormatPartTypes) => parts.get(part) ?? 0
  const [year, month, day] = [shown('year'), shown('month'), shown('day')]
  const shownMs = Date.UTC(year, month - 1, day, shown('hour'), shown('minute'), shown('second'))
  return shownMs - Math.floor(ms / 1_000) * 1_000
}

/** By zone and UTC day. */
const calmOffsets = new Map<string, Map<number, number | null>>()

/** The offset of that UTC day and of those beside it; null where the clocks change in one of them. */
export function calmOffsetMs(ms: number, timeZone: string): number | null {
  const day = Math.floor(ms / DAY_MS)
  const ofZone = calmOffsets.get(timeZone) ?? new Map<number, number | null>()
  const known = ofZone.get(day)
  if (known !== undefined) return known
  const [before, after] = [readOffsetMs((day - 1) * DAY_MS, timeZone), readOffsetMs((day + 2) * DAY_MS, timeZone)]
  const offset = before === after ? before : null
  calmOffsets.set(timeZone, ofZone.set(day, offset))
  return offset
}

/** `UTC+2`, `UTC+10:30`, `UTC−3`: how the zone's clocks stand to UTC at that moment. */
export function offsetName(at: Instant, timeZone: string): string {
  const minutes = Math.round(offsetMsAt(msOf(at), timeZone) / 60_000)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`
}

/** Whether the clocks of the zone show this time twice: only with its offset is it one moment. */
export function isShownTwice(at: Instant, timeZone: string): boolean {
  const ms = msOf(at)
  if (calmOffsetMs(ms, timeZone) !== null) return false
  const wallMs = ms + offsetMsAt(ms, timeZone)
  return [ms - DAY_MS, ms + DAY_MS].some((near) => {
    const offsetMs = offsetMsAt(near, timeZone)
    const otherMs = wallMs - offsetMs
    return otherMs !== ms && offsetMsAt(otherMs, timeZone) === offsetMs
  })
}
