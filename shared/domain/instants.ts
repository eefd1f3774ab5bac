/** Fixed-width UTC text with milliseconds, `2026-11-21T09:00:00.000Z`. Sorts as text; compare with `<`. */
export type Instant = string

/** Throws RangeError for a number that is no point in time (NaN, beyond ±8.64e15). */
export const instantFromMs = (ms: number): Instant => new Date(ms).toISOString()

/** Milliseconds since 1970. Throws RangeError for text that is no instant, so that NaN never spreads. */
export function msOf(instant: Instant): number {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError('Not an instant')
  return ms
}

export const addMs = (instant: Instant, ms: number): Instant => instantFromMs(msOf(instant) + ms)
