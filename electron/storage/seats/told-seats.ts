import type { KeptBooking } from '../../../shared/contract/seats/bookings.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { type Query, rows, write } from '../engine/query.ts'

type Appointment = Pick<KeptBooking, 'id' | 'startsAt'>

const WAS_TOLD = 'SELECT 1 FROM told_seat WHERE booking_id = ? AND starts_at = ?'
const TELL = `INSERT INTO told_seat (booking_id, starts_at, told_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`

/** Whether somebody was reminded of this booking. One moved to another time is a new appointment. */
export function* wasTold({ id, startsAt }: Appointment): Query<boolean> {
  return (yield* rows(WAS_TOLD, [id, startsAt])).length > 0
}

/** False when somebody was told before. */
export function* keepTold({ id, startsAt }: Appointment, at: Instant): Query<boolean> {
  return (yield* write(TELL, [id, startsAt, at])) > 0
}
