import { afterEach, beforeEach, expect, test } from 'vitest'
import { peopleService } from '../../electron/services/house/people.ts'
import { postgresEngine } from '../../electron/storage/engine/postgres.ts'
import { rows, write } from '../../electron/storage/engine/query.ts'
import { newsQueries } from '../../electron/storage/seats/booking-news.ts'
import { accepted } from '../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let hubs: { people: ReturnType<typeof peopleService>; close(): Promise<void> }[]
beforeEach(async () => {
  house = await anOpenRoom()
  hubs = [1, 2].map(() => {
    const engine = postgresEngine({ connectionString: house.url, max: 4 })
    return { people: peopleService({ ...house.parts, engine }), close: engine.close }
  })
})
afterEach(async () => {
  await Promise.all(hubs.map((hub) => hub.close()))
  await house.close()
})

test('one list, read at several desks in the same moment: everybody stands on it once, and nobody is told of a fault', async () => {
  const names = Array.from({ length: 20 }, (_, at) => `王敏${at},E${1_000 + at},客服部`)
  const base64 = Buffer.from(['姓名,工号,部门', ...names].join('\n')).toString('base64')
  const answers = await Promise.all([...hubs, ...hubs].map(({ people }) => people.keepList({ base64 }, nobody)))
  expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true])
  expect(await accepted(house.people.list({}, nobody))).toHaveLength(20)
})

const MANY_PEOPLE = `INSERT INTO person (id, name, department, role)
  SELECT 'id' || n, '王敏', '客服部', 'listener' FROM generate_series(1, 5000) AS n`

test('who is told of a change is found among thousands without a look at each of them', async () => {
  const engine = postgresEngine({ connectionString: house.url, max: 1 })
  try {
    await engine.transact(() => write(MANY_PEOPLE, []))
    await engine.transact(() => write('ANALYZE person', []))
    const booking = await house.aBooking({ person: await house.aPerson('李强') })
    const { id: bookingId, seatId, startsAt, endsAt, state } = booking
    const told = { bookingId, seatId, startsAt, endsAt, state, eventId: 'event', actorId: null, unseenSince: startsAt }
    const plan = await engine.transact(() => rows<{ 'QUERY PLAN': string }>(`EXPLAIN ${newsQueries.tell}`, told))
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).not.toMatch(/Seq Scan on person/)
  } finally {
    await engine.close()
  }
})
