import type { Instant } from '../../shared/contract/values.ts'
import { addMs } from '../../shared/domain/instants.ts'
import { useMember } from './team.ts'

/** The present by the clock that judges what is early and what is over: the hub's, where this desk belongs to one and its own is off. */
export function useSharedTime(now: Instant): Instant {
  const aheadMs = useMember()?.clockAheadMs ?? 0
  return aheadMs === 0 ? now : addMs(now, -aheadMs)
}
