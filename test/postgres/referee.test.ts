import { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bookingsService } from '../../electron/services/seats/bookings.ts'
import { noShowWatch } from '../../electron/services/seats/no-show-watch.ts'
import { makeRelay, type Relay } from '../../electron/services/seats/relay.ts'
import { swapsService } from '../../electron/services/seats/swaps.ts'
import { walkUpsService } from '../../electron/services/seats/walk-ups.ts'
import type { Engine } from '../../electron/storage/engine/engine.ts'
import { postgresEngine } from '../../electron/storage/engine/postgres.ts'
import { type Query, rows } from '../../electron/storage/engine/query.ts'
import { FIRST_ROOM_ID } from '../../electron/storage/house/room.ts'
import { connectionTo } from '../builders/connection.ts'
import { accepted } from '../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../builders/seats.ts'

/** Several hubs on one database, each with connections of its own. */
let house: Awaited<ReturnType<typeof anOpenRoom>>
let hubs: { engine: Engine; bookings: ReturnType<typeof bookingsService>; relay: Relay; close(): Promise<void> }[]
beforeEach(async () => {
  house = await anOpenRoom()
  hubs = [1, 2].map(() => {
    const engine = postgresEngine({ connectionString: house.url, max: 8 })
    const relay = makeRelay({ ...house.parts, engine })
    return { engine, bookings: bookingsService({ engine, clock: house.clock }), relay, close: engine.close }
  })
})
afterEach(async () => {
  await Promise.all(hubs.map((hub) => hub.close()))
  await house.close()
})

const ROUNDS = 6
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`
const span = (hour: number, date?: string) => ({
  startsAt: shanghai(clock(hour), date),
  endsAt: shanghai(clock(hour + 1), date),
})

/** Everybody asks at once, by turns at the two hubs. */
const atOnce = (
  wishes: readonly { personId: string; companionId?: string; seat: number; hour: number; date?: string }[],
) =>
  Promise.all(
    wishes.map(({ personId, companionId = null, seat, hour, date }, at) => {
      const hub = hubs[at % hubs.length]
      if (hub === undefined) throw new Error('no hub')
      const wish = { personId, companionId, purpose: 'listen' as const, seatId: house.seat(seat), ...span(hour, date) }
      return hub.bookings.reserve(wish, nobody)
    }),
  )

test('sixteen people want one seat in the same moment: one gets it, every other is told who sits there', async () => {
  const people = await Promise.all([...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'].map((name) => house.aPerson(name)))
  for (let hour = 9; hour < 9 + ROUNDS; hour += 1) {
    const answers = await atOnce(people.map((personId) => ({ personId, seat: 1, hour })))
    const winners = answers.filter((answer) => answer.ok)
    expect(winners).toHaveLength(1)
    const [winner] = winners
    const told = { code: 'seat_taken', detail: { personName: winner?.ok ? winner.value.personName : '' } }
    for (const answer of answers) if (!answer.ok) expect(answer).toMatchObject(told)
  }
})

test('two people each want two seats, crossing, beside each other: nobody is in two places, and nothing else is said', async () => {
  const [wang, li] = [await house.aPerson('王敏'), await house.aPerson('李强')]
  for (let hour = 9; hour < 9 + ROUNDS; hour += 1) {
    const answers = await atOnce([
      { personId: wang, companionId: li, seat: 1, hour },
      { personId: li, companionId: wang, seat: 2, hour },
      { personId: li, seat: 1, hour },
      { personId: wang, seat: 2, hour },
    ])
    expect(new Set(answers.map((answer) => (answer.ok ? 'booked' : answer.code)))).not.toContain('not_found')
    const { board } = house.bookings
    const held = (await accepted(board({ from: '2026-09-18', to: '2026-09-18' }, nobody))).filter(
      ({ startsAt }) => startsAt === span(hour).startsAt,
    )
    const busy = held.flatMap(({ personId, companionId }) => [personId, companionId]).filter(Boolean)
    expect(new Set(busy).size).toBe(busy.length)
    expect(busy.length).toBeGreaterThan(0)
  }
})

test('what the rules leave free between two bookings, and how many one person may have, holds whoever asks where', async () => {
  await house.newRules({ bufferMinutes: 30, limits: [{ count: 1, per: 'day' }] })
  const people = await Promise.all([...'甲乙丙丁戊己'].map((name) => house.aPerson(name)))
  for (let hour = 9; hour < 9 + ROUNDS; hour += 2) {
    const date = `2026-10-0${hour - 8}`
    // Neighbours, which do not meet, and one seat after the other for the same person.
    const wishes = people.map((personId, at) => ({ personId, seat: 1, hour: hour + (at % 2), date }))
    const [one] = people
    const again = [2, 3, 4].map((seat) => ({ personId: one ?? '', seat, hour: hour + seat, date }))
    const answers = await atOnce([...wishes, ...again])
    const codes = new Set(answers.map((answer) => (answer.ok ? 'booked' : answer.code)))
    expect([...codes].filter((code) => !['booked', 'seat_taken', 'over_limit'].includes(code))).toEqual([])
    const held = await accepted(house.bookings.board({ from: date, to: date }, nobody))
    expect(held.filter(({ seatNumber }) => seatNumber === 1)).toHaveLength(1)
    expect(held.filter(({ personId }) => personId === one)).toHaveLength(1)
  }
})

test('a seat that is taken out of the room while somebody reserves it: either it stays, or nobody sits on it', async () => {
  const wang = await house.aPerson('王敏')
  for (let hour = 9; hour < 9 + ROUNDS; hour += 1) {
    await house.newRules({ seatCount: 4 })
    const rules = await house.rulesWith({ seatCount: 3 })
    const fewer = {
      roomId: FIRST_ROOM_ID,
      seenVersion: null,
      validFrom: '2026-09-18',
      rules,
      toldHits: null,
      cancel: null,
    }
    const [saved, [reserved]] = await Promise.all([
      house.rooms.saveRules(fewer, nobody),
      atOnce([{ personId: wang, seat: 4, hour }]),
    ])
    expect([saved.ok, reserved?.ok]).toContain(false)
    if (reserved?.ok) await accepted(house.cancel(reserved.value.id))
  }
})

test('who sat down without holding the seat first is found all the same: the database refuses, and it is asked anew who sits there', async () => {
  const [wang, li] = [await house.aPerson('王敏'), await house.aPerson('李强')]
  const engine = pausedBeforeWriting(async () => house.engine.transact(() => insert('unasked', 1, wang, null)))
  const { reserve } = bookingsService({ engine, clock: house.clock })
  const wish = { personId: li, companionId: null, purpose: 'listen' as const, seatId: house.seat(1), ...span(10) }
  expect(await reserve(wish, nobody)).toMatchObject({ code: 'seat_taken', detail: { personName: '王敏' } })
})

test('whoever is refused a seat costs the database no question twice, and no writing', async () => {
  const [wang, li] = [await house.aPerson('王敏'), await house.aPerson('李强')]
  await house.aBooking({ person: wang, seat: 1 })
  const asked = vi.spyOn(Client.prototype as unknown as { query(asked: string | { text: string }): unknown }, 'query')
  try {
    expect(await house.reserve({ person: li, seat: 1 })).toMatchObject({ code: 'seat_taken' })
    const texts = asked.mock.calls.map(([one]) => (typeof one === 'string' ? one : one.text))
    const questions = texts.filter((text) => !/^(?:BEGIN|COMMIT|ROLLBACK)/.test(text))
    expect(questions).toEqual([...new Set(questions)])
    expect(questions.filter((text) => !text.trim().startsWith('SELECT'))).toEqual([])
  } finally {
    asked.mockRestore()
  }
})

test('whoever is refused a seat holds it no longer while it is read why: the next one does not wait', async () => {
  const [wang, li] = [await house.aPerson('王敏'), await house.aPerson('李强')]
  await house.aBooking({ person: wang, seat: 1 })
  const engine = postgresEngine({ connectionString: house.url })
  const impatient = postgresEngine({ connectionString: `${house.url}?lock_timeout=5000` })
  const wish = { personId: li, companionId: null, purpose: 'listen' as const, seatId: house.seat(1) }
  const [refused, next] = [engine, impatient].map((each) => bookingsService({ engine: each, clock: house.clock }))
  try {
    // As a hub does each command: its transaction goes on until the answer is written.
    await engine.within(async () => {
      expect(await refused?.reserve({ ...wish, ...span(10) }, nobody)).toMatchObject({ code: 'seat_taken' })
      expect(await next?.reserve({ ...wish, ...span(12) }, nobody)).toMatchObject({ ok: true })
    })
  } finally {
    await Promise.all([engine.close(), impatient.close()])
  }
})

/** The engine of the house, on which the first who is about to write waits there until something else is done. */
function pausedBeforeWriting(meanwhile: () => Promise<unknown>): Engine {
  let isDone: boolean | null = null
  function* pausing<T>(query: Query<T>): Query<T> {
    let next = query.next()
    while (!next.done) {
      if (next.value.kind === 'step' && isDone === null) {
        isDone = false
        void meanwhile().finally(() => {
          isDone = true
        })
        while (!isDone) yield* rows('SELECT 1')
      }
      try {
        next = query.next(yield next.value)
      } catch (error) {
        next = query.throw(error)
      }
    }
    return next.value
  }
  return { ...house.engine, transact: (query) => house.engine.transact(() => pausing(query())) }
}

const insert = (id: string, seat: number, person: string, companion: string | null) =>
  rows(
    `INSERT INTO booking (id, seat_id, person_id, companion_id, purpose, starts_at, ends_at, state)
      VALUES (?, ?, ?, ?, 'listen', ?, ?, 'booked')`,
    [id, house.seat(seat), person, companion, span(10).startsAt, span(10).endsAt],
  )

test('the database itself refuses what no service decided: a seat, a person, and a companion held twice', async () => {
  const [wang, li, zhao] = [await house.aPerson('王敏'), await house.aPerson('李强'), await house.aPerson('赵云')]
  const lay = (...booking: Parameters<typeof insert>) => house.engine.transact(() => insert(...booking))
  await lay('first', 1, wang, li)
  await expect(lay('seat', 1, zhao, null)).rejects.toThrow('booking_seat_taken')
  await expect(lay('person', 2, wang, null)).rejects.toThrow('booking_person_taken')
  await expect(lay('companion', 2, zhao, li)).rejects.toThrow('booking_person_taken')
  await lay('other', 2, zhao, null)
})

test('places that become free in the same moment, at two hubs, reach as many different people, in the order in which they asked', async () => {
  const date = '2026-09-21'
  const holders = await Promise.all([...'甲乙丙丁'].map((name) => house.aPerson(name)))
  const waiting = await Promise.all([...'戊己庚辛壬癸'].map((name) => house.aPerson(name)))
  const held = await Promise.all(
    holders.map((person, at) => house.aBooking({ person, seat: at + 1, from: '14:00', to: '15:00', date })),
  )
  for (const personId of waiting) {
    house.clock.advance(1_000)
    const window = { date, from: '14:00', to: '15:00', minutes: 60, seatId: null }
    const wish = { roomId: FIRST_ROOM_ID, personId, companionId: null, purpose: 'listen' as const, acceptHours: null }
    await accepted(house.waitlist.join({ ...wish, windows: [window] }, nobody))
  }
  await Promise.all(
    held.map(async ({ id }, at) => {
      const hub = hubs[at % hubs.length]
      await hub?.bookings.cancel({ bookingId: id, seenVersion: null, reason: '有会' }, nobody)
      await hub?.relay.pass()
    }),
  )
  const offers = await Promise.all(
    waiting.map(async (personId) => (await accepted(house.waitlist.mine({ personId }, nobody)))[0]?.offer ?? null),
  )
  expect(new Set(offers.flatMap((offer) => (offer === null ? [] : [offer.seatNumber]))).size).toBe(4)
  expect(offers.map((offer) => offer !== null)).toEqual([true, true, true, true, false, false])
})
test('of two who agree and cancel in the same moment one is first: the places are swapped, or one is free, and nobody has two or none by halves', async () => {
  const [wang, li] = [await house.aPerson('王敏'), await house.aPerson('李强')]
  const [one, other] = hubs.map((_, at) => swapsAt(at))
  for (let round = 0; round < ROUNDS; round += 1) {
    const date = `2026-10-${10 + round}`
    const mine = await house.aBooking({ person: wang, seat: 1, date })
    const theirs = await house.aBooking({ person: li, seat: 2, from: '14:00', to: '15:00', date })
    const wish = { bookingId: mine.id, otherId: theirs.id, reason: '开会' }
    const { id: swapId } = await accepted(house.swaps.ask(wish, nobody))
    const [agreed, again, cancelled] = await Promise.all([
      one?.agree({ swapId }, nobody),
      other?.agree({ swapId }, nobody),
      house.cancel(theirs.id),
    ])
    const held = await accepted(house.bookings.board({ from: date, to: date }, nobody))
    expect(held.filter(({ personId }) => personId === wang)).toHaveLength(1)
    expect(held.filter(({ personId }) => personId === li)).toHaveLength(cancelled.ok ? 0 : 1)
    const [kept] = held.filter(({ id }) => id === mine.id)
    expect(kept?.seatNumber).toBe(agreed?.ok === true || again?.ok === true ? 2 : 1)
    for (const answer of [agreed, again])
      if (answer?.ok === false) expect(['lapsed', 'not_found']).toContain(answer.code)
  }
})

test('two walk up to one seat in the same moment, at two hubs: one sits, the other is told who does', async () => {
  const people = await Promise.all([...'甲乙丙丁'].map((name) => house.aPerson(name)))
  await house.watch.look()
  for (let hour = 10; hour < 10 + ROUNDS; hour += 1) {
    const missed = await house.aBooking({ person: people[0] ?? '', from: clock(hour), to: clock(hour + 1) })
    house.clock.set(shanghai(`${clock(hour).slice(0, 2)}:15`))
    const looks = await Promise.all([...hubs.keys()].map((at) => watchAt(at).look()))
    expect(looks.reduce((sum, count) => sum + count)).toBe(1)
    const wishes = people.slice(1).map((personId) => ({ bookingId: missed.id, personId, purpose: 'listen' as const }))
    const late = house.bookings.checkIn({ bookingId: missed.id }, nobody)
    const answers = await Promise.all(wishes.map((wish, at) => walkUpsAt(at % 2).take(wish, nobody)))
    const sitting = [...answers, await late].filter(({ ok }) => ok)
    expect(sitting).toHaveLength(1)
    for (const answer of answers) if (!answer.ok) expect(answer.code).toBe('gone')
  }
})

const partsAt = (at: number) => {
  const hub = hubs[at]
  if (hub === undefined) throw new Error('no hub')
  return { engine: hub.engine, clock: house.clock }
}
const swapsAt = (at: number) => swapsService(partsAt(at))
const watchAt = (at: number) => noShowWatch({ ...partsAt(at), marked: () => {} })
const walkUpsAt = (at: number) => walkUpsService({ ...partsAt(at), watch: watchAt(at) })

test('whoever wants a seat that is given out is told so, and waits for nobody who holds it', async () => {
  const [sits, wants, beside] = [await house.aPerson('甲'), await house.aPerson('乙'), await house.aPerson('丙')]
  const [sitting] = await atOnce([{ personId: sits, seat: 1, hour: 10 }])
  expect(sitting).toMatchObject({ ok: true })
  const client = await connectionTo(house.url)
  try {
    await client.query('BEGIN')
    await client.query('SELECT FROM seat FOR UPDATE')
    await client.query('SELECT FROM person FOR UPDATE')
    const [told] = await atOnce([{ personId: wants, companionId: beside, seat: 1, hour: 10 }])
    expect(told).toMatchObject({ code: 'seat_taken', detail: { personName: '甲' } })
  } finally {
    await client.end()
  }
})
