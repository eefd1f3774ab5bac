import { KEPT_FOR_GOOD, type RetentionRules, type RulesByKind } from '../../../shared/contract/retention/rules.ts'
import { type Query, row, write } from '../engine/query.ts'
import { type By, guarded } from '../versions.ts'

const READ = 'SELECT rules_json AS rules, version FROM retention_rules'
const BEGIN = `INSERT INTO retention_rules (only_row, rules_json, version) VALUES (1, '{}', 0) ON CONFLICT DO NOTHING`
const UPDATE = 'UPDATE retention_rules SET rules_json = ?, version = version + 1 WHERE version = ?'
const HOLD = { sqlite: null, postgres: 'SELECT 1 FROM retention_rules FOR NO KEY UPDATE' }

/** Their name among the versions. */
export const RETENTION_RULES = 'retention rules'

/** Everything is kept for good at first. */
export function* readRetentionRules(): Query<RetentionRules> {
  const found = yield* row<{ rules: string; version: number }>(READ)
  const rules = found === null ? {} : (JSON.parse(found.rules) as Partial<RulesByKind>)
  return { rules: { ...KEPT_FOR_GOOD, ...rules }, version: found?.version ?? 0 }
}

/** Nobody else changes them before the transaction that asked is over. */
export function* retentionRulesToChange(): Query<RetentionRules> {
  yield* write(BEGIN)
  yield* row(HOLD)
  return yield* readRetentionRules()
}

/** Inside a transaction. Throws `StaleChange`. */
export function* saveRetentionRules(before: RetentionRules, rules: RulesByKind, by: By): Query<void> {
  const update = write(UPDATE, [JSON.stringify(rules), before.version])
  const told = (one: RulesByKind) => ({ retentionRules: one })
  yield* guarded(RETENTION_RULES, [{ ...told(before.rules), version: before.version }, told(rules)], by, update)
}
