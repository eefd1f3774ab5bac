import type { WaitingCounts, WaitingSession } from '../../shared/contract/team/team.ts'
import type { WritableDb } from '../storage/database.ts'
import { type Named, sessionsNamed } from '../storage/team/heard-here.ts'

/** What was heard at this desk, and how far it is on its way to the hub. */
export interface Heard {
  isHere(named: Named): boolean
  isUp(named: Named): Promise<boolean>
  waiting(): WaitingCounts
  sessions(): WaitingSession[]
  tryNow(): void
  close(): Promise<void>
}

export const NOTHING_WAITS: WaitingCounts = { rows: 0, calls: 0, notes: 0 }

export function heardAt(db: WritableDb): Heard {
  return {
    isHere: (named) => sessionsNamed(db, named).length > 0,
    isUp: async () => true,
    waiting: () => NOTHING_WAITS,
    sessions: () => [],
    tryNow: () => {},
    close: async () => {},
  }
}
