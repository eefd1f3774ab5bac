import { afterEach, beforeEach, expect, test } from 'vitest'
import { passportsService } from '../../../electron/services/duty/passports.ts'
import { mergesService } from '../../../electron/services/house/merges.ts'
import { bookingForService } from '../../../electron/services/seats/booking-for.ts'
import { ownNewsService } from '../../../electron/services/seats/own-news.ts'
import { aDrawingRoom, slotAt } from '../../builders/drawing.ts'
import { accepted } from '../../builders/outcomes.ts'
import { shanghai } from '../../builders/seats.ts'

let house: Awaited<ReturnType<typeof aDrawingRoom>>
let news: ReturnType<typeof ownNewsService>
let [boss, beside, secretary] = ['', '', '']
let coordinator = ''
beforeEach(async () => {
  house = await aDrawingRoom()
  news = ownNewsService(house.parts)
  coordinator = house.coordinator.personId
  boss = await house.aPerson('林岚')
  beside = await house.aPerson('高翔')
  secretary = await house.aPerson('罗佳')
})
afterEach(() => house.close())

const as = (personId: string) => ({ personId })
const toldTo = async (personId: string) =>
  (await accepted(news.list({}, as(personId)))).map(({ about, byName }) => [about.kind, about.why, byName])
const toldAll = async () => [await toldTo(boss), await toldTo(beside), await toldTo(secretary)]
/** They look at the pages that list what is theirs. */
const sees = async (personId: string) => {
  const own = await accepted(news.unseen({}, as(personId)))
  if (own.length > 0) await accepted(news.shown({ own }, as(personId)))
}
const allSee = async () => {
  for (const personId of [boss, beside, secretary]) await sees(personId)
}

async function aJointRequest() {
  const { id: windowId } = await house.aWindow()
  const asked = await house.aRequest({ windowId, person: boss, togetherWith: [beside] }, as(secretary))
  await allSee()
  const wish = { togetherWith: [beside], purpose: 'listen', lengthMinutes: 60, wishes: [slotAt('09:00')] } as const
  const change = (by: string, given: { togetherWith?: string[]; wishes?: string[] }) =>
    accepted(
      house.draws.change(
        {
          requestId: asked.id,
          seenVersion: null,
          ...wish,
          ...given,
          togetherWith: given.togetherWith ?? [beside],
          wishes: given.wishes ?? [slotAt('09:00')],
        },
        as(by),
      ),
    )
  return { windowId, requestId: asked.id, change }
}

test('a request that one of them changes is told to the others, not once it is as they knew it', async () => {
  const { change } = await aJointRequest()
  await change(beside, { wishes: [slotAt('10:00')] })
  const changed = [['request', 'changed', '高翔']]
  expect(await toldAll()).toEqual([changed, [], changed])
  await change(beside, {})
  expect(await toldAll()).toEqual([[], [], []])
})

test('whoever is left out of a request is told so, and that it was withdrawn, who did not', async () => {
  const { requestId, change } = await aJointRequest()
  await change(secretary, { togetherWith: [] })
  expect(await toldAll()).toEqual([[['request', 'changed', '罗佳']], [['request', 'left_out', '罗佳']], []])
  await change(secretary, {})
  await accepted(house.draws.withdraw({ requestId }, as(beside)))
  const withdrawn = [['request', 'withdrawn', '高翔']]
  expect(await toldAll()).toEqual([withdrawn, [], withdrawn])
  house.clock.set('2026-10-12T04:00:00.000Z')
  expect(await toldAll(), 'the days of the draw are over').toEqual([[], [], []])
})

test('withdrawn and handed in anew it is not told', async () => {
  const { windowId, requestId } = await aJointRequest()
  await accepted(house.draws.withdraw({ requestId }, as(secretary)))
  await house.aRequest({ windowId, person: boss, togetherWith: [beside] }, as(secretary))
  expect(await toldAll()).toEqual([[], [], []])
})

test('taken off as a companion, or with another one, it is told with the reason, and not once it is as before', async () => {
  const booking = await house.aBooking({ person: boss, companion: beside })
  await allSee()
  const edit = (companionId: string | null, reason = '座位只有一把椅子') =>
    accepted(
      house.bookings.edit(
        { bookingId: booking.id, seenVersion: null, companionId, purpose: 'listen', reason },
        as(coordinator),
      ),
    )
  await edit(null)
  expect(await toldAll()).toEqual([[['details', 'changed', '王敏']], [['details', 'left_out', '王敏']], []])
  expect((await accepted(news.list({}, as(beside))))[0]?.reason).toBe('座位只有一把椅子')
  await edit(beside)
  expect(await toldAll()).toEqual([[], [], []])
})

test('a check-in that somebody else takes back, and what counts as missed, is told to whose booking it is', async () => {
  const booking = await house.aBooking({ person: boss, from: '10:00', to: '11:00' })
  const bookingId = booking.id
  await house.watch.look()
  house.clock.set(shanghai('09:55'))
  await accepted(house.bookings.checkIn({ bookingId, standInId: null }, as(boss)))
  await accepted(house.bookings.undoCheckIn({ bookingId }, as(coordinator)))
  expect(await toldTo(boss)).toEqual([['seated', 'undone', '王敏']])
  await accepted(house.bookings.checkIn({ bookingId, standInId: null }, as(coordinator)))
  expect(await toldTo(boss)).toEqual([])
  await accepted(house.bookings.undoCheckIn({ bookingId }, as(boss)))
  house.clock.set(shanghai('10:15'))
  await house.watch.look()
  // Of what the clock did nobody is told here.
  expect(await toldTo(boss)).toEqual([])
  await accepted(house.noShows.excuse({ bookingId, reason: '航班延误' }, as(coordinator)))
  expect(await toldTo(boss)).toEqual([['missed', 'excused', '王敏']])
  await accepted(house.noShows.countAgain({ bookingId }, as(coordinator)))
  expect(await toldTo(boss)).toEqual([])
})

test('a trip that a coordinator takes out of the passport is told to whose it is', async () => {
  const passports = passportsService(house.parts)
  const trip = { date: '2026-09-10', place: '武清仓', evidence: '照片', tripKind: 'picking' } as const
  const { id: recordId } = await accepted(passports.recordTrip(trip, as(boss)))
  await accepted(passports.remove({ recordId }, as(coordinator)))
  expect(await toldTo(boss)).toEqual([['record', 'removed', '王敏']])
  await accepted(passports.putBack({ recordId }, as(coordinator)))
  expect(await toldTo(boss)).toEqual([])
})

test('who books for whom no more is told to both, but for whoever took it back', async () => {
  const bookingFor = bookingForService(house.parts)
  const pair = { personId: boss, bookerId: secretary }
  const allowed = async () => {
    await accepted(bookingFor.allow(pair, as(boss)))
    await allSee()
  }
  await allowed()
  await accepted(bookingFor.takeBack(pair, as(boss)))
  expect(await toldAll()).toEqual([[], [], [['books_for', 'taken_back', '林岚']]])
  await allowed()
  await accepted(bookingFor.takeBack(pair, as(coordinator)))
  expect(await toldTo(boss)).toEqual([['booker', 'taken_back', '王敏']])
  await accepted(bookingFor.allow(pair, as(boss)))
  expect(await toldAll()).toEqual([[], [], []])
})

test('told under a record that was merged since, it is read of under the other', async () => {
  const { requestId } = await aJointRequest()
  const again = await house.aPerson('林岚')
  await accepted(house.draws.withdraw({ requestId }, as(secretary)))
  const versions = { seenVersion: null, goneSeenVersion: null, giveUp: null }
  await accepted(mergesService(house.parts).merge({ keptId: again, goneId: boss, ...versions }, as(coordinator)))
  const one = (await accepted(news.list({}, as(again)))).find(({ ofId }) => ofId === requestId)
  expect(one?.about).toMatchObject({ kind: 'request', why: 'withdrawn' })
  await accepted(news.read({ news: [{ kind: 'request', ofId: requestId, at: one?.at ?? '' }] }, as(again)))
  expect(await toldTo(again)).toEqual([['merged', 'merged', '王敏']])
})

test('a companion who was changed and changed back is no news when their record is merged', async () => {
  const { id: bookingId } = await house.aBooking({ person: boss, companion: beside, by: boss })
  const along = async (companionId: string) =>
    accepted(
      house.bookings.edit(
        { bookingId, seenVersion: null, companionId, purpose: 'listen', reason: '会议' },
        as(coordinator),
      ),
    )
  await along(secretary)
  await along(beside)
  expect(await toldTo(boss)).toEqual([])
  const again = await house.aPerson('高翔')
  const versions = { seenVersion: null, goneSeenVersion: null, giveUp: null }
  await accepted(mergesService(house.parts).merge({ keptId: again, goneId: beside, ...versions }, as(coordinator)))
  expect(await toldTo(boss)).toEqual([])
  await along(secretary)
  expect(await toldTo(boss)).toEqual([['details', 'changed', '王敏']])
})
