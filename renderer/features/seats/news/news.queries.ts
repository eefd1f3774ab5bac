import { queryOptions } from '@tanstack/react-query'
import type { Id } from '../../../../shared/contract/values.ts'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

/** What others did to a person's places, and they have not said that they read of it; nobody has none. */
export const bookingNewsOf = (me: Id | null) =>
  queryOptions({
    queryKey: ['bookings', 'news', me],
    queryFn: () => (me === null ? [] : accepted(client.bookingNews.list({ personId: me }))),
  })
