/** The value below which `share` of the samples lie (0.5 is the median). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((left, right) => left - right)
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share))
  return sorted[at] ?? Number.NaN
}

export interface Rounds {
  readonly rounds: number
  /** Pieces of work of each side in a round, each timed by itself. */
  readonly perRound: number
}

/** Milliseconds of every single piece of work. */
export interface Samples {
  readonly subject: readonly number[]
  readonly baseline: readonly number[]
}

type Work = (count: number) => unknown

/**
 * Lets the two sides take turns round by round, so that whatever else the machine does meets both. The first round only
 * warms up.
 */
export async function takeTurns(subject: Work, baseline: Work, { rounds, perRound }: Rounds): Promise<Samples> {
  const samples = { subject: [] as number[], baseline: [] as number[] }
  for (let round = 0; round <= rounds; round += 1) {
    for (const [side, work] of [
      ['baseline', baseline],
      ['subject', subject],
    ] as const) {
      for (let piece = 0; piece < perRound; piece += 1) {
        const count = round * perRound + piece
        const startedMs = performance.now()
        await work(count)
        const tookMs = performance.now() - startedMs
        if (round > 0) samples[side].push(tookMs)
      }
    }
  }
  return samples
}

/** The same share of both sides. */
export const both = (samples: Samples, share: number): { value: number; baseline: number } => ({
  value: percentile(samples.subject, share),
  baseline: percentile(samples.baseline, share),
})

export const MEDIAN = 0.5
export const P95 = 0.95
