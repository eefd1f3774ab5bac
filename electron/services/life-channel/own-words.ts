import type { LifeWord } from '../../../shared/contract/life-channel/life-words.ts'
import type { Service } from '../../../shared/contract/services.ts'
import { openEar } from '../../../shared/domain/life-channel/open-ear.ts'
import { faultsOf } from '../../../shared/domain/life-channel/own-words.ts'
import { lifeWords } from '../../storage/life-channel/own-words.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'

/** Read once, and the other calls of the process go first. */
const others = () => new Promise<void>((resolve) => setImmediate(resolve))

/** The first of these words by which a plain cry would not be heard any more. */
async function hushedBy(words: readonly LifeWord[]) {
  if (words.every(({ means }) => means === 'danger')) return undefined
  const refused = faultsOf(await openEar(others), words).find(({ fault }) => fault === 'hushes')
  const word = words[refused?.index ?? -1]
  return word === undefined || refused?.cry === undefined ? undefined : { text: word.text, cry: refused.cry }
}

/** What a house adds to what the life channel hears. The ear is in the windows; here it is read by whoever calls something harmless. */
export function lifeWordsService({ engine, clock }: HouseParts): Service<'lifeWords'> {
  return {
    list: () =>
      engine.read(function* () {
        return accept(yield* lifeWords.now())
      }),

    save: async ({ words, seenVersion }, { personId: actorId }) => {
      const hushed = await hushedBy(words)
      if (hushed !== undefined) return { ok: false, code: 'hushes_cry', detail: hushed }
      return engine.transact(function* () {
        const before = yield* lifeWords.toChange(seenVersion)
        const texts = words.map(({ text }) => text)
        if (new Set(texts).size < texts.length) return refuse('words_twice')
        yield* lifeWords.save(before, { words }, { at: clock.now(), actorId })
        return accept(yield* lifeWords.now())
      })
    },
  }
}
