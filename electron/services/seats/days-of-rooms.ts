import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import type { Instant, PlainDate } from '../../../shared/contract/values.ts'
import type { Span } from '../../../shared/domain/seats/slots.ts'
import { timetableIn } from '../../../shared/domain/seats/timetable.ts'
import { instantAt } from '../../../shared/domain/wall-clock.ts'

/** From the first midnight of these days to the last, by the clock of every room; the last night goes on until it closes. */
export function daysOfRooms(rooms: readonly HouseRoom[], { from, to }: { from: PlainDate; to: PlainDate }): Span {
  const starts = rooms.map(({ timeZone }) => instantAt(from, '00:00', timeZone))
  const ends = rooms.flatMap((room) => [instantAt(to, '24:00', room.timeZone), ...closings(room, to)])
  return { startsAt: starts.sort()[0] ?? '', endsAt: ends.sort().at(-1) ?? '' }
}

/** When the seats of a room close that day: each that ever has hours of its own, and the first of the others that is open at all. */
function closings(room: HouseRoom, date: PlainDate): Instant[] {
  const timetable = timetableIn(room)
  const own = new Set(room.rules.flatMap(({ rules }) => rules.seatWeeks.map(({ seatNumber }) => seatNumber)))
  const endOf = (number: number) => timetable.seat(number).openingOn(date)?.endsAt ?? null
  const found = [...own].map(endOf)
  for (const { number } of room.seats) {
    if (own.has(number)) continue
    const end = endOf(number)
    found.push(end)
    // They close together.
    if (end !== null) break
  }
  return found.filter((end) => end !== null)
}
