import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { Instant } from '../../../shared/contract/values.ts'
import { type ReadableDb, statement, type WritableDb } from '../database.ts'

type Appointment = Pick<Booking, 'id' | 'startsAt'>

const WAS_TOLD = 'SELECT EXISTS (SELECT 1 FROM told_seat WHERE booking_id = ? AND starts_at = ?)'
const TELL = 'INSERT INTO told_seat (booking_id, starts_at, told_at) VALUES (?, ?, ?)'

/** Whether somebody was reminded of this booking. One moved to another time is a new appointment. */
export const wasTold = (db: ReadableDb, { id, startsAt }: Appointment): boolean =>
  statement(db, WAS_TOLD).pluck().get(id, startsAt) === 1

export const keepTold = (db: WritableDb, { id, startsAt }: Appointment, at: Instant): void =>
  void statement(db, TELL).run(id, startsAt, at)
