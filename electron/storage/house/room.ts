import type { Room, Seat } from '../../../shared/contract/house/room.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { inTransaction, type ReadableDb, statement, type WritableDb } from '../database.ts'
import { type By, guarded } from '../versions.ts'

export type Hours = Pick<Room, 'opensAt' | 'closesAt' | 'slotMinutes'>

interface Clock {
  now(): Instant
  newId(): Id
}

const FIRST_SEAT_COUNT = 4

/** Gives a new database its room: four seats, 09:00-21:00, slots of 30 minutes, Shanghai. Does nothing when there is one. */
export function ensureRoom(db: WritableDb, clock: Clock): void {
  inTransaction(db, () => {
    if (statement(db, 'SELECT 1 FROM room').get() !== undefined) return
    statement(
      db,
      `INSERT INTO room (only_row, opens_at, closes_at, slot_minutes, time_zone) VALUES (1, '09:00', '21:00', 30, 'Asia/Shanghai')`,
    ).run()
    saveSeatCount(db, FIRST_SEAT_COUNT, clock)
  })
}

/** Throws when `ensureRoom` was never called: a workspace without a room is a bug, not a state. */
export function readRoom(db: ReadableDb): Room {
  const hours = statement(
    db,
    'SELECT opens_at AS opensAt, closes_at AS closesAt, slot_minutes AS slotMinutes, time_zone AS timeZone, version FROM room',
  ).get() as Omit<Room, 'seats'> | undefined
  if (hours === undefined) throw new Error('no room')
  const seats = statement(db, 'SELECT id, number FROM seat WHERE removed_at IS NULL ORDER BY number').all() as Seat[]
  return { ...hours, seats }
}

/** The room's name among the versions: there is one. */
export const ROOM = 'room'

const UPDATE = `UPDATE room SET opens_at = :opensAt, closes_at = :closesAt, slot_minutes = :slotMinutes, version = version + 1
  WHERE version = :version`

/** Call inside a transaction. Throws `StaleChange`. */
export function saveRoom(
  db: WritableDb,
  before: Room,
  { seatCount, opensAt, closesAt, slotMinutes }: Hours & { seatCount: number },
  by: By,
  clock: Clock,
): void {
  const hours = { opensAt, closesAt, slotMinutes }
  const change = [
    { ...before, seatCount: before.seats.length },
    { ...hours, seatCount },
  ] as const
  guarded(db, ROOM, change, by, () => statement(db, UPDATE).run({ ...hours, version: before.version }))
  saveSeatCount(db, seatCount, clock)
}

/**
 * Makes the seats 1…count. A seat that comes back is the same seat again, so that its old bookings stay its own.
 */
function saveSeatCount(db: WritableDb, count: number, clock: Clock): void {
  statement(db, 'UPDATE seat SET removed_at = ? WHERE number > ? AND removed_at IS NULL').run(clock.now(), count)
  for (let number = 1; number <= count; number += 1) {
    const known = statement(
      db,
      'SELECT id FROM seat WHERE number = ? ORDER BY removed_at IS NOT NULL, removed_at DESC',
    ).get(number) as { id: Id } | undefined
    if (known === undefined) statement(db, 'INSERT INTO seat (id, number) VALUES (?, ?)').run(clock.newId(), number)
    else statement(db, 'UPDATE seat SET removed_at = NULL WHERE id = ?').run(known.id)
  }
}
