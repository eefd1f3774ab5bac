import type { Id, Instant } from '../../../shared/contract/values.ts'
import type { UsedSpan } from '../../../shared/domain/seats/seat-use.ts'
import type { Span } from '../../../shared/domain/seats/slots.ts'
import { type Query, rows } from '../engine/query.ts'
import { IN_SPAN, spanParameters } from './bookings.ts'

const minuteOf = (instant: string) => `substr(${instant}, 1, 16) || ':00.000Z'`

/**
 * Bookings share their slots, so a quarter with tens of thousands of them is far fewer rows. Whoever came late sat from that minute on, and until
 * their session ended or, without one, the booking; of what is still going on, until now.
 */
const USED_SPANS = `
  SELECT starts_at AS startsAt, ends_at AS endsAt, sat_from AS satFrom, sat_until AS satUntil,
    COUNT(*) - SUM(is_walk_up) AS booked, SUM(CASE WHEN sat_from IS NULL THEN 0 ELSE 1 END) AS sat
  FROM (SELECT starts_at, ends_at, CASE WHEN walk_up_of IS NULL THEN 0 ELSE 1 END AS is_walk_up,
      CASE WHEN NOT came THEN NULL WHEN checked_in_at > starts_at THEN ${minuteOf('checked_in_at')} ELSE starts_at END AS sat_from,
      CASE WHEN NOT came THEN NULL WHEN left_at < ends_at THEN ${minuteOf('left_at')} WHEN :now < ends_at THEN ${minuteOf(':now')} ELSE ends_at END AS sat_until
    FROM (SELECT booking.*, state IN ('checked_in', 'done') AS came, heard.left_at FROM booking
      LEFT JOIN (SELECT booking_id, CASE WHEN COUNT(*) = COUNT(ended_at) THEN MAX(ended_at) END AS left_at FROM session
        WHERE started_at > :lookBackTo AND started_at < :endsAt GROUP BY booking_id) heard ON heard.booking_id = booking.id
      WHERE ${IN_SPAN} AND state <> 'cancelled' AND seat_id IN (SELECT id FROM seat WHERE room_id = :roomId)) come) used
  GROUP BY starts_at, ends_at, sat_from, sat_until`

/** What was booked in a room and what was sat, spans that touch this one. */
export const usedSpansOf = (roomId: Id, span: Span, now: Instant): Query<UsedSpan[]> =>
  rows<UsedSpan>(USED_SPANS, { roomId, now, ...spanParameters(span) })
