import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { patience } from '../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { instantNow, todayIn } from '../../../lib/now.ts'
import { placeNow } from '../../../lib/place-store.ts'
import { TodayDraws } from './TodayDraws.tsx'

let page: TestWindow
afterEach(() => page.close())

test.each([
  ['zh', '没排上', '排在第 3 位（共 3 位），想要的场次都排给了前面的人。'],
  ['en', 'No seat', 'Place 3 of 3: the one wish had gone to those before.'],
] as const)(
  'what came of my request is told on Today with the sentence that says why (%s)',
  async (language, nothing, why) => {
    page = await aWindow({ language })
    const [today, at] = [todayIn(placeNow()), instantNow()]
    const window = { id: 'w', state: 'drawn', from: today, to: today, hours: null, closesAt: at }
    const sentence = {
      zh: '排在第 3 位（共 3 位），想要的场次都排给了前面的人。',
      en: 'Place 3 of 3: the one wish had gone to those before.',
    }
    const mine = { id: 'r', windowId: 'w', personId: 'p', personName: '高翔', result: { drawn: null, sentence } }
    page.answer('draws.list', async () => ({ ok: true, value: { now: at, windows: [window] } }))
    page.answer('draws.mine', async () => ({ ok: true, value: [mine] }))
    page.show(<TodayDraws me="p" />)
    await screen.findByText(nothing, { exact: false }, patience)
    screen.getByText(why)
  },
)

test('that a draw was cancelled in which I asked is told on Today, and why; of others it is not', async () => {
  page = await aWindow({})
  const [today, at] = [todayIn(placeNow()), instantNow()]
  const window = { state: 'cancelled', from: today, to: today, hours: null, closesAt: at }
  const windows = [
    { ...window, id: 'w', reason: '那天停电' },
    { ...window, id: 'v', reason: '不办了' },
  ]
  const mine = { id: 'r', windowId: 'w', personId: 'p', personName: '高翔', result: null }
  page.answer('draws.list', async () => ({ ok: true, value: { now: at, windows } }))
  page.answer('draws.mine', async () => ({ ok: true, value: [mine] }))
  page.show(<TodayDraws me="p" />)
  await screen.findByText('取消原因：那天停电', {}, patience)
  screen.getByText('已取消')
  expect(screen.queryByText(/不办了/)).toBeNull()
})
