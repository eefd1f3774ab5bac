import type { Settings } from '../../contract/house/settings.ts'
import type { Id } from '../../contract/values.ts'

type Lag = Pick<Settings, 'reactionLagMs' | 'lagSamples'>

/** One correction is chance, three are a habit. */
const FEWEST_SAMPLES = 3
const MOST_SAMPLES = 9
/** A mark moved farther was never meant for this moment of the call: it says nothing of how fast the hands are. */
const FARTHEST_MS = 10_000
const LONGEST_LAG_MS = 10_000

/** What a moved mark says: the lag in use then, and by how much earlier the words were heard. A note speaks once, as it stands. */
export function learnLag(lag: Lag, moved: { noteId: Id; beforeMs: number; nowMs: number }): Lag {
  const earlierMs = moved.beforeMs - moved.nowMs
  const known = lag.lagSamples.find(({ noteId }) => noteId === moved.noteId)
  const lagMs = Math.round((known?.lagMs ?? lag.reactionLagMs) + earlierMs)
  const others = lag.lagSamples.filter(({ noteId }) => noteId !== moved.noteId)
  const isFar = Math.abs(earlierMs) > FARTHEST_MS
  return withSamples(lag, isFar ? others : [...others, { noteId: moved.noteId, lagMs }].slice(-MOST_SAMPLES))
}

/** The correction was taken back: it says nothing any more. */
export const unlearnLag = (lag: Lag, noteId: Id): Lag =>
  withSamples(
    lag,
    lag.lagSamples.filter((sample) => sample.noteId !== noteId),
  )

/** The median, so that one slip of the hand weighs nothing; in tenths of a second, which is as fine as a hand is. */
function withSamples({ reactionLagMs }: Lag, lagSamples: Lag['lagSamples']): Lag {
  if (lagSamples.length < FEWEST_SAMPLES) return { reactionLagMs, lagSamples }
  const sorted = lagSamples.map(({ lagMs }) => lagMs).sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? reactionLagMs
  const tenths = Math.round(Math.min(LONGEST_LAG_MS, Math.max(0, median)) / 100)
  return { reactionLagMs: tenths * 100, lagSamples }
}
