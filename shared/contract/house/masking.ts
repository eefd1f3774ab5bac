import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST, MOST_RULE_EXAMPLES, MOST_RULES } from '../limits.ts'
import { Nothing, optionalText, shortText } from '../values.ts'
import { SeenVersion, Version } from '../versions.ts'
import { coordinators, everyone } from '../who.ts'

/**
 * How numbers of the company's own are written that are masked like personal data. In `pattern` `#` is a digit, `@` a letter, `?` either, `{8}` or
 * `{8-12}` behind one says how many; all else stands for itself. Examples are numbers that it must hide, made up.
 */
export const MaskingRule = z.object({
  name: optionalText(LONGEST.ruleName),
  pattern: shortText(LONGEST.rulePattern),
  examples: z.array(shortText(LONGEST.rulePattern)).min(1).max(MOST_RULE_EXAMPLES),
})
export type MaskingRule = z.infer<typeof MaskingRule>

export const MaskingRules = z.object({
  rules: z.array(MaskingRule),
  /** Numbers of orders and parcels behind the words for them; off at first. */
  hidesOrders: z.boolean(),
  version: Version,
})
export type MaskingRules = z.infer<typeof MaskingRules>

export const masking = {
  /** The company's rules, which every desk and the hub mask by, beside the kinds that are always masked. */
  rules: entry({
    where: 'hub',
    who: everyone,
    input: Nothing,
    output: MaskingRules,
    refusals: {},
    changes: [],
  }),
  /** All of them as they shall be. What was stored before stays as it is. `bad_rule`: the first that is not taken, from nought, and the example that stands. */
  save: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({
      rules: z.array(MaskingRule).max(MOST_RULES),
      hidesOrders: z.boolean(),
      seenVersion: SeenVersion,
    }),
    output: MaskingRules,
    refusals: {
      bad_rule: z.object({
        index: z.number().int(),
        fault: z.enum(['unreadable', 'too_wide', 'too_long', 'no_example', 'example_stands']),
        example: z.string().nullable(),
      }),
    },
    changes: ['masking'],
  }),
}
