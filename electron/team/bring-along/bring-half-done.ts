import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ReadableDb, WritableDb } from '../../storage/database.ts'
import { keepHalfDone } from '../../storage/team/half-done-along.ts'
import { HAS_COME, type Plan } from './plan.ts'

interface HalfDoneParts {
  readonly from: ReadableDb
  /** The member's. */
  readonly db: WritableDb
  readonly at: Plan
  goesOn(): boolean
  /** Of one session. */
  came(): void
}

/** Half-done notes follow their session, which is at the hub by now, and stay at this desk: into its file as a member. */
export async function bringHalfDone({ from, db, at, goesOn, came }: HalfDoneParts): Promise<void> {
  for (const row of at.rows.get('session') ?? []) {
    if (!goesOn()) return
    if (row.kind !== 'session' || !HAS_COME.has(row.standing)) continue
    if (keepHalfDone(from, db, row.id, at)) came()
    await nextTurn()
  }
}
