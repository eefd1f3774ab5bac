import { fetchCalendar } from '../features/seats/board/DateHeading.tsx'
import { firstView } from '../features/tickets/ticket-view.ts'
import { departments, firstPage } from '../features/tickets/tickets.queries.ts'
import { everybody, issueTypes } from '../lib/common-queries.ts'
import { peopleOptions } from '../lib/people-options.ts'
import { useRoomZone } from '../lib/place-store.ts'
import { queryClient } from '../lib/query-client.ts'
import { fetchQuickSwitch } from './WhoIAm.tsx'

/** Fetched and asked when nothing else is to be done: the quick switch, the calendar, and what the list of tickets begins with, so that it is drawn once. */
export async function askLikelyQuestions(): Promise<void> {
  await fetchQuickSwitch()
  await fetchCalendar()
  const { timeZone } = useRoomZone.getState()
  await queryClient.prefetchInfiniteQuery(firstPage(firstView, timeZone))
  await queryClient.prefetchQuery(issueTypes)
  await queryClient.prefetchQuery(departments)
  peopleOptions(await queryClient.ensureQueryData(everybody))
}
