import { firstView } from '../features/tickets/ticket-view.ts'
import { departments, firstPage } from '../features/tickets/tickets.queries.ts'
import { issueTypes } from '../lib/common-queries.ts'
import { useRoomZone } from '../lib/place-store.ts'
import { queryClient } from '../lib/query-client.ts'

/** What the list of tickets begins with, asked when nothing else is to be done: then it is drawn once, with everything in it. */
export async function askLikelyQuestions(): Promise<void> {
  const { timeZone } = useRoomZone.getState()
  await queryClient.prefetchInfiniteQuery(firstPage(firstView, timeZone))
  await queryClient.prefetchQuery(issueTypes)
  await queryClient.prefetchQuery(departments)
}
