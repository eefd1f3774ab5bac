import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookingForService } from '../../../electron/services/seats/booking-for.ts'
import { StaleChange } from '../../../electron/stale-change.ts'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import { accepted } from '../../builders/outcomes.ts'
import { shanghai as at, nobody } from '../../builders/seats.ts'
import { aWaitingRoom, MONDAY, waitingIn } from '../../builders/waiting-room.ts'

let house: Awaited<ReturnType<typeof aWaitingRoom>>['house']
let wang: string
let li: string
let zhao: string
beforeEach(async () => {
  ;({ house, wang, li, zhao } = await aWaitingRoom())
})
afterEach(() => house.close())
const { waits, taken, freed, mine, offerOf, openOffer, accept } = waitingIn(() => house)
/** What Zhao gave up is held for Wang, who waits before the others, and accepted. */
async function wangAccepts(...others: string[]) {
  const booking = await taken(zhao)
  for (const person of [wang, ...others]) await waits({ person })
  await freed(booking.id)
  const offer = await openOffer(wang)
  const made = await accepted(accept(offer.id))
  const takeBack = (seenVersion = made.version) => house.waitlist.waitAgain({ offerId: offer.id, seenVersion }, nobody)
  const again = (bookingId = made.id) => house.waitlist.acceptAgain({ offerId: offer.id, bookingId }, nobody)
  return { booking, offer, made, takeBack, again }
}
/** Until nothing is held for them any more. */
const UNTIL_OVER_MS = 5 * 3_600_000 + 30 * 60_000

test('an offer is as it was before once accepting it is taken back: first in line, and held until the same moment', async () => {
  const { offer, takeBack } = await wangAccepts(li)
  await waits({ person: zhao })
  house.clock.advance(60_000)
  const back = await accepted(takeBack())
  expect(back).toMatchObject({
    ...{ state: 'waiting', personId: wang, standings: [{ position: 1 }] },
    offer: { ...offer, id: expect.any(String), madeAt: house.clock.now() },
  })
  await house.relay.pass()
  expect([await openOffer(wang), await offerOf(li)]).toMatchObject([{ expiresAt: offer.expiresAt }, null])
  expect(await house.reserve({ person: li, from: '14:00', to: '15:00', date: MONDAY })).toMatchObject({
    code: 'place_held',
  })
  expect(await accept(offer.id)).toMatchObject({ code: 'offer_over', detail: { state: 'declined' } })
  const again = await accepted(accept((await openOffer(wang)).id))
  expect(again).toMatchObject({ personId: wang, startsAt: at('14:00', MONDAY) })
  expect(await takeBack(0)).toMatchObject({ code: 'offer_over', detail: { state: 'declined' } })
})

test('it goes to the next when accepting it is taken back after its time, and whoever had it waits on', async () => {
  const { takeBack } = await wangAccepts(li)
  house.clock.step(UNTIL_OVER_MS)
  expect(await accepted(takeBack())).toMatchObject({ state: 'waiting', offer: null })
  await house.relay.pass()
  expect([await offerOf(wang), (await openOffer(li)).state]).toEqual([null, 'open'])
  expect((await mine(wang))[0]?.standings).toMatchObject([{ position: 1 }])
})

test('it is not given back where the booking was changed since, has begun, or its person waits for these times again', async () => {
  await house.newRules({ seatCount: 1, slotMinutes: 30 })
  const booking = await taken(zhao)
  await taken(li, '15:00', '16:00')
  await waits({ person: wang, from: '14:00', to: '16:00' })
  await freed(booking.id)
  const { id: offerId } = await openOffer(wang)
  const made = await accepted(accept(offerId))
  const giveBack = async (seenVersion: number) => house.waitlist.waitAgain({ offerId, seenVersion }, nobody)
  await waits({ person: wang, from: '15:00', to: '16:00' })
  expect(await giveBack(made.version)).toMatchObject({ code: 'already_waiting', detail: { personName: '王敏' } })
  const [other] = await mine(wang)
  await accepted(house.waitlist.leave({ waitId: other?.id ?? '' }, nobody))
  await accepted(house.move(made.id, { seat: 1, from: '14:00', to: '14:30', date: MONDAY }))
  await expect(giveBack(made.version)).rejects.toThrow(StaleChange)
  house.clock.set(at('13:58', MONDAY))
  await accepted(house.bookings.checkIn({ bookingId: made.id }, nobody))
  expect(await giveBack(made.version + 2)).toMatchObject({ code: 'already_started' })
})

test.each([
  ['place is held still', 60_000, false],
  ['place was given up', UNTIL_OVER_MS, false],
  ['wait was left meanwhile', 60_000, true],
])(
  'accepting is done again where the %s: the same booking, no wait beside it, and once more taken back',
  async (_, laterMs, isLeft) => {
    const { made, takeBack, again } = await wangAccepts()
    house.clock.step(laterMs)
    const { id: waitId } = await accepted(takeBack())
    if (isLeft) await accepted(house.waitlist.leave({ waitId }, nobody))
    const redone = await accepted(again())
    expect(redone).toMatchObject({ id: made.id, state: 'booked' })
    expect(await mine(wang)).toEqual([])
    expect(await accepted(house.waitlist.held({ from: MONDAY, to: MONDAY }, nobody))).toEqual([])
    await house.relay.pass()
    const back = await accepted(takeBack(redone.version))
    expect([back.state, (await mine(wang)).length]).toEqual(['waiting', 1])
  },
)

test('whose times were over before the clock was set back waits again once accepting anew is taken back', async () => {
  const { takeBack, made, again } = await wangAccepts()
  await accepted(takeBack())
  const before = house.clock.now()
  house.clock.set(at('16:00', MONDAY))
  await house.relay.pass()
  expect(await mine(wang)).toEqual([])
  house.clock.set(before)
  const { version } = await accepted(again())
  expect(version).toBe(made.version + 2)
  expect(await accepted(takeBack(version))).toMatchObject({ state: 'waiting', personId: wang })
})

test('accepting is not done again where others have the place by now, and the wait stands as it stood', async () => {
  const { booking, takeBack, again } = await wangAccepts()
  house.clock.step(UNTIL_OVER_MS)
  await accepted(takeBack())
  await taken(li)
  expect(await again()).toMatchObject({ code: 'seat_taken', detail: { personName: '李强' } })
  expect(await mine(wang)).toMatchObject([{ state: 'waiting' }])
  expect(await again(booking.id)).toMatchObject({ code: 'not_found' })
})

test('whoever books for somebody is told what is held for them, and nobody else is', async () => {
  const booking = await taken(zhao)
  await waits({ person: wang })
  await freed(booking.id)
  expect(await mine(li)).toEqual([])
  await accepted(bookingForService(house.parts).allow({ personId: wang, bookerId: li }, nobody))
  expect(await mine(li)).toMatchObject([{ personId: wang, personName: '王敏', offer: { state: 'open' } }])
  expect(await mine(zhao)).toEqual([])
})

test('whoever put somebody on the list is told what is held for them, as long as they may book for them', async () => {
  const booking = await taken(zhao)
  const window = { date: MONDAY, from: '14:00', to: '15:00', minutes: 60, seatId: null }
  const who = {
    roomId: FIRST_ROOM_ID,
    personId: wang,
    companionId: null,
    purpose: 'listen',
    acceptHours: null,
  } as const
  await accepted(house.waitlist.join({ ...who, windows: [window] }, { personId: li }))
  await freed(booking.id)
  const ofLi = (asker: Asker) => accepted(house.waitlist.mine({ personId: li }, asker))
  expect(await ofLi({ personId: li })).toMatchObject([{ personId: wang, offer: { state: 'open' } }])
  expect(await mine(zhao)).toEqual([])
  // Through a hub they may not answer, unless they were named.
  expect(await ofLi({ personId: li, role: 'listener', deskId: 'desk' })).toEqual([])
})
