import type { Settings } from '../../contract/house/settings.ts'
import type { Id } from '../../contract/values.ts'

export type Lag = Pick<Settings, 'reactionLagMs' | 'lagSamples' | 'isLagOff'>
type Sample = Lag['lagSamples'][number]

/** What happened to a time mark. */
export interface MovedMark {
  readonly noteId: Id
  readonly beforeMs: number
  readonly nowMs: number
}

/** One correction is chance, three are a habit. */
const FEWEST_SAMPLES = 3
/** So many of the last that speak are heard… */
const MOST_HEARD = 9
/** …and so many are kept, so that corrections taken back bring back what the ones before them said. */
const MOST_KEPT = 18
/** A mark moved farther was never meant for this moment of the call: it says nothing of how fast the hands are. */
const FARTHEST_MS = 10_000
const LONGEST_LAG_MS = 10_000

/** What is taken off each time mark now. It follows from what was set and from the corrections that stand, and from nothing else. */
export const lagInUse = (lag: Lag): number => (lag.isLagOff ? 0 : lagIfOn(lag))

/** What would be taken off if it were not switched off. */
export const lagIfOn = ({ reactionLagMs, lagSamples }: Lag): number => learnedLag(lagSamples) ?? reactionLagMs

/** How many corrections speak; from three on the lag is theirs. */
export const correctionsHeard = (lagSamples: readonly Sample[]): number => speaking(lagSamples).length

export const isLearned = ({ lagSamples }: Lag): boolean => learnedLag(lagSamples) !== null

/** The median, so that one slip of the hand weighs nothing; in tenths of a second, which is as fine as a hand is. */
function learnedLag(lagSamples: readonly Sample[]): number | null {
  const sorted = speaking(lagSamples)
    .map(({ lagMs }) => lagMs)
    .sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)]
  if (median === undefined || sorted.length < FEWEST_SAMPLES) return null
  return Math.round(Math.min(LONGEST_LAG_MS, Math.max(0, median)) / 100) * 100
}

const speaking = (lagSamples: readonly Sample[]): Sample[] => lagSamples.filter(speaks).slice(-MOST_HEARD)

/** A mark that stands again where it was put first says nothing, nor does one that went far away. */
const speaks = ({ lagMs, usedMs }: Sample): boolean =>
  usedMs === undefined || (lagMs !== usedMs && Math.abs(lagMs - usedMs) <= FARTHEST_MS)

/** A mark was corrected: the lag in use when it was put, and by how much earlier the words were heard. A note speaks once, as it stands. */
export function learnLag(lag: Lag, moved: MovedMark): Lag {
  if (lag.lagSamples.some(({ noteId }) => noteId === moved.noteId)) return followMark(lag, moved)
  const usedMs = lagInUse(lag)
  const sample = { noteId: moved.noteId, usedMs, lagMs: Math.round(usedMs + moved.beforeMs - moved.nowMs) }
  return { ...lag, lagSamples: [...lag.lagSamples, sample].slice(-MOST_KEPT) }
}

/** A correction was taken back, or done again: its note says what it says where it stands now. One that was forgotten stays so. */
export const followMark = (lag: Lag, { noteId, beforeMs, nowMs }: MovedMark): Lag => ({
  ...lag,
  lagSamples: lag.lagSamples.map((sample) =>
    sample.noteId === noteId ? { ...sample, lagMs: Math.round(sample.lagMs + beforeMs - nowMs) } : sample,
  ),
})
