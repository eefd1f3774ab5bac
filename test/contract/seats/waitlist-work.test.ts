import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeRelay } from '../../../electron/services/seats/relay.ts'
import type { Engine } from '../../../electron/storage/engine/engine.ts'
import type { Ask, Query } from '../../../electron/storage/engine/query.ts'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import { accepted } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody } from '../../builders/seats.ts'

const MONDAY = '2026-09-21'
let house: Awaited<ReturnType<typeof anOpenRoom>>
beforeEach(async () => {
  house = await anOpenRoom()
})
afterEach(() => house.close())

/** The engine, and how many texts it was asked so far. */
function counting(engine: Engine) {
  let asked = 0
  const count = (ask: Ask): void => {
    if (ask.kind === 'together') ask.asks.forEach(count)
    else if (ask.kind === 'rows' || ask.kind === 'write') asked += 1
  }
  function* counted<T>(work: Query<T>): Query<T> {
    let next = work.next()
    while (next.done !== true) {
      count(next.value)
      next = work.next(yield next.value)
    }
    return next.value
  }
  const read: Engine['read'] = (make) => engine.read(() => counted(make()))
  return { engine: { ...engine, read }, asked: () => asked }
}

/** How much is asked in a pass while somebody waits for an afternoon, which they cannot have, on so many free seats. */
async function askedInPass(seatCount: number): Promise<number> {
  await house.newRules({ seatCount })
  const counter = counting(house.engine)
  await makeRelay({ ...house.parts, engine: counter.engine }).pass()
  return counter.asked()
}

test('whoever waits is looked at once for a time, on however many seats it is free', async () => {
  await house.newRules({ seatCount: 1 })
  const wang = await house.aPerson('王敏')
  await house.aBooking({ person: await house.aPerson('赵云'), from: '14:00', to: '16:00', date: MONDAY })
  const window = { date: MONDAY, from: '14:00', to: '16:00', minutes: 60, seatId: null }
  const wish = {
    roomId: FIRST_ROOM_ID,
    personId: wang,
    companionId: null,
    purpose: 'listen',
    acceptHours: null,
  } as const
  await accepted(house.waitlist.join({ ...wish, windows: [window] }, nobody))
  await house.newRules({ seatCount: 2 })
  await house.aBooking({ person: wang, seat: 2, from: '14:00', to: '16:00', date: MONDAY })
  const withThree = await askedInPass(3)
  expect(await askedInPass(9)).toBe(withThree)
})
