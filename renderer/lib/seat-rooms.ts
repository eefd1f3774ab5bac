import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { HouseRoom } from '../../shared/contract/house/rooms.ts'
import type { Id, Instant, PlainDate } from '../../shared/contract/values.ts'
import { offsetName } from '../../shared/domain/zone-shifts.ts'
import { theRooms } from './common-queries.ts'
import { dateIn, type Place, timeOn } from './formats.ts'
import { textsOf } from './i18n.ts'
import { todayIn } from './now.ts'
import { placeNow, usePlace, useRoomZone } from './place-store.ts'
import { queryClient } from './query-client.ts'

/** A moment on a seat (a booking, a free place, an offer), or in a room; null: in none, by the clock of the house. */
export type AtSeat = { readonly seatId: Id; readonly startsAt: Instant }
export type AtRoom = { readonly roomId: Id | null; readonly startsAt: Instant }

/** What a room adds to words about something in it; where the house has one room, nothing. */
export interface SeatRoom {
  /** The clock on its wall. */
  readonly place: Place
  /** «3号席», where the house has several rooms «东厅 3号席», where its clock is another than the house's «柏林 3号席 (UTC+1)». */
  readonly named: (seat: string) => string
  /** A time by that clock that stands without its seat: «10:00», where it is another than the house's «10:00 (UTC+1)». */
  readonly timed: (time: string) => string
  /** Address of that day on its board. */
  readonly path: string
}

/** What a room is called among several; where nobody named it, by where it is. */
export const roomName = ({ name, site }: Pick<HouseRoom, 'name' | 'site'>): string =>
  name || site || textsOf('rooms')('unnamed')

/** The room that an address names, whatever became of it; else the one looked at last; else the first that is open. */
export function roomHere(rooms: readonly HouseRoom[], named: Id | null, last: Id | null, now: Instant): HouseRoom {
  const open = rooms.filter(({ closedFrom, timeZone }) => closedFrom === null || closedFrom > dateIn(now, timeZone))
  const byId = (among: readonly HouseRoom[], id: Id | null) => among.find((room) => room.id === id)
  const found = byId(rooms, named) ?? byId(open, last) ?? open[0] ?? rooms[0]
  if (found === undefined) throw new Error('a house has a room')
  return found
}

/** Address of the board of a room's day; `roomId` null: the room that was looked at last. */
export const boardPath = (day: PlainDate, roomId: Id | null): string =>
  `/seats?day=${day}${roomId === null ? '' : `&room=${roomId}`}`

export function seatRoomOf(rooms: readonly HouseRoom[], at: AtSeat | AtRoom, house: Place): SeatRoom {
  const { startsAt } = at
  const isMeant = ({ id, seats }: HouseRoom) =>
    'roomId' in at ? id === at.roomId : seats.some((seat) => seat.id === at.seatId)
  const room = rooms.length < 2 ? undefined : rooms.find(isMeant)
  if (room === undefined)
    return {
      place: house,
      named: (seat) => seat,
      timed: (time) => time,
      path: boardPath(dateIn(startsAt, house.timeZone), null),
    }
  const { id, timeZone } = room
  const offset = offsetName(startsAt, timeZone)
  const clock = offset === offsetName(startsAt, house.timeZone) ? '' : ` (${offset})`
  // In the hour that comes twice its times say it themselves.
  const timed = (words: string) => (words.includes('(UTC') ? words : `${words}${clock}`)
  return {
    place: { ...house, timeZone },
    named: (seat) => `${roomName(room)} ${timed(seat)}`,
    timed,
    path: boardPath(dateIn(startsAt, timeZone), id),
  }
}

/** Whether the house has several rooms. */
export const useHasRooms = (): boolean => (useQuery(theRooms).data?.length ?? 1) > 1

/** What rooms are called of which only the id and the name, if they have one, are told with something else. */
export function useRoomNames(): (told: readonly Pick<HouseRoom, 'id' | 'name'>[]) => string[] {
  const rooms = useQuery(theRooms).data
  return (told) => told.map((room) => roomName(rooms?.find(({ id }) => id === room.id) ?? { ...room, site: '' }))
}

/** For lists in which things of all rooms stand. */
export function useSeatRooms(): (at: AtSeat | AtRoom) => SeatRoom {
  const rooms = useQuery(theRooms).data
  const { language } = usePlace()
  // Of the house, also on the board of a room with another.
  const timeZone = useRoomZone((state) => state.timeZone)
  return useMemo(() => (at) => seatRoomOf(rooms ?? [], at, { language, timeZone }), [rooms, language, timeZone])
}

/** The same at this moment, for words that are made outside a component. */
export const seatRoomNow = (at: AtSeat | AtRoom): SeatRoom =>
  seatRoomOf(queryClient.getQueryData(theRooms.queryKey) ?? [], at, placeNow())

/** A time told beside nothing that says by which clock it is: «10:00», where that of its room is another «10:00 (UTC+1)». */
export type Timed = (time: string, at: Instant) => string

/** The clock of its room now, and how times by it are told where they stand alone. */
export const clockOf = (at: AtSeat | AtRoom): { place: Place; timed: Timed } => ({
  place: seatRoomNow(at).place,
  timed: (time, moment) => seatRoomNow({ ...at, startsAt: moment }).timed(time),
})

/** With its day when that is not today, and with the clock of its room where that is another. */
export function momentAt(at: AtSeat, moment: Instant): string {
  const { place, timed } = seatRoomNow(at)
  return timed(timeOn(todayIn(place), moment, place))
}

/** What a seat is called, for words that are made outside a component; null: no room that was read has it. */
export const seatNumberNow = (seatId: Id): number | null =>
  (queryClient.getQueryData(theRooms.queryKey) ?? []).flatMap(({ seats }) => seats).find(({ id }) => id === seatId)
    ?.number ?? null
