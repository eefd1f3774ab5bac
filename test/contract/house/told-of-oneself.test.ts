import { afterEach, beforeEach, expect, test } from 'vitest'
import { mergesService } from '../../../electron/services/house/merges.ts'
import { bookingForService } from '../../../electron/services/seats/booking-for.ts'
import { ownNewsService } from '../../../electron/services/seats/own-news.ts'
import { accepted } from '../../builders/outcomes.ts'
import { aWaitingRoom, waitingIn } from '../../builders/waiting-room.ts'

// What others did to who somebody is, and to who goes with them. 赵云 coordinates.
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
const told = async (personId: string) => (await accepted(news.list({}, as(personId)))).map(({ about }) => about)

test('a companion who goes off the list: whoever waits reads that they wait alone, until both are as before', async () => {
  await room.taken(li)
  const wait = await accepted(room.join({ person: wang, companion: luo }, as(wang)))
  const { mark } = await accepted(house.people.ahead({ personId: luo }, as(zhao)))
  const goodbye = { personId: luo, seenVersion: null, mark, reason: '离职', keepUntil: null }
  const { change } = await accepted(house.people.letGo(goodbye, as(zhao)))
  expect(await told(wang)).toMatchObject([
    { kind: 'wait_beside', why: 'alone', personName: '罗佳', wait: { id: wait.id } },
  ])
  await accepted(house.people.takeBackList({ changes: [change] }, as(zhao)))
  expect(await told(wang)).toEqual([])
})

const roleOf = async (personId: string, role: 'listener' | 'note_taker' | 'coordinator', by: string) => {
  const person = (await accepted(house.people.list({}, as(zhao)))).find(({ id }) => id === personId)
  const { name = '', department = '', employeeNumber = null, email = null } = person ?? {}
  const wish = { name, department, employeeNumber, email, role }
  await accepted(house.people.edit({ personId, seenVersion: null, wish }, as(by)))
}

test('another role is told to whose it is, not to whoever changed their own, nor once it is as it was', async () => {
  await roleOf(wang, 'coordinator', zhao)
  expect(await told(wang)).toEqual([{ kind: 'role', why: 'changed', from: 'listener', to: 'coordinator' }])
  await roleOf(wang, 'listener', zhao)
  expect(await told(wang)).toEqual([])
  await roleOf(zhao, 'listener', zhao)
  expect(await told(zhao)).toEqual([])
})

test('of a role that a record had which was merged into another, nobody reads as of theirs; taken apart, whose it is does', async () => {
  const merges = mergesService(house.parts)
  const again = await house.aPerson('王敏')
  await roleOf(again, 'note_taker', zhao)
  await roleOf(wang, 'coordinator', wang)
  const versions = { seenVersion: null, goneSeenVersion: null, giveUp: null }
  const { id: mergeId } = await accepted(merges.merge({ keptId: wang, goneId: again, ...versions }, as(zhao)))
  expect(await told(wang)).toEqual([{ kind: 'merged', why: 'merged' }])
  await accepted(merges.takeApart({ mergeId }, as(zhao)))
  expect(await told(wang)).toEqual([])
  expect(await told(again)).toEqual([{ kind: 'role', why: 'changed', from: 'listener', to: 'note_taker' }])
})

test('a right to book that was given back is none that was taken, also under the record that somebody became', async () => {
  const bookingFor = bookingForService(house.parts)
  const merges = mergesService(house.parts)
  const again = await house.aPerson('罗佳')
  const pair = { personId: wang, bookerId: luo }
  await accepted(bookingFor.allow(pair, as(wang)))
  await accepted(news.shown({ own: [{ kind: 'books_for', ofId: wang }] }, as(luo)))
  await accepted(bookingFor.takeBack(pair, as(zhao)))
  expect((await told(wang)).map(({ kind }) => kind)).toEqual(['booker'])
  await accepted(bookingFor.allow(pair, as(zhao)))
  const versions = { seenVersion: null, goneSeenVersion: null, giveUp: null }
  await accepted(merges.merge({ keptId: again, goneId: luo, ...versions }, as(zhao)))
  expect(await told(wang)).toEqual([])
})

test('who coordinates a room is told to whoever does, and to whoever did', async () => {
  const [first] = await accepted(house.rooms.list({}, as(zhao)))
  const roomId = first?.id ?? ''
  const coordinated = (coordinatorId: string | null) =>
    accepted(
      house.roomKeeping.describe({ roomId, seenVersion: null, name: '一号厅', site: '', coordinatorId }, as(zhao)),
    )
  await coordinated(wang)
  const given = { kind: 'room', why: 'given', roomId, roomName: '一号厅', coordinatorName: '王敏' }
  expect(await told(wang)).toEqual([given])
  await coordinated(li)
  // She had not read that it was given to her.
  expect([await told(wang), await told(li)]).toEqual([[], [{ ...given, coordinatorName: '李强' }]])
  const [one] = await accepted(news.list({}, as(li)))
  await accepted(news.read({ news: [{ kind: 'room', ofId: roomId, at: one?.at ?? '' }] }, as(li)))
  await coordinated(null)
  expect(await told(li)).toEqual([{ ...given, why: 'taken', coordinatorName: null }])
})

test('a room stays with whoever coordinates it when two of their records become one, and are taken apart: it is given to nobody', async () => {
  const merges = mergesService(house.parts)
  const again = await house.aPerson('王敏')
  const [first] = await accepted(house.rooms.list({}, as(zhao)))
  const roomId = first?.id ?? ''
  const facts = { roomId, seenVersion: null, name: '一号厅', site: '', coordinatorId: again }
  await accepted(house.roomKeeping.describe(facts, as(zhao)))
  const [given] = await accepted(news.list({}, as(again)))
  await accepted(news.read({ news: [{ kind: 'room', ofId: roomId, at: given?.at ?? '' }] }, as(again)))
  const versions = { seenVersion: null, goneSeenVersion: null, giveUp: null }
  const { id: mergeId } = await accepted(merges.merge({ keptId: wang, goneId: again, ...versions }, as(zhao)))
  const coordinator = async () => (await accepted(house.rooms.list({}, as(zhao))))[0]?.coordinatorId
  expect([await coordinator(), await told(wang)]).toEqual([wang, [{ kind: 'merged', why: 'merged' }]])
  await accepted(merges.takeApart({ mergeId }, as(zhao)))
  expect([await coordinator(), await told(wang), await told(again)]).toEqual([again, [], []])
})

test('two records that became one are told to whose they are, and read of, that they were taken apart', async () => {
  const merges = mergesService(house.parts)
  const again = await house.aPerson('王敏')
  const versions = { seenVersion: null, goneSeenVersion: null, giveUp: null }
  const { id: mergeId } = await accepted(merges.merge({ keptId: wang, goneId: again, ...versions }, as(zhao)))
  expect(await told(wang)).toEqual([{ kind: 'merged', why: 'merged' }])
  const [one] = await accepted(news.list({}, as(wang)))
  await accepted(news.read({ news: [{ kind: 'merged', ofId: mergeId, at: one?.at ?? '' }] }, as(wang)))
  await accepted(merges.takeApart({ mergeId }, as(zhao)))
  expect(await told(wang)).toEqual([{ kind: 'merged', why: 'apart' }])
  const next = await accepted(merges.merge({ keptId: wang, goneId: again, ...versions }, as(zhao)))
  await accepted(merges.takeApart({ mergeId: next.id }, as(zhao)))
  expect((await told(wang)).length).toBe(1)
})
