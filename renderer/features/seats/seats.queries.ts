import { queryOptions } from '@tanstack/react-query'
import type { PlainDate } from '../../../shared/contract/values.ts'
import { accepted } from '../../lib/answers.ts'
import { client } from '../../lib/client.ts'

/** Bookings of the dates, both included. */
export const boardOf = (from: PlainDate, to: PlainDate) =>
  queryOptions({
    queryKey: ['bookings', 'board', { from, to }],
    queryFn: () => accepted(client.bookings.board({ from, to })),
  })
