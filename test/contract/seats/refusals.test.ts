import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { everyDayRules } from '../../../shared/domain/seats/room-rules.ts'
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

describe('who is somewhere else', () => {
  const beside = { person: wang, companion: li, seat: 1, from: '10:00', to: '11:00' } as const
  const refusal = () => refused(house.reserve({ ...beside, person: wang, companion: li }))

  test('whoever is to listen is named before the companion, also when the companion’s booking begins earlier', async () => {
    await house.aBooking({ person: li, seat: 3, from: '09:30', to: '10:30' })
    await house.aBooking({ person: wang, seat: 4, from: '10:30', to: '11:30' })
    expect(await refusal()).toMatchObject({ code: 'person_taken', detail: { personName: '王敏', seatNumber: 4 } })
  })

  test('whoever is to listen is named before the companion, also where they sit beside somebody', async () => {
    await house.aBooking({ person: li, seat: 3, from: '09:30', to: '10:30' })
    await house.aBooking({ person: zhao, companion: wang, seat: 4, from: '10:30', to: '11:30' })
    expect(await refusal()).toMatchObject({ code: 'person_taken', detail: { personName: '王敏', seatNumber: 4 } })
  })

  test('it is the person who is named, not who sits beside them there', async () => {
    await house.aBooking({ person: wang, companion: zhao, seat: 4 })
    expect(await refusal()).toMatchObject({ code: 'person_taken', detail: { personName: '王敏' } })
  })
})

test('over midnight, a seat that is held after it is not offered', async () => {
  await house.newRules(everyDayRules({ opensAt: '00:00', closesAt: '24:00', slotMinutes: 30 }, 3))
  const night = (seat: number, personId: string, from: string, to: string) => ({
    ...{ seatId: house.seat(seat), personId, companionId: null, purpose: 'listen' as const },
    ...{ startsAt: from, endsAt: to },
  })
  const [before, after] = [shanghai('23:30'), shanghai('00:30', '2026-09-19')]
  await accepted(house.bookings.reserve(night(1, wang, before, after), nobody))
  const midnight = shanghai('24:00')
  await accepted(house.bookings.reserve(night(2, zhao, midnight, after), nobody))
  const { detail } = await refused(house.bookings.reserve(night(1, li, before, after), nobody))
  const { free } = detail as { free: { seatNumber: number; startsAt: string }[] }
  expect(free.filter(({ startsAt }) => startsAt === before).map(({ seatNumber }) => seatNumber)).toEqual([3])
  // A room that never closes has the same seat again when the night's booking is over, and just before it.
  expect(free.filter(({ seatNumber }) => seatNumber === 1).map(({ startsAt }) => startsAt)).toEqual([
    ...[after, shanghai('22:30')],
  ])
})
