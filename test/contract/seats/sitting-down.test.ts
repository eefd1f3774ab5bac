import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sessionsOf } from '../../builders/heard.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
})
afterEach(() => house.close())

describe('who listens', () => {
  const people = async () =>
    [await house.aPerson('王敏'), await house.aPerson('李强'), await house.aPerson('赵云')] as const
  const start = async (bookingId: string | null, listenerId: string | null, asker: string | null) =>
    (await accepted(sessionsOf(house.parts).start({ bookingId, listenerId, purpose: 'listen' }, { personId: asker })))
      .listenerId

  test('the person named at the console, also when another booked', async () => {
    const [wang, li, zhao] = await people()
    const booking = await house.aBooking({ person: wang, from: '09:00' })
    expect(await start(booking.id, li, zhao)).toBe(li)
  })

  test('without a name the person who booked, whoever sits at the console', async () => {
    const [wang, , zhao] = await people()
    const booking = await house.aBooking({ person: wang, from: '09:00' })
    expect(await start(booking.id, null, zhao)).toBe(wang)
  })

  test('without name and booking the person of this console', async () => {
    const [, , zhao] = await people()
    expect(await start(null, null, zhao)).toBe(zhao)
  })
})

describe('nobody sits beside themselves', () => {
  test('when reserving and when the companion is changed', async () => {
    const [wang, li] = [await house.aPerson('王敏'), await house.aPerson('李强')]
    const booking = await house.aBooking({ person: wang, companion: wang })
    expect(booking.companionId).toBeNull()
    const edit = (companionId: string | null) =>
      accepted(
        house.bookings.edit({ seenVersion: null, bookingId: booking.id, companionId, purpose: 'listen' }, nobody),
      )
    expect((await edit(li)).companionId).toBe(li)
    expect((await edit(wang)).companionId).toBeNull()
  })
})
