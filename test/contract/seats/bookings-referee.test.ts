import { afterEach, beforeEach, expect, test } from 'vitest'
import { runOn } from '../../../electron/storage/engine/sqlite.ts'
import { historyQueries } from '../../../electron/storage/seats/booking-history.ts'
import { boardOf, bookingQueries, holderOfSeat, upcomingOf } from '../../../electron/storage/seats/bookings.ts'
import { LONGEST_BOOKING_MS } from '../../../shared/domain/seats/longest-booking.ts'
import { lottery } from '../../builders/lottery.ts'
import { anOpenRoom, shanghai } from '../../builders/seats.ts'

/** What the database itself does, whoever writes: no service, no rule book in between. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
let wang: string
let li: string
beforeEach(async () => {
  house = await anOpenRoom()
  wang = await house.aPerson('王敏')
  li = await house.aPerson('李强')
})
afterEach(() => house.close())

interface Row {
  id?: string
  seat?: number
  person: string
  companion?: string | null
  from: string
  to: string
  state?: string
}
const insertRow = ({ id = house.clock.newId(), seat = 1, person, companion = null, from, to, state = 'booked' }: Row) =>
  house.db
    .prepare(
      `INSERT INTO booking (id, seat_id, person_id, companion_id, purpose, starts_at, ends_at, state)
       VALUES (?, ?, ?, ?, 'listen', ?, ?, ?)`,
    )
    .run(id, house.seat(seat), person, companion, from, to, state)
const ten = shanghai('10:00')
const eleven = shanghai('11:00')
const oneMsBefore = (instant: string) => new Date(Date.parse(instant) - 1).toISOString()

test('a raw insert that overlaps by one millisecond is refused, one that touches is not', () => {
  insertRow({ person: wang, from: ten, to: eleven })
  expect(() => insertRow({ person: li, from: oneMsBefore(eleven), to: shanghai('12:00') })).toThrow('seat_taken')
  expect(() => insertRow({ person: wang, seat: 2, from: oneMsBefore(eleven), to: shanghai('12:00') })).toThrow(
    'person_taken',
  )
  insertRow({ person: li, from: eleven, to: shanghai('12:00') })
})

test('raw updates are refused too: of time, of seat, of person, of companion, of state', () => {
  insertRow({ id: 'first', person: wang, from: ten, to: eleven })
  insertRow({ id: 'second', person: li, seat: 2, from: ten, to: eleven })
  insertRow({ id: 'cancelled', person: li, from: ten, to: eleven, state: 'cancelled' })
  insertRow({ id: 'later', person: li, from: eleven, to: shanghai('12:00') })
  for (const [change, refusal] of [
    [`seat_id = '${house.seat(1)}' WHERE id = 'second'`, 'seat_taken'],
    [`person_id = '${wang}' WHERE id = 'second'`, 'person_taken'],
    [`companion_id = '${wang}' WHERE id = 'second'`, 'person_taken'],
    [`state = 'booked' WHERE id = 'cancelled'`, 'seat_taken'],
    [`starts_at = '${oneMsBefore(eleven)}' WHERE id = 'later'`, 'seat_taken'],
    [`state = 'booked'`, 'seat_taken'],
  ])
    expect(() => house.db.exec(`UPDATE booking SET ${change}`)).toThrow(refusal)
  house.db.exec(`UPDATE booking SET state = 'done' WHERE id = 'first'`)
  house.db.exec(`UPDATE booking SET seat_id = '${house.seat(1)}' WHERE id = 'second'`)
})

const longestFrom = (start: string) => new Date(Date.parse(start) + LONGEST_BOOKING_MS).toISOString()

test('the database takes no booking longer than the longest day, none that ends before it starts, nobody beside themselves', () => {
  insertRow({ person: wang, from: ten, to: longestFrom(ten), state: 'done' })
  const late = new Date(Date.parse(longestFrom(ten)) + 1).toISOString()
  expect(() => insertRow({ person: wang, from: ten, to: late })).toThrow('CHECK')
  expect(() => insertRow({ person: wang, from: ten, to: ten })).toThrow('CHECK')
  expect(() => insertRow({ person: wang, companion: wang, from: ten, to: eleven })).toThrow('CHECK')
  expect(() => insertRow({ person: wang, from: '2026-09-18T02:00:00Z', to: eleven })).toThrow('CHECK')
})

test('a booking of the longest day still meets one that starts in its last minute, and is shown and found there', () => {
  insertRow({ id: 'long', person: wang, from: ten, to: longestFrom(ten) })
  const end = shanghai('11:00', '2026-09-19')
  expect(longestFrom(ten)).toBe(end)
  const wish = { from: shanghai('10:59', '2026-09-19'), to: shanghai('11:30', '2026-09-19') }
  expect(() => insertRow({ person: li, ...wish })).toThrow('seat_taken')
  const span = { startsAt: wish.from, endsAt: wish.to }
  expect(runOn(house.db, boardOf(span)).map(({ id }) => id)).toEqual(['long'])
  expect(runOn(house.db, upcomingOf(wang, wish.from)).map(({ id }) => id)).toEqual(['long'])
  expect(runOn(house.db, holderOfSeat({ seatId: house.seat(1), ...span }, 'another'))?.id).toBe('long')
})

test('a booking and its event are one step: when one cannot be stored, neither is', async () => {
  house.db.exec(`CREATE TRIGGER full BEFORE INSERT ON booking_event BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
  await expect(async () => house.reserve({ person: wang })).rejects.toThrow('disk full')
  expect(house.db.prepare('SELECT count(*) FROM booking').pluck().get()).toBe(0)
})

test('ten thousand random writes: the database answers as a naive checker does, and nothing ever overlaps', async () => {
  const random = lottery(20_260_918)
  const people = [wang, li, ...(await Promise.all(['甲', '乙', '丙'].map((name) => house.aPerson(name))))]
  const one = <T>(of: readonly T[]): T => of[random(of.length)] as T
  interface Held {
    id: string
    seat: number
    people: string[]
    from: string
    to: string
    holds: boolean
  }
  const stored = new Map<string, Held>()
  const isRefused = (wish: Held) =>
    wish.holds &&
    [...stored.values()].some(
      (other) =>
        other.id !== wish.id &&
        other.holds &&
        other.from < wish.to &&
        other.to > wish.from &&
        (other.seat === wish.seat || other.people.some((person) => wish.people.includes(person))),
    )
  const count = { accepted: 0, refused: 0 }
  const insert = house.db.prepare(
    `INSERT INTO booking (id, seat_id, person_id, companion_id, purpose, starts_at, ends_at, state)
     VALUES (:id, :seatId, :person, :companion, 'listen', :from, :to, :state)`,
  )
  const update = house.db.prepare(
    `UPDATE booking SET seat_id = :seatId, person_id = :person, companion_id = :companion, starts_at = :from,
     ends_at = :to, state = :state WHERE id = :id`,
  )
  house.db.exec('BEGIN')
  for (let round = 0; round < 10_000; round += 1) {
    const isChange = stored.size > 0 && random(3) === 0
    const startMs = Date.parse(ten) + random(300) * 1_800_000
    const state = one(['booked', 'booked', 'checked_in', 'cancelled', 'done'])
    const [person, companion] = [one(people), one([null, null, ...people])]
    const wish: Held = {
      id: isChange ? one([...stored.keys()]) : house.clock.newId(),
      seat: 1 + random(4),
      people: companion === null || companion === person ? [person] : [person, companion],
      from: new Date(startMs).toISOString(),
      to: new Date(startMs + one([1, 1, 2, 2, 4, 48]) * 1_800_000).toISOString(),
      holds: state === 'booked' || state === 'checked_in',
    }
    const row = { ...wish, seatId: house.seat(wish.seat), person, companion: wish.people[1] ?? null, state }
    const expected = isRefused(wish)
    const attempt = () => (isChange ? update : insert).run({ ...row, people: null, holds: null })
    if (expected) expect(attempt, JSON.stringify(wish)).toThrow(/(seat|person)_taken/)
    else attempt()
    if (!expected) stored.set(wish.id, wish)
    count[expected ? 'refused' : 'accepted'] += 1
  }
  house.db.exec('COMMIT')
  expect(Math.min(count.accepted, count.refused)).toBeGreaterThan(1_000)
})

test('nothing that is asked often reads the whole table, and the referee looks back one day, not to the beginning', () => {
  for (const [name, sql] of Object.entries(bookingQueries)) {
    const plan = planOf(sql)
    expect(
      plan.filter((step) => /SCAN (booking|person)\b/.test(step)),
      `${name}: ${plan.join('; ')}`,
    ).toEqual([])
  }
  expect(planOf(bookingQueries.board).join()).toContain('booking_by_start (starts_at>? AND starts_at<?)')
  const conflicts = (
    house.db.prepare(`SELECT sql FROM sqlite_master WHERE type = 'trigger'`).all() as { sql: string }[]
  )
    .flatMap(({ sql }) => [...sql.matchAll(/EXISTS \((.*?)\);\n/gs)].map((match) => match[1] ?? ''))
    .map((select) => select.replaceAll(/\b(NEW|OLD)\.(\w+)/g, ':$2'))
    // Of what is held on the waiting list only the few that are open are in the index.
    .filter((select) => /FROM (?:booking|draw_place)\b/.test(select))
  const ofDrawnPlaces = conflicts.filter((select) => select.includes('FROM draw_place'))
  const ofBookings = conflicts.filter((select) => !ofDrawnPlaces.includes(select))
  expect([ofDrawnPlaces.length, ofBookings.length]).toEqual([2, 7])
  for (const select of ofDrawnPlaces)
    expect(planOf(select).join()).toMatch(
      /SEARCH draw_place USING PRIMARY KEY \(seat_id=\? AND starts_at>\? AND starts_at<\?\)/,
    )
  for (const select of ofBookings)
    expect(planOf(select).join()).toMatch(
      /booking_by_(seat|person|companion) \(\w+=\? AND starts_at>\? AND starts_at<\?\)/,
    )
})

function planOf(sql: string): string[] {
  const names = [...new Set([...sql.matchAll(/:(\w+)/g)].map((match) => match[1] ?? ''))]
  const parameters = Object.fromEntries(names.map((name) => [name, '']))
  const steps = house.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters) as { detail: string }[]
  return steps.map(({ detail }) => detail)
}

test('the history is read by an index', () => {
  const planOf = (sql: string) =>
    house.db
      .prepare(
        `EXPLAIN QUERY PLAN ${sql.replace(':bookingId', "''").replace(':personId', "''").replace(':most', '100')}`,
      )
      .all() as {
      detail: string
    }[]
  const plans = Object.values(historyQueries).map((sql) =>
    planOf(sql)
      .map(({ detail }) => detail)
      .join('; '),
  )
  expect(plans[1]).toContain('SCAN event USING INDEX booking_event_by_time')
  for (const plan of plans) expect(plan).not.toMatch(/SCAN booking_event|SCAN event(?! USING INDEX)/)
  // Only what is one person's is few enough to be sorted.
  for (const plan of plans.slice(0, 3)) expect(plan).not.toContain('TEMP B-TREE')
  expect(plans[3]).toMatch(/SEARCH event USING INDEX booking_event_by_booking/)
})
