import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findSeatsService } from '../../../electron/services/seats/find-seats.ts'
import { write } from '../../../electron/storage/engine/query.ts'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import type { WaitWindow } from '../../../shared/contract/seats/waitlist.ts'
import { aDrawingRoom, MONDAY } from '../../builders/drawing.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { nobody, shanghai } from '../../builders/seats.ts'

// Friday 2026-09-18 09:00 in Shanghai, one seat. Somebody waits for an hour of Monday afternoon.
let house: Awaited<ReturnType<typeof aDrawingRoom>>
let wang: string
let li: string
let zhao: string
beforeEach(async () => {
  house = await aDrawingRoom()
  await house.newRules({ seatCount: 1 })
  wang = await house.aPerson('王敏')
  li = await house.aPerson('李强')
  zhao = await house.aPerson('赵云')
})
afterEach(() => house.close())

const at = (time: string) => shanghai(time, MONDAY)
const afternoon = { date: MONDAY, from: '14:00', to: '15:00', minutes: 60, seatId: null }
const join = (personId: string, windows: WaitWindow[] = [afternoon]) =>
  house.waitlist.join(
    { roomId: FIRST_ROOM_ID, personId, companionId: null, purpose: 'listen', windows, acceptHours: null },
    nobody,
  )
const taken = (from = '14:00', to = '15:00') => house.aBooking({ person: zhao, from, to, date: MONDAY })
const freed = async ({ id }: { id: string }) => {
  await accepted(house.cancel(id, nobody, '有会'))
  await house.relay.pass()
}
const offerOf = async (personId: string) =>
  (await accepted(house.waitlist.mine({ personId }, nobody))).map(({ offer }) => offer).find(Boolean) ?? null
const decline = async (personId: string) => {
  const offer = await offerOf(personId)
  return (await accepted(house.waitlist.decline({ offerId: offer?.id ?? '' }, nobody))).id
}
const takeUpAgain = (offerId: string) => house.waitlist.takeUpAgain({ offerId }, nobody)
const codeOf = async (offerId: string) => (await refused(takeUpAgain(offerId))).code

test('a place is held as long as the rules of its day say', async () => {
  await house.newRules({ holdMinutes: 60 }, { validFrom: MONDAY })
  const [soon, monday] = [
    await house.aBooking({ person: zhao, from: '14:00', to: '15:00', date: '2026-09-20' }),
    await taken(),
  ]
  await accepted(join(wang, [{ ...afternoon, date: '2026-09-20' }]))
  await accepted(join(li))
  await freed(soon)
  await freed(monday)
  // Two days ahead by the old rules half of four hours; three days ahead all of the new hour.
  expect((await offerOf(wang))?.expiresAt).toBe(shanghai('11:00'))
  expect((await offerOf(li))?.expiresAt).toBe(shanghai('10:00'))
})

test('what is held for somebody is found for them alone, and nobody else is told that it is free', async () => {
  await house.newRules({ seatCount: 2 })
  const both = [
    await taken(),
    await house.aBooking({ person: await house.aPerson('孙悦'), seat: 2, from: '14:00', to: '15:00', date: MONDAY }),
  ]
  await accepted(join(wang))
  for (const booking of both) await freed(booking)
  const held = await offerOf(wang)
  const found = async (personId: string | null) => {
    const wish = { from: MONDAY, to: MONDAY, times: { from: 840, to: 900, isExact: true }, lengthMinutes: 60 }
    const who = { people: 1 as const, seatNumber: null, roomIds: null, personId, companionId: null }
    const { fits } = await accepted(findSeatsService(house.parts).search({ ...wish, ...who }, nobody))
    return fits.map(({ places, othersFree }) => [places[0]?.seatNumber, othersFree])
  }
  const other = held?.seatNumber === 1 ? 2 : 1
  expect(await found(li)).toEqual([[other, 0]])
  expect(await found(null)).toEqual([[other, 0]])
  expect(await found(wang)).toEqual([[1, 1]])
})

test('rules that were saved before there was a length of holding have the usual one', async () => {
  await house.newRules({ noticeDays: 0 })
  const old = (await house.rulesWith({})) as { holdMinutes?: number }
  delete old.holdMinutes
  const json = JSON.stringify([{ validFrom: '0001-01-01', rules: old }])
  await house.engine.transact(() => write('UPDATE room SET rules_json = ?', [json]))
  expect((await house.rulesWith({})).holdMinutes).toBe(240)
  const booking = await taken()
  await accepted(join(wang))
  await freed(booking)
  expect((await offerOf(wang))?.expiresAt).toBe(shanghai('14:30'))
})

describe('a declined offer', () => {
  test('is held again as it was, once, while nobody else was asked', async () => {
    const booking = await taken()
    await accepted(join(wang))
    await freed(booking)
    const before = await offerOf(wang)
    const id = await decline(wang)
    await house.relay.pass()
    expect(await offerOf(wang)).toBeNull()
    house.clock.set(shanghai('09:10'))
    const again = await accepted(takeUpAgain(id))
    expect(again).toMatchObject({ state: 'open', startsAt: before?.startsAt, expiresAt: before?.expiresAt })
    expect((await accepted(takeUpAgain(id))).id).toBe(again.id)
    expect((await house.reserve({ person: li, from: '14:00', to: '15:00', date: MONDAY })).ok).toBe(false)
    // They answered it themselves: nobody tells them of it.
    expect(await accepted(house.waitlist.dueOffers({}, { personId: wang }))).toEqual([])
    expect(await accepted(house.waitlist.accept({ offerId: again.id }, nobody))).toMatchObject({ personId: wang })
    expect(await codeOf(id)).toBe('wait_over')
  })

  test('is somebody else’s once they were asked, whatever they say, or once it is booked', async () => {
    const booking = await taken()
    await accepted(join(wang))
    await accepted(join(li))
    await freed(booking)
    const id = await decline(wang)
    await house.relay.pass()
    expect(await codeOf(id)).toBe('passed_on')
    await decline(li)
    expect(await codeOf(id)).toBe('passed_on')
  })

  test('is nobody’s to take up again once somebody has booked it, its time is over, or another is held for the wait', async () => {
    const [first, second] = [await taken(), await taken('16:00', '17:00')]
    await accepted(join(wang, [afternoon, { ...afternoon, from: '16:00', to: '17:00' }]))
    await freed(first)
    const id = await decline(wang)
    const rival = await house.aBooking({ person: li, from: '14:30', to: '15:30', date: MONDAY })
    expect(await codeOf(id)).toBe('passed_on')
    await accepted(house.cancel(rival.id, nobody, '有会'))
    await freed(second)
    expect((await offerOf(wang))?.startsAt).toBe(at('16:00'))
    expect(await codeOf(id)).toBe('has_other')
    await decline(wang)
    house.clock.set(shanghai('14:30'))
    expect(await refused(takeUpAgain(id))).toMatchObject({ code: 'offer_over', detail: { state: 'expired' } })
  })
})

describe('the windows of one person', () => {
  test('do not overlap: each has a place in line of its own', async () => {
    await taken()
    await taken('15:00', '16:00')
    const wide = { ...afternoon, from: '14:00', to: '16:00' }
    expect(await refused(join(wang, [afternoon, wide]))).toMatchObject({ code: 'windows_overlap' })
    expect(await join(wang, [afternoon, { ...afternoon, from: '15:00', to: '16:00' }])).toMatchObject({ ok: true })
  })

  test('stay one wait when leaving is taken back after they asked anew', async () => {
    await taken()
    const { id: waitId } = await accepted(join(wang))
    await accepted(house.waitlist.leave({ waitId }, nobody))
    const anew = await accepted(join(wang))
    expect(await refused(house.waitlist.rejoin({ waitId }, nobody))).toMatchObject({
      code: 'already_waiting',
      detail: { personName: '王敏', window: afternoon },
    })
    await accepted(house.waitlist.leave({ waitId: anew.id }, nobody))
    expect(await house.waitlist.rejoin({ waitId }, nobody)).toMatchObject({ ok: true })
  })
})

test('who waits is offered what a booking would get: right up to what a draw keeps free around its places', async () => {
  await house.newRules({ bufferMinutes: 30 })
  await house.aWindow()
  // Drawn until 10:00, and free until 10:30; a booking may begin there.
  const booking = await taken('10:30', '11:30')
  await accepted(join(wang, [{ ...afternoon, from: '10:30', to: '11:30' }]))
  await freed(booking)
  expect(await offerOf(wang)).toMatchObject({ startsAt: at('10:30'), state: 'open' })
})
