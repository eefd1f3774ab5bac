import { setTimeout as wait } from 'node:timers/promises'
import { aSession, type BenchDesk, personOf } from './hub-desks.ts'
import { openTicket, type Place, type Read, reads, reserve } from './team-asks.ts'

/** A peak day of the product at ten times its pace: 780 sessions in twelve hours. */
const SESSIONS_A_SECOND = (780 * 10) / (12 * 3_600)
const LASTS_MS = 60_000
/** A session's lots as its desk sends them: a few rows, as they are typed. */
const ROWS_A_LOT = 4

export type Took = Map<string, number[]>

export async function timed<T>(took: Took, name: string, work: () => Promise<T>): Promise<T> {
  const startedMs = performance.now()
  const done = await work()
  const all = took.get(name) ?? []
  took.set(name, [...all, performance.now() - startedMs])
  return done
}

/** What a window shows, and what it is asked again for. */
const SCREENS: readonly { read: Read | null; topic: string }[] = [
  { read: 'bookings.board', topic: 'bookings' },
  { read: 'tickets.list', topic: 'tickets' },
  { read: 'sessions.list', topic: 'sessions' },
  { read: null, topic: '' },
]
const COPIED = new Set(['people', 'rooms', 'bookings', 'calendar', 'tickets'])

/** Each desk has a screen open and keeps its copies; sessions begin, are noted, end and become tickets. Resolves with how long each kind of call took. */
export async function aDay(
  desks: readonly BenchDesk[],
  cursors: Map<BenchDesk, string>,
  aPlace: () => Place,
): Promise<Took> {
  const took: Took = new Map()
  const busy = new Set<Promise<unknown>>()
  const failures: unknown[] = []
  const going = (work: Promise<unknown>) => {
    const ended = work.catch((error: unknown) => failures.push(error)).finally(() => busy.delete(ended))
    busy.add(ended)
  }
  for (const [at, desk] of desks.entries()) desk.heard = windowOf(desk, at, took, cursors, going)
  const endsMs = performance.now() + LASTS_MS
  for (let session = 0; performance.now() < endsMs && failures.length === 0; session += 1) {
    const at = (session * 7) % desks.length
    const desk = desks[at]
    if (desk !== undefined) going(listening(desk, at, took, aPlace))
    await wait(1_000 / SESSIONS_A_SECOND)
  }
  // What is done last is told as well; then nobody asks anything more.
  await Promise.all(busy)
  for (const desk of desks) desk.heard = () => {}
  while (busy.size > 0) await Promise.all(busy)
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} calls of the day failed: ${failures[0]}`)
  return took
}

/** What a desk does when it is told: its copies are read, and then what its window shows of it. */
function windowOf(
  desk: BenchDesk,
  at: number,
  took: Took,
  cursors: Map<BenchDesk, string>,
  going: (work: Promise<unknown>) => void,
) {
  const { read, topic } = SCREENS[at % SCREENS.length] ?? { read: null, topic: '' }
  const show = again(async () => {
    if (read !== null) await timed(took, read, () => reads[read](desk, at))
  })
  const copy = again(() => timed(took, 'since', () => copied(desk, cursors)))
  return (topics: readonly string[]) => {
    const isCopied = topics.some((one) => COPIED.has(one))
    if (isCopied) going(topics.includes(topic) ? copy().then(show) : copy())
    else if (topics.includes(topic)) going(show())
  }
}

/** Reads what changed since. */
export async function copied(desk: BenchDesk, cursors: Map<BenchDesk, string>): Promise<void> {
  const { cursor } = await desk.say<{ cursor: string }>({ since: cursors.get(desk) ?? null })
  cursors.set(desk, cursor)
}

/** Asked for again while it goes on, it is done once more, and not twice. */
function again(work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | null = null
  let isAskedAgain = false
  return () => {
    isAskedAgain = true
    running ??= (async () => {
      while (isAskedAgain) {
        isAskedAgain = false
        await work()
      }
    })().finally(() => {
      running = null
    })
    return running
  }
}

async function listening(desk: BenchDesk, at: number, took: Took, aPlace: () => Place): Promise<void> {
  await timed(took, 'bookings.reserve', () => reserve(desk, aPlace()))
  await timed(took, 'notes.ofSession', () => reads['notes.ofSession'](desk, at))
  const { noteIds, entries } = aSession(personOf(at))
  for (let row = 0; row < entries.length; row += ROWS_A_LOT) {
    await timed(took, 'upload', () => desk.upload(entries.slice(row, row + ROWS_A_LOT)))
    await wait(500)
  }
  await timed(took, 'tickets.open', () => openTicket(desk, noteIds.slice(0, 2)))
}
