import { Temporal } from 'temporal-polyfill'
import { icsUtc } from '../ics-text.ts'
import type { Instant } from '../instants.ts'
import type { Span } from './slots.ts'

const zoned = (instant: Instant, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)

/** `20261121T090000`, as a clock on the wall shows it. */
const wallText = (time: Temporal.PlainDateTime): string =>
  time.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')

/**
 * `;TZID=Asia/Shanghai:20261121T090000`. Of an hour that comes twice, such a time would be the first (RFC 5545, 3.3.5), and some readers
 * take the second: both are told in UTC.
 */
export function icsTime(instant: Instant, timeZone: string): string {
  const wall = zoned(instant, timeZone).toPlainDateTime()
  const [first, second] = (['earlier', 'later'] as const).map(
    (disambiguation) => wall.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds,
  )
  return first === second ? `;TZID=${timeZone}:${wallText(wall)}` : `:${icsUtc(instant)}`
}

/** `+0800`; seconds only where a zone of long ago has them. */
function offsetText(nanoseconds: number): string {
  const seconds = Math.round(Math.abs(nanoseconds) / 1e9)
  const parts = [
    Math.floor(seconds / 3_600),
    Math.floor(seconds / 60) % 60,
    ...(seconds % 60 > 0 ? [seconds % 60] : []),
  ]
  return `${nanoseconds < 0 ? '-' : '+'}${parts.map((part) => String(part).padStart(2, '0')).join('')}`
}

/** The moment from which the zone's clocks show what they show, with what they showed before. */
interface Shift {
  readonly at: Temporal.ZonedDateTime
  readonly before: Temporal.ZonedDateTime
}

const shiftAt = (at: Temporal.ZonedDateTime): Shift => ({ at, before: at.subtract({ nanoseconds: 1 }) })

/** The zone as it really is in that time: from the last change of its clocks before it, each change until its end. */
function shiftsIn({ startsAt, endsAt }: Span, timeZone: string): Shift[] {
  const shifts: Shift[] = []
  const first = zoned(startsAt, timeZone)
  const last = zoned(endsAt, timeZone)
  // Just after the start: a change at that very moment is in force.
  const before = first.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  if (before !== null) shifts.push(shiftAt(before))
  for (
    let next = first.getTimeZoneTransition('next');
    next !== null && Temporal.ZonedDateTime.compare(next, last) <= 0;
    next = next.getTimeZoneTransition('next')
  )
    shifts.push(shiftAt(next))
  return shifts
}

/** Each change is told by itself, not as a rule that would have to be guessed. */
export function icsZone(span: Span, timeZone: string): string[] {
  const shifts = shiftsIn(span, timeZone)
  const always = zoned(span.startsAt, timeZone).offsetNanoseconds
  const parts =
    shifts.length === 0
      ? observance('STANDARD', '19700101T000000', always, always)
      : shifts.flatMap(({ at, before }) => {
          const [from, to] = [before.offsetNanoseconds, at.offsetNanoseconds]
          // The clock that is put on or back shows this just then.
          const wall = at.toPlainDateTime().add({ nanoseconds: from - to })
          return observance(to > from ? 'DAYLIGHT' : 'STANDARD', wallText(wall), from, to)
        })
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...parts, 'END:VTIMEZONE']
}

const observance = (kind: 'STANDARD' | 'DAYLIGHT', begin: string, from: number, to: number): string[] => [
  `BEGIN:${kind}`,
  `DTSTART:${begin}`,
  `TZOFFSETFROM:${offsetText(from)}`,
  `TZOFFSETTO:${offsetText(to)}`,
  `END:${kind}`,
]
