import { useQuery } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Booking } from '../../shared/contract/seats/bookings.ts'
import { accepted } from '../../test/builders/console.ts'
import { aClock } from '../../test/builders/parts.ts'
import { patience } from '../../test/builders/patience.ts'
import { seatsOf } from '../../test/builders/rooms.ts'
import { shanghai } from '../../test/builders/seats.ts'
import { aBerlinRoom } from '../../test/builders/two-rooms.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { StartListening } from '../features/listening/call/StartListening.tsx'
import { useSitsTwice } from '../features/listening/call/sits-twice.ts'
import { checkIn, sitDown } from '../features/today/today.actions.ts'
import { theRooms } from '../lib/common-queries.ts'
import { fetchTexts, speak } from '../lib/i18n.ts'

/** 16:00 in Shanghai is 10:00 in Berlin, where the booking of 孙悦 is; she sits on the first seat in Shanghai, for somebody else. */
const span = { startsAt: shanghai('16:00'), endsAt: shanghai('17:00') }
let page: TestWindow
let booking: Booking
let sun: string
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('15:55')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock(shanghai('15:55')) })
  const add = (name: string) =>
    accepted(page.client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null }))
  const { id: lin } = await add('林岚')
  sun = (await add('孙悦')).id
  const [seat] = await seatsOf(page.client)
  const berlin = await aBerlinRoom(page.client)
  const reserved = (personId: string, seatId = '') =>
    accepted(page.client.bookings.reserve({ seatId, personId, companionId: null, purpose: 'listen', ...span }))
  const { id: bookingId } = await reserved(lin, seat?.id)
  booking = await reserved(sun, berlin.seats[0]?.id)
  await accepted(page.client.bookings.checkIn({ bookingId, standInId: sun }))
})
afterEach(async () => {
  speak('zh')
  await page.close()
  vi.useRealTimers()
})

/** As the frame of the app does: it knows the rooms for as long as it is shown, and says what comes out later. */
function Frame() {
  useSitsTwice()
  return <p>{useQuery(theRooms).data?.at(-1)?.name}</p>
}

/** Where somebody sits down by the booking, or has. */
const ways = {
  'on the page of listening': async () => {
    await page.user.click(await screen.findByRole('button', { name: /^入座/ }, patience))
  },
  'on Today, to listen': () => sitDown(booking, sun),
  'on Today, to check in': () => checkIn(booking),
  'once the hub is back': async () => {
    const { seatId, startsAt } = booking
    const other = { personName: '孙悦', seatNumber: 1, isElsewhere: true, ...span, sessionId: booking.id }
    page.answer('sessions.sitsTwice', async () => ({ ok: true, value: { ...other, at: { seatId, startsAt } } }))
    page.hears({ kind: 'changed', topics: ['bookings'] })
  },
}

test.each(Object.keys(ways) as (keyof typeof ways)[])(
  'whoever sits elsewhere is told so %s, by the clock of the room they were to sit in, and in one language',
  async (way) => {
    page.show(
      <>
        <Frame />
        <StartListening me={sun} reference={null} />
      </>,
    )
    await screen.findByText('柏林室', {}, patience)
    await ways[way]()
    await page.told('孙悦 已在另一间 1号席 10:00–11:00 (UTC+2)')
    await fetchTexts('en')
    // The next day there, so that a day is named as well.
    vi.setSystemTime(Date.parse(shanghai('15:55')) + 86_400_000)
    act(() => speak('en'))
    expect(page.notice().title).toMatch(/^孙悦 is on seat 1 in another room already, .*Sep.* 10:00–11:00 \(UTC\+2\)$/)
  },
)
