import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { DrawWindow } from '../../../../shared/contract/seats/draws.ts'
import type { Id, PlainDate } from '../../../../shared/contract/values.ts'
import { type DrawnHours, fullestHours } from '../../../../shared/domain/seats/draw/offer.ts'
import { drawWindows } from './draws.queries.ts'

/** Those that take requests for some of these days of the room. */
export const openWindows = (windows: readonly DrawWindow[], roomId: Id, first: PlainDate, last: PlainDate) =>
  windows.filter(
    ({ state, from, to, rooms }) =>
      state === 'open' && from <= last && first <= to && rooms.some(({ id }) => id === roomId),
  )

/** What of a day of the room is to be drawn, by the rules at the time when its windows opened. */
export const drawnOn = (windows: readonly DrawWindow[], room: HouseRoom, day: PlainDate): DrawnHours[] =>
  openWindows(windows, room.id, day, day).map((window) => fullestHours(window, room, day, window.openedAt))

const NONE: readonly DrawWindow[] = []

/** The same of the windows there are now. */
export function useDrawnOn(room: HouseRoom | undefined): (day: PlainDate) => DrawnHours[] {
  const windows = useQuery(drawWindows).data?.windows ?? NONE
  return useMemo(() => (day) => (room === undefined ? [] : drawnOn(windows, room, day)), [windows, room])
}
