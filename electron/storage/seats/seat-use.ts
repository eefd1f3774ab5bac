import type { Id } from '../../../shared/contract/values.ts'
import type { UsedSpan } from '../../../shared/domain/seats/seat-use.ts'
import type { Span } from '../../../shared/domain/seats/slots.ts'
import { type Query, rows } from '../engine/query.ts'
import { IN_SPAN, spanParameters } from './bookings.ts'

/** Bookings share their slots, so a quarter with tens of thousands of them is a few thousand rows. Who came late sat from that minute on. */
const USED_SPANS = `
  SELECT starts_at AS startsAt, ends_at AS endsAt, sat_from AS satFrom, COUNT(*) - SUM(is_walk_up) AS booked,
    SUM(CASE WHEN sat_from IS NULL THEN 0 ELSE 1 END) AS sat
  FROM (SELECT starts_at, ends_at, CASE WHEN walk_up_of IS NULL THEN 0 ELSE 1 END AS is_walk_up,
      CASE WHEN state NOT IN ('checked_in', 'done') THEN NULL
        WHEN checked_in_at > starts_at THEN substr(checked_in_at, 1, 16) || ':00.000Z' ELSE starts_at END AS sat_from
    FROM booking WHERE ${IN_SPAN} AND state <> 'cancelled' AND seat_id IN (SELECT id FROM seat WHERE room_id = :roomId)) used
  GROUP BY starts_at, ends_at, sat_from`

/** What was booked in a room and what was sat, spans that touch this one. */
export const usedSpansOf = (roomId: Id, span: Span): Query<UsedSpan[]> =>
  rows<UsedSpan>(USED_SPANS, { roomId, ...spanParameters(span) })
