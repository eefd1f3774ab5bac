import { secondsOfClock } from '../../../shared/domain/listening/timecode.ts'
import { field } from './untrusted.ts'
import type { Utterance } from './utterance.ts'

/** No call lasts ten hours: larger numbers are milliseconds in a file that should have said seconds. */
const LONGEST_CALL_SECONDS = 36_000
/** Nor does anybody talk for five minutes at a time, whole seconds each. */
const LONGEST_TURN_SECONDS = 300
/** Larger numbers count from 1970, in seconds or milliseconds. */
const LEAST_INSTANT_SECONDS = 1e9
const LEAST_INSTANT_MS = 1e11

/** When a segment begins by its own word: on the clock of the world, or from the start of the call in a unit that the others tell. */
export type SegmentTime = { instantMs: number } | { sinceStart: number }

export interface TimedSegment extends Omit<Utterance, 'atMs'> {
  readonly time: SegmentTime | null
}

export function timeOf(segment: unknown): SegmentTime | null {
  for (const name of ['start', 'start_time', 'startTime', 'begin', 'offset', 'timestamp', 'time']) {
    const value = field(segment, name)
    const time =
      typeof value === 'number' ? timeOfNumber(value) : typeof value === 'string' ? timeOfText(value.trim()) : null
    if (time !== null) return time
  }
  return null
}

function timeOfNumber(value: number): SegmentTime | null {
  if (!Number.isFinite(value) || value < 0) return null
  if (value < LEAST_INSTANT_SECONDS) return { sinceStart: value }
  return { instantMs: value < LEAST_INSTANT_MS ? value * 1_000 : value }
}

/** `12.5`, `1:02.5`, `PT5.2S`, `2026-09-18T01:00:05Z`. */
function timeOfText(text: string): SegmentTime | null {
  if (/^\d{1,15}(?:\.\d{1,9})?$/u.test(text)) return timeOfNumber(Number(text))
  const clock = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2}(?:[.,]\d{1,9})?)$/u.exec(text)
  if (clock !== null) return { sinceStart: secondsOfClock(clock[1], clock[2], clock[3]) }
  const span = /^PT(?=\d)(?:(\d{1,3})H)?(?:(\d{1,5})M)?(?:(\d{1,6}(?:\.\d{1,9})?)S)?$/iu.exec(text)
  if (span !== null) return { sinceStart: secondsOfClock(span[1], span[2], span[3]) }
  const instant = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|[+-]\d{2}:?\d{2})?$/iu.exec(text)
  const ms = instant === null ? Number.NaN : Date.parse(`${instant[1]}T${instant[2]}${instant[3] ?? 'Z'}`)
  return Number.isNaN(ms) ? null : { instantMs: ms }
}

/** All times from the start of the call. Where some are of the world's clock, only those are: the others count from somewhere else. */
export function inMs(segments: readonly TimedSegment[]): Utterance[] {
  const instants = segments.flatMap(({ time }) => (time !== null && 'instantMs' in time ? time.instantMs : []))
  const first = instants.reduce((sofar, instant) => Math.min(sofar, instant), Number.POSITIVE_INFINITY)
  const since = segments.flatMap(({ time }) => (time !== null && 'sinceStart' in time ? time.sinceStart : []))
  const latest = since.reduce((sofar, each) => Math.max(sofar, each), 0)
  const isInMs =
    latest > LONGEST_CALL_SECONDS || (since.every(Number.isInteger) && latest > LONGEST_TURN_SECONDS * segments.length)
  return segments.map(({ time, ...said }) => {
    if (time === null) return { ...said, atMs: null }
    if ('instantMs' in time) return { ...said, atMs: Math.round(time.instantMs - first) }
    return { ...said, atMs: instants.length > 0 ? null : Math.round(time.sinceStart * (isInMs ? 1 : 1_000)) }
  })
}
