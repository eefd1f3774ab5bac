import { queryOptions } from '@tanstack/react-query'
import type { Id, PlainDate } from '../../../shared/contract/values.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

/** What happened to a booking, or to all of them (null), newest first. */
export const historyOf = (bookingId: Id | null) =>
  queryOptions({
    queryKey: ['bookings', 'history', bookingId],
    queryFn: () => accepted(client.bookings.history({ bookingId })),
  })

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
