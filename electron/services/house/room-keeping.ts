import type { CancelHits, HouseRoom } from '../../../shared/contract/house/rooms.ts'
import { MOST_ROOMS } from '../../../shared/contract/limits.ts'
import type { Asker, Service } from '../../../shared/contract/services.ts'
import type { Id } from '../../../shared/contract/values.ts'
import { mostSeatsFrom, rulesOn } from '../../../shared/domain/seats/room-rules.ts'
import { dateOf } from '../../../shared/domain/wall-clock.ts'
import type { Query } from '../../storage/engine/query.ts'
import { personToHold } from '../../storage/house/people.ts'
import {
  anyRoomToChange,
  houseRoomOf,
  houseRooms,
  roomJustSaved,
  roomToChange,
  roomVersionName,
  type StoredRoom,
} from '../../storage/house/room.ts'
import { insertRoom, type RoomFacts, updateRoomFacts } from '../../storage/house/room-keeping.ts'
import { mustBeAsSeen } from '../../storage/versions.ts'
import type { HouseParts } from '../parts.ts'
import { accept, refuse } from '../refuse.ts'
import { plainHours } from './plain-hours.ts'
import { type AlsoHit, alsoHitBetween, alsoHitBy, cancelHit, hitsBetween, NOTHING_ELSE, untold } from './room-hits.ts'

interface Told {
  readonly toldHits: string | null
  readonly cancel: CancelHits | null
}

export function roomKeepingService({ engine, clock }: Pick<HouseParts, 'engine' | 'clock'>): Service<'roomKeeping'> {
  /** The room, and all others, which nobody adds to or takes from meanwhile: whoever does holds the first one. */
  function* held(roomId: Id, seenVersion: number | null): Query<StoredRoom | null> {
    yield* roomToChange()
    const room = yield* anyRoomToChange(roomId)
    if (room !== null) yield* mustBeAsSeen(roomVersionName(roomId), room, seenVersion)
    return room
  }
  const by = ({ personId }: Asker) => ({ at: clock.now(), actorId: personId })
  const isTaken = (rooms: readonly HouseRoom[], name: string, except: Id | null) =>
    rooms.some((room) => room.id !== except && room.name === name)

  /** What moves or ends the hours of bookings is told first. */
  function* moved(
    before: StoredRoom,
    change: Partial<RoomFacts>,
    { toldHits, cancel }: Told,
    asker: Asker,
    also: AlsoHit = NOTHING_ELSE,
  ) {
    const room = houseRoomOf(before)
    const hits = yield* hitsBetween(room, { ...room, ...change }, clock.now())
    const unknown = untold(hits, toldHits, also)
    if (unknown !== null) return unknown
    const cancelled = yield* cancelHit(clock, cancel, hits, asker)
    yield* updateRoomFacts(before, change, by(asker))
    return accept({ room: yield* roomJustSaved(before.id), cancelled })
  }

  return {
    add: ({ name, site, likeRoomId }) =>
      engine.transact(function* () {
        const like = yield* held(likeRoomId, null)
        if (like === null) return refuse('not_found')
        const rooms = yield* houseRooms()
        if (rooms.length >= MOST_ROOMS) return { ok: false, code: 'too_many', detail: { most: MOST_ROOMS } } as const
        if (isTaken(rooms, name, null)) return refuse('name_taken')
        const { timeZone, rules } = houseRoomOf(like)
        const today = dateOf(clock.now(), timeZone)
        const id = clock.newId()
        const hours = plainHours(rulesOn(rules, today), like)
        yield* insertRoom({ id, name, site, timeZone, rules, ...hours }, mostSeatsFrom(rules, today), clock)
        return accept(yield* roomJustSaved(id))
      }),

    describe: ({ roomId, seenVersion, ...facts }, asker) =>
      engine.transact(function* () {
        const before = yield* held(roomId, seenVersion)
        if (before === null) return refuse('not_found')
        const { name, coordinatorId } = facts
        if (coordinatorId !== null && (yield* personToHold(coordinatorId)) === null) return refuse('not_found')
        const rooms = yield* houseRooms()
        if (name === '' && rooms.length > 1) return refuse('name_missing')
        if (isTaken(rooms, name, roomId)) return refuse('name_taken')
        yield* updateRoomFacts(before, facts, by(asker))
        return accept(yield* roomJustSaved(roomId))
      }),

    setZone: ({ roomId, seenVersion, timeZone, ...told }, asker) =>
      engine.transact(function* () {
        const before = yield* held(roomId, seenVersion)
        if (before === null) return refuse('not_found')
        if (!isZone(timeZone)) return refuse('unknown_zone')
        const room = houseRoomOf(before)
        const also = yield* alsoHitBetween(room, { ...room, timeZone }, clock.now())
        return yield* moved(before, { timeZone }, told, asker, also)
      }),

    close: ({ roomId, seenVersion, from, ...told }, asker) =>
      engine.transact(function* () {
        const before = yield* held(roomId, seenVersion)
        if (before === null) return refuse('not_found')
        if (from === null) return yield* moved(before, { closedFrom: null }, told, asker)
        const today = dateOf(clock.now(), before.timeZone)
        if (from < today) return { ok: false, code: 'from_the_past', detail: { today } } as const
        const others = (yield* houseRooms()).filter(({ id, closedFrom }) => id !== roomId && closedFrom === null)
        if (others.length === 0) return refuse('last_open')
        return yield* moved(before, { closedFrom: from }, told, asker, yield* alsoHitBy(before, from, clock.now()))
      }),
  }
}

/** As every engine names it, `Europe/Berlin`; an offset or an old abbreviation is none. */
function isZone(name: string): boolean {
  try {
    return (
      /^([A-Za-z_]+(\/[A-Za-z0-9_+-]+)+|UTC)$/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null
    )
  } catch {
    return false
  }
}
