import { afterEach, beforeEach, expect, test } from 'vitest'
import { drawPass } from '../../../electron/services/seats/draw/draw-pass.ts'
import type { Engine } from '../../../electron/storage/engine/engine.ts'
import { aDrawingRoom, MONDAY, slotAt } from '../../builders/drawing.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody } from '../../builders/seats.ts'

let room: Awaited<ReturnType<typeof aDrawingRoom>>
let wang: string
let elsewhere: string
let windowId: string
beforeEach(async () => {
  room = await aDrawingRoom()
  wang = await room.aPerson('王敏')
  elsewhere = (await room.aBooking({ person: wang, date: MONDAY, from: '09:00', to: '10:00' })).id
  windowId = (await room.aWindow()).id
  await room.aRequest({ windowId, person: wang })
})
afterEach(() => room.close())

/** Closes the window and draws it; before each time something is to be stored, `meanwhile` happens. How often it was tried. */
async function drawnWhile(meanwhile: (turn: number) => Promise<unknown>) {
  let turns = 0
  const { engine } = room.parts
  const busy: Engine = {
    ...engine,
    transact: async (query) => {
      await meanwhile(++turns)
      return engine.transact(query)
    },
  }
  room.clock.set((await room.windowNow(windowId)).closesAt)
  await drawPass({ ...room.parts, engine: busy, watch: { look: async () => 0 } }).run()
  return turns
}
const granted = async () => (await room.results(windowId)).map(({ drawn }) => drawn?.seatNumbers ?? null)

test('what changed after it was drawn up is drawn anew: whoever gave back what stood in their way gets a seat', async () => {
  expect(await drawnWhile(async (turn) => turn === 1 && (await accepted(room.cancel(elsewhere))))).toBe(2)
  expect(await granted()).toEqual([[2]])
})

test('where it changes each time it is drawn all the same, with what is so while all is held', async () => {
  const turns = await drawnWhile(async (turn) =>
    accepted(turn % 2 === 1 ? room.cancel(elsewhere) : room.bookings.restore({ bookingId: elsewhere }, nobody)),
  )
  expect(turns).toBe(4)
  expect(await granted()).toEqual([null])
})

test('who is back on the list before it is drawn anew is drawn for as well, and nothing of their leaving is written down', async () => {
  const by = { personId: room.coordinator.personId }
  const [li, gao, zhou] = [await room.aPerson('李强'), await room.aPerson('高翔'), await room.aPerson('周敏')]
  await room.aRequest({ windowId, person: li, togetherWith: [gao] })
  await room.aRequest({ windowId, person: zhou, wishes: [slotAt('10:00')] })
  for (const personId of [gao, zhou]) await accepted(room.people.remove({ personId, seenVersion: null }, by))
  await drawnWhile(async (turn) => {
    if (turn === 1) await accepted(room.cancel(elsewhere))
    if (turn === 2) for (const personId of [gao, zhou]) await accepted(room.people.putBack({ personId }, by))
  })
  const mine = async (personId: string) =>
    (await accepted(room.draws.mine({}, { personId }))).map(({ result }) => result)
  expect(await mine(gao)).toMatchObject([{ personName: '李强', togetherNames: ['高翔'], seatsNow: ['held', 'held'] }])
  expect(await mine(zhou)).toMatchObject([{ seatsNow: ['held'] }])
  const events = (await accepted(room.draws.history({ windowId }, by))).filter(({ actorName }) => actorName === null)
  expect(events.map(({ what }) => what)).toEqual(['drawn'])
})

test('drawn anew, it is told once without whom it was drawn', async () => {
  const by = { personId: room.coordinator.personId }
  const [li, gao] = [await room.aPerson('李强'), await room.aPerson('高翔')]
  await room.aRequest({ windowId, person: li, togetherWith: [gao] })
  await accepted(room.people.remove({ personId: gao, seenVersion: null }, by))
  await drawnWhile(async (turn) => turn === 1 && (await accepted(room.cancel(elsewhere))))
  const events = await accepted(room.draws.history({ windowId }, by))
  expect(events.filter(({ what }) => what === 'changed')).toHaveLength(1)
})
