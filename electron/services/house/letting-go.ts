import type { ParsedInput } from '../../../shared/contract/entry.ts'
import type { Ahead } from '../../../shared/contract/house/leaving.ts'
import type { people } from '../../../shared/contract/house/people.ts'
import type { PlainDate } from '../../../shared/contract/values.ts'
import { aheadMark, isSittingNow } from '../../../shared/domain/house/ahead.ts'
import { dateOf } from '../../../shared/domain/wall-clock.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personById, removePerson } from '../../storage/house/people.ts'
import { houseRooms } from '../../storage/house/room.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { Clock } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { giveUp, holdLeavers, type Leave } from './leaving.ts'
import { wishOf } from './people-list.ts'

/** Somebody goes with all they have before them, or gives up what is after a day and stays on the list. Inside a transaction. */
export function* letGo(
  { personId, seenVersion, mark, keepUntil }: ParsedInput<typeof people.letGo>,
  leave: Leave,
  clock: Pick<Clock, 'newId'>,
) {
  const all = (yield* holdLeavers([personId], leave.at))(personId)
  const person = yield* personById(personId)
  if (person === null) return refuse('not_found')
  yield* mustBeAsSeen(personId, person, seenVersion)
  if (aheadMark(all) !== mark) return refuse('has_other_ahead')
  const ahead = keepUntil === null ? all : yield* after(keepUntil, all)
  if (isSittingNow(ahead)) return refuse('is_sitting')
  const gaveUp = (yield* giveUp([{ id: personId, ahead }], leave, clock)).get(personId) ?? null
  const isRemoved = keepUntil === null
  if (isRemoved) yield* removePerson(person, leave)
  const left = { reason: leave.reason, gaveUp }
  const change = { personId, seenVersion: person.version + (isRemoved ? 1 : 0), before: wishOf(person), left }
  const count = gaveUp === null ? 0 : gaveUp.bookings.length + gaveUp.waits.length + gaveUp.draws.length
  return accept({ change, isRemoved, count })
}

/** What begins after the day, by the calendar of its room. */
function* after(day: PlainDate, { bookings, waits, offers }: Ahead): Query<Ahead> {
  const zones = new Map((yield* houseRooms()).map(({ id, timeZone }) => [id, timeZone]))
  const isAfter = ({ roomId, startsAt }: { roomId: string; startsAt: string }) =>
    dateOf(startsAt, zones.get(roomId) ?? 'UTC') > day
  return {
    ...{ bookings: bookings.filter(isAfter), waits: waits.filter(isAfter), offers: offers.filter(isAfter) },
    ...{ draws: [], rooms: [] },
  }
}
