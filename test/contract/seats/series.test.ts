import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { seriesService } from '../../../electron/services/seats/series.ts'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import { daysAfter, timeOf } from '../../../shared/domain/wall-clock.ts'
import { lottery } from '../../builders/lottery.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let series: ReturnType<typeof seriesService>
let wang: string
let li: string
beforeEach(async () => {
  house = await anOpenRoom()
  series = seriesService(house.parts)
  wang = await house.aPerson('王总')
  li = await house.aPerson('李强')
})
afterEach(() => house.close())

const rhythm = { weekdays: [5], everyWeeks: 1 as const, until: '2026-10-09' }
const place = (seat = 1) => ({ seatId: house.seat(seat), startsAt: shanghai('10:00'), endsAt: shanghai('11:00') })
const preview = (change = {}, asker: Asker = nobody) =>
  series.preview({ ...place(), personId: wang, companionId: null, rhythm, ...change }, asker)
const wishesOf = async () =>
  (await accepted(preview())).days.flatMap(({ place: { seatNumber: _, ...span }, misfit }) =>
    misfit === null ? [{ ...span, personId: wang, companionId: null, purpose: 'listen' as const }] : [],
  )
const aSeries = async (asker: Asker = nobody) =>
  accepted(series.make({ wishes: await wishesOf(), isSeries: true }, asker))
const idsOf = (bookings: readonly Booking[]) => bookings.map(({ id, version }) => ({ id, version }))
const statesOf = async (bookings: readonly Booking[]) =>
  Promise.all(
    bookings.map(
      async ({ id }) => (await accepted(house.bookings.history({ bookingId: id }, nobody)))[0]?.booking.state,
    ),
  )

test('a preview says why a day is skipped, nothing is made by it, and what was chosen is made in one act with one name', async () => {
  await house.aBooking({ person: li, date: '2026-09-25' })
  const { days, hasMore } = await accepted(preview())
  expect(hasMore).toBe(false)
  expect(days.map(({ date, misfit }) => [date, misfit?.code ?? 'fits'])).toEqual([
    ['2026-09-18', 'fits'],
    ['2026-09-25', 'seat_taken'],
    ['2026-10-02', 'fits'],
    ['2026-10-09', 'fits'],
  ])
  expect(days[1]).toMatchObject({ misfit: { detail: { personName: '李强' } }, instead: { seatNumber: 2 } })
  expect(await accepted(house.bookings.upcoming({ personId: wang }, nobody))).toEqual([])
  const made = await aSeries({ personId: li })
  expect(new Set(made.map(({ seriesId }) => seriesId)).size).toBe(1)
  expect(made.map(({ bookedByName, version }) => [bookedByName, version])).toEqual(made.map(() => ['李强', 0]))
  expect(await accepted(series.of({ seriesId: made[0]?.seriesId ?? '' }, nobody))).toEqual(made)
  for (const { id } of made)
    expect(await accepted(house.bookings.history({ bookingId: id }, nobody))).toMatchObject([{ what: 'reserved' }])
})

test('one that is taken meanwhile leaves nothing behind, and is named with why', async () => {
  const wishes = await wishesOf()
  await house.aBooking({ person: li, date: '2026-10-02' })
  expect(await refused(series.make({ wishes, isSeries: true }, nobody))).toMatchObject({
    code: 'not_free',
    detail: { index: 2, misfit: { code: 'seat_taken', detail: { personName: '李强' } } },
  })
  expect(await accepted(house.bookings.upcoming({ personId: wang }, nobody))).toEqual([])
})

test('a place that is held for somebody who waits is skipped, told, and not made', async () => {
  await house.newRules({ seatCount: 1 })
  const zhao = await house.aPerson('赵云')
  const taken = await house.aBooking({ person: li, date: '2026-09-25' })
  const windows = [{ date: '2026-09-25', from: '10:00', to: '11:00', minutes: 60, seatId: null }]
  const wait = { personId: zhao, companionId: null, purpose: 'listen' as const, windows, acceptHours: null }
  await accepted(house.waitlist.join({ ...wait, roomId: FIRST_ROOM_ID }, nobody))
  const wishes = await wishesOf()
  await accepted(house.cancel(taken.id))
  await house.relay.pass()
  expect((await accepted(preview())).days[1]).toMatchObject({ misfit: { code: 'place_held' }, instead: {} })
  const span = { startsAt: shanghai('10:00', '2026-09-25'), endsAt: shanghai('11:00', '2026-09-25') }
  const held = { ...wishes[0], ...span } as (typeof wishes)[number]
  expect(await refused(series.make({ wishes: [...wishes, held], isSeries: true }, nobody))).toMatchObject({
    detail: { index: 3, misfit: { code: 'place_held' } },
  })
})

test('two who come together get their seats or neither does, and are no series', async () => {
  const [one, other] = [place(1), place(2)]
  const asked = { companionId: null, purpose: 'listen' as const }
  const both = (second: typeof one) => [
    { ...one, ...asked, personId: wang },
    { ...second, ...asked, personId: li },
  ]
  expect(await refused(series.make({ wishes: both(one), isSeries: false }, nobody))).toMatchObject({
    detail: { index: 1 },
  })
  expect(await accepted(series.make({ wishes: both(other), isSeries: false }, nobody))).toMatchObject([
    { seatNumber: 1, seriesId: null },
    { seatNumber: 2, seriesId: null },
  ])
})

test('a companion must be free on each day, and is in nobody else’s booking then', async () => {
  await house.aBooking({ person: li, seat: 3, date: '2026-10-02' })
  const { days } = await accepted(preview({ companionId: li }))
  expect(days[2]).toMatchObject({ misfit: { code: 'person_taken', detail: { personName: '李强', seatNumber: 3 } } })
  expect(days.filter(({ misfit }) => misfit === null)).toHaveLength(3)
})

test('through a hub, a series is for oneself and whoever asked for it', async () => {
  const member: Asker = { personId: li, role: 'listener', deskId: 'desk' }
  expect(await refused(preview({}, member))).toMatchObject({ code: 'not_for_them', detail: { personName: '王总' } })
  expect(await refused(series.make({ wishes: await wishesOf(), isSeries: true }, member))).toMatchObject({
    code: 'not_for_them',
  })
  expect(await refused(preview({ personId: house.parts.clock.newId() }))).toMatchObject({ code: 'not_found' })
})

describe('of a series', () => {
  test('this and all later are cancelled together and taken back together, however often', async () => {
    const made = await aSeries()
    const { bookings, keptCount } = await accepted(
      series.cancel({ bookingId: made[1]?.id ?? '', scope: 'later' }, nobody),
    )
    expect([bookings.length, keptCount]).toEqual([3, 0])
    expect(await statesOf(made)).toEqual(['booked', 'cancelled', 'cancelled', 'cancelled'])
    const back = await accepted(series.takeBack({ bookings: idsOf(bookings) }, nobody))
    expect(await statesOf(made)).toEqual(['booked', 'booked', 'booked', 'booked'])
    const again = await accepted(series.takeBack({ bookings: idsOf(back.bookings) }, nobody))
    expect(await statesOf(made)).toEqual(['booked', 'cancelled', 'cancelled', 'cancelled'])
    await accepted(series.takeBack({ bookings: idsOf(again.bookings) }, nobody))
    expect(await statesOf(made)).toEqual(['booked', 'booked', 'booked', 'booked'])
  })

  test('what was made is taken back as a whole', async () => {
    const made = await aSeries()
    const gone = await accepted(series.takeBack({ bookings: idsOf(made) }, nobody))
    expect(await statesOf(made)).toEqual(made.map(() => 'cancelled'))
    await accepted(series.takeBack({ bookings: idsOf(gone.bookings) }, nobody))
    expect(await statesOf(made)).toEqual(made.map(() => 'booked'))
  })

  test('what is taken back is what was done last, also after the clock was set back', async () => {
    const made = await aSeries()
    house.clock.step(-7_200_000)
    const gone = await accepted(series.cancel({ bookingId: made[0]?.id ?? '', scope: 'all' }, nobody))
    const back = await accepted(series.takeBack({ bookings: idsOf(gone.bookings) }, nobody))
    expect([back.keptCount, await statesOf(made)]).toEqual([0, made.map(() => 'booked')])
  })

  test('none is moved closer to a place that is held for others than the rules leave free', async () => {
    await house.newRules({ bufferMinutes: 30 })
    const made = await aSeries()
    const [date, zhao] = ['2026-09-25', await house.aPerson('赵云')]
    const taken = await house.aBooking({ person: zhao, seat: 2, from: '13:00', to: '14:00', date })
    const window = { date, from: '13:00', to: '14:00', minutes: 60, seatId: house.seat(2) }
    const wait = { roomId: FIRST_ROOM_ID, personId: li, companionId: null, purpose: 'listen' as const }
    await accepted(house.waitlist.join({ ...wait, windows: [window], acceptHours: null }, nobody))
    await accepted(house.cancel(taken.id))
    await house.relay.pass()
    const to = { seatId: house.seat(2), startsAt: shanghai('14:00'), endsAt: shanghai('15:00') }
    const asked = { bookingId: made[0]?.id ?? '', scope: 'all' as const, from: null, ...to }
    expect((await accepted(series.move(asked, nobody))).keptCount).toBe(1)
  })

  test('all are moved by as much as one is; who cannot go there stays, and is counted', async () => {
    const made = await aSeries()
    await house.aBooking({ person: li, seat: 2, from: '14:00', to: '15:00', date: '2026-10-02' })
    const to = { seatId: house.seat(2), startsAt: shanghai('14:00'), endsAt: shanghai('15:30') }
    const { bookings, keptCount } = await accepted(
      series.move({ bookingId: made[0]?.id ?? '', scope: 'all', from: null, ...to }, nobody),
    )
    expect(keptCount).toBe(1)
    expect(bookings.map(({ seatNumber, startsAt }) => [seatNumber, startsAt])).toEqual(
      ['2026-09-18', '2026-09-25', '2026-10-09'].map((date) => [2, shanghai('14:00', date)]),
    )
    await accepted(series.takeBack({ bookings: idsOf(bookings) }, nobody))
    const now = await accepted(series.of({ seriesId: made[0]?.seriesId ?? '' }, nobody))
    expect(now.map(({ seatNumber, startsAt }) => [seatNumber, startsAt])).toEqual(
      made.map(({ seatNumber, startsAt }) => [seatNumber, startsAt]),
    )
  })

  test('the later ones follow one that was moved already', async () => {
    const made = await aSeries()
    const { id: bookingId, startsAt, endsAt, seatId } = made[1] as Booking
    const to = {
      seatId: house.seat(3),
      startsAt: shanghai('12:00', '2026-09-25'),
      endsAt: shanghai('13:00', '2026-09-25'),
    }
    await accepted(house.bookings.reschedule({ bookingId, seenVersion: null, ...to }, nobody))
    const from = { seatId, startsAt, endsAt }
    const { bookings } = await accepted(series.move({ bookingId, scope: 'later', ...to, from }, nobody))
    expect(bookings.map(({ seatNumber, startsAt: at }) => [seatNumber, at])).toEqual([
      [3, shanghai('12:00', '2026-10-02')],
      [3, shanghai('12:00', '2026-10-09')],
    ])
  })

  test('days in a row make room for each other, whichever way they go', async () => {
    const daily = { weekdays: [1, 2, 3, 4, 5], everyWeeks: 1 as const, until: '2026-09-25' }
    const { days } = await accepted(preview({ rhythm: daily }))
    const wishes = days.map(({ place: { seatNumber: _, ...span } }) => ({
      ...span,
      personId: wang,
      companionId: null,
      purpose: 'listen' as const,
    }))
    const made = await accepted(series.make({ wishes: wishes.slice(1), isSeries: true }, nobody))
    const [first] = made
    for (const days of [1, -1]) {
      const now = await accepted(series.of({ seriesId: first?.seriesId ?? '' }, nobody))
      const day = daysAfter(now[0]?.startsAt.slice(0, 10) ?? '', days)
      const to = { seatId: house.seat(1), startsAt: shanghai('10:00', day), endsAt: shanghai('11:00', day) }
      expect(
        await accepted(series.move({ bookingId: now[0]?.id ?? '', scope: 'all', from: null, ...to }, nobody)),
      ).toMatchObject({
        keptCount: 0,
      })
    }
  })

  test('somebody else’s needs a reason, which is kept with each', async () => {
    const made = await aSeries({ personId: wang })
    const wish = { bookingId: made[0]?.id ?? '', scope: 'all' as const }
    expect(await refused(series.cancel(wish, { personId: li }))).toEqual({
      ok: false,
      code: 'reason_needed',
      detail: { personName: '王总' },
    })
    await accepted(series.cancel({ ...wish, reason: '席位另有安排' }, { personId: li }))
    for (const { id } of made)
      expect((await accepted(house.bookings.history({ bookingId: id }, nobody)))[0]).toMatchObject({
        what: 'cancelled',
        reason: '席位另有安排',
      })
  })

  test('only who did it takes it back, and only where nobody changed it since', async () => {
    const made = await aSeries({ personId: wang })
    expect(await accepted(series.takeBack({ bookings: idsOf(made) }, { personId: li }))).toEqual({
      bookings: [],
      keptCount: 4,
    })
    await accepted(house.cancel(made[0]?.id ?? '', { personId: wang }))
    expect(await accepted(series.takeBack({ bookings: idsOf(made) }, { personId: wang }))).toMatchObject({
      keptCount: 1,
    })
  })

  test('what is over, or where somebody sits, stays', async () => {
    const made = await aSeries()
    house.clock.set(shanghai('10:05'))
    await accepted(house.bookings.checkIn({ bookingId: made[0]?.id ?? '' }, nobody))
    expect(await accepted(series.cancel({ bookingId: made[0]?.id ?? '', scope: 'all' }, nobody))).toMatchObject({
      keptCount: 0,
    })
    expect(await statesOf(made)).toEqual(['checked_in', 'cancelled', 'cancelled', 'cancelled'])
    expect(
      await refused(
        series.cancel({ bookingId: (await house.aBooking({ person: li, seat: 4 })).id, scope: 'all' }, nobody),
      ),
    ).toMatchObject({ code: 'not_found' })
  })
})

test('whatever is booked and ruled: the preview says of each day what a booking of that day is told', async () => {
  const random = lottery(3)
  await house.newRules({
    bufferMinutes: 30,
    aheadDays: 20,
    limits: [{ count: 2, per: 'week' }],
    days: [
      { kind: 'closed', from: '2026-09-24', to: '2026-09-24', name: { zh: '检修', en: 'Repairs' }, seatNumbers: [1] },
    ],
  })
  for (let made = 0; made < 25; made += 1) {
    const from = 9 + random(11)
    const hour = (time: number) => `${String(time).padStart(2, '0')}:00`
    await house.reserve({
      ...{ person: random(4) === 0 ? wang : li, seat: 1 + random(4) },
      from: hour(from),
      to: hour(from + 1),
      date: daysAfter('2026-09-18', random(22)),
    })
  }
  const daily = { weekdays: [1, 2, 3, 4, 5, 6, 7], everyWeeks: 1 as const, until: '2026-10-10' }
  const { days } = await accepted(preview({ rhythm: daily }))
  const codes = new Set<string>()
  for (const {
    place: { seatNumber: _, ...span },
    misfit,
  } of days) {
    const answer = await house.bookings.reserve(
      { ...span, personId: wang, companionId: null, purpose: 'listen' },
      nobody,
    )
    expect([timeOf(span.startsAt, 'Asia/Shanghai'), answer.ok ? 'fits' : answer.code]).toEqual([
      '10:00',
      misfit?.code ?? 'fits',
    ])
    codes.add(misfit?.code ?? 'fits')
  }
  expect(codes.size).toBeGreaterThan(3)
})

test('what ended at midnight is left as much free after as anything else, in the preview and when it is made', async () => {
  const week = Array.from({ length: 7 }, () => ({ opensAt: '00:00', closesAt: '24:00' }))
  await house.newRules({ week, bufferMinutes: 30 })
  const evening = { startsAt: shanghai('23:00'), endsAt: shanghai('00:00', '2026-09-19') }
  const before = { ...evening, seatId: house.seat(1), personId: li, companionId: null, purpose: 'listen' as const }
  await accepted(house.bookings.reserve(before, nobody))
  const night = { seatId: house.seat(1), startsAt: evening.endsAt, endsAt: shanghai('01:00', '2026-09-19') }
  const misfit = { code: 'seat_taken', detail: { personName: '李强', bufferMinutes: 30 } }
  const asked = { ...night, rhythm: { ...rhythm, weekdays: [6] } }
  expect((await accepted(preview(asked))).days[0]).toMatchObject({ date: '2026-09-19', misfit })
  const wish = { ...night, personId: wang, companionId: null, purpose: 'listen' as const }
  expect(await refused(series.make({ wishes: [wish], isSeries: false }, nobody))).toMatchObject({
    ...{ code: 'not_free', detail: { index: 0, misfit } },
  })
})

test('over what was done and taken back since it goes back to how it was, or to before it was made; never over somebody else’s change', async () => {
  const asker = { personId: wang }
  const made = await aSeries(asker)
  const [first] = made
  if (first === undefined) throw new Error('nothing was made')
  const wish = { bookingId: first.id, scope: 'all', from: place(1), ...place(2) } as const
  const moved = await accepted(series.move(wish, asker))
  const back = await accepted(series.takeBack({ bookings: idsOf(moved.bookings) }, asker))
  const to = (version: number | null, bookings: readonly Booking[]) =>
    accepted(series.takeBack({ bookings: idsOf(bookings).map((one) => ({ ...one, to: version })) }, asker))
  const gone = await to(null, back.bookings)
  expect([gone.keptCount, await statesOf(back.bookings)]).toEqual([0, back.bookings.map(() => 'cancelled')])
  const again = await to(0, gone.bookings)
  const looks = again.bookings.map(({ seatNumber, state }) => [seatNumber, state])
  expect(looks).toEqual(back.bookings.map(() => [1, 'booked']))
  // To how it is: nothing was done since.
  const kept = { bookings: [], keptCount: again.bookings.length }
  expect(await to(again.bookings[0]?.version ?? 0, again.bookings)).toEqual(kept)

  const reason = '检修'
  const edit = { bookingId: first.id, seenVersion: null, companionId: null, purpose: 'answer', reason } as const
  const edited = await accepted(house.bookings.edit(edit, { personId: li }))
  expect(await to(null, [edited])).toMatchObject({ bookings: [], keptCount: 1 })
})
