import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noShowWatch } from '../../../electron/services/seats/no-show-watch.ts'
import { insertSession } from '../../../electron/storage/listening/sessions.ts'
import { noShowCounts } from '../../../electron/storage/seats/no-shows.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let wang: string
let li: string
beforeEach(async () => {
  house = await anOpenRoom()
  wang = await house.aPerson('王敏')
  li = await house.aPerson('李强')
  await house.watch.look()
})
afterEach(() => house.close())

const codeOf = async (...asked: Parameters<typeof refused>) => (await refused(...asked)).code
const day = { from: '2026-09-18', to: '2026-09-18' }
const stateOf = async (id: string) =>
  (await accepted(house.bookings.board(day, nobody))).find((one) => one.id === id)?.state
const openSeats = () => accepted(house.walkUps.open({}, nobody))
const sitDown = (bookingId: string, personId: string) =>
  house.walkUps.take({ bookingId, personId, purpose: 'listen' }, nobody)

test('whoever has not come when the grace of the room’s rules is over is a no-show, once, whoever looks how often', async () => {
  const booking = await house.aBooking({ person: wang })
  house.clock.set(shanghai('10:09'))
  expect(await house.watch.look()).toBe(0)
  house.clock.set(shanghai('10:10'))
  const other = noShowWatch({ ...house.parts, marked: () => {} })
  const counts = await Promise.all([house.watch.look(), other.look(), house.watch.look()])
  expect(counts.reduce((sum, count) => sum + count)).toBe(1)
  expect(await house.watch.look()).toBe(0)
  expect(await stateOf(booking.id)).toBe('no_show')
  const [line] = await accepted(house.bookings.history({ bookingId: booking.id }, nobody))
  expect(line).toMatchObject({ what: 'no_show', actorName: null, at: shanghai('10:10') })
})

test('whom a clock marked that ran ahead has the place again once it was set back, but where somebody else has it by now; what was excused stays so', async () => {
  const later = { from: '14:00', to: '15:00' }
  const [missed, taken, excused] = [
    await house.aBooking({ person: wang, ...later }),
    await house.aBooking({ person: li, seat: 2, ...later }),
    await house.aBooking({ person: await house.aPerson('周杰'), seat: 3, ...later }),
  ]
  house.clock.set(shanghai('14:10'))
  expect(await house.watch.look()).toBe(3)
  await accepted(house.noShows.excuse({ bookingId: excused.id, reason: '堵车' }, nobody))
  house.clock.set(shanghai('09:30'))
  await house.aBooking({ person: await house.aPerson('陈静'), seat: 2, ...later })
  expect(await house.watch.look()).toBe(0)
  expect(await Promise.all([missed, taken, excused].map(({ id }) => stateOf(id)))).toEqual([
    'booked',
    'no_show',
    'excused',
  ])
  const again = {
    personId: li,
    companionId: null,
    seatId: missed.seatId,
    startsAt: missed.startsAt,
    endsAt: missed.endsAt,
  }
  expect(await codeOf(house.bookings.reserve({ ...again, purpose: 'listen' }, nobody))).toBe('seat_taken')
  house.clock.set(shanghai('14:10'))
  expect(await house.watch.look()).toBe(2)
})

test('what another hub marked whose clock is a little ahead is not given back, and marked again, for ever', async () => {
  const booking = await house.aBooking({ person: wang })
  house.clock.set(shanghai('10:10'))
  expect(await house.watch.look()).toBe(1)
  house.clock.set(shanghai('09:50'))
  const other = noShowWatch({ ...house.parts, marked: () => {} })
  expect(await other.look()).toBe(0)
  expect(await stateOf(booking.id)).toBe('no_show')
})

test('while the one console was closed nobody could check in, and nobody is a no-show for it; whose check-in was still open is', async () => {
  const [missed, open] = [
    await house.aBooking({ person: wang, from: '10:30', to: '11:30' }),
    await house.aBooking({ person: li, seat: 2, from: '11:00', to: '12:00' }),
  ]
  house.clock.set(shanghai('11:05'))
  const openedNow = noShowWatch({ ...house.parts, marked: () => {}, openSince: house.clock.now() })
  house.clock.set(shanghai('11:10'))
  expect(await openedNow.look()).toBe(1)
  expect([await stateOf(missed.id), await stateOf(open.id)]).toEqual(['booked', 'no_show'])
})

test('the grace is that of the rules of the day; a place that was taken in the running slot has it from then on', async () => {
  await house.newRules({ checkIn: { beforeMinutes: 15, graceMinutes: 20 } })
  const early = await house.aBooking({ person: wang })
  house.clock.set(shanghai('10:19'))
  expect(await house.watch.look()).toBe(0)
  house.clock.set(shanghai('10:20'))
  const late = await house.aBooking({ person: li, seat: 2 })
  await house.watch.look()
  expect([await stateOf(early.id), await stateOf(late.id)]).toEqual(['no_show', 'booked'])
  house.clock.set(shanghai('10:40'))
  await house.watch.look()
  expect(await stateOf(late.id)).toBe('no_show')
})

test('the grace of a place begins when it was taken last, also where the clock went two hours ahead before it was set right', async () => {
  const booking = await house.aBooking({ person: wang, from: '12:00', to: '13:00' })
  house.clock.step(7_200_000)
  await accepted(house.move(booking.id, { seat: 2, from: '12:00', to: '13:00' }))
  house.clock.step(-7_200_000)
  await accepted(house.move(booking.id, { seat: 2, from: '10:00', to: '11:00' }))
  house.clock.set(shanghai('10:10'))
  expect(await house.watch.look()).toBe(1)
})

test('who checked in, cancelled or moved is none; nor is anybody before the first time it was looked', async () => {
  const [came, gone, moved] = [
    await house.aBooking({ person: wang }),
    await house.aBooking({ person: li, seat: 2 }),
    await house.aBooking({ person: li, seat: 3, from: '11:00', to: '12:00' }),
  ]
  house.clock.set(shanghai('09:50'))
  await accepted(house.bookings.checkIn({ bookingId: came.id }, nobody))
  await accepted(house.cancel(gone.id))
  house.clock.set(shanghai('10:30'))
  await accepted(house.move(moved.id, { seat: 3, from: '15:00', to: '16:00' }))
  house.clock.set(shanghai('11:30'))
  expect(await house.watch.look()).toBe(0)
  // The clock is set back, and forward again.
  house.clock.step(-7_200_000)
  expect(await house.watch.look()).toBe(0)
})

test('bookings of before this was told to anybody stay as they are', async () => {
  await house.close()
  house = await anOpenRoom()
  wang = await house.aPerson('王敏')
  const old = await house.aBooking({ person: wang })
  house.clock.set(shanghai('12:00'))
  expect(await house.watch.look()).toBe(0)
  expect(await stateOf(old.id)).toBe('booked')
})

test('what is left is open to whoever is there first, for as long as nothing else begins; then it is a booking of theirs, checked in', async () => {
  const missed = await house.aBooking({ person: wang, from: '10:00', to: '12:00' })
  house.clock.set(shanghai('10:10'))
  expect(await openSeats()).toEqual([
    { bookingId: missed.id, seatId: house.seat(1), seatNumber: 1, until: shanghai('12:00') },
  ])
  await house.aBooking({ person: await house.aPerson('赵倩'), from: '11:00', to: '12:00' })
  expect(await openSeats()).toMatchObject([{ until: shanghai('11:00') }])
  house.clock.set('2026-09-18T02:15:42.000Z')
  const sat = await accepted(sitDown(missed.id, li))
  const span = { startsAt: shanghai('10:15'), endsAt: shanghai('11:00') }
  expect(sat).toMatchObject({ ...span, state: 'checked_in', personName: '李强', walkUpOf: missed.id })
  expect(await openSeats()).toEqual([])
  const zhou = await house.aPerson('周启明')
  expect(await sitDown(missed.id, zhou)).toMatchObject({ ok: false, code: 'gone', detail: { personName: '李强' } })
  const [line] = await accepted(house.bookings.history({ bookingId: sat.id }, nobody))
  expect(line).toMatchObject({ what: 'walked_up' })
  // Undo: the seat is open again.
  expect(await accepted(house.walkUps.leave({ bookingId: sat.id }, nobody))).toMatchObject({ state: 'cancelled' })
  expect(await accepted(sitDown(missed.id, zhou))).toMatchObject({ personName: '周启明' })
})

test('whoever comes late to their own seat is not told that it is free: they check in', async () => {
  const booking = await house.aBooking({ person: wang })
  house.clock.set(shanghai('10:15'))
  const toldTo = async (personId: string) => (await accepted(house.walkUps.open({}, { personId }))).length
  expect([await toldTo(wang), await toldTo(li)]).toEqual([0, 1])
  await accepted(house.bookings.checkIn({ bookingId: booking.id }, { personId: wang }))
  expect(await toldTo(li)).toBe(0)
})

test('a seat of which little is left, or whose time is over, is not offered; somebody who sits elsewhere is told where', async () => {
  const missed = await house.aBooking({ person: wang })
  const elsewhere = await house.aBooking({ person: li, seat: 3 })
  house.clock.set(shanghai('10:05'))
  await accepted(house.bookings.checkIn({ bookingId: elsewhere.id }, nobody))
  house.clock.set(shanghai('10:20'))
  await house.watch.look()
  expect(await sitDown(missed.id, li)).toMatchObject({ code: 'person_taken', detail: { seatNumber: 3 } })
  house.clock.set(shanghai('10:56'))
  expect(await openSeats()).toEqual([])
  expect(await codeOf(sitDown(missed.id, await house.aPerson('赵倩')))).toBe('gone')
  expect(await codeOf(sitDown(elsewhere.id, wang))).toBe('gone')
})

test('whoever comes late sits down while the seat is free, and is no no-show then; else they are told who sits there', async () => {
  const [late, later] = [await house.aBooking({ person: wang }), await house.aBooking({ person: li, seat: 2 })]
  house.clock.set(shanghai('10:30'))
  await house.watch.look()
  expect(await accepted(house.bookings.upcoming({ personId: wang }, nobody))).toMatchObject([{ state: 'no_show' }])
  const came = await accepted(house.bookings.checkIn({ bookingId: late.id }, nobody))
  expect(came).toMatchObject({ state: 'checked_in', checkedInAt: shanghai('10:30') })
  expect(await openSeats()).toMatchObject([{ seatNumber: 2 }])
  await accepted(sitDown(later.id, await house.aPerson('赵倩')))
  const told = await house.bookings.checkIn({ bookingId: later.id }, nobody)
  expect(told).toMatchObject({ ok: false, code: 'seat_taken', detail: { personName: '赵倩', seatNumber: 2 } })
  for (const act of [house.cancel(late.id), house.cancel(later.id)]) expect((await act).ok).toBe(false)
})

test('a coordinator excuses it with a reason: it counts nowhere any more, and undo counts it again', async () => {
  await house.newRules({ limits: [{ count: 1, per: 'day' }] })
  const missed = await house.aBooking({ person: wang })
  house.clock.set(shanghai('10:30'))
  await house.watch.look()
  const span = { from: shanghai('00:00'), before: shanghai('23:00') }
  const counts = async () => [...(await house.engine.read(() => noShowCounts(span)))]
  expect(await counts()).toEqual([[wang, 1]])
  const again = { person: wang, seat: 3, from: '15:00', to: '16:00' }
  expect(await codeOf(house.reserve(again))).toBe('over_limit')
  const excuse = { bookingId: missed.id, reason: '电梯坏了，打 13812345678' }
  expect(await accepted(house.noShows.excuse(excuse, nobody))).toMatchObject({ state: 'excused' })
  expect(await counts()).toEqual([])
  const [line] = await accepted(house.bookings.history({ bookingId: missed.id }, nobody))
  expect(line).toMatchObject({ what: 'excused', reason: '电梯坏了，打 138****5678' })
  expect(await openSeats()).toHaveLength(1)
  expect(await accepted(house.noShows.countAgain({ bookingId: missed.id }, nobody))).toMatchObject({ state: 'no_show' })
  expect(await counts()).toEqual([[wang, 1]])
  const booked = await house.aBooking({ person: li, seat: 4, from: '18:00', to: '19:00' })
  expect(await codeOf(house.noShows.excuse({ ...excuse, bookingId: booked.id }, nobody))).toBe('not_missed')
})

test('a walk-up asks no limit and uses none up', async () => {
  await house.newRules({ limits: [{ count: 1, per: 'day' }] })
  const missed = await house.aBooking({ person: wang })
  await house.aBooking({ person: li, seat: 2, from: '18:00', to: '19:00' })
  house.clock.set(shanghai('10:30'))
  await house.watch.look()
  await accepted(sitDown(missed.id, li))
  const zhao = await house.aPerson('赵倩')
  await accepted(house.walkUps.leave({ bookingId: (await boardNow()).find((one) => one.walkUpOf)?.id ?? '' }, nobody))
  await accepted(sitDown(missed.id, zhao))
  expect(await house.reserve({ person: zhao, seat: 2, from: '19:00', to: '20:00' })).toMatchObject({ ok: true })
})
const boardNow = () => accepted(house.bookings.board(day, nobody))

test('who checks in instead of the booker is told as who sat: it is no no-show, and the booker can still come', async () => {
  const booking = await house.aBooking({ person: wang, companion: li })
  house.clock.set(shanghai('10:00'))
  const zhao = await house.aPerson('赵倩')
  const sat = await accepted(house.bookings.checkIn({ bookingId: booking.id, standInId: zhao }, nobody))
  expect(sat).toMatchObject({ state: 'checked_in', satById: zhao, satByName: '赵倩' })
  const [line] = await accepted(house.bookings.history({ bookingId: booking.id }, nobody))
  expect(line).toMatchObject({ what: 'checked_in', after: { satByName: '赵倩' } })
  house.clock.set(shanghai('10:30'))
  expect(await house.watch.look()).toBe(0)
  expect(await accepted(house.bookings.checkIn({ bookingId: booking.id }, nobody))).toMatchObject({ satById: null })
  // Whoever sits beside, by the booking, stands in for nobody.
  const beside = await accepted(house.bookings.checkIn({ bookingId: booking.id, standInId: li }, nobody))
  expect(beside).toMatchObject({ satById: null })
  expect(await codeOf(house.bookings.checkIn({ bookingId: booking.id, standInId: house.clock.newId() }, nobody))).toBe(
    'not_found',
  )
})

test('a check-in pressed by mistake is taken back: nobody sits there, the place can be cancelled, and whoever does not come is late', async () => {
  const booking = await house.aBooking({ person: wang })
  house.clock.set(shanghai('09:50'))
  await accepted(house.bookings.checkIn({ bookingId: booking.id, standInId: li }, nobody))
  const undone = await accepted(house.bookings.undoCheckIn({ bookingId: booking.id }, { personId: li }))
  expect(undone).toMatchObject({ state: 'booked', checkedInAt: null, satById: null })
  const [line] = await accepted(house.bookings.history({ bookingId: booking.id }, nobody))
  expect(line).toMatchObject({ what: 'check_in_undone', actorName: '李强' })
  // Once more it changes nothing.
  expect(await accepted(house.bookings.undoCheckIn({ bookingId: booking.id }, nobody))).toEqual(undone)
  house.clock.set(shanghai('10:10'))
  expect(await house.watch.look()).toBe(1)
  expect(await stateOf(booking.id)).toBe('no_show')
})

test('a late check-in that is taken back leaves it excused, where it was; counted again, it is a no-show', async () => {
  const booking = await house.aBooking({ person: wang })
  house.clock.set(shanghai('10:10'))
  await house.watch.look()
  const bookingId = booking.id
  const inAndOut = async () => {
    await accepted(house.bookings.checkIn({ bookingId }, nobody))
    await accepted(house.bookings.undoCheckIn({ bookingId }, nobody))
    await house.watch.look()
    return stateOf(bookingId)
  }
  expect(await inAndOut()).toBe('no_show')
  await accepted(house.noShows.excuse({ bookingId, reason: '电梯坏了' }, nobody))
  expect([await inAndOut(), await inAndOut()]).toEqual(['excused', 'excused'])
  await accepted(house.noShows.countAgain({ bookingId }, nobody))
  expect(await inAndOut()).toBe('no_show')
})

test('a check-in stays once somebody listens by it, or its time is over', async () => {
  const [used, over] = [await house.aBooking({ person: wang }), await house.aBooking({ person: li, seat: 2 })]
  house.clock.set(shanghai('10:00'))
  for (const { id } of [used, over]) await accepted(house.bookings.checkIn({ bookingId: id }, nobody))
  const session = { id: v7(), bookingId: used.id, seatNumber: 1, listenerId: wang, purpose: 'listen' } as const
  await house.engine.transact(() => insertSession({ ...session, startedAt: shanghai('10:00') }))
  expect(await codeOf(house.bookings.undoCheckIn({ bookingId: used.id }, nobody))).toBe('in_use')
  house.clock.set(shanghai('11:00'))
  expect(await codeOf(house.bookings.undoCheckIn({ bookingId: over.id }, nobody))).toBe('already_over')
})
