import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { passportsService } from '../../../electron/services/duty/passports.ts'
import { mergesService } from '../../../electron/services/house/merges.ts'
import { bookingForService } from '../../../electron/services/seats/booking-for.ts'
import { bookingNewsService } from '../../../electron/services/seats/booking-news.ts'
import { StaleChange } from '../../../electron/stale-change.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'
import { waitingIn } from '../../builders/waiting-room.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let merges: ReturnType<typeof mergesService>
let kept: string
let gone: string
let other: string
let coordinator: { personId: string }
beforeEach(async () => {
  house = await anOpenRoom()
  merges = mergesService(house.parts)
  kept = await house.aPerson('陈思远', { employeeNumber: '80001' })
  gone = await house.aPerson('陈思远', { employeeNumber: '80002', email: 'chen@example.com', joinedOn: '2026-03-01' })
  other = await house.aPerson('赵云')
  coordinator = { personId: await house.aPerson('王敏', { role: 'coordinator' }) }
})
afterEach(() => house.close())

const everybody = () => accepted(house.people.list({}, nobody))
const recordOf = async (id: string) => (await everybody()).find((person) => person.id === id)
const upcoming = async (personId: string) => accepted(house.bookings.upcoming({ personId }, nobody))
const preview = () => accepted(merges.preview({ keptId: kept, goneId: gone }, coordinator))
const wish = (giveUp: string[] = []) => ({
  ...{ keptId: kept, goneId: gone, seenVersion: 0, goneSeenVersion: 0 },
  giveUp: giveUp.length === 0 ? null : { bookingIds: giveUp, reason: '同一个人，手机 13812345678' },
})
const merge = (giveUp: string[] = []) => accepted(merges.merge(wish(giveUp), coordinator))
const apart = async () =>
  accepted(merges.takeApart({ mergeId: (await accepted(merges.list({}, coordinator)))[0]?.id ?? '' }, coordinator))

test('one record is left, which knows what only the other knew, and is two again as before', async () => {
  const before = await everybody()
  const { person, readTogether } = await preview()
  expect(person).toMatchObject({ employeeNumber: '80001', email: 'chen@example.com', joinedOn: '2026-03-01' })
  expect(readTogether).toEqual({ sessions: 0, records: 0 })
  expect(await merge()).toMatchObject({
    keptId: kept,
    goneId: gone,
    goneNumber: '80002',
    byName: '王敏',
    date: '2026-09-18',
  })
  expect(await recordOf(gone)).toBeUndefined()
  expect(await recordOf(kept)).toMatchObject({ ...person, version: 1 })
  expect(await refused(house.people.putBack({ personId: gone }, coordinator))).toMatchObject({ code: 'not_found' })
  expect(await apart()).toMatchObject({ stayed: 0 })
  const bare = (people: Awaited<ReturnType<typeof everybody>>) => people.map(({ version: _, ...one }) => one)
  expect(bare(await everybody())).toEqual(bare(before))
  expect(await accepted(merges.list({}, coordinator))).toEqual([])
})

test('bookings, places beside somebody, waits and delegations are carried over, and back', async () => {
  const bookingFor = bookingForService(house.parts)
  const own = await house.aBooking({ person: gone, from: '10:00', to: '11:00' })
  const beside = await house.aBooking({ person: other, companion: gone, seat: 2, from: '12:00', to: '13:00' })
  const both = await house.aBooking({ person: gone, companion: kept, seat: 3, from: '14:00', to: '15:00' })
  await accepted(bookingFor.allow({ personId: gone, bookerId: other }, coordinator))
  await accepted(bookingFor.allow({ personId: other, bookerId: kept }, coordinator))
  await accepted(bookingFor.allow({ personId: other, bookerId: gone }, coordinator))
  const window = { date: '2026-09-19', from: '10:00', to: '12:00', minutes: 60, seatId: null }
  const waiting = {
    personId: gone,
    companionId: null,
    purpose: 'listen' as const,
    acceptHours: null,
    windows: [window],
  }
  const roomId = (await accepted(house.rooms.list({}, nobody)))[0]?.id ?? ''
  for (const number of [1, 2, 3, 4])
    await house.aBooking({
      person: await house.aPerson(`客 ${number}`),
      seat: number,
      date: '2026-09-19',
      from: '10:00',
      to: '12:00',
    })
  await accepted(house.waitlist.join({ ...waiting, roomId }, coordinator))
  expect((await preview()).moves).toEqual({ bookings: 3, waits: 1, draws: 0, delegations: 2 })

  await merge()
  expect(await upcoming(gone)).toEqual([])
  expect(await upcoming(kept)).toMatchObject([
    { id: own.id, personId: kept },
    { id: beside.id, personId: other, companionId: kept },
    { id: both.id, personId: kept, companionId: null },
  ])
  expect((await accepted(house.bookings.history({ bookingId: own.id }, nobody)))[0]).toMatchObject({
    what: 'merged',
    actorName: '王敏',
  })
  expect(await accepted(house.waitlist.mine({ personId: kept }, nobody))).toHaveLength(1)
  expect(await accepted(bookingFor.of({ personId: kept }, nobody))).toEqual({
    bookerIds: [other],
    bookedForIds: [other],
  })

  expect(await apart()).toMatchObject({ stayed: 0 })
  expect(await upcoming(gone)).toMatchObject([
    { id: own.id },
    { id: beside.id, companionId: gone },
    { id: both.id, companionId: kept },
  ])
  expect(await accepted(house.waitlist.mine({ personId: gone }, nobody))).toHaveLength(1)
  expect(await accepted(bookingFor.of({ personId: kept }, nobody))).toEqual({ bookerIds: [], bookedForIds: [other] })
})

test('of a year somebody was reminded when either record last was, and each by itself again when they are two', async () => {
  const duty = passportsService(house.parts)
  const remindedAt = async (personId: string) =>
    (await accepted(duty.get({ personId, year: 2026 }, coordinator))).remindedAt
  const remind = async (personId: string) => {
    house.clock.advance(60_000)
    expect(await accepted(duty.remind({ year: 2026, personIds: [personId] }, coordinator))).toEqual({
      remindedCount: 1,
    })
    return house.clock.now()
  }
  const first = await remind(kept)
  const last = await remind(gone)
  expect(await remindedAt(kept)).toBe(first)
  await merge()
  expect(await remindedAt(kept)).toBe(last)
  await apart()
  expect([await remindedAt(kept), await remindedAt(gone)]).toEqual([first, last])
})

test('of two bookings that meet one is given up, with the reason, and stands again when they are two', async () => {
  const mine = await house.aBooking({ person: kept, from: '10:00', to: '11:00' })
  const theirs = await house.aBooking({ person: gone, seat: 2, from: '10:30', to: '11:30' })
  expect((await preview()).meetings).toMatchObject([{ kept: { id: mine.id }, gone: { id: theirs.id, seatNumber: 2 } }])
  for (const giveUp of [[], [mine.id, theirs.id]])
    expect(await refused(merges.merge(wish(giveUp), coordinator))).toMatchObject({
      ...{ code: 'meets', detail: { meetings: [{ kept: { id: mine.id } }] } },
    })
  expect(await recordOf(gone)).toBeDefined()
  await merge([mine.id])
  expect(await upcoming(kept)).toMatchObject([{ id: theirs.id, personId: kept }])
  const [line] = await accepted(house.bookings.history({ bookingId: mine.id }, nobody))
  expect(line).toMatchObject({ what: 'cancelled', reason: '同一个人，手机 138****5678' })
  await apart()
  expect(await upcoming(kept)).toMatchObject([{ id: mine.id }])
  expect(await upcoming(gone)).toMatchObject([{ id: theirs.id }])
})

describe('both records wait for the same times', () => {
  const waiting = waitingIn(() => house)
  const afternoon = { from: '14:00', to: '16:00' }
  let taken: string
  beforeEach(async () => {
    await house.newRules({ seatCount: 1 })
    taken = (await waiting.taken(other, '14:00', '16:00')).id
  })

  test('the one in front stays in line, the other is given up, and stands again when they are two', async () => {
    const front = await waiting.waits({ person: gone, ...afternoon })
    const behind = await waiting.waits({ person: kept, ...afternoon })
    expect(await preview()).toMatchObject({ waitsTwice: 1, moves: { waits: 1 } })
    await merge()
    expect(await waiting.mine(kept)).toMatchObject([{ id: front.id, standings: [{ position: 1 }] }])
    expect(await apart()).toMatchObject({ stayed: 0 })
    expect(await waiting.mine(kept)).toMatchObject([{ id: behind.id, standings: [{ position: 2 }] }])
    expect(await waiting.mine(gone)).toMatchObject([{ id: front.id }])
  })

  test('the one for which a seat is held stays, wherever it stands', async () => {
    const front = await waiting.waits({ person: kept, ...afternoon })
    await accepted(house.waitlist.leave({ waitId: front.id }, nobody))
    const held = await waiting.waits({ person: gone, ...afternoon })
    await waiting.freed(taken)
    await accepted(house.waitlist.rejoin({ waitId: front.id }, nobody))
    await merge()
    expect(await waiting.mine(kept)).toMatchObject([{ id: held.id, offer: { personId: kept } }])
  })
})

test('whoever booked, asked to wait and handed in under the record that went speaks for it under the other', async () => {
  const bookingFor = bookingForService(house.parts)
  const news = bookingNewsService(house.parts)
  const [secretary, former] = [{ personId: kept }, { personId: gone }]
  await accepted(bookingFor.allow({ personId: other, bookerId: gone }, { personId: other }))
  const place = { seatId: house.seat(1), startsAt: shanghai('14:00'), endsAt: shanghai('15:00') }
  const wish = { companionId: null, purpose: 'listen' as const }
  const made = await accepted(house.bookings.reserve({ ...place, ...wish, personId: other }, former))
  const own = await accepted(
    house.bookings.reserve({ ...place, ...wish, personId: gone, seatId: house.seat(2) }, former),
  )
  await merge()
  expect(await upcoming(kept)).toMatchObject([{ id: own.id, bookedById: kept }])
  expect(await accepted(bookingFor.made(secretary, secretary))).toMatchObject([{ id: made.id }])
  const li = await house.aPerson('李强')
  const theirs = await house.aBooking({ person: li, seat: 3, from: '16:00', to: '17:00' })
  const asked = { bookingId: made.id, otherId: theirs.id, reason: '有会' }
  expect(await accepted(house.swaps.ask(asked, secretary))).toMatchObject({ booking: { id: made.id } })
  await accepted(house.bookings.cancel({ bookingId: made.id, seenVersion: null, reason: '出差' }, { personId: other }))
  const [told] = await accepted(news.list(secretary, secretary))
  expect(told).toMatchObject({ what: 'cancelled', booking: { id: made.id }, byName: '赵云' })
  await accepted(news.read({ eventIds: [told?.eventId ?? ''] }, secretary))
  expect(await accepted(news.list(secretary, secretary))).toEqual([])
})

test('a swap that was asked before goes on, but not with oneself', async () => {
  const mine = await house.aBooking({ person: gone, from: '10:00', to: '11:00' })
  const own = await house.aBooking({ person: kept, seat: 2, from: '12:00', to: '13:00' })
  const theirs = await house.aBooking({ person: other, seat: 3, from: '14:00', to: '15:00' })
  const ask = (otherId: string) =>
    accepted(house.swaps.ask({ bookingId: mine.id, otherId, reason: '有会' }, { personId: gone }))
  await ask(own.id)
  const { id: swapId } = await ask(theirs.id)
  const asked = async () => (await accepted(house.swaps.waiting({}, { personId: kept }))).map(({ id }) => id)
  await merge()
  expect(await asked()).toEqual([swapId])
  await apart()
  await accepted(house.swaps.agree({ swapId }, { personId: other }))
  expect(await upcoming(gone)).toMatchObject([{ id: mine.id, startsAt: shanghai('14:00') }])
})

test('nobody gives up the seat on which they sit', async () => {
  const mine = await house.aBooking({ person: kept, from: '09:00', to: '10:00' })
  const theirs = await house.aBooking({ person: gone, seat: 2, from: '09:30', to: '10:30' })
  await accepted(house.bookings.checkIn({ bookingId: mine.id }, nobody))
  expect(await refused(merges.merge(wish([mine.id]), coordinator))).toMatchObject({ code: 'is_sitting' })
  await merge([theirs.id])
  expect(await upcoming(kept)).toMatchObject([{ id: mine.id, state: 'checked_in' }])
})

test('what was changed since stays where it is, and is counted', async () => {
  const theirs = await house.aBooking({ person: gone, from: '10:00', to: '11:00' })
  await merge()
  await accepted(house.move(theirs.id, { seat: 2, from: '12:00', to: '13:00' }))
  expect(await apart()).toMatchObject({ stayed: 1 })
  expect(await upcoming(kept)).toMatchObject([{ id: theirs.id, startsAt: shanghai('12:00') }])
})

test('the number that was carried over is given back, or somebody else has it and nothing is done', async () => {
  await accepted(
    house.people.edit(
      {
        personId: kept,
        seenVersion: null,
        wish: { name: '陈思远', department: '客服部', role: 'listener', employeeNumber: null, email: null },
      },
      nobody,
    ),
  )
  await accepted(merges.merge({ ...wish(), seenVersion: 1 }, coordinator))
  expect(await recordOf(kept)).toMatchObject({ employeeNumber: '80002' })
  const [stands] = await accepted(merges.list({}, coordinator))
  await accepted(
    house.people.edit(
      {
        personId: kept,
        seenVersion: null,
        wish: { name: '陈思源', department: '客服部', role: 'listener', employeeNumber: '80002', email: null },
      },
      nobody,
    ),
  )
  expect(await refused(merges.takeApart({ mergeId: stands?.id ?? '' }, coordinator))).toMatchObject({
    ...{ code: 'employee_number_taken', detail: { name: '陈思源' } },
  })
  expect(await recordOf(kept)).toMatchObject({ name: '陈思源', employeeNumber: '80002' })
  await accepted(
    house.people.edit(
      {
        personId: kept,
        seenVersion: null,
        wish: { name: '陈思源', department: '客服部', role: 'listener', employeeNumber: null, email: null },
      },
      nobody,
    ),
  )
  await apart()
  expect(await recordOf(gone)).toMatchObject({ employeeNumber: '80002' })
})

test('three records become one, and the credit of none is counted twice', async () => {
  const passports = passportsService(house.parts)
  const third = await house.aPerson('陈思远')
  const trip = { date: '2026-03-05', place: '亚洲一号仓', evidence: '', tripKind: 'picking' } as const
  for (const personId of [kept, gone, third]) await accepted(passports.recordTrip(trip, { personId }))
  await accepted(merges.merge({ ...wish(), keptId: gone, goneId: third, seenVersion: null }, coordinator))
  await accepted(merges.merge({ ...wish(), goneSeenVersion: null }, coordinator))
  const done = async (personId: string) => (await accepted(passports.get({ personId, year: 2026 }, coordinator))).done
  expect(await done(kept)).toMatchObject({ trip: 1 })
  expect((await accepted(passports.get({ personId: kept, year: 2026 }, coordinator))).credits).toHaveLength(3)
  await apart()
  expect((await accepted(passports.get({ personId: gone, year: 2026 }, coordinator))).credits).toHaveLength(2)
  expect((await accepted(passports.get({ personId: kept, year: 2026 }, coordinator))).credits).toHaveLength(1)
})

test('one record is nobody else, and what somebody changed meanwhile is seen first', async () => {
  const older = { ...wish(), goneSeenVersion: 7 }
  await expect(async () => merges.merge(older, coordinator)).rejects.toThrow(StaleChange)
  await expect(async () => merges.merge({ ...wish(), seenVersion: 7 }, coordinator)).rejects.toThrow(StaleChange)
  expect(await refused(merges.preview({ keptId: kept, goneId: kept }, coordinator))).toMatchObject({
    code: 'same_person',
  })
  await merge()
  expect(
    await refused(merges.merge({ ...wish(), seenVersion: null, goneSeenVersion: null }, coordinator)),
  ).toMatchObject({ code: 'not_found' })
})

test('whoever sits at the desk under the record that goes, sits there under the other', async () => {
  house.parts.settings.save({ me: gone })
  await merge()
  expect(house.parts.settings.read().me).toBe(kept)
})

test('a list of people with the number of a record that was merged does not bring it back', async () => {
  const base64 = Buffer.from('姓名,工号\n陈思远,80002\n陈思远,80001\n').toString('base64')
  await merge()
  const { good, bad } = await accepted(house.people.readList({ base64 }, coordinator))
  expect(bad).toMatchObject([{ row: 2, reasons: ['number_of_merged'], knownName: '陈思远' }])
  expect(good).toMatchObject([{ row: 3, fate: 'same' }])
  await accepted(house.people.keepList({ base64 }, coordinator))
  expect((await everybody()).filter(({ name }) => name === '陈思远')).toHaveLength(1)
})
