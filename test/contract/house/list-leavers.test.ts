import { afterEach, beforeEach, expect, test } from 'vitest'
import { StaleChange } from '../../../electron/stale-change.ts'
import type { ListLeaver } from '../../../shared/contract/house/people.ts'
import { aDrawingRoom, slotAt } from '../../builders/drawing.ts'
import { accepted, refused } from '../../builders/outcomes.ts'
import { anOpenRoom, shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof anOpenRoom>>
let wang: string
let li: string
let zhao: string
let coordinator: { personId: string }
beforeEach(async () => {
  house = await anOpenRoom()
  wang = await house.aPerson('王敏', { employeeNumber: 'E1001' })
  li = await house.aPerson('李强', { employeeNumber: 'E1002' })
  zhao = await house.aPerson('赵云', { employeeNumber: 'E1003' })
  coordinator = { personId: await house.aPerson('孙悦', { role: 'coordinator', employeeNumber: 'E1004' }) }
})
afterEach(() => house.close())

const base64 = (list: string) => Buffer.from(list).toString('base64')
/** All but 李强. */
const LIST = base64('姓名,工号\n王敏,E1001\n赵云,E1003\n孙悦,E1004\n周平,E1005\n')
const read = (list = LIST) => accepted(house.people.readList({ base64: list }, coordinator))
const wish = (leavers: readonly ListLeaver[], list = LIST) => ({
  base64: list,
  leavers: {
    people: leavers.map(({ person, mark }) => ({ personId: person.id, seenVersion: person.version, mark })),
    reason: '已离职，手机 13812345678',
  },
})
const keep = (leavers: readonly ListLeaver[], list = LIST) =>
  accepted(house.people.keepList(wish(leavers, list), coordinator))
const names = async () => (await accepted(house.people.list({}, coordinator))).map(({ name }) => name)
const upcoming = (personId: string) => accepted(house.bookings.upcoming({ personId }, coordinator))
const waits = async (personId: string) => accepted(house.waitlist.mine({ personId }, coordinator))
const roomId = async () => (await accepted(house.rooms.list({}, coordinator)))[0]?.id ?? ''

/** 李强 has a booking with 赵云 beside, sits beside 王敏, and waits. */
async function muchAhead() {
  const own = await house.aBooking({ person: li, companion: zhao, from: '10:00', to: '11:00', date: '2026-09-21' })
  const beside = await house.aBooking({ person: wang, companion: li, seat: 2, from: '12:00', to: '13:00' })
  for (const seat of [1, 2, 3, 4])
    await house.aBooking({
      ...{ person: await house.aPerson(`客 ${seat}`), seat, date: '2026-09-19', from: '10:00', to: '12:00' },
    })
  const window = { date: '2026-09-19', from: '10:00', to: '12:00', minutes: 60, seatId: null }
  const waiting = { personId: li, companionId: null, purpose: 'listen', acceptHours: null, windows: [window] } as const
  await accepted(house.waitlist.join({ ...waiting, windows: [window], roomId: await roomId() }, coordinator))
  return { own, beside }
}

test('who is in the house and not in the list is offered with what they have before them, and never whoever asks', async () => {
  const { own, beside } = await muchAhead()
  const known = ['客 1', '客 2', '客 3', '客 4'].map((name) => `${name},`)
  const whole = base64(['姓名,工号', '王敏,E1001', '赵云,E1003', ...known].join('\n'))
  const { leavers, leaverCount, houseCount, partial } = await read(whole)
  expect([leaverCount, houseCount, partial]).toEqual([1, 8, null])
  expect(leavers).toMatchObject([
    {
      person: { id: li },
      isLikelyGone: false,
      ahead: {
        bookings: [
          { id: beside.id, besideName: '王敏', seatNumber: 2, startsAt: shanghai('12:00'), isSitting: false },
          { id: own.id, besideName: null, seatNumber: 1 },
        ],
        waits: [{ startsAt: shanghai('10:00', '2026-09-19') }],
        ...{ offers: [], draws: [], rooms: [] },
      },
    },
  ])
})

test('leavers go with the import and all they had, the reason stands in the history, and one undo brings all of it back', async () => {
  const { own, beside } = await muchAhead()
  const [first] = (await read()).leavers
  expect(first?.person.id).toBe(li)
  const kept = await keep(first === undefined ? [] : [first])
  expect(kept).toMatchObject({ count: 4, leftCount: 1 })
  expect(await names()).toContain('周平')
  expect(await names()).not.toContain('李强')
  expect(await upcoming(li)).toEqual([])
  expect(await upcoming(zhao)).toEqual([])
  expect(await upcoming(wang)).toMatchObject([{ id: beside.id, companionId: null }])
  expect(await waits(li)).toEqual([])
  const [line] = await accepted(house.bookings.history({ bookingId: own.id }, coordinator))
  expect(line).toMatchObject({ what: 'cancelled', actorName: '孙悦', reason: '已离职，手机 138****5678' })

  const back = await accepted(house.people.takeBackList({ changes: kept.changes }, coordinator))
  expect(back.kept).toEqual([])
  expect(await names()).not.toContain('周平')
  expect(await upcoming(li)).toMatchObject([
    { id: beside.id, companionId: li },
    { id: own.id, companionId: zhao, state: 'booked' },
  ])
  expect(await waits(li)).toHaveLength(1)

  const forth = await accepted(house.people.takeBackList({ changes: back.changes }, coordinator))
  expect(forth.kept).toEqual([])
  expect(await names()).not.toContain('李强')
  expect(await upcoming(zhao)).toEqual([])
  await accepted(house.people.takeBackList({ changes: forth.changes }, coordinator))
  expect(await upcoming(li)).toHaveLength(2)
})

test('two who sit on one booking leave together, and are back on it together', async () => {
  const { own } = await muchAhead()
  const list = base64('姓名,工号\n王敏,E1001\n孙悦,E1004\n')
  const leavers = (await read(list)).leavers.filter(({ person }) => [li, zhao].includes(person.id))
  expect(leavers).toHaveLength(2)
  const { changes } = await keep(leavers.reverse(), list)
  const back = await accepted(house.people.takeBackList({ changes }, coordinator))
  expect(back.kept).toEqual([])
  expect(await upcoming(zhao)).toMatchObject([{ id: own.id, personId: li, companionId: zhao, state: 'booked' }])
})

test('who sits here is nobody once they are taken off the list, also as the list that did so is brought in again', async () => {
  const me = () => house.parts.settings.read().me
  house.parts.settings.save({ me: li })
  const leavers = (await read()).leavers.filter(({ person }) => person.id === li)
  const { changes } = await keep(leavers)
  expect(me()).toBeNull()
  const back = await accepted(house.people.takeBackList({ changes }, coordinator))
  house.parts.settings.save({ me: li })
  await accepted(house.people.takeBackList({ changes: back.changes }, coordinator))
  expect([me(), (await names()).includes('李强')]).toEqual([null, false])
})

test('what was changed or taken since stays, and is named', async () => {
  const { own, beside } = await muchAhead()
  const leavers = (await read()).leavers.filter(({ person }) => person.id === li)
  const { changes } = await keep(leavers)
  const { seatId, startsAt } = own
  const edited = {
    bookingId: beside.id,
    seenVersion: null,
    companionId: zhao,
    purpose: 'listen',
    reason: '换人',
  } as const
  await accepted(house.bookings.edit(edited, coordinator))
  expect(await house.aBooking({ person: wang, from: '10:00', to: '11:00', date: '2026-09-21' })).toMatchObject({
    ...{ seatId, startsAt },
  })
  const back = await accepted(house.people.takeBackList({ changes }, coordinator))
  expect(back.kept).toEqual([{ name: '李强', why: 'not_all_back' }])
  expect(await names()).toContain('李强')
  expect(await upcoming(li)).toEqual([])
  expect(await upcoming(zhao)).toMatchObject([{ id: beside.id, companionId: zhao }])
})

test('nobody gives up what was not shown, nobody is sent from a seat, and nobody whom the list names goes: then nothing is done', async () => {
  const leavers = (await read()).leavers.filter(({ person }) => person.id === li)
  const { id } = await house.aBooking({ person: li, from: '09:00', to: '10:00' })
  const before = await names()
  expect(await refused(house.people.keepList(wish(leavers), coordinator))).toMatchObject({
    ...{ code: 'has_other_ahead', detail: { name: '李强' } },
  })
  await accepted(house.bookings.checkIn({ bookingId: id }, coordinator))
  const seen = (await read()).leavers.filter(({ person }) => person.id === li)
  expect(seen).toMatchObject([{ isLikelyGone: false, ahead: { bookings: [{ isSitting: true }] } }])
  expect(await refused(house.people.keepList(wish(seen), coordinator))).toMatchObject({ code: 'is_sitting' })
  const all = base64('姓名,工号\n李强,E1002\n')
  expect(await refused(house.people.keepList(wish(seen, all), coordinator))).toMatchObject({ code: 'leaver_is_back' })
  const older = seen.map((one) => ({ ...one, person: { ...one.person, version: 7 } }))
  await expect(async () => house.people.keepList(wish(older), coordinator)).rejects.toThrow(StaleChange)
  expect(await names()).toEqual(before)
})

test('requests of draws are withdrawn or go on without them, a room has nobody who looks after it, and all is back', async () => {
  const drawing = await aDrawingRoom()
  const [leaves, stays] = [await drawing.aPerson('李强', { employeeNumber: 'E1002' }), await drawing.aPerson('赵云')]
  const asker = { personId: await drawing.aPerson('孙悦', { role: 'coordinator' }) }
  const tuesday = '2026-09-22'
  const [first, second] = [await drawing.aWindow(), await drawing.aWindow({ from: tuesday, to: tuesday })]
  const own = await drawing.aRequest({ windowId: first.id, person: leaves })
  const beside = await drawing.aRequest({
    ...{ windowId: second.id, person: stays, togetherWith: [leaves], wishes: [slotAt('09:00', tuesday)] },
  })
  const [room] = await accepted(drawing.rooms.list({}, asker))
  const described = { name: '', site: '', coordinatorId: leaves, seenVersion: null }
  await accepted(drawing.roomKeeping.describe({ roomId: room?.id ?? '', ...described }, asker))
  const list = base64('姓名,工号\n赵云,\n王敏,\n')
  const leavers = (await accepted(drawing.people.readList({ base64: list }, asker))).leavers
  expect(leavers).toMatchObject([
    { person: { id: leaves }, ahead: { rooms: [{ id: room?.id }], draws: [{ id: own.id }, { id: beside.id }] } },
  ])
  const state = async () => ({
    coordinatorId: (await accepted(drawing.rooms.list({}, asker)))[0]?.coordinatorId,
    requests: (await accepted(drawing.draws.mine({}, { personId: stays }))).map(({ togetherWith, awayIds = [] }) =>
      togetherWith.filter((id) => !awayIds.includes(id)),
    ),
    counts: [(await drawing.windowNow(first.id)).requestCount, (await drawing.windowNow(second.id)).requestCount],
  })
  const before = await state()
  const { changes } = await accepted(drawing.people.keepList(wish(leavers, list), asker))
  expect(await state()).toEqual({ coordinatorId: null, requests: [[]], counts: [0, 1] })
  await accepted(drawing.people.takeBackList({ changes }, asker))
  expect(await state()).toEqual(before)
  await drawing.close()
})

test('a place held for whoever leaves is free for the next, and offered again to who is back', async () => {
  await muchAhead()
  const [taken] = await accepted(house.bookings.board({ from: '2026-09-19', to: '2026-09-19' }, coordinator))
  await accepted(house.cancel(taken?.id ?? '', coordinator, '不来了'))
  await house.relay.pass()
  const leavers = (await read()).leavers.filter(({ person }) => person.id === li)
  expect(leavers[0]?.ahead.offers).toMatchObject([{ seatNumber: taken?.seatNumber }])
  const { changes } = await keep(leavers)
  expect(await house.reserve({ person: wang, date: '2026-09-19', from: '10:00', to: '11:00' })).toMatchObject({
    ok: true,
  })
  const back = await accepted(house.people.takeBackList({ changes }, coordinator))
  expect(back.kept).toEqual([])
  expect(await waits(li)).toHaveLength(1)
})
