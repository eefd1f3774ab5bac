import type { Note } from '../../../../shared/contract/listening/notes.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** Steps whose multiples are read at a glance: 0:30, 1:00, 1:30. */
const STEPS_MS = [30 * SECOND_MS, ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS), HOUR_MS]
const MOST_STEPS = 6
/** A short call would put its first notes far apart; the line is at least this long. */
const SHORTEST_LINE_MS = 120_000

export interface TimelineScale {
  /** What the whole line stands for. It grows by whole steps, so that marks stand still for most of a call. */
  readonly lengthMs: number
  /** Where a figure is written, the beginning and the end of the line included. */
  readonly ticksMs: readonly number[]
}

/** The line for a call that is so long by now. */
export function scaleFor(callMs: number): TimelineScale {
  const neededMs = Math.max(SHORTEST_LINE_MS, callMs)
  const stepMs = STEPS_MS.find((step) => neededMs <= step * MOST_STEPS) ?? Math.ceil(neededMs / HOUR_MS / 6) * HOUR_MS
  const steps = Math.ceil(neededMs / stepMs)
  return { lengthMs: steps * stepMs, ticksMs: Array.from({ length: steps + 1 }, (_, step) => step * stepMs) }
}

/** Marks nearer than this share of the line would hide each other. */
const NEAREST_SHARE = 1 / 48

/** Notes by second, those in one group so near that they share a mark. Never more groups than the line has room for. */
export function groupsOf(notes: readonly Note[], lineMs: number): Note[][] {
  const groups: Note[][] = []
  let beginsMs = Number.NEGATIVE_INFINITY
  for (const note of notes) {
    const group = groups.at(-1)
    if (group !== undefined && note.offsetMs - beginsMs < lineMs * NEAREST_SHARE) group.push(note)
    else {
      groups.push([note])
      beginsMs = note.offsetMs
    }
  }
  return groups
}
