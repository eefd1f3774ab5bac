import { screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { MONDAY, monday, slotAt } from '../../../../test/builders/drawing.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { reading } from '../../../../test/builders/reading.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { instantNow, todayIn } from '../../../lib/now.ts'
import { placeNow } from '../../../lib/place-store.ts'
import { TodayDraws } from './TodayDraws.tsx'

let page: TestWindow
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

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

test('what was drawn for me and was given up since is told so on Today, as soon as it is', async () => {
  page = await aWindow()
  const [today, at] = [todayIn(placeNow()), instantNow()]
  const window = { id: 'w', state: 'drawn', from: today, to: today, hours: null, closesAt: at }
  const drawn = { roomId: 'r', startsAt: shanghai('09:00'), endsAt: shanghai('10:00'), seatNumbers: [2, 3] }
  const sentence = { zh: '排在第 1 位', en: 'Place 1' }
  let seatsNow = ['held', 'held']
  const mine = () => ({ id: 'r', windowId: 'w', personId: 'p', result: { drawn, seatsNow, sentence } })
  page.answer('draws.list', async () => ({ ok: true, value: { now: at, windows: [window] } }))
  page.answer('draws.mine', async () => ({ ok: true, value: [mine()] }))
  page.show(<TodayDraws me="p" />)
  await screen.findByText(reading(/09:00–10:00 2、3号席$/), {}, patience)
  const becomes = async (now: string[], words: RegExp) => {
    seatsNow = now
    page.hears({ kind: 'changed', topics: ['bookings'] })
    await screen.findByText(reading(words), {}, patience)
  }
  await becomes(['held', 'cancelled'], /2、3号席（3号席后来取消了）$/)
  await becomes(['moved', 'cancelled'], /2、3号席（3号席后来取消了、2号席后来换到别处了）$/)
  await becomes(['cancelled', 'cancelled'], /2、3号席（后来取消了）$/)
})

test('that a draw was cancelled in which I asked is told on Today, and why; of others it is not', async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock() })
  const { draws, people, settings } = page.client
  const me = await accepted(
    people.add({ name: '高翔', department: '', role: 'listener', employeeNumber: null, email: null }),
  )
  await accepted(settings.save({ me: me.id }))
  const open = (from: string) => accepted(draws.open({ ...monday, from, to: from, closesAt: shanghai('18:00') }))
  const [mine, others] = [await open(MONDAY), await open('2026-09-22')]
  const asked = { windowId: mine.id, personId: me.id, togetherWith: [], lengthMinutes: 60, wishes: [slotAt('09:00')] }
  await accepted(draws.handIn({ ...asked, purpose: 'listen' }))
  page.show(<TodayDraws me={me.id} />)
  await screen.findByText(/^已申请，到/, {}, patience)
  await accepted(draws.cancel({ windowId: mine.id, reason: '那天停电' }))
  await accepted(draws.cancel({ windowId: others.id, reason: '不办了' }))
  await screen.findByText('取消原因：那天停电', {}, patience)
  await vi.waitFor(() => expect(screen.getAllByText('已取消')).toHaveLength(1), patience)
  expect(screen.queryByText(/不办了/)).toBeNull()
})
