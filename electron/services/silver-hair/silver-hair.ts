import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Lens } from '../../../shared/contract/silver-hair/lens.ts'
import { MOST_SILVER_CALLS, type SilverCall } from '../../../shared/contract/silver-hair/silver-hair.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { type Span, toldSpans } from '../../../shared/domain/agents/told-spans.ts'
import { failingsOf } from '../../../shared/domain/silver-hair/failings.ts'
import { heardInCall } from '../../../shared/domain/silver-hair/heard-in-call.ts'
import { countJargon } from '../../../shared/domain/silver-hair/jargon.ts'
import { type LensWords, openLensWords } from '../../../shared/domain/silver-hair/open-words.ts'
import { dictionaryOf } from '../../../shared/domain/silver-hair/own-terms.ts'
import { NOTHING_SAID, pressed } from '../../../shared/domain/silver-hair/property.ts'
import { dateOf, instantAt } from '../../../shared/domain/wall-clock.ts'
import type { Query } from '../../storage/engine/query.ts'
import { readRoom } from '../../storage/house/room.ts'
import { callToChange, type StoredCall } from '../../storage/listening/calls.ts'
import { conversationOfCall } from '../../storage/listening/conversations.ts'
import { notesOfCall } from '../../storage/listening/notes.ts'
import { isSealedCall, sealedStarts } from '../../storage/listening/sealed-calls.ts'
import { findSession, hearingsOf } from '../../storage/listening/sessions.ts'
import {
  answeredCalls,
  countCalls,
  lensesOfSession,
  lensOfCall,
  markedCalls,
  storeLens,
} from '../../storage/silver-hair/lenses.ts'
import { ownTerms } from '../../storage/silver-hair/own-terms.ts'
import { isPraiseTold, wherePraiseIsTold } from '../agents/agents.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'

/** How the agent spoke and what they did: of one agent, as praise is. So is how hard the call was for the caller: a number beside one call reads as a mark for whoever answered it. */
const NOTHING_OF_THE_AGENT_IN_LIST = { effort: null, help: null, toldFirst: null, jargon: [] } as const
const NOTHING_OF_THE_AGENT = { ...NOTHING_OF_THE_AGENT_IN_LIST, pace: null, tone: null, volume: null } as const

export function silverHairService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'silverHair'> {
  /** Held, so that two presses come one after the other. Null: there is none, or nothing may be told of it. */
  function* openCall(callId: Id): Query<StoredCall | null> {
    const call = yield* callToChange(callId)
    return call === null || (yield* isSealedCall(callId)) ? null : call
  }
  /** What is refused of a press, and what a mark takes out of the figures, tells what the lens says of the agent: others press nothing. */
  function* callToPress(callId: Id, asker: Asker): Query<Id | null> {
    const call = yield* openCall(callId)
    return call !== null && (yield* isToldWhole(call.sessionId, asker)) ? callId : null
  }
  function* markedLens(callId: Id): Query<Lens | null> {
    const lens = yield* lensOfCall(callId)
    return lens?.mark === 'marked' ? lens : null
  }

  return {
    ofSession: ({ sessionId }, asker) =>
      engine.read(function* () {
        const lenses = yield* lensesOfSession(sessionId)
        if (yield* isToldWhole(sessionId, asker)) return accept(lenses)
        return accept(lenses.map((lens) => ({ ...lens, ...NOTHING_OF_THE_AGENT })))
      }),

    mark: ({ callId, mark, origin }, asker) =>
      engine.transact(function* () {
        if ((yield* callToPress(callId, asker)) === null) return refuse('not_found')
        const before = yield* lensOfCall(callId)
        if (before?.mark === mark) return accept(before)
        const lens: Lens = { ...NOTHING_SAID, jargon: [], ...before, callId, mark, origin, markedAt: clock.now() }
        yield* storeLens(lens)
        return accept(lens)
      }),

    press: ({ callId, press }, asker) =>
      engine.transact(function* () {
        if ((yield* callToPress(callId, asker)) === null) return refuse('not_found')
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

    overview: ({ from, to }, asker) =>
      engine.read(function* () {
        const { timeZone } = yield* readRoom()
        const within = { from: instantAt(from, '00:00', timeZone), before: instantAt(to, '24:00', timeZone) }
        const calls = yield* markedCalls(within)
        const everySpan = yield* spansOf(timeZone)
        const spans = everySpan.filter((span) => span.from >= from && span.to <= to)
        const isCounted = ({ startedAt }: SilverCall) => {
          const day = dateOf(startedAt, timeZone)
          return spans.some((span) => span.from <= day && day <= span.to)
        }
        const named = calls.slice(0, MOST_SILVER_CALLS)
        const sessions = [...new Set(named.map(({ sessionId }) => sessionId))]
        const told = yield* wherePraiseIsTold(yield* hearingsOf(sessions), asker)
        return accept({
          count: calls.length,
          of: yield* countCalls(within),
          failings: spans.length === 0 ? null : failingsOf(calls.filter(isCounted)),
          partOf: spans.length > 0 ? null : (everySpan.findLast((span) => span.from <= to && span.to >= from) ?? null),
          calls: named.map((call) => (told.has(call.sessionId) ? call : { ...call, ...NOTHING_OF_THE_AGENT_IN_LIST })),
        })
      }),
  }

  /**
   * Days that are over, in spans of five agents or more; from the first call on, whatever days are asked for, so that each stands in the same span. One with a
   * sealed call in it is told no more: its figures before the seal, less those after it, would be that call's.
   */
  function* spansOf(timeZone: string): Query<Span[]> {
    const before = instantAt(dateOf(clock.now(), timeZone), '00:00', timeZone)
    const calls = yield* answeredCalls(before)
    const spans = toldSpans(calls.map(({ startedAt, ...call }) => ({ ...call, day: dateOf(startedAt, timeZone) })))
    const sealed = (yield* sealedStarts(before)).map((at) => dateOf(at, timeZone))
    return spans.filter(({ from, to }) => !sealed.some((day) => from <= day && day <= to))
  }

  /** To others a session is one seat at one hour; whoever sits at the desk where it runs goes on pressing. */
  function* isToldWhole(sessionId: Id, asker: Asker): Query<boolean> {
    const isHere = asker.deskId === undefined && (yield* findSession(sessionId))?.endedAt === null
    return isHere || (yield* isPraiseTold(sessionId, asker))
  }

  function* recount(callId: Id, { terms }: LensWords) {
    if ((yield* openCall(callId)) === null) return accept({})
    const lens = yield* markedLens(callId)
    if (lens === null) return accept({})
    const heard = heardInCall({ notes: yield* notesOfCall(callId), conversation: yield* conversationOfCall(callId) })
    const own = yield* ownTerms.now()
    const jargon = countJargon(heard, dictionaryOf(terms, own.terms))
    if (JSON.stringify(jargon) !== JSON.stringify(lens.jargon)) yield* storeLens({ ...lens, jargon })
    return accept({})
  }
}
