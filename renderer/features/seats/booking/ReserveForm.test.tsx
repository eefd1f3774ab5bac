import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aBoard } from '../../../../test/builders/board.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { seatsOf } from '../../../../test/builders/rooms.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { ReserveForm } from './ReserveForm.tsx'

let page: TestWindow
beforeEach(async () => {
  page = await aWindow({ clock: aClock() })
})
afterEach(() => page.close())

async function aTakenPlace() {
  const add = (name: string) =>
    page.client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null })
  const [wang, li] = [await accepted(add('王敏')), await accepted(add('李强'))]
  const seats = await seatsOf(page.client)
  const wanted = { seatId: seats[0]?.id ?? '', startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
  await accepted(page.client.bookings.reserve({ ...wanted, personId: wang.id, companionId: null, purpose: 'listen' }))
  const onDone = vi.fn()
  const Form = () => {
    const [place, setPlace] = useState(wanted)
    // The board is as it was before the other desk's booking came.
    return (
      <ReserveForm
        {...{ board: aBoard([], { seats }), place, earliest: shanghai('08:00'), me: li.id, onDone }}
        onPlace={setPlace}
      />
    )
  }
  page.show(<Form />)
  return { book: await screen.findByRole('button', { name: /^预约/ }), onDone }
}

test('a place that somebody else got first is asked for once: the next Enter takes the free one that is offered', async () => {
  const { book, onDone } = await aTakenPlace()
  book.focus()
  await page.user.keyboard('{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('已由 王敏 预约')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: /^2号席/ })))
  await page.user.keyboard('{Enter}')
  await waitFor(() =>
    expect(onDone).toHaveBeenCalledWith(expect.objectContaining({ seatNumber: 2, personName: '李强' })),
  )
})

test('whoever types on while the answer is awaited keeps the focus', async () => {
  const { book } = await aTakenPlace()
  const slow = Promise.withResolvers<void>()
  page.answer('bookings.reserve', async (_, ask: () => Promise<unknown>) => {
    await slow.promise
    return ask()
  })
  book.focus()
  await page.user.keyboard('{Enter}')
  const companion = screen.getByRole('combobox', { name: /同行/ })
  await page.user.type(companion, '王')
  slow.resolve()
  expect((await screen.findByRole('alert')).textContent).toContain('已由 王敏 预约')
  expect(document.activeElement).toBe(companion)
})

test('who sits there is asked for where they are chosen', async () => {
  const seats = await seatsOf(page.client)
  const place = { seatId: seats[0]?.id ?? '', startsAt: shanghai('10:00'), endsAt: shanghai('11:00') }
  const board = aBoard([], { seats })
  page.show(
    <ReserveForm {...{ board, place, earliest: shanghai('08:00'), me: null }} onDone={() => {}} onPlace={() => {}} />,
  )
  const who = await screen.findByRole('combobox', { name: '谁来' })
  for (const name of [/^预约/, /^重复/]) {
    await page.user.click(screen.getByRole('button', { name }))
    expect(document.activeElement).toBe(who)
  }
})
