import type { MaskingRule, MaskingRules } from '../../../shared/contract/house/masking.ts'
import { type Query, row, write } from '../engine/query.ts'
import { type By, guarded } from '../versions.ts'

const READ = 'SELECT rules_json AS rules, hides_orders AS hides, version FROM masking_rules'
const BEGIN = `INSERT INTO masking_rules (only_row, rules_json, hides_orders, version) VALUES (1, '[]', 0, 0) ON CONFLICT DO NOTHING`
const UPDATE = 'UPDATE masking_rules SET rules_json = ?, hides_orders = ?, version = version + 1 WHERE version = ?'
const HOLD = { sqlite: null, postgres: 'SELECT 1 FROM masking_rules FOR NO KEY UPDATE' }

/** Their name among the versions. */
export const MASKING_RULES = 'masking rules'

/** None at first. */
export function* readMaskingRules(): Query<MaskingRules> {
  const found = yield* row<{ rules: string; hides: number; version: number }>(READ)
  if (found === null) return { rules: [], hidesOrders: false, version: 0 }
  return { rules: JSON.parse(found.rules) as MaskingRule[], hidesOrders: found.hides === 1, version: found.version }
}

/** Nobody else changes them before the transaction that asked is over. */
export function* maskingRulesToChange(): Query<MaskingRules> {
  yield* write(BEGIN)
  yield* row(HOLD)
  return yield* readMaskingRules()
}

/** Inside a transaction. Throws `StaleChange`. */
export function* saveMaskingRules(
  before: MaskingRules,
  { rules, hidesOrders }: Omit<MaskingRules, 'version'>,
  by: By,
): Query<void> {
  const update = write(UPDATE, [JSON.stringify(rules), hidesOrders ? 1 : 0, before.version])
  const told = (one: Omit<MaskingRules, 'version'>) => ({ maskingRules: [one.rules, one.hidesOrders] })
  yield* guarded(
    MASKING_RULES,
    [{ ...told(before), version: before.version }, told({ rules, hidesOrders })],
    by,
    update,
  )
}
