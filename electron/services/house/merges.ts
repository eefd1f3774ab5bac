import { topics } from '../../../shared/contract/entry.ts'
import type { Merge } from '../../../shared/contract/house/merges.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { begunOf, undecided } from '../../../shared/domain/house/merging.ts'
import { maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { dateOf } from '../../../shared/domain/wall-clock.ts'
import { afterwards, type Query } from '../../storage/engine/query.ts'
import {
  insertMerge,
  type ListedMerge,
  markUndone,
  mergedInto,
  mergeToUndo,
  pointAt,
  setMergedInto,
  standingMerge,
  standingMerges,
  writtenUnder,
} from '../../storage/house/merges.ts'
import { onceKnownToHold, personByEmployeeNumber, updatePerson } from '../../storage/house/people.ts'
import { readRoom } from '../../storage/house/room.ts'
import { type By, mustBeAsSeen } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { carriedBack } from './merge-back.ts'
import { carryOver, holdWhatNames, planOf } from './merge-moves.ts'

type Parts = Pick<HouseParts, 'engine' | 'clock' | 'settings' | 'emit' | 'log'>

export function mergesService({ engine, clock, settings, emit, log }: Parts): Service<'merges'> {
  const byNow = (asker: Asker): By => ({ at: clock.now(), actorId: asker.personId })

  function* told({ at, ...merge }: ListedMerge): Query<Merge> {
    return { ...merge, date: dateOf(at, (yield* readRoom()).timeZone) }
  }

  /** Whoever sits here under the record that goes, sits here under the other. */
  const becomeKept = (goneId: Id, keptId: Id) => {
    if (settings.read().me !== goneId) return
    try {
      settings.save({ me: keptId })
      emit({ kind: 'changed', topics })
    } catch (error) {
      log.error('who sits here was not changed', 'SETTINGS', error)
    }
  }

  return {
    preview: ({ keptId, goneId }) =>
      engine.read(function* () {
        if (keptId === goneId) return refuse('same_person')
        const plan = yield* planOf(keptId, goneId, clock.now())
        if (plan === null) return refuse('not_found')
        const { person, meetings, moves, withdrawn, waitsTwice } = plan
        return accept({
          ...{ person, meetings, moves, withdrawn },
          waitsTwice: waitsTwice.size,
          readTogether: yield* writtenUnder(goneId),
        })
      }),

    merge: ({ keptId, goneId, seenVersion, goneSeenVersion, giveUp }, asker) =>
      engine.transact(function* () {
        if (keptId === goneId) return refuse('same_person')
        yield* holdWhatNames(keptId, goneId)
        const plan = yield* planOf(keptId, goneId, clock.now())
        if (plan === null) return refuse('not_found')
        yield* mustBeAsSeen(keptId, plan.kept, seenVersion)
        yield* mustBeAsSeen(goneId, plan.gone, goneSeenVersion)
        const givenUp = new Set(giveUp?.bookingIds)
        const open = undecided(plan.meetings, givenUp)
        if (open.length > 0) return { ok: false, code: 'meets', detail: { meetings: open } } as const
        const begun = begunOf(plan.meetings, givenUp)
        if (begun !== null) return { ok: false, code: 'is_sitting', detail: begun } as const

        const by = byNow(asker)
        const pointers = yield* mergedInto(goneId)
        for (const one of pointers) yield* pointAt(one, keptId, by)
        yield* setMergedInto(plan.gone, keptId, by)
        const isFilled = JSON.stringify(plan.person) !== JSON.stringify(plan.before)
        if (isFilled) yield* updatePerson(plan.kept, { id: keptId, ...plan.person }, by)
        const reason = giveUp === null ? null : maskText(giveUp.reason).text
        const carried = yield* carryOver(plan, { givenUp, reason }, clock, by)
        const id = clock.newId()
        const keptVersion = plan.kept.version + (isFilled ? 1 : 0)
        const moved = {
          before: isFilled ? plan.before : null,
          keptVersion,
          pointers: pointers.map(({ id: each }) => each),
          ...carried,
        }
        yield* insertMerge({ id, keptId, goneId, moved }, by)
        yield* afterwards(() => becomeKept(goneId, keptId))
        const stored = yield* standingMerge(id)
        if (stored === null) throw new Error('a merge just stored is not there')
        return accept({ ...(yield* told(stored)), keptVersion })
      }),

    takeApart: ({ mergeId }, asker) =>
      engine.transact(function* () {
        const merge = yield* mergeToUndo(mergeId)
        if (merge === null) return refuse('not_found')
        const { keptId, goneId, moved } = merge
        yield* holdWhatNames(keptId, goneId, moved.requests)
        const kept = yield* onceKnownToHold(keptId)
        const gone = yield* onceKnownToHold(goneId)
        if (kept === null || gone === null) return refuse('not_found')
        // What it took from the other goes back, unless somebody wrote over it.
        const back = kept.version === moved.keptVersion ? moved.before : null
        const holder = gone.employeeNumber === null ? null : yield* personByEmployeeNumber(gone.employeeNumber)
        const isGivenBack = holder?.id === keptId && back !== null && back.employeeNumber !== gone.employeeNumber
        if (holder !== null && !isGivenBack)
          return { ok: false, code: 'employee_number_taken', detail: { name: holder.name } } as const
        const by = byNow(asker)
        if (back !== null) yield* updatePerson(kept, { id: keptId, ...back }, by)
        yield* setMergedInto(gone, null, by)
        for (const one of yield* mergedInto(keptId))
          if (moved.pointers.includes(one.id)) yield* pointAt(one, goneId, by)
        const stayed = yield* carriedBack(merge, clock, by)
        yield* markUndone(merge, by)
        const keptVersion = kept.version + (back === null ? 0 : 1)
        return accept({ keptId, goneId, keptVersion, goneVersion: gone.version + 1, stayed })
      }),

    list: () =>
      engine.read(function* () {
        const listed: Merge[] = []
        for (const merge of yield* standingMerges()) listed.push(yield* told(merge))
        return accept(listed)
      }),
  }
}
