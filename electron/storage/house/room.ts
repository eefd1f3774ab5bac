import type { Room, Seat } from '../../../shared/contract/house/room.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, row, rows, type Sql, value, write } from '../engine/query.ts'
import { type By, guarded } from '../versions.ts'

export type Hours = Pick<Room, 'opensAt' | 'closesAt' | 'slotMinutes'>

interface Clock {
  now(): Instant
  newId(): Id
}

const FIRST_SEAT_COUNT = 4

const INSERT = `INSERT INTO room (only_row, opens_at, closes_at, slot_minutes, time_zone)
  VALUES (1, '09:00', '21:00', 30, 'Asia/Shanghai') ON CONFLICT DO NOTHING`

/** Gives a new database its room: four seats, 09:00-21:00, slots of 30 minutes, Shanghai. Does nothing when there is one. */
export function* ensureRoom(clock: Clock): Query<void> {
  if ((yield* write(INSERT)) > 0) yield* saveSeatCount(FIRST_SEAT_COUNT, clock)
}

const HOURS = `SELECT opens_at AS opensAt, closes_at AS closesAt, slot_minutes AS slotMinutes, time_zone AS timeZone, version FROM room`

const SEATS = 'SELECT id, number FROM seat WHERE removed_at IS NULL ORDER BY number'

/** Throws when `ensureRoom` was never called: a workspace without a room is a bug, not a state. */
export const readRoom = (): Query<Room> => room(HOURS)

/** The room, which stays as it is until the transaction that asked is over. */
export const roomToRelyOn = (): Query<Room> => room({ sqlite: HOURS, postgres: `${HOURS} FOR SHARE` })

/** The room, which nobody else reads to rely on, or changes, until the transaction that asked is over. */
export const roomToChange = (): Query<Room> => room({ sqlite: HOURS, postgres: `${HOURS} FOR UPDATE` })

function* room(sql: Sql): Query<Room> {
  const hours = yield* row<Omit<Room, 'seats'>>(sql)
  if (hours === null) throw new Error('no room')
  return { ...hours, seats: yield* rows<Seat>(SEATS) }
}

const SEAT = 'SELECT id AS value FROM seat WHERE id = ? AND removed_at IS NULL'

/** Whether there is such a seat, on which nobody else is placed before the transaction that asked is over. */
export function* seatToHold(seatId: Id): Query<boolean> {
  return (yield* value<Id>({ sqlite: SEAT, postgres: `${SEAT} FOR NO KEY UPDATE` }, [seatId])) !== null
}

/** The room's name among the versions: there is one. */
export const ROOM = 'room'

const UPDATE = `UPDATE room SET opens_at = :opensAt, closes_at = :closesAt, slot_minutes = :slotMinutes, version = version + 1
  WHERE version = :version`

/** Call inside a transaction. Throws `StaleChange`. */
export function* saveRoom(
  before: Room,
  { seatCount, opensAt, closesAt, slotMinutes }: Hours & { seatCount: number },
  by: By,
  clock: Clock,
): Query<void> {
  const hours = { opensAt, closesAt, slotMinutes }
  const change = [
    { ...before, seatCount: before.seats.length },
    { ...hours, seatCount },
  ] as const
  yield* guarded(ROOM, change, by, write(UPDATE, { ...hours, version: before.version }))
  yield* saveSeatCount(seatCount, clock)
}

const REMOVE_ABOVE = 'UPDATE seat SET removed_at = ? WHERE number > ? AND removed_at IS NULL'
const OF_NUMBER = `SELECT id AS value FROM seat WHERE number = ? ORDER BY removed_at IS NOT NULL, removed_at DESC`

/** Makes the seats 1…count. A seat that comes back is the same seat again, so that its old bookings stay its own. */
function* saveSeatCount(count: number, clock: Clock): Query<void> {
  yield* write(REMOVE_ABOVE, [clock.now(), count])
  for (let number = 1; number <= count; number += 1) {
    const known = yield* value<Id>(OF_NUMBER, [number])
    if (known === null) yield* write('INSERT INTO seat (id, number) VALUES (?, ?)', [clock.newId(), number])
    else yield* write('UPDATE seat SET removed_at = NULL WHERE id = ?', [known])
  }
}
