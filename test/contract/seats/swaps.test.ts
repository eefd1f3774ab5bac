import { afterEach, beforeEach, expect, test } from 'vitest'
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

const codeOf = async (...asked: Parameters<typeof refused>) => (await refused(...asked)).code
const as = (personId: string) => ({ personId })
const placeOf = ({ seatNumber, startsAt, endsAt }: { seatNumber: number; startsAt: string; endsAt: string }) => ({
  seatNumber,
  startsAt,
  endsAt,
})
const seatAt = (seatNumber: number, from: string, to: string) => ({
  seatNumber,
  startsAt: shanghai(from),
  endsAt: shanghai(to),
})

/** 王敏 on seat 1 from 10 to 11, 李强 on seat 2 from 14 to 16; each made their own. */
async function aPair() {
  const place = { companionId: null, purpose: 'listen' as const }
  const reserve = (personId: string, seat: number, from: string, to: string) =>
    accepted(
      house.bookings.reserve(
        { ...place, personId, seatId: house.seat(seat), startsAt: shanghai(from), endsAt: shanghai(to) },
        as(personId),
      ),
    )
  return { one: await reserve(wang, 1, '10:00', '11:00'), other: await reserve(li, 2, '14:00', '16:00') }
}
const ask = ({ one, other }: { one: { id: string }; other: { id: string } }, asker = wang) =>
  house.swaps.ask({ bookingId: one.id, otherId: other.id, reason: '上午要开会' }, as(asker))
const waitingFor = async (personId: string) => accepted(house.swaps.waiting({}, as(personId)))

test('one asks, the other agrees: each has the other’s seat and time, keeps what they came for, and both histories say so', async () => {
  const pair = await aPair()
  const swap = await accepted(ask(pair))
  expect(swap).toMatchObject({ state: 'open', reason: '上午要开会', isMineToAnswer: false })
  expect(await waitingFor(li)).toMatchObject([{ id: swap.id, isMineToAnswer: true }])
  expect(await waitingFor(wang)).toMatchObject([{ id: swap.id, isMineToAnswer: false }])
  expect(await waitingFor(await house.aPerson('赵倩'))).toEqual([])

  const done = await accepted(house.swaps.agree({ swapId: swap.id }, as(li)))
  expect(done.state).toBe('agreed')
  expect(done.booking).toMatchObject({ id: pair.one.id, personName: '王敏', ...placeOf(pair.other), state: 'booked' })
  expect(done.other).toMatchObject({ id: pair.other.id, personName: '李强', ...placeOf(pair.one), version: 1 })
  expect(await waitingFor(li)).toEqual([])
  for (const [booking, withName] of [
    [pair.one, '李强'],
    [pair.other, '王敏'],
  ] as const) {
    const [line] = await accepted(house.bookings.history({ bookingId: booking.id }, nobody))
    const said = { what: 'swapped', actorName: '李强', reason: '上午要开会', withName, isLast: true }
    expect(line).toMatchObject({ ...said, before: placeOf(booking) })
  }
  // Said again, it is done once.
  expect(await accepted(house.swaps.agree({ swapId: swap.id }, as(li)))).toMatchObject({ other: { version: 1 } })
})

test('two whose times run into each other, on two seats, can swap too, and so can one whose companion has the other seat later', async () => {
  const one = await house.aBooking({ person: wang, seat: 1, from: '10:00', to: '12:00' })
  const other = await house.aBooking({ person: li, seat: 2, from: '11:00', to: '13:00' })
  const swap = { bookingId: one.id, otherId: other.id, seenVersion: null, reason: '设备' }
  const done = await accepted(house.swaps.exchange(swap, nobody))
  expect([placeOf(done.booking), placeOf(done.other)]).toEqual([placeOf(other), placeOf(one)])
  const together = await house.aBooking({ person: wang, companion: li, seat: 3, from: '15:00', to: '16:00' })
  const later = await house.aBooking({ person: li, seat: 3, from: '17:00', to: '18:00' })
  const next = { bookingId: together.id, otherId: later.id, seenVersion: 0, reason: '设备' }
  const after = await accepted(house.swaps.exchange(next, nobody))
  expect(after.booking).toMatchObject({ ...placeOf(later), companionName: '李强' })
})

test('what is asked lapses when either booking changes or begins, and cannot be answered any more', async () => {
  const pair = await aPair()
  const swap = await accepted(ask(pair))
  const later = { seatId: house.seat(3), startsAt: shanghai('14:00'), endsAt: shanghai('16:00'), seenVersion: null }
  await accepted(house.bookings.reschedule({ bookingId: pair.other.id, ...later }, as(li)))
  expect(await waitingFor(li)).toEqual([])
  expect(await codeOf(house.swaps.agree({ swapId: swap.id }, as(li)))).toBe('lapsed')
  expect(await codeOf(house.swaps.decline({ swapId: swap.id }, as(li)))).toBe('lapsed')
  const again = await accepted(ask(pair))
  expect(again.id).not.toBe(swap.id)
  house.clock.set(shanghai('10:00'))
  expect(await waitingFor(li)).toEqual([])
  expect(await codeOf(house.swaps.agree({ swapId: again.id }, as(li)))).toBe('already_started')
  expect(await codeOf(house.swaps.decline({ swapId: again.id }, as(li)))).toBe('lapsed')
  expect(await codeOf(house.swaps.withdraw({ swapId: again.id }, as(wang)))).toBe('lapsed')
})

test('only whose it is may ask, answer and take back; asked twice it is one; declined and withdrawn it is over, and undo opens it again', async () => {
  const pair = await aPair()
  expect(await codeOf(ask(pair, li))).toBe('not_yours')
  const swap = await accepted(ask(pair))
  expect((await accepted(ask(pair))).id).toBe(swap.id)
  const wish = { swapId: swap.id }
  expect(await codeOf(house.swaps.agree(wish, as(wang)))).toBe('not_yours')
  expect(await codeOf(house.swaps.withdraw(wish, as(li)))).toBe('not_yours')
  expect(await accepted(house.swaps.decline(wish, as(li)))).toMatchObject({ state: 'declined' })
  expect(await codeOf(house.swaps.agree(wish, as(li)))).toBe('lapsed')
  expect(await codeOf(house.swaps.takeBack(wish, as(wang)))).toBe('not_yours')
  expect(await accepted(house.swaps.takeBack(wish, as(li)))).toMatchObject({ state: 'open' })
  expect(await accepted(house.swaps.withdraw(wish, as(wang)))).toMatchObject({ state: 'withdrawn' })
  expect(await waitingFor(li)).toEqual([])
})

test('undo of an agreement gives both their places back and asks again; of what was done for both, it asks nobody', async () => {
  const pair = await aPair()
  const { id: swapId } = await accepted(ask(pair))
  await accepted(house.swaps.agree({ swapId }, as(li)))
  const back = await accepted(house.swaps.takeBack({ swapId }, as(li)))
  expect([back.state, placeOf(back.booking), placeOf(back.other)]).toEqual([
    'open',
    seatAt(1, '10:00', '11:00'),
    seatAt(2, '14:00', '16:00'),
  ])
  expect(await accepted(house.swaps.agree({ swapId }, as(li)))).toMatchObject({ state: 'agreed' })
  const coordinator = as(await house.aPerson('罗佳'))
  const both = { bookingId: pair.one.id, otherId: pair.other.id, seenVersion: null, reason: '两位都打了电话' }
  const forBoth = await accepted(house.swaps.exchange(both, coordinator))
  expect(forBoth.state).toBe('for_both')
  const undone = await accepted(house.swaps.takeBack({ swapId: forBoth.id }, coordinator))
  expect([undone.state, placeOf(undone.booking)]).toEqual(['undone', seatAt(2, '14:00', '16:00')])
  expect([await waitingFor(li), await endedFor(li)]).toEqual([[], []])
  const redone = await accepted(house.swaps.takeBack({ swapId: forBoth.id }, coordinator))
  expect([redone.state, placeOf(redone.booking)]).toEqual(['for_both', seatAt(1, '10:00', '11:00')])
})

test('nobody is asked for what could not be done: one of them is elsewhere then, or it is their own, or over a limit', async () => {
  const pair = await aPair()
  const busy = await house.aBooking({ person: wang, seat: 4, from: '15:00', to: '15:30' })
  const told = await ask(pair)
  expect(told).toMatchObject({ ok: false, code: 'person_taken', detail: { personName: '王敏', seatNumber: 4 } })
  expect(await waitingFor(li)).toEqual([])
  expect(await codeOf(ask({ one: pair.one, other: busy }))).toBe('same_person')
  expect(await codeOf(ask({ one: pair.one, other: pair.one }))).toBe('same_person')
  await accepted(house.cancel(busy.id))
  await accepted(house.cancel(pair.other.id, as(li)))
  expect(await codeOf(ask(pair))).toBe('not_found')
})

test('a swap uses nothing up: within the same day the limit is not asked, and into a week that is full it is refused', async () => {
  await house.newRules({ limits: [{ count: 1, per: 'day' }] })
  const pair = await aPair()
  await accepted(ask(pair))
  const tomorrow = '2026-09-19'
  const zhao = await house.aPerson('赵倩')
  const theirs = await house.aBooking({ person: zhao, seat: 1, date: tomorrow })
  await house.aBooking({ person: wang, seat: 4, date: tomorrow, from: '17:00', to: '18:00' })
  const full = await ask({ one: pair.one, other: theirs })
  expect(full).toMatchObject({ ok: false, code: 'over_limit', detail: { count: 1, per: 'day', personName: '王敏' } })
})

test('the room’s rules of today are not asked about what was given: a closed day, a full calendar, a gap between bookings', async () => {
  const pair = await aPair()
  await house.newRules({ slotMinutes: 60, bufferMinutes: 30, noticeDays: 1 })
  await house.aBooking({ person: await house.aPerson('赵倩'), seat: 2, from: '17:00', to: '18:00', date: '2026-09-19' })
  const { id: swapId } = await accepted(ask(pair))
  expect((await accepted(house.swaps.agree({ swapId }, as(li)))).state).toBe('agreed')
})

const endedFor = async (personId = wang) =>
  (await accepted(house.swaps.ended({}, as(personId)))).map(({ id, why, byName, isMineToAnswer }) => [
    ...[id, why, byName, isMineToAnswer],
  ])

test('whoever asked is told that it came to nothing, and why, until they read of it', async () => {
  const pair = await aPair()
  const swap = await accepted(ask(pair))
  expect(await endedFor()).toEqual([])
  await accepted(house.swaps.read({ swapId: swap.id }, as(wang)))
  expect(await waitingFor(li)).toMatchObject([{ id: swap.id }])

  await accepted(house.swaps.decline({ swapId: swap.id }, as(li)))
  expect(await endedFor()).toEqual([[swap.id, 'declined', null, false]])
  expect(await endedFor(li)).toEqual([])
  const zhao = as(await house.aPerson('赵倩'))
  expect(await codeOf(house.swaps.read({ swapId: swap.id }, zhao))).toBe('not_yours')
  await accepted(house.swaps.read({ swapId: swap.id }, as(wang)))
  expect(await endedFor()).toEqual([])
  // Taken back and declined once more, it is told once more.
  await accepted(house.swaps.takeBack({ swapId: swap.id }, as(li)))
  await accepted(house.swaps.decline({ swapId: swap.id }, as(li)))
  expect(await endedFor()).toEqual([[swap.id, 'declined', null, false]])
  await accepted(house.swaps.read({ swapId: swap.id }, as(wang)))

  const again = await accepted(ask(pair))
  await accepted(house.bookings.cancel({ bookingId: pair.other.id, seenVersion: null, reason: '' }, as(li)))
  expect(await endedFor()).toEqual([[again.id, 'changed', '李强', false]])
  expect(await endedFor(li)).toEqual([])
  await accepted(house.swaps.read({ swapId: again.id }, as(wang)))
  expect(await endedFor()).toEqual([])
})

test('where somebody else changes the asker’s own booking, both sides are told why the swap ended, each until they read of it', async () => {
  const pair = await aPair()
  const swap = await accepted(ask(pair))
  const coordinator = as(await house.aPerson('罗佳'))
  const place = { seatId: house.seat(3), startsAt: shanghai('10:00'), endsAt: shanghai('11:00'), seenVersion: null }
  await accepted(house.bookings.reschedule({ bookingId: pair.one.id, ...place, reason: '检修' }, coordinator))
  expect(await waitingFor(li)).toEqual([])
  expect(await endedFor()).toEqual([[swap.id, 'own_changed', '罗佳', false]])
  expect(await endedFor(li)).toEqual([[swap.id, 'changed', '罗佳', true]])
  await accepted(house.swaps.read({ swapId: swap.id }, as(li)))
  expect(await endedFor(li)).toEqual([])
  expect(await endedFor()).toEqual([[swap.id, 'own_changed', '罗佳', false]])
  await accepted(house.swaps.read({ swapId: swap.id }, as(wang)))
  expect(await endedFor()).toEqual([])
})

test('whoever was asked is told where their own place is taken from them, or nobody asks any more, and not of what they did themselves', async () => {
  const pair = await aPair()
  const swap = await accepted(ask(pair))
  await accepted(house.swaps.withdraw({ swapId: swap.id }, as(wang)))
  expect(await endedFor(li)).toEqual([[swap.id, 'withdrawn', null, true]])
  expect(await endedFor()).toEqual([])
  await accepted(house.swaps.read({ swapId: swap.id }, as(li)))
  const again = await accepted(ask(pair))
  await accepted(house.bookings.cancel({ bookingId: pair.other.id, seenVersion: null, reason: '检修' }, nobody))
  expect(await endedFor(li)).toEqual([[again.id, 'own_changed', null, true]])
  expect(await endedFor()).toEqual([[again.id, 'changed', null, false]])
})

test('a place that begins before there is an answer, and one’s own that was changed or begins, end what was asked', async () => {
  const pair = await aPair()
  const swap = await accepted(
    house.swaps.ask({ bookingId: pair.other.id, otherId: pair.one.id, reason: '要出差' }, as(li)),
  )
  const why = async () => (await accepted(house.swaps.ended({}, as(li)))).map((each) => [each.id, each.why])
  house.clock.set(shanghai('09:55'))
  await accepted(house.bookings.checkIn({ bookingId: pair.one.id, standInId: null }, as(wang)))
  expect(await why()).toEqual([[swap.id, 'begun']])
  house.clock.set(shanghai('10:00'))
  expect(await why()).toEqual([[swap.id, 'begun']])
  house.clock.set(shanghai('14:00'))
  expect(await why()).toEqual([])
})

test('a place that was changed and then sat down on is told as changed', async () => {
  const pair = await aPair()
  await accepted(house.swaps.ask({ bookingId: pair.other.id, otherId: pair.one.id, reason: '要出差' }, as(li)))
  const why = async () => (await accepted(house.swaps.ended({}, as(li)))).map((each) => each.why)
  // Who comes along and what for is no matter of a swap.
  const edit = { bookingId: pair.one.id, companionId: null, purpose: 'answer', reason: '', seenVersion: null } as const
  await accepted(house.bookings.edit(edit, as(wang)))
  expect(await why()).toEqual([])
  const elsewhere = { seatId: house.seat(3), startsAt: shanghai('10:00'), endsAt: shanghai('11:00'), seenVersion: null }
  await accepted(house.bookings.reschedule({ bookingId: pair.one.id, ...elsewhere }, as(wang)))
  expect(await why()).toEqual(['changed'])
  house.clock.set(shanghai('09:55'))
  await accepted(house.bookings.checkIn({ bookingId: pair.one.id, standInId: null }, as(wang)))
  expect(await why()).toEqual(['changed'])
})

test('nothing personal that stands in the reason is kept', async () => {
  const pair = await aPair()
  const wish = { bookingId: pair.one.id, otherId: pair.other.id, reason: '打 13812345678 找我' }
  expect((await accepted(house.swaps.ask(wish, as(wang)))).reason).toBe('打 138****5678 找我')
})
