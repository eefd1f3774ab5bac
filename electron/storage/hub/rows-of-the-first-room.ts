import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, rows } from '../engine/query.ts'
import { FIRST_ROOM_ID } from '../house/room.ts'
import { type RowsDown, rowsSince } from './rows-down.ts'

const SEATS = `SELECT id FROM seat WHERE room_id = ?`

/**
 * The same for a desk that knows one room: the others are not told, nor their seats and bookings, which would lie on seats of the same number. A booking
 * that went to another room is gone for it.
 */
export function* rowsOfTheFirstRoomSince(cursor: string | null, at: Instant): Query<RowsDown> {
  const lot = yield* rowsSince(cursor, at)
  const seatIds = new Set((yield* rows<{ id: Id }>(SEATS, [FIRST_ROOM_ID])).map(({ id }) => id))
  const isTold = ({ table, row }: RowsDown['rows'][number]): boolean =>
    (table !== 'room' || row.id === FIRST_ROOM_ID) &&
    (table !== 'seat' || row.room_id === FIRST_ROOM_ID) &&
    (table !== 'booking' || seatIds.has(String(row.seat_id)))
  const elsewhere = lot.rows.filter((one) => one.table === 'booking' && !isTold(one))
  return {
    ...lot,
    rows: lot.rows.filter(isTold),
    gone: [...lot.gone, ...(lot.isAnew ? [] : elsewhere.map(({ table, row }) => ({ table, key: String(row.id) })))],
  }
}
