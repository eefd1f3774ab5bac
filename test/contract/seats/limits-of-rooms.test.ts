import { afterEach, beforeEach, expect, test } from 'vitest'
import { seriesService } from '../../../electron/services/seats/series.ts'
import type { Hours } from '../../../shared/contract/house/room-rules.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

// One room by day, and one that is open from nine in the evening until two.
let house: Awaited<ReturnType<typeof anOpenRoom>>
let night: string
let wang: string
const each = (hours: Hours) => Array.from({ length: 7 }, () => hours)
beforeEach(async () => {
  house = await anOpenRoom()
  wang = await house.aPerson('王敏')
  await house.newRules({ limits: [{ count: 1, per: 'day' }] })
  const [first] = await accepted(house.rooms.list({}, nobody))
  const room = await accepted(house.roomKeeping.add({ name: '夜厅', site: '', likeRoomId: first?.id ?? '' }, nobody))
  const rules = await house.rulesWith({
    week: each({ opensAt: '21:00', closesAt: '02:00' }),
    limits: [{ count: 1, per: 'day' }],
  })
  const known = { roomId: room.id, seenVersion: null, validFrom: '2026-09-18', cancel: null, toldHits: null }
  await accepted(house.rooms.saveRules({ ...known, rules }, nobody))
  night = room.seats[0]?.id ?? ''
})
afterEach(() => house.close())

const placed = (seatId: string, from: string, to: string, date: string) => ({
  ...{ seatId, personId: wang, companionId: null, purpose: 'listen' as const },
  ...{ startsAt: shanghai(from, date), endsAt: shanghai(to, date) },
})

test('an hour after midnight uses up the evening before, for whichever room asks', async () => {
  const booking = await accepted(house.bookings.reserve(placed(night, '00:30', '01:30', '2026-09-20'), nobody))
  expect(await refused(house.reserve({ person: wang, date: '2026-09-19' }))).toMatchObject({
    ...{ code: 'over_limit', detail: { per: 'day', bookings: [{ id: booking.id }] } },
  })
  const { id } = await house.aBooking({ person: wang, date: '2026-09-20' })
  await accepted(house.cancel(id))
  const preview = await accepted(
    seriesService(house.parts).preview(
      {
        ...{ seatId: house.seat(1), personId: wang, companionId: null },
        ...{ startsAt: shanghai('10:00', '2026-09-19'), endsAt: shanghai('11:00', '2026-09-19') },
        rhythm: { weekdays: [6, 7], everyWeeks: 1, until: '2026-09-20' },
      },
      nobody,
    ),
  )
  expect(preview.days.map(({ misfit }) => misfit?.code ?? null)).toEqual(['over_limit', null])
})

test('and moved to the other room it uses up nothing more of that evening’s day', async () => {
  const booking = await accepted(house.bookings.reserve(placed(night, '00:30', '01:30', '2026-09-20'), nobody))
  const moved = (date: string) => {
    const { seatId, startsAt, endsAt } = placed(house.seat(1), '10:00', '11:00', date)
    return house.bookings.reschedule({ bookingId: booking.id, seenVersion: null, seatId, startsAt, endsAt }, nobody)
  }
  await house.aBooking({ person: wang, date: '2026-09-20', from: '15:00', to: '16:00' })
  expect(await refused(moved('2026-09-20'))).toMatchObject({ code: 'over_limit' })
  expect(await accepted(moved('2026-09-19'))).toMatchObject({ startsAt: shanghai('10:00', '2026-09-19') })
})

test('whom a room gives no more is not told to take what is free instead of waiting; to a companion it is no limit', async () => {
  const li = await house.aPerson('李强')
  const own = await house.aBooking({ person: wang, date: '2026-09-21', from: '15:00', to: '16:00' })
  const [first] = await accepted(house.rooms.list({}, nobody))
  const window = { date: '2026-09-21', from: '10:00', to: '11:00', minutes: 60, seatId: null }
  const wait = { roomId: first?.id ?? '', purpose: 'listen' as const, windows: [window], acceptHours: null }
  expect(await house.waitlist.join({ ...wait, personId: wang, companionId: null }, nobody)).toMatchObject({
    ...{ code: 'over_limit', detail: { personName: '王敏', bookings: [{ id: own.id }] } },
  })
  const asked = { ...wait, personId: li, companionId: wang }
  expect(await house.waitlist.join(asked, nobody)).toMatchObject({ code: 'has_free' })
})
