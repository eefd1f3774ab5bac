import { afterEach, beforeEach, expect, test } from 'vitest'
import { write } from '../../../electron/storage/engine/query.ts'
import type { Booking } from '../../../shared/contract/seats/bookings.ts'
import { everyDayRules } from '../../../shared/domain/seats/room-rules.ts'
import { slotsOfDay } from '../../../shared/domain/seats/slots.ts'
import { instantAt } from '../../../shared/domain/wall-clock.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let wang: string
beforeEach(async () => {
  house = await anOpenRoom()
  wang = await house.aPerson('王敏')
})
afterEach(() => house.close())

const endAt = ({ id, seatId, startsAt }: Booking, endsAt: string) =>
  house.bookings.reschedule({ seenVersion: null, bookingId: id, seatId, startsAt, endsAt }, nobody)

test('a running booking is shortened though the slots are longer now', async () => {
  const booking = await house.aBooking({ person: wang, from: '09:30', to: '11:30' })
  house.clock.set(shanghai('09:40'))
  await house.newRules({ slotMinutes: 60 })
  expect((await refused(endAt(booking, shanghai('10:10')))).code).toBe('not_on_slots')
  expect(await accepted(endAt(booking, shanghai('11:00')))).toMatchObject({ endsAt: shanghai('11:00') })
  // Undo: back to the end it had, which lies on no slot of today.
  expect(await accepted(endAt(booking, booking.endsAt))).toMatchObject({ endsAt: shanghai('11:30') })
  expect((await refused(endAt(booking, shanghai('12:30')))).code).toBe('not_on_slots')
})

test('in a room of Lord Howe whose clocks go back by half an hour, every slot of the day is taken once', async () => {
  const date = '2027-04-04'
  const room = { opensAt: '00:00', closesAt: '24:00', slotMinutes: 60 as const }
  await house.newRules(everyDayRules(room, 4))
  await house.engine.transact(() => write(`UPDATE room SET time_zone = 'Australia/Lord_Howe'`))
  const slots = slotsOfDay(date, { ...room, timeZone: 'Australia/Lord_Howe' })
  for (const slot of slots)
    await accepted(
      house.bookings.reserve(
        { seatId: house.seat(1), personId: wang, companionId: null, purpose: 'listen', ...slot },
        nobody,
      ),
    )
  const board = await accepted(house.bookings.board({ from: date, to: date }, nobody))
  expect(board).toHaveLength(24)
  expect(board.at(-1)?.endsAt).toBe(instantAt(date, '24:00', 'Australia/Lord_Howe'))
})
