import { screen, waitFor, within } from '@testing-library/react'
import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { reading } from '../../../../test/builders/reading.ts'
import { seatsOf } from '../../../../test/builders/rooms.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { SeriesDialog } from './SeriesDialog.tsx'
import { SeriesPart } from './SeriesPart.tsx'
import { askSeries } from './series-store.ts'

let page: TestWindow
let boss: string
let other: string
let seatId: string
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock() })
  const add = (name: string) =>
    accepted(page.client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null }))
  ;[boss, other] = [(await add('王总')).id, (await add('李强')).id]
  seatId = (await seatsOf(page.client))[0]?.id ?? ''
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const span = (date: string) => ({ seatId, startsAt: shanghai('10:00', date), endsAt: shanghai('11:00', date) })
const upcoming = async () =>
  (await accepted(page.client.bookings.upcoming({ personId: boss }))).map(({ seatNumber, startsAt }) => [
    seatNumber,
    startsAt,
  ])

test('each day says whether it fits; what is skipped says why and can be taken elsewhere; all are made by one press and taken back by one', async () => {
  await accepted(
    page.client.bookings.reserve({ ...span('2026-09-25'), personId: other, companionId: null, purpose: 'listen' }),
  )
  askSeries({ place: span('2026-09-18'), personId: boss, companionId: null, purpose: 'listen' })
  page.show(<SeriesDialog />)
  const dialog = within(await screen.findByRole('dialog', { name: '重复预约' }))
  await dialog.findByText('约 7 天，跳过 1 天')
  await dialog.findByText(reading('1号席 10:00 已由 李强 预约'))
  await page.user.click(dialog.getByRole('checkbox', { name: '改约 2号席 10:00–11:00' }))
  await page.user.click(dialog.getByRole('checkbox', { name: '10月2日 周五 1号席 10:00–11:00' }))
  await page.user.click(dialog.getByRole('button', { name: /预约这 7 场/ }))
  const { undo } = await page.told('已为 王总 预约 7 场')
  expect((await upcoming()).slice(0, 3)).toEqual([
    [1, shanghai('10:00', '2026-09-18')],
    [2, shanghai('10:00', '2026-09-25')],
    [1, shanghai('10:00', '2026-10-09')],
  ])
  undo?.()
  const { redo } = await page.told('已撤回 7 场')
  expect(await upcoming()).toEqual([])
  redo?.()
  await waitFor(async () => expect(await upcoming()).toHaveLength(7))
})

test('other weekdays are other days; the last one cannot be taken away', async () => {
  askSeries({ place: span('2026-09-18'), personId: boss, companionId: null, purpose: 'listen' })
  page.show(<SeriesDialog />)
  const friday = await screen.findByRole('button', { name: '周五' })
  await page.user.click(friday)
  expect(friday.getAttribute('aria-pressed')).toBe('true')
  await page.user.click(screen.getByRole('button', { name: '周一' }))
  await screen.findByText('约 15 天，跳过 0 天')
})

test('a series that was left waits with its days, until somebody cancels it', async () => {
  const ask = () => askSeries({ place: span('2026-09-18'), personId: boss, companionId: null, purpose: 'listen' })
  ask()
  page.show(<SeriesDialog />)
  await page.user.click(await screen.findByRole('button', { name: '周一' }))
  await screen.findByText('约 15 天，跳过 0 天')
  await page.user.click(screen.getByRole('checkbox', { name: /^9月25日 周五/ }))
  await screen.findByText('约 14 天，跳过 1 天')
  await page.user.keyboard('{Escape}')
  await page.told('「重复预约」还没做完')
  act(ask)
  await screen.findByText('约 14 天，跳过 1 天')
  await page.user.click(screen.getByRole('button', { name: '取消' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  act(ask)
  await screen.findByText('约 8 天，跳过 0 天')
})

test('one taken in the last moment is told with why, and nothing is booked', async () => {
  askSeries({ place: span('2026-09-18'), personId: boss, companionId: null, purpose: 'listen' })
  page.show(<SeriesDialog />)
  await screen.findByText('约 8 天，跳过 0 天')
  page.answer('series.make', async (_, ask) => {
    await accepted(
      page.client.bookings.reserve({ ...span('2026-09-25'), personId: other, companionId: null, purpose: 'listen' }),
    )
    return ask()
  })
  await page.user.click(screen.getByRole('button', { name: /预约这 8 场/ }))
  expect((await screen.findByText(/一场也没有约/)).textContent).toContain('1号席 10:00 已由 李强 预约')
  expect(await upcoming()).toEqual([])
})

test('of one booking of a series, this and later or all are cancelled', async () => {
  const wishes = ['2026-09-18', '2026-09-25', '2026-10-02'].map((date) => ({
    ...span(date),
    ...{ personId: boss, companionId: null, purpose: 'listen' as const },
  }))
  const made = await accepted(page.client.series.make({ wishes, isSeries: true }))
  const second = made[1] as Booking
  page.show(<SeriesPart booking={second} seriesId={second.seriesId ?? ''} now={shanghai('09:00')} onClose={() => {}} />)
  await screen.findByText('系列预约，第 2 场，共 3 场')
  await screen.findByRole('button', { name: '取消全部（3 场）' })
  await page.user.click(screen.getByRole('button', { name: '取消这场和以后（2 场）' }))
  await page.told('已取消 王总 的 2 场')
  expect(await upcoming()).toHaveLength(1)
})
