import { queryOptions } from '@tanstack/react-query'
import type { HouseRoom } from '../../shared/contract/house/rooms.ts'
import type { Session } from '../../shared/contract/listening/sessions.ts'
import type { Id } from '../../shared/contract/values.ts'
import { accepted } from './answers.ts'
import { client } from './client.ts'
import { isFirstScreen } from './first-screen-state.ts'
import { useRoomZone } from './place-store.ts'

// What more than one feature reads. Everything else stays in its feature's own <name>.queries.ts.

/** Whether the database is sound, and which Earshot this is. */
export const workspaceStatus = queryOptions({
  queryKey: ['workspace', 'status'],
  queryFn: () => accepted(client.workspace.status({})),
})

export const theRooms = queryOptions({
  queryKey: ['rooms', 'list'],
  queryFn: async () => {
    const rooms = await accepted(client.rooms.list({}))
    // Before anybody draws with it: a board drawn once by another zone's clock would open at the wrong hour.
    useRoomZone.setState({ timeZone: firstOf(rooms).timeZone })
    return rooms
  },
})

/** What is about the house asks the first room. */
export const firstOf = (rooms: readonly HouseRoom[]): HouseRoom => {
  const [first] = rooms
  if (first === undefined) throw new Error('a house has a room')
  return first
}

export const everybody = queryOptions({ queryKey: ['people', 'list'], queryFn: () => accepted(client.people.list({})) })

export const issueTypes = queryOptions({
  queryKey: ['tickets', 'issueTypes'],
  queryFn: () => accepted(client.tickets.issueTypes({})),
})

export const currentSession = queryOptions({
  queryKey: ['sessions', 'current'],
  queryFn: () => accepted(client.sessions.current({})),
})

export const sessionById = (sessionId: Id) =>
  queryOptions({
    queryKey: ['sessions', 'get', sessionId],
    queryFn: () => accepted(client.sessions.get({ sessionId })),
  })

/** A session without the count that grows with every note: a screen that shows it need not be drawn anew for each. */
export type Sitting = Omit<Session, 'noteCount'>

export const sittingById = (sessionId: Id) =>
  queryOptions({ ...sessionById(sessionId), select: ({ noteCount: _, ...sitting }: Session): Sitting => sitting })

/** Whether it is this desk that hears the session. Asked once for each look, and by no topic: what ends meanwhile was heard here all the same. */
export const runsHere = (sessionId: Id) =>
  queryOptions({
    queryKey: ['runsHere', sessionId],
    queryFn: async () => (await accepted(client.sessions.current({})))?.id === sessionId,
    gcTime: 0,
  })

export const callsOfSession = (sessionId: Id) =>
  queryOptions({
    queryKey: ['sessions', 'calls', sessionId],
    queryFn: () => accepted(client.sessions.calls({ sessionId })),
  })

/** A person's bookings that have not ended, soonest first; nobody has none. */
export const upcomingBookings = (personId: Id | null) =>
  queryOptions({
    queryKey: ['bookings', 'upcoming', personId],
    queryFn: () => (personId === null ? [] : accepted(client.bookings.upcoming({ personId }))),
  })

/** Who books for the person, and for whom the person does. */
export const bookingForOf = (personId: Id | null) =>
  queryOptions({
    queryKey: ['people', 'bookingFor', personId],
    queryFn: () =>
      personId === null ? { bookerIds: [], bookedForIds: [] } : accepted(client.bookingFor.of({ personId })),
  })

/** For what changes and tells nobody: whoever shows it asks anew; but the first screen has its answer from a moment ago. */
export const anewWhenShown = (): number => (isFirstScreen() ? Number.POSITIVE_INFINITY : 0)

/** Lines of meetings; asked anew as those of notes are. */
export const halfDoneLines = queryOptions({
  queryKey: ['drafts', 'halfDoneLines'],
  queryFn: () => accepted(client.meetings.halfDone({})),
  staleTime: anewWhenShown,
})

export const halfDoneNotes = queryOptions({
  queryKey: ['notes', 'halfDone'],
  queryFn: () => accepted(client.notes.halfDone({})),
  // Storing a draft tells nobody: it happens at every pause of typing.
  staleTime: anewWhenShown,
})

/** What of these calls went by the rules of how long words are kept; of few at once. */
export const goneOfCalls = (callIds: readonly Id[]) =>
  queryOptions({
    queryKey: ['retention', 'ofCalls', ...callIds],
    queryFn: () => accepted(client.retention.ofCalls({ callIds: callIds.slice(0, 500) })),
    enabled: callIds.length > 0,
  })
