import type { TicketState } from '../../shared/contract/tickets/tickets.ts'
import type { Id, PlainDate } from '../../shared/contract/values.ts'
import type { EarlyTransport, Question } from './first-answers.ts'
import { dateFrom } from './plain-dates.ts'
import { onTheWall } from './wall-clock.ts'

// What the first screens ask, as their queries say it; app/first-questions.test.tsx holds the two together.

const openStates: TicketState[] = ['unclaimed', 'in_progress', 'awaiting_information', 'awaiting_third_party']

/** Open tickets, the one due soonest first. */
export const dueQuestion = {
  filter: { states: openStates },
  sort: 'due_soonest',
  // More than a day's work; the list of tickets has the rest.
  limit: 100,
  offset: 0,
} as const

/** Sessions where the last notes wait to become tickets. */
export const lastSessionsQuestion = { limit: 9 } as const

const always: readonly Question[] = ['settings.get', 'workspace.status', 'rooms.list'].map((call) => ({
  call,
  input: {},
}))

const ofToday: readonly Question[] = [
  { call: 'tickets.list', input: dueQuestion },
  { call: 'tickets.issueTypes', input: {} },
  { call: 'sessions.current', input: {} },
  { call: 'notes.halfDone', input: {} },
  { call: 'meetings.halfDone', input: {} },
  { call: 'sessions.list', input: lastSessionsQuestion },
  { call: 'walkUps.open', input: {} },
  { call: 'swaps.waiting', input: {} },
  { call: 'swaps.ended', input: {} },
  { call: 'draws.list', input: {} },
  { call: 'draws.mine', input: {} },
]

const ofPerson = (personId: Id): readonly Question[] => [
  { call: 'bookings.upcoming', input: { personId } },
  { call: 'bookingNews.list', input: { personId } },
  { call: 'ownNews.list', input: {} },
  { call: 'waitlist.mine', input: { personId } },
  { call: 'bookingFor.made', input: { personId } },
  { call: 'lifeDrills.due', input: {} },
]

/** The day whose board this address shows; null for a week. `now`: as the system's clock says. */
export function boardDay(search: string, timeZone: string, now = new Date()): PlainDate | null {
  const asked = new URLSearchParams(search)
  if (asked.get('view') === 'week') return null
  return dateFrom(asked.get('day')) ?? onTheWall(now.toISOString(), timeZone).slice(0, 10)
}

/** Asks what the screen at this address begins with, before the code that draws it is here. */
export async function askFirstScreen(
  transport: EarlyTransport,
  path: string,
  search = '',
  now = new Date(),
): Promise<void> {
  const [settings, , rooms] = always.map(transport.askEarly)
  if (path === '/seats') {
    const zone = answerIn<{ timeZone: string }[]>(await rooms)?.[0]?.timeZone
    const day = zone === undefined ? null : boardDay(search, zone)
    if (day !== null)
      for (const call of ['bookings.board', 'waitlist.held', 'draws.held'])
        transport.askEarly({ call, input: { from: day, to: day } })
  }
  if (path !== '/' && path !== '/today') return
  for (const question of ofToday) transport.askEarly(question)
  const personId = answerIn<{ me: Id | null }>(await settings)?.me ?? null
  if (personId === null) return
  for (const question of ofPerson(personId)) transport.askEarly(question)
  const zone = answerIn<{ timeZone: string }[]>(await rooms)?.[0]?.timeZone
  if (zone === undefined) return
  const year = Number(onTheWall(now.toISOString(), zone).slice(0, 4))
  transport.askEarly({ call: 'passports.get', input: { personId, year } })
}

const answerIn = <Value>(answer: unknown): Value | undefined => (answer as { value?: Value } | undefined)?.value
