import { setImmediate as nextTurn } from 'node:timers/promises'
import { instantFromMs } from '../../../shared/domain/instants.ts'
import type { Engine } from '../../storage/engine/engine.ts'
import { type Span, sessionsOfYear, type YearsSession, yearInAnyRoom } from './duty-lines.ts'

const WEEK_MS = 7 * 24 * 3_600_000

function weeksOf(year: number): Span[] {
  const { from, before } = yearInAnyRoom(year)
  const weeks: Span[] = []
  for (let at = Date.parse(from); at < Date.parse(before); at += WEEK_MS)
    weeks.push({ from: instantFromMs(at), before: instantFromMs(Math.min(at + WEEK_MS, Date.parse(before))) })
  return weeks
}

/**
 * Everybody's sessions of a year, a week at a time: the year of a large house is most of a second's work, in which a note must not wait to be stored.
 * What ends meanwhile may be among them or not.
 */
export async function readYear(engine: Engine, year: number): Promise<YearsSession[]> {
  const sessions: YearsSession[] = []
  for (const week of weeksOf(year)) {
    sessions.push(...(await engine.read(() => sessionsOfYear(year, null, week))))
    await nextTurn()
  }
  return sessions
}
