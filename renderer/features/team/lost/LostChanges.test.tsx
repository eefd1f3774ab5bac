import { act, screen } from '@testing-library/react'
import { useLocation } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { LostAbout, LostChange } from '../../../../shared/contract/team/lost.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { aMember } from '../../../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { redoNewest, undoNewest } from '../../../ui/notices.ts'
import { TeamBar } from '../away/TeamBar.tsx'
import { LostChanges } from './LostChanges.tsx'

let page: TestWindow
let lost: LostChange[]
let putAway: LostChange[]
const asked: [string, unknown][] = []
beforeEach(async () => {
  page = await aWindow()
  asked.length = 0
  page.answer('team.status', async () => ({ ok: true, value: aMember() }))
  page.answer('team.lost', async () => ({ ok: true, value: lost }))
  page.answer('team.putLostAway', async (input) => {
    asked.push(['putLostAway', input])
    const { ids } = input as { ids: string[] }
    putAway = lost.filter((one) => one.ids.some((id) => ids.includes(id)))
    lost = lost.filter((one) => !putAway.includes(one))
    return { ok: true, value: {} }
  })
  page.answer('team.tellLostAgain', async (input) => {
    asked.push(['tellLostAgain', input])
    lost = [...putAway, ...lost]
    return { ok: true, value: {} }
  })
})
afterEach(() => page.close())

const id = (number: number) => `01990000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`
const booking: LostAbout = {
  ...{ what: 'booking', bookingId: id(1), seatId: id(2), seatNumber: 3, personId: id(4), personName: '林岚' },
  ...{ companionId: null, purpose: 'listen' },
  ...{ startsAt: '2099-11-30T02:30:00.000Z', endsAt: '2099-11-30T04:00:00.000Z' },
}
const aChange = (number: number, change: Partial<LostChange>): LostChange => ({
  ...{ ids: [id(number)], at: '2026-09-18T01:00:00.000Z', kind: 'rules', about: { what: 'nothing' }, sessionId: null },
  ...change,
})
function Here() {
  const { pathname, search } = useLocation()
  return <p>{`${pathname}${search}`}</p>
}
const told = async () => act(async () => page.hears({ kind: 'changed', topics: ['team'] }))

test('each is said with what can be done; a booking that somebody else has by now says who, and one that came back goes', async () => {
  lost = [
    aChange(10, { ids: [id(10), id(11)], kind: 'reserved', about: booking }),
    aChange(12, { kind: 'ticket_opened', about: { what: 'ticket', number: 12 }, sessionId: id(5) }),
    aChange(13, { kind: 'reserved', about: { ...booking, startsAt: '2020-01-01T00:00:00.000Z' } }),
  ]
  let how: unknown = { how: 'seat_taken', taken: { personName: '周宁', seatNumber: 3, startsAt: '', isTheirs: false } }
  page.answer('team.bringLostBack', async (input) => {
    asked.push(['bringLostBack', input])
    return { ok: true, value: { id: id(1), ...(how as object) } }
  })
  page.show(<LostChanges />)
  await screen.findByText('ES-000012', {}, patience)
  screen.getByText('从那一场的批注再开一次')
  screen.getByText('时间已过')
  // What is over cannot be reserved any more.
  const back = screen.getByRole('button', { name: /^再约上 .*3号席 林岚$/ })
  await page.user.click(back)
  await screen.findByText('席位那时是 周宁 的', {}, patience)
  how = { how: 'laid' }
  await page.user.click(back)
  expect(await page.told('3号席 林岚')).toMatchObject({ tone: 'success' })
  expect(asked).toEqual([
    ['bringLostBack', { bookingId: id(1) }],
    ['bringLostBack', { bookingId: id(1) }],
  ])
  await page.user.click(screen.getByRole('button', { name: '不用了：新工单 ES-000012' }))
  await told()
  await vi.waitFor(() => expect(screen.queryByText('ES-000012')).toBeNull(), patience)
  // A slip is taken back, and done again.
  expect(await page.told('1 项不再列出')).toMatchObject({ tone: 'success' })
  act(() => void undoNewest())
  await told()
  await screen.findByText('ES-000012', {}, patience)
  expect(asked.splice(2)).toEqual([
    ['putLostAway', { ids: [id(12)] }],
    ['tellLostAgain', { ids: [id(12)] }],
  ])
  await page.told('1 项又列出来了')
  act(() => void redoNewest())
  await told()
  await vi.waitFor(() => expect(screen.queryByText('ES-000012')).toBeNull(), patience)
  await page.user.click(screen.getByRole('button', { name: '都看过了' }))
  await told()
  expect(asked.slice(2)).toEqual([
    ['putLostAway', { ids: [id(12)] }],
    ['putLostAway', { ids: [id(10), id(11), id(13)] }],
  ])
  await vi.waitFor(() => expect(screen.queryByRole('table')).toBeNull(), patience)
})

test('a booking in a room elsewhere is told by the clock and the name of that room, and looked for on its day there', async () => {
  page.answer('rooms.list', async (_, ask) => {
    const { value, ...answer } = (await ask()) as { value: HouseRoom[] }
    const [room] = value
    if (room === undefined) throw new Error('a house has a room')
    const seats = [{ id: id(2), number: 3 }]
    return { ...answer, value: [room, { ...room, ...{ id: id(6), name: '柏林', timeZone: 'Europe/Berlin', seats } }] }
  })
  lost = [aChange(10, { kind: 'reserved', about: booking })]
  page.show(
    <>
      <LostChanges />
      <Here />
    </>,
  )
  await screen.findByText('2099年11月30日 周一 03:30–05:00 柏林 3号席 (UTC+1) 林岚', {}, patience)
  await page.user.click(screen.getByRole('button', { name: /^去看看/ }))
  await screen.findByText(`/seats?day=2099-11-30&room=${id(6)}`)
})

test('a line above the page says it as long as something is lost', async () => {
  lost = [aChange(10, {})]
  page.show(<TeamBar />)
  await screen.findByText('中心恢复到了较早的备份：这台电脑上的 1 项改动它没有了。', {}, patience)
  screen.getByRole('button', { name: '看看是哪些' })
  lost = []
  await told()
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe(''), patience)
})
