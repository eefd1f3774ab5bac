import type { Hours as DayHours, RoomRules, RulesVersion } from '../../../shared/contract/house/room-rules.ts'
import type { HouseRoom, Seat } from '../../../shared/contract/house/rooms.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { EVERY_DAY_HOLD_MINUTES, everyDayRules, FROM_THE_FIRST_DAY } from '../../../shared/domain/seats/room-rules.ts'
import { type Query, row, rows, type Sql, together, value, write } from '../engine/query.ts'
import { type By, guarded } from '../versions.ts'

/** A room's columns, as whoever knows no rules reads it. */
export type Hours = DayHours & Pick<RoomRules, 'slotMinutes'>

interface Clock {
  now(): Instant
  newId(): Id
}

/** The same in every house: there always is one, and what is about the house asks its clock. */
export const FIRST_ROOM_ID = '00000000-0000-7000-8000-000000000001'

const FIRST_SEAT_COUNT = 4

const INSERT = `INSERT INTO room (id, only_row, opens_at, closes_at, slot_minutes, time_zone)
  VALUES ('${FIRST_ROOM_ID}', 1, '09:00', '21:00', 30, 'Asia/Shanghai') ON CONFLICT DO NOTHING`

/** Gives a new database its first room: four seats, 09:00-21:00, slots of 30 minutes, Shanghai. Does nothing when there is one. */
export function* ensureRoom(clock: Clock): Query<void> {
  if ((yield* write(INSERT)) > 0) yield* saveSeats(FIRST_ROOM_ID, { count: FIRST_SEAT_COUNT, kept: [] }, clock)
}

/** A room as it is stored; `ownRules` null: it is open by its hours, every day. */
export interface StoredRoom extends Hours, Omit<HouseRoom, 'rules'> {
  readonly ownRules: RulesVersion[] | null
}

const COLUMNS = `SELECT id, name, site, coordinator_id AS coordinatorId, closed_from AS closedFrom, opens_at AS opensAt, closes_at AS closesAt,
  slot_minutes AS slotMinutes, time_zone AS timeZone, rules_json AS rulesJson, version FROM room`
const ONE = `${COLUMNS} WHERE id = ?`
const ALL = `${COLUMNS} WHERE removed_at IS NULL ORDER BY id`
const SEATS = 'SELECT id, number FROM seat WHERE room_id = ? AND removed_at IS NULL ORDER BY number'

/** The first room. Throws when `ensureRoom` was never called: a workspace without a room is a bug, not a state. */
export const readRoom = (): Query<StoredRoom> => firstRoom(ONE)

/** The first room, which stays as it is until the transaction that asked is over. */
export const roomToRelyOn = (): Query<StoredRoom> => firstRoom(TO_RELY_ON)

/** The first room, which nobody else reads to rely on, or changes, until the transaction that asked is over. */
export const roomToChange = (): Query<StoredRoom> => firstRoom(TO_CHANGE)

const TO_RELY_ON: Sql = { sqlite: ONE, postgres: `${ONE} FOR SHARE` }
const TO_CHANGE: Sql = { sqlite: ONE, postgres: `${ONE} FOR UPDATE` }

function* firstRoom(sql: Sql): Query<StoredRoom> {
  const found = yield* roomBy(sql, FIRST_ROOM_ID)
  if (found === null) throw new Error('no room')
  return found
}

type Row = Omit<StoredRoom, 'seats' | 'ownRules'> & { readonly rulesJson: string | null }

function* roomBy(sql: Sql, id: Id): Query<StoredRoom | null> {
  const found = yield* row<Row>(sql, [id])
  return found === null ? null : yield* withSeats(found)
}

function* withSeats(room: Row): Query<StoredRoom> {
  return storedRoom(room, yield* rows<Seat>(SEATS, [room.id]))
}

function storedRoom({ rulesJson, ...room }: Row, seats: Seat[]): StoredRoom {
  return { ...room, seats, ownRules: rulesJson === null ? null : (JSON.parse(rulesJson) as RulesVersion[]).map(whole) }
}

/** Rules that were saved before there was a rule of holding say nothing of it. */
const whole = ({ validFrom, rules }: RulesVersion): RulesVersion => ({
  validFrom,
  rules: { ...rules, holdMinutes: rules.holdMinutes ?? EVERY_DAY_HOLD_MINUTES },
})

/** As whoever may see the rules sees it. */
export const houseRoomOf = (room: StoredRoom): HouseRoom => {
  const { id, name, site, timeZone, coordinatorId, seats, closedFrom, version } = room
  return { id, name, site, timeZone, coordinatorId, seats, rules: rulesOf(room), closedFrom, version }
}

/** Every day the same, as long as there are no other rules. */
const rulesOf = ({ ownRules, seats, ...hours }: StoredRoom): RulesVersion[] =>
  ownRules ?? [{ validFrom: FROM_THE_FIRST_DAY, rules: everyDayRules(hours, seats.length) }]

/** The first room, and then the others in the order in which they were made. */
export function* houseRooms(): Query<HouseRoom[]> {
  const found: HouseRoom[] = []
  for (const one of yield* rows<Row>(ALL)) found.push(houseRoomOf(yield* withSeats(one)))
  return found
}

/** A room that nobody else reads to rely on, or changes, until the transaction that asked is over. */
export const anyRoomToChange = (id: Id): Query<StoredRoom | null> => roomBy(TO_CHANGE, id)

/** As it is after the change, inside the same transaction. */
export function* roomJustSaved(id: Id): Query<HouseRoom> {
  const found = yield* roomBy(ONE, id)
  if (found === null) throw new Error('a room just saved is not there')
  return houseRoomOf(found)
}

const ITS_ROOM = '(SELECT room_id FROM seat WHERE id = ?)'
const ROOM_OF_SEAT = `${COLUMNS} WHERE id = ${ITS_ROOM}`
const SEATS_BESIDE = `SELECT id, number FROM seat WHERE room_id = ${ITS_ROOM} AND removed_at IS NULL ORDER BY number`

/** The room that a seat stands in, also one that is gone; null: there is no such seat. */
export const roomOfSeat = (seatId: Id): Query<HouseRoom | null> => seatsRoom(ROOM_OF_SEAT, seatId)

/** The same, which stays as it is until the transaction that asked is over. */
export const roomOfSeatToRelyOn = (seatId: Id): Query<HouseRoom | null> =>
  seatsRoom({ sqlite: ROOM_OF_SEAT, postgres: `${ROOM_OF_SEAT} FOR SHARE` }, seatId)

function* seatsRoom(sql: Sql, seatId: Id): Query<HouseRoom | null> {
  const [found, seats] = yield* together(row<Row>(sql, [seatId]), rows<Seat>(SEATS_BESIDE, [seatId]))
  return found === null ? null : houseRoomOf(storedRoom(found, seats))
}

const SEAT = 'SELECT id, number FROM seat WHERE id = ? AND removed_at IS NULL'

/** The seat, on which nobody else is placed before the transaction that asked is over; null: there is none. */
export const seatToHold = (seatId: Id): Query<Seat | null> =>
  row<Seat>({ sqlite: SEAT, postgres: `${SEAT} FOR NO KEY UPDATE` }, [seatId])

/** A room's name among the versions; the first one's is the name it had when there was one. */
export const roomVersionName = (id: Id): string => (id === FIRST_ROOM_ID ? 'room' : `room ${id}`)

const UPDATE = `UPDATE room SET opens_at = :opensAt, closes_at = :closesAt, slot_minutes = :slotMinutes, rules_json = :rulesJson,
  version = version + 1 WHERE id = :id AND version = :version`

export interface RoomChange extends Hours {
  /** What the hours say every day, or the rules that count instead. */
  readonly ownRules: RulesVersion[] | null
  readonly seats: SeatsWanted
}

/** Seats 1…count, and those of these numbers that stay besides because somebody still has a booking there. */
export interface SeatsWanted {
  readonly count: number
  readonly kept: readonly number[]
}

/** Call inside a transaction that holds the room. Throws `StaleChange`. */
export function* saveRoom(
  before: StoredRoom,
  { seats, ownRules, opensAt, closesAt, slotMinutes }: RoomChange,
  by: By,
  clock: Clock,
): Query<void> {
  const { id, version } = before
  const hours = { opensAt, closesAt, slotMinutes }
  const change = [
    { ...before, rules: before.ownRules, seatCount: before.seats.length },
    { ...hours, rules: ownRules, seatCount: seats.count },
  ] as const
  const rulesJson = ownRules === null ? null : JSON.stringify(ownRules)
  yield* guarded(roomVersionName(id), change, by, write(UPDATE, { ...hours, rulesJson, id, version }))
  yield* saveSeats(id, seats, clock)
}

const REMOVE = 'UPDATE seat SET removed_at = ? WHERE id = ?'
const OF_NUMBER = `SELECT id AS value FROM seat WHERE room_id = ? AND number = ? ORDER BY removed_at IS NOT NULL, removed_at DESC`

/** A seat that comes back is the same seat again, so that its old bookings stay its own. */
export function* saveSeats(roomId: Id, { count, kept }: SeatsWanted, clock: Clock): Query<void> {
  const beyond = yield* rows<Seat>(SEATS, [roomId])
  for (const { id, number } of beyond)
    if (number > count && !kept.includes(number)) yield* write(REMOVE, [clock.now(), id])
  for (let number = 1; number <= count; number += 1) {
    const known = yield* value<Id>(OF_NUMBER, [roomId, number])
    if (known === null)
      yield* write('INSERT INTO seat (id, number, room_id) VALUES (?, ?, ?)', [clock.newId(), number, roomId])
    else yield* write('UPDATE seat SET removed_at = NULL WHERE id = ? AND removed_at IS NOT NULL', [known])
  }
}
