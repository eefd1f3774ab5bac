import { act, screen } from '@testing-library/react'
import { useLocation } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../test/builders/console.ts'
import { monday } from '../../../test/builders/drawing.ts'
import { aClock } from '../../../test/builders/parts.ts'
import { shanghai } from '../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../test/builders/window.tsx'
import { setCursor } from '../../features/seats/board/board-store.ts'
import { DayView } from '../../features/seats/board/DayView.tsx'

// Friday 2026-09-18 09:00 in Shanghai. The window is about Monday, and closes at 18:00 today.
const clock = aClock()
let page: TestWindow
let wang: string
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  clock.set(shanghai('09:00'))
  page = await aWindow({ clock })
  const person = { name: '王敏', department: '', role: 'listener', employeeNumber: null, email: null } as const
  wang = (await accepted(page.client.people.add(person))).id
  await accepted(page.client.settings.save({ me: wang }))
})
afterEach(async () => {
  await page.close()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('Enter and a press on what is to be drawn say so at once, with the way to the draw, and open no form', async () => {
  const { id } = await accepted(page.client.draws.open({ ...monday, closesAt: shanghai('18:00') }))
  const days = { day: monday.from, today: '2026-09-18', now: shanghai('09:00'), onOpenDay: () => {} }
  page.show(
    <>
      <DayView {...days} me={wang} onListen={() => {}} />
      <Where />
    </>,
  )
  const [cell] = await screen.findAllByRole('gridcell', { name: /待排位/ })
  if (cell === undefined) throw new Error('nothing is to be drawn')
  act(() => setCursor({ seat: 0, slot: 0 }))
  cell.focus()
  await page.user.keyboard('{Enter}')
  const said = await page.told('18:00')
  expect([said.title, said.hint]).toEqual(['这些席位 18:00 统一排位', '在那之前到「排位」里申请，或者换一个时间。'])
  expect(screen.queryByRole('dialog')).toBeNull()
  act(() => said.action?.run())
  await screen.findByText(`/draws?window=${id}`)
})

function Where() {
  const { pathname, search } = useLocation()
  return `${pathname}${search}`
}
