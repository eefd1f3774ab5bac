import { drawnIn } from '../features/seats/draw/draws.queries.ts'
import { boardOf } from '../features/seats/seats.queries.ts'
import { heldIn } from '../features/seats/waitlist/waitlist.queries.ts'
import { dueTickets, lastSessions } from '../features/today/today.queries.ts'
import {
  currentSession,
  firstOf,
  halfDoneNotes,
  issueTypes,
  theRooms,
  upcomingBookings,
  workspaceStatus,
} from '../lib/common-queries.ts'
import { boardDay } from '../lib/first-screen.ts'
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

async function askForToday(): Promise<void> {
  const mine = async () =>
    queryClient.prefetchQuery(upcomingBookings((await queryClient.ensureQueryData(settingsQuery)).me))
  await Promise.all([
    mine(),
    queryClient.prefetchQuery(dueTickets),
    queryClient.prefetchQuery(issueTypes),
    queryClient.prefetchQuery(currentSession),
    queryClient.prefetchQuery(halfDoneNotes),
    queryClient.prefetchQuery(lastSessions),
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
