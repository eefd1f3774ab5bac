import type { DutyRules } from '../../../shared/contract/duty/passports.ts'
import type { YearsSession } from './duty-lines.ts'

/**
 * How many notes of a session a passport and the sheet of the year show. Both are read by others, to whom praise of an agent may not be told, and nobody is told of what
 * is sealed: less what the list of sessions counts, this would tell how much it is. It counts for the duty all the same, so at least as many are shown as it took.
 */
export function shownNotes(
  { noteCount, untoldCount, purpose }: Pick<YearsSession, 'noteCount' | 'untoldCount' | 'purpose'>,
  { leastNotes }: Pick<DutyRules, 'leastNotes'>,
): number {
  const others = noteCount - untoldCount
  return noteCount < leastNotes[purpose] ? others : Math.max(others, leastNotes[purpose])
}
