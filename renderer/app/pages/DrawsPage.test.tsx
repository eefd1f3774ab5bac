import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { Route, Routes, useLocation } from 'react-router'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { drawPass } from '../../../electron/services/seats/draw/draw-pass.ts'
import { sqliteEngine } from '../../../electron/storage/engine/sqlite.ts'
import { openForWriting } from '../../../electron/storage/open.ts'
import { accepted } from '../../../test/builders/console.ts'
import { monday, slotAt } from '../../../test/builders/drawing.ts'
import { aClock } from '../../../test/builders/parts.ts'
import { reading } from '../../../test/builders/reading.ts'
import { shanghai } from '../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { DayView } from '../../features/seats/board/DayView.tsx'
import { TodayDraws } from '../../features/seats/draw/TodayDraws.tsx'
import { useAskedWait } from '../../features/seats/waitlist/asked-wait.ts'
import * as files from '../../lib/save-file.ts'
import { DrawsPage } from './DrawsPage.tsx'

// Friday 2026-09-18 09:00 in Shanghai. Windows are about Monday, and close at 18:00 today.
const clock = aClock()
let page: TestWindow
let folder = ''
let wang: string
let li: string
const add = (name: string) =>
  accepted(page.client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null }))
const goTo = (time: string) => {
  clock.set(shanghai(time))
  vi.setSystemTime(Date.parse(shanghai(time)))
}
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  goTo('09:00')
  page = await aWindow({
    clock,
    before: (dataFolder) => {
      folder = dataFolder
    },
  })
  ;[wang, li] = [(await add('王敏')).id, (await add('李强')).id]
  await accepted(page.client.settings.save({ me: wang }))
})
afterEach(async () => {
  await page.close()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const aDraw = () => accepted(page.client.draws.open({ ...monday, closesAt: shanghai('18:00') }))
const asks = (windowId: string, personId: string, wishes: string[]) =>
  accepted(
    page.client.draws.handIn({ windowId, personId, togetherWith: [], purpose: 'listen', lengthMinutes: 60, wishes }),
  )
/** What the console does from time to time, now: another one of the same file draws. */
async function closes() {
  goTo('18:00')
  const db = openForWriting(join(folder, 'earshot.db'))
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const pass = drawPass({ engine: sqliteEngine(db), clock, log, emit: page.hears, watch: { look: async () => 0 } })
  expect(await pass.run()).toBe(1)
  db.close()
}
const start = (name: RegExp) => screen.findByRole('button', { name })
const wishNames = () => screen.getAllByRole('button', { name: /：第 \d 志愿$/ }).map((wish) => wish.textContent)

test('where there is no draw the coordinator is led to open one, sees before what it offers, and it is published', async () => {
  page.show(<DrawsPage />)
  await page.user.click(await screen.findByRole('button', { name: /开一次排位/ }))
  const preview = await screen.findByRole('region', { name: '开出来是这样' })
  expect(preview.textContent).toContain('12 个场次，48 个席位')
  expect(preview.textContent).toContain('2 人今年还欠听线或接线')
  await page.user.click(screen.getByRole('button', { name: /开放申请/ }))
  await page.told('已开放申请')
  const { windows } = await accepted(page.client.draws.list({}))
  await screen.findByText(windows[0]?.commitment ?? '')
  await screen.findByText(/排完公布种子，对得上就说明中途没有换过/)
})

test('a room that nobody named is called what it is called elsewhere, where the house has another', async () => {
  const likeRoomId = (await accepted(page.client.rooms.list({})))[0]?.id ?? ''
  await accepted(page.client.roomKeeping.add({ name: '加德满都', site: '', likeRoomId }))
  await aDraw()
  page.show(<DrawsPage />)
  await within(await screen.findByRole('list', { name: '排位' })).findByText(/· 听线室$/)
  screen.getByText('听线室', { selector: 'dd' })
})

test('what cannot be opened says why and what to do, before it is sent', async () => {
  page.show(<DrawsPage />)
  await page.user.click(await screen.findByRole('button', { name: /开一次排位/ }))
  await screen.findByRole('region', { name: '开出来是这样' })
  await page.user.clear(screen.getByLabelText('几点'))
  await page.user.type(screen.getByLabelText('几点'), '25:00')
  await page.user.click(screen.getByRole('button', { name: /开放申请/ }))
  await screen.findByText(/把日期和时间填完整/)
  page.answer('draws.preview', async () => ({ ok: false, code: 'nothing_free', detail: {} }))
  await page.user.click(screen.getByRole('button', { name: '90 分钟' }))
  await screen.findByText(/换几天，或把时间放宽/)
})

describe('a request', () => {
  test('is written by keys: wishes are chosen, moved and dropped in their order, handed in, changed and withdrawn', async () => {
    const { id } = await aDraw()
    page.show(<DrawsPage />)
    ;(await start(/^09:00 4 席/)).focus()
    await page.user.keyboard(' {ArrowRight} ')
    expect(wishNames()).toEqual(['9月21日 周一 09:00–10:00', '9月21日 周一 10:00–11:00'])
    screen.getByRole('button', { name: /^10:00 4 席 第 2 志愿/, pressed: true })
    screen.getByRole('button', { name: /10:00–11:00：第 2 志愿/ }).focus()
    await page.user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(wishNames()).toEqual(['9月21日 周一 10:00–11:00', '9月21日 周一 09:00–10:00'])
    await page.user.keyboard('{Control>}{Enter}{/Control}')
    await page.told('王敏 的申请已递交')
    const mine = async () => (await accepted(page.client.draws.mine({})))[0]
    expect(await mine()).toMatchObject({ windowId: id, wishes: [slotAt('10:00'), slotAt('09:00')] })

    await page.user.keyboard('a')
    ;(await screen.findByRole('button', { name: /10:00–11:00：第 1 志愿/ })).focus()
    await page.user.keyboard('{Delete}')
    await page.user.click(screen.getByRole('button', { name: /保存志愿/ }))
    await page.told('志愿已保存')
    expect((await mine())?.wishes).toEqual([slotAt('09:00')])

    await page.user.click(await screen.findByRole('button', { name: '撤回' }))
    await page.told('王敏 的申请已撤回')
    expect(await mine()).toBeUndefined()
    await page.user.keyboard('{Control>}z{/Control}')
    await waitFor(async () => expect((await mine())?.wishes).toEqual([slotAt('09:00')]))
  })

  test('of whoever sits here stands before those they handed in for others, and is what the key writes', async () => {
    const { id } = await aDraw()
    await asks(id, li, [slotAt('10:00')])
    page.show(<DrawsPage />)
    await screen.findByText('李强 的申请')
    await page.user.keyboard('a')
    await page.user.click(await start(/^09:00 4 席/))
    await page.user.keyboard('{Control>}{Enter}{/Control}')
    await page.told('王敏 的申请已递交')
    const asked = await screen.findByRole('region', { name: '我的申请' })
    await waitFor(() =>
      expect(
        within(asked)
          .getAllByText(/–1\d:00$/)
          .map((wish) => wish.textContent),
      ).toEqual(['9月21日 周一 09:00–10:00', '9月21日 周一 10:00–11:00']),
    )
    const history = await screen.findByRole('region', { name: '处理记录' })
    await within(history).findByText('递交了 李强 的申请')
    await within(history).findByText('递交了申请')
  })

  test('that is being written when requests close stays, and says that it closed and what to do', async () => {
    await aDraw()
    page.show(<DrawsPage />)
    ;(await start(/^09:00 4 席/)).focus()
    await page.user.keyboard(' ')
    await closes()
    await screen.findByText('等结果出来；没排上的话，空着的席位可以直接约。')
    expect(wishNames()).toEqual(['9月21日 周一 09:00–10:00'])
    expect(screen.queryByRole('button', { name: /^递交申请/ })).toBeNull()
    await page.user.click(screen.getByRole('button', { name: '不改了' }))
    await waitFor(() => expect(screen.queryByText('9月21日 周一 09:00–10:00')).toBeNull())
  })

  test('that is refused keeps what was written and says what to do', async () => {
    const { id } = await aDraw()
    page.show(<DrawsPage />)
    await page.user.click(await start(/^09:00 4 席/))
    page.answer('draws.mine', async () => ({ ok: true, value: [] }))
    await asks(id, wang, [slotAt('10:00')])
    await page.user.click(screen.getByRole('button', { name: /^递交申请/ }))
    await screen.findByText(/王敏 在这次排位里已经申请了/)
    expect(wishNames()).toEqual(['9月21日 周一 09:00–10:00'])
  })

  test('that somebody else changed meanwhile is not overwritten unseen, and keeps what was chosen', async () => {
    const { id } = await aDraw()
    const request = await asks(id, wang, [slotAt('09:00')])
    page.show(<DrawsPage />)
    await page.user.click(await screen.findByRole('button', { name: /^改志愿/ }))
    await page.user.click(await start(/^10:00 4 席/))
    const { togetherWith, purpose, lengthMinutes } = request
    const theirs = { togetherWith, purpose, lengthMinutes, wishes: [slotAt('10:00')] }
    await accepted(page.client.draws.change({ requestId: request.id, seenVersion: null, ...theirs }))
    await page.user.click(screen.getByRole('button', { name: /^保存志愿/ }))
    await screen.findByText(/改了志愿。你写的还在。/)
    expect(wishNames()).toEqual(['9月21日 周一 09:00–10:00', '9月21日 周一 10:00–11:00'])
    await page.user.click(screen.getByRole('button', { name: '看对方的' }))
    expect(wishNames()).toEqual(['9月21日 周一 10:00–11:00'])
    await page.user.click(screen.getByRole('button', { name: '换回我的' }))
    await page.user.click(screen.getByRole('button', { name: /^用我的/ }))
    await page.told('志愿已保存')
  })

  test('with nothing chosen is not sent', async () => {
    await aDraw()
    page.show(<DrawsPage />)
    await page.user.click(await screen.findByRole('button', { name: /^递交申请/ }))
    await screen.findByText('先选至少一个场次')
    expect(await accepted(page.client.draws.mine({}))).toEqual([])
  })
})

test('a coordinator extends, only to later, and cancels with a reason that everybody reads', async () => {
  await aDraw()
  page.show(<DrawsPage />)
  await page.user.click(await screen.findByRole('button', { name: '延长' }))
  const time = await screen.findByLabelText('几点')
  await page.user.clear(time)
  await page.user.type(time, '17:00{Enter}')
  await screen.findByText(reading(/只能比 .*18:00 晚/))
  await page.user.clear(time)
  await page.user.type(time, '20:00{Enter}')
  await page.told('已延长到')
  await page.user.click(await screen.findByRole('button', { name: '取消排位' }))
  await page.user.keyboard('{Enter}')
  await screen.findByText('先写原因')
  await page.user.type(screen.getByLabelText('原因'), '活动改期{Enter}')
  await page.told('排位已取消')
  await screen.findByText('取消原因：活动改期')
  const history = await screen.findByRole('region', { name: '处理记录' })
  await within(history).findByText('延长了时间')
  await within(history).findByText('取消了排位')
})

test('a draw that somebody else extended meanwhile is not shortened unseen', async () => {
  const { id, version } = await aDraw()
  page.show(<DrawsPage />)
  await page.user.click(await screen.findByRole('button', { name: '延长' }))
  const time = await screen.findByLabelText<HTMLInputElement>('几点')
  await page.user.clear(time)
  await page.user.type(time, '20:00')
  await accepted(page.client.draws.extend({ windowId: id, seenVersion: version, closesAt: shanghai('19:00') }))
  await screen.findAllByText(/19:00/)
  await page.user.type(time, '{Enter}')
  await screen.findByText(/改了关闭时间。你写的还在。/)
  expect(time.value).toBe('20:00')
  await page.user.click(screen.getByRole('button', { name: /用我的/ }))
  await page.told('已延长到')
})

test('results tell each person why, are found by name, and the replay file is saved as it was drawn', async () => {
  const { id } = await aDraw()
  for (const { id: personId } of [{ id: wang }, { id: li }, await add('陈思远'), await add('赵一'), await add('钱二')])
    await asks(id, personId, [slotAt('09:00')])
  await closes()
  page.show(<DrawsPage />)
  const results = await screen.findByRole('region', { name: '结果' })
  await waitFor(() => expect(within(results).getAllByRole('listitem')).toHaveLength(5))
  expect(within(results).getAllByText('没排上')).toHaveLength(1)
  screen.getByText('5 份申请里的 4 份，用了 8 个席位里的 4 个')
  const mine = (await accepted(page.client.draws.mine({})))[0]?.result
  expect(results.textContent).toContain(mine?.sentence.zh)
  const saved = vi.spyOn(files, 'saveAsFile').mockImplementation(() => {})
  await page.user.keyboard('f')
  await page.told('重放文件')
  const { fileName, text } = await accepted(page.client.draws.file({ windowId: id }))
  expect(saved).toHaveBeenCalledWith(fileName, text, 'application/json')
})

test('the board of a day says what of it is drawn, until it is', async () => {
  const { id } = await aDraw()
  const days = { day: monday.from, today: '2026-09-18', now: shanghai('09:00'), onOpenDay: () => {} }
  page.show(<DayView {...days} me={wang} onListen={() => {}} />)
  await screen.findByText(reading(/的席位在收申请，.*18:00 一起排/))
  expect(screen.getByRole('link', { name: '去排位申请' }).getAttribute('href')).toBe(`/draws?window=${id}`)
  await closes()
  await waitFor(() => expect(screen.queryByRole('link', { name: '去排位申请' })).toBeNull())
})

function Where() {
  const { pathname, search } = useLocation()
  return `${pathname}${search}`
}

test('whoever was drawn out is led from there to wait for what they wished, on the board of that day', async () => {
  const { id } = await aDraw()
  for (const personId of [wang, li, (await add('陈思远')).id, (await add('赵一')).id, (await add('钱二')).id])
    await asks(id, personId, [slotAt('09:00')])
  await closes()
  const out = (await accepted(page.client.draws.mine({}))).find(({ result }) => result?.drawn === null)
  page.show(
    <Routes>
      <Route path="/" element={<DrawsPage />} />
      <Route path="*" element={<Where />} />
    </Routes>,
  )
  await page.user.click(await screen.findByRole('button', { name: '加入候补' }))
  await screen.findByText(/^\/seats\?day=2026-09-21&room=/)
  expect(useAskedWait.getState().asked).toEqual({
    ...{ date: '2026-09-21', from: '09:00', to: '10:00', minutes: 60, seatId: null },
    ...{ personId: out?.personId, companionId: null, purpose: 'listen' },
  })
})

test('what came of requests for several people is told on Today line by line, seats of one request by name', async () => {
  const { id } = await aDraw()
  await asks(id, li, [slotAt('09:00')])
  const togetherWith = [(await add('陈思远')).id]
  const wishes = [slotAt('10:00')]
  await accepted(
    page.client.draws.handIn({
      ...{ windowId: id, personId: wang, togetherWith, purpose: 'listen', lengthMinutes: 60, wishes },
    }),
  )
  await closes()
  page.show(<TodayDraws me={wang} />)
  await screen.findByText(reading('9月21日 周一 10:00–11:00 1、2号席'))
  screen.getByText(reading('李强 · 9月21日 周一 09:00–10:00 1号席'))
})

test('Today leads to what takes requests and to what came of mine', async () => {
  const { id } = await aDraw()
  page.show(<TodayDraws me={wang} />)
  const row = await screen.findByRole('link', { name: /9月21日 周一.*在收申请/ })
  expect(row.getAttribute('href')).toBe(`/draws?window=${id}`)
  await asks(id, wang, [slotAt('09:00')])
  await screen.findByRole('link', { name: /已申请/ })
  await closes()
  await screen.findByRole('link', { name: /抽签结果.*09:00–10:00 \d号席/ })
})

test('a desk whose hub went away does not take requests past their closing, nor say what became of them', async () => {
  const { id } = await aDraw()
  const before = await accepted(page.client.draws.list({}))
  const then = shanghai('09:00')
  page.answer('draws.list', async () => ({ ok: true, value: before, asOf: then }))
  goTo('20:00')
  page.show(<DrawsPage />, `/draws?window=${id}`)
  await waitFor(() => expect(screen.getAllByText('已截止')).toHaveLength(2))
  expect(screen.queryByRole('heading', { name: '我的申请' })).toBeNull()
  page.show(<TodayDraws me={wang} />)
  await screen.findByText(/连上中心就能看到结果/)
})

test('a list that cannot be read says so and can be asked again', async () => {
  await aDraw()
  page.answer('draws.list', async () => ({ ok: false, code: 'unexpected', detail: { reference: 'E1' } }))
  page.show(<DrawsPage />)
  const again = await screen.findByRole('button', { name: /再试/ })
  page.answerNoMore('draws.list')
  await page.user.click(again)
  await screen.findByRole('button', { name: '延长' })
})
