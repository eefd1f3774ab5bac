import type { Id } from '../../shared/contract/values.ts'
import { passportOf } from '../features/duty/duty.queries.ts'
import { owesSeat } from '../features/duty/passport/owes-seat.ts'
import { drillDue } from '../features/life-channel/life-channel.queries.ts'
import { drawnIn, drawWindows, myDraws } from '../features/seats/draw/draws.queries.ts'
import { foundSeats } from '../features/seats/find/find.queries.ts'
import { soonWish } from '../features/seats/find/find-words.ts'
import { openSeats } from '../features/seats/missed/missed-queries.ts'
import { bookingNewsOf, ownNewsOf } from '../features/seats/news/news.queries.ts'
import { boardOf } from '../features/seats/seats.queries.ts'
import { endedSwaps, waitingSwaps } from '../features/seats/swap/swap-queries.ts'
import { heldIn, waitsOf } from '../features/seats/waitlist/waitlist.queries.ts'
import { bookingsMadeBy, dueTickets, lastSessions } from '../features/today/today.queries.ts'
import {
  currentSession,
  firstOf,
  halfDoneLines,
  halfDoneNotes,
  issueTypes,
  theRooms,
  upcomingBookings,
  workspaceStatus,
} from '../lib/common-queries.ts'
import { boardDay } from '../lib/first-screen.ts'
import { todayIn } from '../lib/now.ts'
import { queryClient } from '../lib/query-client.ts'
import { settingsQuery } from '../lib/settings.ts'

/**
 * Asks, before anything is drawn, what Boot must know and what the first page shows; resolves when it is known. What fails here is
 * asked again there, and shown.
 */
export function askFirstQuestions(): Promise<unknown> {
  return Promise.all([
    queryClient.prefetchQuery(settingsQuery),
    queryClient.prefetchQuery(workspaceStatus),
    queryClient.prefetchQuery(theRooms),
    (questionsOf[location.pathname] ?? askNothing)().catch(() => {}),
  ])
}

const askNothing = async (): Promise<void> => {}

/** What a first page is drawn with: once, not once without it and once more. */
const questionsOf: Readonly<Record<string, () => Promise<unknown>>> = {
  '/': askForToday,
  '/today': askForToday,
  '/seats': askForBoard,
}

/** All that Today shows: what comes after the first drawing pushes down what is being read, or pressed. */
export async function askForToday(): Promise<void> {
  const mine = async () => {
    const { me } = await queryClient.ensureQueryData(settingsQuery)
    await Promise.all([
      queryClient.prefetchQuery(upcomingBookings(me)),
      queryClient.prefetchQuery(bookingNewsOf(me)),
      queryClient.prefetchQuery(ownNewsOf(me)),
      queryClient.prefetchQuery(myDraws(me)),
      me === null ? undefined : askForPerson(me),
    ])
  }
  await Promise.all([
    mine(),
    queryClient.prefetchQuery(dueTickets),
    queryClient.prefetchQuery(issueTypes),
    queryClient.prefetchQuery(currentSession),
    queryClient.prefetchQuery(halfDoneNotes),
    queryClient.prefetchQuery(halfDoneLines),
    queryClient.prefetchQuery(lastSessions),
    queryClient.prefetchQuery(openSeats),
    queryClient.prefetchQuery(waitingSwaps),
    queryClient.prefetchQuery(endedSwaps),
    queryClient.prefetchQuery(drawWindows),
  ])
}

/** What stands on Today once it is known who sits here. */
async function askForPerson(me: Id): Promise<void> {
  const duty = async () => {
    const today = todayIn(firstOf(await queryClient.ensureQueryData(theRooms)))
    const passport = await queryClient.fetchQuery(passportOf(me, Number(today.slice(0, 4))))
    if (!owesSeat(passport)) return
    await queryClient.prefetchQuery(foundSeats({ ...soonWish(today, 'days'), personId: me, companionId: null }))
  }
  await Promise.all([
    queryClient.prefetchQuery(waitsOf(me)),
    queryClient.prefetchQuery(bookingsMadeBy(me)),
    duty().catch(() => {}),
    queryClient.prefetchQuery(drillDue),
  ])
}

async function askForBoard(): Promise<void> {
  const { timeZone } = firstOf(await queryClient.ensureQueryData(theRooms))
  const day = boardDay(location.search, timeZone)
  if (day === null) return
  await Promise.all([
    queryClient.prefetchQuery(boardOf(day, day)),
    queryClient.prefetchQuery(heldIn(day, day)),
    queryClient.prefetchQuery(drawnIn(day, day)),
  ])
}
