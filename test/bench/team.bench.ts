import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { bounded, LONGEST_MS } from './bounded.ts'
import { aBenchDesk, aHubChild, aSession, type BenchDesk, type HubChild, personOf, said } from './hub-desks.ts'
import { seatDesks } from './hub-guests.ts'
import { both, MEDIAN, P95, percentile, takeTurns } from './measure.ts'
import { type Benchmark, type Result, resultOf } from './result.ts'
import { anArchive, aServer, asked, DESKS, type Size } from './team-archive.ts'
import { type Place, places, type Read, reads, reserve } from './team-asks.ts'
import { bareSql, layBare } from './team-bare.ts'
import { aDay, copied, type Took, timed } from './team-day.ts'

const P99 = 0.99
const KINDS = ['bookings.board', 'tickets.list', 'sessions.list', 'notes.ofSession', 'bookings.reserve'] as const
const UNBARED = ['since', 'upload', 'tickets.open'] as const
const rounds = { rounds: 3, perRound: 8 }
/** All desks are one process here, which reads two hundred lists of people one after another and hears no ping meanwhile. */
const LATE_MS = 60_000
const nameOf = (kind: string) => kind.replace('.', '-')

interface Team {
  readonly hub: HubChild
  readonly desks: readonly BenchDesk[]
  readonly bare: Client
  readonly aPlace: () => Place
  readonly freshMb: number
  /** How long each desk took to be greeted, all at once. */
  readonly cameMs: readonly number[]
  close(): Promise<void>
}

async function aTeam(server: string, size: Size, scale: number, count: number): Promise<Team> {
  const url = await anArchive(server, size, scale)
  await asked(url, `UPDATE person SET role = 'coordinator' WHERE id < '${personOf(DESKS)}'`)
  const seats = await asked<{ id: string }>(url, 'SELECT id FROM seat ORDER BY number')
  const tokens = await seatDesks(url, count)
  const hub = await aHubChild(url, { heartbeatMs: LATE_MS })
  const { rssMb: freshMb } = await hub.holds()
  const took: Took = new Map()
  const desks = await Promise.all(tokens.map(({ token }) => timed(took, 'come', () => aBenchDesk(hub.host, token))))
  const bare = new Client({ connectionString: url, query_timeout: LONGEST_MS })
  await bare.connect()
  return {
    ...{ hub, desks, bare, freshMb, aPlace: places(seats.map(({ id }) => id)), cameMs: took.get('come') ?? [] },
    close: async () => {
      for (const desk of desks) desk.close()
      await bare.end()
      await hub.close()
    },
  }
}

const OF_ALL = [
  ...['team-come', 'team-copies', 'team-copies-all', 'team-people-list'],
  ...[...KINDS, ...UNBARED].flatMap((kind) => [`team-${nameOf(kind)}`, `team-${nameOf(kind)}-p99`]),
  ...['team-told', 'team-seen', 'team-upload-hour', 'team-upload-hour-all', 'team-memory'],
]
const GROWTH = Object.keys(reads).map((kind) => `team-growth-${nameOf(kind)}`)

/** A company's desks on one hub, in a process of its own, over three years of their work. */
export const team: Benchmark = {
  isApart: true,
  names: [...OF_ALL, ...GROWTH, 'team-people-list-all'],
  run: async (_archive, isWanted = () => true, scale = 1) => {
    const server = await aServer()
    try {
      const whole = await aTeam(server.url, 'whole', scale, Math.round(DESKS * scale))
      try {
        // Piece by piece, for whoever has not the time for all of it.
        const results = OF_ALL.some(isWanted) ? await ofAll(whole) : []
        if (GROWTH.some(isWanted)) {
          const tenth = await aTeam(server.url, 'tenth', scale, 1)
          try {
            results.push(...(await growing(whole, tenth)))
          } finally {
            await tenth.close()
          }
        }
        if (isWanted('team-people-list-all')) results.push(...(await peopleAtOnce(whole)))
        return results
      } finally {
        await whole.close()
      }
    } finally {
      await server.stop()
    }
  },
}

async function ofAll({ hub, desks, bare, aPlace, freshMb, cameMs }: Team): Promise<Result[]> {
  const [first] = desks
  if (first === undefined) throw new Error('no desk')
  const alone = bareSql(bare, aPlace)
  const once: Took = new Map()
  const cursors = new Map<BenchDesk, string>()

  const copiesMs = await turns(() => copies(first, cursors), alone['people.list'])
  const copiesAll = await atOnce(desks, (desk) => copies(desk, cursors))
  const people = await turns(() => reads['people.list'](first), alone['people.list'])
  console.error(`All ${desks.length} desks at once: copies of everything after ${copiesAll.toFixed(0)} ms.`)

  const barely: Took = new Map()
  let isDay = true
  const probing = (async () => {
    // A look now and then: what it writes is told to all desks as well.
    for (let count = 0; isDay; count += 1, await wait(1_000))
      for (const kind of KINDS) await timed(barely, kind, async () => alone[kind](count))
  })()
  const before = await hub.holds()
  const startedMs = performance.now()
  const day = await aDay(desks, cursors, aPlace).finally(() => {
    isDay = false
  })
  await probing
  const after = await hub.holds()
  const busy = (after.cpuMs - before.cpuMs) / (performance.now() - startedMs)
  const calls = [...day.values()].reduce((sum, { length }) => sum + length, 0)
  console.error(`The day: ${calls} calls, the hub’s process busy ${(busy * 100).toFixed(0)} % of one core.`)

  const { toldMs, seenMs, reservedMs } = await aChangeSeen(desks, cursors, first, aPlace)

  const hour = () => aSession(personOf(0)).entries
  const hourMs = await turns(
    () => first.upload(hour()),
    () => layBare(bare, first.welcome.deskId, hour()),
  )
  const hoursMs = await atOnce(desks, (desk, at) =>
    timed(once, 'hours', () => desk.upload(aSession(personOf(at)).entries)),
  )
  const rows = hour().length
  console.error(
    `${rows} rows of an hour: ${((rows * 1_000) / hourMs.value).toFixed(0)} rows/s from one desk, ${((rows * desks.length * 1_000) / hoursMs).toFixed(0)} rows/s from all at once.`,
  )
  const { rssMb } = await hub.holds()
  console.error(
    `Told that the database is away while it was not: ${said.offline} times; that there is too much to do: ${said.hub_busy} times.`,
  )

  const plain = (name: string, value: number, baseline: number) =>
    resultOf(`team-${name}`, 'ms', { value, baseline }, null)
  const ofDay = (kind: string, against: readonly number[]) =>
    (
      [
        ['', P95],
        ['-p99', P99],
      ] as const
    ).map(([suffix, share]) =>
      plain(`${nameOf(kind)}${suffix}`, percentile(day.get(kind) ?? [], share), percentile(against, share)),
    )
  return [
    plain('come', percentile(cameMs, P95), percentile(cameMs, 0)),
    plain('copies', copiesMs.value, copiesMs.baseline),
    plain('copies-all', copiesAll / desks.length, copiesMs.baseline),
    plain('people-list', people.value, people.baseline),
    ...KINDS.flatMap((kind) => ofDay(kind, barely.get(kind) ?? [])),
    ...UNBARED.flatMap((kind) => ofDay(kind, barely.get('bookings.reserve') ?? [])),
    plain('told', percentile(toldMs, P95), percentile(reservedMs, P95)),
    plain('seen', percentile(seenMs, P95), percentile(reservedMs, P95)),
    plain('upload-hour', hourMs.value, hourMs.baseline),
    plain('upload-hour-all', hoursMs / desks.length, hourMs.baseline),
    resultOf('team-memory', 'MB', { value: rssMb, baseline: freshMb }, null),
  ]
}

/** How long after it is asked for each desk is told of a booking, and each window shows it: all of them have a board open. */
export async function aChangeSeen(
  desks: readonly BenchDesk[],
  cursors: Map<BenchDesk, string>,
  first: BenchDesk,
  aPlace: () => Place,
): Promise<Record<'toldMs' | 'seenMs' | 'reservedMs', number[]>> {
  const found = { toldMs: [] as number[], seenMs: [] as number[], reservedMs: [] as number[] }
  for (let round = 0; round < 10; round += 1) {
    const startMs = performance.now()
    const took = (of: keyof typeof found) => found[of].push(performance.now() - startMs)
    const all = desks.map(async (desk) => {
      await hearing(desk, 'bookings')
      took('toldMs')
      await copied(desk, cursors)
      await reads['bookings.board'](desk)
      took('seenMs')
    })
    const seen = bounded('a booking to be seen by all', Promise.all(all))
    await reserve(first, aPlace())
    took('reservedMs')
    await seen
  }
  return found
}

/** The heaviest comes last: a hub that is too busy for too long takes its database for away, and ends all connections. */
async function peopleAtOnce({ desks, bare, aPlace }: Team): Promise<Result[]> {
  const failed = new Map<string, number>()
  const value = await atOnce(desks, (desk) =>
    reads['people.list'](desk).catch((error: Error) => {
      const why = error.message.replace(/^waited [\d.]+ s/, 'waited in vain')
      failed.set(why, (failed.get(why) ?? 0) + 1)
    }),
  )
  console.error(`The list of people by all ${desks.length} at once after ${value.toFixed(0)} ms.`)
  for (const [why, times] of failed) console.error(`${times} had none: ${why}`)
  const baseline = await oneByOne(desks, bareSql(bare, aPlace)['people.list'])
  return [resultOf('team-people-list-all', 'ms', { value, baseline }, null)]
}

const turns = async (subject: () => Promise<unknown>, baseline: () => unknown) =>
  both(await takeTurns(subject, baseline, { rounds: 2, perRound: 3 }), MEDIAN)

async function atOnce(
  desks: readonly BenchDesk[],
  work: (desk: BenchDesk, at: number) => Promise<unknown>,
): Promise<number> {
  const startedMs = performance.now()
  await Promise.all(desks.map(work))
  return performance.now() - startedMs
}

/** A connection does one thing at a time, whoever asks for it. */
async function oneByOne(desks: readonly BenchDesk[], work: () => unknown): Promise<number> {
  const startedMs = performance.now()
  for (const _ of desks) await work()
  return performance.now() - startedMs
}

/** Reads everything that a desk keeps copies of. */
async function copies(desk: BenchDesk, cursors: Map<BenchDesk, string>): Promise<void> {
  let cursor: string | null = null
  for (let hasMore = true; hasMore; ) {
    const lot: { cursor: string; hasMore: boolean } = await desk.say({ since: cursor })
    ;({ cursor, hasMore } = lot)
  }
  if (cursor !== null) cursors.set(desk, cursor)
}

const hearing = (desk: BenchDesk, topic: string) =>
  new Promise<void>((resolve) => {
    desk.heard = (topics) => {
      if (topics.includes(topic)) resolve()
    }
  })

async function growing(whole: Team, tenth: Team): Promise<Result[]> {
  const results: Result[] = []
  for (const [kind, read] of Object.entries(reads) as [Read, (typeof reads)[Read]][]) {
    const on =
      ({ desks: [desk] }: Team) =>
      (count: number) =>
        desk === undefined ? null : read(desk, count)
    results.push(
      resultOf(`team-growth-${nameOf(kind)}`, 'ms', both(await takeTurns(on(whole), on(tenth), rounds), MEDIAN), null),
    )
  }
  return results
}
