import { afterEach, expect, test } from 'vitest'
import { aBookingOf } from '../../../../test/builders/board.ts'
import { queryClient, refreshOn } from '../../../lib/query-client.ts'
import { boardOf } from '../seats.queries.ts'
import { showBooking } from './shown-bookings.ts'

afterEach(() => queryClient.clear())

test('a board that nobody looks at and that is to be read anew stays so, whatever an own act puts onto the boards before its answer', () => {
  const [today, later] = [boardOf('2026-11-21', '2026-11-21'), boardOf('2026-12-16', '2026-12-16')]
  queryClient.setQueryData(today.queryKey, [aBookingOf({ seat: 1, id: 'theirs' })])
  queryClient.setQueryData(later.queryKey, [])
  // Somebody does not come, while another day is on screen; then something is booked here, whose event arrives before its answer.
  refreshOn({ kind: 'changed', topics: ['bookings'] })
  const mine = aBookingOf({ seat: 2, id: 'mine' })
  showBooking(mine)
  expect(queryClient.getQueryState(today.queryKey)?.isInvalidated).toBe(true)
  expect(queryClient.getQueryState(later.queryKey)?.isInvalidated).toBe(true)
  expect(queryClient.getQueryData(today.queryKey)).toContainEqual(mine)
})
