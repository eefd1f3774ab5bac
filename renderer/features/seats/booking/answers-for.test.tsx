import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { seatsOf } from '../../../../test/builders/rooms.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aMember } from '../../../../test/builders/team.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { giveReason, useAskedReason } from '../history/asked-reason.ts'
import { MissedActs } from '../missed/MissedActs.tsx'
import { choose } from '../swap/swap.actions.ts'
import { forgetPick } from '../swap/swap-pick.ts'

// At a desk of a company: 罗佳 booked for 王总, who names her or took that back; she has a seat of her own.
const clock = aClock()
let page: TestWindow
let [wang, luo, zhao] = ['', '', '']
beforeEach(async () => {
  page = await aWindow({ clock })
  const facts = { department: '', role: 'listener', employeeNumber: null, email: null } as const
  const add = async (name: string) => (await accepted(page.client.people.add({ ...facts, name }))).id
  ;[wang, luo, zhao] = [await add('王总'), await add('罗佳'), await add('赵云')]
  await accepted(page.client.settings.save({ me: luo }))
  const me = { ...aMember().me, role: 'listener' as const }
  page.answer('team.status', async () => ({ ok: true, value: aMember({ me }) }))
})
afterEach(async () => {
  forgetPick()
  await page.close()
})

async function booked(personId: string, hour: number): Promise<Booking> {
  const seatId = (await seatsOf(page.client))[0]?.id ?? ''
  const [startsAt, endsAt] = [shanghai(`${hour}:00`), shanghai(`${hour + 1}:00`)]
  const place = { seatId, personId, companionId: null, purpose: 'listen', startsAt, endsAt } as const
  return accepted(page.client.bookings.reserve(place))
}
const named = () => accepted(page.client.bookingFor.allow({ personId: wang, bookerId: luo }))

/** Which of the two is asked for the other, once the reason is given. */
async function swapOf(first: Booking, second: Booking) {
  const asked = vi.fn()
  page.answer('swaps.ask', async (input, ask) => {
    asked(input)
    return ask()
  })
  await choose(first, false)
  const chosen = choose(second, false)
  await vi.waitFor(() => expect(useAskedReason.getState().asked?.act).toBe('swap'), patience)
  giveReason('那天要出差')
  await chosen
  return asked.mock.calls.map(([{ bookingId, otherId }]) => [bookingId, otherId])
}

test.each([false, true])(
  'of two bookings one’s own asks for the one that was made for somebody, whichever is pressed first (%s)',
  async (isNamed) => {
    if (isNamed) await named()
    const [theirs, own] = [await booked(wang, 14), await booked(luo, 16)]
    expect(await swapOf(theirs, own)).toEqual([[own.id, theirs.id]])
  },
)

test('a booking that was made for somebody asks as long as one may book for them; no reason is asked for that would be lost', async () => {
  await named()
  const [theirs, other] = [await booked(wang, 14), await booked(zhao, 16)]
  expect(await swapOf(theirs, other)).toEqual([[theirs.id, other.id]])
  await accepted(page.client.bookingFor.takeBack({ personId: wang, bookerId: luo }))
  await choose(theirs, false)
  await choose(other, false)
  expect(useAskedReason.getState().asked).toBeNull()
  expect(page.notice().title).toContain('王总')
})

test('a place to which nobody came is to be had for whoever made it, once they may not book for them any more', async () => {
  await named()
  const booking = await booked(wang, 10)
  clock.set(shanghai('10:15'))
  const missed = { ...booking, state: 'no_show' as const }
  page.show(<MissedActs booking={missed} me={luo} now={shanghai('10:15')} />)
  await screen.findByText(/没有人来/, {}, patience)
  expect(screen.queryByRole('button', { name: /我来坐/ })).toBeNull()
  await accepted(page.client.bookingFor.takeBack({ personId: wang, bookerId: luo }))
  await screen.findByRole('button', { name: /我来坐/ }, patience)
})
