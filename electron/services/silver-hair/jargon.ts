import type { Service } from '../../../shared/contract/services.ts'
import { faultsOfTerms } from '../../../shared/domain/silver-hair/own-terms.ts'
import { ownTerms } from '../../storage/silver-hair/own-terms.ts'
import type { HouseParts } from '../parts.ts'
import { accept } from '../refuse.ts'

/** What a house adds to the dictionary of jargon. Who counts by it asks for it at each count. */
export function jargonService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'jargon'> {
  return {
    list: () =>
      engine.read(function* () {
        return accept(yield* ownTerms.now())
      }),

    save: ({ terms, seenVersion }, { personId: actorId }) =>
      engine.transact(function* () {
        const before = yield* ownTerms.toChange(seenVersion)
        for (const [index, found] of faultsOfTerms(terms).entries())
          if (found !== null) return { ok: false, code: 'bad_term', detail: { index, ...found } } as const
        yield* ownTerms.save(before, { terms }, { at: clock.now(), actorId })
        return accept(yield* ownTerms.now())
      }),
  }
}
