/** One line of the report and one object of `--json`. */
export interface Result {
  readonly name: string
  /** What the product did, in `unit`. */
  readonly value: number
  readonly unit: 'ms' | 'KB' | 'MB' | '%'
  /** The same unit, measured in the same run. */
  readonly baseline: number
  /** value / baseline */
  readonly ratio: number
  /** `≤ 2×` is about the ratio, `≤ 5 ms` about the value; null: only watched. */
  readonly goal: string | null
  readonly ok: boolean
}

export type Goal = { readonly of: 'ratio' | 'value'; readonly atMost: number } | null

export interface Benchmark {
  /** Of its results, in their order. */
  readonly names: readonly string[]
  /** Has a server of its own instead of the archive, and takes minutes: measured only where it is asked for by name. */
  readonly isApart?: true
  /** Measures something that is not in the archive: asked for alone, none is laid. */
  readonly needsNoArchive?: true
  /** May leave out results that are not wanted. `scale`: how much of a company, where it is one that is measured; 1 is the whole. */
  run(archive: string, isWanted?: (name: string) => boolean, scale?: number): Promise<Result[]>
}

export function resultOf(
  name: string,
  unit: Result['unit'],
  measured: { value: number; baseline: number },
  goal: Goal,
): Result {
  const { value, baseline } = measured
  const ratio = value / baseline
  const reached = goal?.of === 'ratio' ? ratio : value
  const words = goal === null ? null : `≤ ${goal.atMost}${goal.of === 'ratio' ? '×' : ` ${unit}`}`
  return {
    name,
    value: rounded(value),
    unit,
    baseline: rounded(baseline),
    ratio: rounded(ratio),
    goal: words,
    ok: goal === null || reached <= goal.atMost,
  }
}

/** Four digits that mean something: no measurement here is finer. */
const rounded = (value: number): number => Number(value.toPrecision(4))
