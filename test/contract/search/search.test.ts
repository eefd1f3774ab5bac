import { afterEach, beforeEach, expect, test } from 'vitest'
import { searchService } from '../../../electron/services/search/search.ts'
import type { SearchIndex } from '../../../electron/services/search/search-index.ts'
import { findBookings } from '../../../electron/storage/search/found-bookings.ts'
import type { Findings, FoundGroup } from '../../../shared/contract/search/search.ts'
import { someoneListening } from '../../builders/listening.ts'
import { accepted } from '../../builders/outcomes.ts'
import { searchIndexOf } from '../../builders/search-index.ts'

let desk: Awaited<ReturnType<typeof someoneListening>>
let index: SearchIndex
beforeEach(async () => {
  desk = await someoneListening()
  index = searchIndexOf(desk.parts)
})
afterEach(() => {
  index.stop()
  return desk.close()
})

const find = (text: string, limit = 5): Promise<Findings> =>
  accepted(searchService(desk.parts, index).everywhere({ text, limit }, desk.asker))
/** The groups in which something was found, with how much. */
const counted = async (text: string) => {
  const { isIndexing: _, ...found } = await find(text)
  const groups = Object.entries(found).filter(([, { total }]) => total > 0)
  return Object.fromEntries(groups.map(([name, { total }]) => [name, total])) as Partial<Record<FoundGroup, number>>
}
const namesFound = async (text: string) => (await find(text)).people.hits.map(({ person }) => person.name)

test('words heard in an earlier session are found by one character, by kind, newest first, with where they were heard', async () => {
  const first = await desk.aNote('没人管我，打了三次')
  await desk.aNote('客服没接住', { kind: 'view' })
  await accepted(desk.sessions.end({ sessionId: desk.session.id }, desk.asker))
  desk.clock.advance(7 * 86_400_000)
  const session = await accepted(
    desk.sessions.start({ bookingId: null, listenerId: null, purpose: 'listen' }, desk.asker),
  )
  const call = await accepted(desk.sessions.nextCall({ sessionId: session.id, reference: 'REF-9' }, desk.asker))
  const later = await desk.aNote('没 人 管', { callId: call.id, offsetMs: 3_000 })
  await desk.aNote('没人道歉', { kind: 'risk', callId: call.id })
  // Praise is about one agent: nobody finds it.
  await desk.aNote('没有人夸', { kind: 'praise', callId: call.id })

  expect(await counted('没')).toEqual({ voices: 2, views: 1, remarks: 1 })
  const { voices } = await find('没人管')
  // Without a seat no room says by which clock.
  const heard = { callNumber: 1, listenerName: '王敏', heardZone: null }
  expect(voices.hits).toEqual([
    { note: later, sessionId: session.id, callStartedAt: call.startedAt, ...heard },
    { note: first, sessionId: desk.session.id, callStartedAt: desk.call.startedAt, ...heard },
  ])
  expect((await find('没', 1)).voices).toMatchObject({ hits: [{ note: { id: later.id } }], total: 2 })
  expect(await counted('ef-9')).toEqual({ calls: 1 })
  expect(await counted('RE')).toEqual({ calls: 1 })
  expect([await counted('EF'), await counted('REF-8')]).toEqual([{}, {}])
  expect((await find('REF-')).calls.hits).toMatchObject([
    { callId: call.id, reference: 'REF-9', sessionId: session.id },
  ])
})

test('a note is found as it stands now: edited, removed, undone and done again', async () => {
  const note = await desk.aNote('包装破了')
  expect(await counted('包装')).toEqual({ voices: 1 })
  const change = { noteId: note.id, kind: 'view' as const, issueTypeId: null }
  await accepted(desk.notes.edit({ seenVersion: null, ...change, text: '箱子破了' }, desk.asker))
  expect(await counted('包装')).toEqual({})
  expect(await counted('箱子')).toEqual({ views: 1 })
  await accepted(desk.notes.undo({ callId: desk.call.id }, desk.asker))
  expect(await counted('包装')).toEqual({ voices: 1 })
  await accepted(desk.notes.remove({ seenVersion: null, noteId: note.id }, desk.asker))
  expect(await counted('破')).toEqual({})
  await accepted(desk.notes.undo({ callId: desk.call.id }, desk.asker))
  expect(await counted('破')).toEqual({ voices: 1 })
  await accepted(desk.notes.undo({ callId: desk.call.id }, desk.asker))
  expect(await counted('破')).toEqual({})
})

test('nobody finds what was masked by the digits it hid', async () => {
  await desk.aNote('我的电话是13812345678，卡号 4111111111111111')
  expect(await counted('138')).toEqual({ voices: 1 })
  for (const hidden of ['13812345678', '1234', '2345', '11111']) expect(await counted(hidden)).toEqual({})
})

test('a picture somebody typed is found in notes and tickets, alone and beside words', async () => {
  await desk.aTicket({ title: '差评 💔', text: '又😡没人管👍🏽' })
  expect(await counted('😡')).toEqual({ voices: 1, tickets: 1 })
  expect(await counted('没人👍')).toEqual({ voices: 1, tickets: 1 })
  expect(await counted('💔')).toEqual({ tickets: 1 })
  expect(await counted('又没人')).toEqual({ voices: 1, tickets: 1 })
  expect(await counted('😀')).toEqual({})
})

test('of several words each is found somewhere in the note', async () => {
  await desk.aNote('没人管我，等了三天')
  await desk.aNote('三天没发货')
  expect(await counted('三天 没人')).toEqual({ voices: 1 })
  expect(await counted('三天 没')).toEqual({ voices: 2 })
})

test('people are found by name, sound, initials, department and number; those off the list only in what they did', async () => {
  const gone = await desk.aPerson('曾三', { department: '' })
  await desk.aPerson('陈思远', { department: '物流部', employeeNumber: 'E007' })
  expect((await find('csy')).people.hits).toMatchObject([{ person: { name: '陈思远' }, nameRange: { from: 0, to: 3 } }])
  expect((await find('siyuan')).people.hits).toMatchObject([{ nameRange: { from: 1, to: 3 } }])
  expect((await find('思')).people.hits).toMatchObject([{ person: { name: '陈思远' }, nameRange: null }])
  expect(await namesFound('e007')).toEqual(['陈思远'])
  expect(await namesFound('物流 陈')).toEqual(['陈思远'])
  expect(await namesFound('zengsan')).toEqual(['曾三'])
  await accepted(desk.people.remove({ seenVersion: null, personId: gone }, desk.asker))
  expect(await namesFound('zengsan')).toEqual([])
  expect(await counted('wm')).toEqual({ people: 1, sessions: 1 })
  await accepted(desk.people.remove({ seenVersion: null, personId: desk.listener }, desk.asker))
  expect(await counted('wm')).toEqual({ sessions: 1 })
})

test('bookings of a person are found, those to come first, and all of a day that is typed', async () => {
  const person = await desk.aPerson('陈思远')
  const early = await desk.aBooking({ person, from: '09:30', to: '10:00' })
  const late = await desk.aBooking({ person: desk.listener, companion: person, from: '14:00', to: '15:00' })
  const next = await desk.aBooking({ person, from: '09:00', to: '10:00', date: '2026-09-19' })
  const cancelled = await desk.aBooking({ person, from: '16:00', to: '17:00' })
  await accepted(desk.cancel(cancelled.id, desk.asker, '开会'))
  desk.clock.set('2026-09-18T03:00:00.000Z')
  const idsFor = async (text: string) => (await find(text)).bookings.hits.map(({ booking }) => booking.id)
  expect(await idsFor('csy')).toEqual([late.id, next.id, early.id])
  expect(await idsFor('9-18')).toEqual([late.id, early.id])
  expect(await idsFor('明天')).toEqual([next.id])
  expect(await idsFor('周六')).toEqual([next.id])
  expect(await idsFor('this Saturday')).toEqual([next.id])
  desk.clock.set('2026-09-22T03:00:00.000Z')
  for (const words of ['上周五', 'last Friday', '9月18日 周五', '最近五天']) {
    expect(await idsFor(words), words).toEqual(
      words === '最近五天' ? [next.id, late.id, early.id] : [late.id, early.id],
    )
    expect((await find(words)).sessions.total, words).toBe(1)
  }
  expect(await idsFor('9月18日 下午')).toEqual([late.id])
  expect(await idsFor('上周五 9点半到11点')).toEqual([early.id])
  desk.clock.set('2026-09-18T03:00:00.000Z')
  // Words that somebody is called by are no day.
  await desk.aPerson('May')
  expect(await idsFor('may')).toEqual([])
  const lookFor = async (limit: number, many: number) => {
    const found = await desk.engine.read(() => findBookings({ people: [person] }, desk.clock.now(), limit, many))
    return found.map(({ id }) => id)
  }
  // Somebody with many is looked for another way, to the same end.
  for (const limit of [1, 2, 3]) expect(await lookFor(limit, 3)).toEqual(await lookFor(limit, 4))
  expect(await lookFor(5, 3)).toEqual([late.id, next.id, early.id])
  expect(await counted('9月18日')).toEqual({ bookings: 2, sessions: 1 })
  expect(await counted('昨天')).toEqual({})
})

test('a day is looked for as a day, whatever numbers of people it stands in; somebody called so is found', async () => {
  await desk.aPerson('陈思远', { department: '9月18日项目组' })
  expect(await counted('9月18日')).toEqual({ sessions: 1 })
  expect(await namesFound('9月18日项目组')).toEqual(['陈思远'])
  await desk.aPerson('周五一')
  expect(await namesFound('周五')).toEqual(['周五一'])
})

test('whoever is meant is told alone, as with all the rest, and without waiting for older notes to be findable', async () => {
  await desk.aPerson('陈思远', { department: '9月18日项目组' })
  await desk.aNote('思远没接住')
  const waiting = { catchUp: () => new Promise<boolean>(() => {}), stop: () => {} }
  const { everywhere } = searchService(desk.parts, waiting)
  const alone = async (text: string) => accepted(everywhere({ text, limit: 5, only: 'people' }, desk.asker))
  for (const text of ['思远', 'csy', '9月18日']) {
    const { people, ...rest } = await alone(text)
    expect(people).toEqual((await find(text)).people)
    expect(Object.values(rest).map((found) => (typeof found === 'object' ? found.total : found))).toEqual([
      ...[0, 0, 0, 0, 0, 0, 0],
      false,
    ])
  }
})

test('a ticket found by the sound of a name says whose it is: the owner before a listener', async () => {
  const ticket = await desk.aTicket({ title: '降价补差', text: '便宜了' })
  const people = async (text: string) => (await find(text)).tickets.hits.map((hit) => hit.person)
  expect(await people('wangmin')).toEqual([{ as: 'listener', name: '王敏', nameRange: { from: 0, to: 2 } }])
  await accepted(desk.move(ticket.id, 'claim', { ownerName: '小王敏' }))
  expect(await people('wm')).toEqual([{ as: 'owner', name: '小王敏', nameRange: { from: 1, to: 3 } }])
  expect(await people('小王')).toEqual([{ as: 'owner', name: '小王敏', nameRange: null }])
  expect(await people('便宜')).toEqual([null])
})

test('a ticket shows the quote that holds the words when its title does not', async () => {
  const ticket = await desk.aTicket({ title: '降价补差', text: '上周买的今天便宜了' })
  const found = async (text: string) => (await find(text)).tickets.hits.map((hit) => [hit.ticket.id, hit.quote])
  expect(await found('补差')).toEqual([[ticket.id, null]])
  expect(await found('便宜')).toEqual([[ticket.id, { kind: 'voice', text: '上周买的今天便宜了' }]])
})

test('for nothing typed the newest of each is there, and my own bookings', async () => {
  const mine = await desk.aBooking({ person: desk.listener, from: '14:00', to: '15:00' })
  await desk.aBooking({ person: await desk.aPerson('陈思远'), from: '10:00', to: '11:00' })
  const ticket = await desk.aTicket()
  const view = await desk.aNote('没接住', { kind: 'view' })
  const found = await find('', 3)
  expect(found.bookings.hits.map(({ booking }) => booking.id)).toEqual([mine.id])
  expect(found.sessions.hits.map(({ session }) => session.id)).toEqual([desk.session.id])
  expect(found.views.hits.map(({ note }) => note.id)).toEqual([view.id])
  expect(found.tickets.hits).toMatchObject([{ ticket: { id: ticket.id }, quote: null }])
  expect(found.people).toEqual({ hits: [], total: 0 })
})

test('signs alone find nothing, and nothing typed is an operator', async () => {
  await desk.aNote('没人管我 OR 有人')
  for (const text of ['*', '"', '{voice}', '没人 NOT 有人']) expect(await counted(text)).toEqual({})
})
