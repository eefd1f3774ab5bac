import { expect, type Page } from '@playwright/test'
import type { Client } from '../../shared/contract/contract.ts'
import type { Person } from '../../shared/contract/house/people.ts'
import type { Booking } from '../../shared/contract/seats/bookings.ts'
import { instantAt } from '../../shared/domain/wall-clock.ts'
import { theRoomOf } from '../builders/rooms.ts'
import { test } from './app.ts'
import { accepted } from './door.ts'
import { enter } from './pages/frame.ts'
import { press, tabTo } from './pages/keyboard.ts'
import { SeatsPage } from './pages/seats-page.ts'
import { settle } from './seed.ts'

/** Books through the door what the board shows as `seat`, `from`, `to`. */
async function bookElsewhere(
  { page, door }: { page: Page; door: Client },
  person: Person,
  at: { seat: number; from: string; to: string },
): Promise<Booking> {
  const room = await theRoomOf(door)
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: room.timeZone }).format()
  const date = new URL(page.url()).searchParams.get('day') ?? today
  return accepted(
    door.bookings.reserve({
      seatId: room.seats[at.seat - 1]?.id ?? '',
      personId: person.id,
      companionId: null,
      purpose: 'listen',
      startsAt: instantAt(date, at.from, room.timeZone),
      endsAt: instantAt(date, at.to, room.timeZone),
    }),
  )
}

test('a seat taken a moment before is refused in words, and a free neighbour is one key away', async ({ app }) => {
  const { colleague } = await settle(app.door)
  await enter(app.page)
  const seats = await SeatsPage.open(app.page)
  const ask = await seats.draw()
  const place = await ask.place()
  await bookElsewhere(app, colleague, place)
  await press(app.page, 'Enter')
  await expect(ask.refusal).toContainText(`${place.seat}号席 ${place.from} 已由 赵磊 预约`)
  await expect(ask.refusal).toContainText('附近还有空位，按一下就选：')

  const neighbour = ask.refusal.getByRole('button', { name: `2号席 ${place.from}–${place.to}` })
  await tabTo(app.page, neighbour, 'Shift+Tab')
  await press(app.page, 'Enter')
  await expect(ask.dialog).toBeHidden()
  await expect(seats.booking(`2号席 ${place.from}–${place.to} 我的预约，王敏`)).toBeVisible()
  await expect(seats.booking(`1号席 ${place.from}–${place.to} 赵磊`)).toBeVisible()

  // On paper the day is a sheet for the door, black on white, from the dark theme too, and without what is for the hand.
  await press(app.page, 'F9')
  await app.page.emulateMedia({ media: 'print' })
  await app.page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const row = app.page.getByRole('row', { name: /赵磊/ })
  await expect(row).toBeVisible()
  await expect(row).toHaveCSS('color', 'rgb(0, 0, 0)')
  await expect(app.page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  await expect(app.page.getByRole('main')).toBeHidden()
  await app.page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await app.page.emulateMedia({ media: null })
  await expect(seats.booking(`1号席 ${place.from}–${place.to} 赵磊`)).toBeVisible()
})

test('a seat is reserved by drawing over free slots, and moved by dragging; the card of a booking grows over it, never out of the window', async ({
  app,
}) => {
  const { me, colleague } = await settle(app.door)
  await enter(app.page)
  const seats = await SeatsPage.open(app.page)
  // The room of tomorrow is free from end to end, whatever the time is.
  await seats.atNextMidnight()
  const drag = async (from: string | RegExp, to: string) => {
    await seats.booking(from).hover()
    await app.page.mouse.down()
    await seats.booking(to).hover()
    await app.page.mouse.up()
  }
  await drag('1号席 01:00 空闲', '1号席 01:45 空闲')
  const dialog = app.page.getByRole('dialog', { name: '预约 1号席 01:00–02:00' })
  await dialog.getByRole('button', { name: /^预约/ }).click()
  await expect(dialog).toBeHidden()
  await drag('1号席 01:00–02:00 我的预约，王敏，听线，已预约', '3号席 01:45 空闲')
  await expect(seats.booking(/^3号席 \d\d:\d\d–\d\d:\d\d 我的预约/)).toBeVisible()
  await expect(seats.booking(/我的预约/)).toHaveCount(1)

  const booked = await bookElsewhere(app, me, { seat: 1, from: '03:15', to: '04:15' })
  // In the middle of the window: too low for the card beside it, high enough for the card above it, until that grows.
  await seats.booking(/^1号席 03:15–04:15/).click()
  const card = app.page.getByRole('dialog', { name: /^1号席 03:15–04:15/ })
  await expect(card).toBeInViewport({ ratio: 1 })
  let seenVersion = booked.version
  for (const companionId of [colleague.id, null, colleague.id, null]) {
    const edited = await accepted(
      app.door.bookings.edit({ bookingId: booked.id, seenVersion, companionId, purpose: 'listen' }),
    )
    seenVersion = edited.version
  }
  await expect(card.getByText('修改了')).toHaveCount(4)
  await expect(card.getByRole('button', { name: '关闭' })).toBeInViewport({ ratio: 1 })
})
