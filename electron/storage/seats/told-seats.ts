import type { ReminderKind } from '../../../shared/contract/house/reminder-kinds.ts'
import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../shared/contract/values.ts'
import { type Query, rows, write } from '../engine/query.ts'

type Appointment = Pick<KeptBooking, 'id' | 'seatId' | 'startsAt'>

const TOLD =
  'SELECT kind, person_id AS personId FROM told_seat WHERE booking_id = ? AND seat_id = ? AND starts_at = ? ORDER BY kind, person_id'
const TELL = `INSERT INTO told_seat (booking_id, person_id, kind, seat_id, starts_at, told_at) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (booking_id, person_id, kind) DO UPDATE SET seat_id = excluded.seat_id, starts_at = excluded.starts_at, told_at = excluded.told_at
  WHERE told_seat.seat_id <> excluded.seat_id OR told_seat.starts_at <> excluded.starts_at`

/** Which reminders of this place somebody had, under whichever of their records. A booking moved to another seat or time is another appointment. */
export function* toldOf({ id, seatId, startsAt }: Appointment, records: ReadonlySet<Id>): Query<ReminderKind[]> {
  const told = yield* rows<{ kind: ReminderKind; personId: Id }>(TOLD, [id, seatId, startsAt])
  return told.filter(({ personId }) => records.has(personId)).map(({ kind }) => kind)
}

/** False when the person was told of just this before. */
export function* keepTold(
  { id, seatId, startsAt }: Appointment,
  personId: Id,
  kind: ReminderKind,
  at: Instant,
): Query<boolean> {
  return (yield* write(TELL, [id, personId, kind, seatId, startsAt, at])) > 0
}
