import type { FetchQueryOptions, QueryKey } from '@tanstack/react-query'
import type { Topic } from '../../shared/contract/entry.ts'
import type { Id } from '../../shared/contract/values.ts'
import type { Role } from '../../shared/contract/who.ts'
import { dutyOverview, passportOf } from '../features/duty/duty.queries.ts'
import { ledgerLines } from '../features/exports/exports.queries.ts'
import { drillDue, lifeCases } from '../features/life-channel/life-channel.queries.ts'
import { sessionsPage } from '../features/listening/sessions/sessions.queries.ts'
import { meetingsPage, monthsOfMeetings } from '../features/meetings/meetings.queries.ts'
import { drawnIn, drawWindows, myDraws } from '../features/seats/draw/draws.queries.ts'
import { openSeats } from '../features/seats/missed/missed-queries.ts'
import { bookingNewsOf, ownNewsOf } from '../features/seats/news/news.queries.ts'
import { endedSwaps, waitingSwaps } from '../features/seats/swap/swap-queries.ts'
import { heldIn, waitsOf } from '../features/seats/waitlist/waitlist.queries.ts'
import { firstView } from '../features/tickets/ticket-view.ts'
import { departments, firstPage, ticketCount } from '../features/tickets/tickets.queries.ts'
import { bookingsMadeBy, dueTickets, lastSessions, ticketsEver } from '../features/today/today.queries.ts'
import { bookingForOf } from '../lib/common-queries.ts'
import { todayIn } from '../lib/now.ts'
import { placeNow } from '../lib/place-store.ts'
import { queryClient } from '../lib/query-client.ts'

/** Who sits here. */
export interface Me {
  readonly personId: Id
  readonly role: Role
}

/** Answers of before then (milliseconds, by this window's clock) are asked for anew; null: what is known of the topic will do. */
export type OldestOf = (topic: Topic) => number | null

/**
 * Asks the hub what Today and the pages of the rail begin with, one after the other: the desk keeps the answers, and shows them as of then while the hub is
 * away. What the desk has copies of is none of them.
 */
export async function askLastingQuestions(
  { personId, role }: Me,
  oldestOf: OldestOf,
  goesOn: () => boolean,
): Promise<void> {
  const place = placeNow()
  const today = todayIn(place)
  const year = Number(today.slice(0, 4))
  const oldest = ({ queryKey: [topic] }: { queryKey: QueryKey }) => oldestOf(topic as Topic)
  const ask = async <Data, Key extends QueryKey>(options: FetchQueryOptions<Data, Error, Data, Key>) => {
    const oldestMs = oldest(options)
    if (oldestMs === null) return
    await queryClient.prefetchQuery({
      ...options,
      retry: false,
      staleTime: ({ state }) => (state.dataUpdatedAt < oldestMs ? 0 : Number.POSITIVE_INFINITY),
    })
  }
  const tickets = firstPage(firstView, place.timeZone)
  const questions = [
    () => ask(dueTickets),
    () => ask(ticketsEver),
    () => ask(lastSessions),
    () => ask(waitingSwaps),
    () => ask(endedSwaps),
    () => ask(openSeats),
    () => ask(drawWindows),
    () => ask(drillDue),
    () => ask(myDraws(personId)),
    () => ask(waitsOf(personId)),
    () => ask(bookingNewsOf(personId)),
    () => ask(ownNewsOf(personId)),
    () => ask(bookingForOf(personId)),
    () => ask(bookingsMadeBy(personId)),
    () => ask(passportOf(personId, year)),
    () => ask(heldIn(today, today)),
    () => ask(drawnIn(today, today)),
    () =>
      oldest(tickets) === null ? null : queryClient.prefetchInfiniteQuery({ ...tickets, retry: false, staleTime: 0 }),
    () => ask(ticketCount),
    () => ask(departments),
    () => ask(sessionsPage({ listener: '', from: null, to: null, page: 1 })),
    () => ask(meetingsPage(1)),
    () => ask(monthsOfMeetings),
    () => ask(lifeCases),
    () => ask(ledgerLines('', 'all')),
    // Much work for the hub, and the page of few.
    () => (role === 'coordinator' ? ask(dutyOverview(year)) : null),
  ]
  for (const question of questions) if (goesOn()) await question()
}
