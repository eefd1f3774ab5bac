import type { DutyRules } from '../../../shared/contract/duty/passports.ts'
import { USUAL_RULES } from '../../../shared/domain/duty/duties.ts'
import { type Query, row, write } from '../engine/query.ts'
import { type By, guarded } from '../versions.ts'

export interface StoredRules {
  readonly rules: DutyRules
  /** Of this year's own; 0 where it has none. */
  readonly version: number
}

const LAST = 'SELECT year, rules_json AS rules, version FROM duty_rules WHERE year <= ? ORDER BY year DESC LIMIT 1'
const BEGIN = `INSERT INTO duty_rules (year, rules_json, version) VALUES (?, ?, 0) ON CONFLICT DO NOTHING`
const UPDATE = 'UPDATE duty_rules SET rules_json = ?, version = version + 1 WHERE year = ? AND version = ?'

/** Those of the year, or of the last one before it that has some. */
export function* readDutyRules(year: number): Query<StoredRules> {
  const found = yield* row<{ year: number; rules: string; version: number }>(LAST, [year])
  if (found === null) return { rules: USUAL_RULES, version: 0 }
  return { rules: JSON.parse(found.rules) as DutyRules, version: found.year === year ? found.version : 0 }
}

/** The rules' name among the versions. */
export const dutyRulesName = (year: number): string => `duty ${year}`

/** Inside a transaction. Throws `StaleChange`. */
export function* saveDutyRules(year: number, before: StoredRules, rules: DutyRules, by: By): Query<void> {
  const json = JSON.stringify(rules)
  yield* write(BEGIN, [year, JSON.stringify(before.rules)])
  yield* guarded(
    dutyRulesName(year),
    [asVersioned(before), { dutyRules: rules }],
    by,
    write(UPDATE, [json, year, before.version]),
  )
}

const asVersioned = ({ rules: dutyRules, version }: StoredRules) => ({ dutyRules, version })
