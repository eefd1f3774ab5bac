import type { ReminderKind } from '../../../shared/contract/house/reminder-kinds.ts'
import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { type Query, rows, write } from '../engine/query.ts'

type Appointment = Pick<KeptBooking, 'id' | 'seatId' | 'startsAt'>

const TOLD = 'SELECT kind FROM told_seat WHERE booking_id = ? AND seat_id = ? AND starts_at = ?'
const TELL = `INSERT INTO told_seat (booking_id, kind, seat_id, starts_at, told_at) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (booking_id, kind) DO UPDATE SET seat_id = excluded.seat_id, starts_at = excluded.starts_at, told_at = excluded.told_at
  WHERE told_seat.seat_id <> excluded.seat_id OR told_seat.starts_at <> excluded.starts_at`

/** Which reminders of this place somebody had. A booking moved to another seat or time is another appointment. */
export function* toldOf({ id, seatId, startsAt }: Appointment): Query<ReminderKind[]> {
  return (yield* rows<{ kind: ReminderKind }>(TOLD, [id, seatId, startsAt])).map(({ kind }) => kind)
}

/** False when somebody was told of just this before. */
export function* keepTold({ id, seatId, startsAt }: Appointment, kind: ReminderKind, at: Instant): Query<boolean> {
  return (yield* write(TELL, [id, kind, seatId, startsAt, at])) > 0
}
