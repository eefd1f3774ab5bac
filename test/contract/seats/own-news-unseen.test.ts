import { afterEach, beforeEach, expect, test } from 'vitest'
import { passportsService } from '../../../electron/services/duty/passports.ts'
import { bookingForService } from '../../../electron/services/seats/booking-for.ts'
import { bookingNewsService } from '../../../electron/services/seats/booking-news.ts'
import { ownNewsService } from '../../../electron/services/seats/own-news.ts'
import { giveOwn } from '../../../electron/storage/seats/own-news.ts'
import { MOST_OWN_NEWS } from '../../../shared/contract/seats/own-news.ts'
import { aDrawingRoom, slotAt } from '../../builders/drawing.ts'
import { accepted } from '../../builders/outcomes.ts'
import { shanghai } from '../../builders/seats.ts'

// What somebody gives and takes back before whoever it is for was shown it.
const HOUR_MS = 3_600_000
let house: Awaited<ReturnType<typeof aDrawingRoom>>
let news: ReturnType<typeof ownNewsService>
let bookingNews: ReturnType<typeof bookingNewsService>
let [boss, beside, secretary, coordinator] = ['', '', '', '']
beforeEach(async () => {
  house = await aDrawingRoom()
  news = ownNewsService(house.parts)
  bookingNews = bookingNewsService(house.parts)
  coordinator = house.coordinator.personId
  boss = await house.aPerson('林岚')
  beside = await house.aPerson('高翔')
  secretary = await house.aPerson('罗佳')
})
afterEach(() => house.close())

const as = (personId: string) => ({ personId })
const toldTo = async (personId: string) => [
  ...(await accepted(news.list({}, as(personId)))).map(({ about }) => `${about.kind} ${about.why}`),
  ...(await accepted(bookingNews.list({ personId }, as(personId)))).map(({ what }) => `booking ${what}`),
]
const unseenBy = (personId: string) => accepted(news.unseen({}, as(personId)))
const sees = async (personId: string) => accepted(news.shown({ own: await unseenBy(personId) }, as(personId)))

test('a trip that a coordinator writes and takes out again', async () => {
  const passports = passportsService(house.parts)
  const trip = { duty: 'trip', date: '2026-09-10', place: '武清仓', evidence: '照片', tripKind: 'picking' } as const
  const { id: recordId } = await accepted(passports.record({ ...trip, personId: boss }, as(coordinator)))
  await accepted(passports.remove({ recordId }, as(coordinator)))
  expect(await toldTo(boss)).toEqual([])
  await accepted(passports.putBack({ recordId }, as(coordinator)))
  await sees(boss)
  await accepted(passports.remove({ recordId }, as(coordinator)))
  expect(await toldTo(boss)).toEqual(['record removed'])
})

test('a right to book: neither learns of what was given and taken back, and whoever saw it does', async () => {
  const bookingFor = bookingForService(house.parts)
  const pair = { personId: boss, bookerId: secretary }
  await accepted(bookingFor.allow(pair, as(coordinator)))
  await accepted(bookingFor.takeBack(pair, as(coordinator)))
  expect([await toldTo(boss), await toldTo(secretary)]).toEqual([[], []])
  await accepted(bookingFor.allow(pair, as(coordinator)))
  await sees(secretary)
  await accepted(bookingFor.takeBack(pair, as(coordinator)))
  expect([await toldTo(boss), await toldTo(secretary)]).toEqual([[], ['books_for taken_back']])
})

test('a companion who is taken off again, and the one who sat beside before', async () => {
  const placed = { person: boss, companion: beside, by: coordinator }
  const { id: bookingId } = await house.aBooking(placed)
  for (const one of [boss, beside]) await sees(one)
  const edit = (companionId: string) =>
    accepted(
      house.bookings.edit(
        { bookingId, seenVersion: null, companionId, purpose: 'listen', reason: '' },
        as(coordinator),
      ),
    )
  await edit(secretary)
  await edit(beside)
  expect([await toldTo(secretary), await toldTo(beside), await toldTo(boss)]).toEqual([[], [], []])
  await edit(secretary)
  await sees(secretary)
  await edit(beside)
  expect([await toldTo(secretary), await toldTo(beside)]).toEqual([['details left_out'], []])
})

test('a booking that the secretary moves and cancels; seen, it is told', async () => {
  const booked = () => house.aBooking({ person: boss, companion: beside, seat: 1, by: secretary })
  const { id: bookingId, seatId } = await booked()
  const move = { bookingId, seatId, seenVersion: null, startsAt: shanghai('14:00'), endsAt: shanghai('15:00') }
  await accepted(house.bookings.reschedule(move, as(secretary)))
  await accepted(house.cancel(bookingId, as(secretary)))
  expect([await toldTo(boss), await toldTo(beside)]).toEqual([[], []])
  const again = await booked()
  expect(await unseenBy(boss)).toContainEqual({ kind: 'details', ofId: again.id })
  await sees(boss)
  await accepted(house.cancel(again.id, as(secretary), '有会'))
  expect([await toldTo(boss), await toldTo(beside)]).toEqual([['booking cancelled'], []])
})

test('a day after it was given it counts as known, however often it was changed since', async () => {
  const { id: bookingId } = await house.aBooking({ person: boss, date: '2026-09-25', by: secretary })
  const editAfter = async (hours: number, purpose: 'answer' | 'listen') => {
    house.clock.advance(hours * HOUR_MS)
    const wish = { companionId: null, purpose, reason: '' }
    await accepted(house.bookings.edit({ bookingId, seenVersion: null, ...wish }, as(secretary)))
  }
  await editAfter(10, 'answer')
  await editAfter(10, 'listen')
  expect(await toldTo(boss)).toEqual([])
  house.clock.advance(5 * HOUR_MS)
  await accepted(house.cancel(bookingId, as(secretary), '有会'))
  expect(await toldTo(boss)).toEqual(['booking cancelled'])
})

test('what was given today is to be shown, however much was never looked at of the days before', async () => {
  const give = (own: Parameters<typeof giveOwn>[0]) =>
    house.parts.engine.transact(() => giveOwn(own, [boss], { at: house.clock.now(), actorId: coordinator }))
  for (let each = 0; each < MOST_OWN_NEWS; each += 1) await give({ kind: 'details', ofId: `old ${each}` })
  house.clock.advance(10 * HOUR_MS)
  await give({ kind: 'wait', ofId: 'newer' })
  expect((await unseenBy(boss))[0]).toEqual({ kind: 'wait', ofId: 'newer' })
  house.clock.advance(15 * HOUR_MS)
  expect(await unseenBy(boss)).toEqual([{ kind: 'wait', ofId: 'newer' }])
})

test('given anew after it was taken back, it has another day to be shown', async () => {
  const passports = passportsService(house.parts)
  const trip = { duty: 'trip', date: '2026-09-10', place: '武清仓', evidence: '照片', tripKind: 'picking' } as const
  const { id: recordId } = await accepted(passports.record({ ...trip, personId: boss }, as(coordinator)))
  house.clock.advance(20 * HOUR_MS)
  await accepted(passports.remove({ recordId }, as(coordinator)))
  await accepted(passports.putBack({ recordId }, as(coordinator)))
  house.clock.advance(20 * HOUR_MS)
  await accepted(passports.remove({ recordId }, as(coordinator)))
  expect(await toldTo(boss)).toEqual([])
})

test('a check-in at another line than the one that was meant', async () => {
  const { id: bookingId } = await house.aBooking({ person: boss, from: '10:00', to: '11:00', by: boss })
  house.clock.set(shanghai('09:55'))
  await accepted(house.bookings.checkIn({ bookingId, standInId: null }, as(coordinator)))
  await accepted(house.bookings.undoCheckIn({ bookingId }, as(coordinator)))
  expect(await toldTo(boss)).toEqual([])
  await accepted(house.bookings.checkIn({ bookingId, standInId: null }, as(coordinator)))
  expect(await unseenBy(boss)).toEqual([{ kind: 'seated', ofId: bookingId }])
  await sees(boss)
  await accepted(house.bookings.undoCheckIn({ bookingId }, as(coordinator)))
  expect(await toldTo(boss)).toEqual(['seated undone'])
})

test('a request of a draw, and somebody whom it named for a moment', async () => {
  const { id: windowId } = await house.aWindow()
  const { id: requestId } = await house.aRequest({ windowId, person: boss, togetherWith: [] }, as(secretary))
  const wish = { purpose: 'listen' as const, lengthMinutes: 60, wishes: [slotAt('09:00')] }
  const change = (togetherWith: string[]) =>
    accepted(house.draws.change({ requestId, seenVersion: null, ...wish, togetherWith }, as(secretary)))
  await change([beside])
  await change([])
  expect([await toldTo(boss), await toldTo(beside)]).toEqual([[], []])
  await accepted(house.draws.withdraw({ requestId }, as(secretary)))
  expect(await toldTo(boss)).toEqual([])
})
