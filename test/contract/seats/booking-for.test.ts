import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bookingForService } from '../../../electron/services/seats/booking-for.ts'
import { noShowWatch } from '../../../electron/services/seats/no-show-watch.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let service: ReturnType<typeof bookingForService>
let wang: string
let chen: string
let li: string
beforeEach(async () => {
  house = await anOpenRoom()
  service = bookingForService(house.parts)
  wang = await house.aPerson('王总')
  chen = await house.aPerson('陈秘书')
  li = await house.aPerson('李强')
})
afterEach(() => house.close())

const member = (personId: string, role: Asker['role'] = 'listener'): Asker => ({ personId, role, deskId: 'desk' })
const book = (
  personId: string,
  asker: Asker,
  { from = '10:00', to = '11:00', companionId = null as string | null } = {},
) =>
  house.bookings.reserve(
    {
      ...{ seatId: house.seat(1), personId, companionId, purpose: 'listen' },
      startsAt: shanghai(from),
      endsAt: shanghai(to),
    },
    asker,
  )

test('a booking tells who made it, wherever it is read, also after it was changed', async () => {
  const { id } = await accepted(book(wang, { personId: chen }))
  await accepted(
    house.bookings.reschedule(
      {
        bookingId: id,
        seenVersion: null,
        seatId: house.seat(2),
        startsAt: shanghai('12:00'),
        endsAt: shanghai('13:00'),
      },
      { personId: chen },
    ),
  )
  const by = { bookedById: chen, bookedByName: '陈秘书' }
  expect(await accepted(house.bookings.upcoming({ personId: wang }, nobody))).toMatchObject([by])
  expect(await accepted(house.bookings.board({ from: '2026-09-18', to: '2026-09-18' }, nobody))).toMatchObject([by])
  expect(await accepted(book(li, nobody))).toMatchObject({ bookedById: null, bookedByName: null })
})

describe('through a hub', () => {
  test('a member books for herself, and for others only once they said so', async () => {
    await accepted(book(chen, member(chen)))
    const wish = { from: '12:00', to: '13:00' }
    expect(await refused(book(wang, member(chen), wish))).toEqual({
      ok: false,
      code: 'not_for_them',
      detail: { personName: '王总' },
    })
    await accepted(service.allow({ personId: wang, bookerId: chen }, member(wang)))
    expect(await accepted(book(wang, member(chen), wish))).toMatchObject({ personName: '王总', bookedByName: '陈秘书' })
    // Not the other way round, and for nobody else.
    expect(await refused(book(chen, member(wang), { from: '14:00', to: '15:00' }))).toMatchObject({
      code: 'not_for_them',
    })
    await accepted(service.takeBack({ personId: wang, bookerId: chen }, member(wang)))
    expect(await refused(book(wang, member(chen), { from: '14:00', to: '15:00' }))).toMatchObject({
      code: 'not_for_them',
    })
  })

  test('a coordinator books for all, and so does whoever sits at a desk alone', async () => {
    await accepted(book(wang, member(li, 'coordinator')))
    await accepted(book(wang, { personId: li, role: 'trusted' }, { from: '12:00', to: '13:00' }))
  })

  test('somebody who is not known books for nobody', async () => {
    expect(await refused(book(wang, { personId: null, role: 'listener', deskId: 'desk' }))).toMatchObject({
      code: 'not_for_them',
    })
    expect(await refused(book(wang, { personId: null, deskId: 'desk' }))).toMatchObject({ code: 'not_for_them' })
  })

  test('somebody may be brought along who did not say so: the seat is the booker’s own', async () => {
    expect(await accepted(book(chen, member(chen), { companionId: wang }))).toMatchObject({ companionName: '王总' })
  })

  test('who books for a person is for the person and a coordinator to say, not for those who were named', async () => {
    const pair = { personId: wang, bookerId: li }
    expect(await refused(service.allow({ personId: wang, bookerId: chen }, member(chen)))).toEqual({
      ok: false,
      code: 'not_yours',
      detail: { personName: '王总' },
    })
    await accepted(service.allow({ personId: wang, bookerId: chen }, member(li, 'coordinator')))
    expect(await refused(service.allow(pair, member(chen)))).toMatchObject({ code: 'not_yours' })
    expect(await refused(service.takeBack({ personId: wang, bookerId: chen }, member(chen)))).toMatchObject({
      code: 'not_yours',
    })
    expect(await accepted(service.allow(pair, member(wang)))).toEqual({ bookerIds: [chen, li], bookedForIds: [] })
  })
})

test('said twice, taken back twice, of oneself, of nobody: nothing is said that is not so', async () => {
  const pair = { personId: wang, bookerId: chen }
  for (const _ of [1, 2])
    expect(await accepted(service.allow(pair, nobody))).toEqual({ bookerIds: [chen], bookedForIds: [] })
  expect(await accepted(service.of({ personId: chen }, nobody))).toEqual({ bookerIds: [], bookedForIds: [wang] })
  expect(await accepted(service.allow({ personId: wang, bookerId: wang }, nobody))).toEqual({
    bookerIds: [chen],
    bookedForIds: [],
  })
  for (const _ of [1, 2])
    expect(await accepted(service.takeBack(pair, nobody))).toEqual({ bookerIds: [], bookedForIds: [] })
  const gone = house.parts.clock.newId()
  expect(await refused(service.allow({ personId: wang, bookerId: gone }, nobody))).toMatchObject({ code: 'not_found' })
  expect(await refused(service.allow({ personId: gone, bookerId: wang }, nobody))).toMatchObject({ code: 'not_found' })
})

test('somebody taken off the list books for nobody, and is booked for by nobody', async () => {
  await accepted(service.allow({ personId: wang, bookerId: chen }, nobody))
  await accepted(house.people.remove({ personId: chen, seenVersion: null }, nobody))
  expect(await accepted(service.of({ personId: wang }, nobody))).toEqual({ bookerIds: [], bookedForIds: [] })
})

test('what one made for others is listed until it is over, soonest first; one’s own, and where one sits beside, is not', async () => {
  const watch = noShowWatch({ ...house.parts, marked: () => {} })
  await watch.look()
  const made = async () =>
    (await accepted(service.made({ personId: chen }, nobody))).map(({ personName, startsAt }) => [personName, startsAt])
  await accepted(book(wang, { personId: chen }, { from: '12:00', to: '13:00' }))
  await accepted(book(li, { personId: chen }, { from: '10:00', to: '11:00' }))
  await accepted(book(chen, { personId: chen }, { from: '14:00', to: '15:00' }))
  await accepted(book(wang, { personId: chen }, { from: '16:00', to: '17:00', companionId: chen }))
  const cancelled = await accepted(book(wang, { personId: chen }, { from: '18:00', to: '19:00' }))
  await accepted(house.cancel(cancelled.id, { personId: chen }))
  expect(await made()).toEqual([
    ['李强', shanghai('10:00')],
    ['王总', shanghai('12:00')],
  ])
  house.clock.set(shanghai('11:00'))
  expect(await made()).toEqual([['王总', shanghai('12:00')]])
  house.clock.set(shanghai('12:11'))
  await watch.look()
  // Whoever booked it can still ask where they are.
  expect(await accepted(service.made({ personId: chen }, nobody))).toMatchObject([{ state: 'no_show' }])
})

test('who may not have a place anyway is told that, and not that somebody sits there', async () => {
  await accepted(book(wang, { personId: chen }))
  const nobodyKnown = '01900000-0000-7000-8000-000000000000'
  const code = async (asked: ReturnType<typeof book>) => (await refused(asked)).code
  expect(await code(book(li, { personId: li }))).toBe('seat_taken')
  expect(await code(book(li, member(chen)))).toBe('not_for_them')
  expect(await code(book(nobodyKnown, nobody))).toBe('not_found')
  expect(await code(book(li, nobody, { companionId: nobodyKnown }))).toBe('not_found')
  expect(await code(book(li, nobody, { from: '10:10' }))).toBe('not_on_slots')
  house.clock.set(shanghai('12:00'))
  expect(await code(book(li, nobody))).toBe('in_the_past')
})
