import { expect, test } from 'vitest'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../../builders/seats.ts'

test('what is held is not theirs once they, or their companion, sit elsewhere then: it says where, and stays held', async () => {
  const house = await anOpenRoom()
  const [wang, li] = [await house.aPerson('王敏'), await house.aPerson('李强')]
  const when = { date: '2026-09-21', from: '14:00', to: '15:00' }
  const booking = await house.aBooking({ person: await house.aPerson('赵云'), ...when })
  const windows = [{ ...when, minutes: 60, seatId: house.seat(1) }]
  const wait = { roomId: FIRST_ROOM_ID, personId: wang, companionId: li, purpose: 'listen' as const, windows }
  await accepted(house.waitlist.join({ ...wait, acceptHours: null }, nobody))
  await accepted(house.cancel(booking.id, nobody, '有会'))
  await house.relay.pass()
  const offer = async () => (await accepted(house.waitlist.mine({ personId: wang }, nobody)))[0]?.offer
  const offerId = (await offer())?.id ?? ''
  await house.aBooking({ person: li, seat: 2, ...when, from: '14:30', to: '15:30' })
  expect(await house.waitlist.accept({ offerId }, nobody)).toMatchObject({
    ...{ code: 'person_taken', detail: { personName: '李强', seatNumber: 2 } },
  })
  expect(await offer()).toMatchObject({ id: offerId, state: 'open' })
  await house.close()
})
