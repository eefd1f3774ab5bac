import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergesService } from '../../../electron/services/house/merges.ts'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../../builders/seats.ts'
import { MONDAY, waitingIn } from '../../builders/waiting-room.ts'

const TUESDAY = '2026-09-22'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let merges: ReturnType<typeof mergesService>
let kept: string
let gone: string
let other: string
let coordinator: { personId: string }
const waiting = waitingIn(() => house)
beforeEach(async () => {
  house = await anOpenRoom()
  merges = mergesService(house.parts)
  kept = await house.aPerson('陈思远', { employeeNumber: '80001' })
  gone = await house.aPerson('陈思远', { employeeNumber: '80002' })
  other = await house.aPerson('赵云')
  coordinator = { personId: await house.aPerson('王敏', { role: 'coordinator' }) }
})
afterEach(() => house.close())

const pair = () => ({ keptId: kept, goneId: gone })
const merge = () =>
  accepted(merges.merge({ ...pair(), seenVersion: null, goneSeenVersion: null, giveUp: null }, coordinator))
const apart = async () =>
  accepted(merges.takeApart({ mergeId: (await accepted(merges.list({}, coordinator)))[0]?.id ?? '' }, coordinator))
const waitsOn = (personId: string, dates: readonly string[]) => {
  const window = { from: '14:00', to: '15:00', minutes: 60, seatId: null }
  const windows = dates.map((date) => ({ ...window, date }))
  const wish = { roomId: FIRST_ROOM_ID, personId, companionId: null, purpose: 'listen' as const, acceptHours: null }
  return accepted(house.waitlist.join({ ...wish, windows }, nobody))
}
const datesOf = async (personId: string) =>
  (await waiting.mine(personId)).map(({ windows }) => windows.map(({ date }) => date))

test('of a wait for two days only the one that is waited for twice is given up, and both are waited for again when they are two', async () => {
  await house.newRules({ seatCount: 1 })
  const bookings = []
  for (const date of [MONDAY, TUESDAY]) bookings.push(await waiting.taken(other, '14:00', '15:00', date))
  await waitsOn(kept, [MONDAY])
  house.clock.advance(1_000)
  await waitsOn(gone, [MONDAY, TUESDAY])
  expect(await accepted(merges.preview(pair(), coordinator))).toMatchObject({ waitsTwice: 1, moves: { waits: 1 } })
  await merge()
  expect(await datesOf(kept)).toEqual([[MONDAY], [TUESDAY]])
  await apart()
  expect([await datesOf(kept), await datesOf(gone)]).toEqual([[[MONDAY]], [[MONDAY, TUESDAY]]])
  await merge()
  await waiting.freed(bookings[1]?.id ?? '')
  expect(await waiting.openOffer(kept)).toMatchObject({ personId: kept, state: 'open' })
})

test.each(['gone', 'kept'] as const)(
  'of two held seats that of whoever stands in front is held on, be it the record that is %s',
  async (first) => {
    const [front, behind] = first === 'gone' ? [gone, kept] : [kept, gone]
    await house.newRules({ seatCount: 2 })
    const li = await house.aPerson('李强')
    const bookings = [
      await house.aBooking({ person: other, seat: 1, from: '14:00', to: '15:00', date: MONDAY }),
      await house.aBooking({ person: li, seat: 2, from: '14:00', to: '15:00', date: MONDAY }),
    ]
    await waitsOn(front, [MONDAY])
    house.clock.advance(1_000)
    await waitsOn(behind, [MONDAY])
    for (const { id } of bookings) await waiting.freed(id)
    const held = await waiting.openOffer(front)
    await waiting.openOffer(behind)
    await merge()
    expect(await waiting.mine(kept)).toMatchObject([{ id: held.waitId, offer: { id: held.id, personId: kept } }])
  },
)

test('a seat held for a time that is not waited for twice is held on, though another time of that wait is given up', async () => {
  await house.newRules({ seatCount: 1 })
  const [monday, tuesday] = [
    await waiting.taken(other, '14:00', '15:00', MONDAY),
    await waiting.taken(other, '14:00', '15:00', TUESDAY),
  ]
  await waitsOn(kept, [MONDAY])
  house.clock.advance(1_000)
  await waitsOn(gone, [MONDAY, TUESDAY])
  await waiting.freed(monday.id)
  await waiting.freed(tuesday.id)
  const offers = [await waiting.openOffer(kept), await waiting.openOffer(gone)]
  await merge()
  expect((await waiting.mine(kept)).map(({ offer }) => offer?.id)).toEqual(offers.map(({ id }) => id))
})
