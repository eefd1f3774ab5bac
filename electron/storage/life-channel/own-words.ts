import type { LifeWord } from '../../../shared/contract/life-channel/life-words.ts'
import { keptWhole } from '../kept-whole.ts'

/** What the house adds to what the life channel hears; nothing at first. */
export const lifeWords = keptWhole<{ words: LifeWord[] }>({
  table: 'life_words',
  name: 'life words',
  field: 'lifeWords',
  atFirst: { words: [] },
  store: ({ words }) => ({ words_json: JSON.stringify(words) }),
  read: ({ words_json }) => ({ words: JSON.parse(String(words_json)) as LifeWord[] }),
})
