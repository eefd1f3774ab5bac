import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeRelay } from '../../../electron/services/seats/relay.ts'
import { addMs } from '../../../shared/domain/instants.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody, shanghai } from '../../builders/seats.ts'
import { aWaitingRoom, MONDAY, waitingIn } from '../../builders/waiting-room.ts'

let house: Awaited<ReturnType<typeof aWaitingRoom>>['house']
let wang: string
let li: string
let zhao: string
beforeEach(async () => {
  ;({ house, wang, li, zhao } = await aWaitingRoom())
})
afterEach(() => house.close())
const { join, waits, taken, freed, mine, offerOf, openOffer, accept } = waitingIn(() => house)
const at = shanghai

describe('what becomes free', () => {
  test('is held for whoever asked first, for four working hours, and for nobody else', async () => {
    const booking = await taken(zhao)
    await waits({ person: wang })
    await waits({ person: li })
    expect(await offerOf(wang)).toBeNull()
    await freed(booking.id)
    const { seatNumber, startsAt, endsAt, expiresAt, state } = await openOffer(wang)
    expect({ seatNumber, startsAt, endsAt, state }).toEqual({
      ...{ seatNumber: 1, startsAt: at('14:00', MONDAY), endsAt: at('15:00', MONDAY), state: 'open' },
    })
    expect(expiresAt).toBe(at('14:30'))
    expect(await offerOf(li)).toBeNull()
  })

  test('is refused to others, who are told until when, not for whom; to be had again once it is declined by all', async () => {
    const booking = await taken(zhao)
    await waits({ person: wang })
    await freed(booking.id)
    const wish = { person: li, from: '14:30', to: '15:30', date: MONDAY }
    expect(await house.reserve(wish)).toEqual({
      ...{ ok: false, code: 'place_held' },
      detail: {
        ...{ seatNumber: 1, startsAt: at('14:00', MONDAY), until: at('14:30') },
        free: [
          { seatId: house.seat(1), seatNumber: 1, startsAt: at('15:00', MONDAY), endsAt: at('16:00', MONDAY) },
          { seatId: house.seat(1), seatNumber: 1, startsAt: at('15:30', MONDAY), endsAt: at('16:30', MONDAY) },
          { seatId: house.seat(1), seatNumber: 1, startsAt: at('16:00', MONDAY), endsAt: at('17:00', MONDAY) },
        ],
      },
    })
    const moved = await house.aBooking({ person: li, from: '10:00', to: '11:00', date: MONDAY })
    expect(await house.move(moved.id, { seat: 1, from: '14:00', to: '15:00', date: MONDAY })).toMatchObject({
      code: 'place_held',
    })
    expect(await house.bookings.restore({ bookingId: booking.id }, nobody)).toMatchObject({ code: 'place_held' })
    await accepted(house.waitlist.decline({ offerId: (await openOffer(wang)).id }, nobody))
    await house.relay.pass()
    expect(await offerOf(wang)).toBeNull()
    expect(await house.reserve(wish)).toMatchObject({ ok: true })
  })

  test('becomes a booking when it is accepted, once, and the wait is over', async () => {
    const booking = await taken(zhao)
    await waits({ person: wang, companion: li })
    await freed(booking.id)
    const { id } = await openOffer(wang)
    const made = await accepted(accept(id))
    expect(made).toMatchObject({ personId: wang, companionId: li, state: 'booked', startsAt: at('14:00', MONDAY) })
    expect(await accepted(accept(id))).toEqual(made)
    expect(await mine(wang)).toEqual([])
    expect(await house.waitlist.decline({ offerId: id }, nobody)).toMatchObject({
      ...{ code: 'offer_over', detail: { state: 'accepted' } },
    })
  })

  test('goes to the next when its time is over, also after a restart and after the clock was set forward', async () => {
    const booking = await taken(zhao)
    await waits({ person: wang })
    await waits({ person: li })
    await freed(booking.id)
    const { id } = await openOffer(wang)
    house.clock.step(5 * 3_600_000 + 30 * 60_000)
    expect(await accept(id)).toMatchObject({ code: 'offer_over', detail: { state: 'expired' } })
    // Another run of the console: nothing but what is stored is known.
    await makeRelay(house.parts).pass()
    expect(await offerOf(wang)).toBeNull()
    expect(await offerOf(li)).toMatchObject({ state: 'open' })
  })

  test('is held no longer than the rules say after the clock was set back', async () => {
    const booking = await taken(zhao, '14:00', '15:00', '2026-09-24')
    await waits({ person: wang, date: '2026-09-24' })
    house.clock.advance(3 * 3_600_000)
    await freed(booking.id)
    expect((await openOffer(wang)).expiresAt).toBe(at('17:30'))
    house.clock.step(-3 * 3_600_000)
    await house.relay.pass()
    expect((await openOffer(wang)).expiresAt).toBe(at('14:30'))
    await house.relay.pass()
    expect((await openOffer(wang)).expiresAt).toBe(at('14:30'))
  })

  test('two places freed in the same second reach two different people', async () => {
    await house.newRules({ seatCount: 2 })
    const first = await house.aBooking({ person: zhao, seat: 1, from: '14:00', to: '15:00', date: MONDAY })
    const other = await house.aPerson('孙宁')
    const second = await house.aBooking({ person: other, seat: 2, from: '14:00', to: '15:00', date: MONDAY })
    await waits({ person: wang })
    await waits({ person: li })
    await accepted(house.cancel(first.id, nobody, '有会'))
    await accepted(house.cancel(second.id, nobody, '有会'))
    await Promise.all([house.relay.pass(), makeRelay(house.parts).pass()])
    expect([(await openOffer(wang)).seatNumber, (await openOffer(li)).seatNumber].sort()).toEqual([1, 2])
  })

  test('by whatever means: moved away, made shorter, another seat', async () => {
    const booking = await taken(zhao, '13:00', '15:00')
    await waits({ person: wang })
    await accepted(house.move(booking.id, { seat: 1, from: '13:00', to: '14:00', date: MONDAY }))
    await house.relay.pass()
    expect(await offerOf(wang)).toMatchObject({ startsAt: at('14:00', MONDAY) })
    await waits({ person: li, from: '13:00', to: '14:00' })
    await house.newRules({ seatCount: 2 })
    await house.relay.pass()
    expect(await offerOf(li)).toMatchObject({ seatNumber: 2, startsAt: at('13:00', MONDAY) })
  })
})

describe('nobody is offered', () => {
  test('what collides with their own booking, or with their companion’s, or with a limit of the room', async () => {
    await house.newRules({ seatCount: 2, limits: [{ count: 1, per: 'day' }] })
    const booking = await taken(zhao)
    const other = await house.aPerson('孙宁')
    const seat2 = { seat: 2, from: '14:00', to: '15:00', date: MONDAY }
    const meanwhile = await house.aBooking({ ...seat2, person: other })
    await waits({ person: wang, companion: li })
    await accepted(house.cancel(meanwhile.id, nobody, '有会'))
    const beside = await house.aBooking({ ...seat2, person: li })
    await waits({ person: other })
    await house.newRules({ seatCount: 2, limits: [{ count: 1, per: 'to_come' }] })
    await house.aBooking({ person: other, from: '10:00', to: '11:00', date: '2026-09-22' })
    await freed(booking.id)
    expect([await offerOf(wang), await offerOf(other)]).toEqual([null, null])
    await freed(beside.id)
    expect(await offerOf(wang)).toMatchObject({ state: 'open' })
  })

  test('what they have taken themselves meanwhile: their wait is over', async () => {
    const booking = await taken(zhao)
    await waits({ person: wang, from: '14:00', to: '15:30' })
    house.clock.advance(60_000)
    await taken(wang, '15:00', '15:30')
    await freed(booking.id)
    expect(await mine(wang)).toEqual([])
  })

  test('what the room gives out no more, or what begins too soon to be answered', async () => {
    const booking = await taken(zhao, '14:00', '15:00', '2026-09-18')
    await waits({ person: wang, date: '2026-09-18' })
    house.clock.set(at('13:50'))
    await freed(booking.id)
    expect(await offerOf(wang)).toBeNull()
    expect(await house.reserve({ person: li, from: '14:00', to: '15:00' })).toMatchObject({ ok: true })
  })

  test('a place that a change of rules took away, nor one of somebody who is off the list', async () => {
    const booking = await taken(zhao)
    await waits({ person: wang })
    await freed(booking.id)
    await house.newRules({
      days: [{ kind: 'closed', from: MONDAY, to: MONDAY, name: { zh: '检修', en: 'Works' }, seatNumbers: null }],
    })
    await house.relay.pass()
    expect(await offerOf(wang)).toBeNull()
    await accepted(house.people.remove({ personId: wang, seenVersion: null }, nobody))
    await house.relay.pass()
    expect(await mine(wang)).toEqual([])
  })
})

describe('accept for me', () => {
  test('takes a place that begins far enough ahead, at once, and the person is told in the morning', async () => {
    const booking = await taken(zhao)
    await waits({ person: wang, acceptHours: 24 })
    house.clock.set(at('22:00'))
    await freed(booking.id)
    const [made] = await accepted(house.bookings.upcoming({ personId: wang }, nobody))
    expect(made).toMatchObject({ personId: wang, startsAt: at('14:00', MONDAY), state: 'booked' })
    const due = () => accepted(house.waitlist.dueOffers({}, { personId: wang }))
    expect(await due()).toEqual([])
    house.clock.set(at('08:00', '2026-09-19'))
    expect(await due()).toMatchObject([{ state: 'accepted', startsAt: at('14:00', MONDAY) }])
  })

  test('asks where it begins sooner', async () => {
    const booking = await taken(zhao)
    await waits({ person: wang, acceptHours: 96 })
    await freed(booking.id)
    expect(await offerOf(wang)).toMatchObject({ state: 'open' })
  })
})

describe('whoever waits', () => {
  test('knows their place in line, and no chance before enough weeks are known', async () => {
    await taken(zhao)
    await waits({ person: wang })
    expect((await waits({ person: li })).standings).toEqual([{ position: 2, chance: null }])
  })

  test('has the chance that past weeks show, with how many they are', async () => {
    const people = await Promise.all(['甲', '乙', '丙', '丁', '戊'].map((name) => house.aPerson(name)))
    const mondays = ['2026-08-24', '2026-08-31', '2026-09-07', '2026-09-14']
    house.clock.set(at('09:00', '2026-08-17'))
    for (const [week, date] of mondays.entries()) {
      const booking = await house.aBooking({ person: people[week] ?? '', from: '14:00', to: '15:00', date })
      if (week < 3) await accepted(house.cancel(booking.id, nobody, '有会'))
    }
    house.clock.set(at('09:00'))
    await taken(zhao)
    expect((await waits({ person: wang })).standings).toEqual([{ position: 1, chance: { weeks: 4, enough: 3 } }])
    expect((await waits({ person: li })).standings).toEqual([{ position: 2, chance: { weeks: 4, enough: 0 } }])
  })

  test('has no more of it for a place given back twice, nor for one that somebody walked up to and left', async () => {
    await house.watch.look()
    const [jia, yi] = [await house.aPerson('甲'), await house.aPerson('乙')]
    for (const date of ['2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12']) {
      house.clock.set(at('13:50', date))
      for (const person of [jia, yi]) await accepted(house.cancel((await taken(person, '14:00', '15:00', date)).id))
      const missed = await taken(jia, '14:00', '15:00', date)
      house.clock.set(at('14:15', date))
      await house.watch.look()
      const sat = { bookingId: missed.id, personId: yi, purpose: 'listen' as const }
      const walkUp = await accepted(house.walkUps.take(sat, nobody))
      await accepted(house.walkUps.leave({ bookingId: walkUp.id }, nobody))
    }
    house.clock.set(at('09:00', '2026-10-13'))
    await taken(zhao, '14:00', '15:00', '2026-10-19')
    const [first, second] = [
      { person: wang, date: '2026-10-19' },
      { person: li, date: '2026-10-19' },
    ]
    expect((await waits(first)).standings).toEqual([{ position: 1, chance: { weeks: 4, enough: 4 } }])
    expect((await waits(second)).standings).toEqual([{ position: 2, chance: { weeks: 4, enough: 0 } }])
  })

  test('may leave, and come back to the place they had', async () => {
    const booking = await taken(zhao)
    const { id } = await waits({ person: wang })
    await waits({ person: li })
    await accepted(house.waitlist.leave({ waitId: id }, nobody))
    expect(await mine(wang)).toEqual([])
    await accepted(house.waitlist.rejoin({ waitId: id }, nobody))
    expect(await mine(wang)).toMatchObject([{ id, standings: [{ position: 1 }] }])
    await freed(booking.id)
    await accepted(house.waitlist.leave({ waitId: id }, nobody))
    await house.relay.pass()
    expect(await offerOf(li)).toMatchObject({ state: 'open' })
  })
})

describe('joining is refused', () => {
  test('where something is free, which is named; where nothing could ever fit; for what is over', async () => {
    expect(await join({ person: wang })).toMatchObject({
      ...{ code: 'has_free', detail: { free: [{ seatNumber: 1, startsAt: at('14:00', MONDAY) }] } },
    })
    expect(await join({ person: wang, minutes: 90 })).toMatchObject({ code: 'no_such_place' })
    expect(await join({ person: wang, from: '06:00', to: '07:00' })).toMatchObject({ code: 'no_such_place' })
    expect(await join({ person: wang, date: '2026-09-17' })).toMatchObject({ code: 'in_the_past' })
  })

  test('where their own booking lies across all of it, or their companion’s: it is named, and what it leaves is waited for', async () => {
    await house.newRules({ seatCount: 2 })
    await taken(zhao)
    const own = { person: li, seat: 2, from: '14:00', to: '15:00', date: MONDAY }
    await house.aBooking(own)
    const place = { seatNumber: 2, isElsewhere: false, startsAt: at('14:00', MONDAY), endsAt: at('15:00', MONDAY) }
    const refused = { ok: false, code: 'person_taken', detail: { personName: '李强', ...place } }
    expect(await join({ person: li })).toEqual(refused)
    expect(await join({ person: wang, companion: li })).toEqual(refused)
    expect(await join({ person: wang })).toMatchObject({ ok: true })
    await house.aBooking({ person: zhao, seat: 1, from: '15:00', to: '16:00', date: MONDAY })
    await house.aBooking({ person: wang, seat: 2, from: '15:00', to: '16:00', date: MONDAY })
    expect(await join({ person: li, to: '16:00' })).toMatchObject({ ok: true })
  })

  test('where they have as many bookings as the room allows: nothing could be offered as long as they do', async () => {
    await taken(zhao)
    const own = await house.aBooking({ person: li, from: '09:00', to: '10:00', date: MONDAY })
    await house.newRules({ limits: [{ count: 1, per: 'day' }] })
    expect(await join({ person: li })).toMatchObject({
      ...{ code: 'over_limit', detail: { count: 1, per: 'day', personName: '李强', bookings: [{ id: own.id }] } },
    })
    await taken(zhao, '14:00', '15:00', '2026-09-22')
    expect(await join({ person: li, date: '2026-09-22' })).toMatchObject({ ok: true })
    await accepted(house.cancel(own.id))
    expect(await join({ person: li })).toMatchObject({ ok: true })
  })

  test('twice for the same times', async () => {
    await taken(zhao)
    await waits({ person: wang })
    expect(await join({ person: wang, from: '13:30', to: '14:30' })).toMatchObject({
      ...{ code: 'already_waiting', detail: { personName: '王敏', window: { from: '14:00' } } },
    })
  })
})

test('a board marks what is held, and names for whom to who coordinates and to themselves', async () => {
  const coordinator = await house.aPerson('周正', { role: 'coordinator' })
  const booking = await taken(zhao)
  await waits({ person: wang })
  await freed(booking.id)
  const held = (personId: string | null) => accepted(house.waitlist.held({ from: MONDAY, to: MONDAY }, { personId }))
  const place = {
    seatId: house.seat(1),
    startsAt: at('14:00', MONDAY),
    endsAt: at('15:00', MONDAY),
    until: at('14:30'),
  }
  expect(await held(li)).toEqual([{ ...place, isMine: false, personName: null }])
  expect(await held(wang)).toEqual([{ ...place, isMine: true, personName: '王敏' }])
  expect(await held(coordinator)).toEqual([{ ...place, isMine: false, personName: '王敏' }])
  expect(await accepted(house.waitlist.ofDay({ date: MONDAY }, nobody))).toMatchObject([{ personName: '王敏' }])
  expect(await accepted(house.waitlist.ofDay({ date: '2026-09-22' }, nobody))).toEqual([])
})

test('somebody who books what is held for them has it, and it is held no more', async () => {
  const booking = await taken(zhao)
  await waits({ person: wang })
  await freed(booking.id)
  house.clock.advance(60_000)
  await taken(wang)
  await house.relay.pass()
  expect(await mine(wang)).toEqual([])
  expect(await accepted(house.waitlist.held({ from: MONDAY, to: MONDAY }, nobody))).toEqual([])
})

test('what is passed on is told to windows, and a pass that finds nothing to do tells nothing', async () => {
  const booking = await taken(zhao)
  await waits({ person: wang })
  await accepted(house.cancel(booking.id))
  house.events.length = 0
  await house.relay.pass()
  expect(house.events).toEqual([{ kind: 'changed', topics: ['waitlist', 'bookings'] }])
  await house.relay.pass()
  expect(house.events).toHaveLength(1)
  house.clock.set(addMs(at('14:00', MONDAY), 1))
  await house.relay.pass()
})
