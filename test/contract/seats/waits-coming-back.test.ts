import { afterEach, beforeEach, expect, test } from 'vitest'
import { accepted } from '../../builders/outcomes.ts'
import { nobody } from '../../builders/seats.ts'
import { aWaitingRoom, MONDAY, waitingIn } from '../../builders/waiting-room.ts'

let house: Awaited<ReturnType<typeof aWaitingRoom>>['house']
let wang: string
let li: string
let zhao: string
beforeEach(async () => {
  ;({ house, wang, li, zhao } = await aWaitingRoom())
})
afterEach(() => house.close())
const { waits, taken, freed, mine, offerOf, openOffer, accept } = waitingIn(() => house)

const off = async (personId: string) => {
  await accepted(house.people.remove({ personId, seenVersion: null }, nobody))
  house.clock.advance(60_000)
  await house.relay.pass()
}
const back = (personId: string) => accepted(house.people.putBack({ personId }, nobody))
const positionOf = async (personId: string) => (await mine(personId)).map(({ standings }) => standings[0]?.position)
/** Two wait for what a third has. */
async function twoWait() {
  const booking = await taken(zhao)
  await waits({ person: wang })
  house.clock.advance(1_000)
  await waits({ person: li })
  return booking
}

test('whoever is put back on the list waits on where they stood', async () => {
  const booking = await twoWait()
  await off(wang)
  expect([await positionOf(wang), await positionOf(li)]).toEqual([[], [1]])
  await back(wang)
  expect([await positionOf(wang), await positionOf(li)]).toEqual([[1], [2]])
  await freed(booking.id)
  expect([await offerOf(wang), await offerOf(li)]).toMatchObject([{ state: 'open' }, null])
})

test.each([
  ['in the moment in which they went', 0],
  ['after the clock was set back', -3_600_000],
])('so they do where the line is looked through %s', async (_when, ms) => {
  await twoWait()
  await accepted(house.people.remove({ personId: wang, seenVersion: null }, nobody))
  house.clock.step(ms)
  await house.relay.pass()
  expect([await positionOf(wang), await positionOf(li)]).toEqual([[], [1]])
  await back(wang)
  expect([await positionOf(wang), await positionOf(li)]).toEqual([[1], [2]])
})

test('what was given to the next meanwhile stays given; they wait on for what becomes free then', async () => {
  const booking = await twoWait()
  await off(wang)
  await freed(booking.id)
  const lis = await accepted(accept((await openOffer(li)).id))
  await back(wang)
  await house.relay.pass()
  expect([await positionOf(wang), await offerOf(wang)]).toEqual([[1], null])
  await freed(lis.id)
  expect(await offerOf(wang)).toMatchObject({ state: 'open' })
})

test('a wait that they had left, or whose time went by, stands no more', async () => {
  for (const date of [MONDAY, '2026-09-19']) await taken(zhao, '14:00', '15:00', date)
  const left = await waits({ person: wang })
  await waits({ person: wang, date: '2026-09-19' })
  await accepted(house.waitlist.leave({ waitId: left.id }, nobody))
  house.clock.advance(1_000)
  await off(wang)
  house.clock.set(`${MONDAY}T00:00:00.000Z`)
  await back(wang)
  expect(await mine(wang)).toEqual([])
})

test.each(['somebody who said who they are', 'whoever had not said who they are'])(
  'what was given up as they were let go by %s stays given up',
  async (by) => {
    const asker = by.startsWith('somebody') ? { ...nobody, personId: li } : nobody
    await twoWait()
    const { mark } = await accepted(house.people.ahead({ personId: wang }, nobody))
    const leave = { personId: wang, seenVersion: null, mark, keepUntil: null, reason: '调去别的组' }
    await accepted(house.people.letGo(leave, asker))
    house.clock.advance(60_000)
    await house.relay.pass()
    await back(wang)
    expect([await positionOf(wang), await positionOf(li)]).toEqual([[], [1]])
  },
)
