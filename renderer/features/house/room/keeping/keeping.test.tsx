import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HouseRoom } from '../../../../../shared/contract/house/rooms.ts'
import { addMs } from '../../../../../shared/domain/instants.ts'
import { dateOf, daysAfter, instantAt } from '../../../../../shared/domain/wall-clock.ts'
import { accepted } from '../../../../../test/builders/console.ts'
import { patience } from '../../../../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../../../../test/builders/window.tsx'
import { RoomSection } from '../RoomSection.tsx'

const zone = 'Asia/Shanghai'
let page: TestWindow
let today: string
beforeEach(async () => {
  page = await aWindow()
  today = dateOf(new Date().toISOString(), zone)
})
afterEach(() => page.close())

const rooms = () => accepted(page.client.rooms.list({}))
const first = async (): Promise<HouseRoom> => {
  const [room] = await rooms()
  if (room === undefined) throw new Error('no room')
  return room
}
const show = async () => {
  page.show(<RoomSection />)
  await screen.findByRole('list', { name: '这些规则说的是' }, patience)
}
/** On the page, or in the dialog that was opened last over it. */
const there = () => {
  const dialog = screen.queryAllByRole('dialog').at(-1)
  return dialog === undefined ? screen : within(dialog)
}
const press = (name: string | RegExp) => page.user.click(there().getByRole('button', { name }))
async function type(label: string, text: string) {
  const field = there().getByRole(label === '时区' || label === '地点' ? 'combobox' : 'textbox', { name: label })
  await page.user.clear(field)
  await page.user.type(field, text)
}
async function aSecondRoom(): Promise<HouseRoom> {
  const { id } = await first()
  const facts = { name: '西厅', site: '上海', coordinatorId: null }
  await accepted(page.client.roomKeeping.describe({ roomId: id, seenVersion: null, ...facts }))
  return accepted(page.client.roomKeeping.add({ name: '双11 加开', site: '杭州', likeRoomId: id }))
}
async function aBookingIn(room: HouseRoom, from = '10:00') {
  const wish = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const person = await accepted(page.client.people.add(wish))
  const startsAt = instantAt(daysAfter(today, 3), from, room.timeZone)
  const who = { personId: person.id, companionId: null, purpose: 'listen' as const }
  const seatId = room.seats[0]?.id ?? ''
  return accepted(page.client.bookings.reserve({ ...who, seatId, startsAt, endsAt: addMs(startsAt, 3_600_000) }))
}

test('a house with one room is shown its rules alone; a second one is added with a name for each', async () => {
  await show()
  expect(screen.queryByRole('table')).toBeNull()
  expect(screen.queryByRole('button', { name: '停用…' })).toBeNull()
  await press('另加一间…')
  await type('名称', '双11 加开')
  await press(/^加上/)
  await screen.findByText('请写名称：有几间时要分得清')
  expect(await rooms()).toHaveLength(1)
  await type('现在这一间叫什么', '双11 加开')
  await press(/^加上/)
  await screen.findByText('已有一间叫这个名称')
  await type('现在这一间叫什么', '西厅')
  await type('地点', '杭州')
  await press(/^加上/)
  const list = within(await screen.findByRole('table', {}, patience))
  const lines = list.getAllByRole('row').map((row) => row.textContent)
  expect(lines[1]).toMatch(/^西厅4Asia\/Shanghai \(UTC\+8\)开放$/)
  expect(lines[2]).toMatch(/^双11 加开杭州4Asia\/Shanghai \(UTC\+8\)开放$/)
  // The new one is looked at.
  await screen.findByRole('button', { name: '双11 加开', pressed: true })
  screen.getByRole('heading', { name: '双11 加开' })
})

test('a room gets another name and clock; what that does to bookings is said, those it hits are listed, and it is taken back', async () => {
  const booking = await aBookingIn(await first())
  await show()
  await press('资料与时区…')
  await type('名称', '柏林室')
  await type('时区', 'berlin')
  await screen.findByText(/^Europe\/Berlin · UTC\+\d · /, {}, patience)
  await page.user.keyboard('{Enter}')
  await screen.findByText(/原来 10:00 的，会写成 0[34]:00/)
  await press(/^保存/)
  const dialog = within(await screen.findByRole('dialog', { name: '有 1 个预约落在新的开放时间之外' }, patience))
  expect(dialog.getByText('王敏').closest('tr')?.textContent).toMatch(/0[34]:00–0[45]:00/)
  expect((await first()).timeZone).toBe(zone)
  await page.user.click(dialog.getByRole('button', { name: '保留预约并保存' }))
  await waitFor(
    async () => expect(await first()).toMatchObject({ name: '柏林室', timeZone: 'Europe/Berlin' }),
    patience,
  )
  expect(screen.queryByRole('dialog')).toBeNull()
  const told = await page.told('柏林室 现在用 Europe/Berlin 的时间')
  told.undo?.()
  await waitFor(async () => expect((await first()).timeZone).toBe(zone), patience)
  const [still] = await accepted(page.client.bookings.upcoming({ personId: booking.personId }))
  expect(still?.startsAt).toBe(booking.startsAt)
})

test('a room that closes lists what it still has, cancels it with a reason, and opens again; taken back at once, with its bookings', async () => {
  const booking = await aBookingIn(await aSecondRoom())
  await show()
  await press('双11 加开')
  await press('停用…')
  await press(/^停用/)
  const dialog = within(await screen.findByRole('dialog', { name: '停用会碰到 1 个预约' }, patience))
  await page.user.click(dialog.getByRole('radio', { name: '取消选中的' }))
  await page.user.type(dialog.getByLabelText('取消的原因'), '大促结束')
  await page.user.click(dialog.getByRole('button', { name: '取消 1 个预约并停用' }))
  await screen.findByRole('button', { name: '重新启用' }, patience)
  expect((await rooms()).map(({ closedFrom }) => closedFrom)).toEqual([null, today])
  expect(await accepted(page.client.bookings.upcoming({ personId: booking.personId }))).toEqual([])
  const line = screen.getByRole('button', { name: '双11 加开' }).closest('tr')
  expect(line?.textContent).toContain('已停用')
  ;(await page.told('取消了 1 个预约')).undo?.()
  await page.told('恢复了 1 个预约')
  expect((await rooms())[1]?.closedFrom).toBeNull()
  expect(await accepted(page.client.bookings.upcoming({ personId: booking.personId }))).toMatchObject([
    { id: booking.id },
  ])
  await page.user.click(await screen.findByRole('button', { name: '停用…' }, patience))
  await press(/^停用/)
  await page.user.click(await screen.findByRole('button', { name: '保留预约，照样停用' }, patience))
  await page.user.click(await screen.findByRole('button', { name: '重新启用' }, patience))
  await screen.findByRole('button', { name: '停用…' }, patience)
  expect((await rooms())[1]?.closedFrom).toBeNull()
})

test('what was begun for the bookings of one room is asked anew for those of another', async () => {
  const second = await aSecondRoom()
  await aBookingIn(await first())
  await aBookingIn(second, '11:00')
  await show()
  const openHits = async (room: string) => {
    await press(room)
    await press('停用…')
    await press(/^停用/)
    return within(await screen.findByRole('dialog', { name: '停用会碰到 1 个预约' }, patience))
  }
  const begun = await openHits('双11 加开')
  await page.user.click(begun.getByRole('radio', { name: '取消选中的' }))
  await page.user.type(begun.getByLabelText('取消的原因'), '大促结束')
  await page.user.keyboard('{Escape}{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), patience)

  const other = await openHits('西厅')
  expect(other.getByRole<HTMLInputElement>('radio', { name: '取消选中的' }).checked).toBe(false)
  await page.user.keyboard('{Escape}{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), patience)

  const again = await openHits('双11 加开')
  expect(again.getByLabelText<HTMLInputElement>('取消的原因').value).toBe('大促结束')
})

test('the only room that is open stays so, and a day that is over is none', async () => {
  const second = await aSecondRoom()
  await accepted(
    page.client.roomKeeping.close({ roomId: second.id, seenVersion: null, from: today, toldHits: null, cancel: null }),
  )
  await show()
  await press('停用…')
  await type('从哪天起停用', daysAfter(today, -1))
  await page.user.tab()
  await press(/^停用/)
  await screen.findByText(/最早从今天/, {}, patience)
  await type('从哪天起停用', today)
  await page.user.tab()
  await press(/^停用/)
  await screen.findByText('至少留一间开放', {}, patience)
})

test('a room that closes on no day is asked for one where it is written', async () => {
  await aSecondRoom()
  await show()
  await press('双11 加开')
  await press('停用…')
  const day = there().getByRole('textbox', { name: '从哪天起停用' })
  await page.user.clear(day)
  await press(/^停用/)
  expect(there().getByRole('alert').textContent).toBe('请写日期，比如 2026-12-01')
  expect(document.activeElement).toBe(day)
})
