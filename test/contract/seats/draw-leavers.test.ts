import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownNewsService } from '../../../electron/services/seats/own-news.ts'
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
const asked = async () =>
  (await accepted(house.draws.mine({}, { personId: boss }))).map(({ togetherNames }) => togetherNames)
const without = [['request', 'without', '王敏']]

test('where one who asks together goes off the list the others are told at once and ask on; back on it, it is as before', async () => {
  await leaves(gao)
  expect([await toldTo(boss), await toldTo(zhou), await toldTo(secretary)]).toEqual([without, without, without])
  expect(await asked()).toEqual([['周敏']])
  await accepted(house.people.putBack({ personId: gao }, nobody))
  expect([await toldTo(boss), await toldTo(zhou), await toldTo(secretary), await toldTo(gao)]).toEqual([[], [], [], []])
  expect(await asked()).toEqual([['高翔', '周敏']])
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

test('it can be changed meanwhile, and is then without them also once they are back', async () => {
  await leaves(gao)
  const [request] = await accepted(house.draws.mine({}, { personId: boss }))
  if (request === undefined) throw new Error('no request')
  const { id: requestId, togetherWith, purpose, lengthMinutes, wishes } = request
  const wish = { togetherWith, purpose, lengthMinutes, wishes }
  await accepted(house.draws.change({ requestId, seenVersion: request.version, ...wish }, { personId: boss }))
  await accepted(house.people.putBack({ personId: gao }, nobody))
  expect(await asked()).toEqual([['周敏']])
  await house.aRequest({ windowId, person: gao })
})

test('whoever leaves with all they had before them is told of the same way', async () => {
  const { mark } = await accepted(house.people.ahead({ personId: gao }, nobody))
  const wish = { personId: gao, seenVersion: null, mark, keepUntil: null, reason: '离职' }
  await accepted(house.people.letGo(wish, { personId: house.coordinator.personId }))
  expect([await toldTo(boss), await toldTo(zhou)]).toEqual([without, without])
})

test('where whose request it is goes off the list it lapses for all, who are told', async () => {
  await leaves(boss)
  expect(await house.drawn(windowId)).toMatchObject({ requestCount: 0, outcome: { drawnCount: 0 } })
  const gone = [['request', 'gone', null]]
  expect([await toldTo(zhou), await toldTo(secretary)]).toEqual([gone, gone])
})

test('so is whoever goes as a list is taken back that brought them', async () => {
  const versions = await accepted(house.people.list({}, nobody))
  const seenVersion = versions.find(({ id }) => id === gao)?.version ?? 0
  const by = { personId: house.coordinator.personId }
  await accepted(house.people.takeBackList({ changes: [{ personId: gao, seenVersion, before: null }] }, by))
  expect([await toldTo(boss), await toldTo(zhou)]).toEqual([without, without])
})
