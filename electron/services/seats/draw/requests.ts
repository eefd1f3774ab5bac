import type { DrawEventKind } from '../../../../shared/contract/seats/draws.ts'
import type { Asker, Service } from '../../../../shared/contract/services.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { addMs } from '../../../../shared/domain/instants.ts'
import { wishNotOffered } from '../../../../shared/domain/seats/draw/offer.ts'
import type { Query } from '../../../storage/engine/query.ts'
import { personById, personName } from '../../../storage/house/people.ts'
import { nowIdOf } from '../../../storage/house/same-person.ts'
import { eventsOfWindow, insertDrawEvent } from '../../../storage/seats/draw/history.ts'
import { fileOfWindow, peopleToHold } from '../../../storage/seats/draw/outcome.ts'
import {
  AskedAlready,
  insertRequest,
  requestsAbout,
  requestToChange,
  resultsOf,
  type StoredRequest,
  toldRequest,
  updateRequest,
  type Wish,
  whoAsked,
  windowOfRequest,
} from '../../../storage/seats/draw/requests.ts'
import { type StoredWindow, slotsOfWindow, windowById, windowToRelyOn } from '../../../storage/seats/draw/windows.ts'
import { mustBeAsSeen } from '../../../storage/versions.ts'
import type { HouseParts } from '../../parts.ts'
import { accept, refuse } from '../../refuse.ts'
import { refusedFor } from '../booking-for.ts'
import { DRAWS_TOLD_MS } from './windows.ts'

type Requests = Omit<Service<'draws'>, 'list' | 'slots' | 'held' | 'preview' | 'open' | 'extend' | 'cancel'>

/** Thrown out of a transaction, which is taken back with all it held. */
class TwiceAsked extends Error {
  readonly request: StoredRequest
  constructor(request: StoredRequest) {
    super('asked twice')
    this.request = request
  }
}

/** Requests for drawn seats, and what came of them. */
export function drawRequests({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Requests {
  function* tell(request: StoredRequest, what: DrawEventKind, asker: Asker): Query<void> {
    const { id: requestId, windowId, togetherWith, purpose, lengthMinutes, wishes } = request
    const event = {
      id: clock.newId(),
      windowId,
      requestId,
      at: clock.now(),
      actorId: asker.personId,
      what,
      reason: null,
    }
    yield* insertDrawEvent({ ...event, after: { togetherWith, purpose, lengthMinutes, wishes } })
  }
  const by = (asker: Asker) => ({ at: clock.now(), actorId: asker.personId })

  /** The clock of where the window is kept decides, whatever the asker's says. */
  const closed = ({ state, closesAt }: StoredWindow) =>
    state === 'open' && clock.now() < closesAt ? null : ({ ok: false, code: 'closed', detail: { closesAt } } as const)

  /** The window first, as whoever draws it. */
  function* held(requestId: Id) {
    const windowId = yield* windowOfRequest(requestId)
    const window = windowId === null ? null : yield* windowToRelyOn(windowId)
    return { window, request: yield* requestToChange(requestId) }
  }

  /** Why the wish is none; null: it is one. Who of them is off the list is asked with all the same, and comes along once they are back on it. */
  function* unfit(window: StoredWindow, wish: Wish) {
    for (const id of wish.togetherWith) if ((yield* personName(id)) === null) return refuse('not_found')
    const slots = (yield* slotsOfWindow(window.id)) ?? []
    const isLength = window.plan.lengthsMinutes.includes(wish.lengthMinutes)
    const slotId = isLength ? wishNotOffered(slots, wish.wishes, wish.lengthMinutes) : (wish.wishes[0] ?? '')
    return slotId === null ? null : ({ ok: false, code: 'not_offered', detail: { slotId } } as const)
  }

  /** Nobody sits beside themselves, under whichever record, and what is wished for twice is wished for once. Holds whom it names. */
  function* tidied(personId: Id, { togetherWith, purpose, lengthMinutes, wishes }: Wish): Query<Wish> {
    const along = new Set<Id>()
    for (const id of togetherWith) along.add(yield* nowIdOf(id))
    along.delete(personId)
    yield* peopleToHold([personId, ...along].sort())
    return { togetherWith: [...along], purpose, lengthMinutes, wishes: [...new Set(wishes)] }
  }

  function* storing(request: StoredRequest, writing: Query<void>): Query<void> {
    try {
      yield* writing
    } catch (error) {
      throw error instanceof AskedAlready ? new TwiceAsked(request) : error
    }
  }
  async function once<T>(query: () => Query<T>) {
    try {
      return await engine.transact(query)
    } catch (error) {
      if (!(error instanceof TwiceAsked)) throw error
      const name = await engine.read(() => whoAsked(error.request))
      return { ok: false, code: 'asked_already', detail: { personName: name ?? '' } } as const
    }
  }

  /** Whoever handed it in for somebody answers for it as long as they may. */
  function* notYours({ personId, togetherWith }: StoredRequest, asker: Asker) {
    const isBeside = asker.personId !== null && togetherWith.includes(asker.personId)
    return isBeside ? null : yield* refusedFor(personId, asker)
  }

  return {
    mine: (_, { personId }) =>
      engine.read(function* () {
        return accept(personId === null ? [] : yield* requestsAbout(personId, addMs(clock.now(), -DRAWS_TOLD_MS)))
      }),

    handIn: ({ windowId, personId, ...given }, asker) =>
      once(function* () {
        const window = yield* windowToRelyOn(windowId)
        if (window === null) return refuse('not_found')
        const wish = yield* tidied(personId, given)
        const isHere = (yield* personById(personId)) !== null
        const refusal =
          closed(window) ??
          (yield* refusedFor(personId, asker)) ??
          (isHere ? yield* unfit(window, wish) : refuse('not_found'))
        if (refusal !== null) return refusal
        const request: StoredRequest = {
          ...{ id: clock.newId(), windowId, personId, ...wish },
          ...{ handedInAt: clock.now(), handedInBy: asker.personId, withdrawnAt: null, version: 0 },
        }
        yield* storing(request, insertRequest(request))
        yield* tell(request, 'handed_in', asker)
        return accept(yield* toldRequest(request.id))
      }),

    change: ({ requestId, seenVersion, ...given }, asker) =>
      once(function* () {
        const { window, request } = yield* held(requestId)
        if (request === null || window === null || request.withdrawnAt !== null) return refuse('not_found')
        yield* mustBeAsSeen(requestId, request, seenVersion)
        const wish = yield* tidied(request.personId, given)
        const refusal = closed(window) ?? (yield* notYours(request, asker)) ?? (yield* unfit(window, wish))
        if (refusal !== null) return refusal
        const after = { ...request, ...wish }
        yield* storing(after, updateRequest(request, wish, by(asker)))
        yield* tell(after, 'changed', asker)
        return accept(yield* toldRequest(requestId))
      }),

    withdraw: ({ requestId }, asker) =>
      engine.transact(function* () {
        const { window, request } = yield* held(requestId)
        if (request === null || window === null) return refuse('not_found')
        if (request.withdrawnAt !== null) return accept({})
        const refusal = closed(window) ?? (yield* notYours(request, asker))
        if (refusal !== null) return refusal
        yield* updateRequest(request, { withdrawnAt: clock.now() }, by(asker))
        yield* tell(request, 'withdrawn', asker)
        return accept({})
      }),

    results: ({ windowId, search, offset }) =>
      engine.read(function* () {
        if ((yield* windowById(windowId)) === null) return refuse('not_found')
        return accept(yield* resultsOf(windowId, search.trim(), offset))
      }),

    file: ({ windowId }) =>
      engine.read(function* () {
        const window = yield* windowById(windowId)
        if (window === null) return refuse('not_found')
        const text = yield* fileOfWindow(windowId)
        if (text === null) return refuse('not_drawn')
        const { from, to } = window.plan
        return accept({ fileName: `draw-${from}${to === from ? '' : `-to-${to}`}.json`, text })
      }),

    history: ({ windowId }) =>
      engine.read(function* () {
        return accept(yield* eventsOfWindow(windowId))
      }),
  }
}
