import {
  type Query,
  QueryClient,
  type QueryFunction,
  type QueryFunctionContext,
  type QueryKey,
} from '@tanstack/react-query'
import { EVERYTHING, type Topic } from '../../shared/contract/entry.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import type { Id } from '../../shared/contract/values.ts'
import { askedFor } from './answer-times.ts'
import { mayAskAgain } from './answers.ts'
import { onEvent } from './client.ts'
import { whenResting } from './resting.ts'

/**
 * What main owns, cached. Every key starts with the topic it shows: `['bookings', 'board', { from, to }]`.
 * Nothing grows stale by time: main says when a topic changed.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      // The console is on this machine: «offline» of the browser says nothing about it.
      networkMode: 'always',
      persister: untilNothingChanged,
      retry: (failureCount, error) => mayAskAgain(error) && failureCount < 3,
      retryDelay: (attempt) => Math.min(2_000, 300 * 2 ** attempt),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** How often each topic was told to have changed. */
const timesTold = new Map<unknown, number>()
/** Where something changes again and again, what is here by then is shown. */
const MOST_TIMES_ASKED = 3

/**
 * The first answer to a question that was on its way while what it shows was changed is of before: it is asked anew, and never shown. Where there is an answer already the library
 * gives up the one that is on its way by itself.
 */
function untilNothingChanged<T>(
  ask: QueryFunction<T, QueryKey, never>,
  context: QueryFunctionContext<QueryKey>,
  query: Query,
): T | Promise<T> {
  const [topic] = query.queryKey
  const answered = async (answer: Promise<T>, told: number | undefined, times: number): Promise<T> => {
    const given = await answer
    const now = timesTold.get(topic)
    if (told === now || times >= MOST_TIMES_ASKED || query.state.data !== undefined) return given
    return answered(Promise.resolve(askedFor(ask, context, query)), now, times + 1)
  }
  const told = timesTold.get(topic)
  const answer = askedFor(ask, context, query)
  return answer instanceof Promise && query.state.data === undefined ? answered(answer, told, 1) : answer
}

/** Notes that this window stores itself: the answer brings each, so that its call need not be read again. */
const ownNotes = new Set<Id>()

/** Says beforehand that this window has a note, and puts it in its place when it is stored. */
export const expectOwnNote = (noteId: Id): unknown => ownNotes.add(noteId)

/** Refreshes every query of the changed topics. */
export function refreshOn(event: EarshotEvent, client: QueryClient = queryClient): void {
  if (event.kind === 'noteAdded') refreshAfterNote(event, client)
  if (event.kind !== 'changed') return
  // Another database may be open: what nobody looks at was read from the one before, and must not come back in its name.
  if (EVERYTHING.every((topic) => event.topics.includes(topic))) client.removeQueries({ type: 'inactive' })
  refreshTopics(
    event.topics.filter((topic) => !isPutOff(topic)),
    client,
  )
}

function refreshTopics(topics: readonly Topic[], client: QueryClient): void {
  for (const topic of topics) timesTold.set(topic, (timesTold.get(topic) ?? 0) + 1)
  for (const topic of topics) void client.invalidateQueries({ queryKey: [topic] })
  for (const { queryKey, of } of READ_FROM_OTHERS) if (topics.some(of)) void client.invalidateQueries({ queryKey })
}

/** Works that go on in many calls, each with what it changes in this window's sight. */
const worksInLots = new Set<{ readonly of: readonly Topic[] }>()
/** What of that was told meanwhile. */
const putOff = new Set<Topic>()
/** Others change it, too: nothing on the screen is older than this. */
const PUT_OFF_MS = 5_000
let reading: ReturnType<typeof setTimeout> | undefined

function isPutOff(topic: Topic): boolean {
  if (![...worksInLots].some(({ of }) => of.includes(topic))) return false
  putOff.add(topic)
  reading ??= setTimeout(readPutOff, PUT_OFF_MS)
  return true
}

function readPutOff(): void {
  clearTimeout(reading)
  reading = undefined
  const topics = [...putOff]
  putOff.clear()
  refreshTopics(topics, queryClient)
}

/**
 * For work that changes these topics call after call: what shows them is read again every few seconds, and at its end. A house of 25,000 people takes a window longer to read than to change
 * a lot of them.
 */
export async function readNowAndThen<T>(of: readonly Topic[], work: () => Promise<T>): Promise<T> {
  const one = { of }
  worksInLots.add(one)
  try {
    return await work()
  } finally {
    worksInLots.delete(one)
    readPutOff()
  }
}

/** Lists of sessions tell how many of these there are, wherever one was opened, withdrawn or taken off. */
export const isCountedInSessions = (topic: Topic): boolean => topic === 'notes' || topic === 'tickets'

const isOneOf =
  (...those: readonly Topic[]) =>
  (topic: Topic): boolean =>
    those.includes(topic)
/** Words that are kept for some days, what keeps them longer, and whose they are. */
const decidesWhatGoes = isOneOf(
  ...(['sessions', 'notes', 'conversations', 'meetings', 'tickets', 'lifeChannel', 'people'] as const),
)

/** What is read from more than its own topic, and which others it follows. */
const READ_FROM_OTHERS: readonly { readonly queryKey: QueryKey; of(topic: Topic): boolean }[] = [
  // What others ended of what is somebody's is told among the bookings, whatever it was.
  { queryKey: ['bookings', 'ownNews'], of: isOneOf('waitlist', 'draws', 'passports', 'people', 'rooms') },
  // What was drawn are bookings like others; and who is off the list asks for nothing.
  { queryKey: ['draws', 'mine'], of: isOneOf('bookings', 'people') },
  { queryKey: ['draws', 'results'], of: isOneOf('bookings', 'people') },
  { queryKey: ['sessions', 'list'], of: isCountedInSessions },
  { queryKey: ['retention', 'due'], of: decidesWhatGoes },
  { queryKey: ['retention', 'here'], of: decidesWhatGoes },
  // Whoever coordinates, and whom the contacts name, is on the list; and everybody on it has a drill to do.
  { queryKey: ['lifeChannel'], of: isOneOf('people') },
  // Another window writes on a card: nothing else of the life channel is read again for that.
  { queryKey: ['lifeChannel', 'inHand'], of: isOneOf('lifeDetails') },
  // How much of it is open, and whether its call was solved on the spot, is up to its tickets.
  { queryKey: ['meetings', 'list'], of: isOneOf('tickets') },
  { queryKey: ['meetings', 'months'], of: isOneOf('tickets') },
  // How many calls there are, and of how many agents.
  { queryKey: ['silverHair', 'overview'], of: isOneOf('sessions', 'agents') },
]

/**
 * What one more note changes: lists of notes, and the counts in sessions. How far the calls are stays as it was. Of an own note the
 * rest is read once the hands rest: the next key comes first.
 */
function refreshAfterNote(added: { callId: Id; noteId: Id }, client: QueryClient): void {
  const isOwn = ownNotes.has(added.noteId)
  const predicate = ({ queryKey: [topic, of, id] }: { queryKey: QueryKey }) => {
    if (topic === 'sessions') return of !== 'calls'
    if (topic !== 'notes') return false
    return of !== 'ofCall' || (id === added.callId && !isOwn)
  }
  void client.invalidateQueries({ predicate, refetchType: isOwn ? 'none' : 'active' })
  if (!isOwn || awaitingRest.has(client)) return
  awaitingRest.add(client)
  whenResting(() => {
    awaitingRest.delete(client)
    void client.refetchQueries({ predicate, stale: true, type: 'active' })
  })
}

/** One reading serves all the notes saved until the hands rest. */
const awaitingRest = new WeakSet<QueryClient>()

/** Starts refreshing; returns the way to stop. */
export const followChanges = (): (() => void) => onEvent((event) => refreshOn(event))
