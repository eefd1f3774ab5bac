import { afterEach, beforeEach, expect, test } from 'vitest'
import { drawsService } from '../../../electron/services/seats/draw/draws.ts'
import { FIRST_ROOM_ID } from '../../../electron/storage/house/room.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, nobody, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let wang: string
beforeEach(async () => {
  house = await anOpenRoom()
  wang = await house.aPerson('王敏')
})
afterEach(() => house.close())

const told = { seenVersion: null, toldHits: null, cancel: null }
const add = (name: string, site = '') => house.roomKeeping.add({ name, site, likeRoomId: FIRST_ROOM_ID }, nobody)
const rooms = () => accepted(house.rooms.list({}, nobody))
const describe = (roomId: string, name: string, coordinatorId: string | null = null) =>
  house.roomKeeping.describe({ roomId, seenVersion: null, name, site: '', coordinatorId }, nobody)
const reserve = (seatId: string, from: string, to: string, date = '2026-09-18', personId = wang) => {
  const span = { startsAt: shanghai(from, date), endsAt: shanghai(to, date) }
  return house.bookings.reserve({ seatId, personId, companionId: null, purpose: 'listen', ...span }, nobody)
}

async function hitBy(
  asked: ReturnType<(typeof house.roomKeeping)['close' | 'setZone']> | ReturnType<typeof house.rooms.saveRules>,
) {
  const answer = await asked
  if (answer.ok || answer.code !== 'hits_bookings') throw new Error('it hits nothing')
  return answer.detail
}

test('a second room has the rules of the first, seats of its own, and a name that no other has', async () => {
  await house.newRules({ slotMinutes: 60, seatCount: 6 })
  await accepted(describe(FIRST_ROOM_ID, '西厅'))
  const east = await accepted(add('东厅', '上海'))
  expect(east).toMatchObject({ name: '东厅', site: '上海', timeZone: 'Asia/Shanghai', closedFrom: null })
  expect(east.rules.at(-1)?.rules).toMatchObject({ slotMinutes: 60, seatCount: 6 })
  expect(east.seats.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
  const [west] = await rooms()
  expect(west?.seats.some(({ id }) => east.seats.some((seat) => seat.id === id))).toBe(false)
  expect((await refused(add('东厅'))).code).toBe('name_taken')
  expect((await refused(describe(east.id, '西厅'))).code).toBe('name_taken')
  expect((await refused(describe(east.id, ''))).code).toBe('name_missing')
  expect(await accepted(describe(east.id, '东二厅', wang))).toMatchObject({ name: '东二厅', coordinatorId: wang })
  expect((await refused(describe(east.id, '东厅', east.id))).code).toBe('not_found')
})

test('seats of one number lie beside each other in two rooms, and a person sits in one of them', async () => {
  const east = await accepted(add('东厅'))
  const li = await house.aPerson('李强')
  await house.aBooking({ person: wang })
  const there = east.seats[0]?.id ?? ''
  const taken = await refused(reserve(there, '10:30', '11:30'))
  expect(taken).toMatchObject({
    code: 'person_taken',
    detail: { personName: '王敏', seatNumber: 1, isElsewhere: true },
  })
  expect(await refused(house.reserve({ person: wang, seat: 2 }))).toMatchObject({ detail: { isElsewhere: false } })
  await accepted(reserve(there, '10:00', '11:00', '2026-09-18', li))
})

test('a room that closes tells what it still has, keeps it or cancels it, and takes no new booking until it opens again', async () => {
  const east = await accepted(add('东厅'))
  const there = east.seats[0]?.id ?? ''
  const kept = await accepted(reserve(there, '10:00', '11:00', '2026-09-20'))
  const gone = await accepted(reserve(there, '12:00', '13:00', '2026-09-21'))
  await accepted(reserve(there, '10:00', '11:00', '2026-09-19'))
  const close = (from: string | null, change: object = {}) =>
    house.roomKeeping.close({ ...told, roomId: east.id, from, ...change }, nobody)
  expect(await refused(close('2026-09-17'))).toMatchObject({ code: 'from_the_past', detail: { today: '2026-09-18' } })
  const hit = await hitBy(close('2026-09-20'))
  expect(hit.hits.map(({ bookingId, reason }) => [bookingId, reason])).toEqual([
    [kept.id, 'closed_day'],
    [gone.id, 'closed_day'],
  ])
  expect((await rooms())[1]?.closedFrom).toBeNull()
  const cancel = { bookingIds: [gone.id], reason: '搬走了' }
  const closed = await accepted(close('2026-09-20', { toldHits: hit.mark, cancel }))
  expect(closed).toMatchObject({
    cancelled: [{ id: gone.id, version: gone.version + 1 }],
    room: { closedFrom: '2026-09-20' },
  })
  expect((await accepted(house.bookings.upcoming({ personId: wang }, nobody))).map(({ startsAt }) => startsAt)).toEqual(
    [shanghai('10:00', '2026-09-19'), shanghai('10:00', '2026-09-20')],
  )
  expect((await refused(reserve(there, '14:00', '15:00', '2026-09-20'))).code).toBe('closed_day')
  await accepted(reserve(there, '14:00', '15:00', '2026-09-19'))
  const last = { ...told, roomId: FIRST_ROOM_ID, from: '2026-09-18' }
  expect((await refused(house.roomKeeping.close(last, nobody))).code).toBe('last_open')
  expect((await accepted(close(null))).room.closedFrom).toBeNull()
  await accepted(reserve(there, '14:00', '15:00', '2026-09-20'))
})

test('another zone leaves bookings at their moment and tells those that the hours leave outside', async () => {
  const east = await accepted(add('东厅'))
  const late = await accepted(reserve(east.seats[0]?.id ?? '', '10:00', '11:00', '2026-09-20'))
  const zone = (timeZone: string, change: object = {}) =>
    house.roomKeeping.setZone({ ...told, roomId: east.id, timeZone, ...change }, nobody)
  for (const none of ['Mars/Olympus', '+08:00', '']) expect((await refused(zone(none))).code).toBe('unknown_zone')
  const hit = await hitBy(zone('Europe/Berlin'))
  expect(hit.hits).toMatchObject([{ bookingId: late.id, reason: 'outside_opening_hours' }])
  const moved = await accepted(zone('Europe/Berlin', { toldHits: hit.mark }))
  expect(moved).toMatchObject({ cancelled: [], room: { timeZone: 'Europe/Berlin' } })
  expect((await accepted(zone('Asia/Tokyo'))).room.timeZone).toBe('Asia/Tokyo')
})

test('rules and another zone tell who waits for hours in which nothing is left, and what is still drawn there; told once, they are saved', async () => {
  const draws = drawsService(house.parts)
  const plan = { roomIds: [FIRST_ROOM_ID], from: '2026-09-21', to: '2026-09-21', hours: { from: '09:00', to: '11:00' } }
  const window = await accepted(
    draws.open({ ...plan, lengthsMinutes: [60], closesAt: shanghai('12:00', '2026-09-19') }, nobody),
  )
  for (const seat of [1, 2, 3, 4])
    await house.aBooking({ person: await house.aPerson(`客 ${seat}`), seat, date: '2026-09-22' })
  const wanted = { date: '2026-09-22', from: '10:00', to: '11:00', minutes: 60, seatId: null }
  const who = { personId: wang, companionId: null, purpose: 'listen' as const, acceptHours: null }
  const wait = await accepted(house.waitlist.join({ ...who, roomId: FIRST_ROOM_ID, windows: [wanted] }, nobody))
  const closed = (from: string, to = from) => ({
    ...{ kind: 'closed' as const, from, to, name: { zh: '检修', en: 'Works' }, seatNumbers: null },
  })
  const save = async (day: string, toldHits: string | null) => {
    const rules = await house.rulesWith({ days: [closed(day)] })
    const wish = { roomId: FIRST_ROOM_ID, seenVersion: null, validFrom: '2026-09-19', cancel: null, rules, toldHits }
    return house.rooms.saveRules(wish, nobody)
  }
  const drawHit = { windowId: window.id, from: '2026-09-21', to: '2026-09-21', closesAt: window.closesAt }
  const waitHit = { waitId: wait.id, personName: '王敏', date: '2026-09-22', from: '10:00', to: '11:00', isHeld: false }
  expect(await hitBy(save('2026-09-22', null))).toMatchObject({ count: 4, waits: [waitHit], draws: [] })
  const moved = { ...told, roomId: FIRST_ROOM_ID, timeZone: 'Europe/Berlin', toldHits: null }
  expect(await hitBy(house.roomKeeping.setZone(moved, nobody))).toMatchObject({ draws: [drawHit] })
  const hit = await hitBy(save('2026-09-21', null))
  expect(hit).toMatchObject({ count: 0, hits: [], waits: [], draws: [drawHit] })
  expect((await accepted(save('2026-09-21', hit.mark))).cancelled).toEqual([])
  expect(await save('2026-09-20', null)).toMatchObject({ ok: true })
})

test('a room that closes tells who waits in it and what is still drawn there; told once, it closes', async () => {
  const east = await accepted(add('东厅'))
  const window = { from: '2026-09-21', to: '2026-09-21', hours: null, lengthsMinutes: [60] }
  const draws = drawsService(house.parts)
  const drawn = await accepted(
    draws.open({ ...window, roomIds: [FIRST_ROOM_ID, east.id], closesAt: shanghai('12:00', '2026-09-19') }, nobody),
  )
  for (const { id } of east.seats)
    await accepted(reserve(id, '10:00', '11:00', '2026-09-19', await house.aPerson(`客 ${id}`)))
  const wanted = { date: '2026-09-19', from: '10:00', to: '11:00', minutes: 60, seatId: null }
  const who = { personId: wang, companionId: null, purpose: 'listen' as const, acceptHours: null }
  const wait = await accepted(house.waitlist.join({ ...who, roomId: east.id, windows: [wanted] }, { personId: wang }))
  const close = (toldHits: string | null) =>
    house.roomKeeping.close({ ...told, toldHits, roomId: east.id, from: '2026-09-20' }, nobody)
  const { mark, count, waits, draws: windows } = await hitBy(close(null))
  expect([count, waits]).toEqual([0, []])
  expect(windows).toEqual([{ windowId: drawn.id, from: '2026-09-21', to: '2026-09-21', closesAt: drawn.closesAt }])
  const all = await hitBy(
    house.roomKeeping.close({ ...told, toldHits: mark, roomId: east.id, from: '2026-09-19' }, nobody),
  )
  expect(all.count).toBe(east.seats.length)
  expect(all.waits).toEqual([
    { waitId: wait.id, personName: '王敏', date: '2026-09-19', from: '10:00', to: '11:00', isHeld: false },
  ])
  expect((await accepted(close(mark))).room.closedFrom).toBe('2026-09-20')
})
