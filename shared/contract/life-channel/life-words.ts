import { z } from 'zod'
import { entry } from '../entry.ts'
import { LONGEST, MOST_OWN_WORDS, MOST_RULE_EXAMPLES } from '../limits.ts'
import { Nothing, shortText } from '../values.ts'
import { SeenVersion, Version } from '../versions.ts'
import { coordinators, everyone } from '../who.ts'
import { DangerGrade, DangerKind } from './danger.ts'

/**
 * Words of a house's own that the ear knows beside those that ship: they say danger by themselves, or are left out of what is heard. `grade` and
 * `kind` are of a danger. Examples are sentences by which they are tried: heard as danger, or not.
 */
export const LifeWord = z.object({
  text: shortText(LONGEST.ownWord),
  means: z.enum(['danger', 'harmless']),
  grade: DangerGrade,
  kind: DangerKind,
  examples: z.array(shortText(LONGEST.remark)).min(1).max(MOST_RULE_EXAMPLES),
})
export type LifeWord = z.infer<typeof LifeWord>

export const LifeWords = z.object({ words: z.array(LifeWord), version: Version })
export type LifeWords = z.infer<typeof LifeWords>

export const lifeWords = {
  /** The house's own words, which every window hears by. */
  list: entry({ where: 'hub', who: everyone, input: Nothing, output: LifeWords, refusals: {}, changes: [] }),
  /**
   * All of them as they shall be. Windows try them on their examples while they are typed; words that an ear cannot take (a single sign, or what would hush
   * a plain cry) are left out by every ear, so none that is stored does harm.
   */
  save: entry({
    where: 'hub',
    who: coordinators,
    input: z.object({ words: z.array(LifeWord).max(MOST_OWN_WORDS), seenVersion: SeenVersion }),
    output: LifeWords,
    refusals: {
      /** The same words stand in it twice. */
      words_twice: Nothing,
      /** With `text` called harmless, somebody who says `cry` would not be heard as they are. */
      hushes_cry: z.object({ text: shortText(LONGEST.ownWord), cry: shortText(LONGEST.remark) }),
    },
    changes: ['lifeChannel'],
  }),
}
