import type {
  BroughtCount,
  BroughtCounts,
  BroughtKind,
  BroughtRow,
  Standing,
} from '../../../shared/contract/team/bring-along.ts'
import { COMING } from './plan.ts'

/** What is counted by its own name; everything else stays, and says why. */
const COUNTED: Partial<Record<Standing, Exclude<keyof BroughtCount, 'kind' | 'total'>>> = {
  ...{ decide: 'decide', will: 'will', came: 'came', same: 'there', there: 'there', left: 'left' },
}

/** How many of each kind stand how, and what is in the sessions. */
export function countsOf(rows: ReadonlyMap<BroughtKind, readonly BroughtRow[]>, pastBookings: number): BroughtCounts {
  const sums = { calls: 0, notes: 0, halfDone: 0, pastBookings }
  const kinds = [...rows].map(([kind, all]): BroughtCount => {
    const count = { kind, total: all.length, decide: 0, stays: 0, will: 0, came: 0, there: 0, left: 0 }
    for (const row of all) {
      count[COUNTED[row.standing] ?? 'stays'] += 1
      if (row.kind !== 'session') continue
      sums.calls += row.calls
      sums.notes += row.notes
      if (!COMING.has(row.standing)) sums.halfDone += row.halfDone
    }
    return count
  })
  return { kinds, ...sums }
}
