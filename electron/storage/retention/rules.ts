import { KEPT_FOR_GOOD, type RulesByKind } from '../../../shared/contract/retention/rules.ts'
import { keptWhole } from '../kept-whole.ts'

/** How long words are kept, by kind; for good at first. */
export const retentionRules = keptWhole<{ rules: RulesByKind }>({
  table: 'retention_rules',
  name: 'retention rules',
  field: 'retentionRules',
  atFirst: { rules: KEPT_FOR_GOOD },
  store: ({ rules }) => ({ rules_json: JSON.stringify(rules) }),
  read: ({ rules_json }) => ({
    rules: { ...KEPT_FOR_GOOD, ...(JSON.parse(String(rules_json)) as Partial<RulesByKind>) },
  }),
})
