import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownNewsService } from '../../../electron/services/seats/own-news.ts'
import type { DrawWish } from '../../../shared/contract/seats/draws.ts'
import { aDrawingRoom } from '../../builders/drawing.ts'
import { accepted } from '../../builders/outcomes.ts'
import { nobody } from '../../builders/seats.ts'

// The secretary asked for her boss, together with two others.
let house: Awaited<ReturnType<typeof aDrawingRoom>>
let [boss, gao, zhou, secretary] = ['', '', '', '']
let windowId = ''
beforeEach(async () => {
  house = await aDrawingRoom()
  boss = await house.aPerson('林岚')
  gao = await house.aPerson('高翔')
  zhou = await house.aPerson('周敏')
  secretary = await house.aPerson('罗佳')
  windowId = (await house.aWindow()).id
  await house.aRequest({ windowId, person: boss, togetherWith: [gao, zhou] }, { personId: secretary })
  for (const personId of [boss, gao, zhou, secretary]) {
    const own = await accepted(news().unseen({}, { personId }))
    await accepted(news().shown({ own }, { personId }))
  }
})
afterEach(() => house.close())

const news = () => ownNewsService(house.parts)
const toldTo = async (personId: string) =>
  (await accepted(news().list({}, { personId }))).map(({ about, byName }) => [about.kind, about.why, byName])
const leaves = (personId: string) =>
  accepted(house.people.remove({ personId, seenVersion: null }, { personId: house.coordinator.personId }))
const isBack = (personId: string) =>
  accepted(house.people.putBack({ personId }, { personId: house.coordinator.personId }))
const reads = async (personId: string) => {
  const all = await accepted(news().list({}, { personId }))
  if (all.length > 0) {
    const read = all.map(({ about: { kind }, ofId, at }) => ({ kind, ofId, at }))
    await accepted(news().read({ news: read }, { personId }))
  }
}
const theRequest = async () => {
  const [request] = await accepted(house.draws.mine({}, { personId: boss }))
  if (request === undefined) throw new Error('no request')
  return request
}
/** Who asks together with her, but for those who are off the list. */
const asked = async () => {
  const { togetherWith, togetherNames, awayIds = [] } = await theRequest()
  return togetherNames.filter((_, at) => !awayIds.includes(togetherWith[at] ?? ''))
}
const changed = async (change: Partial<Pick<DrawWish, 'togetherWith' | 'purpose'>> = {}) => {
  const { id: requestId, version: seenVersion, togetherWith, purpose, lengthMinutes, wishes } = await theRequest()
  const wish = { requestId, seenVersion, togetherWith, purpose, lengthMinutes, wishes, ...change }
  return accepted(house.draws.change(wish, { personId: boss }))
}
const without = [['request', 'without', '王敏']]
const withAgain = [['request', 'with_again', '王敏']]

test('where one who asks together goes off the list the others are told at once and ask on; back on it, it is as before', async () => {
  await leaves(gao)
  expect([await toldTo(boss), await toldTo(zhou), await toldTo(secretary)]).toEqual([without, without, without])
  expect(await asked()).toEqual(['周敏'])
  await isBack(gao)
  expect([await toldTo(boss), await toldTo(zhou), await toldTo(secretary), await toldTo(gao)]).toEqual([[], [], [], []])
  expect(await asked()).toEqual(['高翔', '周敏'])
})

test('it is drawn without them: the others get their seats, and its file, its history and its result know nobody else', async () => {
  await leaves(gao)
  expect(await house.drawn(windowId)).toMatchObject({ requestCount: 1, outcome: { drawnCount: 1, seatsUsed: 2 } })
  expect(await house.results(windowId)).toMatchObject([{ togetherNames: ['周敏'], seatsNow: ['held', 'held'] }])
  const upcoming = async (personId: string) => (await accepted(house.bookings.upcoming({ personId }, nobody))).length
  expect([await upcoming(boss), await upcoming(zhou), await upcoming(gao)]).toEqual([1, 1, 0])
  const { text } = await accepted(house.draws.file({ windowId }, nobody))
  expect([text.includes(zhou), text.includes(gao)]).toEqual([true, false])
  const events = await accepted(house.draws.history({ windowId }, nobody))
  expect(events.filter(({ actorName }) => actorName === null).map(({ what }) => what)).toEqual(
    expect.arrayContaining(['changed', 'drawn']),
  )
  expect((await toldTo(boss)).map(([kind, why]) => [kind, why])).toEqual([['request', 'without']])
})

test('whoever read that they left reads that they are back, once, and so on as often as they go and come', async () => {
  await leaves(gao)
  await reads(boss)
  await isBack(gao)
  expect([await toldTo(boss), await toldTo(zhou), await toldTo(gao)]).toEqual([withAgain, [], []])
  await reads(boss)
  expect(await toldTo(boss)).toEqual([])
  await leaves(gao)
  expect([await toldTo(boss), await toldTo(zhou)]).toEqual([without, without])
})

test('it is told of each of several who leave once, and of nobody anew as another one comes back', async () => {
  await leaves(gao)
  await reads(boss)
  await leaves(zhou)
  expect([await toldTo(boss), await toldTo(secretary)]).toEqual([without, without])
  await isBack(zhou)
  expect(await toldTo(boss)).toEqual([])
  expect(await asked()).toEqual(['周敏'])
})

test('what was read as they left is not told once more as it is drawn', async () => {
  await leaves(gao)
  await reads(boss)
  await house.drawn(windowId)
  expect([await toldTo(boss), await toldTo(zhou)]).toEqual([[], without])
})

test('other wishes leave somebody asked with who is merely off the list: back on it they ask together as before, and nobody was left out', async () => {
  await leaves(gao)
  expect(await changed({ purpose: 'answer' })).toMatchObject({ togetherNames: ['高翔', '周敏'], awayIds: [gao] })
  await isBack(gao)
  expect(await asked()).toEqual(['高翔', '周敏'])
  expect([await toldTo(boss), await toldTo(gao)]).toEqual([withAgain, [['request', 'changed', '林岚']]])
  const again = await house.handIn({ windowId, person: gao })
  expect(again).toMatchObject({ ok: false, code: 'asked_already' })
})

test('who is off the list can be taken out by hand, and reads that they were left out once they are back', async () => {
  await leaves(gao)
  await changed({ togetherWith: [zhou] })
  await isBack(gao)
  expect(await asked()).toEqual(['周敏'])
  expect([await toldTo(boss), await toldTo(gao)]).toEqual([[], [['request', 'left_out', '林岚']]])
  expect(await house.handIn({ windowId, person: gao })).toMatchObject({ ok: true })
})

test('a withdrawal is taken back while one of them is off the list', async () => {
  const { id: requestId, personId, togetherWith, purpose, lengthMinutes, wishes } = await theRequest()
  await leaves(gao)
  await accepted(house.draws.withdraw({ requestId }, { personId: boss }))
  const wish = { windowId, personId, togetherWith, purpose, lengthMinutes, wishes }
  await accepted(house.draws.handIn(wish, { personId: boss }))
  await isBack(gao)
  expect(await asked()).toEqual(['高翔', '周敏'])
  const unknown = { ...wish, togetherWith: [house.clock.newId()] }
  expect(await house.draws.handIn(unknown, { personId: boss })).toMatchObject({ ok: false, code: 'not_found' })
})

test('the others go on changing it while whose request it is is off the list', async () => {
  await leaves(boss)
  const [request] = await accepted(house.draws.mine({}, { personId: zhou }))
  expect(request).toMatchObject({ personName: '林岚', awayIds: [boss] })
  if (request === undefined) return
  const { id: requestId, version: seenVersion, togetherWith, lengthMinutes, wishes } = request
  const wish = { requestId, seenVersion, togetherWith, purpose: 'answer' as const, lengthMinutes, wishes }
  expect(await house.draws.change(wish, { personId: zhou })).toMatchObject({ ok: true })
})

test('whoever was off the list as it was drawn, and is back, reads that it was drawn without them, and the others still do', async () => {
  await leaves(gao)
  await house.drawn(windowId)
  await isBack(gao)
  expect((await toldTo(gao)).map(([, why]) => why)).toEqual(['drawn_without'])
  expect(await accepted(house.draws.mine({}, { personId: gao }))).toEqual([])
  expect(await accepted(house.draws.mine({}, { personId: zhou }))).toHaveLength(1)
  expect([await toldTo(boss), await toldTo(zhou)]).toEqual([without, without])
  expect(await theRequest()).toMatchObject({ togetherNames: ['周敏'], awayIds: [] })
})

test('a request that somebody took back reads so also once whose it was has left', async () => {
  const { id: requestId } = await theRequest()
  await accepted(house.draws.withdraw({ requestId }, { personId: boss }))
  house.clock.advance(60_000)
  await leaves(boss)
  expect(await toldTo(zhou)).toEqual([['request', 'withdrawn', '林岚']])
})

test('whoever leaves with all they had before them is told of the same way', async () => {
  const { mark } = await accepted(house.people.ahead({ personId: gao }, nobody))
  const wish = { personId: gao, seenVersion: null, mark, keepUntil: null, reason: '离职' }
  await accepted(house.people.letGo(wish, { personId: house.coordinator.personId }))
  expect([await toldTo(boss), await toldTo(zhou)]).toEqual([without, without])
  await reads(boss)
  await isBack(gao)
  expect([await toldTo(boss), await toldTo(gao)]).toEqual([withAgain, []])
  expect(await asked()).toEqual(['高翔', '周敏'])
})

test('where whose request it is goes off the list it lapses for all, who are told', async () => {
  await leaves(boss)
  expect(await house.drawn(windowId)).toMatchObject({ requestCount: 0, outcome: { drawnCount: 0 } })
  const gone = [['request', 'gone', null]]
  expect([await toldTo(zhou), await toldTo(secretary)]).toEqual([gone, gone])
  await isBack(boss)
  expect([await toldTo(zhou), await toldTo(boss)]).toEqual([gone, gone])
})

test('so is whoever goes as a list is taken back that brought them', async () => {
  const versions = await accepted(house.people.list({}, nobody))
  const seenVersion = versions.find(({ id }) => id === gao)?.version ?? 0
  const by = { personId: house.coordinator.personId }
  await accepted(house.people.takeBackList({ changes: [{ personId: gao, seenVersion, before: null }] }, by))
  expect([await toldTo(boss), await toldTo(zhou)]).toEqual([without, without])
})
