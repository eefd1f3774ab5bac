import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rows } from '../../../electron/storage/engine/query.ts'
import type { Input } from '../../../shared/contract/entry.ts'
import type { bookings } from '../../../shared/contract/seats/bookings.ts'
import { everyDayRules } from '../../../shared/domain/seats/room-rules.ts'
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

describe('one seat, one person', () => {
  test('two managers want one seat: the second is refused, told who sits there, and offered what is free nearby', async () => {
    await house.aBooking({ person: wang, seat: 2 })
    const refusal = await refused(house.reserve({ person: li, seat: 2, from: '10:30', to: '11:30' }))
    expect(refusal).toEqual({
      ok: false,
      code: 'seat_taken',
      detail: {
        seatNumber: 2,
        startsAt: shanghai('10:00'),
        personName: '王敏',
        bufferMinutes: 0,
        free: [1, 3, 4].map((seatNumber) => ({
          seatId: house.seat(seatNumber),
          seatNumber,
          startsAt: shanghai('10:30'),
          endsAt: shanghai('11:30'),
        })),
      },
    })
  })

  test('places offered are really free: each of them can be reserved', async () => {
    await house.aBooking({ person: wang, seat: 1 })
    await house.aBooking({ person: await house.aPerson('赵云'), seat: 2 })
    await house.aBooking({ person: await house.aPerson('孙丽'), seat: 3 })
    await house.aBooking({ person: li, seat: 4, from: '11:00', to: '12:00' })
    const { detail } = await refused(house.reserve({ person: li, seat: 1 }))
    const { free } = detail as { free: { seatId: string; startsAt: string; endsAt: string }[] }
    expect(free).toHaveLength(3)
    for (const { seatId, startsAt, endsAt } of free) {
      const wish = { personId: li, companionId: null, purpose: 'listen', seatId, startsAt, endsAt } as const
      const booking = await accepted(house.bookings.reserve(wish, nobody))
      await accepted(house.cancel(booking.id))
    }
  })

  test('a person cannot be in two places', async () => {
    await house.aBooking({ person: wang, seat: 1 })
    expect(await refused(house.reserve({ person: wang, seat: 2, from: '10:30', to: '11:30' }))).toEqual({
      ok: false,
      code: 'person_taken',
      detail: {
        ...{ personName: '王敏', seatNumber: 1, isElsewhere: false },
        ...{ startsAt: shanghai('10:00'), endsAt: shanghai('11:00') },
      },
    })
  })

  test.each([
    ['sits beside, then wants to listen', { person: 'wang', companion: 'li' }, { person: 'li' }],
    ['listens, then is to sit beside', { person: 'li' }, { person: 'wang', companion: 'li' }],
    ['sits beside twice', { person: 'wang', companion: 'li' }, { person: 'zhao', companion: 'li' }],
  ])('nor can a companion: %s', async (_name, first, second) => {
    const ids: Record<string, string> = { wang, li, zhao: await house.aPerson('赵云') }
    const named = (wish: { person: string; companion?: string }) => ({
      person: ids[wish.person] ?? '',
      companion: wish.companion === undefined ? null : (ids[wish.companion] ?? ''),
    })
    await house.aBooking({ ...named(first), seat: 3 })
    const refusal = await refused(house.reserve({ ...named(second), seat: 4 }))
    expect(refusal).toMatchObject({ code: 'person_taken', detail: { personName: '李强', seatNumber: 3 } })
  })

  test('a companion who is added later is refused when somewhere else', async () => {
    const booking = await house.aBooking({ person: wang, seat: 1 })
    await house.aBooking({ person: li, seat: 2 })
    const edit = { bookingId: booking.id, companionId: li, purpose: 'answer' } as const
    expect(await refused(house.bookings.edit({ ...edit, seenVersion: null }, nobody))).toMatchObject({
      code: 'person_taken',
    })
    const changed = await accepted(house.bookings.edit({ seenVersion: null, ...edit, companionId: null }, nobody))
    expect(changed).toEqual({ ...booking, purpose: 'answer', version: 1 })
  })

  test('bookings back to back fit, for the seat and for the person', async () => {
    await house.aBooking({ person: wang, from: '10:00', to: '11:00' })
    await house.aBooking({ person: wang, from: '11:00', to: '12:00' })
    await house.aBooking({ person: wang, from: '09:30', to: '10:00' })
  })
})

describe('when', () => {
  test.each([
    ['a slot that has passed', { from: '09:00', to: '09:30' }, '09:30', 'in_the_past'],
    ['yesterday', { date: '2026-09-17' }, '09:00', 'in_the_past'],
    ['before the room opens', { from: '08:30', to: '09:30' }, '08:00', 'outside_opening_hours'],
    ['after the room closes', { from: '20:30', to: '21:30' }, '09:00', 'outside_opening_hours'],
    ['from one day into the next', { from: '20:00', to: '10:00' }, '09:00', 'not_on_slots'],
    ['beside the slots', { from: '10:15', to: '11:00' }, '09:00', 'not_on_slots'],
    ['an end beside the slots', { from: '10:00', to: '10:45' }, '09:00', 'not_on_slots'],
    ['no time at all', { from: '10:00', to: '10:00' }, '09:00', 'not_on_slots'],
  ])('%s is refused', async (_name, wish, now, code) => {
    house.clock.set(shanghai(now))
    expect(await refused(house.reserve({ person: wang, ...wish }))).toMatchObject({ code })
  })

  test('the slot that is running can still be taken', async () => {
    house.clock.set(shanghai('10:29'))
    await house.aBooking({ person: wang, from: '10:00', to: '11:00' })
  })

  test('a room open until 24:00 takes the last slot, one that never closes takes the night', async () => {
    const hours = { opensAt: '09:00', closesAt: '24:00', slotMinutes: 30 } as const
    await house.newRules(everyDayRules(hours, 4))
    await house.aBooking({ person: wang, from: '23:30', to: '24:00' })
    const night = {
      seatId: house.seat(2),
      personId: li,
      companionId: null,
      purpose: 'listen',
      startsAt: shanghai('23:30'),
      endsAt: shanghai('00:30', '2026-09-19'),
    } as const
    expect(await refused(house.bookings.reserve(night, nobody))).toMatchObject({ code: 'outside_opening_hours' })
    await house.newRules(everyDayRules({ ...hours, opensAt: '00:00' }, 4))
    await accepted(house.bookings.reserve(night, nobody))
    for (const [from, count] of [
      ['2026-09-18', 2],
      ['2026-09-19', 1],
    ] as const)
      expect(await accepted(house.bookings.board({ from, to: from }, nobody))).toHaveLength(count)
  })

  test('a seat or a person that is not there', async () => {
    const wish = { seatId: house.seat(1), personId: wang, companionId: null, purpose: 'listen' as const }
    const time = { startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
    for (const change of [{ seatId: wang }, { personId: house.seat(1) }, { companionId: house.seat(1) }])
      expect(await refused(house.bookings.reserve({ ...wish, ...time, ...change }, nobody))).toMatchObject({
        code: 'not_found',
      })
  })
})

describe('changing', () => {
  test('rescheduling does not cost a second place: the old one is free, an overlap with itself is none', async () => {
    const booking = await house.aBooking({ person: wang, seat: 1 })
    const moved = await accepted(house.move(booking.id, { seat: 1, from: '10:30', to: '11:30' }))
    const window = { checkInOpensAt: shanghai('10:15'), checkInClosesAt: shanghai('10:40') }
    expect(moved).toEqual({ ...booking, ...window, startsAt: shanghai('10:30'), endsAt: shanghai('11:30'), version: 1 })
    await accepted(house.move(booking.id, { seat: 2, from: '10:00', to: '11:00' }))
    await house.aBooking({ person: li, seat: 1 })
    expect(await refused(house.move(booking.id, { seat: 1, from: '10:00', to: '11:00' }))).toMatchObject({
      code: 'seat_taken',
      detail: { personName: '李强' },
    })
    const board = await accepted(house.bookings.board({ from: '2026-09-18', to: '2026-09-18' }, nobody))
    expect(board.map((one) => [one.seatNumber, one.personName])).toEqual([
      [1, '李强'],
      [2, '王敏'],
    ])
  })

  test('a booking in progress may be made longer or shorter, and nothing else', async () => {
    const booking = await house.aBooking({ person: wang, from: '10:00', to: '11:00' })
    house.clock.set(shanghai('10:20'))
    const longer = await accepted(house.move(booking.id, { seat: 1, from: '10:00', to: '12:00' }))
    expect(longer.endsAt).toBe(shanghai('12:00'))
    await accepted(house.move(booking.id, { seat: 1, from: '10:00', to: '10:30' }))
    for (const to of [
      { seat: 2, from: '10:00', to: '11:00' },
      { seat: 1, from: '13:00', to: '14:00' },
    ])
      expect(await refused(house.move(booking.id, to))).toMatchObject({ code: 'already_started' })
    house.clock.set(shanghai('10:30'))
    expect(await refused(house.move(booking.id, { seat: 1, from: '10:00', to: '12:00' }))).toMatchObject({
      code: 'already_over',
    })
  })

  test('longer only until the next booking of the seat', async () => {
    const booking = await house.aBooking({ person: wang })
    await house.aBooking({ person: li, from: '11:00', to: '12:00' })
    house.clock.set(shanghai('10:20'))
    expect(await refused(house.move(booking.id, { seat: 1, from: '10:00', to: '11:30' }))).toMatchObject({
      code: 'seat_taken',
      detail: { personName: '李强', startsAt: shanghai('11:00') },
    })
  })

  test('a cancelled booking leaves the board and comes back with undo', async () => {
    const booking = await house.aBooking({ person: wang })
    const week = { from: '2026-09-14', to: '2026-09-20' }
    const cancelled = await accepted(house.cancel(booking.id))
    expect(cancelled).toEqual({ ...booking, state: 'cancelled', version: 1 })
    expect(await accepted(house.bookings.board(week, nobody))).toEqual([])
    expect(await accepted(house.cancel(booking.id))).toEqual(cancelled)
    const restored = await accepted(house.bookings.restore({ bookingId: booking.id }, nobody))
    expect(restored).toEqual({ ...booking, version: 2 })
    expect(await accepted(house.bookings.board(week, nobody))).toEqual([restored])
  })

  test('undo of a cancel is refused when somebody took the place meanwhile', async () => {
    const { id: bookingId } = await house.aBooking({ person: wang })
    await accepted(house.cancel(bookingId))
    await house.aBooking({ person: li })
    expect(await refused(house.bookings.restore({ bookingId }, nobody))).toMatchObject({
      code: 'seat_taken',
      detail: { personName: '李强' },
    })
  })

  test('undo of a cancel is refused when whoever was to listen is off the list, or there was no such booking', async () => {
    const { id: bookingId } = await house.aBooking({ person: wang })
    await accepted(house.cancel(bookingId))
    await accepted(house.people.remove({ seenVersion: null, personId: wang }, nobody))
    for (const gone of [bookingId, wang])
      expect(await refused(house.bookings.restore({ bookingId: gone }, nobody))).toMatchObject({ code: 'not_found' })
  })

  test('a running booking is cancelled and restored until somebody sits; an ended one is neither', async () => {
    const { id: bookingId } = await house.aBooking({ person: wang })
    house.clock.set(shanghai('10:40'))
    await accepted(house.cancel(bookingId))
    await accepted(house.bookings.restore({ bookingId }, nobody))
    await accepted(house.bookings.checkIn({ bookingId }, nobody))
    expect(await refused(house.cancel(bookingId))).toMatchObject({ code: 'already_started' })
    const { id: other } = await house.aBooking({ person: li, seat: 2, from: '10:30', to: '11:00' })
    house.clock.set(shanghai('11:00'))
    expect(await refused(house.cancel(bookingId))).toMatchObject({ code: 'already_over' })
    expect(await refused(house.cancel(wang))).toMatchObject({ code: 'not_found' })
    house.clock.set(shanghai('10:59'))
    await accepted(house.cancel(other))
    house.clock.set(shanghai('11:00'))
    expect(await refused(house.bookings.restore({ bookingId: other }, nobody))).toMatchObject({ code: 'in_the_past' })
  })

  test('what is over or cancelled stays as it is, and nothing is changed to what is not there', async () => {
    const { id: bookingId } = await house.aBooking({ person: wang })
    const there = { bookingId, companionId: null, purpose: 'answer', seenVersion: null } as const
    const edit = (change: Partial<Input<typeof bookings.edit>>) => house.bookings.edit({ ...there, ...change }, nobody)
    const times = { startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
    const otherSeat = { bookingId, seenVersion: null, seatId: li, ...times }
    for (const attempt of [
      edit({ bookingId: li }),
      edit({ companionId: bookingId }),
      house.bookings.reschedule(otherSeat, nobody),
    ])
      expect(await refused(attempt)).toMatchObject({ code: 'not_found' })
    expect(await refused(house.bookings.checkIn({ bookingId: li }, nobody))).toMatchObject({ code: 'not_found' })
    house.clock.set(shanghai('11:00'))
    expect(await refused(edit({}))).toMatchObject({ code: 'already_over' })
    house.clock.set(shanghai('10:59'))
    await accepted(house.cancel(bookingId))
    expect(await refused(edit({}))).toMatchObject({ code: 'not_found' })
  })

  test('each change is one event with what was stored after it, and no names', async () => {
    const { id: bookingId } = await house.aBooking({ person: wang })
    await accepted(house.move(bookingId, { seat: 2, from: '10:00', to: '11:00' }))
    await accepted(house.cancel(bookingId, { personId: li }, '换人'))
    await refused(house.move(bookingId, { seat: 3, from: '10:00', to: '11:00' }))
    const sql = 'SELECT what, actor_id AS actorId, after_json AS afterJson FROM booking_event ORDER BY id'
    type Line = { what: string; actorId: string | null; afterJson: string }
    const events = await house.engine.read(() => rows<Line>(sql))
    expect(events.map(({ what, actorId }) => [what, actorId])).toEqual([
      ['reserved', null],
      ['rescheduled', null],
      ['cancelled', li],
    ])
    expect(JSON.parse(events[1]?.afterJson ?? '')).toMatchObject({ seatId: house.seat(2), version: 1 })
    expect(events.some(({ afterJson }) => afterJson.includes('王敏'))).toBe(false)
  })
})

describe('checking in', () => {
  test.each([
    ['09:44', 'too_early'],
    ['09:45', 'checked_in'],
    ['10:59', 'checked_in'],
    ['11:00', 'already_over'],
  ])('at %s for 10:00-11:00: %s', async (time, expected) => {
    const { id: bookingId } = await house.aBooking({ person: wang })
    house.clock.set(shanghai(time))
    const outcome = await house.bookings.checkIn({ bookingId }, nobody)
    expect(outcome.ok ? outcome.value.state : outcome.code).toBe(expected)
    if (outcome.ok) expect(outcome.value.checkedInAt).toBe(shanghai(time))
    else if (outcome.code === 'too_early') expect(outcome.detail.opensAt).toBe(shanghai('09:45'))
  })

  test('twice is once; a cancelled booking is not there', async () => {
    const { id: bookingId } = await house.aBooking({ person: wang, from: '09:00', to: '10:00' })
    const first = await accepted(house.bookings.checkIn({ bookingId }, nobody))
    house.clock.advance(60_000)
    expect(await accepted(house.bookings.checkIn({ bookingId }, nobody))).toEqual(first)
    const other = await house.aBooking({ person: li, seat: 2, from: '10:00', to: '11:00' })
    await accepted(house.cancel(other.id))
    expect(await refused(house.bookings.checkIn({ bookingId: other.id }, nobody))).toMatchObject({ code: 'not_found' })
  })
})

describe('looking', () => {
  test('the board of a week: both ends included, in order of time and seat, cancelled ones left out', async () => {
    for (const [date, seat] of [
      ['2026-09-20', 1],
      ['2026-09-21', 3],
      ['2026-09-21', 2],
      ['2026-09-27', 1],
      ['2026-09-28', 1],
    ] as const)
      await house.aBooking({ person: seat === 3 ? li : wang, seat, date })
    const gone = await house.aBooking({ person: wang, date: '2026-09-23' })
    await accepted(house.cancel(gone.id))
    const board = await accepted(house.bookings.board({ from: '2026-09-21', to: '2026-09-27' }, nobody))
    expect(board.map((one) => [one.startsAt, one.seatNumber])).toEqual([
      [shanghai('10:00', '2026-09-21'), 2],
      [shanghai('10:00', '2026-09-21'), 3],
      [shanghai('10:00', '2026-09-27'), 1],
    ])
  })

  test('a month is the most that is shown at once', async () => {
    const month = { from: '2026-10-01', to: '2026-10-31' }
    expect(await accepted(house.bookings.board(month, nobody))).toEqual([])
    const longer = house.bookings.board({ ...month, to: '2026-11-01' }, nobody)
    expect(await refused(longer)).toMatchObject({ code: 'range_too_long' })
    expect(await accepted(house.bookings.board({ from: '2026-10-02', to: '2026-10-01' }, nobody))).toEqual([])
  })

  test('what a person has before them: running and coming, listening or beside, soonest first', async () => {
    const over = await house.aBooking({ person: wang, from: '09:00', to: '09:30' })
    const beside = await house.aBooking({ person: li, companion: wang, seat: 2, date: '2026-09-19' })
    const running = await house.aBooking({ person: wang, from: '10:00', to: '11:00' })
    await house.aBooking({ person: li, seat: 3, from: '12:00', to: '13:00' })
    house.clock.set(shanghai('10:59'))
    const upcoming = await accepted(house.bookings.upcoming({ personId: wang }, nobody))
    expect(upcoming.map(({ id }) => id)).toEqual([running.id, beside.id])
    expect(upcoming.some(({ id }) => id === over.id)).toBe(false)
  })
})
