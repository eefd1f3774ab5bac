import { afterEach, beforeEach, expect, test } from 'vitest'
import { findSeatsService } from '../../../electron/services/seats/find-seats.ts'
import { seriesService } from '../../../electron/services/seats/series.ts'
import { write } from '../../../electron/storage/engine/query.ts'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import { aDrawingRoom, MONDAY } from '../../builders/drawing.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { nobody, shanghai } from '../../builders/seats.ts'

// Friday 2026-09-18 09:00 in Shanghai, four seats. Monday 09:00-11:00 is drawn on all of them, and closes at 18:00 today.
let house: Awaited<ReturnType<typeof aDrawingRoom>>
let chen: string
let windowId: string
beforeEach(async () => {
  house = await aDrawingRoom()
  chen = await house.aPerson('陈思远')
  windowId = (await house.aWindow()).id
})
afterEach(() => house.close())

const at = (time: string) => shanghai(time, MONDAY)
const drawn = () => ({ code: 'to_be_drawn', detail: { windowId, drawnAt: shanghai('18:00'), seatNumber: 1 } })

test('a series skips days that are drawn, says so before it is made, and is refused by name when it is made all the same', async () => {
  const series = seriesService(house.parts)
  const place = { seatId: house.seat(1), startsAt: at('10:00'), endsAt: at('11:00'), personId: chen, companionId: null }
  const rhythm = { weekdays: [1], everyWeeks: 1 as const, until: '2026-09-28' }
  const { days } = await accepted(series.preview({ ...place, rhythm }, nobody))
  expect(days[0]).toMatchObject({ misfit: drawn(), instead: { startsAt: at('11:00') } })
  expect(days[1]?.misfit).toBeNull()
  const made = series.make({ wishes: [{ ...place, purpose: 'listen' }], isSeries: false }, nobody)
  expect(await refused(made)).toMatchObject({ code: 'not_free', detail: { index: 0, misfit: drawn() } })
})

test('what is drawn is not found as a free seat; the hour after it is', async () => {
  const wish = {
    ...{ from: MONDAY, to: MONDAY, times: { from: 600, to: 660, isExact: true }, lengthMinutes: 60 },
    ...{ people: 1 as const, seatNumber: null, roomIds: [FIRST_ROOM_ID], personId: chen, companionId: null },
  }
  const { fits, near } = await accepted(findSeatsService(house.parts).search(wish, nobody))
  expect(fits).toEqual([])
  expect(near[0]?.places[0]?.startsAt).toBe(at('11:00'))
})

test('nobody who waits is offered a place that is drawn, and it is none that is free', async () => {
  const wait = {
    ...{ roomId: FIRST_ROOM_ID, personId: chen, companionId: null, purpose: 'listen' as const, acceptHours: null },
    windows: [{ date: MONDAY, from: '09:00', to: '11:00', minutes: 60, seatId: null }],
  }
  await accepted(house.waitlist.join(wait, nobody))
  await house.relay.pass()
  const offers = async () => (await accepted(house.waitlist.mine({ personId: chen }, nobody))).map(({ offer }) => offer)
  expect(await offers()).toEqual([null])
  await accepted(house.draws.cancel({ windowId, reason: '改期' }, house.coordinator))
  await house.relay.pass()
  expect((await offers())[0]).toMatchObject({ startsAt: at('09:00') })
})

test('a place offered to who waits is none to be drawn: a draw that is opened over it leaves it to them', async () => {
  const tuesday = '2026-09-22'
  const wait = {
    ...{ roomId: FIRST_ROOM_ID, personId: chen, companionId: null, purpose: 'listen' as const, acceptHours: null },
    windows: [{ date: tuesday, from: '09:00', to: '10:00', minutes: 60, seatId: house.seat(1) }],
  }
  const holder = await house.aBooking({
    person: await house.aPerson('李强'),
    date: tuesday,
    from: '09:00',
    to: '10:00',
  })
  await accepted(house.waitlist.join(wait, nobody))
  await accepted(house.bookings.cancel({ bookingId: holder.id, seenVersion: null, reason: '' }, nobody))
  await house.relay.pass()
  const [mine] = await accepted(house.waitlist.mine({ personId: chen }, nobody))
  await house.aWindow({ from: tuesday, to: tuesday, hours: { from: '09:00', to: '10:00' } })
  const taken = await accepted(house.waitlist.accept({ offerId: mine?.offer?.id ?? '' }, nobody))
  expect(taken).toMatchObject({ seatNumber: 1, startsAt: shanghai('09:00', tuesday) })
})

test('a seat whose booker did not come is free for whoever is there, until its next hour is drawn', async () => {
  await house.watch.look()
  await house.aBooking({ person: chen, from: '10:00', to: '12:00' })
  house.clock.set(shanghai('10:20'))
  await house.watch.look()
  const today = { from: '2026-09-18', to: '2026-09-18', hours: { from: '11:00', to: '12:00' } }
  await house.aWindow({ ...today, closesAt: shanghai('10:50') })
  const [open] = await accepted(house.walkUps.open({}, nobody))
  expect(open?.until).toBe(shanghai('11:00'))
  const sat = await house.walkUps.take(
    { bookingId: open?.bookingId ?? '', personId: house.coordinator.personId, purpose: 'listen' },
    nobody,
  )
  expect(sat).toMatchObject({ ok: true, value: { endsAt: shanghai('11:00') } })
})

test('two whose places lie beside what is drawn swap them as before', async () => {
  const li = await house.aPerson('李强')
  const one = await house.aBooking({ person: chen, date: MONDAY, from: '11:00', to: '12:00' })
  const other = await house.aBooking({ person: li, date: MONDAY, seat: 2, from: '11:00', to: '12:00' })
  const swapped = house.swaps.exchange(
    { bookingId: one.id, seenVersion: null, otherId: other.id, reason: '对调' },
    house.coordinator,
  )
  expect(await swapped).toMatchObject({ ok: true })
})

test('a swap that would come into what is drawn is refused with when it is drawn, and nothing is changed', async () => {
  const li = await house.aPerson('李强')
  const one = await house.aBooking({ person: chen, date: MONDAY, from: '11:00', to: '12:00' })
  const other = await house.aBooking({ person: li, seat: 2, date: MONDAY, from: '14:00', to: '15:00' })
  await house.engine.transact(() =>
    write('UPDATE draw_place SET held_to = ? WHERE seat_id = ?', [at('11:30'), house.seat(1)]),
  )
  const swap = { bookingId: one.id, otherId: other.id, seenVersion: null, reason: '设备' }
  expect(await refused(house.swaps.exchange(swap, nobody))).toMatchObject(drawn())
  const board = await accepted(house.bookings.board({ from: MONDAY, to: MONDAY }, nobody))
  expect(board.map(({ personName, startsAt }) => [personName, startsAt])).toEqual([
    ['陈思远', at('11:00')],
    ['李强', at('14:00')],
  ])
})
