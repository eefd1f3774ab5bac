import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { weekOf } from '../../../../shared/domain/wall-clock.ts'
import { aBookingOf, aRoom, at } from '../../../../test/builders/board.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { useRoomZone } from '../../../lib/place-store.ts'
import { layDay } from '../board/board-layout.ts'
import { arriveAt, wantedNow } from '../board/board-store.ts'
import { leaveReason } from '../history/asked-reason.ts'
import { pickedFirst, pickFirst } from '../swap/swap-pick.ts'
import { WeekBoard } from './WeekBoard.tsx'

const days = weekOf('2026-11-21')
const booking = aBookingOf({ seat: 1, from: '10:00', to: '11:00' })
let page: TestWindow
const onOpenDay = vi.fn()
const moved = vi.fn()

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-20T01:00:00.000Z'), toFake: ['Date'] })
  page = await aWindow()
  onOpenDay.mockClear()
  moved.mockClear()
  // Each day a picture of 100 × 240 px: 25 px a seat, 10 px a half-hour.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const day = days.indexOf(this.closest('[data-day]')?.getAttribute('data-day') ?? '')
    return this.hasAttribute('data-picture') ? new DOMRect(day * 100, 0, 100, 240) : new DOMRect(0, 0, 0, 0)
  })
  page.answer('bookings.reschedule', async (input) => {
    moved(input)
    return { ok: true, value: { ...booking, ...(input as object) } }
  })
  const boards = days.map((date) => layDay(date, aRoom(), [booking]))
  const rest = { today: '2026-11-01', me: null, now: at('08:00', '2026-11-01') }
  page.show(<WeekBoard boards={boards} day="2026-11-21" {...rest} onOpenDay={onOpenDay} onToday={() => {}} />)
})
afterEach(async () => {
  vi.restoreAllMocks()
  useRoomZone.setState({ timeZone: 'Asia/Shanghai' })
  arriveAt(null)
  await page.close()
  vi.useRealTimers()
})

const week = () => screen.getByRole('grid')
const point = (x: number, y: number) => ({ clientX: x, clientY: y, button: 0, pointerId: 1 })
const headOf = (date: string) => document.getElementById(`week-head-${date}`) ?? week()
function drag(from: [number, number], to: [number, number]) {
  fireEvent.pointerDown(week(), point(...from))
  fireEvent.pointerMove(week(), point(...to))
}

describe('of many seats', () => {
  const saidAt = async (x: number, y: number) => {
    fireEvent.pointerMove(week(), { ...point(x, y), buttons: 0 })
    await waitFor(() => expect(week().querySelector('[data-picture] > [class*=pointed]')).not.toBeNull())
    return week().querySelector('[data-picture] > [class*=pointed]')?.textContent
  }
  beforeEach(() => {
    cleanup()
    const seats = Array.from({ length: 20 }, (_, index) => ({ id: `seat-${index + 1}`, number: index + 1 }))
    const boards = days.map((date) => layDay(date, aRoom({ seats }), [booking]))
    const rest = { today: '2026-11-01', me: null, now: at('08:00', '2026-11-01') }
    page.show(<WeekBoard boards={boards} day="2026-11-21" {...rest} onOpenDay={onOpenDay} onToday={() => {}} />)
  })

  test('the place under the mouse says whose it is and when, until the mouse leaves or draws', async () => {
    // The sixth day is the 21st; each seat is 5 px wide.
    expect(await saidAt(502, 25)).toMatch(/^1号席 10:00–11:00 /)
    expect(await saidAt(516, 25)).toBe('4号席 10:00 空闲')
    fireEvent.pointerLeave(week())
    await waitFor(() => expect(week().querySelector('[class*=pointed]')).toBeNull())
    await saidAt(516, 25)
    fireEvent.pointerDown(week(), point(516, 25))
    await waitFor(() => expect(week().querySelector('[class*=pointed]')).toBeNull())
  })

  test('so does the cell with the focus', async () => {
    headOf('2026-11-21').focus()
    fireEvent.keyDown(headOf('2026-11-21'), { key: 'ArrowDown' })
    const cell = await screen.findByRole('gridcell')
    expect(cell.textContent).toMatch(/^1号席 /)
    expect(cell.getAttribute('aria-label')).toContain(cell.textContent ?? '')
  })
})

test('a day on which clocks change has a scale of its own, as its hours lie elsewhere', () => {
  cleanup()
  useRoomZone.setState({ timeZone: 'Europe/Berlin' })
  const room = aRoom({ opensAt: '00:00', closesAt: '24:00', timeZone: 'Europe/Berlin' })
  const boards = weekOf('2026-10-25').map((date) => layDay(date, room, []))
  const rest = { today: '2026-10-01', me: null, now: at('08:00', '2026-10-01') }
  page.show(<WeekBoard boards={boards} day="2026-10-25" {...rest} onOpenDay={onOpenDay} onToday={() => {}} />)
  const lies = screen.getAllByText('12:00').map((hour) => hour.style.top)
  expect(lies).toEqual(['50%', '52%'])
  expect(screen.getAllByText('12:00')[1]?.closest<HTMLElement>('[data-day]')?.dataset.day).toBe('2026-10-25')
})

describe('a week with many seats', () => {
  const many = { seats: Array.from({ length: 27 }, (_, index) => ({ id: `seat-${index + 1}`, number: index + 1 })) }
  const rest = { me: null, now: at('08:00', '2026-11-21') }
  const boards = days.map((date) => layDay(date, aRoom(many), [booking]))
  const showWeek = (day: string, today: string) => {
    cleanup()
    const brought = vi.spyOn(Element.prototype, 'scrollIntoView')
    brought.mockClear()
    page.show(<WeekBoard boards={boards} day={day} today={today} {...rest} onOpenDay={onOpenDay} onToday={() => {}} />)
    return brought.mock.calls.map(([how], call) => [(brought.mock.contexts[call] as Element).id, how])
  }

  test('says the number of the first seat and of each fifth', () => {
    showWeek('2026-11-18', '2026-11-01')
    const numbers = document.querySelector('#week-head-2026-11-18 > [aria-hidden]')
    expect([...(numbers?.children ?? [])].map(({ textContent }) => textContent).filter((text) => text !== '')).toEqual([
      '1',
      '5',
      '10',
      '15',
      '20',
      '25',
    ])
    expect(numbers?.children).toHaveLength(27)
  })

  test('brings the day of the address into sight, and of this week what is left of it', () => {
    expect(showWeek('2026-11-18', '2026-11-01')).toContainEqual([
      'week-head-2026-11-18',
      { block: 'nearest', inline: 'nearest' },
    ])
    expect(showWeek('2026-11-21', '2026-11-21')).toContainEqual([
      'week-head-2026-11-21',
      { block: 'nearest', inline: 'start' },
    ])
  })
})

test('a day that is full says so, and today is over once its last slot is', () => {
  const all = [1, 2, 3, 4].map((seat) => aBookingOf({ seat, from: '09:00', to: '21:00' }))
  for (const [time, words] of [
    ['08:00', '已满'],
    ['21:30', '已过'],
  ] as const) {
    cleanup()
    const boards = days.map((date) => layDay(date, aRoom(), all))
    const rest = { today: '2026-11-21', me: null, now: at(time) }
    page.show(<WeekBoard boards={boards} day="2026-11-21" {...rest} onOpenDay={onOpenDay} onToday={() => {}} />)
    expect(within(headOf('2026-11-21')).getByText(words)).toBeTruthy()
  }
})

test('a booking is dragged to another day, seat and time, and the press that ends it opens nothing', async () => {
  // Saturday, seat 1, 10:15 → Wednesday, seat 3, 15:15.
  drag([512, 25], [262, 125])
  expect(screen.getByText('3号席 15:00–16:00')).toBeTruthy()
  fireEvent.pointerUp(week(), point(262, 125))
  fireEvent.click(headOf('2026-11-18'))
  const to = { seatId: 'seat-3', startsAt: at('15:00', '2026-11-18'), endsAt: at('16:00', '2026-11-18') }
  await waitFor(() =>
    expect(moved).toHaveBeenCalledWith({ bookingId: booking.id, seenVersion: booking.version, ...to }),
  )
  expect(onOpenDay).not.toHaveBeenCalled()
})

test('with one place of a swap chosen, a press or Enter on another booking chooses the other, and opens no day', async () => {
  pickFirst(aBookingOf({ seat: 4, from: '16:00', to: '17:00' }))
  const chooses = async (press: () => void | Promise<void>) => {
    await press()
    await waitFor(() => expect(pickedFirst()).toBeNull())
    leaveReason()
  }
  await chooses(() => void fireEvent.click(week().querySelector('[data-day="2026-11-21"]') ?? week(), point(512, 25)))
  pickFirst(aBookingOf({ seat: 4, from: '16:00', to: '17:00' }))
  headOf('2026-11-21').focus()
  await chooses(() => page.user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}'))
  expect(onOpenDay).not.toHaveBeenCalled()
})

test('Esc puts it back, and nothing is asked', async () => {
  drag([512, 25], [262, 125])
  await page.user.keyboard('{Escape}')
  fireEvent.pointerUp(week(), point(262, 125))
  expect(screen.queryByText('3号席 15:00–16:00')).toBeNull()
  fireEvent.click(headOf('2026-11-18'))
  expect(moved).not.toHaveBeenCalled()
  expect(onOpenDay).not.toHaveBeenCalled()
})

test('out of the window it lies where it was, and letting go there moves nothing', () => {
  drag([512, 25], [262, 125])
  fireEvent.pointerMove(week(), point(262, window.innerHeight + 40))
  expect(screen.queryByText('3号席 15:00–16:00')).toBeNull()
  fireEvent.pointerUp(week(), point(262, window.innerHeight + 40))
  expect(moved).not.toHaveBeenCalled()
})

test('a range drawn on a day opens that day with the form for it', () => {
  // Wednesday, seat 2, 10:00 to 11:00.
  drag([230, 22], [230, 38])
  fireEvent.pointerUp(week(), point(230, 38))
  const ask = { seatId: 'seat-2', startsAt: at('10:00', '2026-11-18'), endsAt: at('11:00', '2026-11-18') }
  expect(wantedNow()).toEqual({ seatId: 'seat-2', startsAt: ask.startsAt, ask })
  expect(onOpenDay).toHaveBeenCalledWith('2026-11-18')
})

test('a day on which clocks change says how long it is beside its date, where nothing is cut off', () => {
  const berlin = aRoom({ timeZone: 'Europe/Berlin' })
  const changing = weekOf('2026-10-25').map((date) => layDay(date, berlin, []))
  useRoomZone.setState({ timeZone: 'Europe/Berlin' })
  const rest = { today: '2026-10-01', me: null, now: at('08:00', '2026-10-01') }
  page.show(<WeekBoard boards={changing} day="2026-10-25" {...rest} onOpenDay={onOpenDay} onToday={() => {}} />)
  const dates = screen.getAllByText(/^10月\d+日/).map((date) => date.textContent)
  expect(dates).toContain('10月24日')
  expect(dates).toContain('10月25日 · 25 小时')
})

describe('by keys', () => {
  const focused = () => document.activeElement?.getAttribute('aria-label')
  const said = () => screen.getByRole('status').textContent

  test('arrows go from day to day, down into the cells of one, and on to the next day past its last seat', async () => {
    headOf('2026-11-21').focus()
    await page.user.keyboard('{ArrowDown}')
    expect(focused()).toMatch(/周六 11月21日 1号席 09:00 空闲/)
    await page.user.keyboard('{ArrowDown}{ArrowDown}')
    expect(focused()).toMatch(/1号席 10:00–11:00 王敏/)
    await page.user.keyboard('{ArrowDown}')
    expect(focused()).toMatch(/1号席 11:00 空闲/)
    await page.user.keyboard('{ArrowLeft}')
    expect(focused()).toMatch(/周五 11月20日 4号席 11:00 空闲/)
    await page.user.keyboard('{ArrowRight}')
    expect(focused()).toMatch(/周六 11月21日 1号席 11:00 空闲/)
    await page.user.keyboard('{ArrowLeft}')
    await page.user.keyboard('{Control>}{ArrowLeft}{/Control}{Home}')
    expect(focused()).toMatch(/周一 11月16日 1号席 11:00 空闲/)
    await page.user.keyboard('{Control>}{End}{/Control}')
    expect(focused()).toMatch(/周日 11月22日 4号席 20:30 空闲/)
    await page.user.keyboard('{Control>}{Home}{/Control}')
    expect(document.activeElement).toBe(headOf('2026-11-16'))
    expect(document.querySelectorAll('[role=grid] [tabindex="0"]')).toHaveLength(1)
  })

  test('a booking is carried to another day, says where it would lie, and is put down there', async () => {
    headOf('2026-11-21').focus()
    await page.user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}m{ArrowRight}{Control>}{ArrowLeft}{/Control}{ArrowDown}')
    expect(said()).toMatch(/11月20日.*2号席 10:30–11:30，空闲/)
    await page.user.keyboard('{Enter}')
    const to = { seatId: 'seat-2', startsAt: at('10:30', '2026-11-20'), endsAt: at('11:30', '2026-11-20') }
    await waitFor(() => expect(moved).toHaveBeenCalledWith(expect.objectContaining(to)))
  })

  test('Esc puts a carried booking back', async () => {
    headOf('2026-11-21').focus()
    await page.user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}m{ArrowRight}{Escape}')
    expect(said()).toBe('')
    expect(document.querySelector('[data-day="2026-11-21"]')?.textContent).not.toMatch(/2号席 10:00/)
    expect(moved).not.toHaveBeenCalled()
  })

  test('Enter opens the day at the cell, and a drawn range with the form for it', async () => {
    headOf('2026-11-18').focus()
    await page.user.keyboard('{ArrowRight}{ArrowDown}{ArrowRight}{Enter}')
    expect(wantedNow()).toMatchObject({ seatId: 'seat-2', startsAt: at('09:00', focusedDay()) })
    await page.user.keyboard('{Shift>}{ArrowDown}{/Shift}{Enter}')
    expect(wantedNow()?.ask).toMatchObject({ startsAt: at('09:00', focusedDay()), endsAt: at('10:00', focusedDay()) })
  })
  const focusedDay = () => document.activeElement?.closest<HTMLElement>('[data-day]')?.dataset.day ?? ''
})
