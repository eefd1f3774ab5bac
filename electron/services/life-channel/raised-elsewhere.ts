import { TELLING_OF_CALLS } from '../../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../../shared/contract/events.ts'
import type { Query } from '../../storage/engine/query.ts'
import { appendCaseEvent, insertCase } from '../../storage/life-channel/cases.ts'
import { notFollowed, notKnown, type RaisedElsewhere } from '../../storage/life-channel/raised-elsewhere.ts'
import type { HouseParts } from '../parts.ts'
import type { Sealing } from './sealing.ts'

/** At a desk of a hub: a call that was heard here is sealed by a case that another desk raised about it, and opened by its wrong alarm, as soon as the hub tells of it; a case that was raised here is what was said of it there. */
export function followElsewhere({ engine, emit, log }: Pick<HouseParts, 'engine' | 'emit' | 'log'>, sealing: Sealing) {
  function* followOne(told: RaisedElsewhere): Query<boolean> {
    const { id: caseId, callId, verdictId, verdict, verdictAt, verdictBy } = told
    // The words were sealed with a key that is away: it is opened once that is there.
    if (verdict === 'dismissed' && (yield* sealing.isLocked(callId))) return false
    if (told.isHere === 0) yield* insertCase({ ...told, namedCallId: null })
    if (verdictId !== null && verdict !== null && verdictAt !== null)
      yield* appendCaseEvent({ id: verdictId, caseId, at: verdictAt, actorId: verdictBy, what: verdict })
    if (verdict === 'dismissed') yield* sealing.unseal(callId)
    else yield* sealing.seal(callId, caseId)
    return true
  }
  /** The other way round: whoever raised it here hears what was said of it where the call was heard. */
  function* learnAll(): Query<number> {
    const all = yield* notKnown()
    for (const { caseId, verdictId, verdict, verdictAt, verdictBy } of all) {
      yield* appendCaseEvent({ id: verdictId, caseId, at: verdictAt, actorId: verdictBy, what: verdict })
      if (verdict === 'dismissed') yield* sealing.forgetPassedOn(caseId)
    }
    return all.length
  }
  function* followAll(): Query<number> {
    let count = 0
    for (const told of yield* notFollowed()) if (yield* followOne(told)) count += 1
    return count
  }
  const done = (all: () => Query<number>, failed: string): number => {
    try {
      const count = engine.transact(all)
      if (count instanceof Promise) throw new Error('a hub is told by nobody')
      return count
    } catch (error) {
      // A disk that is full takes it later: it is looked for again with whatever is told next.
      log.error(failed, 'SEAL', error)
      return 0
    }
  }
  const look = () => {
    // The seals first, and by themselves: nothing that is learned of other cases keeps a call open that somebody cried in.
    const count =
      done(followAll, 'a call that was raised at another desk was not sealed') +
      done(learnAll, 'what was said elsewhere of a case of this desk was not taken up')
    if (count > 0) emit({ kind: 'changed', topics: TELLING_OF_CALLS })
  }
  return {
    /** What came while this was closed. */
    look,
    heard: (event: EarshotEvent): void => {
      if (event.kind === 'changed' && event.topics.includes('lifeChannel')) look()
    },
  }
}
