import { queryOptions } from '@tanstack/react-query'
import type { BookingChangeGroup } from '../../../shared/contract/seats/booking-change-kinds.ts'
import type { Id, PlainDate } from '../../../shared/contract/values.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

/** What happened to a booking, newest first. */
export const historyOf = (bookingId: Id) =>
  queryOptions({
    queryKey: ['bookings', 'history', bookingId],
    queryFn: () => accepted(client.bookings.history({ bookingId })),
  })

/** Changes of all bookings; while more of the same are read, those that were read stay. */
export const changesOfAll = (wish: ChangesWanted, most: number) =>
  queryOptions({
    queryKey: ['bookings', 'history', null, wish, most],
    queryFn: () => {
      const { group, personId } = wish
      return accepted(
        client.bookings.history({
          ...{ bookingId: null, most },
          ...(group === null ? {} : { group }),
          ...(personId === null ? {} : { personId }),
        }),
      )
    },
    placeholderData: (before, query) =>
      JSON.stringify(query?.queryKey[3]) === JSON.stringify(wish) ? before : undefined,
  })

/** Which of them; null: all groups, everybody. */
export interface ChangesWanted {
  group: BookingChangeGroup | null
  personId: Id | null
}

/** Bookings of the dates, both included. */
export const boardOf = (from: PlainDate, to: PlainDate) =>
  queryOptions({
    queryKey: ['bookings', 'board', { from, to }],
    queryFn: () => accepted(client.bookings.board({ from, to })),
  })

/** How the seats of a room were booked and sat on, by weekday and hour. */
export const seatUseOf = (roomId: Id, from: PlainDate, to: PlainDate) =>
  queryOptions({
    queryKey: ['bookings', 'use', { roomId, from, to }],
    queryFn: () => accepted(client.seatUse.byHour({ roomId, from, to })),
  })
