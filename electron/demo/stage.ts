import type { Person } from '../../shared/contract/house/people.ts'
import { dateOf, instantAt } from '../../shared/domain/wall-clock.ts'
import type { Ask } from './demo-asker.ts'

export const DAY_MS = 86_400_000
export const MINUTE_MS = 60_000
export const TIME_ZONE = 'Asia/Shanghai'

/** One thing that happened, and when. */
export interface DemoStep {
  readonly atMs: number
  run(): Promise<void>
}

/** What the parts of the demo work with. */
export interface Stage {
  readonly ask: Ask
  readonly people: readonly Person[]
  /** Who sits at this console in the end. */
  readonly me: Person
  readonly nowMs: number
  /** Whose hands are at the console from here on; comes to whose they were. */
  sit(personId: string | null): string | null
  /** Something that happens then. Steps run in the order of their times, whoever adds them. */
  later(atMs: number, run: DemoStep['run']): void
}

/** Milliseconds since 1970 of a wall-clock time so many days from now, in the room's time zone. */
export function momentOf(nowMs: number, days: number, timeOfDay: string): number {
  const date = dateOf(new Date(nowMs + days * DAY_MS).toISOString(), TIME_ZONE)
  return Date.parse(instantAt(date, timeOfDay, TIME_ZONE))
}

export const instantOf = (ms: number): string => new Date(ms).toISOString()
