import { queryOptions, useQuery } from '@tanstack/react-query'
import type { BookingNews } from '../../../../shared/contract/seats/booking-news.ts'
import type { OwnNews } from '../../../../shared/contract/seats/own-news.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

/** What others did to a person's places, and they have not said that they read of it; nobody has none. */
export const bookingNewsOf = (me: Id | null) =>
  queryOptions({
    queryKey: ['bookings', 'news', me],
    queryFn: () => (me === null ? [] : accepted(client.bookingNews.list({ personId: me }))),
  })

/** What others ended or changed of what else is theirs who sits here. */
export const ownNewsOf = (me: Id | null) =>
  queryOptions({
    queryKey: ['bookings', 'ownNews', me],
    queryFn: () => (me === null ? [] : accepted(client.ownNews.list({}))),
  })

/** All that others did to what is a person's. */
export interface AllNews {
  readonly places: readonly BookingNews[]
  readonly own: readonly OwnNews[]
  readonly count: number
}

export function useNews(me: Id | null): AllNews {
  const places = useQuery(bookingNewsOf(me)).data ?? []
  const own = useQuery(ownNewsOf(me)).data ?? []
  return { places, own, count: places.length + own.length }
}
