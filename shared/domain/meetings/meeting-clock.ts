/** So long a meeting at the seat is meant to take. */
export const MEETING_MS = 15 * 60_000

/** Five minutes before its time is over it says so. */
const WARNING_MS = 5 * 60_000

/** What the clock of a meeting says: the time that is left, negative once it is over. */
export interface MeetingClock {
  readonly leftMs: number
  readonly state: 'runs' | 'soon' | 'over'
}

/** It goes on over its time, and says so. */
export function meetingClock(elapsedMs: number): MeetingClock {
  const leftMs = MEETING_MS - elapsedMs
  return { leftMs, state: leftMs <= 0 ? 'over' : leftMs <= WARNING_MS ? 'soon' : 'runs' }
}

/** `12:05`, and `+0:42` over time. */
export function meetingTime({ leftMs }: MeetingClock): string {
  const seconds = leftMs > 0 ? Math.ceil(leftMs / 1000) : Math.floor(-leftMs / 1000)
  const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return leftMs > 0 ? shown : `+${shown}`
}
