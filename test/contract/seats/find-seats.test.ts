import { afterEach, beforeEach, expect, test } from 'vitest'
import { findSeatsService } from '../../../electron/services/seats/find-seats.ts'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let wang: string
beforeEach(async () => {
  house = await anOpenRoom()
  wang = await house.aPerson('王敏')
})
afterEach(() => house.close())

const search = (change = {}) =>
  findSeatsService(house.parts).search(
    {
      ...{ from: '2026-09-23', to: '2026-09-23', times: { from: 600, to: 1_440, isExact: true }, lengthMinutes: 60 },
      ...{ people: 1, seatNumber: null, roomIds: [FIRST_ROOM_ID], personId: wang, companionId: null },
      ...change,
    },
    nobody,
  )

test('all that is found can be booked, by the rules of the room and around what is taken', async () => {
  await house.newRules({ bufferMinutes: 30 })
  await house.aBooking({ person: await house.aPerson('李强'), seat: 1, from: '11:00', to: '12:00', date: '2026-09-23' })
  const { fits, near } = await accepted(search())
  expect(fits.map(({ places, othersFree }) => [places[0]?.seatNumber, places[0]?.startsAt, othersFree])).toEqual([
    [2, shanghai('10:00', '2026-09-23'), 2],
  ])
  for (const { places } of [...fits, ...near])
    for (const { seatNumber: _, ...span } of places) {
      const wish = { ...span, personId: wang, companionId: null, purpose: 'listen' as const }
      const { id } = await accepted(house.bookings.reserve(wish, nobody))
      await accepted(house.cancel(id))
    }
  expect(near.length).toBeGreaterThan(2)
})

test('for two nothing is found that one of them could not book any more; who may have no seat can sit beside', async () => {
  await house.newRules({ limits: [{ count: 1, per: 'week' }] })
  const li = await house.aPerson('李强')
  await house.aBooking({ person: li, from: '18:00', to: '19:00', date: '2026-09-22' })
  const two = { people: 2, companionId: li, times: { from: 600, to: 660, isExact: true } }
  const { fits, near } = await accepted(search(two))
  expect(fits).toEqual([])
  expect(near.map(({ places, differs }) => [places.length, differs.some(({ kind }) => kind === 'beside')])).toEqual(
    near.map(() => [1, true]),
  )
  expect(near.length).toBeGreaterThan(0)
  const next = { from: '2026-09-30', to: '2026-09-30' }
  expect((await accepted(search({ ...two, ...next }))).fits).toMatchObject([
    { places: [{ seatNumber: 1 }, { seatNumber: 2 }] },
  ])
})

test('days that are over are left out, a month is the most, and a room that is not there has nothing', async () => {
  expect(await accepted(search({ from: '2026-09-01', to: '2026-09-17' }))).toEqual({ fits: [], near: [] })
  expect((await accepted(search({ from: '2026-09-01', to: '2026-09-23' }))).fits.length).toBeGreaterThan(3)
  expect(await refused(search({ to: '2026-10-30' }))).toMatchObject({ code: 'range_too_long' })
  expect(await refused(search({ roomIds: [house.parts.clock.newId()] }))).toMatchObject({ code: 'not_found' })
})

test('working days are those of the house’s calendar: no public holiday, but its make-up workdays', async () => {
  const days = { from: '2026-09-19', to: '2026-10-09', isWorkday: true }
  const { fits } = await accepted(search(days))
  // The 20th is a Sunday that is worked; from the 25th to the 27th, and from the first of October on, nobody works.
  const found = fits.map(({ places }) => places[0]?.startsAt.slice(0, 10))
  expect(found).toEqual(['20', '21', '22', '23', '24', '28', '29', '30'].map((day) => `2026-09-${day}`))
})

test('of several days only those that were meant fit; those in between nearly do', async () => {
  const days = { from: '2026-09-21', to: '2026-09-23', weekdays: [1, 3] }
  const found = async () => {
    const { fits, near } = await accepted(search(days))
    return [fits, near].map((rows) => rows.map(({ places }) => places[0]?.startsAt.slice(0, 10)))
  }
  expect(await found()).toEqual([['2026-09-21', '2026-09-23'], expect.anything()])
  const shut = { kind: 'closed' as const, name: { zh: '盘点', en: '' }, seatNumbers: null }
  await house.newRules({ days: ['2026-09-21', '2026-09-23'].map((date) => ({ ...shut, from: date, to: date })) })
  const [fits, near] = await found()
  expect(fits).toEqual([])
  expect(near).toContain('2026-09-22')
})

test('all rooms are looked through, each by its own day and clock; of a named one that has nothing the others are told as such', async () => {
  const { roomKeeping } = house
  const facts = { site: '柏林', likeRoomId: FIRST_ROOM_ID }
  const there = await accepted(roomKeeping.add({ name: '柏林室', ...facts }, nobody))
  const told = { roomId: there.id, seenVersion: null, toldHits: null, cancel: null }
  await accepted(roomKeeping.setZone({ ...told, timeZone: 'Europe/Berlin' }, nobody))
  const starts = async (change = {}) => {
    const { fits, near } = await accepted(search(change))
    const lineOf = ({ places: [first], differs }: (typeof fits)[number]) => [
      ...[there.seats.some(({ id }) => id === first?.seatId) ? '柏林' : '上海', first?.startsAt],
      ...differs.map(({ kind }) => kind),
    ]
    return { fits: fits.map(lineOf), near: near.map(lineOf) }
  }
  const inShanghai = ['上海', shanghai('10:00', '2026-09-23')]
  const inBerlin = ['柏林', shanghai('16:00', '2026-09-23')]
  expect((await starts({ roomIds: null })).fits).toEqual([inShanghai, inBerlin])
  expect(await starts({ roomIds: [there.id] })).toMatchObject({ fits: [inBerlin] })
  await accepted(roomKeeping.close({ ...told, from: '2026-09-18' }, nobody))
  expect((await starts({ roomIds: null })).fits).toEqual([inShanghai])
  const elsewhere = await starts({ roomIds: [there.id] })
  expect(elsewhere.fits).toEqual([])
  expect(elsewhere.near[0]).toEqual([...inShanghai, 'room'])
  expect(elsewhere.near.every((line) => line.includes('room'))).toBe(true)
})
