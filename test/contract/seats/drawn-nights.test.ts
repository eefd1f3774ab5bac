import { afterEach, beforeEach, expect, test } from 'vitest'
import { aDrawingRoom, monday } from '../../builders/drawing.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof aDrawingRoom>>
beforeEach(async () => {
  house = await aDrawingRoom()
})
afterEach(() => house.close())

test('a window offers hours over midnight whole, in a room that closes after it and in one that never does', async () => {
  const offered = async () => {
    const plan = { ...monday, hours: { from: '23:00', to: '01:00' }, to: '2026-09-22' }
    const { id } = await house.aWindow(plan)
    const slots = await accepted(house.draws.slots({ windowId: id }, nobody))
    await accepted(house.draws.cancel({ windowId: id, reason: '改期' }, house.coordinator))
    return slots.map(({ startsAt }) => startsAt)
  }
  const nights = [
    ...[shanghai('23:00', '2026-09-21'), shanghai('00:00', '2026-09-22')],
    ...[shanghai('23:00', '2026-09-22'), shanghai('00:00', '2026-09-23')],
  ]
  const open = (opensAt: string, closesAt: string) =>
    house.newRules({ week: Array.from({ length: 7 }, () => ({ opensAt, closesAt })) })
  await open('21:00', '02:00')
  expect(await offered()).toEqual(nights)
  await open('00:00', '24:00')
  expect(await offered()).toEqual(nights)
})
