import { act, screen, waitFor, within } from '@testing-library/react'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { HouseRoom } from '../../shared/contract/house/rooms.ts'
import type { Session } from '../../shared/contract/listening/sessions.ts'
import { instantAt } from '../../shared/domain/wall-clock.ts'
import { accepted } from '../../test/builders/console.ts'
import { patience } from '../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { SessionTable } from '../features/listening/sessions/SessionTable.tsx'
import { letGo, setCursor } from '../features/seats/board/board-store.ts'
import { FindSeatDialog } from '../features/seats/find/FindSeatDialog.tsx'
import { MyBookings } from '../features/today/MyBookings.tsx'
import { dateIn, dayName, timeOfDay } from '../lib/formats.ts'
import { addDays } from '../lib/plain-dates.ts'
import { SeatsPage } from './pages/SeatsPage.tsx'

const berlin = 'Europe/Berlin'
const day = addDays(dateIn(new Date().toISOString(), 'Asia/Shanghai'), 8)
let page: TestWindow
let first: HouseRoom
let me: string
beforeEach(async () => {
  page = await aWindow()
  setCursor({ seat: 0, slot: 0 })
  const [room] = await accepted(page.client.rooms.list({}))
  if (room === undefined) throw new Error('no room')
  first = room
  const person = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const
  me = (await accepted(page.client.people.add(person))).id
  await accepted(page.client.settings.save({ me }))
})
afterEach(async () => {
  letGo()
  await page.close()
})

/** A second room, in Berlin; the first one gets a name. */
async function twoRooms(): Promise<HouseRoom> {
  const { roomKeeping } = page.client
  const facts = { name: '西厅', site: '上海', coordinatorId: null }
  await accepted(roomKeeping.describe({ roomId: first.id, seenVersion: null, ...facts }))
  const { id } = await accepted(roomKeeping.add({ name: '柏林室', site: '柏林', likeRoomId: first.id }))
  const told = { seenVersion: null, toldHits: null, cancel: null }
  return (await accepted(roomKeeping.setZone({ roomId: id, timeZone: berlin, ...told }))).room
}
async function book(seatId: string | undefined, from: string, zone: string) {
  const span = { startsAt: instantAt(day, from, zone), endsAt: instantAt(day, `${from.slice(0, 2)}:30`, zone) }
  const who = { personId: me, companionId: null, purpose: 'listen' as const }
  return accepted(page.client.bookings.reserve({ seatId: seatId ?? '', ...who, ...span }))
}
const aSession = (change: Partial<Session>): Session => ({
  ...{ id: v7(), bookingId: null, seatNumber: null, roomId: null, listenerId: null, listenerName: null },
  ...{ purpose: 'listen', startedAt: '', endedAt: null, callCount: 0, noteCount: 0, ...change },
})
const cell = (name: RegExp) => screen.findByRole('gridcell', { name }, patience)

test.each([
  ['week', '一周的席位'],
  ['day', /的席位表$/],
] as const)('on paper the %s says of which room it is, also of one that nobody named', async (view, grid) => {
  await accepted(page.client.roomKeeping.add({ name: '柏林室', site: '', likeRoomId: first.id }))
  page.show(<SeatsPage />, `/seats?view=${view}&day=${day}&room=${first.id}`)
  await screen.findByRole('grid', { name: grid }, patience)
  await screen.findByText('听线室', {}, patience)
  act(() => void window.dispatchEvent(new Event('beforeprint')))
  const sheet = document.querySelector<HTMLElement>('[data-printed]')
  expect(sheet?.querySelector('h1')?.textContent).toMatch(/^听线室/)
  act(() => void window.dispatchEvent(new Event('afterprint')))
})

test('a house with one room has nothing to choose, and its seats have no room in front', async () => {
  await book(first.seats[0]?.id, '10:00', 'Asia/Shanghai')
  page.show(
    <>
      <SeatsPage />
      <MyBookings me={me} />
    </>,
    `/seats?day=${day}`,
  )
  await cell(/王敏/)
  await page.user.keyboard('r')
  expect(screen.queryByRole('button', { name: /换一间/ })).toBeNull()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByRole('link', { name: /10:00–10:30/ }).textContent).toBe(
    `${dayName(day, { language: 'zh', timeZone: 'Asia/Shanghai' })}10:00–10:301号席听线`,
  )
})

test('one key opens the list of rooms; the board is of that room by its clock, and the next time opens with it', async () => {
  const there = await twoRooms()
  await book(there.seats[1]?.id, '10:00', berlin)
  // Keys go out from where the one before went: from the address of the window itself.
  window.history.replaceState(null, '', `/seats?day=${day}`)
  const shown = page.show(<SeatsPage />, `/seats?day=${day}`)
  await screen.findByRole('button', { name: /西厅.*换一间/ }, patience)
  await screen.findByRole('gridcell', { name: /^1号席 10:00/ }, patience)
  expect(screen.queryByRole('gridcell', { name: /王敏/ })).toBeNull()
  await page.user.keyboard('r')
  const list = within(await screen.findByRole('dialog', { name: '换一间' }))
  expect(list.getAllByRole('button').map((button) => button.textContent)).toEqual([
    '西厅上海 · 4 席',
    '柏林室柏林 · 4 席',
  ])
  await page.user.keyboard('{ArrowDown}{Enter}')
  await cell(/2号席 10:00–10:30.*王敏/)
  await screen.findByRole('button', { name: /柏林室.*换一间/ })
  await waitFor(async () => expect((await accepted(page.client.settings.get({}))).roomId).toBe(there.id), patience)
  shown.unmount()
  page.show(<SeatsPage />, `/seats?day=${day}`)
  await cell(/2号席 10:00–10:30.*王敏/)
})

test('a booking in the hand goes along to another room by keys, at its time of day there, and Enter puts it down', async () => {
  const there = await twoRooms()
  const mine = await book(first.seats[0]?.id, '09:00', 'Asia/Shanghai')
  window.history.replaceState(null, '', `/seats?day=${day}`)
  page.show(
    <main id="main" tabIndex={-1}>
      <SeatsPage />
    </main>,
    `/seats?day=${day}`,
  )
  ;(await cell(/1号席 09:00–09:30.*王敏/)).focus()
  await page.user.keyboard('mr')
  await screen.findByRole('dialog', { name: '换一间' })
  await page.user.keyboard('{ArrowDown}{Enter}')
  await screen.findByText(/手里是 王敏 .*西厅 1号席/, {}, patience)
  await page.user.keyboard('{ArrowRight}{Enter}')
  await waitFor(async () => {
    const [moved] = await accepted(page.client.bookings.upcoming({ personId: me }))
    expect([moved?.id, moved?.seatId, moved?.startsAt]).toEqual([
      ...[mine.id, there.seats[1]?.id, instantAt(day, '09:00', berlin)],
    ])
  }, patience)
})

test('a session is named with the room of its seat, and its times are by the clock of that room', async () => {
  const there = await twoRooms()
  const at = new Date().toISOString()
  const session = aSession({ roomId: there.id, seatNumber: 2, startedAt: at })
  page.show(
    <SessionTable
      sessions={[{ ...session, ticketCount: 0, halfDoneCount: 0, firstVoice: null, listenerDepartment: null }]}
    />,
  )
  const line = await screen.findByRole('link', { name: /柏林室 2号席 \(UTC\+[12]\)/ }, patience)
  expect(line.textContent).toContain(timeOfDay(at, { language: 'zh', timeZone: berlin }))
})

test('today names the room and its clock, and leads to its board', async () => {
  const there = await twoRooms()
  await book(there.seats[1]?.id, '10:00', berlin)
  page.show(<MyBookings me={me} />)
  const line = await screen.findByRole('link', { name: /10:00–10:30/ }, patience)
  expect(line.textContent).toMatch(/10:00–10:30柏林室 2号席 \(UTC\+[12]\)听线$/)
  expect(line.getAttribute('href')).toBe(`/seats?day=${day}&room=${there.id}`)
})

test('seats are found in all rooms or in the one that is named, each with its room', async () => {
  const there = await twoRooms()
  page.show(<FindSeatDialog onClose={() => {}} onBooked={() => {}} onWait={() => {}} />)
  const box = await screen.findByRole('combobox', { name: '要什么样的席位' })
  const when = `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
  await page.user.type(box, `${when} 10点 一小时`)
  await screen.findByText('哪间都行')
  await screen.findByRole('option', { name: /西厅 1号席 10:00–11:00/ }, patience)
  screen.getByRole('option', { name: /柏林室 1号席 10:00–11:00 \(UTC\+[12]\)/ })
  await page.user.clear(box)
  await page.user.type(box, `柏林 ${when} 10点 一小时`)
  await screen.findByText('柏林室', { selector: 'li *' })
  await screen.findByRole('option', { name: /柏林室 1号席 10:00–11:00/, selected: true }, patience)
  expect(screen.queryByRole('option', { name: /西厅/ })).toBeNull()
  await page.user.keyboard('{Enter}')
  await waitFor(async () => {
    const [booking] = await accepted(page.client.bookings.upcoming({ personId: me }))
    expect([booking?.seatId, booking?.startsAt]).toEqual([there.seats[0]?.id, instantAt(day, '10:00', berlin)])
  }, patience)
})

test('a department is told how many bookings it has on this board, not in another room', async () => {
  const other = await twoRooms()
  const wish = { name: '王敏', department: '法务部', role: 'listener', employeeNumber: null, email: null } as const
  await accepted(page.client.people.edit({ personId: me, seenVersion: null, wish }))
  await book(first.seats[0]?.id, '10:00', first.timeZone)
  await book(other.seats[0]?.id, '14:00', berlin)
  page.show(<SeatsPage />, `/seats?view=day&day=${day}&room=${first.id}&department=法务部`)
  await screen.findByRole('button', { name: /^法务部 · 1 个预约/ }, patience)
})
