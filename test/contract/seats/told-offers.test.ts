import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookingForService } from '../../../electron/services/seats/booking-for.ts'
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
const { join, waits, taken, freed, openOffer, accept } = waitingIn(() => house)

test('whoever waits is told once of what is held, not at night, and not of what they answered', async () => {
  const booking = await taken(zhao, '14:00', '15:00', '2026-09-24')
  await waits({ person: wang, date: '2026-09-24' })
  house.clock.set(at('22:00'))
  await freed(booking.id)
  const due = () => accepted(house.waitlist.dueOffers({}, { personId: wang }))
  expect(await due()).toEqual([])
  house.clock.set(at('08:00', '2026-09-19'))
  const [offer] = await due()
  if (offer === undefined) throw new Error('nothing to tell')
  expect(await accepted(house.waitlist.dueOffers({}, { personId: li }))).toEqual([])
  const told = () => accepted(house.waitlist.told({ offerId: offer.id }, { personId: wang }))
  expect(await told()).toEqual({ isFirst: true })
  expect(await told()).toEqual({ isFirst: false })
  expect(await due()).toEqual([])
  await accepted(accept(offer.id))
  expect(await due()).toEqual([])
})

test('whoever waits is told together with who answers for them: whom they named, and who asked for them, each once', async () => {
  const [named, asked] = [await house.aPerson('何静'), await house.aPerson('罗佳')]
  await accepted(bookingForService(house.parts).allow({ personId: wang, bookerId: named }, { personId: wang }))
  const booking = await taken(zhao)
  await accepted(join({ person: wang }, { personId: asked }))
  await freed(booking.id)
  const due = async (personId: string) =>
    (await accepted(house.waitlist.dueOffers({}, { personId }))).map(({ personName, isMine }) => [personName, isMine])
  expect([await due(wang), await due(named), await due(asked), await due(li)]).toEqual([
    [['王敏', true]],
    [['王敏', false]],
    [['王敏', false]],
    [],
  ])
  const { id: offerId } = await openOffer(wang)
  const nameOnBoard = async (personId: string) =>
    (await accepted(house.waitlist.held({ from: MONDAY, to: MONDAY }, { personId }))).map((each) => each.personName)
  expect([await nameOnBoard(named), await nameOnBoard(asked), await nameOnBoard(li)]).toEqual([
    ['王敏'],
    ['王敏'],
    [null],
  ])
  for (const personId of [named, wang])
    expect(await accepted(house.waitlist.told({ offerId }, { personId }))).toEqual({ isFirst: true })
  expect([await due(wang), await due(named), await due(asked)]).toEqual([[], [], [['王敏', false]]])
  expect(await accepted(house.waitlist.told({ offerId }, nobody))).toEqual({ isFirst: false })
  house.clock.advance(60_000)
  await accepted(accept(offerId))
  expect(await due(asked)).toEqual([])
})
