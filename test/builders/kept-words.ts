import type { Client } from '../../shared/contract/contract.ts'
import type { LifeWord } from '../../shared/contract/life-channel/life-words.ts'
import { LONGEST } from '../../shared/contract/limits.ts'
import { accepted } from './console.ts'

/** Two who save the words of the house. */
export function keptWords({ lifeWords }: Client) {
  const words: LifeWord[] = [
    { text: '清江大桥', means: 'danger', grade: 'high', kind: 'suicide', examples: ['我在清江大桥'] },
  ]
  return {
    first: () => lifeWords.save({ words, seenVersion: null }),
    second: (version = 0) => lifeWords.save({ words: [], seenVersion: version }),
    stored: () => accepted(lifeWords.list({})),
  }
}

/** A word of this text, which is all there are then. */
export const wordsOfOne = (client: () => Client) => ({
  longest: LONGEST.ownWord,
  blank: 'bad_input' as const,
  send: (text: string) =>
    client().lifeWords.save({
      words: [{ text, means: 'danger', grade: 'high', kind: 'suicide', examples: ['我在桥上'] }],
      seenVersion: null,
    }),
  read: async () => (await accepted(client().lifeWords.list({}))).words[0]?.text,
})
