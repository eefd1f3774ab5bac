import { screen, waitFor } from '@testing-library/react'
import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { seatsOf } from '../../../../test/builders/rooms.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { SwapHint } from './SwapHint.tsx'
import { pickedFirst, pickFirst } from './swap-pick.ts'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow({ clock: aClock() })
})
afterEach(() => page.close())

test('what was taken up for a swap is put down once somebody cancels it, and they are named; a change of its purpose is none', async () => {
  const wish = { name: '赵倩', department: '', role: 'coordinator', employeeNumber: null, email: null } as const
  const { id: personId } = await accepted(page.client.people.add(wish))
  await accepted(page.client.settings.save({ me: personId }))
  const seatId = (await seatsOf(page.client))[0]?.id ?? ''
  const place = { seatId, personId, companionId: null, purpose: 'listen' } as const
  const times = { startsAt: shanghai('14:00'), endsAt: shanghai('15:00') }
  const booking = await accepted(page.client.bookings.reserve({ ...place, ...times }))
  page.show(<SwapHint />)
  act(() => pickFirst(booking))
  await screen.findByText(/互换/, {}, patience)
  const seen = { bookingId: booking.id, seenVersion: null }
  await accepted(page.client.bookings.edit({ ...seen, companionId: null, purpose: 'answer' }))
  const asked = vi.fn()
  page.answer('bookings.history', (_, ask) => ask().finally(asked))
  await accepted(page.client.bookings.edit({ ...seen, companionId: null, purpose: 'listen' }))
  await vi.waitFor(() => expect(asked).toHaveBeenCalled(), patience)
  expect(pickedFirst()?.id).toBe(booking.id)
  await accepted(page.client.bookings.cancel(seen))
  expect(await page.told('取消了')).toMatchObject({ hint: '互换就先放下了。' })
  await waitFor(() => expect(pickedFirst()).toBeNull())
})
