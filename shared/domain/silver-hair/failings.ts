import type { Operation } from '../../contract/silver-hair/lens.ts'
import type { Failings, SilverCall } from '../../contract/silver-hair/silver-hair.ts'

export const isHard = ({ effort }: Pick<SilverCall, 'effort'>): boolean => effort !== null && effort >= 4
export const isUntold = ({ toldFirst }: Pick<SilverCall, 'toldFirst'>): boolean => toldFirst === false
export const isDeclined = ({ help }: Pick<SilverCall, 'help'>): boolean => help === 'declined'

/** What failed in these calls. */
export function failingsOf(calls: readonly SilverCall[]): Failings {
  const count = (holds: (call: SilverCall) => boolean) => calls.filter(holds).length
  return {
    hard: { calls: count(isHard), of: count(({ effort }) => effort !== null) },
    untold: { calls: count(isUntold), of: count(({ toldFirst }) => toldFirst !== null) },
    declined: {
      calls: count(isDeclined),
      of: count(({ help }) => help !== null),
      byOperation: byOperation(calls.filter(isDeclined)),
    },
    jargon: { calls: count(({ jargon }) => jargon.length > 0), of: calls.length, terms: termsOf(calls) },
  }
}

function byOperation(calls: readonly SilverCall[]): Failings['declined']['byOperation'] {
  const counts = new Map<Operation | null, number>()
  for (const { operation } of calls) counts.set(operation, (counts.get(operation) ?? 0) + 1)
  return [...counts].map(([operation, calls]) => ({ operation, calls })).sort((one, other) => other.calls - one.calls)
}

function termsOf(calls: readonly SilverCall[]): Failings['jargon']['terms'] {
  const counts = new Map<string, { termId: string; count: number; calls: number }>()
  for (const { jargon } of calls)
    for (const { termId, count } of jargon) {
      const known = counts.get(termId) ?? { termId, count: 0, calls: 0 }
      counts.set(termId, { termId, count: known.count + count, calls: known.calls + 1 })
    }
  return [...counts.values()].sort((one, other) => other.count - one.count || other.calls - one.calls)
}
