import type { Service } from '../../../shared/contract/services.ts'
import type { ForWhom } from '../../../shared/contract/team/desks.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personById } from '../../storage/house/people.ts'
import { allDesks, deskById, revokeDesk } from '../../storage/hub/desks.ts'
import { insertJoinCode } from '../../storage/hub/join-codes.ts'
import { hashOfCode, newJoinCode } from '../../storage/hub/secrets.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'

export function desksService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'desks'> {
  return {
    list: (_, { deskId }) =>
      engine.read(function* () {
        return accept((yield* allDesks()).map((desk) => ({ ...desk, isThis: desk.id === deskId })))
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
  makeCode: () => refuse('no_hub'),
  revoke: () => refuse('no_hub'),
  leave: () => refuse('no_hub'),
})
