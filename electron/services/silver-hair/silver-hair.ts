import type { Service } from '../../../shared/contract/services.ts'
import type { Lens } from '../../../shared/contract/silver-hair/lens.ts'
import { FEWEST_CALLS, MOST_SILVER_CALLS } from '../../../shared/contract/silver-hair/silver-hair.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { failingsOf } from '../../../shared/domain/silver-hair/failings.ts'
import { heardInCall } from '../../../shared/domain/silver-hair/heard-in-call.ts'
import { countJargon } from '../../../shared/domain/silver-hair/jargon.ts'
import { type LensWords, openLensWords } from '../../../shared/domain/silver-hair/open-words.ts'
import { dictionaryOf } from '../../../shared/domain/silver-hair/own-terms.ts'
import { NOTHING_SAID, pressed } from '../../../shared/domain/silver-hair/property.ts'
import { instantAt } from '../../../shared/domain/wall-clock.ts'
import type { Query } from '../../storage/engine/query.ts'
import { readRoom } from '../../storage/house/room.ts'
import { callToChange } from '../../storage/listening/calls.ts'
import { conversationOfCall } from '../../storage/listening/conversations.ts'
import { notesOfCall } from '../../storage/listening/notes.ts'
import { isSealedCall } from '../../storage/listening/sealed-calls.ts'
import { countCalls, lensesOfSession, lensOfCall, markedCalls, storeLens } from '../../storage/silver-hair/lenses.ts'
import { ownTerms } from '../../storage/silver-hair/own-terms.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'

export function silverHairService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'silverHair'> {
  /** Held, so that two presses come one after the other. Null: there is none, or nothing may be told of it. */
  function* openCall(callId: Id): Query<Id | null> {
    const call = yield* callToChange(callId)
    return call === null || (yield* isSealedCall(callId)) ? null : callId
  }
  function* markedLens(callId: Id): Query<Lens | null> {
    if ((yield* openCall(callId)) === null) return null
    const lens = yield* lensOfCall(callId)
    return lens?.mark === 'marked' ? lens : null
  }

  return {
    ofSession: ({ sessionId }) =>
      engine.read(function* () {
        return accept(yield* lensesOfSession(sessionId))
      }),

    mark: ({ callId, mark, origin }) =>
      engine.transact(function* () {
        if ((yield* openCall(callId)) === null) return refuse('not_found')
        const before = yield* lensOfCall(callId)
        if (before?.mark === mark) return accept(before)
        const lens: Lens = { ...NOTHING_SAID, jargon: [], ...before, callId, mark, origin, markedAt: clock.now() }
        yield* storeLens(lens)
        return accept(lens)
      }),

    press: ({ callId, press }) =>
      engine.transact(function* () {
        const lens = yield* markedLens(callId)
        if (lens === null) return refuse('not_found')
        const outcome = pressed(lens, press)
        if (!outcome.ok) return outcome
        const now = { ...lens, ...outcome.answers }
        yield* storeLens(now)
        return accept(now)
      }),

    recount: async ({ callId }) => {
      const words = await openLensWords()
      return engine.transact(() => recount(callId, words))
    },

    overview: ({ from, to }) =>
      engine.read(function* () {
        const { timeZone } = yield* readRoom()
        const within = { from: instantAt(from, '00:00', timeZone), before: instantAt(to, '24:00', timeZone) }
        const calls = yield* markedCalls(within)
        return accept({
          count: calls.length,
          of: yield* countCalls(within),
          failings: failingsOf(calls, FEWEST_CALLS),
          calls: calls.slice(0, MOST_SILVER_CALLS),
        })
      }),
  }

  function* recount(callId: Id, { terms }: LensWords) {
    const lens = yield* markedLens(callId)
    if (lens === null) return accept({})
    const heard = heardInCall({ notes: yield* notesOfCall(callId), conversation: yield* conversationOfCall(callId) })
    const own = yield* ownTerms.now()
    const jargon = countJargon(heard, dictionaryOf(terms, own.terms))
    if (JSON.stringify(jargon) !== JSON.stringify(lens.jargon)) yield* storeLens({ ...lens, jargon })
    return accept({})
  }
}
