import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import type { PlainDate } from '../../../shared/contract/values.ts'
import type { Span } from '../../../shared/domain/seats/slots.ts'
import { timetableIn } from '../../../shared/domain/seats/timetable.ts'
import { instantAt } from '../../../shared/domain/wall-clock.ts'

/** From the first midnight of these days to the last, by the clock of every room; the last night goes on until it closes. */
export function daysOfRooms(rooms: readonly HouseRoom[], { from, to }: { from: PlainDate; to: PlainDate }): Span {
  const starts = rooms.map(({ timeZone }) => instantAt(from, '00:00', timeZone))
  const ends = rooms.flatMap((room) => [
    instantAt(to, '24:00', room.timeZone),
    ...room.seats.map(({ number }) => timetableIn(room).seat(number).openingOn(to)?.endsAt ?? ''),
  ])
  return { startsAt: starts.sort()[0] ?? '', endsAt: ends.sort().at(-1) ?? '' }
}
