import type { Client } from '../../shared/contract/contract.ts'
import { LONGEST } from '../../shared/contract/limits.ts'
import { accepted } from './console.ts'
import { rulesOf } from './retention-rules.ts'

/** Rules that are saved as a whole, and what of them is told as changed. */
export const keptRules = {
  'masking.save': { fields: ['maskingRules'] },
  'retention.saveRules': { fields: ['retentionRules'] },
} as const

/** Two who save the rules of masking, or of how long words are kept. */
export function twoWhoSave(call: keyof typeof keptRules, { masking, retention }: Client) {
  const mask = (hidesOrders: boolean, seenVersion: number | null) =>
    masking.save({ rules: [], hidesOrders, seenVersion })
  const keep = (days: number, seenVersion: number | null) =>
    retention.saveRules({ rules: rulesOf({ notes: days }), isUnderstood: true, seenVersion })
  if (call === 'masking.save')
    return {
      first: () => mask(true, null),
      second: (version = 0) => mask(false, version),
      stored: () => accepted(masking.rules({})),
    }
  return {
    first: () => keep(90, null),
    second: (version = 0) => keep(60, version),
    stored: () => accepted(retention.rules({})),
  }
}

/** Calls about how long words are kept that need no version that was seen, and why. */
export const unguardedRetention = {
  'retention.keep': 'kept or not, with the last reason: nothing else of it changes',
  'retention.letGo': 'kept or not: nothing else of it changes',
}

/** A rule of masking that is called so, which is all there are then. */
export const ruleOfThisName = (client: () => Client) => ({
  longest: LONGEST.ruleName,
  blank: 'left out' as const,
  send: (name: string) =>
    client().masking.save({
      rules: [{ name, pattern: 'JDV#{10}', examples: ['JDV0192837465'] }],
      hidesOrders: false,
      seenVersion: null,
    }),
  read: async () => (await accepted(client().masking.rules({}))).rules[0]?.name,
})

/** A reason for which the session that goes on is kept, which is all that are. */
export const reasonToKeep = (client: () => Client) => ({
  longest: LONGEST.keepReason,
  blank: 'bad_input' as const,
  send: async (reason: string) => {
    const session = await accepted(client().sessions.current({}))
    return client().retention.keep({ sessionId: session?.id ?? '', reason, until: null })
  },
  read: async () => (await accepted(client().retention.due({}))).kept[0]?.reason,
})
