import { spread } from './hashes.ts'

/** Where a feature stands: tokens from `from` up to, and without, `to`. */
export interface TokenRun {
  readonly from: number
  readonly to: number
}

/** What is seen in a passage, by a number of 32 bits that stands for it, with the first place where it stands. */
export type Features = ReadonlyMap<number, TokenRun>

/** The first place counts. */
export function add(features: Map<number, TokenRun>, hash: number, { from, to }: TokenRun): void {
  const key = spread(hash)
  if (!features.has(key)) features.set(key, { from, to })
}
