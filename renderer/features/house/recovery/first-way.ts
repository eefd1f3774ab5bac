import type { WorkspaceFaultKind } from '../../../../shared/contract/house/workspace.ts'

/** What loses nothing, where there is such a way: offered before a copy is. */
export type FirstWay = 'repair' | 'asItIs' | 'lookAgain'

/** A record, so that a new fault does not compile until it is answered here. */
const FIRST: Readonly<Record<WorkspaceFaultKind, FirstWay | null>> = {
  broken: null,
  gone: null,
  foreign: null,
  incomplete: null,
  indexes: 'repair',
  log: null,
  edited: 'asItIs',
  unreadable: 'lookAgain',
  changed: null,
  adrift: 'lookAgain',
  in_use: 'lookAgain',
  full: 'lookAgain',
}

export const firstWayOf = (kind: WorkspaceFaultKind): FirstWay | null => FIRST[kind]
