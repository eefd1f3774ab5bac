import type { BookingState } from '../../../../shared/contract/seats/bookings.ts'
import type { DrawnRequest, DrawnSeatNow } from '../../../../shared/contract/seats/draws.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import type { Span } from '../../../../shared/domain/seats/slots.ts'
import { among, inEach } from '../../engine/in-each.ts'
import { type Query, rows } from '../../engine/query.ts'

interface Drawn extends Span {
  readonly requestId: Id
  readonly roomId: Id
  readonly seatNumber: number
  readonly roomNowId: Id
  readonly seatNowNumber: number
  readonly startsNowAt: Instant
  readonly endsNowAt: Instant
  readonly state: BookingState
}

/** Who asked, under their record of then and under the one that was kept since. The place of a drawn booking stands in the first line of its history. */
const BOOKED = inEach(
  (say) => `SELECT request_id AS requestId, seat.room_id AS roomId, seat.number AS seatNumber,
      drawn.after_json ->> 'startsAt' AS startsAt, drawn.after_json ->> 'endsAt' AS endsAt,
      seat_now.room_id AS roomNowId, seat_now.number AS seatNowNumber, booking.starts_at AS startsNowAt, booking.ends_at AS endsNowAt, state
    FROM (SELECT request_id, person_id FROM draw_asker WHERE ${say(among('request_id', 'text', ':ids'))}
      UNION SELECT request_id, merged_into FROM draw_asker JOIN person ON person.id = person_id
        WHERE ${say(among('request_id', 'text', ':ids'))} AND merged_into IS NOT NULL) asker
    JOIN booking ON booking.person_id = asker.person_id
    JOIN booking_event drawn ON drawn.booking_id = booking.id AND drawn.what = 'drawn'
    JOIN seat ON seat.id = drawn.after_json ->> 'seatId' JOIN seat seat_now ON seat_now.id = booking.seat_id`,
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
      ({ roomId, startsAt, endsAt }) =>
        roomId === drawn.roomId && startsAt === drawn.startsAt && endsAt === drawn.endsAt,
    )
    return [id, seatsOf(drawn.seatNumbers, there)]
  })
  const byId = new Map(now)
  return (id) => byId.get(id) ?? []
}

/**
 * Whichever of those who asked together sits on a seat, it is theirs, as where two of them changed seats. Given up, and drawn for them once more by another draw, it is
 * theirs. Where no booking is known, it is as it was drawn.
 */
function seatsOf(numbers: readonly number[], bookings: readonly Drawn[]): DrawnSeatNow[] {
  const holding = new Map(bookings.filter(holdsIts).map((booking) => [booking.seatNowNumber, booking]))
  const held = new Set(numbers.flatMap((number) => holding.get(number) ?? []))
  const elsewhere = bookings.filter((booking) => !held.has(booking))
  return numbers.map((number) => {
    if (holding.has(number) || bookings.length === 0) return 'held'
    const own = elsewhere.filter(({ seatNumber }) => seatNumber === number)
    const gone = own.length === 0 ? elsewhere : own
    return gone.some(({ state }) => state !== 'cancelled') ? 'moved' : 'cancelled'
  })
}

/** Somewhere in its room, and at its time: shorter or longer, but not later or earlier. */
function holdsIts({ roomId, roomNowId, startsAt, endsAt, startsNowAt, endsNowAt, state }: Drawn): boolean {
  const isWithin = startsNowAt >= startsAt && endsNowAt <= endsAt
  const isAround = startsNowAt <= startsAt && endsNowAt >= endsAt
  return state !== 'cancelled' && roomNowId === roomId && (isWithin || isAround)
}
