import type { MaskingRule, MaskingRules } from '../../../shared/contract/house/masking.ts'
import { keptWhole } from '../kept-whole.ts'

/** What the company masks beside personal data; nothing at first. */
export const maskingRules = keptWhole<Omit<MaskingRules, 'version'>>({
  table: 'masking_rules',
  name: 'masking rules',
  field: 'maskingRules',
  atFirst: { rules: [], hidesOrders: false },
  store: ({ rules, hidesOrders }) => ({ rules_json: JSON.stringify(rules), hides_orders: hidesOrders ? 1 : 0 }),
  read: ({ rules_json, hides_orders }) => ({
    rules: JSON.parse(String(rules_json)) as MaskingRule[],
    hidesOrders: hides_orders === 1,
  }),
})
