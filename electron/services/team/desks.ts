import type { Service } from '../../../shared/contract/services.ts'
import type { ForWhom } from '../../../shared/contract/team/desks.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personById } from '../../storage/house/people.ts'
import { allDesks, deskById, revokeDesk } from '../../storage/hub/desks.ts'
import { insertJoinCode } from '../../storage/hub/join-codes.ts'
import { hashOfCode, newJoinCode } from '../../storage/hub/secrets.ts'
import { holdTroubles, markSeen, troublesElsewhere } from '../../storage/hub/troubles.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'

/** A hub knows commands no longer, either. */
const TOLD_DAYS = 30
const DAY_MS = 24 * 3_600_000

export function desksService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'desks'> {
  return {
    list: (_, { deskId }) =>
      engine.read(function* () {
        return accept((yield* allDesks()).map((desk) => ({ ...desk, isThis: desk.id === deskId })))
      }),

    troublesElsewhere: (_, { personId, deskId }) =>
      engine.read(function* () {
        if (deskId === undefined || personId === null) return refuse('no_hub')
        const since = addMs(clock.now(), -TOLD_DAYS * DAY_MS)
        const all = (yield* troublesElsewhere(personId, deskId)).map(
          ({ deskId: other, deskName, seenAt, told, seen }) => ({
            ...{ deskId: other, deskName, seenAt },
            lost: told.lost.filter(({ at, ids }) => at >= since && !ids.every((id) => seen.includes(id))),
            // What waits at a desk that is heard of no more ends with it.
            stuck: seenAt !== null && seenAt >= since ? told.stuck : [],
          }),
        )
        return accept(all.filter(({ lost, stuck }) => lost.length + stuck.length > 0))
      }),

    seeTroubles: ({ ids, isSeen }, { personId, deskId }) =>
      engine.transact(function* () {
        if (deskId === undefined || personId === null) return refuse('no_hub')
        for (const { deskId: other } of yield* troublesElsewhere(personId, deskId)) yield* holdTroubles(other)
        for (const { deskId: other, told, seen } of yield* troublesElsewhere(personId, deskId)) {
          const named = told.lost.flatMap((one) => one.ids).filter((id) => ids.includes(id))
          const rest = seen.filter((id) => !named.includes(id))
          if (named.length > 0) yield* markSeen(other, isSeen ? [...rest, ...named] : rest)
        }
        return accept({})
      }),

    makeCode: ({ whom }) =>
      engine.transact(function* () {
        if ('personId' in whom && (yield* personById(whom.personId)) === null) return refuse('person_not_found')
        return accept(yield* aCode(whom, clock.now()))
      }),

    revoke: ({ deskId }) =>
      engine.transact(function* () {
        if ((yield* deskById(deskId)) === 'unknown') return refuse('not_found')
        yield* revokeDesk(deskId, clock.now())
        return accept({})
      }),

    leave: (_, { deskId }) =>
      engine.transact(function* () {
        // Whoever runs the hub asks from no desk.
        if (deskId === undefined) return refuse('no_hub')
        yield* revokeDesk(deskId, clock.now())
        return accept({})
      }),
  }
}

/** Drawn anew and kept by its hash. */
export function* aCode(whom: ForWhom, at: Instant): Query<{ code: string; expiresAt: Instant }> {
  const code = newJoinCode()
  return { code, expiresAt: yield* insertJoinCode(hashOfCode(code), whom, at) }
}

/** A desk alone, or one whose calls of this kind did not go to its hub. */
export const noDesks = (): Service<'desks'> => ({
  list: () => refuse('no_hub'),
  troublesElsewhere: () => refuse('no_hub'),
  seeTroubles: () => refuse('no_hub'),
  makeCode: () => refuse('no_hub'),
  revoke: () => refuse('no_hub'),
  leave: () => refuse('no_hub'),
})
