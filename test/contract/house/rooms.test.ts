import { afterEach, beforeEach, expect, test } from 'vitest'
import { runOn } from '../../../electron/storage/engine/sqlite.ts'
import { ensureRoom, FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import type { RoomRules } from '../../../shared/contract/house/room-rules.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let wang: string
let li: string
beforeEach(async () => {
  house = await anOpenRoom()
  wang = await house.aPerson('王敏')
  li = await house.aPerson('李强')
})
afterEach(() => house.close())

const week = (opensAt: string, closesAt: string) => Array.from({ length: 7 }, () => ({ opensAt, closesAt }))
const closedOn = (date: string, seatNumbers: number[] | null = null) => ({
  ...{ kind: 'closed' as const, from: date, to: date, seatNumbers, name: { zh: '盘点', en: 'Stock-taking' } },
})
const theRoom = async () => {
  const [room] = await accepted(house.rooms.list({}, nobody))
  if (room === undefined) throw new Error('no room')
  return room
}
const wish = { roomId: FIRST_ROOM_ID, seenVersion: null, validFrom: '2026-09-18', toldHits: null, cancel: null }

test('a house begins with one room, whose rules say the same every day', async () => {
  expect(await theRoom()).toMatchObject({ id: FIRST_ROOM_ID, name: '', timeZone: 'Asia/Shanghai', version: 0 })
  const { rules } = await theRoom()
  expect(rules.map(({ validFrom }) => validFrom)).toEqual(['0001-01-01'])
  expect(rules[0]?.rules).toMatchObject({ seatCount: 4, slotMinutes: 30, week: week('09:00', '21:00'), noticeDays: 0 })
})

test('rules count from their day on: nights, seats with hours of their own, and a peak with more seats', async () => {
  const peak = {
    kind: 'peak' as const,
    from: '2026-11-11',
    to: '2026-11-11',
    seatCount: 6,
    name: { zh: '双11', en: '' },
  }
  const seatWeeks = [{ seatNumber: 2, week: week('09:00', '12:00') }]
  const room = await house.newRules(
    { week: week('21:00', '02:00'), seatWeeks, days: [peak] },
    { validFrom: '2026-09-20' },
  )
  expect(room.rules.map(({ validFrom }) => validFrom)).toEqual(['0001-01-01', '2026-09-20'])
  const night = { person: wang, from: '23:00', to: '00:30' }
  const at = (date: string, next: string) =>
    house.bookings.reserve(
      {
        ...{ seatId: house.seat(1), personId: wang, companionId: null, purpose: 'listen' },
        ...{ startsAt: shanghai(night.from, date), endsAt: shanghai(night.to, next) },
      },
      nobody,
    )
  expect((await refused(at('2026-09-19', '2026-09-20'))).code).toBe('outside_opening_hours')
  expect(await accepted(at('2026-09-20', '2026-09-21'))).toMatchObject({ endsAt: shanghai('00:30', '2026-09-21') })
  await house.aBooking({ person: wang, date: '2026-09-19' })
  expect((await refused(house.reserve({ person: li, date: '2026-09-20' }))).code).toBe('outside_opening_hours')
  await house.aBooking({ person: li, date: '2026-09-20', seat: 2 })
  const busy = { person: li, seat: 6, from: '22:00', to: '23:00' }
  await house.aBooking({ ...busy, date: '2026-11-11' })
  expect((await refused(house.reserve({ ...busy, date: '2026-11-12' }))).code).toBe('outside_opening_hours')
})

test('a seat closed for a week hits what is booked there by rules that begin in that week, too; undone, they are as before', async () => {
  await house.newRules({ bufferMinutes: 15 }, { validFrom: '2026-09-22' })
  const before = (await theRoom()).rules
  for (const date of ['2026-09-21', '2026-09-23']) await house.aBooking({ person: wang, date, seat: 3 })
  const days = [{ ...closedOn('2026-09-21', [3]), to: '2026-09-27' }]
  const [first] = before
  if (first === undefined) throw new Error('no rules')
  const closing = { ...wish, rules: { ...first.rules, days } }
  const hit = await house.rooms.saveRules(closing, nobody)
  if (hit.ok || hit.code !== 'hits_bookings') throw new Error('not told')
  expect(hit.detail.count).toBe(2)
  const toldHits = hit.detail.mark
  await accepted(house.rooms.saveRules({ ...closing, toldHits }, nobody))
  expect((await refused(house.reserve({ person: li, date: '2026-09-24', seat: 3 }))).code).toBe('closed_day')
  await house.aBooking({ person: li, date: '2026-09-28', seat: 3 })
  await accepted(house.rooms.saveRules({ ...wish, rules: null }, nobody))
  expect((await theRoom()).rules).toEqual(before)
})

test('how far ahead, how soon, and closed days are refused with what is allowed', async () => {
  await house.newRules({ aheadDays: 7, noticeDays: 1, days: [closedOn('2026-09-21'), closedOn('2026-09-22', [3])] })
  const ask = (date: string, seat = 1) => refused(house.reserve({ person: wang, date, seat }))
  expect(await ask('2026-09-18')).toMatchObject({ code: 'too_soon', detail: { firstDate: '2026-09-19' } })
  expect(await ask('2026-09-26')).toMatchObject({ code: 'too_far_ahead', detail: { lastDate: '2026-09-25' } })
  const name = { zh: '盘点', en: 'Stock-taking' }
  expect(await ask('2026-09-21')).toMatchObject({ code: 'closed_day', detail: { from: '2026-09-21', name } })
  expect(await ask('2026-09-22', 3)).toMatchObject({ code: 'closed_day' })
  const booking = await house.aBooking({ person: wang, date: '2026-09-22', seat: 2 })
  expect(
    await refused(house.move(booking.id, { seat: 3, from: '10:00', to: '11:00', date: '2026-09-22' })),
  ).toMatchObject({
    code: 'closed_day',
  })
  expect(
    await refused(house.move(booking.id, { seat: 2, from: '10:00', to: '11:00', date: '2026-09-28' })),
  ).toMatchObject({ code: 'too_far_ahead' })
})

test('a limit says what uses it up; moving uses nothing up, and what is cancelled is given back, once', async () => {
  await house.newRules({ limits: [{ count: 1, per: 'week' }] })
  const first = await house.aBooking({ person: wang })
  await house.aBooking({ person: li, companion: wang, seat: 2, from: '14:00', to: '15:00' })
  const { id, seatNumber, startsAt, endsAt } = first
  expect(await refused(house.reserve({ person: wang, date: '2026-09-19' }))).toMatchObject({
    code: 'over_limit',
    detail: { count: 1, per: 'week', personName: '王敏', bookings: [{ id, seatNumber, startsAt, endsAt }] },
  })
  await accepted(house.move(first.id, { seat: 1, from: '10:00', to: '11:00', date: '2026-09-19' }))
  await house.aBooking({ person: wang, date: '2026-09-21' })
  const back = { seat: 1, from: '14:00', to: '15:00', date: '2026-09-22' }
  expect(await refused(house.move(first.id, back))).toMatchObject({ code: 'over_limit' })
  await accepted(house.cancel(first.id))
  await house.aBooking({ person: wang, date: '2026-09-20' })
  expect(await refused(house.bookings.restore({ bookingId: first.id }, nobody))).toMatchObject({ code: 'over_limit' })
})

test('between two bookings of a seat as much is left free as the rules say, and no offer is closer', async () => {
  const before = await house.aBooking({ person: wang, from: '10:00', to: '11:00' })
  const touching = await house.aBooking({ person: li, from: '11:00', to: '12:00' })
  const rules = { bufferMinutes: 30 }
  const told = await refused(house.rooms.saveRules({ ...wish, rules: await house.rulesWith(rules) }, nobody))
  expect(told).toMatchObject({
    code: 'hits_bookings',
    detail: { count: 1, hits: [{ bookingId: touching.id, reason: 'buffer', isRunning: false }] },
  })
  await house.newRules(rules)
  const answer = await house.reserve({ person: wang, from: '12:00', to: '13:00' })
  if (answer.ok || answer.code !== 'seat_taken') throw new Error('not refused')
  expect(answer.detail).toMatchObject({ personName: '李强', bufferMinutes: 30 })
  const { free } = answer.detail
  expect(free.map((each) => [each.seatNumber, each.startsAt])).toContainEqual([2, shanghai('12:00')])
  expect(free.filter(({ seatNumber, startsAt }) => seatNumber === 1 && startsAt < shanghai('12:30'))).toEqual([])
  await house.aBooking({ person: wang, from: '12:30', to: '13:30' })
  // What touched before may still be made shorter, or longer away from the other.
  await accepted(house.move(touching.id, { seat: 1, from: '11:00', to: '11:30' }))
  await accepted(house.move(before.id, { seat: 1, from: '09:30', to: '11:00' }))
  expect(await refused(house.move(touching.id, { seat: 1, from: '11:00', to: '12:30' }))).toMatchObject({
    code: 'seat_taken',
    detail: { bufferMinutes: 30 },
  })
})

test('rules that hit bookings are told first; what is chosen is cancelled with the reason, everything else stays', async () => {
  const day = '2026-09-25'
  const [early, late, seated] = [
    await house.aBooking({ person: wang, date: day, from: '09:00', to: '10:00' }),
    await house.aBooking({ person: li, date: day, from: '20:00', to: '21:00' }),
    await house.aBooking({ person: wang, from: '10:00', to: '11:00' }),
  ]
  await house.aBooking({ person: li, date: day, from: '12:00', to: '13:00' })
  house.clock.set(shanghai('09:50'))
  await accepted(house.bookings.checkIn({ bookingId: seated.id }, nobody))
  const rules = await house.rulesWith({ week: week('11:00', '19:00') })
  const saved = (change: object = {}) => house.rooms.saveRules({ ...wish, rules, ...change }, { personId: li })
  const told = await saved()
  if (told.ok || told.code !== 'hits_bookings') throw new Error('not refused')
  expect(told.detail.hits.map(({ bookingId, reason, isRunning }) => [bookingId, reason, isRunning])).toEqual([
    [seated.id, 'outside_opening_hours', true],
    [early.id, 'outside_opening_hours', false],
    [late.id, 'outside_opening_hours', false],
  ])
  expect((await theRoom()).version).toBe(0)
  const cancel = { bookingIds: [early.id, seated.id], reason: '夜间停用' }
  expect(await refused(saved({ toldHits: 'others', cancel }))).toMatchObject({ code: 'hits_bookings' })
  const { room, cancelled } = await accepted(saved({ toldHits: told.detail.mark, cancel }))
  expect([room.version, cancelled]).toEqual([1, [{ id: early.id, version: early.version + 1 }]])
  const states = async () => {
    const board = await accepted(house.bookings.board({ from: '2026-09-18', to: day }, nobody))
    return board.map(({ id, state }) => [id, state])
  }
  expect(await states()).toEqual(
    expect.arrayContaining([
      [seated.id, 'checked_in'],
      [late.id, 'booked'],
    ]),
  )
  expect((await states()).map(([id]) => id)).not.toContain(early.id)
  const [last] = await accepted(house.bookings.history({ bookingId: early.id }, nobody))
  expect(last).toMatchObject({ what: 'cancelled', reason: '夜间停用', actorName: '李强' })
  // What was kept is not told again, and the seat goes on being the listener's for as long as they want.
  await house.newRules({ week: week('11:00', '19:00'), noticeDays: 1 })
  await accepted(house.move(seated.id, { seat: 1, from: '10:00', to: '10:30' }))
})

test('of more hits than are listed those beyond the list are cancelled where that is wished', async () => {
  const people = await Promise.all([1, 2, 3, 4].map((seat) => house.aPerson(`约到${seat}号席的人`)))
  const dates = ['2026-09-25', '2026-09-26', '2026-09-27', '2026-09-28', '2026-09-29', '2026-09-30']
  const halfHours = Array.from({ length: 24 }, (_, slot) => 540 + slot * 30)
  const clock = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(11, 16)
  for (const date of dates)
    for (const minutes of halfHours)
      await Promise.all(
        people.map((person, index) =>
          house.aBooking({ person, seat: index + 1, date, from: clock(minutes), to: clock(minutes + 30) }),
        ),
      )
  const rules = await house.rulesWith({ days: dates.map((date) => closedOn(date)) })
  const told = await house.rooms.saveRules({ ...wish, rules }, nobody)
  if (told.ok || told.code !== 'hits_bookings') throw new Error('not refused')
  const { count, hits, mark } = told.detail
  expect([count, hits.length]).toEqual([576, 500])
  const [first] = hits
  const cancel = { bookingIds: [first?.bookingId ?? ''], withUnlisted: true, reason: '盘点' }
  const { room, cancelled } = await accepted(house.rooms.saveRules({ ...wish, rules, toldHits: mark, cancel }, nobody))
  expect([room.version, cancelled.length]).toEqual([1, 77])
  const listed = new Set(hits.map(({ bookingId }) => bookingId))
  expect(cancelled.filter(({ id }) => listed.has(id)).map(({ id }) => id)).toEqual([first?.bookingId])
})

test('a seat that goes stays as long as somebody has a booking for it, and takes no other', async () => {
  const kept = await house.aBooking({ person: wang, seat: 4, date: '2026-09-25' })
  const told = await refused(house.rooms.saveRules({ ...wish, rules: await house.rulesWith({ seatCount: 2 }) }, nobody))
  expect(told).toMatchObject({ detail: { hits: [{ bookingId: kept.id, reason: 'seat_gone' }] } })
  const room = await house.newRules({ seatCount: 2 })
  expect(room.seats.map(({ number }) => number)).toEqual([1, 2, 4])
  expect(await refused(house.reserve({ person: li, seat: 4, date: '2026-09-26' }))).toMatchObject({
    code: 'outside_opening_hours',
  })
  await accepted(house.cancel(kept.id))
  expect((await house.newRules({ seatCount: 2 })).seats.map(({ number }) => number)).toEqual([1, 2])
})

test('a board goes on until the night that its last day opens is over', async () => {
  await house.newRules({ week: week('21:00', '02:00') })
  const late = { startsAt: shanghai('00:30', '2026-09-21'), endsAt: shanghai('01:30', '2026-09-21') }
  const seatAndWho = { seatId: house.seat(1), personId: wang, companionId: null, purpose: 'listen' as const }
  const booking = await accepted(house.bookings.reserve({ ...seatAndWho, ...late }, nobody))
  expect(await accepted(house.bookings.board({ from: '2026-09-20', to: '2026-09-20' }, nobody))).toEqual([booking])
})

test('check-in opens as early as the rules of the day say', async () => {
  await house.newRules({ checkIn: { beforeMinutes: 60, graceMinutes: 5 } })
  await house.newRules({ checkIn: { beforeMinutes: 15, graceMinutes: 10 } }, { validFrom: '2026-09-20' })
  const later = await house.aBooking({ person: wang, date: '2026-09-20' })
  expect(later).toMatchObject({
    checkInOpensAt: shanghai('09:45', '2026-09-20'),
    checkInClosesAt: shanghai('10:10', '2026-09-20'),
  })
  const booking = await house.aBooking({ person: wang, from: '10:30', to: '11:00' })
  expect(await accepted(house.bookings.upcoming({ personId: wang }, nobody))).toMatchObject([
    { checkInOpensAt: shanghai('09:30'), checkInClosesAt: shanghai('10:35') },
    later,
  ])
  expect(await refused(house.bookings.checkIn({ bookingId: booking.id }, nobody))).toMatchObject({
    code: 'too_early',
    detail: { opensAt: shanghai('09:30') },
  })
  house.clock.set(shanghai('09:30'))
  await accepted(house.bookings.checkIn({ bookingId: booking.id }, nobody))
})

test('rules to come are taken away again; those of yesterday, of no day and of no room are refused', async () => {
  await house.newRules({ slotMinutes: 60 }, { validFrom: '2026-10-01' })
  const save = (change: object) => house.rooms.saveRules({ ...wish, rules: null, ...change }, nobody)
  const { room } = await accepted(save({ validFrom: '2026-10-01' }))
  expect(room.rules).toHaveLength(1)
  expect(await refused(save({ validFrom: '2026-10-01' }))).toMatchObject({ code: 'not_found' })
  expect(await refused(save({ roomId: wang, rules: room.rules[0]?.rules }))).toMatchObject({ code: 'not_found' })
  expect(await refused(save({ validFrom: '2026-09-17', rules: room.rules[0]?.rules }))).toMatchObject({
    code: 'from_the_past',
    detail: { today: '2026-09-18' },
  })
})

test.each<[string, Partial<RoomRules>, object]>([
  [
    'hours_overlap',
    { week: [...week('09:00', '10:30').slice(1), { opensAt: '21:00', closesAt: '09:30' }] },
    { weekday: 1 },
  ],
  ['shorter_than_slot', { week: week('09:00', '09:15') }, { weekday: 1 }],
  ['never_open', { week: week('09:00', '21:00').map(() => null) }, {}],
  ['unknown_seat', { seatWeeks: [{ seatNumber: 7, week: week('09:00', '21:00') }] }, { seatNumber: 7 }],
  ['unknown_seat', { days: [closedOn('2026-10-01', [9])] }, { seatNumber: 9 }],
  [
    'repeated_seat',
    { seatWeeks: [1, 1].map((seatNumber) => ({ seatNumber, week: week('09:00', '21:00') })) },
    { seatNumber: 1 },
  ],
  ['repeated_limit', { limits: [1, 2].map((count) => ({ count, per: 'week' as const })) }, {}],
  ['days_backwards', { days: [{ ...closedOn('2026-10-02'), to: '2026-10-01' }] }, { date: '2026-10-02' }],
  [
    'peaks_overlap',
    {
      days: ['2026-11-11', '2026-11-10'].map((from) => ({
        ...{ kind: 'peak' as const, from, to: '2026-11-11', seatCount: 6, name: { zh: '', en: '' } },
      })),
    },
    { date: '2026-11-11' },
  ],
])('rules that are none are refused: %s', async (fault, change, where) => {
  const rules = await house.rulesWith(change)
  expect(await refused(house.rooms.saveRules({ ...wish, rules }, nobody))).toMatchObject({
    code: 'unfit_rules',
    detail: { fault, ...where },
  })
})

test('days that later rules have no room for are refused, with whose rules those are', async () => {
  const days = Array.from({ length: 400 }, (_, index) => ({
    ...closedOn('2026-12-01', [1]),
    name: { zh: `${index}`, en: '' },
  }))
  await house.newRules({ days }, { validFrom: '2026-11-01' })
  const rules = await house.rulesWith({ days: [closedOn('2026-12-01', [2])] })
  expect(await refused(house.rooms.saveRules({ ...wish, rules }, nobody))).toMatchObject({
    code: 'unfit_rules',
    detail: { fault: 'too_many_days', date: '2026-11-01' },
  })
  expect((await theRoom()).rules).toHaveLength(2)
})

test('a house that is opened again keeps its room; more seats get the next numbers, and one that comes back is the same', async () => {
  const { seats } = await theRoom()
  expect(seats.map(({ number }) => number)).toEqual([1, 2, 3, 4])
  await house.newRules({ seatCount: 1 })
  runOn(house.db, ensureRoom(house.clock))
  expect((await theRoom()).seats).toEqual(seats.slice(0, 1))
  const after = await house.newRules({ seatCount: 6 })
  expect(after.seats.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
  expect(after.seats.slice(0, 4)).toEqual(seats)
})

test('until anybody books, the rules a room began with are written anew; afterwards there are those of today at the earliest', async () => {
  const east = await accepted(house.roomKeeping.add({ name: '东厅', site: '', likeRoomId: FIRST_ROOM_ID }, nobody))
  const rules = await house.rulesWith({ slotMinutes: 15, seatCount: 3 })
  const save = (roomId: string, change: Partial<typeof wish & { rules: RoomRules | null }> = {}) =>
    house.rooms.saveRules({ ...wish, roomId, validFrom: '0001-01-01', rules, ...change }, nobody)
  const { room } = await accepted(save(FIRST_ROOM_ID))
  expect(room.rules).toEqual([{ validFrom: '0001-01-01', rules }])
  expect(room.seats).toHaveLength(3)
  const booking = await house.aBooking({ person: wang })
  await accepted(house.cancel(booking.id))
  expect(await refused(save(FIRST_ROOM_ID))).toMatchObject({ code: 'from_the_past', detail: { today: '2026-09-18' } })
  // What another room has is its own; and no room is left without rules.
  expect(await refused(save(east.id, { rules: null }))).toMatchObject({ code: 'from_the_past' })
  expect((await accepted(save(east.id))).room.rules).toHaveLength(1)
})
