import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST, MOST_OWN_WORDS, MOST_RULE_EXAMPLES, MOST_WORDINGS } from '../limits.ts'
import { Id, Nothing, shortText } from '../values.ts'
import { SeenVersion, Version } from '../versions.ts'
import { coordinators, everyone } from '../who.ts'

/**
 * A word of the trade that this house uses, beside those of the dictionary that ships: each way it is said, in whichever language, and what to say
 * instead. Examples are sentences of an agent by which it is tried. Counts are kept by `id`, which stays when the words change.
 */
export const OwnTerm = z.object({
  id: Id,
  words: z.array(shortText(LONGEST.ownWord)).min(1).max(MOST_WORDINGS),
  plain: shortText(LONGEST.plainWords),
  examples: z.array(shortText(LONGEST.remark)).min(1).max(MOST_RULE_EXAMPLES),
})
export type OwnTerm = z.infer<typeof OwnTerm>

export const OwnTerms = z.object({ terms: z.array(OwnTerm), version: Version })
export type OwnTerms = z.infer<typeof OwnTerms>

/** Why a term is not taken. `twice`: another says the same word; `plain_repeats`: what is to be said instead says it again. */
export const TermFault = z.enum([
  ...(['no_word', 'too_short', 'twice', 'no_plain', 'plain_repeats', 'no_example', 'not_in_example'] as const),
])
export type TermFault = z.infer<typeof TermFault>

export const jargon = {
  /** The house's own terms, by which every seat counts jargon beside the dictionary that ships. */
  list: entry({ where: 'hub', who: everyone, input: Nothing, output: OwnTerms, refusals: {}, changes: [] }),
  /**
   * All of them as they shall be. What was counted before stays as it is until the call is looked at again. `bad_term`: the first that is not taken, from
   * nought, and the word or the example that it is about.
   */
  save: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ terms: z.array(OwnTerm).max(MOST_OWN_WORDS), seenVersion: SeenVersion }),
    output: OwnTerms,
    refusals: {
      bad_term: z.object({ index: z.number().int(), fault: TermFault, said: z.string().nullable() }),
    },
    changes: ['silverHair'],
  }),
}
