import { afterEach, beforeEach, expect, test } from 'vitest'
import { bookingForService } from '../../../electron/services/seats/booking-for.ts'
import { seriesService } from '../../../electron/services/seats/series.ts'
import type { Asker } from '../../../shared/contract/services.ts'
import { aDrawingRoom, slotAt } from '../../builders/drawing.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { shanghai } from '../../builders/seats.ts'

// Through a hub: 王总 has named 罗佳, who books for him and answers, and then takes that back. 李强 has a seat of his own.
let house: Awaited<ReturnType<typeof aDrawingRoom>>
let delegations: ReturnType<typeof bookingForService>
let [wang, luo, li] = ['', '', '']
const member = (personId: string, role: Asker['role'] = 'listener'): Asker => ({ personId, role, deskId: 'desk' })
beforeEach(async () => {
  house = await aDrawingRoom()
  delegations = bookingForService(house.parts)
  wang = await house.aPerson('王总')
  luo = await house.aPerson('罗佳')
  li = await house.aPerson('李强')
  await accepted(delegations.allow({ personId: wang, bookerId: luo }, member(wang)))
})
afterEach(() => house.close())

const takenBack = () => accepted(delegations.takeBack({ personId: wang, bookerId: luo }, member(wang)))
const allowedAgain = () => accepted(delegations.allow({ personId: wang, bookerId: luo }, member(wang)))
const place = { purpose: 'listen' as const, startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
const booked = () =>
  accepted(house.bookings.reserve({ ...place, seatId: house.seat(1), personId: wang, companionId: null }, member(luo)))
const lis = () => house.aBooking({ person: li, seat: 2, from: '12:00', to: '13:00' })

test('whoever booked for somebody changes it without a word only as long as they may book for them', async () => {
  const { id: bookingId, seatId } = await booked()
  const move = (reason?: string) => {
    const to = { seatId, startsAt: shanghai('14:00'), endsAt: shanghai('15:00') }
    return house.bookings.reschedule({ bookingId, seenVersion: null, ...to, reason }, member(luo))
  }
  await takenBack()
  expect(await refused(move())).toEqual({ ok: false, code: 'reason_needed', detail: { personName: '王总' } })
  expect(await refused(house.cancel(bookingId, member(luo)))).toMatchObject({ code: 'reason_needed' })
  const edit = { bookingId, seenVersion: null, companionId: li, purpose: 'listen' as const }
  expect(await refused(house.bookings.edit(edit, member(luo)))).toMatchObject({ code: 'reason_needed' })
  await accepted(move('王总有会'))
  await allowedAgain()
  await accepted(house.cancel(bookingId, member(luo)))
})

test('so it is with a series', async () => {
  const series = seriesService(house.parts)
  const days = ['2026-09-18', '2026-09-25'].map((date) => ({
    ...{ seatId: house.seat(1), personId: wang, companionId: null, purpose: 'listen' as const },
    ...{ startsAt: shanghai('10:00', date), endsAt: shanghai('11:00', date) },
  }))
  const [first] = await accepted(series.make({ wishes: days, isSeries: true }, member(luo)))
  const cancel = () => series.cancel({ bookingId: first?.id ?? '', scope: 'all' }, member(luo))
  await takenBack()
  expect(await refused(cancel())).toMatchObject({ code: 'reason_needed' })
  await allowedAgain()
  expect(await accepted(cancel())).toMatchObject({ keptCount: 0 })
})

test('and they neither ask for a swap for them, nor agree to one, nor take back what they answered', async () => {
  const [own, other] = [await booked(), await lis()]
  const notYours = { ok: false, code: 'not_yours', detail: { personName: '王总' } }
  const asks = () => house.swaps.ask({ bookingId: own.id, otherId: other.id, reason: '' }, member(luo))
  const asked = await accepted(house.swaps.ask({ bookingId: other.id, otherId: own.id, reason: '' }, member(li)))
  expect(await accepted(house.swaps.waiting({}, member(luo)))).toMatchObject([{ id: asked.id, isMineToAnswer: true }])
  await accepted(house.swaps.decline({ swapId: asked.id }, member(luo)))
  await takenBack()
  expect(await refused(house.swaps.takeBack({ swapId: asked.id }, member(luo)))).toEqual(notYours)
  expect(await refused(asks())).toEqual(notYours)
  await allowedAgain()
  await accepted(house.swaps.takeBack({ swapId: asked.id }, member(luo)))
  await takenBack()
  expect(await accepted(house.swaps.waiting({}, member(luo)))).toEqual([])
  expect(await refused(house.swaps.agree({ swapId: asked.id }, member(luo)))).toEqual(notYours)
  expect(await refused(house.swaps.decline({ swapId: asked.id }, member(luo)))).toEqual(notYours)
  expect(await accepted(house.swaps.waiting({}, member(wang)))).toMatchObject([{ isMineToAnswer: true }])
})

test('nor do they change what they asked of a draw for them', async () => {
  const { id: windowId } = await house.aWindow()
  const request = await accepted(
    house.draws.handIn(
      { windowId, personId: wang, togetherWith: [], purpose: 'listen', lengthMinutes: 60, wishes: [slotAt('09:00')] },
      member(luo),
    ),
  )
  const change = () => {
    const wish = { togetherWith: [], purpose: 'listen' as const, lengthMinutes: 60, wishes: [slotAt('10:00')] }
    return house.draws.change({ requestId: request.id, seenVersion: null, ...wish }, member(luo))
  }
  await takenBack()
  expect(await refused(change())).toMatchObject({ code: 'not_for_them' })
  expect(await refused(house.draws.withdraw({ requestId: request.id }, member(luo)))).toMatchObject({
    code: 'not_for_them',
  })
  await allowedAgain()
  await accepted(change())
})

test('nobody thinks up a reason for a move of a series of which none can be', async () => {
  const series = seriesService(house.parts)
  const wish = { ...place, seatId: house.seat(1), personId: wang, companionId: null }
  const later = { startsAt: shanghai('10:00', '2026-09-25'), endsAt: shanghai('11:00', '2026-09-25') }
  const [first] = await accepted(series.make({ wishes: [wish, { ...wish, ...later }], isSeries: true }, member(luo)))
  await takenBack()
  const night = { seatId: house.seat(1), startsAt: shanghai('03:00'), endsAt: shanghai('04:00') }
  const move = series.move({ bookingId: first?.id ?? '', scope: 'all', from: null, ...night }, member(luo))
  expect(await accepted(move)).toEqual({ bookings: [], keptCount: 2 })
})
