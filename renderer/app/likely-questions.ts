import { dutyOverview } from '../features/duty/duty.queries.ts'
import { dutyRows } from '../features/duty/overview/duty-rows.ts'
import { sessionsPage } from '../features/listening/sessions/sessions.queries.ts'
import { fetchCalendar } from '../features/seats/board/DateHeading.tsx'
import { boardOf } from '../features/seats/seats.queries.ts'
import { firstView } from '../features/tickets/ticket-view.ts'
import { departments, firstPage } from '../features/tickets/tickets.queries.ts'
import { everybody, issueTypes } from '../lib/common-queries.ts'
import { dateIn, dateTime } from '../lib/formats.ts'
import { currentLanguage } from '../lib/i18n.ts'
import { instantNow } from '../lib/now.ts'
import { peopleOptions } from '../lib/people-options.ts'
import { useRoomZone } from '../lib/place-store.ts'
import { queryClient } from '../lib/query-client.ts'
import { idleMoment } from '../lib/resting.ts'
import { teamStatus } from '../lib/team.ts'
import { fetchTooltip } from '../ui/Tooltip.tsx'
import { askForToday } from './first-questions.ts'
import { fetchQuickSwitch } from './WhoIAm.tsx'

/**
 * Fetched and asked when nothing else is to be done: tooltips, the quick switch, the calendar, and what the pages of the rail begin with, so that each
 * is drawn once.
 */
export async function askLikelyQuestions(): Promise<void> {
  await fetchTooltip()
  await fetchQuickSwitch()
  await fetchCalendar()
  // Where the day began elsewhere.
  await askForToday()
  const { timeZone } = useRoomZone.getState()
  const now = instantNow()
  await queryClient.prefetchInfiniteQuery(firstPage(firstView, timeZone))
  await queryClient.prefetchQuery(issueTypes)
  await queryClient.prefetchQuery(departments)
  const today = dateIn(now, timeZone)
  await queryClient.prefetchQuery(boardOf(today, today))
  await queryClient.prefetchQuery(sessionsPage({ listener: '', from: null, to: null, page: 1 }))
  // What rows are written with, and what people are chosen from: made before the first row or list needs them.
  dateTime(now, { language: currentLanguage(), timeZone }, now)
  const people = await queryClient.ensureQueryData(everybody)
  await idleMoment()
  peopleOptions(people)
  // Of a hub's desk `lasting-questions.ts` asks it, for those who may.
  if ((await queryClient.ensureQueryData(teamStatus)).kind !== 'alone') return
  const { groups } = await queryClient.fetchQuery(dutyOverview(Number(today.slice(0, 4))))
  await idleMoment()
  dutyRows(people, groups)
}
