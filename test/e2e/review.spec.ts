import { expect } from '@playwright/test'
import { test } from './app.ts'
import { accepted } from './door.ts'
import { enter, notices } from './pages/frame.ts'
import { pointerPresses, press, watchPointer } from './pages/keyboard.ts'
import { LivePage } from './pages/live-page.ts'
import { aLiveCall, aNote, settle } from './seed.ts'

test('fifteen notes become three tickets by keys only', async ({ app }) => {
  const { me } = await settle(app.door)
  const { call } = await aLiveCall(app.door, me.id)
  const words = { coupon: '券', unclear_description: '尺寸', delivery: '安装' }
  const themes = (await accepted(app.door.tickets.issueTypes({}))).flatMap(({ id, department }) =>
    id in words ? [{ issueTypeId: id, department, word: words[id as keyof typeof words] }] : [],
  )
  expect(themes).toHaveLength(3)
  let offsetMs = 0
  for (const { word, issueTypeId } of themes)
    for (let index = 1; index <= 5; index += 1) {
      offsetMs += 4_000
      const kind = index === 3 ? 'view' : 'voice'
      await aNote(app.door, call.id, `${word}的事，第 ${index} 句`, { kind, issueTypeId, offsetMs })
    }
  await enter(app.page)
  const live = await LivePage.current(app.page)
  await watchPointer(app.page)
  const review = await live.end()
  await expect(review.notes).toHaveCount(15)
  for (const [index, { word, department }] of themes.entries()) {
    await review.choose(...[1, 2, 3, 4, 5].map((nth) => `${word}的事，第 ${nth} 句`))
    await expect(review.ticketTitle).toHaveValue(`${word}的事，第 1 句`)
    await expect(review.department).toHaveValue(department)
    await review.makeTicket(`ES-00000${index + 1}`)
  }
  await expect(review.notes.filter({ hasText: '已入工单' })).toHaveCount(15)
  expect(await pointerPresses(app.page)).toBe(0)

  const { tickets } = await accepted(app.door.tickets.list({ filter: {}, sort: 'number', limit: 5 }))
  expect(tickets.map((ticket) => [ticket.quoteCount, ticket.issueTypeId])).toEqual(
    themes.map(({ issueTypeId }) => [5, issueTypeId]),
  )
})

test('a ticket opened by mistake is taken back with one key, and its notes are free again', async ({ app }) => {
  const { me } = await settle(app.door)
  const { call } = await aLiveCall(app.door, me.id)
  await aNote(app.door, call.id, '发票一直没有开出来')
  await enter(app.page)
  const review = await (await LivePage.current(app.page)).end()
  await review.choose('发票一直没有开出来')
  await review.makeTicket('ES-000001')
  await press(app.page, 'Mod+z')
  await expect(notices(app.page)).toContainText('工单 ES-000001 已撤回，批注可以再用')
  await expect(review.made).toHaveCount(0)
  // The cursor may still stand on it: choosing it anew is one key.
  await press(app.page, 'x')
  await review.makeTicket('ES-000002')
})
