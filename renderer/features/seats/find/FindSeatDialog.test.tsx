import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { FindWish } from '../../../../shared/contract/seats/find-seats.ts'
import { accepted } from '../../../../test/builders/console.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { patience } from '../../../../test/builders/patience.ts'
import { seatsOf } from '../../../../test/builders/rooms.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { FindSeatDialog } from './FindSeatDialog.tsx'

let page: TestWindow
let wang: string
let li: string
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock() })
  const add = (name: string) =>
    accepted(page.client.people.add({ name, department: '', role: 'listener', employeeNumber: null, email: null }))
  ;[wang, li] = [(await add('王敏')).id, (await add('李强')).id]
  await accepted(page.client.settings.save({ me: wang }))
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const booked = async (personId: string) =>
  (await accepted(page.client.bookings.upcoming({ personId }))).map(({ seatNumber, startsAt }) => [
    seatNumber,
    startsAt,
  ])
const show = () => {
  const shown = { onClose: vi.fn(), onBooked: vi.fn(), onWait: vi.fn() }
  page.show(<FindSeatDialog {...shown} />)
  return shown
}
const box = () => screen.findByRole('combobox', { name: '要什么样的席位' })

test('words are shown as they were understood, what fits is listed, and Enter books what is under the keys', async () => {
  const shown = show()
  await page.user.type(await box(), '下周三上午10点 一小时 靠窗')
  await screen.findByText('9月23日 周三', { selector: 'li *' })
  expect(screen.queryByRole('button', { name: '加入候补' })).toBeNull()
  for (const chip of ['10:00 开始', '60 分钟', '一人', '没看懂：靠窗']) screen.getByText(chip)
  await screen.findByRole('option', { name: /9月23日 周三.*1号席 10:00–11:00/, selected: true })
  await page.user.keyboard('{Enter}')
  await waitFor(() => expect(shown.onBooked).toHaveBeenCalledOnce())
  expect(await booked(wang)).toEqual([[1, shanghai('10:00', '2026-09-23')]])
})

test('what for is read from the words or chosen, and what is said of the list stands outside of it', async () => {
  const shown = show()
  await page.user.type(await box(), '下周 接线')
  const said = await screen.findByText(/合适的还有更多/, {}, patience)
  expect(said.closest('[role=listbox]')).toBeNull()
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '接线' }).checked).toBe(true)
  await screen.findAllByRole('option')
  await page.user.keyboard('{Enter}')
  await waitFor(() => expect(shown.onBooked).toHaveBeenCalledOnce())
  expect(await accepted(page.client.bookings.upcoming({ personId: wang }))).toMatchObject([{ purpose: 'answer' }])
})

test('two who come together get seats side by side, once it is said who the other is', async () => {
  const shown = show()
  await page.user.type(await box(), '下周三10点 两人一起')
  await screen.findByRole('option', { name: /1号席 10:00–11:00 和 2号席/ })
  await page.user.keyboard('{Enter}')
  await screen.findByText('先选和谁一起')
  await page.user.type(screen.getByRole('combobox', { name: '同行' }), '李强{Enter}')
  await page.user.click(await screen.findByRole('option', { name: /1号席 10:00–11:00 和 2号席/ }))
  await waitFor(() => expect(shown.onBooked).toHaveBeenCalledOnce())
  await page.told('已为 王敏和李强 预约 2 场')
  expect([await booked(wang), await booked(li)]).toEqual([
    [[1, shanghai('10:00', '2026-09-23')]],
    [[2, shanghai('10:00', '2026-09-23')]],
  ])
})

test('where nothing fits, what nearly does says what is otherwise; arrows choose, and what is refused is told', async () => {
  for (const seat of await seatsOf(page.client)) {
    const { id } = await accepted(
      page.client.people.add({
        name: `客${seat.number}`,
        department: '',
        role: 'listener',
        employeeNumber: null,
        email: null,
      }),
    )
    const times = { startsAt: shanghai('10:00', '2026-09-23'), endsAt: shanghai('10:30', '2026-09-23') }
    await accepted(
      page.client.bookings.reserve({ seatId: seat.id, personId: id, companionId: null, purpose: 'listen', ...times }),
    )
  }
  const shown = show()
  await page.user.type(await box(), '下周三10点 一小时')
  await screen.findByRole('option', { name: /10:30–11:30晚 30 分钟/, selected: true })
  await page.user.keyboard('{ArrowDown}')
  await screen.findByRole('option', { selected: true, name: /09:00–10:00早 60 分钟/ })
  page.answer('bookings.reserve', async () => ({ ok: false, code: 'not_for_them', detail: { personName: '王敏' } }))
  await page.user.keyboard('{Enter}')
  await screen.findByText('王敏 没有请你替 TA 预约')
  expect(shown.onBooked).not.toHaveBeenCalled()
  await page.user.click(screen.getByRole('button', { name: '加入候补' }))
  expect(shown.onWait).toHaveBeenCalledWith(
    expect.objectContaining({ date: '2026-09-23', from: '10:00', to: '11:00', minutes: 60, personId: wang }),
    null,
  )
})

test('a time that is over is said to be over, and nobody is asked to wait for it', async () => {
  show()
  await page.user.type(await box(), '这周三')
  await screen.findByText('这个时间已经过去，换一天或换个时段。')
  expect(screen.queryByRole('button', { name: '加入候补' })).toBeNull()
  await page.user.clear(await box())
  await page.user.type(await box(), '下周')
  await screen.findByText(/合适的还有更多/)
})

test('in a room elsewhere a time is over by the clock of that room, and waited for as long as it is not', async () => {
  const elsewhere = '01990000-0000-7000-8000-000000000006'
  page.answer('rooms.list', async (_, ask) => {
    const { value, ...answer } = (await ask()) as { value: HouseRoom[] }
    const there = value.map((room) => ({
      ...room,
      id: elsewhere,
      name: '洛城',
      timeZone: 'America/Los_Angeles',
      seats: [],
    }))
    return { ...answer, value: [...value, ...there] }
  })
  page.answer('findSeats.search', async () => ({ ok: true, value: { fits: [], near: [] } }))
  const shown = show()
  // There it is Thursday, 18:00.
  await page.user.type(await box(), '洛城 这周四 20点 一小时')
  await page.user.click(await screen.findByRole('button', { name: '加入候补' }, patience))
  expect(shown.onWait).toHaveBeenCalledWith(expect.objectContaining({ date: '2026-09-17', from: '20:00' }), elsewhere)
  await page.user.clear(await box())
  await page.user.type(await box(), '洛城 这周四 16点 一小时')
  await screen.findByText('这个时间已经过去，换一天或换个时段。', {}, patience)
  expect(screen.queryByRole('button', { name: '加入候补' })).toBeNull()
})

test('where seats are free and only the person’s own booking is in the way it says so, and nobody is sent to wait', async () => {
  const [seat] = await seatsOf(page.client)
  const times = { startsAt: shanghai('10:00', '2026-09-23'), endsAt: shanghai('11:00', '2026-09-23') }
  const who = { personId: wang, companionId: null, purpose: 'listen' as const }
  await accepted(page.client.bookings.reserve({ seatId: seat?.id ?? '', ...who, ...times }))
  let answerForAnybody = () => {}
  const asked = vi.fn()
  page.answer('findSeats.search', async (input, ask) => {
    if ((input as FindWish).personId !== null) return ask()
    asked()
    await new Promise<void>((resolve) => {
      answerForAnybody = resolve
    })
    return ask()
  })
  show()
  await page.user.type(await box(), '下周三上午10点 一小时')
  await waitFor(() => expect(asked).toHaveBeenCalled())
  await screen.findByRole('option', { name: /11:00–12:00/ })
  expect(screen.queryByRole('button', { name: '加入候补' })).toBeNull()
  answerForAnybody()
  await screen.findByText(/那时有空位，但 王敏 不能再约/)
  expect(screen.queryByRole('button', { name: '加入候补' })).toBeNull()
})

test('Esc in a field below the words closes its list, then leads back to them, and only from there closes the window', async () => {
  const shown = show()
  await page.user.type(await box(), '下周三上午10点')
  await page.user.tab()
  const who = screen.getByRole('combobox', { name: '谁来' })
  await waitFor(() => expect(document.activeElement).toBe(who))
  await page.user.keyboard('{ArrowDown}')
  await waitFor(() => expect(who.getAttribute('aria-expanded')).toBe('true'))
  await page.user.keyboard('{Escape}')
  await waitFor(() => expect(who.getAttribute('aria-expanded')).toBe('false'))
  expect(document.activeElement).toBe(who)
  await page.user.keyboard('{Escape}')
  expect(document.activeElement).toBe(await box())
  expect(shown.onClose).not.toHaveBeenCalled()
  await page.user.keyboard('{Escape}')
  expect(shown.onClose).toHaveBeenCalledOnce()
})

test('the second of two is asked for where they are chosen', async () => {
  show()
  await page.user.type(await box(), '下周三10点 两人一起')
  await screen.findAllByRole('option', {}, patience)
  await page.user.keyboard('{Enter}')
  await screen.findByText('先选和谁一起')
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '同行' }))
})

test('once the second is chosen nothing is said to be missing, and both are booked from that field', async () => {
  const shown = show()
  await page.user.type(await box(), '下周三10点 两人一起')
  await screen.findAllByRole('option', {}, patience)
  await page.user.keyboard('{Enter}')
  await screen.findByText('先选和谁一起')
  await page.user.keyboard('李强{Enter}')
  await waitFor(() => expect(screen.queryByText('先选和谁一起')).toBeNull())
  await screen.findByRole('option', { name: /1号席 10:00–11:00 和 2号席/, selected: true })
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(shown.onBooked).toHaveBeenCalledOnce())
  expect([await booked(wang), await booked(li)]).toEqual([
    [[1, shanghai('10:00', '2026-09-23')]],
    [[2, shanghai('10:00', '2026-09-23')]],
  ])
})

test('Ctrl and Enter in the words books once', async () => {
  const shown = show()
  await page.user.type(await box(), '下周三上午10点')
  await screen.findByRole('option', { name: /1号席 10:00–11:00/, selected: true })
  await page.user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(shown.onBooked).toHaveBeenCalledOnce())
  expect(await booked(wang)).toHaveLength(1)
})
