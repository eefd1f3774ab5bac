import { dateFrom } from '../features/seats/plain-dates.ts'
import { boardOf } from '../features/seats/seats.queries.ts'
import { theRoom, workspaceStatus } from '../lib/common-queries.ts'
import { dateIn } from '../lib/formats.ts'
import { instantNow } from '../lib/now.ts'
import { queryClient } from '../lib/query-client.ts'
import { settingsQuery } from '../lib/settings.ts'

/** Asks, before anything is drawn, what Boot must know; resolves when it is known. What fails here is asked again there, and shown. */
export function askFirstQuestions(): Promise<unknown> {
  return Promise.all([
    queryClient.prefetchQuery(settingsQuery),
    queryClient.prefetchQuery(workspaceStatus),
    queryClient.prefetchQuery(theRoom),
    askForBoard().catch(() => {}),
  ])
}

/** The bookings of a day board that is the first page: drawn once with them, not once without and once more. */
async function askForBoard(): Promise<void> {
  const search = new URLSearchParams(location.search)
  if (location.pathname !== '/seats' || search.get('view') === 'week') return
  const { timeZone } = await queryClient.ensureQueryData(theRoom)
  const day = dateFrom(search.get('day')) ?? dateIn(instantNow(), timeZone)
  await queryClient.prefetchQuery(boardOf(day, day))
}
