import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergesService } from '../../../electron/services/house/merges.ts'
import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom, shanghai } from '../../builders/seats.ts'

// 王敏 asks with seat 1 from 10 to 11 for seat 2 of 李强 from 14 to 16; 罗佳 is who changes what is not hers.
let house: Awaited<ReturnType<typeof anOpenRoom>>
let wang: string
let li: string
let luo: string
let one: Booking
let other: Booking
beforeEach(async () => {
  house = await anOpenRoom()
  wang = await house.aPerson('王敏')
  li = await house.aPerson('李强')
  luo = await house.aPerson('罗佳')
  one = await aPlace(wang, 1, '10:00', '11:00')
  other = await aPlace(li, 2, '14:00', '16:00')
})
afterEach(() => house.close())

const as = (personId: string) => ({ personId })
function aPlace(personId: string, seat: number, from: string, to: string, by = personId) {
  const place = { seatId: house.seat(seat), startsAt: shanghai(from), endsAt: shanghai(to) }
  return accepted(house.bookings.reserve({ ...place, personId, companionId: null, purpose: 'listen' }, as(by)))
}
const ask = (mine: Booking, theirs: Booking, by = wang) =>
  accepted(house.swaps.ask({ bookingId: mine.id, otherId: theirs.id, reason: '要开会' }, as(by)))
const toldTo = async (personId: string) =>
  (await accepted(house.swaps.ended({}, as(personId)))).map(({ why, byName }) => [why, byName])

const waitingFor = async (personId: string) =>
  (await accepted(house.swaps.waiting({}, as(personId)))).map(({ id }) => id)

async function cancel({ id: bookingId }: Booking, by: string) {
  house.clock.advance(60_000)
  await accepted(house.bookings.cancel({ bookingId, seenVersion: null, reason: '检修' }, as(by)))
}
async function move({ id: bookingId }: Booking, [from, to]: [string, string], by: string) {
  house.clock.advance(60_000)
  const place = { seatId: house.seat(3), startsAt: shanghai(from), endsAt: shanghai(to) }
  await accepted(house.bookings.reschedule({ bookingId, ...place, seenVersion: null, reason: '检修' }, as(by)))
}

test('whoever sits down early on their own seat is not told that the other’s had begun', async () => {
  await ask(one, other)
  house.clock.set(shanghai('09:50'))
  await accepted(house.bookings.checkIn({ bookingId: one.id, standInId: null }, as(wang)))
  expect([await toldTo(wang), await toldTo(li)]).toEqual([[], []])
})

test('of two who were asked the second agreed: what one asked for oneself is told to the first alone', async () => {
  const zhao = await house.aPerson('赵倩')
  const third = await aPlace(zhao, 3, '12:00', '13:00')
  await ask(one, other)
  const second = await ask(one, third)
  await accepted(house.swaps.agree({ swapId: second.id }, as(zhao)))
  expect(await toldTo(wang)).toEqual([])
  expect(await toldTo(li)).toEqual([['changed', '王敏']])
  // Also when it was taken back, and is open again.
  await accepted(house.swaps.takeBack({ swapId: second.id }, as(zhao)))
  expect(await toldTo(wang)).toEqual([])
})

test('what came first ended it: what is done to either booking later takes nothing from what is told, and adds nothing', async () => {
  await ask(one, other)
  await cancel(other, luo)
  const told = [[['changed', '罗佳']], [['own_changed', '罗佳']]]
  expect([await toldTo(wang), await toldTo(li)]).toEqual(told)
  await move(one, ['10:00', '11:00'], wang)
  expect([await toldTo(wang), await toldTo(li)]).toEqual(told)
})

test('whoever’s booking is moved after the other withdrew theirs reads of who withdrew, not of who moved it', async () => {
  await ask(one, other)
  await cancel(other, li)
  await move(one, ['10:00', '11:00'], luo)
  expect([await toldTo(wang), await toldTo(li)]).toEqual([[['changed', '李强']], []])
})

test('where the place asked for had begun, a later change of one’s own is not what ended it', async () => {
  const early = await aPlace(await house.aPerson('赵倩'), 4, '09:30', '10:30')
  await ask(other, early, li)
  house.clock.set(shanghai('09:31'))
  await move(other, ['15:00', '17:00'], luo)
  expect(await toldTo(li)).toEqual([['begun', null]])
})

test('a swap of just these two that somebody does for both came to something; undone, it is asked again', async () => {
  const swap = await ask(one, other)
  const both = { bookingId: one.id, otherId: other.id, seenVersion: null, reason: '都同意了' }
  const { id: swapId } = await accepted(house.swaps.exchange(both, as(luo)))
  expect([await toldTo(wang), await toldTo(li)]).toEqual([[], []])
  await accepted(house.swaps.takeBack({ swapId }, as(luo)))
  expect([await toldTo(wang), await toldTo(li)]).toEqual([[], []])
  expect((await accepted(house.swaps.waiting({}, as(li)))).map(({ id }) => id)).toEqual([swap.id])
  await accepted(house.swaps.takeBack({ swapId }, as(luo)))
  await move(one, ['10:00', '11:00'], luo)
  expect([await toldTo(wang), await toldTo(li)]).toEqual([[], []])
})

test('moved away and back it is asked again and can be agreed to; ended once more after it was read, it is told once more', async () => {
  const swap = await ask(one, other)
  const [mine, hours] = [house.seat(1), { startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }]
  const moveBack = { bookingId: one.id, seatId: mine, ...hours, seenVersion: null, reason: '检修' }
  await move(one, ['12:00', '13:00'], luo)
  expect(await toldTo(li)).toEqual([['changed', '罗佳']])
  await accepted(house.swaps.read({ swapId: swap.id }, as(li)))
  expect(await toldTo(li)).toEqual([])
  house.clock.advance(60_000)
  await accepted(house.bookings.reschedule(moveBack, as(luo)))
  expect(await toldTo(wang)).toEqual([])
  expect(
    (await accepted(house.swaps.ask({ bookingId: one.id, otherId: other.id, reason: '要开会' }, as(wang)))).id,
  ).toBe(swap.id)
  await move(one, ['12:00', '13:00'], luo)
  expect([await toldTo(wang), await toldTo(li)]).toEqual([[['own_changed', '罗佳']], [['changed', '罗佳']]])
  house.clock.advance(60_000)
  await accepted(house.bookings.reschedule(moveBack, as(luo)))
  expect(await accepted(house.swaps.agree({ swapId: swap.id }, as(li)))).toMatchObject({ state: 'agreed' })
})

test('an exchange is taken back after what one did since and took back, and not after somebody else did the same', async () => {
  const both = { bookingId: one.id, otherId: other.id, seenVersion: null, reason: '都同意了' }
  const { id: swapId } = await accepted(house.swaps.exchange(both, as(luo)))
  const back = (by: string) => {
    const place = { seatId: house.seat(2), startsAt: shanghai('14:00'), endsAt: shanghai('16:00') }
    return accepted(
      house.bookings.reschedule({ bookingId: one.id, ...place, seenVersion: null, reason: '检修' }, as(by)),
    )
  }
  await move(one, ['12:00', '13:00'], luo)
  const refused = await house.swaps.takeBack({ swapId }, as(luo))
  expect(refused.ok ? null : refused.code).toBe('lapsed')
  await back(luo)
  expect(await accepted(house.swaps.takeBack({ swapId }, as(luo)))).toMatchObject({ state: 'undone' })
  expect(await accepted(house.swaps.takeBack({ swapId }, as(luo)))).toMatchObject({ state: 'for_both' })
  await move(one, ['12:00', '13:00'], li)
  await back(li)
  const again = await house.swaps.takeBack({ swapId }, as(luo))
  expect(again.ok ? null : again.code).toBe('lapsed')
})

test('where both turn out to be one person’s, whoever booked for one of them is told that', async () => {
  const secretary = await house.aPerson('秘书')
  const mine = await aPlace(await house.aPerson('赵倩'), 3, '10:00', '11:00', secretary)
  await ask(mine, other, secretary)
  const versions = { seenVersion: null, goneSeenVersion: null, giveUp: null }
  const merge = { keptId: mine.personId, goneId: li, ...versions }
  const { id: mergeId } = await accepted(mergesService(house.parts).merge(merge, as(luo)))
  expect(await toldTo(secretary)).toEqual([['merged', '罗佳']])
  await accepted(mergesService(house.parts).takeApart({ mergeId }, as(luo)))
  expect(await toldTo(secretary)).toEqual([])
  expect(await accepted(house.swaps.waiting({}, as(secretary)))).toHaveLength(1)
})

test('who speaks for both is told once', async () => {
  const secretary = await house.aPerson('秘书')
  const mine = await aPlace(await house.aPerson('赵倩'), 3, '10:00', '11:00', secretary)
  const theirs = await aPlace(await house.aPerson('钱二'), 4, '14:00', '16:00', secretary)
  await ask(mine, theirs, secretary)
  await cancel(theirs, luo)
  expect(await toldTo(secretary)).toEqual([['changed', '罗佳']])
})

test('what somebody did under a record that was merged since is their own act, and theirs to take back', async () => {
  const [kept, gone] = [await house.aPerson('秘书甲'), await house.aPerson('秘书乙')]
  const mine = await aPlace(await house.aPerson('赵倩'), 3, '10:00', '11:00', gone)
  const theirs = await aPlace(await house.aPerson('钱二'), 4, '14:00', '16:00', gone)
  const swap = await ask(mine, theirs, gone)
  await accepted(house.swaps.withdraw({ swapId: swap.id }, as(gone)))
  const versions = { seenVersion: null, goneSeenVersion: null, giveUp: null }
  await accepted(mergesService(house.parts).merge({ keptId: kept, goneId: gone, ...versions }, as(luo)))
  expect(await toldTo(kept)).toEqual([])
  const again = await accepted(house.swaps.takeBack({ swapId: swap.id }, as(kept)))
  expect(again).toMatchObject({ state: 'open', askedByName: '秘书甲' })
})

test('what was asked anew counts alone: answered or withdrawn, the one before lives no more where both are back as they were', async () => {
  const again = async (answer: 'decline' | 'withdraw', by: string) => {
    const first = await ask(one, other)
    await move(other, ['14:00', '16:00'], luo)
    const second = await ask(one, other)
    await accepted(house.swaps[answer]({ swapId: second.id }, as(by)))
    house.clock.advance(60_000)
    const back = { seatId: other.seatId, startsAt: other.startsAt, endsAt: other.endsAt, reason: '修好了' }
    await accepted(house.bookings.reschedule({ bookingId: other.id, ...back, seenVersion: null }, as(luo)))
    expect([await waitingFor(wang), await waitingFor(li)]).toEqual([[], []])
    expect(await house.swaps.agree({ swapId: first.id }, as(li))).toMatchObject({ code: 'lapsed' })
    // And can be asked once more.
    const third = await ask(one, other)
    expect(await waitingFor(li)).toEqual([third.id])
    await accepted(house.swaps.withdraw({ swapId: third.id }, as(wang)))
    house.clock.advance(60_000)
  }
  await again('decline', li)
  await again('withdraw', wang)
})
