import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accepted } from '../../../../test/builders/console.ts'
import { monday } from '../../../../test/builders/drawing.ts'
import { aClock } from '../../../../test/builders/parts.ts'
import { shanghai } from '../../../../test/builders/seats.ts'
import { aWindow, type TestWindow } from '../../../../test/builders/window.tsx'
import { ManageDraw } from './ManageDraw.tsx'
import { OpenDrawDialog } from './OpenDrawDialog.tsx'

let page: TestWindow
beforeEach(async () => {
  vi.useFakeTimers({ now: Date.parse(shanghai('09:00')), toFake: ['Date'] })
  page = await aWindow({ clock: aClock() })
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const aDraw = () => accepted(page.client.draws.open({ ...monday, closesAt: shanghai('18:00') }))
const press = (name: RegExp) => page.user.click(screen.getByRole('button', { name }))
const nothing = () => {}

test('a draw that is opened without a day, an hour or an end is led to the first that is missing', async () => {
  page.show(<OpenDrawDialog onClose={nothing} onOpened={nothing} />)
  await screen.findByRole('dialog')
  await page.user.click(screen.getByRole('radio', { name: '只要这段' }))
  for (const name of ['几点', '到几点', '到哪天']) {
    const field = screen.getByRole('textbox', { name })
    await page.user.clear(field)
    await press(/^开放申请/)
    expect(document.activeElement).toBe(field)
  }
})

test('more time without a day is led to the day', async () => {
  page.show(<ManageDraw act="extend" window={await aDraw()} onClose={nothing} />)
  await screen.findByRole('dialog')
  const day = screen.getByRole('textbox', { name: '收申请到哪天' })
  await page.user.clear(day)
  await press(/^延长/)
  expect(document.activeElement).toBe(day)
})

test('a draw that is called off without a reason is led to the reason', async () => {
  page.show(<ManageDraw act="cancel" window={await aDraw()} onClose={nothing} />)
  await screen.findByRole('dialog')
  await press(/^取消排位/)
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '原因' }))
})
