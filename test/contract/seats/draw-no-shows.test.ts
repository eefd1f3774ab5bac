import { expect, test } from 'vitest'
import { aDrawingRoom } from '../../builders/drawing.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody } from '../../builders/seats.ts'

test('whoever did not come stands behind, also where nobody had looked before it was drawn', async () => {
  const house = await aDrawingRoom()
  const [chen, li] = [await house.aPerson('陈思远'), await house.aPerson('李强')]
  await house.watch.look()
  await house.aBooking({ person: li, from: '10:00', to: '19:00' })
  const { id } = await house.aWindow()
  for (const person of [chen, li]) await house.aRequest({ windowId: id, person })
  await house.drawn(id)
  const { text } = await accepted(house.draws.file({ windowId: id }, nobody))
  const { facts } = JSON.parse(text) as { facts: { personId: string; noShows: number }[] }
  expect(new Map(facts.map(({ personId, noShows }) => [personId, noShows]))).toEqual(
    new Map([
      [chen, 0],
      [li, 1],
    ]),
  )
  await house.close()
})
