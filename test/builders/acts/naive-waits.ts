import type { NaiveHeld, Wall } from '../naive-room.ts'

/** A window of a wait, on paper. */
export interface NaiveWindow {
  readonly from: Wall
  readonly to: Wall
  readonly minutes: number
  readonly seat: number | null
}
/** Somebody who waits, on paper. */
export interface NaiveWait {
  readonly id: string
  readonly room: number
  readonly person: string
  readonly companion: string | null
  readonly windows: readonly NaiveWindow[]
  readonly acceptHours: number | null
  readonly madeAt: Wall
  state: 'waiting' | 'left' | 'booked' | 'over'
}
/** A place that is held, on paper. */
export interface NaiveOffer extends NaiveHeld {
  id: string
  readonly wait: NaiveWait
  madeAt: Wall
  expiresAt: Wall
  /** What came of it, until that is taken back. */
  bookingId?: string
  /** What had come of it, once that is taken back. */
  gaveUpId?: string
}

/** `09:30` */
export function timeOf(wall: Wall): string {
  const minutes = wall % 1_440
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
