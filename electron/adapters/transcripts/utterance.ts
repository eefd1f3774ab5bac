import type { Voice } from './speakers.ts'

/** One thing said, before speakers and times are settled. `atMs`: from the start of its dialog; null when not said. */
export interface Utterance {
  readonly atMs: number | null
  readonly voice: Voice
  readonly text: string
}
