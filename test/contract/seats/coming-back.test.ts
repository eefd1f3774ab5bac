import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mergesService } from '../../../electron/services/house/merges.ts'
import { ownNewsService } from '../../../electron/services/seats/own-news.ts'
import { seriesService } from '../../../electron/services/seats/series.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { nobody } from '../../builders/seats.ts'
import { aWaitingRoom, waitingIn } from '../../builders/waiting-room.ts'

let house: Awaited<ReturnType<typeof aWaitingRoom>>['house']
let [wang, li, zhao] = ['', '', '']
const room = waitingIn(() => house)
beforeEach(async () => {
  const found = await aWaitingRoom()
  ;({ house, wang, li, zhao } = found)
})
afterEach(() => house.close())

const gone = (personId: string) => accepted(house.people.remove({ personId, seenVersion: null }, nobody))
const back = (personId: string) => accepted(house.people.putBack({ personId }, nobody))
const restore = (bookingId: string) => house.bookings.restore({ bookingId }, nobody)
const merged = async (keptId: string, goneId: string, giveUp: string[] = []) => {
  const versions = { seenVersion: null, goneSeenVersion: null }
  const given = giveUp.length === 0 ? null : { bookingIds: giveUp, reason: '同一个人' }
  return accepted(mergesService(house.parts).merge({ keptId, goneId, ...versions, giveUp: given }, nobody))
}

describe('a booking that was cancelled comes back', () => {
  test('without a companion who is off the list by now', async () => {
    const booking = await house.aBooking({ person: wang, companion: li })
    await accepted(house.cancel(booking.id))
    await gone(li)
    expect(await accepted(restore(booking.id))).toMatchObject({ state: 'booked', personId: wang, companionId: null })
  })

  test('so, too, where what was done to several is taken back', async () => {
    const booking = await house.aBooking({ person: wang, companion: li })
    await accepted(house.cancel(booking.id))
    await gone(li)
    const back = { bookings: [{ id: booking.id, version: 1 }] }
    expect(await accepted(seriesService(house.parts).takeBack(back, nobody))).toMatchObject({
      ...{ keptCount: 0, bookings: [{ state: 'booked', companionId: null }] },
    })
  })

  test('as that of the record that was kept, where somebody turned out to be entered twice', async () => {
    const own = await house.aBooking({ person: li })
    const beside = await house.aBooking({ person: zhao, companion: li, from: '12:00', to: '13:00' })
    const both = await house.aBooking({ person: wang, companion: li, from: '14:00', to: '15:00' })
    for (const { id } of [own, beside, both]) await accepted(house.cancel(id))
    await merged(wang, li)
    expect(await accepted(restore(own.id))).toMatchObject({ personId: wang })
    expect(await accepted(restore(beside.id))).toMatchObject({ personId: zhao, companionId: wang })
    expect(await accepted(restore(both.id))).toMatchObject({ personId: wang, companionId: null })
  })
})

describe('a booking that was given up with something else comes back', () => {
  const rest = () => house.newRules({ bufferMinutes: 30 })

  test('not closer to another than the rules leave free: of somebody who was let go', async () => {
    await rest()
    const booking = await house.aBooking({ person: wang })
    const { mark } = await accepted(house.people.ahead({ personId: wang }, nobody))
    const wish = { personId: wang, seenVersion: null, mark, reason: '离职', keepUntil: null }
    const { change } = await accepted(house.people.letGo(wish, nobody))
    await house.aBooking({ person: li, from: '11:00', to: '12:00' })
    const { kept } = await accepted(house.people.takeBackList({ changes: [change] }, nobody))
    expect(kept).toEqual([{ name: '王敏', why: 'not_all_back' }])
    expect(await refused(restore(booking.id))).toMatchObject({ code: 'seat_taken' })
  })

  test('nor where two records of one person are two again', async () => {
    await house.newRules({ seatCount: 2, bufferMinutes: 30 })
    await house.aBooking({ person: wang, seat: 1 })
    const given = await house.aBooking({ person: li, seat: 2 })
    const { id: mergeId } = await merged(wang, li, [given.id])
    await house.aBooking({ person: zhao, seat: 2, from: '11:00', to: '12:00' })
    expect(await accepted(mergesService(house.parts).takeApart({ mergeId }, nobody))).toMatchObject({ stayed: 1 })
    expect(await refused(restore(given.id))).toMatchObject({ code: 'seat_taken' })
  })
})

describe('who waits to come with somebody who goes off the list', () => {
  test('waits on without them at their place in the line, and is told so; nobody behind them waits in vain', async () => {
    const booking = await room.taken(zhao)
    const { id } = await room.waits({ person: wang, companion: li })
    house.clock.advance(1_000)
    const ma = await house.aPerson('马可')
    await room.waits({ person: ma })
    await gone(li)
    await room.freed(booking.id)
    const offer = await room.openOffer(wang)
    expect(await room.mine(wang)).toMatchObject([{ id, companionId: null, standings: [{ position: 1 }] }])
    const news = await accepted(ownNewsService(house.parts).list({}, { personId: wang }))
    expect(news.map(({ about }) => about)).toMatchObject([
      ...[{ kind: 'wait_beside', why: 'alone', personName: '李强' }],
    ])
    await accepted(house.waitlist.decline({ offerId: offer.id }, nobody))
    await house.relay.pass()
    expect(await room.offerOf(ma)).toMatchObject({ state: 'open' })
  })

  test('waits again without them, who had left meanwhile; and not at all for somebody who is gone', async () => {
    await room.taken(zhao)
    const { id: waitId } = await room.waits({ person: wang, companion: li })
    await accepted(house.waitlist.leave({ waitId }, nobody))
    await gone(li)
    expect(await accepted(house.waitlist.rejoin({ waitId }, nobody))).toMatchObject({
      ...{ id: waitId, state: 'waiting', companionId: null, companionName: null },
    })
    await accepted(house.waitlist.leave({ waitId }, nobody))
    await gone(wang)
    expect(await refused(house.waitlist.rejoin({ waitId }, nobody))).toMatchObject({ code: 'not_found' })
  })

  test('waits to come with them again once they are back on the list, at their place and with nothing to read', async () => {
    const booking = await room.taken(zhao)
    const { id } = await room.waits({ person: wang, companion: li })
    await gone(li)
    await house.relay.pass()
    expect(await room.mine(wang)).toMatchObject([{ companionId: null, companionName: null }])
    await back(li)
    expect(await room.mine(wang)).toMatchObject([{ id, companionId: li, companionName: '李强' }])
    expect(await accepted(ownNewsService(house.parts).list({}, { personId: wang }))).toEqual([])
    await room.freed(booking.id)
    const taken = await accepted(room.accept((await room.openOffer(wang)).id))
    expect(taken).toMatchObject({ personId: wang, companionId: li })
  })

  test('so, too, where they had left the line and wait again meanwhile', async () => {
    await room.taken(zhao)
    const { id: waitId } = await room.waits({ person: wang, companion: li })
    await accepted(house.waitlist.leave({ waitId }, nobody))
    await gone(li)
    await accepted(house.waitlist.rejoin({ waitId }, nobody))
    await accepted(house.waitlist.rejoin({ waitId }, nobody))
    await back(li)
    expect(await room.mine(wang)).toMatchObject([{ id: waitId, companionId: li }])
  })
})
