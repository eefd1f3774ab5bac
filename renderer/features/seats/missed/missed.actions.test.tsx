import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { seatsOf } from '../../../../test/builders/rooms.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { useNotices } from '../../../ui/notices.ts'
import { takeSeat } from './missed.actions.ts'

const clock = aClock()
let page: TestWindow
let late: string
let first: string
beforeEach(async () => {
  vi.setSystemTime(shanghai('09:00'))
  page = await aWindow({ clock })
  const wish = { department: '', role: 'listener', employeeNumber: null, email: null } as const
  late = (await accepted(page.client.people.add({ ...wish, name: '王敏' }))).id
  first = (await accepted(page.client.people.add({ ...wish, name: '李强' }))).id
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

test('a seat that is taken can be given back by undo, but not once somebody listens on it', async () => {
  const seatId = (await seatsOf(page.client))[0]?.id ?? ''
  const place = { seatId, personId: late, companionId: null, purpose: 'listen' } as const
  const times = { startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
  await accepted(page.client.bookings.reserve({ ...place, ...times }))
  clock.set(shanghai('10:15'))
  const [open] = await accepted(page.client.walkUps.open({}))
  if (open === undefined) throw new Error('no seat is open')
  const told = () => useNotices.getState().notices.at(-1)

  const taken = await takeSeat(open, first, 'listen')
  expect(told()?.undo).toBeDefined()
  await accepted(page.client.walkUps.leave({ bookingId: taken?.id ?? '' }))
  await takeSeat(open, first, 'listen', async () => true)
  expect([told()?.undo, told()?.hint?.()]).toEqual([undefined, '已经在听，结束这一场就让出来了'])
})
