import type { TicketState } from '../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../shared/contract/values.ts'
import type { EarlyTransport, Question } from './first-answers.ts'

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

const always: readonly Question[] = ['settings.get', 'workspace.status', 'room.get'].map((call) => ({
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

/** Asks what the screen at this address begins with, before the code that draws it is here. */
export async function askFirstScreen(transport: EarlyTransport, path: string): Promise<void> {
  const [settings] = always.map(transport.askEarly)
  if (path !== '/' && path !== '/today') return
  for (const question of ofToday) transport.askEarly(question)
  const personId = meOf(await settings)
  if (personId !== null) transport.askEarly({ call: 'bookings.upcoming', input: { personId } })
}

const meOf = (answer: unknown): Id | null => (answer as { value?: { me?: Id | null } }).value?.me ?? null
