import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, write } from '../engine/query.ts'
import { tellOfOwn } from '../seats/own-news.ts'
import { type By, guarded } from '../versions.ts'
import { type Hours, roomVersionName, type StoredRoom, saveSeats } from './room.ts'

/** What of a room is not its rules. */
export type RoomFacts = Pick<HouseRoom, 'name' | 'site' | 'coordinatorId' | 'timeZone' | 'closedFrom'>

const INSERT = `INSERT INTO room (id, name, site, opens_at, closes_at, slot_minutes, time_zone, rules_json)
  VALUES (:id, :name, :site, :opensAt, :closesAt, :slotMinutes, :timeZone, :rulesJson)`

/** One more room, open from its first day on. Call inside a transaction that holds the first room. */
export function* insertRoom(
  { rules, ...room }: Pick<HouseRoom, 'id' | 'name' | 'site' | 'timeZone' | 'rules'> & Hours,
  seatCount: number,
  clock: { now(): Instant; newId(): Id },
): Query<void> {
  yield* write(INSERT, { ...room, rulesJson: JSON.stringify(rules) })
  yield* saveSeats(room.id, { count: seatCount, kept: [] }, clock)
}

const UPDATE = `UPDATE room SET name = :name, site = :site, coordinator_id = :coordinatorId, time_zone = :timeZone,
  closed_from = :closedFrom, version = version + 1 WHERE id = :id AND version = :version`

/** Call inside a transaction that holds the room. Throws `StaleChange`. */
function* writeFacts(before: StoredRoom, change: Partial<RoomFacts>, by: By): Query<void> {
  const { id, version, name, site, coordinatorId, timeZone, closedFrom } = before
  const facts = { ...{ name, site, coordinatorId, timeZone, closedFrom }, ...change }
  yield* guarded(roomVersionName(id), [before, facts], by, write(UPDATE, { ...facts, id, version }))
}

/** As `writeFacts`; who coordinates it from now on is told, and who did. */
export function* updateRoomFacts(before: StoredRoom, change: Partial<RoomFacts>, by: By): Query<void> {
  yield* writeFacts(before, change, by)
  const { id, coordinatorId } = before
  if (change.coordinatorId === undefined || change.coordinatorId === coordinatorId) return
  yield* tellOfOwn({ kind: 'room', ofId: id, known: coordinatorId ?? '' }, [coordinatorId, change.coordinatorId], by)
}

/** From one record of a person to another: nobody is told, for the same person coordinates it. */
export const carryRoom = (before: StoredRoom, coordinatorId: Id, by: By): Query<void> =>
  writeFacts(before, { coordinatorId }, by)
