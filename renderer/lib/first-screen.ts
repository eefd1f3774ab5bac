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
  { call: 'sessions.list', input: lastSessionsQuestion },
]

/** The day whose board this address shows; null for a week. `now`: as the system's clock says. */
export function boardDay(search: string, timeZone: string, now = new Date()): PlainDate | null {
  const asked = new URLSearchParams(search)
  if (asked.get('view') === 'week') return null
  return dateFrom(asked.get('day')) ?? onTheWall(now.toISOString(), timeZone).slice(0, 10)
}

/** Asks what the screen at this address begins with, before the code that draws it is here. */
export async function askFirstScreen(transport: EarlyTransport, path: string, search = ''): Promise<void> {
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
  if (personId !== null) transport.askEarly({ call: 'bookings.upcoming', input: { personId } })
}

const answerIn = <Value>(answer: unknown): Value | undefined => (answer as { value?: Value } | undefined)?.value
