import { afterEach, beforeEach, expect, test } from 'vitest'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody, shanghai } from '../../builders/seats.ts'
import { aWaitingRoom, MONDAY, waitingIn } from '../../builders/waiting-room.ts'

const TODAY = '2026-09-18'

let room: Awaited<ReturnType<typeof aWaitingRoom>>
const waiting = waitingIn(() => room.house)
beforeEach(async () => {
  room = await aWaitingRoom()
})
afterEach(() => room.house.close())

const saveHours = async (opensAt: string, toldHits: string | null = null, validFrom = '2026-09-19') => {
  const rules = await room.house.rulesWith({ week: Array.from({ length: 7 }, () => ({ opensAt, closesAt: '21:00' })) })
  const wish = { roomId: FIRST_ROOM_ID, seenVersion: null, validFrom, cancel: null, rules, toldHits }
  return room.house.rooms.saveRules(wish, nobody)
}
async function hitBy(asked: ReturnType<typeof saveHours> | ReturnType<(typeof room)['house']['roomKeeping']['close']>) {
  const answer = await asked
  if (answer.ok || answer.code !== 'hits_bookings') throw new Error('it hits nothing')
  return answer.detail
}
const closeFrom = (from: string) =>
  room.house.roomKeeping.close({ roomId: FIRST_ROOM_ID, seenVersion: null, cancel: null, toldHits: null, from }, nobody)

test('rules that take the place that is held tell of it, though other hours of the wish stay; told once, they are saved', async () => {
  const { house, wang, li, zhao } = room
  const first = await waiting.taken(zhao, '14:00', '15:00')
  await waiting.taken(li, '15:00', '16:00')
  const wait = await waiting.waits({ person: wang, from: '14:00', to: '16:00' })
  await waiting.freed(first.id)
  const hit = await hitBy(saveHours('15:00'))
  const held = { waitId: wait.id, personName: '王敏', date: MONDAY, from: '14:00', to: '15:00', isHeld: true }
  expect(hit).toMatchObject({ waits: [held], draws: [] })
  await accepted(saveHours('15:00', hit.mark))
  await house.relay.pass()
  expect(await waiting.mine(wang)).toMatchObject([{ id: wait.id, offer: null }])
})

test('rules that leave nothing of the hours in which a place is held tell of those hours once', async () => {
  const first = await waiting.taken(room.zhao, '14:00', '15:00')
  await waiting.waits({ person: room.wang, from: '14:00', to: '15:00' })
  await waiting.freed(first.id)
  expect((await hitBy(saveHours('16:00'))).waits).toMatchObject([{ from: '14:00', to: '15:00', isHeld: true }])
})

test('rules that take only hours that are over tell of nobody', async () => {
  const { house, wang, zhao } = room
  await waiting.taken(zhao, '10:00', '11:00', TODAY)
  await waiting.waits({ person: wang, date: TODAY, from: '10:00', to: '11:00' })
  house.clock.set(shanghai('13:00'))
  expect(await saveHours('12:00', null, TODAY)).toMatchObject({ ok: true })
})

test('a room that closes tells of a held place only with the day on which it is held, and of no hours that are over', async () => {
  const { house, wang, zhao } = room
  const window = { from: '14:00', to: '15:00', minutes: 60, seatId: null }
  await accepted(
    house.roomKeeping.describe(
      { roomId: FIRST_ROOM_ID, seenVersion: null, name: '西厅', site: '', coordinatorId: null },
      nobody,
    ),
  )
  await accepted(house.roomKeeping.add({ name: '东厅', site: '', likeRoomId: FIRST_ROOM_ID }, nobody))
  const [first] = [await waiting.taken(zhao), await waiting.taken(zhao, '14:00', '15:00', '2026-09-22')]
  const windows = [MONDAY, '2026-09-22'].map((date) => ({ ...window, date }))
  const wish = { roomId: FIRST_ROOM_ID, personId: wang, companionId: null, purpose: 'listen' as const }
  await accepted(house.waitlist.join({ ...wish, windows, acceptHours: null }, nobody))
  await waiting.freed(first.id)
  expect((await hitBy(closeFrom('2026-09-22'))).waits).toMatchObject([{ date: '2026-09-22', isHeld: false }])
  expect((await hitBy(closeFrom(MONDAY))).waits).toMatchObject([{ isHeld: true }, { isHeld: false }])
})
