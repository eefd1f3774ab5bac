import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectionTo } from '../builders/connection.ts'
import { aHub, aRawDesk, type RawDesk, type RunningHub } from '../builders/hub.ts'
import { accepted } from '../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../builders/seats.ts'

/** A desk at each of two hubs over one PostgreSQL, on real sockets. `npm run faults -- team` goes on for longer. */
const ROUNDS = Number(process.env.EARSHOT_ROUNDS ?? 100)
/** Of a busy machine, too. */
const LONGEST_ROUND_MS = 1_200

let house: Awaited<ReturnType<typeof anOpenRoom>>
let hubs: RunningHub[] = []
let desks: RawDesk[] = []
beforeEach(async () => {
  house = await anOpenRoom()
  hubs = [await aHub(house.url, { clock: house.clock }), await aHub(house.url, { clock: house.clock })]
  desks = await Promise.all(
    hubs.map(async (hub, at) => {
      const { token } = await hub.joined({ role: 'coordinator' }, `东侧${at}`)
      return aRawDesk(hub.host, token)
    }),
  )
})
afterEach(async () => {
  for (const desk of desks) desk.close()
  await Promise.all(hubs.map((hub) => hub.close()))
  await house.close()
})

interface Booked {
  readonly id: string
  readonly version: number
  readonly personName: string
  readonly seatNumber: number
}
const span = { startsAt: shanghai('14:00'), endsAt: shanghai('15:00') }

test('two desks at two hubs want one seat in the same moment: one gets it, the other is told who sits there, and no deadlock', {
  timeout: ROUNDS * LONGEST_ROUND_MS,
}, async () => {
  const people = [await house.aPerson('王敏'), await house.aPerson('李强')]
  const before = await deadlocks()
  for (let round = 0; round < ROUNDS; round += 1) {
    // Every second time each wants a seat of their own and the other beside them: the people cross.
    const crosses = round % 2 === 1
    const wishOf = (at: number) => ({
      ...{ seatId: house.seat(crosses ? 1 + at : 1), personId: people[at] ?? '', purpose: 'listen', ...span },
      companionId: crosses ? (people[1 - at] ?? '') : null,
    })
    const answers = await Promise.all(desks.map((desk, at) => desk.ask('bookings.reserve', wishOf(at), v7())))
    const winners = answers.flatMap((answer) => (answer.ok ? [answer.value as Booked] : []))
    const [winner] = winners
    expect(winners, `round ${round}: ${JSON.stringify(answers)}`).toHaveLength(1)
    if (winner === undefined) return
    const told = crosses
      ? { code: 'person_taken', detail: { seatNumber: winner.seatNumber } }
      : { code: 'seat_taken', detail: { personName: winner.personName } }
    expect(answers.find((answer) => !answer.ok)).toMatchObject(told)
    expect(
      await desks[round % 2]?.ask('bookings.cancel', {
        bookingId: winner.id,
        seenVersion: winner.version,
        reason: '轮到别人',
      }),
    ).toMatchObject({ ok: true })
  }
  expect((await deadlocks()) - before).toBe(0)
  expect(await accepted(house.bookings.board({ from: '2026-09-18', to: '2026-09-18' }, nobody))).toEqual([])
})

/** That PostgreSQL ended, whether or not they were run anew. */
async function deadlocks(): Promise<number> {
  const client = await connectionTo(house.url)
  try {
    const text = 'SELECT pg_stat_clear_snapshot(), deadlocks FROM pg_stat_database WHERE datname = current_database()'
    return Number((await client.query<{ deadlocks: string }>(text)).rows[0]?.deadlocks)
  } finally {
    await client.end()
  }
}
