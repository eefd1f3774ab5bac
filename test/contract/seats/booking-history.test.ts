import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Query } from '../../../electron/storage/engine/query.ts'
import { changesOf } from '../../../electron/storage/seats/booking-history.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let wang: string
let li: string
let zhao: string
beforeEach(async () => {
  house = await anOpenRoom()
  wang = await house.aPerson('王敏')
  li = await house.aPerson('李强')
  zhao = await house.aPerson('赵云')
})
afterEach(() => house.close())

const by = (personId: string) => ({ personId })
async function bookedFor(person: string, booker: string | null, companion: string | null = null) {
  const wish = { personId: person, companionId: companion, purpose: 'listen', seatId: house.seat(1) } as const
  const span = { startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
  return accepted(house.bookings.reserve({ ...wish, ...span }, { personId: booker }))
}
const to = (from: string) => ({ seatId: house.seat(2), startsAt: shanghai(from), endsAt: shanghai('13:00') })
const historyOf = (bookingId: string | null) => accepted(house.bookings.history({ bookingId }, nobody))

describe('somebody else’s booking', () => {
  test('is neither moved nor cancelled without a reason, and stays as it was', async () => {
    const { id: bookingId } = await bookedFor(wang, li)
    for (const attempt of [
      house.cancel(bookingId, by(zhao)),
      house.bookings.reschedule({ seenVersion: null, bookingId, ...to('12:00') }, by(zhao)),
      house.bookings.edit({ seenVersion: null, bookingId, companionId: null, purpose: 'answer' }, by(zhao)),
    ])
      expect(await refused(attempt)).toEqual({ ok: false, code: 'reason_needed', detail: { personName: '王敏' } })
    expect((await historyOf(bookingId)).map(({ what }) => what)).toEqual(['reserved'])
  })

  test('is edited with the reason, which its history keeps masked', async () => {
    const { id: bookingId } = await bookedFor(wang, li)
    const edit = {
      seenVersion: null,
      bookingId,
      companionId: li,
      purpose: 'answer',
      reason: '电话 13812345678 说的',
    } as const
    await accepted(house.bookings.edit(edit, by(zhao)))
    expect((await historyOf(bookingId)).find(({ what }) => what === 'edited')).toMatchObject({
      reason: expect.stringMatching(/^电话 (?!13812345678).* 说的$/),
      after: { purpose: 'answer', companionName: '李强' },
    })
  })

  test('is refused what cannot be before anybody thinks up a reason, and nothing of the attempt stays', async () => {
    const { id: bookingId } = await bookedFor(wang, li)
    await house.aBooking({ person: li, seat: 2, from: '12:00', to: '13:00' })
    await house.aBooking({ person: zhao, seat: 3, from: '10:00', to: '11:00' })
    const before = await historyOf(bookingId)
    const wish = { bookingId, seenVersion: null }
    expect(await refused(house.bookings.reschedule({ ...wish, ...to('12:00') }, by(zhao)))).toMatchObject({
      code: 'seat_taken',
    })
    const beside = { companionId: zhao, purpose: 'listen' as const }
    expect(await refused(house.bookings.edit({ ...wish, ...beside }, by(zhao)))).toMatchObject({ code: 'person_taken' })
    const free = { ...to('12:00'), seatId: house.seat(3) }
    expect(await refused(house.bookings.reschedule({ ...wish, ...free }, by(zhao)))).toMatchObject({
      code: 'reason_needed',
    })
    expect(await historyOf(bookingId)).toEqual(before)
  })

  test('is not what one listens to, sits beside at, or booked oneself', async () => {
    for (const actor of [wang, li, zhao]) {
      const { id: bookingId } = await bookedFor(wang, zhao, li)
      await accepted(house.cancel(bookingId, by(actor)))
    }
    const { id: bookingId } = await bookedFor(wang, null)
    await accepted(house.cancel(bookingId))
  })

  test('with nobody set at the desk, what a known person booked is theirs', async () => {
    const { id: bookingId } = await bookedFor(wang, li)
    expect(await refused(house.cancel(bookingId))).toMatchObject({ code: 'reason_needed' })
  })

  test('cannot be changed any more: that is said first, and no reason is asked for nothing', async () => {
    const { id: bookingId } = await bookedFor(wang, li)
    house.clock.set(shanghai('11:00'))
    expect(await refused(house.cancel(bookingId, by(zhao)))).toMatchObject({ code: 'already_over' })
  })
})

describe('the history', () => {
  test('says who, what, when and why, newest first, with what was before and what can still be taken back', async () => {
    const { id: bookingId } = await bookedFor(wang, li)
    house.clock.set(shanghai('09:30'))
    await accepted(
      house.bookings.reschedule({ seenVersion: null, bookingId, ...to('12:00'), reason: '设备检修' }, by(zhao)),
    )
    await accepted(
      house.bookings.edit({ seenVersion: null, bookingId, companionId: zhao, purpose: 'answer' }, by(wang)),
    )
    const lines = await historyOf(bookingId)
    expect(lines.map(({ what, actorName, reason, isLast }) => [what, actorName, reason, isLast])).toEqual([
      ['edited', '王敏', null, true],
      ['rescheduled', '赵云', '设备检修', false],
      ['reserved', '李强', null, false],
    ])
    expect(lines[1]).toMatchObject({
      at: shanghai('09:30'),
      before: { seatNumber: 1, startsAt: shanghai('10:00'), companionName: null },
      after: { seatNumber: 2, startsAt: shanghai('12:00') },
    })
    expect(lines[0]).toMatchObject({
      before: { purpose: 'listen' },
      after: { purpose: 'answer', companionName: '赵云' },
    })
    expect(lines[2]?.before).toBeNull()
  })

  test('of all bookings has the cancelled ones too, so that they are found again', async () => {
    const { id: bookingId } = await bookedFor(wang, li)
    await house.aBooking({ person: zhao, seat: 3 })
    await accepted(house.cancel(bookingId, by(zhao), '本人不来 13812345678'))
    const [newest] = await historyOf(null)
    expect(newest).toMatchObject({
      what: 'cancelled',
      reason: '本人不来 138****5678',
      isLast: true,
      booking: { state: 'cancelled' },
    })
    expect(await historyOf(null)).toHaveLength(3)
  })

  test('says of a booking that it was brought back and that somebody sat down, each once', async () => {
    const { id: bookingId } = await house.aBooking({ person: wang, from: '09:00', to: '10:00' })
    await accepted(house.bookings.restore({ bookingId }, by(wang)))
    await accepted(house.cancel(bookingId, by(wang)))
    await accepted(house.bookings.restore({ bookingId }, by(wang)))
    await accepted(house.bookings.checkIn({ bookingId }, by(wang)))
    const lines = await historyOf(bookingId)
    expect(lines.map(({ what }) => what)).toEqual(['checked_in', 'restored', 'cancelled', 'reserved'])
  })
})

/** What was asked of the database for an answer. */
function* asksOf<T>(query: Query<T>): Query<number> {
  let asks = 0
  for (let next = query.next(); next.done !== true; asks += 1) next = query.next(yield next.value)
  return asks
}

test('a hundred lines ask no oftener than one does', async () => {
  const { id: bookingId } = await bookedFor(wang, li, zhao)
  const asks = () => house.engine.read(() => asksOf(changesOf({ bookingId: null })))
  const ofOne = await asks()
  for (const from of ['11:00', '12:00', '11:30'])
    await accepted(house.bookings.reschedule({ seenVersion: null, bookingId, reason: '有会', ...to(from) }, by(zhao)))
  expect(await asks()).toBe(ofOne)
})

describe('what was cancelled long ago', () => {
  test('is found by its group and by whose it was, behind more check-ins than are told at once', async () => {
    const { id: old } = await bookedFor(li, li)
    await accepted(house.cancel(old, by(li)))
    const { id: other } = await bookedFor(wang, wang)
    await accepted(house.cancel(other, by(wang)))
    for (let count = 0; count < 60; count++) {
      const wish = { seenVersion: null, bookingId: other, companionId: null }
      if (count === 0) await accepted(house.bookings.restore({ bookingId: other }, by(wang)))
      const purpose = count % 2 === 0 ? 'answer' : 'listen'
      await accepted(house.bookings.edit({ ...wish, purpose }, by(wang)))
    }
    const asked = (wish: object) => accepted(house.bookings.history({ bookingId: null, ...wish }, nobody))
    const latest = await asked({ most: 50 })
    expect(latest.map(({ booking }) => booking.id)).not.toContain(old)
    const cancelled = await asked({ group: 'cancelled' })
    expect(cancelled.map(({ booking, what }) => [booking.id, what])).toEqual([
      [other, 'cancelled'],
      [old, 'cancelled'],
    ])
    expect((await asked({ personId: li })).map(({ what }) => what)).toEqual(['cancelled', 'reserved'])
    expect((await asked({ group: 'cancelled', personId: li })).map(({ isLast }) => isLast)).toEqual([true])
    expect(await asked({ group: 'came' })).toEqual([])
    expect(await asked({ most: 200 })).toHaveLength(65)
  })
})
