import { screen, waitFor } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { seatsOf } from '../../../../test/builders/rooms.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { bookerOf, bookingName } from '../board/cell-names.ts'
import { BookingDetails } from './BookingDetails.tsx'

let page: TestWindow
let booking: Booking
let saved: { name: string; text: Promise<string> }[]
const { createObjectURL, revokeObjectURL } = URL
beforeEach(async () => {
  page = await aWindow({ clock: aClock() })
  const wish = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const
  const personId = (await accepted(page.client.people.add(wish))).id
  const seatId = (await seatsOf(page.client))[0]?.id ?? ''
  const times = { startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
  booking = await accepted(
    page.client.bookings.reserve({ seatId, personId, companionId: null, purpose: 'listen', ...times }),
  )
  saved = []
  // A page without a browser can save nothing: what the link would have given is kept here.
  URL.createObjectURL = (file) => {
    saved.push({ name: '', text: (file as Blob).text() })
    return 'blob:file'
  }
  URL.revokeObjectURL = () => {}
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    for (const file of saved.slice(-1)) file.name = this.download
  })
})
afterEach(async () => {
  vi.restoreAllMocks()
  Object.assign(URL, { createObjectURL, revokeObjectURL })
  await page.close()
})

const show = () => {
  const nothing = () => {}
  const acts = { onListen: nothing, onEdit: nothing, onMove: nothing, onClose: nothing }
  page.show(<BookingDetails booking={booking} me={null} now={shanghai('09:00')} {...acts} />)
}

test('the calendar file of the booking is saved by its button and by its key', async () => {
  show()
  await page.user.click(await screen.findByRole('button', { name: /^日历文件/ }))
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]?.name).toBe('听线_2026-09-18_1000_1号席.ics')
  expect(await saved[0]?.text).toContain(`UID:${booking.id}@seats.earshot`)
  await page.user.keyboard('i')
  await waitFor(() => expect(saved).toHaveLength(2))
})

test('one that has not come down from the hub is told, and nothing is saved', async () => {
  page.answer('seatCalendars.file', async () => ({ ok: false, code: 'not_found', detail: {} }))
  show()
  await page.user.click(await screen.findByRole('button', { name: /^日历文件/ }))
  expect(await page.told('还没有传到')).toMatchObject({ tone: 'info' })
  expect(saved).toEqual([])
})

test('who booked it for somebody else is named, with what tells the person from a namesake; one’s own booking names nobody', async () => {
  const wish = { name: '王总', department: '总裁办', role: 'listener', employeeNumber: '80001', email: null } as const
  const boss = await accepted(page.client.people.add(wish))
  booking = {
    ...booking,
    personId: boss.id,
    personName: boss.name,
    bookedById: booking.personId,
    bookedByName: '陈秘书',
  }
  show()
  await screen.findByText('预约人')
  screen.getByText('陈秘书')
  await screen.findByText('总裁办 · 80001')
  expect(
    bookingName(i18next.getFixedT(null, 'seats'), booking, null, { language: 'zh', timeZone: 'Asia/Shanghai' }),
  ).toContain('由 陈秘书 预约')
  expect(bookerOf({ ...booking, bookedById: boss.id, bookedByName: boss.name })).toBe(null)
})
