import type { BroughtCounts } from '../../../shared/contract/team/bring-along.ts'
import { countsOf } from './counts.ts'
import type { Looked } from './look.ts'
import { type BecameOf, type Plan, planOf } from './plan.ts'

/** How all of it stands, with its figures. */
export interface Standing {
  readonly plan: Plan
  readonly counts: BroughtCounts
}

export function standingOf(
  found: Looked,
  decisions: Parameters<typeof planOf>[1],
  became: BecameOf,
  nameAtHub: Parameters<typeof planOf>[3],
): Standing {
  const plan = planOf(found, decisions, became, nameAtHub)
  return { plan, counts: countsOf(plan.rows, found.pastBookings) }
}

/** What is said now, and of the rest what was said before. */
export const over = (before: BecameOf, now: BecameOf): BecameOf =>
  new Map([...before, ...now].map(([kind]) => [kind, new Map([...(before.get(kind) ?? []), ...(now.get(kind) ?? [])])]))
