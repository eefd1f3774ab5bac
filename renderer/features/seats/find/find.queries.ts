import { queryOptions } from '@tanstack/react-query'
import type { FindWish } from '../../../../shared/contract/seats/find-seats.ts'
import { accepted } from '../../../lib/answers.ts'
import { client } from '../../../lib/client.ts'

/** What is free like that; what was found before stays in view while it is looked for. */
export const foundSeats = (wish: FindWish | null) =>
  queryOptions({
    queryKey: ['bookings', 'found', wish],
    queryFn: () => (wish === null ? { fits: [], near: [] } : accepted(client.findSeats.search(wish))),
    placeholderData: (before) => before,
  })
