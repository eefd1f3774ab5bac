import { MOST_LACKING_NAMED } from '../../../shared/contract/life-channel/life-drills.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import { dateOf, instantAt } from '../../../shared/domain/wall-clock.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personName } from '../../storage/house/people.ts'
import { readRoom } from '../../storage/house/room.ts'
import { insertDrill, lackingDrill, lastDrillOf, lastDrills } from '../../storage/life-channel/drills.ts'
import type { HouseParts } from '../parts.ts'
import { accept } from '../refuse.ts'
import { rightsOf } from './rights.ts'

/** A drill is done once a month by everybody who hears calls. It touches no table of cases. */
export function lifeDrillsService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'lifeDrills'> {
  function* seesAll(asker: Asker): Query<boolean> {
    return (yield* rightsOf(asker)).seesAll
  }
  return {
    record: ({ drillId, ...drill }, asker) =>
      engine.transact(function* () {
        const personId = (yield* personName(asker.personId)) === null ? null : asker.personId
        yield* insertDrill({ id: drillId, personId, ...drill })
        return accept({})
      }),

    history: (_, asker) =>
      engine.read(function* () {
        const everybody = yield* seesAll(asker)
        if (!everybody && asker.personId === null) return accept([])
        return accept(yield* lastDrills(everybody ? null : asker.personId))
      }),

    due: (_, asker) =>
      engine.read(function* () {
        const { timeZone } = yield* readRoom()
        const since = instantAt(`${dateOf(clock.now(), timeZone).slice(0, 7)}-01`, '00:00', timeZone)
        const { personId } = asker
        const lastAt = personId === null ? null : yield* lastDrillOf(personId)
        const isDue = personId !== null && (lastAt === null || lastAt < since)
        if (!(yield* seesAll(asker))) return accept({ isDue, lastAt, othersDue: null })
        const { count, people } = yield* lackingDrill({ since, exceptId: personId }, MOST_LACKING_NAMED)
        return accept({ isDue, lastAt, othersDue: count, others: people })
      }),
  }
}
