import type { RulesVersion } from '../../contract/house/room-rules.ts'
import { rulesOn } from './room-rules.ts'

/** The last day of a room that is closed for good: none comes after it. */
export const FOR_GOOD = '9999-12-31'

/** A room's rules with what its closing makes of them: from that day on one closed day without an end. */
export function rulesWhileOpen({
  rules,
  closedFrom: from,
}: {
  readonly rules: readonly RulesVersion[]
  readonly closedFrom: string | null
}): readonly RulesVersion[] {
  if (from === null) return rules
  const last = rulesOn(rules, from)
  const closed = { kind: 'closed' as const, from, to: FOR_GOOD, seatNumbers: null, name: { zh: '', en: '' } }
  return [
    ...rules.filter(({ validFrom }) => validFrom < from),
    { validFrom: from, rules: { ...last, days: [closed, ...last.days] } },
  ]
}
