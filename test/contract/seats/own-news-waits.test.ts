import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownNewsService } from '../../../electron/services/seats/own-news.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody, shanghai } from '../../builders/seats.ts'
import { aWaitingRoom, MONDAY, waitingIn } from '../../builders/waiting-room.ts'

// 王敏 is the boss, 罗佳 her secretary, who puts her on the list; 李强 has the seat; 赵云 coordinates.
let house: Awaited<ReturnType<typeof aWaitingRoom>>['house']
let news: ReturnType<typeof ownNewsService>
let [wang, li, zhao, luo] = ['', '', '', '']
const room = waitingIn(() => house)
beforeEach(async () => {
  const found = await aWaitingRoom()
  ;({ house, wang, li, zhao } = found)
  luo = await house.aPerson('罗佳')
  news = ownNewsService(house.parts)
})
afterEach(() => house.close())

const as = (personId: string) => ({ personId })
const listed = (personId: string) => accepted(news.list({}, as(personId)))
const toldTo = async (personId: string) =>
  (await listed(personId)).map(({ about, byName }) => [about.kind, about.why, byName])
/** They look at the pages that list what is theirs. */
const sees = async (personId: string) => {
  const own = await accepted(news.unseen({}, as(personId)))
  if (own.length > 0) await accepted(news.shown({ own }, as(personId)))
}
const given = () => accepted(room.join({ person: wang }, as(luo)))
/** Both know that she waits. */
async function waits() {
  const wait = await given()
  await sees(wang)
  return wait
}
async function offered() {
  const { id: bookingId } = await room.taken(li)
  const wait = await waits()
  await room.freed(bookingId)
  const offer = await room.openOffer(wang)
  for (const personId of [wang, luo]) await sees(personId)
  return { wait, offer }
}

test('whoever waits is told that the secretary left it for them, and the other way round, until they read of it', async () => {
  await room.taken(li)
  const wait = await waits()
  await accepted(house.waitlist.leave({ waitId: wait.id }, as(luo)))
  expect([await toldTo(wang), await toldTo(luo), await toldTo(li)]).toEqual([[['wait', 'left', '罗佳']], [], []])
  const [one] = await listed(wang)
  await accepted(news.read({ news: [{ kind: 'wait', ofId: wait.id, at: one?.at ?? '' }] }, as(luo)))
  expect(await toldTo(wang)).toHaveLength(1)
  await accepted(news.read({ news: [{ kind: 'wait', ofId: wait.id, at: one?.at ?? '' }] }, as(wang)))
  expect(await toldTo(wang)).toEqual([])

  const again = await waits()
  await accepted(house.waitlist.leave({ waitId: again.id }, as(wang)))
  expect([await toldTo(wang), await toldTo(luo)]).toEqual([[], [['wait', 'left', '王敏']]])
})

test('what the secretary asked for and took back is no news to whom no page showed it, however often', async () => {
  await room.taken(li)
  const { id: waitId } = await given()
  await accepted(house.waitlist.leave({ waitId }, as(luo)))
  expect(await toldTo(wang)).toEqual([])
  await accepted(house.waitlist.rejoin({ waitId }, as(luo)))
  await accepted(house.waitlist.leave({ waitId }, as(zhao)))
  expect([await toldTo(wang), await toldTo(luo)]).toEqual([[], [['wait', 'left', '赵云']]])
  await accepted(house.waitlist.rejoin({ waitId }, as(luo)))
  expect(await accepted(news.unseen({}, as(wang)))).toEqual([{ kind: 'wait', ofId: waitId }])
  expect(await accepted(news.unseen({}, as(luo)))).toEqual([])
  await sees(wang)
  expect(await accepted(news.unseen({}, as(wang)))).toEqual([])
  await accepted(house.waitlist.leave({ waitId }, as(luo)))
  expect(await toldTo(wang)).toEqual([['wait', 'left', '罗佳']])
})

test('what stood for a day is known, though no page of the console showed it', async () => {
  await room.taken(li)
  const { id: waitId } = await given()
  house.clock.advance(86_400_000)
  await accepted(house.waitlist.leave({ waitId }, as(luo)))
  expect(await toldTo(wang)).toEqual([['wait', 'left', '罗佳']])
})

test('whoever was told of an offer knows it, and that they wait; an offer that nobody was told of ends without a word', async () => {
  const { id: bookingId } = await room.taken(li)
  const wait = await given()
  await room.freed(bookingId)
  const offer = await room.openOffer(wang)
  await accepted(house.waitlist.decline({ offerId: offer.id }, as(luo)))
  expect(await toldTo(wang)).toEqual([])
  const again = await accepted(house.waitlist.takeUpAgain({ offerId: offer.id }, as(luo)))
  await accepted(house.waitlist.told({ offerId: again.id }, as(wang)))
  await accepted(house.waitlist.decline({ offerId: again.id }, as(luo)))
  expect(await toldTo(wang)).toEqual([['offer', 'declined', '罗佳']])
  await accepted(house.waitlist.leave({ waitId: wait.id }, as(luo)))
  expect(await toldTo(wang)).toEqual([['wait', 'left', '罗佳']])
})

test('what goes on again is no news, and what ended once more after it was read is', async () => {
  await room.taken(li)
  const wait = await waits()
  const waitId = wait.id
  await accepted(house.waitlist.leave({ waitId }, as(luo)))
  await accepted(house.waitlist.rejoin({ waitId }, as(luo)))
  expect(await toldTo(wang)).toEqual([])
  house.clock.advance(1)
  await accepted(house.waitlist.leave({ waitId }, as(luo)))
  const [first] = await listed(wang)
  house.clock.advance(1)
  await accepted(house.waitlist.rejoin({ waitId }, as(luo)))
  await accepted(house.waitlist.leave({ waitId }, as(zhao)))
  // Read of the first, which another followed since.
  await accepted(news.read({ news: [{ kind: 'wait', ofId: waitId, at: first?.at ?? '' }] }, as(wang)))
  expect(await toldTo(wang)).toEqual([['wait', 'left', '赵云']])
})

test('a declined offer is told to whoever was asked and did not answer; held again it is none', async () => {
  const { offer } = await offered()
  await accepted(house.waitlist.decline({ offerId: offer.id }, as(luo)))
  expect([await toldTo(wang), await toldTo(luo)]).toEqual([[['offer', 'declined', '罗佳']], []])
  await accepted(house.waitlist.takeUpAgain({ offerId: offer.id }, as(luo)))
  expect(await toldTo(wang)).toEqual([])
})

test('left with what was held for it, it is told once', async () => {
  const { wait } = await offered()
  await accepted(house.waitlist.leave({ waitId: wait.id }, as(luo)))
  expect(await toldTo(wang)).toEqual([['wait', 'left', '罗佳']])
})

test('accepted by one of them, the other is told that it came to a place', async () => {
  const { offer } = await offered()
  const booking = await accepted(house.waitlist.accept({ offerId: offer.id }, as(wang)))
  expect([await toldTo(wang), await toldTo(luo)]).toEqual([[], [['wait', 'booked', '王敏']]])
  const { version: seenVersion } = booking
  await accepted(house.waitlist.waitAgain({ offerId: offer.id, seenVersion }, as(wang)))
  expect(await toldTo(luo)).toEqual([])
})

test('whoever books a place there themselves ended their wait themselves; who put them on the list is told', async () => {
  const { id: bookingId } = await room.taken(li)
  await waits()
  house.clock.advance(1)
  await accepted(house.cancel(bookingId, nobody, '有会'))
  const place = { seatId: house.seat(1), startsAt: shanghai('14:00', MONDAY), endsAt: shanghai('15:00', MONDAY) }
  const wish = { ...place, personId: wang, companionId: null, purpose: 'listen' as const }
  await accepted(house.bookings.reserve(wish, as(wang)))
  await house.relay.pass()
  expect([await toldTo(wang), await toldTo(luo)]).toEqual([[], [['wait', 'booked', '王敏']]])
})

test('what the rules take away is told to both; what was let pass, and what nobody answered in time, is not', async () => {
  const { offer } = await offered()
  const name = { zh: '检修', en: 'Works' }
  await house.newRules({ days: [{ kind: 'closed', from: MONDAY, to: MONDAY, name, seatNumbers: null }] })
  await house.relay.pass()
  expect([await toldTo(wang), await toldTo(luo)]).toEqual([
    [['offer', 'withdrawn', null]],
    [['offer', 'withdrawn', null]],
  ])
  house.clock.set(offer.startsAt)
  expect(await toldTo(wang)).toEqual([])
  house.clock.set(shanghai('16:00', MONDAY))
  await house.relay.pass()
  expect([await toldTo(wang), await toldTo(luo)]).toEqual([[], []])
})

test('whose boss goes off the list is told that the wait ended with her', async () => {
  await room.taken(li)
  await waits()
  await accepted(house.people.remove({ personId: wang, seenVersion: null }, as(zhao)))
  await house.relay.pass()
  expect(await toldTo(luo)).toEqual([['wait', 'gone', null]])
})
