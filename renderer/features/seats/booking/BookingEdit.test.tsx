import { useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { seatsOf } from '../../../../test/builders/rooms.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { BookingEdit } from './BookingEdit.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow({ clock: aClock() })
})
afterEach(() => page.close())

test('over a change of another window the form stays and says what changed; used all the same, it can be taken back', async () => {
  const add = (name: string) =>
    page.client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null })
  const [wang, li] = [await accepted(add('王敏')), await accepted(add('李强'))]
  const seatId = (await seatsOf(page.client))[0]?.id ?? ''
  const who = { personId: wang.id, companionId: null, purpose: 'listen' } as const
  const times = { startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
  const { id: bookingId } = await accepted(page.client.bookings.reserve({ seatId, ...who, ...times }))
  const stored = async () =>
    (await accepted(page.client.bookings.board({ from: '2026-09-18', to: '2026-09-18' }))).find(
      ({ id }) => id === bookingId,
    )
  const onDone = vi.fn()
  const Live = () => {
    const booking = useQuery({ queryKey: ['bookings', 'here'], queryFn: stored }).data
    return booking === undefined ? null : <BookingEdit booking={booking} onDone={onDone} />
  }
  page.show(<Live />)
  await page.user.click(await screen.findByLabelText('接线'))
  await accepted(page.client.bookings.edit({ seenVersion: null, bookingId, companionId: li.id, purpose: 'listen' }))
  await page.user.click(screen.getByRole('button', { name: /^保存/ }))
  await screen.findByText(/改了同行。你写的还在。/)
  await screen.findByDisplayValue(/李强/)
  expect(onDone).not.toHaveBeenCalled()
  expect(await stored()).toMatchObject({ companionId: li.id, purpose: 'listen' })
  await page.user.click(screen.getByRole('button', { name: /用我的/ }))
  await waitFor(() => expect(onDone).toHaveBeenCalled())
  expect(await stored()).toMatchObject({ companionId: li.id, purpose: 'answer' })
  page.notice().undo?.()
  await waitFor(async () => expect(await stored()).toMatchObject({ companionId: li.id, purpose: 'listen' }))
})
