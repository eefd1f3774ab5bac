import { Temporal } from 'temporal-polyfill'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { isShownTwice, offsetMsAt, offsetName } from './zone-shifts.ts'

afterEach(() => void vi.unstubAllGlobals())

test.each([
  ['Europe/Berlin', '2026-10-25T00:30:00.000Z', 'UTC+2'],
  ['Europe/Berlin', '2026-10-25T01:30:00.000Z', 'UTC+1'],
  ['Europe/Berlin', '2026-10-25T00:59:59.999Z', 'UTC+2'],
  ['Europe/London', '2026-12-01T00:00:00.000Z', 'UTC+0'],
  ['Asia/Kathmandu', '2026-12-31T23:30:00.000Z', 'UTC+5:45'],
  ['Australia/Lord_Howe', '2026-04-04T15:15:00.000Z', 'UTC+10:30'],
  ['America/St_Johns', '2026-01-01T00:00:00.000Z', 'UTC−3:30'],
  ['America/Havana', '2026-11-01T04:30:00.000Z', 'UTC−4'],
  // Before there were zones: 8 h 5 min 43 s.
  ['Asia/Shanghai', '1900-01-01T00:00:00.000Z', 'UTC+8:06'],
])('the clocks of %s at %s: %s', (timeZone, at, name) => {
  expect(offsetName(at, timeZone)).toBe(name)
})

describe('a time shown twice', () => {
  // Clocks go from 24:00 back to 23:00: what comes twice is the last hour of the day before.
  test.each([
    ['America/Santiago', '2026-04-05T01:59:59.999Z', false],
    ['America/Santiago', '2026-04-05T02:00:00.000Z', true],
    ['America/Santiago', '2026-04-05T03:59:59.999Z', true],
    ['America/Santiago', '2026-04-05T04:00:00.000Z', false],
    // A whole day left out is no day shown twice.
    ['Pacific/Apia', '2011-12-30T09:59:59.000Z', false],
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', false],
    // A whole day shown twice: the date line was moved in 1867.
    ['America/Juneau', '1867-10-18T12:00:00.000Z', true],
  ])('%s %s: %s', (timeZone, at, expected) => {
    expect(isShownTwice(at, timeZone)).toBe(expected)
  })
})

test('a browser with Temporal of its own and one without tell the same', () => {
  const zones = ['Asia/Shanghai', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns']
  const moments = Array.from({ length: 400 }, (_, index) => Date.UTC(2025, 0, 1) + index * 47 * 3_600_000)
  const offsets = (names: string[]) => names.map((zone) => moments.map((ms) => offsetMsAt(ms, zone)))
  const byIntl = offsets(zones)
  const fromEpochMilliseconds = vi.fn(Temporal.Instant.fromEpochMilliseconds)
  vi.stubGlobal('Temporal', { Instant: { fromEpochMilliseconds } })
  // The same zones, written so that what was known of them is not known again.
  expect(offsets(zones.map((zone) => zone.toLowerCase()))).toEqual(byIntl)
  expect(fromEpochMilliseconds).toHaveBeenCalled()
})

test('a day far from a change of the clocks is read once, one beside it each time, to the millisecond', () => {
  const changes = Date.UTC(2031, 2, 30, 1)
  const HOUR_MS = 3_600_000
  const inBerlin = (ms: number) => offsetMsAt(ms, 'Europe/Berlin') / HOUR_MS
  expect([-73, -72, -25, -1].map((hours) => inBerlin(changes + hours * HOUR_MS))).toEqual([1, 1, 1, 1])
  expect([inBerlin(changes - 1), inBerlin(changes), inBerlin(changes + 72 * HOUR_MS)]).toEqual([1, 2, 2])
  const fromEpochMilliseconds = vi.fn(Temporal.Instant.fromEpochMilliseconds)
  vi.stubGlobal('Temporal', { Instant: { fromEpochMilliseconds } })
  const reads = (ms: number) => {
    fromEpochMilliseconds.mockClear()
    inBerlin(ms)
    return fromEpochMilliseconds.mock.calls.length
  }
  const calm = Date.UTC(2031, 6, 1)
  expect([reads(calm), reads(calm + HOUR_MS), reads(calm + 23 * HOUR_MS)]).toEqual([2, 0, 0])
  expect([reads(changes), reads(changes + 1)]).toEqual([1, 1])
})
