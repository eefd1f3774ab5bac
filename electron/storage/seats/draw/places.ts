import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { addMs } from '../../../../shared/domain/instants.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import type { DrawnPlace } from '../../../../shared/domain/seats/misfit.ts'
import type { Span } from '../../../../shared/domain/seats/slots.ts'
import { type Query, row, rows } from '../../engine/query.ts'

const DAY_MS = 86_400_000

/** A place that an open window holds, on its seat. */
export interface HeldPlace extends SeatSpan {
  readonly roomId: Id
  readonly seatNumber: number
}

const OF_WINDOW = `SELECT seat_id AS seatId, seat.number AS seatNumber, seat.room_id AS roomId, starts_at AS startsAt, ends_at AS endsAt
  FROM draw_place JOIN seat ON seat.id = seat_id WHERE window_id = ? AND seat.removed_at IS NULL`

/** The places of a window whose seats are still there. */
export const placesOfWindow = (windowId: Id): Query<HeldPlace[]> => rows<HeldPlace>(OF_WINDOW, [windowId])

const IN_SPAN = 'starts_at > :from AND starts_at < :before AND held_from < :endsAt AND held_to > :startsAt'

/** A place is a day long at most, and what is left free around it a few hours. */
const spanParameters = ({ startsAt, endsAt }: Span) => ({
  startsAt,
  endsAt,
  from: addMs(startsAt, -2 * DAY_MS),
  before: addMs(endsAt, DAY_MS),
})

const HELD = `SELECT seat_id AS seatId, held_from AS startsAt, held_to AS endsAt, window_id AS windowId, closes_at AS drawnAt
  FROM draw_place JOIN draw_window ON draw_window.id = window_id WHERE ${IN_SPAN}`

/** What no booking may touch in the span, because it is drawn. */
export const drawnPlacesIn = (span: Span): Query<DrawnPlace[]> => rows<DrawnPlace>(HELD, spanParameters(span))

const HOLDER = `SELECT draw_window.id AS windowId, closes_at AS drawnAt, seat.number AS seatNumber
  FROM draw_place JOIN draw_window ON draw_window.id = window_id JOIN seat ON seat.id = seat_id
  WHERE seat_id = :seatId AND ${IN_SPAN} ORDER BY starts_at LIMIT 1`

/** The window that draws the place, and when; null: none does. */
export const windowHolding = ({ seatId, ...span }: SeatSpan) =>
  row<{ windowId: Id; drawnAt: Instant; seatNumber: number }>(HOLDER, { ...spanParameters(span), seatId })
