import { KEPT_FOR_GOOD, type WantedRules } from '../../shared/contract/retention/rules.ts'

/** Rules that begin as soon as may be; what is not named is kept for good. */
export const rulesOf = (days: Partial<Record<keyof WantedRules, number>>): WantedRules => ({
  ...KEPT_FOR_GOOD,
  ...Object.fromEntries(Object.entries(days).map(([kind, count]) => [kind, { days: count, startsOn: null }])),
})
