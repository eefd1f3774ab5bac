import type { Service } from '../../../shared/contract/services.ts'
import { lifeWords } from '../../storage/life-channel/own-words.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'

/** What a house adds to what the life channel hears. The ear itself is in the windows. */
export function lifeWordsService({ engine, clock }: HouseParts): Service<'lifeWords'> {
  return {
    list: () =>
      engine.read(function* () {
        return accept(yield* lifeWords.now())
      }),

    save: ({ words, seenVersion }, { personId: actorId }) =>
      engine.transact(function* () {
        const before = yield* lifeWords.toChange(seenVersion)
        const texts = words.map(({ text }) => text)
        if (new Set(texts).size < texts.length) return refuse('words_twice')
        yield* lifeWords.save(before, { words }, { at: clock.now(), actorId })
        return accept(yield* lifeWords.now())
      }),
  }
}
