import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergesService } from '../../../electron/services/house/merges.ts'
import { sessionsService } from '../../../electron/services/listening/sessions.ts'
import { makeStopwatch } from '../../../electron/services/listening/stopwatch.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

/** Nobody sits on two seats at once, whoever the places were booked for. */
const day = { from: '2026-09-18', to: '2026-09-18' }
const sitDown = (bookingId: string, personId: string) =>
  house.walkUps.take({ bookingId, personId, purpose: 'listen' }, nobody)
const sit = (bookingId: string, standInId: string | null = null) =>
  house.bookings.checkIn({ bookingId, standInId }, nobody)
const elsewhere = { ok: false, code: 'person_taken', detail: { personName: '赵倩', seatNumber: 1 } }
let house: Awaited<ReturnType<typeof anOpenRoom>>
/** Knows which session is this desk's. */
let stopwatch: ReturnType<typeof makeStopwatch>
let zhao: string
let wangs: string
let lis: string
beforeEach(async () => {
  house = await anOpenRoom()
  stopwatch = makeStopwatch(house.parts)
  await house.watch.look()
  const [wang, li] = [await house.aPerson('王敏'), await house.aPerson('李强')]
  zhao = await house.aPerson('赵倩')
  wangs = (await house.aBooking({ person: wang })).id
  lis = (await house.aBooking({ person: li, seat: 2, from: '10:30', to: '11:30' })).id
  house.clock.set(shanghai('10:20'))
  await accepted(sit(wangs, zhao))
})
afterEach(() => house.close())

test('standing in for two, or for one and sitting in a place of their own; once they are up there, they may', async () => {
  const own = await house.aBooking({ person: zhao, seat: 3, from: '10:30', to: '11:30' })
  expect(await sit(lis, zhao)).toMatchObject(elsewhere)
  expect(await sit(own.id)).toMatchObject(elsewhere)
  expect(await accepted(house.bookings.board(day, nobody))).toContainEqual(
    expect.objectContaining({ id: lis, state: 'booked' }),
  )
  // The same once more is no other place.
  await accepted(sit(wangs, zhao))
  await accepted(house.bookings.undoCheckIn({ bookingId: wangs }, nobody))
  await accepted(sit(own.id))
  expect(await sit(lis, zhao)).toMatchObject({ ...elsewhere, detail: { seatNumber: 3 } })
  expect(await sit(wangs, zhao)).toMatchObject({ ...elsewhere, detail: { seatNumber: 3 } })
  await accepted(sit(wangs))
})

test('nor by coming late, by walking up, or by staying longer', async () => {
  const [own, after] = [
    await house.aBooking({ person: zhao, seat: 3, from: '10:30', to: '11:00' }),
    await house.aBooking({ person: zhao, seat: 4, from: '11:00', to: '12:00' }),
  ]
  house.clock.set(shanghai('10:45'))
  await house.watch.look()
  expect([await sit(own.id), await sitDown(lis, zhao)]).toMatchObject([elsewhere, elsewhere])
  house.clock.set(shanghai('10:50'))
  await accepted(sit(after.id))
  const longer = await house.move(wangs, { seat: 1, from: '10:00', to: '11:30' })
  expect(longer).toMatchObject({ ...elsewhere, detail: { seatNumber: 4, startsAt: shanghai('11:00') } })
})

test('what is over, and what begins only then, is no other place', async () => {
  const after = await house.aBooking({ person: zhao, seat: 4, from: '11:00', to: '12:00' })
  house.clock.set(shanghai('10:50'))
  await accepted(sit(after.id))
  house.clock.set(shanghai('11:00'))
  await accepted(house.bookings.undoCheckIn({ bookingId: after.id }, nobody))
  await accepted(sit(lis, zhao))
})

test('one of two for whom the same person is asked at the same moment', async () => {
  await accepted(house.bookings.undoCheckIn({ bookingId: wangs }, nobody))
  const said = await Promise.all([sit(wangs, zhao), sit(lis, zhao)])
  expect(said.map(({ ok }) => ok).sort()).toEqual([false, true])
})

/** A session begun straight from a booking, at a desk whose hub is away or not. */
const sessionsAt = (isCutOff: boolean) => sessionsService(house.parts, stopwatch, () => isCutOff)
const listen = (bookingId: string, listenerId: string, isCutOff = false) =>
  sessionsAt(isCutOff).start({ bookingId, listenerId, purpose: 'listen' }, nobody)
const sitsTwice = () => accepted(sessionsAt(false).sitsTwice({}, nobody))

test('nor by listening in straight from a booking; where the hub is away nothing keeps anybody from it', async () => {
  expect(await listen(lis, zhao)).toMatchObject(elsewhere)
  expect(await accepted(house.bookings.board(day, nobody))).toContainEqual(
    expect.objectContaining({ id: lis, state: 'booked' }),
  )
  const session = await accepted(listen(lis, zhao, true))
  expect(session).toMatchObject({ bookingId: lis, listenerId: zhao, seatNumber: 2 })
  const there = { ...elsewhere.detail, sessionId: session.id, isElsewhere: false, at: { startsAt: shanghai('10:30') } }
  expect(await sitsTwice()).toMatchObject(there)
  await accepted(house.bookings.undoCheckIn({ bookingId: wangs }, nobody))
  expect(await sitsTwice()).toBeNull()
})

test('where they sit already they listen', async () => {
  expect(await accepted(listen(wangs, zhao))).toMatchObject({ bookingId: wangs, listenerId: zhao })
  expect(await sitsTwice()).toBeNull()
})

test('two records of one person are one', async () => {
  const twin = await house.aPerson('赵倩')
  const merge = { keptId: twin, goneId: zhao, seenVersion: null, goneSeenVersion: null, giveUp: null }
  await accepted(mergesService(house.parts).merge(merge, nobody))
  expect([await sit(lis, twin), await listen(lis, twin)]).toMatchObject([elsewhere, elsewhere])
  expect(await accepted(listen(wangs, twin))).toMatchObject({ bookingId: wangs })
})
