import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { DrawnSeats, DrawWindow } from '../../../../shared/contract/seats/draws.ts'
import type { Id, PlainDate } from '../../../../shared/contract/values.ts'
import { overlaps } from '../../../../shared/domain/seats/slots.ts'
import { daysAfter, instantAt } from '../../../../shared/domain/wall-clock.ts'
import { drawnIn } from './draws.queries.ts'

/** Those that take requests for some of these days of the room. */
export const openWindows = (windows: readonly DrawWindow[], roomId: Id, first: PlainDate, last: PlainDate) =>
  windows.filter(
    ({ state, from, to, rooms }) =>
      state === 'open' && from <= last && first <= to && rooms.some(({ id }) => id === roomId),
  )

const NONE: readonly DrawnSeats[] = []

/** What of each of these days of the room is to be drawn: that which the windows hold, so a place that was given up since they opened is free. */
export function useDrawnOn(
  room: HouseRoom | undefined,
  first: PlainDate,
  last: PlainDate,
): (day: PlainDate) => readonly DrawnSeats[] {
  const drawn = useQuery(drawnIn(first, last)).data ?? NONE
  return useMemo(() => (day) => (room === undefined ? NONE : drawnOn(drawn, room, day)), [drawn, room])
}

/** Its own seats, for the windows of other rooms are told as well; its night may go on after midnight. */
export function drawnOn(
  drawn: readonly DrawnSeats[],
  { timeZone, seats }: Pick<HouseRoom, 'timeZone' | 'seats'>,
  day: PlainDate,
): DrawnSeats[] {
  const span = { startsAt: instantAt(day, '00:00', timeZone), endsAt: instantAt(daysAfter(day, 1), '24:00', timeZone) }
  const own = new Set(seats.map(({ id }) => id))
  return drawn
    .filter((one) => overlaps(one, span))
    .map((one) => ({ ...one, seatIds: one.seatIds.filter((id) => own.has(id)) }))
    .filter(({ seatIds }) => seatIds.length > 0)
}
