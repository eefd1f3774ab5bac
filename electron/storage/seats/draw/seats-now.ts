import type { BookingState } from '../../../../shared/contract/seats/bookings.ts'
import type { DrawnRequest, DrawnSeatNow } from '../../../../shared/contract/seats/draws.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { overlaps } from '../../../../shared/domain/seats/slots.ts'
import { among, inEach } from '../../engine/in-each.ts'
import { type Query, rows } from '../../engine/query.ts'

interface Drawn {
  readonly requestId: Id
  readonly seatNumber: number
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly isOnSeat: number
  readonly startsNowAt: Instant
  readonly endsNowAt: Instant
  readonly state: BookingState
}

/** Who asked, under their record of then and under the one that was kept since. The place of a drawn booking stands in the first line of its history. */
const BOOKED = inEach(
  (say) => `SELECT request_id AS requestId, seat.number AS seatNumber,
      drawn.after_json ->> 'startsAt' AS startsAt, drawn.after_json ->> 'endsAt' AS endsAt,
      CASE WHEN booking.seat_id = seat.id THEN 1 ELSE 0 END AS isOnSeat, booking.starts_at AS startsNowAt, booking.ends_at AS endsNowAt, state
    FROM (SELECT request_id, person_id FROM draw_asker WHERE ${say(among('request_id', 'text', ':ids'))}
      UNION SELECT request_id, merged_into FROM draw_asker JOIN person ON person.id = person_id
        WHERE ${say(among('request_id', 'text', ':ids'))} AND merged_into IS NOT NULL) asker
    JOIN booking ON booking.person_id = asker.person_id
    JOIN booking_event drawn ON drawn.booking_id = booking.id AND drawn.what = 'drawn'
    JOIN seat ON seat.id = drawn.after_json ->> 'seatId'`,
)

/** What became of the seats that each of these requests was given. */
export function* seatsNow(
  requests: readonly { readonly id: Id; readonly drawn: DrawnRequest['drawn'] }[],
): Query<(id: Id) => DrawnSeatNow[]> {
  const given = requests.flatMap(({ id, drawn }) => (drawn === null ? [] : [{ id, drawn }]))
  const found = given.length === 0 ? [] : yield* rows<Drawn>(BOOKED, { ids: JSON.stringify(given.map(({ id }) => id)) })
  const booked = Map.groupBy(found, ({ requestId }) => requestId)
  const now = given.map(({ id, drawn }): [Id, DrawnSeatNow[]] => {
    const there = (booked.get(id) ?? []).filter(
      ({ startsAt, endsAt }) => startsAt === drawn.startsAt && endsAt === drawn.endsAt,
    )
    return [id, drawn.seatNumbers.map((number) => nowOfSeat(there.filter(({ seatNumber }) => seatNumber === number)))]
  })
  const byId = new Map(now)
  return (id) => byId.get(id) ?? []
}

/** Given up, and drawn for them once more by another draw, it is theirs. Where no booking is known, it is as it was drawn. */
function nowOfSeat(bookings: readonly Drawn[]): DrawnSeatNow {
  const standing = bookings.filter(({ state }) => state !== 'cancelled')
  const isHeld = ({ isOnSeat, startsNowAt, endsNowAt, ...place }: Drawn) =>
    isOnSeat === 1 && overlaps(place, { startsAt: startsNowAt, endsAt: endsNowAt })
  if (bookings.length === 0 || standing.some(isHeld)) return 'held'
  return standing.length > 0 ? 'moved' : 'cancelled'
}
