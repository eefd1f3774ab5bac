import { afterEach, beforeEach, expect, test } from 'vitest'
import { drawPass } from '../../../electron/services/seats/draw/draw-pass.ts'
import type { Engine } from '../../../electron/storage/engine/engine.ts'
import { aDrawingRoom, MONDAY } from '../../builders/drawing.ts'
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
