import type { Topic } from '../../../shared/contract/entry.ts'
import type { Service } from '../../../shared/contract/services.ts'
import { faultOfRule, obeyRules } from '../../../shared/domain/listening/masking/company-rules.ts'
import { afterwards } from '../../storage/engine/query.ts'
import { makeAllAnew } from '../../storage/exports/exports.ts'
import { maskingRules } from '../../storage/house/masking-rules.ts'
import type { HouseParts } from '../parts.ts'
import { accept } from '../refuse.ts'

export function maskingService({ engine, clock }: HouseParts): Service<'masking'> {
  return {
    rules: () =>
      engine.read(function* () {
        return accept(yield* maskingRules.now())
      }),

    save: ({ seenVersion, ...wanted }, { personId: actorId }) =>
      engine.transact(function* () {
        const before = yield* maskingRules.toChange(seenVersion)
        for (const [index, rule] of wanted.rules.entries()) {
          const found = faultOfRule(rule)
          if (found !== null) return { ok: false, code: 'bad_rule', detail: { index, ...found } } as const
        }
        yield* maskingRules.save(before, wanted, { at: clock.now(), actorId })
        yield* makeAllAnew()
        yield* afterwards(() => obeyRules(wanted))
        return accept(yield* maskingRules.now())
      }),
  }
}

/** From now on this process masks by the rules of its database; what is asked first is masked by them already where the database is at hand. */
export async function obeyStoredRules({ engine, log }: Pick<HouseParts, 'engine' | 'log'>): Promise<void> {
  try {
    await engine.read(function* () {
      obeyRules(yield* maskingRules.now())
    })
  } catch (error) {
    log.error('the rules of masking were not read', 'MASKING', error)
  }
}

/** Somebody changed them: here, at the hub or at another one. */
export const tellsOfMasking = (topics: readonly Topic[]): boolean => topics.includes('masking')
