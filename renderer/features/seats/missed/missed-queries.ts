import { queryOptions } from '@tanstack/react-query'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

/** So often the clock alone may open a seat, or close one. */
const EVERY_MS = 60_000

/** Seats that a no-show left, free from now on; the longest first. */
export const openSeats = queryOptions({
  queryKey: ['bookings', 'openSeats'],
  queryFn: () => accepted(client.walkUps.open({})),
  refetchInterval: EVERY_MS,
})
