import type { BroughtCount, BroughtCounts, BroughtKind } from '../../../../shared/contract/team/bring-along.ts'

type Stood = Exclude<keyof BroughtCount, 'kind' | 'total'>

/** What asks for something first. */
export const ORDER: readonly Stood[] = ['decide', 'stays', 'will', 'came', 'there', 'left']

const sum = (counts: BroughtCounts | null, of: Stood, kinds?: readonly BroughtKind[]): number =>
  (counts?.kinds ?? []).reduce((so, one) => so + (kinds?.includes(one.kind) === false ? 0 : one[of]), 0)

/** How many can come now; an issue type is no thing that comes. */
export const coming = (counts: BroughtCounts | null): number =>
  sum(counts, 'will', ['person', 'session', 'ticket', 'booking'])
export const undecided = (counts: BroughtCounts | null): number => sum(counts, 'decide')
/** How many did not come, for whatever reason. */
export const stayed = (counts: BroughtCounts | null): number => sum(counts, 'stays') + sum(counts, 'decide')

/** Where somebody has something to do; else where there is something at all. */
export const firstToSee = (counts: BroughtCounts): BroughtKind =>
  counts.kinds.find(({ decide }) => decide > 0)?.kind ??
  counts.kinds.find(({ stays }) => stays > 0)?.kind ??
  counts.kinds.find(({ total }) => total > 0)?.kind ??
  'session'
