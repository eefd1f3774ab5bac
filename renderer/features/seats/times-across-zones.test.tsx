import { useQuery } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { HouseRoom } from '../../../shared/contract/house/rooms.ts'
import { accepted } from '../../../test/builders/console.ts'
import { aClock } from '../../../test/builders/parts.ts'
import { patience } from '../../../test/builders/patience.ts'
import { reading } from '../../../test/builders/reading.ts'
import { shanghai } from '../../../test/builders/seats.ts'
import { aBerlinRoom } from '../../../test/builders/two-rooms.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { theRooms } from '../../lib/common-queries.ts'
import { ZoneHere } from '../../lib/place-store.ts'
import { checkIn } from '../today/today.actions.ts'
import { ChangeList } from './history/ChangeList.tsx'
import { keepBookings } from './intake/intake.actions.ts'
import { TodayNews } from './news/TodayNews.tsx'
import { edit } from './seats.actions.ts'
import { MyWaits } from './waitlist/MyWaits.tsx'
import { useOfferNotices } from './waitlist/use-offer-notices.ts'
import { acceptOffer } from './waitlist/waitlist.actions.ts'
import { moveInWeek } from './week/move-in-week.ts'

/** Friday 09:40 in Shanghai, 03:40 in Berlin, where the place is: Monday 14:00-15:00 there. */
const MONDAY = '2026-09-21'
const place = { startsAt: shanghai('20:00', MONDAY), endsAt: shanghai('21:00', MONDAY) }
let page: TestWindow
let berlin: HouseRoom
let zhao: string
let wang: string
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:40')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock(shanghai('09:40')) })
  const add = (name: string) =>
    accepted(page.client.people.add({ name, department: '', role: 'coordinator', employeeNumber: null, email: null }))
  ;[zhao, wang] = [(await add('赵云')).id, (await add('王敏')).id]
  berlin = await aBerlinRoom(page.client)
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

/** As the frame of the app does, it knows the rooms for as long as it is shown. */
const Rooms = () => <p>{useQuery(theRooms).data?.at(-1)?.name}</p>
const seatId = () => berlin.seats[0]?.id ?? ''
const sit = (me: string) => accepted(page.client.settings.save({ me }))
async function booked() {
  await sit(zhao)
  return accepted(
    page.client.bookings.reserve({ seatId: seatId(), personId: zhao, companionId: null, purpose: 'listen', ...place }),
  )
}

test('what somebody did to a place of another room is told by the clock of the house; on that room’s page it says so', async () => {
  const { id: bookingId } = await booked()
  await sit(wang)
  await accepted(page.client.bookings.cancel({ bookingId, seenVersion: 0, reason: '席位检修' }))
  await sit(zhao)
  const changes = await accepted(page.client.bookings.history({ bookingId }))
  page.show(
    <>
      <TodayNews me={zhao} />
      <ZoneHere value="Europe/Berlin">
        <ChangeList changes={changes} />
      </ZoneHere>
    </>,
    '/today',
  )
  await screen.findByText(reading('9月18日 周五 09:40'), {}, patience)
  expect(screen.getAllByText('9月18日 09:40 (UTC+8)')).toHaveLength(2)
})

function Noticing() {
  useOfferNotices()
  return null
}

test('until when a place of another room is held is told by the clock of that room, which is named', async () => {
  // The frame knows the rooms before anything is told.
  page.show(<Rooms />)
  await screen.findByText('柏林室', {}, patience)
  const { id: bookingId } = await booked()
  await sit(wang)
  const window = { date: MONDAY, from: '14:00', to: '15:00', minutes: 60, seatId: seatId() }
  const who = { personId: wang, companionId: null, purpose: 'listen' as const }
  await accepted(page.client.waitlist.join({ roomId: berlin.id, ...who, windows: [window], acceptHours: null }))
  await sit(zhao)
  await accepted(page.client.bookings.cancel({ bookingId, reason: '有会', seenVersion: null }))
  await sit(wang)
  const held = async () => (await accepted(page.client.waitlist.mine({ personId: wang })))[0]?.offer ?? null
  await vi.waitFor(async () => expect(await held()).not.toBeNull(), patience)
  // As the notification of the system says it.
  const until = new Date(Date.parse((await held())?.expiresAt ?? '') + 2 * 3_600_000).toISOString().slice(11, 16)
  page.show(
    <>
      <MyWaits me={wang} />
      <Noticing />
    </>,
  )
  await screen.findAllByText(/柏林室/, {}, patience)
  // It is night in Berlin; in the morning it is said like this.
  const due = { ...(await held()), timeZone: 'Europe/Berlin', roomName: '柏林室', isMine: true }
  page.answer('waitlist.dueOffers', async () => ({ ok: true, value: [due] }))
  page.hears({ kind: 'remindOfSeats' })
  expect((await page.told('空出来了')).title).toMatch(new RegExp(`到 .*${until} \\(UTC\\+2\\)$`))
  screen.getByText(reading(new RegExp(`到 (.* )?${until} \\(UTC\\+2\\)。`)))
  const offer = await held()
  if (offer !== null) await acceptOffer(offer)
  page.notice().undo?.()
  expect((await page.told('又在候补了')).title).toMatch(new RegExp(`到 (.* )?${until} \\(UTC\\+2\\)$`))
})

test('who comes too early to a room with another clock is told which clock it is', async () => {
  page.show(<Rooms />)
  await screen.findByText('柏林室', {}, patience)
  await checkIn(await booked())
  await page.told('还早')
  expect(page.notice().title).toBe('还早：9月21日 周一 13:45 (UTC+2) 起可以签到入座')
})

test('what is refused in a room with another clock is told by that clock, which is named', async () => {
  page.show(<Rooms />)
  await screen.findByText('柏林室', {}, patience)
  const booking = await booked()
  const elsewhere = { ...place, seatId: berlin.seats[1]?.id ?? '', companionId: null, purpose: 'listen' as const }
  await accepted(page.client.bookings.reserve({ ...elsewhere, personId: wang }))
  await moveInWeek(booking, elsewhere)
  expect((await page.told('2号席')).title).toMatch(/^2号席 9月21日 周一 14:00 \(UTC\+2\) 已由 王敏 预约$/)
  await edit(booking, { companionId: wang, purpose: 'listen' })
  expect((await page.told('王敏 已约')).title).toBe('王敏 已约 2号席 9月21日 周一 14:00–15:00 (UTC+2)')
})

test('what a row of a list is refused for is told by the clock of its room', async () => {
  page.show(<Rooms />)
  await screen.findByText('柏林室', {}, patience)
  await booked()
  const list = '日期,开始,结束,房间,席位,姓名\n2026-09-21,14:00,15:00,柏林室,1,王敏'
  const file = { base64: Buffer.from(list).toString('base64'), columns: null, dayOrder: null }
  expect(await keepBookings({ ...file, leftOut: [] })).toBe(false)
  expect(page.notice().title).toContain('1号席 14:00 (UTC+2) 已由 赵云 预约')
})
