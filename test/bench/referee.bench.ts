import { Pool } from 'pg'
import { v7 } from 'uuid'
import type { Guest, House } from '../../electron/compose/house.ts'
import { openHouse } from '../../electron/compose-hub.ts'
import { untilNotBusy } from '../../electron/team/until-not-busy.ts'
import { CONTRACT_VERSION } from '../../electron/team/wire.ts'
import { LONGEST_MS } from './bounded.ts'
import { seatDesks } from './hub-guests.ts'
import { MEDIAN, percentile } from './measure.ts'
import { type Benchmark, type Result, resultOf } from './result.ts'
import { aServer, asked, databaseOf, idOf } from './team-archive.ts'

/** How many want the same, and how often. */
const CROWDS = [
  { clients: 2, rounds: 120 },
  { clients: 16, rounds: 30 },
  { clients: 64, rounds: 12 },
] as const
const P99 = 0.99
const span = { startsAt: '2027-03-01T02:00:00.000Z', endsAt: '2027-03-01T03:00:00.000Z' } as const

interface Wish {
  readonly seatId: string
  readonly personId: string
  readonly companionId: string | null
}
type Got = { readonly isWinner: boolean; readonly told: string }
type Ask = (at: number, wish: Wish) => Promise<Got>

/** Everybody wants one seat; every second time two seats, each with somebody beside who wants the other. */
function wishOf(at: number, round: number): Wish {
  const crosses = round % 2 === 1
  return {
    seatId: idOf('b0', crosses ? 11 + (at % 2) : 11),
    personId: idOf('a0', at),
    companionId: crosses ? idOf('a0', at ^ 1) : null,
  }
}

/** Through two hubs over one PostgreSQL that writes to the disk, against the bare SQL: advisory locks on seat and people, INSERT, EXCLUDE. */
export const refereeing: Benchmark = {
  isApart: true,
  names: CROWDS.flatMap(namesOf),
  run: async (_archive, isWanted = () => true) => {
    const server = await aServer()
    try {
      await asked(server.url, 'CREATE DATABASE referee')
      const url = databaseOf(server.url, 'referee')
      const houses = [await aHouse(url), await aHouse(url)] as const
      await asked(url, ROOM)
      const guests = await greeted(url, houses)
      const pool = new Pool({ connectionString: url, max: 32, query_timeout: LONGEST_MS })
      // An idle connection that breaks is replaced; heard by nobody, its end would be the end of this process.
      pool.on('error', (error) => console.error(`A connection of the baseline broke while idle: ${error.message}`))
      try {
        const results: Result[] = []
        for (const crowd of CROWDS.filter((one) => namesOf(one).some(isWanted)))
          results.push(...(await measured(crowd, throughHubs(houses, guests), bySql(pool), () => pool.query(CLEAR))))
        const [found] = await asked<{ deadlocks: string }>(url, DEADLOCKS)
        console.error(
          `One winner each, the losers told who sits there; ${found?.deadlocks} deadlocks, of both sides together; ${timesBusy} times a hub had too much to do.`,
        )
        return results
      } finally {
        await pool.end()
        await Promise.all(houses.map((house) => house.close()))
      }
    } finally {
      await server.stop()
    }
  },
}

function namesOf({ clients }: { readonly clients: number }): string[] {
  return [`referee-${clients}`, `referee-${clients}-p99`]
}

const ROOM = `INSERT INTO person (id, name, department, role) SELECT '019a0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'), '王敏' || n, '', 'listener'
    FROM generate_series(0, 63) AS n;
  INSERT INTO seat (id, number) SELECT '019b0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'), n - 6 FROM generate_series(11, 12) AS n;
  UPDATE room SET opens_at = '00:00', closes_at = '24:00'`
const CLEAR = 'DELETE FROM booking_event; DELETE FROM booking'
const DEADLOCKS = 'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()'

async function aHouse(url: string): Promise<House> {
  const log = { info: () => {}, warn: () => {}, error: console.error }
  const opened = await openHouse({ database: url, name: '总部', appVersion: '0.0.0', log })
  if (!opened.ok) throw new Error(opened.code)
  return opened.house
}

async function greeted(url: string, houses: readonly [House, House]): Promise<Guest[]> {
  const guests: Guest[] = []
  for (const [at, { deskId }] of (await seatDesks(url, 64)).entries()) {
    const said = await hubOf(houses, at).greet(deskId, CONTRACT_VERSION)
    if (typeof said === 'string') throw new Error(said)
    guests.push(said.guest)
  }
  return guests
}

const hubOf = (houses: readonly [House, House], at: number): House => (at % 2 === 0 ? houses[0] : houses[1])

function throughHubs(houses: readonly [House, House], guests: readonly Guest[]): Ask {
  return async (at, wish) => {
    const guest = guests[at]
    if (guest === undefined) throw new Error('nobody')
    const question = { id: 1, call: 'bookings.reserve', input: { ...wish, ...span, purpose: 'listen' }, command: v7() }
    const ask = async (): Promise<Answered> => {
      const said = await hubOf(houses, at).ask(guest, question)
      if (!('answer' in said)) throw new Error(JSON.stringify(said))
      return said.answer
    }
    // As a desk does, which gives up sooner than a machine that others use as well gets through. That it had to wait is measured with it.
    const answer = (await untilNotBusy(ask, () => (timesBusy += 1), LONGEST_BUSY_MS)) as Answered
    if (!answer.ok && !/^(?:seat|person)_taken$/.test(answer.code ?? '')) throw new Error(JSON.stringify(answer))
    return { isWinner: answer.ok, told: answer.detail?.personName ?? '' }
  }
}

type Answered = { ok: boolean; code?: string; detail?: { personName?: string } }
const LONGEST_BUSY_MS = 120_000
let timesBusy = 0

const INSERT = `INSERT INTO booking (id, seat_id, person_id, companion_id, purpose, starts_at, ends_at, state)
  VALUES ($1, $2, $3, $4, 'listen', $5, $6, 'booked')`
const HOLDER = `SELECT person.name FROM booking JOIN person ON person.id = person_id
  WHERE seat_id = $1 OR person_id = ANY ($2) OR companion_id = ANY ($2) LIMIT 1`

function bySql(pool: Pool): Ask {
  return async (_at, { seatId, personId, companionId }) => {
    const client = await pool.connect()
    const people = [personId, companionId].filter((id) => id !== null).sort()
    try {
      await client.query('BEGIN')
      for (const held of [seatId, ...people])
        await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [held])
      await client.query(INSERT, [v7(), seatId, personId, companionId, span.startsAt, span.endsAt])
      await client.query('COMMIT')
      return { isWinner: true, told: '' }
    } catch (error) {
      await client.query('ROLLBACK')
      if (!(error instanceof Error && 'code' in error && error.code === '23P01')) throw error
      const { rows } = await client.query<{ name: string }>(HOLDER, [seatId, people])
      return { isWinner: false, told: rows[0]?.name ?? '' }
    } finally {
      client.release()
    }
  }
}

async function measured(
  { clients, rounds }: (typeof CROWDS)[number],
  subject: Ask,
  baseline: Ask,
  clear: () => Promise<unknown>,
): Promise<Result[]> {
  const samples = { subject: [] as number[], baseline: [] as number[] }
  for (let round = -2; round < rounds; round += 1)
    for (const [side, ask] of Object.entries({ baseline, subject })) {
      const tookMs: number[] = []
      const startedMs = performance.now()
      const all = await Promise.all(
        Array.from({ length: clients }, async (_, at) => {
          const got = await ask(at, wishOf(at, Math.abs(round)))
          tookMs.push(performance.now() - startedMs)
          return got
        }),
      )
      const winners = all.filter(({ isWinner }) => isWinner).length
      const untold = all.filter(({ isWinner, told }) => !isWinner && told === '').length
      if (winners !== 1 && (round % 2 === 0 || winners !== 2 || clients === 2)) throw new Error(`${winners} winners`)
      if (untold > 0) throw new Error(`${untold} were not told who sits there`)
      await clear()
      if (round >= 0) samples[side as keyof typeof samples].push(...tookMs)
    }
  return (
    [
      ['', MEDIAN],
      ['-p99', P99],
    ] as const
  ).map(([suffix, share]) => {
    const both = { value: percentile(samples.subject, share), baseline: percentile(samples.baseline, share) }
    return resultOf(`referee-${clients}${suffix}`, 'ms', both, null)
  })
}
