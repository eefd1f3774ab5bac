import { create } from 'zustand'
import type { Id, PlainDate } from '../../../../../shared/contract/values.ts'
import type { Stale, Version } from '../../../../../shared/contract/versions.ts'
import { holdChanges } from '../../../../ui/use-left-form.ts'
import type { RulesForm } from './rules-form.ts'

/** Rules being written: they wait here while other sections are looked at, and the window asks before it goes. */
export interface RulesDraft {
  readonly roomId: Id
  /** The version of the room they went out from. */
  readonly seen: Version
  readonly from: PlainDate
  /** The day whose rules the fields show where nothing was typed: as they are now, also when somebody changes them meanwhile. */
  readonly over: PlainDate
  readonly typed: Partial<RulesForm>
  /** Somebody else came first; sent once more they are meant all the same. */
  readonly stale: Stale | null
}

export const useRulesDraft = create<{ draft: RulesDraft | null }>()(() => ({ draft: null }))

holdChanges(() => useRulesDraft.getState().draft)

export const setRulesDraft = (draft: RulesDraft | null): void => useRulesDraft.setState({ draft })

export function markRulesStale(stale: Stale): void {
  const { draft } = useRulesDraft.getState()
  if (draft !== null) setRulesDraft({ ...draft, seen: stale.version, stale })
}
