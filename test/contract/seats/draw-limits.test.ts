import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RoomRules } from '../../../shared/contract/house/room-rules.ts'
import { DrawFile } from '../../../shared/contract/seats/draw-file.ts'
import { drawFileOf, drawFileText } from '../../../shared/domain/seats/draw/draw-file.ts'
import { aDrawingRoom, MONDAY, slotAt } from '../../builders/drawing.ts'
import { sha256 } from '../../builders/draws.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof aDrawingRoom>>
let wang: string
let chen: string
beforeEach(async () => {
  house = await aDrawingRoom()
  wang = await house.aPerson('王敏')
  chen = await house.aPerson('陈思远')
})
afterEach(() => house.close())

/** What came of one request of a window that is drawn. */
async function resultOf(windowId: string, person: string) {
  await house.drawn(windowId)
  const { rows } = await accepted(house.draws.results({ windowId, search: '', offset: 0 }, nobody))
  return rows.find(({ personId }) => personId === person)
}
const limited = (limits: RoomRules['limits']) => house.newRules({ limits })
const tuesday = { date: '2026-09-22' }

test('whoever has as many bookings as the room allows is passed over, and told so; what they gave back in time is theirs again', async () => {
  await limited([{ count: 1, per: 'week' }])
  const booking = await house.aBooking({ person: wang, ...tuesday })
  const first = await house.aWindow()
  await house.aRequest({ windowId: first.id, person: wang })
  expect(await resultOf(first.id, wang)).toMatchObject({
    drawn: null,
    sentence: {
      zh: '排在第 1 位（共 1 位），想要的时间里，每人能约的场数（每周最多 1 场）已经用完。',
      en: 'Place 1 of 1: all that one person may book at the time wished for (at most 1 a week) was used up already.',
    },
  })
  const second = await house.aWindow({ hours: { from: '13:00', to: '15:00' }, closesAt: shanghai('19:00') })
  await house.aRequest({ windowId: second.id, person: wang, wishes: [slotAt('13:00')] })
  await accepted(house.cancel(booking.id))
  expect((await resultOf(second.id, wang))?.drawn).not.toBeNull()
})

test.each([
  ['day', MONDAY, '2026-09-22'],
  ['week', '2026-09-27', '2026-09-28'],
  ['month', '2026-09-30', '2026-10-01'],
  ['to_come', '2026-10-08', null],
] as const)('of %s a booking on %s uses one up, and one on %s none', async (per, counts, free) => {
  await limited([{ count: 1, per }])
  await house.aBooking({ person: wang, date: counts, from: '15:00', to: '16:00' })
  if (free !== null) await house.aBooking({ person: chen, date: free, from: '15:00', to: '16:00' })
  const { id } = await house.aWindow()
  for (const person of [wang, chen]) await house.aRequest({ windowId: id, person })
  expect(await resultOf(id, wang)).toMatchObject({ drawn: null })
  expect((await resultOf(id, chen))?.drawn).not.toBeNull()
})

test('one who comes along counts for themselves, whoever asks for somebody else does not', async () => {
  await limited([{ count: 1, per: 'to_come' }])
  const [li, secretary] = [await house.aPerson('李强'), await house.aPerson('周岚', { role: 'coordinator' })]
  await house.aBooking({ person: wang, ...tuesday })
  await house.aBooking({ person: secretary, seat: 2, ...tuesday })
  const { id } = await house.aWindow()
  await house.aRequest({ windowId: id, person: chen, togetherWith: [wang] })
  await house.aRequest({ windowId: id, person: li }, { personId: secretary })
  expect((await resultOf(id, chen))?.sentence.en).toContain('at most 1 to come')
  expect((await resultOf(id, li))?.drawn).not.toBeNull()
})

test('the file has it, and whoever holds the draw again gets the same bytes', async () => {
  await limited([{ count: 1, per: 'week' }])
  await house.aBooking({ person: wang, ...tuesday })
  const { id } = await house.aWindow()
  for (const person of [wang, chen]) await house.aRequest({ windowId: id, person })
  await house.drawn(id)
  const { text } = await accepted(house.draws.file({ windowId: id }, nobody))
  const file = DrawFile.parse(JSON.parse(text))
  const [startsAt, endsAt] = [shanghai('09:00', MONDAY), shanghai('11:00', MONDAY)]
  expect(new Map(file.facts.map(({ personId, usedUp }) => [personId, usedUp]))).toEqual(
    new Map([
      [wang, [{ roomId: file.slots[0]?.roomId, startsAt, endsAt, count: 1, per: 'week' }]],
      [chen, []],
    ]),
  )
  expect(file).toMatchObject({ rules: { version: 3 }, checks: { envy: 0, wasted: 0, overfull: 0 } })
  expect(drawFileText(drawFileOf(file, sha256))).toBe(text)
})
