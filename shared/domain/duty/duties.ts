import type { DutyCounts, DutyRules } from '../../contract/duty/passports.ts'
import { placeOfDate } from '../wall-clock.ts'
import { countEach, dutyKinds } from './duty-kinds.ts'

export const NOTHING_OWED = countEach(() => 0)

/** What holds until somebody says otherwise: one of each, half an hour on calls, and a note where one listened. */
export const USUAL_RULES: DutyRules = {
  owed: countEach(() => 1),
  roles: ['listener'],
  leastMinutes: { listen: 30, answer: 30 },
  leastNotes: { listen: 1, answer: 0 },
}

const DAY_MS = 86_400_000

/**
 * What somebody owes in a year. Who joined in its course owes the part that is left of it, the day they came included, rounded half up: of
 * three duties two from March on, one from July on, none from November on.
 */
export function owedIn(year: number, rules: DutyRules, joinedOn: string | null): DutyCounts {
  const first = placeOfDate(`${year}-01-01`)
  const next = placeOfDate(`${year + 1}-01-01`)
  if (joinedOn === null || placeOfDate(joinedOn) <= first) return rules.owed
  const left = Math.max(0, next - placeOfDate(joinedOn)) / (next - first)
  const all = rules.owed.listen + rules.owed.answer + rules.owed.trip
  let toGive = Math.floor(all * left + 0.5)
  const owed = { ...NOTHING_OWED }
  // In turns: who owes two of each and half a year owes one of each.
  while (toGive > 0)
    for (const kind of dutyKinds) {
      if (toGive === 0 || owed[kind] >= rules.owed[kind]) continue
      owed[kind] += 1
      toGive -= 1
    }
  return owed
}

/** Whole days from a date to the end of its year, that day included. */
export const daysLeft = (today: string): number =>
  Math.round((placeOfDate(`${Number(today.slice(0, 4)) + 1}-01-01`) - placeOfDate(today)) / DAY_MS)
